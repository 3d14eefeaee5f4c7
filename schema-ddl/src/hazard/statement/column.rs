//! The definition of a column.

use super::constraint::{ConstraintBody, NewConstraint, Reference};
use super::cursor::Cursor;
use crate::model::{Check, DataType, Domain, Name};

/// A column that a statement adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) struct NewColumn {
    pub(in crate::hazard) name: String,
    pub(in crate::hazard) data_type: DataType,
    pub(in crate::hazard) not_null: bool,
    /// The value in rows that exist.
    pub(in crate::hazard) value: Value,
    pub(in crate::hazard) constraints: Vec<NewConstraint>,
}

impl NewColumn {
    /// A domain that is defined like this column, as far as rules read it.
    pub(in crate::hazard) fn domain(&self, name: &Name) -> Domain {
        let checks = self.constraints.iter().filter_map(|one| match &one.body {
            ConstraintBody::Check(expression) => Some(Check {
                name: one.name.clone().unwrap_or_default(),
                expression: expression.clone(),
                no_inherit: false,
                not_valid: false,
                not_enforced: false,
                comment: None,
            }),
            _ => None,
        });
        Domain {
            name: name.clone(),
            base: self.data_type.clone(),
            collate: None,
            not_null: self.not_null,
            default: match &self.value {
                Value::Default(sql) => Some(sql.clone()),
                _ => None,
            },
            checks: checks.collect(),
            comment: None,
        }
    }
}

/// The value that a new column gets in rows that exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum Value {
    Null,
    /// The expression.
    Default(String),
    Serial,
    Identity,
    /// Computed when a row is written.
    Stored,
    /// Computed when a row is read.
    Virtual,
}

/// Words after the type or the default.
const WORDS: [&str; 15] = [
    "constraint",
    "null",
    "check",
    "unique",
    "primary",
    "references",
    "generated",
    "default",
    "collate",
    "storage",
    "compression",
    "deferrable",
    "initially",
    "using",
    "not",
];

/// True at the words that end a type.
pub(super) fn ends_type(at: &Cursor<'_>) -> bool {
    WORDS.iter().any(|word| at.is(word))
}

/// True at the words that end the expression of a default.
fn ends_default(at: &Cursor<'_>) -> bool {
    if at.is("not") {
        return at.are(&["not", "null"])
            || at.are(&["not", "deferrable"])
            || at.are(&["not", "valid"]);
    }
    ends_type(at)
}

/// Reads `name type …`.
pub(super) fn read(mut at: Cursor<'_>) -> Option<NewColumn> {
    let name = at.name()?;
    Some(definition(at, name))
}

/// Reads `type …`: the rest of a column, or of a domain.
pub(super) fn definition(mut at: Cursor<'_>, name: String) -> NewColumn {
    let type_text = at.read_until(ends_type).text();
    let lower = type_text.to_ascii_lowercase();
    let serial = match lower.as_str() {
        "smallserial" | "serial2" => Some("smallint"),
        "serial" | "serial4" => Some("integer"),
        "bigserial" | "serial8" => Some("bigint"),
        _ => None,
    };
    let mut column = NewColumn {
        name,
        data_type: DataType::parse(serial.unwrap_or(type_text)),
        not_null: serial.is_some(),
        value: serial.map_or(Value::Null, |_| Value::Serial),
        constraints: Vec::new(),
    };
    while !at.is_end() {
        clause(&mut at, &mut column);
    }
    column
}

/// Reads one clause after the type.
fn clause(at: &mut Cursor<'_>, column: &mut NewColumn) {
    let name = if at.eat(&["constraint"]) {
        at.name()
    } else {
        None
    };
    if at.eat(&["not", "null"]) {
        column.not_null = true;
    } else if at.eat(&["default"]) {
        let sql = default(at);
        if !sql.eq_ignore_ascii_case("null") {
            column.value = Value::Default(sql);
        }
    } else if at.eat(&["generated"]) {
        generated(at, column);
    } else if let Some(body) = body(at, column) {
        let marks = at.read_until(|at| ends_default(at) && !at.is("not"));
        column.constraints.push(NewConstraint {
            name,
            body,
            not_valid: marks.has(&["not", "valid"]),
            not_enforced: marks.has(&["not", "enforced"]),
            using_index: None,
        });
    } else {
        at.skip();
    }
}

/// Reads the expression of a default: at least one token, since it can be `null`.
fn default(at: &mut Cursor<'_>) -> String {
    let start = *at;
    if ends_default(at) {
        at.skip();
    }
    at.read_until(ends_default);
    start.text_before(at).to_owned()
}

/// `generated always as identity (…)`, `generated always as (…) stored`.
fn generated(at: &mut Cursor<'_>, column: &mut NewColumn) {
    let _ = at.eat(&["always"]) || at.eat(&["by", "default"]);
    at.eat(&["as"]);
    if at.eat(&["identity"]) {
        at.group();
        column.value = Value::Identity;
        column.not_null = true;
    } else {
        at.group();
        column.value = if at.eat(&["stored"]) {
            Value::Stored
        } else {
            Value::Virtual
        };
    }
}

fn body(at: &mut Cursor<'_>, column: &mut NewColumn) -> Option<ConstraintBody> {
    let columns = || vec![column.name.clone()];
    if at.eat(&["check"]) {
        return Some(ConstraintBody::Check(at.group()?.text().to_owned()));
    }
    if at.eat(&["primary", "key"]) {
        let columns = columns();
        column.not_null = true;
        return Some(ConstraintBody::PrimaryKey { columns });
    }
    if at.eat(&["unique"]) {
        let nulls_not_distinct = at.eat(&["nulls", "not", "distinct"]);
        at.eat(&["nulls", "distinct"]);
        return Some(ConstraintBody::Unique {
            columns: columns(),
            nulls_not_distinct,
        });
    }
    if at.eat(&["references"]) {
        return Some(ConstraintBody::ForeignKey {
            columns: columns(),
            reference: Reference::read(at)?,
        });
    }
    None
}
