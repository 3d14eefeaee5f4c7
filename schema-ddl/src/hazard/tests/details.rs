//! Objects, counts and locks of single statements.

use super::{hazard, rules};
use crate::hazard::{HazardKind, LockMode, Rule};
use crate::model::Name;

#[track_caller]
fn count(rule: Rule, sql: &str, expected: &str) {
    assert_eq!(hazard(rule, sql).count.as_deref(), Some(expected));
}

#[test]
fn rows_that_are_lost_are_counted() {
    count(
        Rule::DropTable,
        "drop table t",
        "select count(*) from \"t\"",
    );
    count(
        Rule::DropColumn,
        "alter table clinic.t drop column \"N\"",
        "select count(\"N\") from \"clinic\".\"t\"",
    );
    count(Rule::Truncate, "truncate t", "select count(*) from \"t\"");
    count(
        Rule::LossyType,
        "alter table t alter d type numeric(10,1)",
        "select count(*) from \"t\" where \"d\" is distinct from \"d\"::numeric(10,1)::numeric(10,2)",
    );
}

#[test]
fn rows_on_which_a_change_fails_are_counted() {
    count(
        Rule::NullValues,
        "alter table t alter n set not null",
        "select count(*) from \"t\" where \"n\" is null",
    );
    count(
        Rule::AddRequiredColumn,
        "alter table t add x int not null",
        "select count(*) from \"t\"",
    );
    count(
        Rule::Violations,
        "alter table t add check (n > 0)",
        "select count(*) from \"t\" where not (n > 0)",
    );
    count(
        Rule::Violations,
        "alter domain email add check (value <> 'value')",
        "select count(*) from \"t\" where not (\"mail\" <> 'value')",
    );
    count(
        Rule::Orphans,
        "alter table t add foreign key (n) references u",
        "select count(*) from \"t\" as a where a.\"n\" is not null and not exists (select from \"u\" as b where b.\"id\" = a.\"n\")",
    );
}

#[test]
fn duplicates_are_counted_as_rows_that_must_go() {
    count(
        Rule::Duplicates,
        "create unique index on t (lower(s), n desc) where n > 1",
        "select coalesce(sum(n - 1), 0)::bigint from (select count(*) as n from \"t\" where (n > 1) and lower(s) is not null \
         and \"n\" is not null group by (lower(s)), (\"n\") having count(*) > 1) as duplicates",
    );
    count(
        Rule::Duplicates,
        "alter table t add unique nulls not distinct (n)",
        "select coalesce(sum(n - 1), 0)::bigint from (select count(*) as n from \"t\" group by (\"n\") having count(*) > 1) \
         as duplicates",
    );
}

#[test]
fn values_without_an_equal_are_counted() {
    let query = |condition: &str| format!("select count(*) from \"t\" where {condition}");
    count(
        Rule::CastFails,
        "alter table t alter s type varchar(5)",
        &query("length(rtrim(\"s\")) > 5"),
    );
    count(
        Rule::CastFails,
        "alter table t alter s type integer using s::integer",
        &query("not pg_input_is_valid(\"s\"::text, 'integer')"),
    );
    count(
        Rule::CastFails,
        "alter table t alter s type status using s::status",
        &query("\"s\"::text not in ('a', 'b')"),
    );
    count(
        Rule::CastFails,
        "alter table t alter n type smallint",
        &query("round(\"n\"::numeric) not between -32768 and 32767"),
    );
    assert_eq!(
        hazard(
            Rule::CastFails,
            "alter table t alter s type bytea using f(s)"
        )
        .count,
        None
    );
}

#[test]
fn a_danger_names_its_object() {
    let object = |rule, sql| hazard(rule, sql).object;
    assert_eq!(object(Rule::DropTable, "drop table t"), "table \"t\"");
    assert_eq!(
        object(Rule::DropColumn, "alter table t drop n"),
        "column \"n\" of \"t\""
    );
    assert_eq!(object(Rule::DropIndex, "drop index t_s"), "index \"t_s\"");
    assert_eq!(
        object(Rule::Policy, "drop policy a on t"),
        "policy \"a\" of \"t\""
    );
}

#[test]
fn a_foreign_key_locks_both_tables() {
    let lock = hazard(
        Rule::AddForeignKey,
        "alter table t add foreign key (n) references u",
    )
    .lock
    .unwrap();
    assert_eq!(lock.mode, LockMode::ShareRowExclusive);
    assert_eq!(lock.relations, [Name::new("t"), Name::new("u")]);
    // The other subcommand needs the stronger lock.
    let sql = "alter table t add foreign key (n) references u, add x int";
    let lock = hazard(Rule::AddForeignKey, sql).lock.unwrap();
    assert_eq!(lock.mode, LockMode::AccessExclusive);
    assert_eq!(lock.relations, [Name::new("t")]);
    let short = hazard(Rule::ShortLock, sql).lock.unwrap();
    assert_eq!(
        (short.mode, short.relations),
        (LockMode::ShareRowExclusive, vec![Name::new("u")])
    );
}

#[test]
fn a_statement_without_dangers_has_none() {
    for sql in [
        "select 1",
        "insert into t (id) values (1)",
        "create extension vector",
        "create table x (id bigint primary key, name text)",
        "comment on table t is 'drop table t'",
        "create schema clinic",
        "",
        ";",
        "alter",
        "alter table",
        "alter table t",
        "alter table t add",
        "create index on",
        "drop table",
        "create table x (",
        "alter table t add column x int default",
        "alter table t alter column n type",
        "grant",
        "'not closed",
    ] {
        // A half of a statement may lock, but must not panic.
        let found = rules(sql);
        let locks = [Rule::ShortLock, Rule::AddUnique];
        assert!(
            found.iter().all(|one| locks.contains(one)) || sql.starts_with("alter table t alter"),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn the_kinds_come_in_order() {
    let found = super::hazards(
        "alter table t drop n, alter s type int using 1, add check (m > 0)",
        &super::schema(),
    );
    let kinds: Vec<HazardKind> = found.iter().map(|one| one.kind).collect();
    assert!(kinds.is_sorted(), "{kinds:?}");
    assert!(found[0].is_destructive());
}

#[test]
fn quoted_names_and_comments_are_read() {
    let sql = "/* a */ Alter Table \"My \"\"Table\" -- b\n Drop Column \"drop\", Add \"not\" int Not Null Default (1)";
    let found = hazard(Rule::DropColumn, sql);
    assert_eq!(found.object, "column \"drop\" of \"My \"\"Table\"");
    assert!(!rules(sql).contains(&Rule::AddRequiredColumn));
}

#[test]
fn it_is_serialized_with_its_code() {
    let found = hazard(Rule::CreateIndex, "create index on t (n)");
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "rule": "create-index",
            "kind": "scan",
            "object": "table \"t\"",
            "message": "Writes of \"t\" wait until the index is built.",
            "safer": found.safer,
            "lock": { "mode": "share", "relations": [{ "name": "t" }] },
        })
    );
}
