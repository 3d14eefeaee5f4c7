//! Tests of rules: good and bad statements, the texts, the counts and the locks.

mod details;
mod pairs;
mod script;

use super::state::State;
use super::statement;
use super::{Hazard, LintOptions, Rule, ScriptStatement, hazards, lint};
use crate::model::{Check, DataType, Domain, Model, Name, PartitionOf};

/// The schema of all tests.
const SCHEMA: &str = "\
create table u (id bigint primary key, code text not null);
create table t (id bigint primary key, n integer, m integer not null, s varchar(10), d numeric(10,2),
    u_id bigint references u, price money, kind status not null, home address, mail email, full_name text generated always as (s) stored,
    constraint short check (length(s) < 8));
create index t_s on t (s);
create index t_kind on t (kind);
create unique index t_m on t (m);
create unique index t_n on t (n);
create type status as enum ('a', 'b');
create table p (id bigint not null);
create table p_1 (id bigint not null);
create table o (id bigint not null)";

/// Returns the schema of all tests.
fn schema() -> Model {
    let mut state = State::new(&Model::default());
    for sql in SCHEMA.split(";\n") {
        state.apply(&statement::parse(sql));
    }
    let mut model = state.model;
    for table in &mut model.tables {
        if table.name.name == "p_1" {
            table.partition_of = Some(PartitionOf {
                parent: Name::new("p"),
                bound: String::from("default"),
            });
        }
    }
    model.domains.push(Domain {
        name: Name::new("email"),
        base: DataType::parse("text"),
        collate: None,
        not_null: false,
        default: None,
        checks: vec![Check {
            name: String::from("email_check"),
            expression: String::from("value ~ '@'"),
            no_inherit: false,
            not_valid: false,
            not_enforced: false,
            comment: None,
        }],
        comment: None,
    });
    model
}

/// Judges statements with semicolons between them. `commit` begins another transaction, and `outside:` is before a statement
/// without one.
fn judge(script: &str) -> Vec<(usize, Hazard)> {
    let mut number = 0;
    let mut statements = Vec::new();
    for sql in script.split(';').map(str::trim) {
        let outside = sql.strip_prefix("outside:");
        if sql == "commit" {
            number += 1;
        } else {
            statements.push(ScriptStatement {
                sql: outside.unwrap_or(sql),
                transaction: outside.is_none().then_some(number),
            });
        }
    }
    let options = LintOptions { hand_written: true };
    lint(&statements, &schema(), &options)
}

/// Returns the danger of a rule of one statement.
#[track_caller]
fn hazard(rule: Rule, sql: &str) -> Hazard {
    let found = hazards(sql, &schema());
    let rules: Vec<Rule> = found.iter().map(|one| one.rule).collect();
    let one = found.into_iter().find(|one| one.rule == rule);
    one.unwrap_or_else(|| panic!("{rule} is not among {rules:?}"))
}

/// The rules of one statement.
fn rules(sql: &str) -> Vec<Rule> {
    hazards(sql, &schema()).iter().map(|one| one.rule).collect()
}
