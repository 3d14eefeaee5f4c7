//! Rows on which changes fail, and programs that break.

use super::Pair;
use crate::hazard::Rule;

pub(super) const PAIRS: &[Pair] = &[
    (
        Rule::AddRequiredColumn,
        "alter table t add x int not null",
        "alter table t add x int not null default 0",
    ),
    (
        Rule::AddRequiredColumn,
        "alter table t add x int not null default null",
        "alter table t add x int null",
    ),
    (
        Rule::NullValues,
        "alter table t alter n set not null",
        "alter table t alter m set not null",
    ),
    (
        Rule::Duplicates,
        "outside: create unique index concurrently x on t (n)",
        "outside: create index concurrently x on t (n)",
    ),
    (
        Rule::Duplicates,
        "alter table t add unique (s)",
        "alter table t add unique using index t_m",
    ),
    (
        Rule::Orphans,
        "alter table t add foreign key (n) references u",
        "alter table t add foreign key (n) references u not valid",
    ),
    (
        Rule::Violations,
        "alter table t add check (n > 0)",
        "alter table t add check (n > 0) not valid",
    ),
    (
        Rule::CastFails,
        "alter table t alter s type integer using s::integer",
        "alter table t alter n type bigint",
    ),
    (
        Rule::RowsOutside,
        "alter table p attach partition o for values in (1)",
        "create table p_2 partition of p for values in (1)",
    ),
    (
        Rule::DroppedInUse,
        "drop view v",
        "create view v as select 1",
    ),
    (
        Rule::RequiredColumn,
        "alter table t alter n set not null",
        "alter table t alter n set default 1",
    ),
    (
        Rule::DropNotNull,
        "alter table t alter m drop not null",
        "alter table t alter m drop default",
    ),
    (
        Rule::TypeChanged,
        "alter table t alter n type bigint",
        "alter table t alter n type integer",
    ),
    (
        Rule::NewConstraint,
        "alter table t add check (n > 0) not valid",
        "alter table t add check (n > 0) not enforced",
    ),
    (
        Rule::RenameTable,
        "alter table t rename to x",
        "alter table t rename constraint short to x",
    ),
    (
        Rule::RenameTable,
        "alter view v set schema clinic",
        "alter view v owner to doctor",
    ),
    (
        Rule::RenameColumn,
        "alter table t rename n to x",
        "alter index t_s rename to x",
    ),
    (
        Rule::RenameSchema,
        "alter schema clinic rename to x",
        "alter schema clinic owner to doctor",
    ),
    (
        Rule::RenameObject,
        "alter type status rename to x",
        "alter type status owner to doctor",
    ),
    (
        Rule::RenameObject,
        "alter function f(int) rename to g",
        "alter function f(int) owner to doctor",
    ),
    (
        Rule::RenameEnumValue,
        "alter type status rename value 'a' to 'c'",
        "alter type status rename to x",
    ),
    (
        Rule::NewEnumValue,
        "alter type status add value 'c' after 'b'",
        "create type kind as enum ('a')",
    ),
    (
        Rule::JsonColumn,
        "alter table t add x json",
        "alter table t add x jsonb",
    ),
    (
        Rule::ReplicaIdentity,
        "alter table t replica identity full",
        "alter table t set (fillfactor = 90)",
    ),
    (
        Rule::NameTooLong,
        "create table a23456789_123456789_123456789_123456789_123456789_123456789_1234 (id bigint)",
        "create table a23456789_123456789_123456789_123456789_123456789_123456789_123 (id bigint)",
    ),
];
