//! The definition of a constraint of a table.

use super::cursor::Cursor;
use crate::model::Name;

/// A constraint that a statement adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) struct NewConstraint {
    pub(in crate::hazard) name: Option<String>,
    pub(in crate::hazard) body: ConstraintBody,
    pub(in crate::hazard) not_valid: bool,
    pub(in crate::hazard) not_enforced: bool,
    /// The index that it is made of: `unique using index`.
    pub(in crate::hazard) using_index: Option<String>,
}

/// The kind of a constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) enum ConstraintBody {
    Check(String),
    ForeignKey {
        columns: Vec<String>,
        reference: Reference,
    },
    Unique {
        columns: Vec<String>,
        nulls_not_distinct: bool,
    },
    PrimaryKey {
        columns: Vec<String>,
    },
    Exclusion,
    NotNull(String),
}

/// What a foreign key references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) struct Reference {
    pub(in crate::hazard) table: Name,
    /// The columns. If there are none, they are the primary key.
    pub(in crate::hazard) columns: Vec<String>,
}

impl Reference {
    /// Reads what follows `references`, without the actions.
    pub(super) fn read(at: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            table: at.path()?,
            columns: at.names(),
        })
    }
}

/// True at the beginning of a constraint of a table.
pub(super) fn is_next(at: &Cursor<'_>) -> bool {
    at.is("constraint")
        || at.are(&["primary", "key"])
        || at.are(&["foreign", "key"])
        || at.are(&["not", "null"])
        || at.is("check")
        || at.is("unique")
        || at.is("exclude")
}

/// Reads `[constraint name] …`.
pub(super) fn read(mut at: Cursor<'_>) -> Option<NewConstraint> {
    let name = if at.eat(&["constraint"]) {
        at.name()
    } else {
        None
    };
    let mut using_index = None;
    let body = if at.eat(&["check"]) {
        ConstraintBody::Check(at.group()?.text().to_owned())
    } else if at.eat(&["foreign", "key"]) {
        let columns = at.names();
        at.eat(&["references"]);
        ConstraintBody::ForeignKey {
            columns,
            reference: Reference::read(&mut at)?,
        }
    } else if at.eat(&["primary", "key"]) {
        using_index = index(&mut at);
        ConstraintBody::PrimaryKey {
            columns: at.names(),
        }
    } else if at.eat(&["unique"]) {
        using_index = index(&mut at);
        let nulls_not_distinct = at.eat(&["nulls", "not", "distinct"]);
        at.eat(&["nulls", "distinct"]);
        ConstraintBody::Unique {
            columns: at.names(),
            nulls_not_distinct,
        }
    } else if at.eat(&["not", "null"]) {
        ConstraintBody::NotNull(at.name()?)
    } else if at.is("exclude") {
        ConstraintBody::Exclusion
    } else {
        return None;
    };
    Some(NewConstraint {
        name,
        body,
        not_valid: at.has(&["not", "valid"]),
        not_enforced: at.has(&["not", "enforced"]),
        using_index,
    })
}

fn index(at: &mut Cursor<'_>) -> Option<String> {
    if at.eat(&["using", "index"]) {
        at.name()
    } else {
        None
    }
}
