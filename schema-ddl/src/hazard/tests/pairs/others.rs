//! Access, performance, order and transactions.

use super::Pair;
use crate::hazard::Rule;

pub(super) const PAIRS: &[Pair] = &[
    (
        Rule::Policy,
        "create policy x on t using (true)",
        "comment on table t is 'policy'",
    ),
    (
        Rule::RowSecurity,
        "alter table t enable row level security",
        "create table x (id int); alter table x enable row level security",
    ),
    (
        Rule::Grant,
        "grant select on t to doctor",
        "revoke select on t from doctor",
    ),
    (
        Rule::Revoke,
        "revoke all on t from public",
        "grant all on t to public",
    ),
    (
        Rule::ForeignKeyIndex,
        "alter table t add foreign key (d) references u",
        "alter table t add foreign key (n) references u",
    ),
    (
        Rule::ForeignKeyIndex,
        "create table x (u_id bigint references u)",
        "create table x (u_id bigint references u); create index on x (u_id)",
    ),
    (
        Rule::IndexLost,
        "outside: drop index concurrently t_s",
        "create index on t (s)",
    ),
    (
        Rule::StatisticsLost,
        "alter table t alter n type bigint",
        "alter table t alter n set statistics 100",
    ),
    (
        Rule::ColumnOrder,
        "create table x (a boolean, b bigint, c boolean, d bigint)",
        "create table x (b bigint, d bigint, a boolean, c boolean)",
    ),
    (
        Rule::InvalidIndex,
        "outside: create index concurrently if not exists x on t (n)",
        "outside: create index concurrently x on t (n)",
    ),
    (
        Rule::DomainCheck,
        "create domain positive as int check (value > 0)",
        "create domain positive as int",
    ),
    (
        Rule::EnumOrder,
        "alter type status add value 'c'",
        "alter type status add value 'c' before 'b'",
    ),
    (
        Rule::Extension,
        "alter extension vector update",
        "create extension vector",
    ),
    (
        Rule::UntrackedDependencies,
        "create function f() returns int language sql as 'select 1'",
        "create function f() returns int language sql begin atomic select 1; end",
    ),
    (
        Rule::UntrackedDependencies,
        "create function touch() returns trigger language plpgsql as 'begin return new; end'",
        "create function schema_touch_at() returns trigger language plpgsql as 'begin return new; end'",
    ),
    (
        Rule::SecondLock,
        "alter table t add x int; alter table u add x int",
        "alter table t add x int; commit; alter table u add x int",
    ),
    (
        Rule::SecondLock,
        "alter table t add x int; create index on t (n)",
        "alter table t add x int; alter table t add y int",
    ),
    (
        Rule::SeveralAlterTables,
        "alter table t alter n type bigint; alter table t alter m type bigint",
        "alter table t alter n type bigint, alter m type bigint",
    ),
    (
        Rule::ValidateInTransaction,
        "alter table t add constraint c check (n > 0) not valid; alter table t validate constraint c",
        "alter table t add constraint c check (n > 0) not valid; commit; alter table t validate constraint c",
    ),
    (
        Rule::EnumValueInTransaction,
        "alter type status add value 'c'; update t set kind = 'c' where id = 1",
        "alter type status add value 'c'; commit; update t set kind = 'c' where id = 1",
    ),
    (
        Rule::NotInTransaction,
        "create index concurrently x on t (n)",
        "outside: create index concurrently x on t (n)",
    ),
    (
        Rule::NotInTransaction,
        "vacuum full t",
        "cluster t using t_s",
    ),
];
