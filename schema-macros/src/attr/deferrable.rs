//! `deferrable` and `initially_deferred`, and `not_valid` and `not_enforced`: the states of constraints.

use syn::Ident;
use syn::parse::ParseStream;

use super::value::flag;
use super::{Reader, Slot};

/// The keys that defer the check of a constraint.
#[derive(Default)]
pub(crate) struct DeferrableOptions {
    deferrable: Slot<()>,
    initially_deferred: Slot<()>,
}

impl DeferrableOptions {
    pub(crate) const KEYS: [&str; 2] = ["deferrable", "initially_deferred"];

    /// Parses a key. Returns `false` if it is not one of these.
    pub(crate) fn read(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<bool> {
        let slot = match key.to_string().as_str() {
            "deferrable" => &mut self.deferrable,
            "initially_deferred" => &mut self.initially_deferred,
            _ => return Ok(false),
        };
        flag(input, key)?;
        reader.set(slot, key.clone(), ());
        Ok(true)
    }

    /// The keys that are present.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Ident> {
        let keys = [self.deferrable.key(), self.initially_deferred.key()];
        keys.into_iter().flatten()
    }

    /// The time at which the database checks the constraint.
    pub(crate) fn time(&self) -> Deferrable {
        if self.initially_deferred.is_set() {
            Deferrable::InitiallyDeferred
        } else if self.deferrable.is_set() {
            Deferrable::InitiallyImmediate
        } else {
            Deferrable::No
        }
    }
}

/// The time at which a constraint is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deferrable {
    /// After each statement.
    No,
    /// After each statement, unless a transaction defers it.
    InitiallyImmediate,
    /// At the end of the transaction.
    InitiallyDeferred,
}

/// The keys of a constraint that is not checked for all rows.
#[derive(Default)]
pub(crate) struct ValidityOptions {
    not_valid: Slot<()>,
    not_enforced: Slot<()>,
}

impl ValidityOptions {
    pub(crate) const KEYS: [&str; 2] = ["not_valid", "not_enforced"];

    /// Parses a key. Returns `false` if it is not one of these.
    pub(crate) fn read(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<bool> {
        let slot = match key.to_string().as_str() {
            "not_valid" => &mut self.not_valid,
            "not_enforced" => &mut self.not_enforced,
            _ => return Ok(false),
        };
        flag(input, key)?;
        reader.set(slot, key.clone(), ());
        if let (Some(not_valid), Some(_)) = (self.not_valid.key(), self.not_enforced.key()) {
            let message = "a constraint that is `not_enforced` is never valid; remove `not_valid`";
            reader.errors.at(not_valid, message);
        }
        Ok(true)
    }

    /// The keys that are present.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Ident> {
        let keys = [self.not_valid.key(), self.not_enforced.key()];
        keys.into_iter().flatten()
    }

    /// The state of the constraint.
    pub(crate) fn validity(&self) -> Validity {
        Validity {
            not_valid: self.not_valid.is_set(),
            not_enforced: self.not_enforced.is_set(),
        }
    }
}

/// The rows that a constraint is checked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Validity {
    /// Rows that exist when it is added are not checked.
    pub(crate) not_valid: bool,
    /// No row is checked.
    pub(crate) not_enforced: bool,
}
