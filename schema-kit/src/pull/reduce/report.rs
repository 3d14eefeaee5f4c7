//! The list of what is left out.

use std::fmt::Display;

use schema_ddl::model::{Kind, Name, ObjectId};

use crate::pull::LeftOut;

/// Collects what is left out.
#[derive(Debug, Default)]
pub(super) struct Report(Vec<LeftOut>);

impl Report {
    pub(super) fn add(&mut self, object: &impl Display, reason: impl Into<String>) {
        self.0.push(LeftOut {
            object: object.to_string(),
            reason: reason.into(),
        });
    }

    /// Reports a part of a table.
    pub(super) fn part(&mut self, kind: Kind, table: &Name, part: &str, reason: impl Into<String>) {
        self.add(&ObjectId::part(kind, table.clone(), part), reason);
    }

    /// Reports an object with a name of its own.
    pub(super) fn object(&mut self, kind: Kind, name: &Name, reason: impl Into<String>) {
        self.add(&ObjectId::new(kind, name.clone()), reason);
    }

    /// Returns the list in alphabetical order.
    pub(super) fn finish(mut self) -> Vec<LeftOut> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// Takes a property away, and returns true if there was one.
pub(super) fn take<T: Default + PartialEq>(property: &mut T) -> bool {
    std::mem::take(property) != T::default()
}

/// True for a name that attributes accept: Postgres names have at most 63 bytes already.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['"', '\0'])
}

/// The reason for a name that attributes do not accept.
pub(super) const QUOTE: &str = "its name contains a quote, which attributes do not accept";
