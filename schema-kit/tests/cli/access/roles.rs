//! Roles and privileges, and the effects of all objects.

use schema_kit::cli::Status;
use schema_tests::db::{self, TestDb};
use sqlx::AssertSqlSafe;

use super::tables::first;
use super::{assert_ok, create_role};
use crate::{execute_sql, run_on, statements, values};

/// Runs statements as the role, in one transaction, and returns the rows of the last one as text.
async fn as_app(db: &TestDb, statements: &[&str], query: &str) -> Result<Vec<String>, String> {
    let mut transaction = db.pool().begin().await.unwrap();
    let grant = format!(
        "grant usage on schema \"{}\" to kit_app; set local role kit_app",
        db.schema()
    );
    sqlx::raw_sql(AssertSqlSafe(grant))
        .execute(&mut *transaction)
        .await
        .unwrap();
    for statement in statements {
        sqlx::raw_sql(AssertSqlSafe((*statement).to_owned()))
            .execute(&mut *transaction)
            .await
            .map_err(|error| error.to_string())?;
    }
    let rows = sqlx::query_scalar(AssertSqlSafe(query.to_owned()))
        .fetch_all(&mut *transaction)
        .await;
    transaction.commit().await.unwrap();
    rows.map_err(|error| error.to_string())
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_missing_role_is_created_and_never_dropped() {
    mod with_role {
        use schema_core::prelude::*;

        pub(super) const SCHEMA: Schema =
            Schema::new(&[]).with(&[Object::Role(RoleDef::new("kit_created").no_inherit())]);
        pub(super) const CHANGED: Schema =
            Schema::new(&[]).with(&[Object::Role(RoleDef::new("kit_created").login())]);
    }
    db::run_concurrent(async |db| {
        execute_sql(&db, "drop role if exists kit_created").await;
        let outcome = run_on(&db, with_role::SCHEMA, &["push"]).await;
        assert_eq!(
            statements(&outcome),
            [r#"create role "kit_created" noinherit"#]
        );
        let outcome = run_on(&db, with_role::CHANGED, &["push"]).await;
        assert_eq!(
            statements(&outcome),
            [r#"alter role "kit_created" login inherit"#]
        );
        let outcome = run_on(&db, schema_core::ddl::Schema::new(&[]), &["push"]).await;
        assert_eq!(outcome.status, Status::NoChanges, "{}", outcome.text);
        execute_sql(&db, "drop role kit_created").await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_grant_to_the_owner_is_no_difference() {
    mod owned {
        use schema_core::prelude::*;

        #[table(name = "notes")]
        #[grant(select, to("kit_app", "postgres"))]
        pub(crate) struct Note {
            pub(crate) id: i64,
        }

        pub(crate) const SCHEMA: Schema = schema![Note];
    }
    db::run_concurrent(async |db| {
        create_role(&db).await;
        let outcome = run_on(&db, owned::SCHEMA, &["push"]).await;
        assert_ok(&outcome);
        assert_eq!(
            statements(&outcome)[1..],
            [r#"grant select on "notes" to "kit_app""#]
        );
        execute_sql(
            &db,
            "alter table notes owner to kit_app; grant select on notes to postgres",
        )
        .await;
        let again = run_on(&db, owned::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn default_privileges_stay() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        execute_sql(
            &db,
            "do $$ begin
                execute format('alter default privileges in schema %I grant truncate on tables to kit_app', current_schema());
             end $$",
        )
        .await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        let truncate = values(
            &db,
            "select table_name::text from information_schema.table_privileges
             where table_schema = current_schema() and grantee = 'kit_app' and privilege_type = 'TRUNCATE' order by 1",
        )
        .await;
        assert_eq!(truncate, ["logged", "notes"]);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn policies_grants_triggers_and_updated_at_have_their_effects() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        execute_sql(
            &db,
            "insert into notes (owner, text, changed_at) values ('kit_app', 'mine', '2020-01-01'), ('other', '', '2020-01-01')",
        )
        .await;

        // The policy hides the other row.
        let texts = as_app(&db, &[], "select text from notes").await;
        assert_eq!(texts.unwrap(), ["mine"]);
        // The owner of the table sees both.
        let all = values(&db, "select id::text from notes order by id").await;
        assert_eq!(all, ["1000", "1001"]);
        // Only one column may be updated, and no row may be deleted.
        let denied = as_app(&db, &["update notes set owner = 'x'"], "select 'done'").await;
        assert!(denied.unwrap_err().contains("permission denied"));
        let denied = as_app(&db, &["delete from notes"], "select 'done'").await;
        assert!(denied.unwrap_err().contains("permission denied"));

        // The trigger fires for the row with a text only.
        assert_eq!(values(&db, "select note::text from logged").await, ["1000"]);
        execute_sql(&db, "update notes set text = 'new' where id = 1001").await;
        let logged = values(&db, "select note::text from logged order by 1").await;
        assert_eq!(logged, ["1000", "1001"]);

        // The update set the time, unless it says another one.
        let changed =
            "select (changed_at > now() - interval '1 hour')::text from notes order by id";
        assert_eq!(values(&db, changed).await, ["false", "true"]);
        execute_sql(
            &db,
            "update notes set changed_at = '2021-01-01' where id = 1001",
        )
        .await;
        let year = "select extract(year from changed_at)::text from notes order by id";
        assert_eq!(values(&db, year).await, ["2020", "2021"]);
    });
}
