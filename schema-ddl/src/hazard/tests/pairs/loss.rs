//! Lost data and locks.

use super::Pair;
use crate::hazard::Rule;

pub(super) const PAIRS: &[Pair] = &[
    (
        Rule::DropTable,
        "drop table t",
        "create table x (id bigint); drop table x",
    ),
    (
        Rule::DropColumn,
        "alter table t drop n",
        "alter table t alter n drop default",
    ),
    (
        Rule::DropColumn,
        "alter table t add x int, drop column if exists n",
        "alter table t drop column full_name",
    ),
    (
        Rule::DropAttribute,
        "alter type address drop attribute street",
        "alter type address add attribute street text",
    ),
    (
        Rule::DropSchema,
        "drop schema clinic",
        "create schema clinic",
    ),
    (
        Rule::DropDatabase,
        "drop database clinic",
        "create database clinic",
    ),
    (
        Rule::DropSequence,
        "drop sequence numbers",
        "alter sequence numbers restart",
    ),
    (Rule::DropCascade, "drop view v cascade", "drop view v"),
    (
        Rule::DropCascade,
        "alter table t drop column n cascade",
        "alter table t drop column n restrict",
    ),
    (
        Rule::Truncate,
        "truncate table only t",
        "delete from t where id = 1",
    ),
    (
        Rule::DeleteWithoutWhere,
        "delete from t",
        "delete from t where n = 1",
    ),
    (
        Rule::DeleteWithoutWhere,
        "delete from t using (select 1 where true) x",
        "delete from t as a where a.id = 1",
    ),
    (
        Rule::LossyType,
        "alter table t alter d type numeric(10,1)",
        "alter table t alter d type numeric(12,2)",
    ),
    (
        Rule::ShortLock,
        "alter table t add x integer",
        "create table x (id bigint)",
    ),
    (
        Rule::ShortLock,
        "create table x (u_id bigint references u)",
        "create table x (id bigint, x_id bigint references x)",
    ),
    (
        Rule::DropIndex,
        "drop index t_s",
        "outside: drop index concurrently t_s",
    ),
    (
        Rule::Trigger,
        "create trigger g before insert or update on t execute function f()",
        "create table x (id bigint); create trigger g before insert on x execute function f()",
    ),
    (
        Rule::Trigger,
        "alter table t disable trigger g",
        "alter table t disable rule g",
    ),
    (
        Rule::DetachPartition,
        "alter table p detach partition p_1",
        "outside: alter table p detach partition p_1 concurrently",
    ),
    (
        Rule::UpdateWithoutWhere,
        "update t set n = 1",
        "update t set n = 1 where id between 1 and 1000",
    ),
    (
        Rule::LockTable,
        "lock table t",
        "lock table t in row share mode",
    ),
    (
        Rule::MissingLockTimeout,
        "alter table t add x integer",
        "set local lock_timeout = '3s'; alter table t add x integer",
    ),
];
