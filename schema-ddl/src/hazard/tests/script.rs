//! Statements that follow each other.

use super::judge;
use crate::hazard::{HazardKind, Rule};

fn of(script: &str, statement: usize) -> Vec<Rule> {
    let found = judge(script).into_iter();
    found
        .filter(|(at, _)| *at == statement)
        .map(|(_, one)| one.rule)
        .collect()
}

#[test]
fn a_new_table_has_neither_rows_nor_readers() {
    let script = "create table x (id bigint); alter table x add y int not null, add check (y > 0); \
                  create index on x (y); alter table x rename y to z; drop table x";
    for at in 0..5 {
        assert_eq!(of(script, at), [], "{at}");
    }
}

#[test]
fn the_other_table_of_a_new_foreign_key_is_locked() {
    let script = "create table x (id bigint, n bigint); create index on x (n); \
                  alter table x add foreign key (n) references u";
    let found = judge(script);
    let (_, one) = found
        .iter()
        .find(|(at, one)| *at == 2 && one.lock.is_some())
        .unwrap();
    assert_eq!((one.rule, one.kind), (Rule::ShortLock, HazardKind::Lock));
    let lock = one.lock.as_ref().unwrap();
    assert_eq!(lock.relations.len(), 1);
    assert_eq!(lock.relations[0].name, "u");
}

#[test]
fn a_table_keeps_its_state_under_a_new_name() {
    assert_eq!(
        of(
            "create table x (id bigint); alter table x rename to y; drop table y",
            2
        ),
        []
    );
    let script = "alter table t rename to y; alter table y alter m set not null";
    assert!(!of(script, 1).contains(&Rule::SetNotNull));
}

#[test]
fn a_label_of_a_new_enum_is_known() {
    let script = "alter type status rename to old; create type status as enum ('b'); \
                  alter table t alter kind type status using kind::text::status; drop type old";
    let found = judge(script);
    let fails = found
        .iter()
        .find(|(_, one)| one.rule == Rule::CastFails)
        .unwrap();
    assert_eq!(
        fails.1.count.as_deref(),
        Some("select count(*) from \"t\" where \"kind\"::text not in ('b')")
    );
}

#[test]
fn a_limit_of_time_is_asked_for_once() {
    let found = judge("alter table t add x int; commit; alter table u add x int");
    let missing: Vec<usize> = found
        .iter()
        .filter(|(_, one)| one.rule == Rule::MissingLockTimeout)
        .map(|(at, _)| *at)
        .collect();
    assert_eq!(missing, [0]);
}

#[test]
fn the_second_lock_names_both_tables() {
    let found = judge("create index on t (n); alter table u add x int");
    let (at, one) = found
        .iter()
        .find(|(_, one)| one.rule == Rule::SecondLock)
        .unwrap();
    assert_eq!(*at, 1);
    assert_eq!(
        one.message,
        "\"t\" stays locked (SHARE) while this waits for the lock on \"u\"."
    );
}

#[test]
fn an_object_that_is_created_again_breaks_no_program() {
    assert_eq!(
        of(
            "drop view v; alter table t alter s type varchar(20); create view v as select 1",
            0
        ),
        [Rule::MissingLockTimeout, Rule::ShortLock]
    );
    assert!(of("drop view v; create view w as select 1", 0).contains(&Rule::DroppedInUse));
    let swap = "alter type status rename to old; create type status as enum ('b'); drop type old";
    assert_eq!(of(swap, 0), []);
    assert_eq!(of(swap, 2), []);
    assert!(of("alter type status rename to old", 0).contains(&Rule::RenameObject));
}

#[test]
fn a_table_that_a_generated_block_moves_is_renamed() {
    let script = "do $$ begin execute format('alter table \"a\".\"b%%\" set schema %I', current_schema()) end $$";
    let found = super::hazards(script, &super::schema());
    let rules: Vec<Rule> = found.iter().map(|one| one.rule).collect();
    assert_eq!(rules, [Rule::ShortLock, Rule::RenameTable]);
    assert_eq!(found[1].object, "table \"a\".\"b%\"");
    let other = "do $$ begin execute 'drop table t'; end $$";
    assert_eq!(super::hazards(other, &super::schema()), []);
}

#[test]
fn a_table_in_another_schema_is_the_same_table() {
    let script = "alter table t set schema clinic; alter table clinic.t alter m set not null, alter n set not null";
    let found = of(script, 1);
    assert_eq!(
        found
            .iter()
            .filter(|rule| **rule == Rule::SetNotNull)
            .count(),
        1
    );
}

#[test]
fn the_constraints_of_a_new_domain_are_checked_in_each_row() {
    let script = "create domain short as text default 'a' constraint c check (length(value) < 9); \
                  create domain free as text; alter table t add a short; alter table t add b free";
    assert!(of(script, 2).contains(&Rule::AddDomainColumn));
    assert!(!of(script, 3).contains(&Rule::AddDomainColumn));
}
