//! Databases that other tools have migrated.

use schema_kit::migrate::{Baseline, Folder, MigrateError, Migrator, Tool};
use schema_tests::db;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use crate::fixture::{Files, execute};

const FILES: [(&str, &str); 2] = [("1_a.sql", "select missing;"), ("2_b.sql", "select 1;")];

/// Creates a history, and returns the baseline at version 1.
async fn baseline(db: &db::TestDb, history: &str) -> Result<Baseline, MigrateError> {
    let files = Files::new(&FILES);
    let mut connection = db.pool().acquire().await.unwrap();
    execute(&mut connection, history).await;
    let baseline = files.migrator().baseline(&mut connection, 1).await?;
    assert_eq!(files.migrator().run(&mut connection).await.unwrap(), [2]);
    Ok(baseline)
}

fn names(baseline: &Baseline, tool: Tool) -> Vec<&str> {
    let history = baseline.found.iter().find(|one| one.tool == tool).unwrap();
    history
        .migrations
        .iter()
        .map(|one| one.name.as_str())
        .collect()
}

#[test]
fn a_database_without_history() {
    db::run(async |db| {
        let baseline = baseline(&db, "").await.unwrap();
        assert_eq!((baseline.found, baseline.recorded), (vec![], vec![1]));
    });
}

#[test]
fn prisma() {
    db::run(async |db| {
        let create = "create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, \
             finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, \
             started_at timestamptz not null default now(), applied_steps_count integer not null default 0); \
             insert into _prisma_migrations (id, checksum, finished_at, migration_name, rolled_back_at, started_at) values \
             ('1', 'x', null, '2_add', now(), '2026-01-02'), ('2', 'x', now(), '1_init', null, '2026-01-01'), \
             ('3', 'x', now(), '2_add', null, '2026-01-03');";
        let found = baseline(&db, create).await.unwrap();
        assert_eq!(names(&found, Tool::Prisma), ["1_init", "2_add"]);
    });
}

#[test]
fn prisma_with_a_failed_migration() {
    db::run(async |db| {
        let create = "create table _prisma_migrations (migration_name text, finished_at timestamptz, \
             rolled_back_at timestamptz, started_at timestamptz); \
             insert into _prisma_migrations values ('1_init', null, null, now());";
        let error = baseline(&db, create).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "Prisma recorded the migration `1_init` as unfinished; finish or resolve it with Prisma first"
        );
    });
}

#[test]
fn diesel() {
    db::run(async |db| {
        let create = "create table __diesel_schema_migrations (version varchar(50) primary key, \
             run_on timestamp not null default current_timestamp); \
             insert into __diesel_schema_migrations values ('20260102000000'), ('00000000000000');";
        let found = baseline(&db, create).await.unwrap();
        assert_eq!(
            names(&found, Tool::Diesel),
            ["00000000000000", "20260102000000"]
        );
    });
}

#[test]
fn sqlx_with_files_that_are_gone() {
    db::run(async |db| {
        let create = "create table _sqlx_migrations (version bigint primary key, description text not null, \
             installed_on timestamptz not null default now(), success boolean not null, checksum bytea not null, \
             execution_time bigint not null); \
             insert into _sqlx_migrations values (7, 'old one', now(), true, '\\x00', 1);";
        let found = baseline(&db, create).await.unwrap();
        assert_eq!(names(&found, Tool::Sqlx), ["7 old one"]);
        assert_eq!(found.recorded, [1]);
    });
}

/// Its schema is the same for all tests of a database, so this one has its own.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn drizzle() {
    db::run_concurrent(async |db| {
        let name = format!("{}_drizzle", db.schema());
        let mut admin = db.pool().acquire().await.unwrap();
        execute(&mut admin, &format!("create database {name}")).await;
        let options = db
            .connect_options()
            .clone()
            .database(&name)
            .options([("search_path", "public")]);
        let mut connection = options.connect().await.unwrap();
        execute(
            &mut connection,
            "create schema drizzle; create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint); \
             insert into drizzle.__drizzle_migrations (hash, created_at) values ('abc', 1796083199000);",
        )
        .await;
        let files = Files::new(&FILES);
        let migrator = Migrator::new(Folder::read(files.path()).unwrap());
        let found = migrator.baseline(&mut connection, 1).await.unwrap();
        let run = migrator.run(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        sqlx::query(AssertSqlSafe(format!("drop database {name}")))
            .execute(&mut *admin)
            .await
            .unwrap();
        assert_eq!(names(&found, Tool::Drizzle), ["abc"]);
        assert!(
            found.found[0].migrations[0]
                .applied_at
                .as_ref()
                .unwrap()
                .starts_with("2026-11-")
        );
        assert_eq!(run, [2]);
    });
}

#[test]
fn a_version_that_no_migration_has() {
    db::run(async |db| {
        let files = Files::new(&FILES);
        let mut connection = db.pool().acquire().await.unwrap();
        let error = files
            .migrator()
            .baseline(&mut connection, 3)
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the folder has no migration 3; name the version of the last one that the database already contains"
        );
    });
}
