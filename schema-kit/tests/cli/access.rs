//! Objects that a program declares beside its tables.

use std::path::Path;

use schema_kit::cli::{Outcome, Status};
use schema_tests::db::{self, TestDb};
use sqlx::AssertSqlSafe;

use crate::diff::Database;
use crate::{execute_sql, message, run_on, statements, values};

/// The first version.
mod first {
    use schema_core::prelude::*;

    #[table(name = "notes", row_level_security)]
    #[policy(name = "own", to = "kit_app", using = "owner = current_user")]
    #[grant(select, insert, update(text), to = "kit_app")]
    #[trigger(name = "log", after(insert, update(text)), for_each = row, when = "new.text <> ''", execute = "log()")]
    pub(crate) struct Note {
        #[column(primary_key, default = sql("nextval('note_numbers')"))]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(updated_at)]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged].with(&[
        Object::Role(RoleDef::new("kit_app")),
        Object::Sequence(SequenceDef::new("note_numbers").start(1000)),
        Object::Function(FunctionDef::new("log()", include_str!("access.sql"))),
        Object::Grant(GrantDef::new(
            &[Privilege::Usage],
            GrantOn::Sequence("note_numbers"),
            "kit_app",
        )),
    ]);
}

/// Each object is changed or removed.
mod second {
    use schema_core::prelude::*;

    #[table(name = "notes", row_level_security = forced)]
    #[policy(name = "own", command = select, to = "kit_app", using = "owner = current_user")]
    #[policy(name = "write", command = insert, with_check = "text <> 'secret'")]
    #[grant(select, delete, to = "kit_app")]
    #[trigger(name = "log", after(delete), for_each = row, execute = "log()")]
    pub(crate) struct Note {
        #[column(primary_key, default = sql("nextval('note_numbers')"))]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(default = now())]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged].with(&[
        Object::Role(RoleDef::new("kit_app")),
        Object::Sequence(SequenceDef::new("note_numbers").start(1000).increment(5)),
        Object::Function(FunctionDef::new(
            "log()",
            "create function log() returns trigger language plpgsql as 'begin return old; end'",
        )),
    ]);
}

/// The same tables, of which nothing else is declared.
mod plain {
    use schema_core::prelude::*;

    #[table(name = "notes")]
    pub(crate) struct Note {
        #[column(primary_key)]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(default = now())]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged];
}

fn assert_ok(outcome: &Outcome) {
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
}

/// Roles belong to the whole server, so the tests share this one.
async fn create_role(db: &TestDb) {
    execute_sql(
        db,
        "do $$ begin
            perform pg_advisory_xact_lock(7311);
            if to_regrole('kit_app') is null then create role kit_app; end if;
        end $$",
    )
    .await;
}

/// The names of policies, triggers, functions and sequences, and the state of row security.
async fn objects(db: &TestDb) -> Vec<String> {
    values(
        db,
        "select 'policy ' || policyname || ' ' || cmd from pg_policies where schemaname = current_schema()
         union all select 'trigger ' || tgname from pg_trigger t join pg_class c on c.oid = tgrelid
            where relnamespace = current_schema()::regnamespace and not tgisinternal
         union all select 'function ' || proname from pg_proc where pronamespace = current_schema()::regnamespace
         union all select 'sequence ' || relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'S'
         union all select 'security of ' || relname || ' ' || relforcerowsecurity::text from pg_class
            where relnamespace = current_schema()::regnamespace and relrowsecurity
         union all select 'grant ' || privilege_type || ' to ' || grantee from information_schema.table_privileges
            where table_schema = current_schema() and table_name = 'notes' and grantee = 'kit_app'
         order by 1",
    )
    .await
}

const FIRST: [&str; 9] = [
    "function log",
    "function schema_touch_changed_at",
    "grant INSERT to kit_app",
    "grant SELECT to kit_app",
    "policy own ALL",
    "security of notes false",
    "sequence note_numbers",
    "trigger log",
    "trigger schema_touch_changed_at",
];

const SECOND: [&str; 8] = [
    "function log",
    "grant DELETE to kit_app",
    "grant SELECT to kit_app",
    "policy own SELECT",
    "policy write INSERT",
    "security of notes true",
    "sequence note_numbers",
    "trigger log",
];

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn declared_objects_are_created_changed_and_dropped() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, FIRST);
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let check = run_on(&db, first::SCHEMA, &["check"]).await;
        assert_eq!(check.status, Status::Ok, "{}", check.text);

        assert_ok(&run_on(&db, second::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, SECOND);
        let again = run_on(&db, second::SCHEMA, &["push"]).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);

        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        assert_eq!(objects(&db).await, FIRST);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn undeclared_objects_stay_until_they_shall_be_dropped() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        assert_ok(&run_on(&db, first::SCHEMA, &["push"]).await);
        execute_sql(
            &db,
            "alter table notes alter column id drop default; create view texts as select text from notes",
        )
        .await;

        let outcome = run_on(&db, plain::SCHEMA, &["push"]).await;

        assert_ok(&outcome);
        let sql = statements(&outcome);
        assert!(
            sql.iter()
                .all(|sql| sql.contains("schema_touch_changed_at")),
            "{sql:?}"
        );
        let text = run_on(&db, plain::SCHEMA, &["push"]).await.text;
        assert_eq!(
            text,
            "the database is like the structs\n\
             kept, no struct describes it: view \"texts\", policy \"own\" of \"notes\", trigger \"log\" of \"notes\", \
             function \"log()\", sequence \"note_numbers\"; `--drop-undeclared` drops such objects\n"
        );

        let args = ["push", "--drop-undeclared", "--allow-data-loss"];
        assert_ok(&run_on(&db, plain::SCHEMA, &args).await);
        assert_eq!(objects(&db).await, [""; 0]);
        let again = run_on(&db, plain::SCHEMA, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let roles = values(
            &db,
            "select rolname::text from pg_roles where rolname = 'kit_app'",
        )
        .await;
        assert_eq!(roles, ["kit_app"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn diff_compares_declared_objects() {
    db::run_concurrent(async |db| {
        create_role(&db).await;
        // The whole database is compared, and other tests change this one.
        let other = Database::create(&db, "access").await;
        let args = ["diff", "--from", &other.url, "--to", "structs"];
        let outcome = run_on(&db, first::SCHEMA, &[&args[..], &["--apply"]].concat()).await;
        assert_ok(&outcome);
        let policies = other.count("select count(*) from pg_policies").await;
        assert_eq!(policies, 1);
        let again = run_on(&db, first::SCHEMA, &args).await;
        assert_eq!(again.status, Status::NoChanges, "{}", again.text);
        let back = ["diff", "--from", "structs", "--to", &other.url];
        let back = run_on(&db, first::SCHEMA, &back).await;
        assert_eq!(back.status, Status::NoChanges, "{}", back.text);

        let plain = run_on(&db, plain::SCHEMA, &args).await;
        assert!(
            plain.text.contains("-- kept, no struct describes it: "),
            "{}",
            plain.text
        );
        let plain = run_on(
            &db,
            plain::SCHEMA,
            &[&args[..], &["--drop-undeclared"]].concat(),
        )
        .await;
        let sql = plain.data["sql"].as_str().unwrap();
        for word in [
            "revoke",
            "drop policy",
            "drop trigger",
            "drop function",
            "drop sequence",
            "disable row level security",
        ] {
            assert!(sql.contains(word), "{sql}");
        }
        other.drop(&db).await;
    });
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

async fn generate(
    db: &TestDb,
    schema: schema_core::ddl::Schema,
    folder: &Path,
    name: &str,
) -> Outcome {
    let folder = folder.to_str().unwrap();
    let args = [
        "--migrations",
        folder,
        "generate",
        name,
        "--allow-data-loss",
    ];
    run_on(db, schema, &args).await
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn migrations_create_change_and_drop_declared_objects() {
    db::run_concurrent(async |db| {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path();
        assert_ok(&generate(&db, first::SCHEMA, folder, "first").await);
        let path = folder.to_str().unwrap();
        // The role exists already.
        execute_sql(
            &db,
            "do $$ begin if to_regrole('kit_app') is null then create role kit_app; end if; end $$",
        )
        .await;
        assert_ok(&run_on(&db, first::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, FIRST);
        let push = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(push.status, Status::NoChanges, "{}", push.text);

        assert_ok(&generate(&db, second::SCHEMA, folder, "second").await);
        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, SECOND);

        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "rollback"]).await);
        assert_eq!(objects(&db).await, FIRST);
        assert_ok(&run_on(&db, second::SCHEMA, &["--migrations", path, "migrate"]).await);

        // A migration compares with the snapshot, so what is no longer declared is dropped.
        assert_ok(&generate(&db, plain::SCHEMA, folder, "third").await);
        assert_ok(&run_on(&db, plain::SCHEMA, &["--migrations", path, "migrate"]).await);
        assert_eq!(objects(&db).await, [""; 0]);
        let roles = values(
            &db,
            "select rolname::text from pg_roles where rolname = 'kit_app'",
        )
        .await;
        assert_eq!(roles, ["kit_app"]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_wrong_text_of_a_function_is_an_error() {
    mod wrong {
        use schema_core::prelude::*;

        pub(super) const SCHEMA: Schema = Schema::new(&[]).with(&[Object::Function(
            FunctionDef::new("log()", "create function lag() returns int return 1"),
        )]);
    }
    db::run_concurrent(async |db| {
        let outcome = run_on(&db, wrong::SCHEMA, &["push"]).await;
        assert_eq!(
            message(&outcome),
            "error: function `log()` has a text that creates something else; \
             begin it with `create function` and this name"
        );
    });
}
