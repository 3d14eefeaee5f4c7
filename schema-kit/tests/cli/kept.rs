//! What structs do not describe stays as it is.

use schema_kit::cli::Status;
use schema_tests::db;

use crate::tables::{first, second};
use crate::{execute_sql, run_on, statements, values};

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn views_functions_triggers_policies_and_sequences_stay() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(
            &db,
            "create view mails as select id, mail from users;
             create function touch() returns trigger language plpgsql as 'begin return new; end';
             create trigger touch before update on users for each row execute function touch();
             alter table users enable row level security;
             create policy own on users using (mail = current_user);
             create sequence numbers;
             alter table orders set (fillfactor = 70);
             comment on index orders_user_id_idx is 'for the list';
             alter table orders add constraint no_overlap exclude using btree (total with =) where (total > 1000)",
        )
        .await;
        let again = run_on(&db, first::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);

        let outcome = run_on(&db, second::SCHEMA, &["push"]).await;

        assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
        let again = run_on(&db, second::SCHEMA, &["push"]).await;
        assert_eq!(statements(&again), [""; 0]);
        let policy = values(
            &db,
            "select qual from pg_policies where schemaname = current_schema()",
        )
        .await;
        assert_eq!(policy, ["(email = CURRENT_USER)"]);
        assert_eq!(values(&db, "select mail from mails").await, [""; 0]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_view_that_stays_without_what_it_reads_is_named() {
    db::run_concurrent(async |db| {
        execute_sql(
            &db,
            "create table jobs (id int, done bool);
             create view all_jobs as select id from jobs;
             create view constants as select 1 as one",
        )
        .await;
        let outcome = run_on(&db, first::SCHEMA, &["push", "--dry-run"]).await;
        let hint = "view \"all_jobs\" stays, because no struct describes it, but it reads ";
        assert!(outcome.text.contains(hint), "{}", outcome.text);
        assert!(!outcome.text.contains("\"constants\" stays"));

        let args = ["push", "--dry-run", "--drop-undeclared"];
        let outcome = run_on(&db, first::SCHEMA, &args).await;
        assert!(!outcome.text.contains("stays, because"), "{}", outcome.text);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_partitioned_table_keeps_its_partitions() {
    db::run_concurrent(async |db| {
        execute_sql(
            &db,
            "create table users (id bigint generated always as identity, mail text not null, note text) partition by hash (id);
             create table users_0 partition of users for values with (modulus 2, remainder 0);
             create table users_1 partition of users for values with (modulus 2, remainder 1);
             insert into users (mail) values ('a'), ('b')",
        )
        .await;
        let outcome = run_on(&db, first::SCHEMA, &["push", "--dry-run"]).await;
        let sql = statements(&outcome);
        assert!(sql.iter().all(|sql| !sql.contains("drop table")), "{sql:?}");
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn an_ignored_table_stays() {
    db::run_concurrent(async |db| {
        run_on(&db, first::SCHEMA, &["push"]).await;
        execute_sql(
            &db,
            "create table jobs (id int); create table _sqlx_migrations (id int)",
        )
        .await;
        let outcome = run_on(&db, first::SCHEMA, &["push", "--dry-run"]).await;
        assert_eq!(statements(&outcome), [r#"drop table "jobs""#]);
        let outcome = run_on(&db, first::SCHEMA, &["push", "--ignore", "jobs"]).await;
        assert_eq!(outcome.status, Status::NoChanges);
    });
}
