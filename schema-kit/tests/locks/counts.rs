//! Counts of rows that are lost, and of rows on which a change fails: the change fails exactly if the count is not zero.

use schema_ddl::hazard::{Hazard, HazardKind, Rule, hazards};
use schema_kit::introspect::{self, Scope};
use schema_tests::db;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::execute;

const TABLES: &str = "\
create table u (id bigint primary key, code text);
create table t (id bigint primary key, n integer, s varchar(10), d numeric(10,4), u_id bigint, at timestamptz);
create type status as enum ('a', 'b');
create domain email as text;
alter table t add column mail email;
insert into u values (1, 'x'), (2, null);
insert into t values
    (1, 1, 'a', 1.5, 1, '2026-01-01 10:00', 'a@b'),
    (2, 1, 'b', 2.1234, 2, '2026-01-01', 'b'),
    (3, null, '70000', 3, 3, '2026-01-02', null),
    (4, 70000, 'abcdef', 4, null, null, 'c@d');";

/// The rule, the change and the number of rows.
const FAILS: &[(Rule, &str, i64)] = &[
    (Rule::NullValues, "alter table t alter n set not null", 1),
    (Rule::NullValues, "alter table t alter s set not null", 0),
    (
        Rule::AddRequiredColumn,
        "alter table t add x integer not null",
        4,
    ),
    (Rule::Duplicates, "alter table t add unique (n)", 1),
    (Rule::Duplicates, "alter table t add unique (s)", 0),
    (
        Rule::Duplicates,
        "create unique index on t (n) where s = 'a'",
        0,
    ),
    (
        Rule::Duplicates,
        "create unique index on t (lower(s), n)",
        0,
    ),
    (
        Rule::Duplicates,
        "create unique index on t ((n is null))",
        2,
    ),
    (
        Rule::Duplicates,
        "alter table u add unique nulls not distinct (code)",
        0,
    ),
    (
        Rule::Orphans,
        "alter table t add foreign key (u_id) references u",
        1,
    ),
    (
        Rule::Orphans,
        "alter table t add foreign key (id) references t (id)",
        0,
    ),
    (Rule::Violations, "alter table t add check (n < 10)", 1),
    (Rule::Violations, "alter table t add check (d > 0)", 0),
    (
        Rule::Violations,
        "alter domain email add check (value ~ '@')",
        1,
    ),
    (
        Rule::Violations,
        "alter domain email add check (value <> '')",
        0,
    ),
    (Rule::Violations, "alter domain email set not null", 1),
    (Rule::CastFails, "alter table t alter s type varchar(5)", 1),
    (Rule::CastFails, "alter table t alter s type varchar(6)", 0),
    (
        Rule::CastFails,
        "alter table t alter s type integer using s::integer",
        3,
    ),
    (Rule::CastFails, "alter table t alter n type smallint", 1),
    (
        Rule::CastFails,
        "alter table t alter d type numeric(4,4)",
        4,
    ),
    (
        Rule::CastFails,
        "alter table t alter d type numeric(5,4)",
        0,
    ),
    (
        Rule::CastFails,
        "alter table t alter s type status using s::status",
        2,
    ),
];

/// The rule, the change and the number of rows or values.
const LOSES: &[(Rule, &str, i64)] = &[
    (Rule::DropTable, "drop table t", 4),
    (Rule::DropColumn, "alter table t drop n", 3),
    (Rule::Truncate, "truncate t", 4),
    (Rule::DeleteWithoutWhere, "delete from u", 2),
    (
        Rule::LossyType,
        "alter table t alter d type numeric(10,1)",
        1,
    ),
    (Rule::LossyType, "alter table t alter d type integer", 2),
    (Rule::LossyType, "alter table t alter at type date", 1),
];

#[test]
fn counts_say_what_is_lost_and_what_fails() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, "set timezone = 'UTC'").await;
        execute(&mut connection, TABLES).await;
        let read = introspect::read(&mut connection, &Scope::default())
            .await
            .unwrap();
        for (rule, sql, expected) in FAILS.iter().chain(LOSES) {
            let found = hazards(sql, &read.model);
            let counted = count(&mut connection, sql, *rule, &found).await;
            assert_eq!(counted, *expected, "{rule}: {sql}");
            let fails = fails(&mut connection, sql).await;
            let is_failure = rule.kind() == HazardKind::FailsOnRows && *expected > 0;
            assert_eq!(fails, is_failure, "{sql}");
        }
        execute(&mut connection, "reset timezone").await;
    });
}

async fn count(connection: &mut PgConnection, sql: &str, rule: Rule, found: &[Hazard]) -> i64 {
    let one = found.iter().find(|one| one.rule == rule);
    let query = one.and_then(|one| one.count.clone());
    let query = query.unwrap_or_else(|| panic!("{sql} has no count for {rule}"));
    let count = sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(connection);
    count.await.unwrap()
}

/// Runs a change in a transaction that is rolled back.
async fn fails(connection: &mut PgConnection, sql: &str) -> bool {
    let mut transaction = connection.begin().await.unwrap();
    let result = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut *transaction)
        .await;
    transaction.rollback().await.unwrap();
    result.is_err()
}
