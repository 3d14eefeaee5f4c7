//! Postgres schemas other than the first.

use schema_core::prelude::*;
use schema_kit::queries::{self, Found, Options, Problem};
use schema_tests::db;
use sqlx::{AssertSqlSafe, PgConnection};

use super::{messages, model};

#[table(name = "rooms", schema = "queries_clinic")]
#[derive(Debug)]
struct Room {
    #[column(primary_key)]
    number: i32,
}

async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}

#[test]
fn a_schema_that_exists_is_replaced_until_the_rollback() {
    let query = Found::new(r#"select "number" from "queries_clinic"."rooms" where "number" = 1"#);
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let model = model(&schema![Room]);
        let mut checked = Vec::new();
        for exists in [false, true] {
            if exists {
                // Another table of the same name.
                let sql = "create schema queries_clinic create table rooms (name text)";
                execute(&mut connection, sql).await;
            }
            let found = std::slice::from_ref(&query);
            let reports = queries::check(&mut connection, found, &model, &Options::default()).await;
            checked.extend(reports.unwrap());
        }
        execute(
            &mut connection,
            "select name from queries_clinic.rooms; drop schema queries_clinic cascade",
        )
        .await;
        for report in checked {
            assert_eq!(report.problems, []);
            assert_eq!(report.accesses[0].indexes, ["rooms_pkey"]);
        }
    });
}

#[test]
fn a_table_that_only_the_database_has_is_reported() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let table = format!("queries_outside_{}", db.schema());
        execute(
            &mut connection,
            &format!("create table public.{table} (id int)"),
        )
        .await;
        // `public` is visible, because it has extensions.
        let found = [
            Found::new(format!("select id from {table}")),
            Found::new(format!("select id from {}.{table}", db.schema())),
        ];
        let reports = queries::check(
            &mut connection,
            &found,
            &model(&schema![Room]),
            &Options::default(),
        )
        .await
        .unwrap();
        execute(&mut connection, &format!("drop table public.{table}")).await;
        assert_eq!(
            messages(&reports[0].problems),
            [format!(
                "the schema has no table `{table}`; `public` of this database has one"
            )]
        );
        assert!(reports[0].fails());
        assert!(matches!(reports[1].problems[0], Problem::Refused { .. }));
    });
}

#[test]
fn nothing_is_left_and_the_connection_can_be_used() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let count = "select count(*) from pg_namespace where nspname like 'schema_kit_scratch%' or nspname = 'queries_clinic'";
        let found = [Found::new("select 1"), Found::new("selec")];
        queries::check(
            &mut connection,
            &found,
            &model(&schema![Room]),
            &Options::default(),
        )
        .await
        .unwrap();
        let left: i64 = sqlx::query_scalar(count)
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        let prepared: i64 = sqlx::query_scalar(
            "select count(*) from pg_prepared_statements where statement = 'select 1'",
        )
        .fetch_one(&mut *connection)
        .await
        .unwrap();
        assert_eq!((left, prepared), (0, 0));
    });
}
