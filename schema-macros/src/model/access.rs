//! Adds policies, grants and triggers to a [`Table`].

use super::{ColumnRef, Grant, Table, Trigger};
use crate::attr::{EventAttr, GrantAttr, PolicyAttr, PrivilegeAttr, TriggerAttr};
use crate::util::errors::Errors;
use crate::util::names::Name;
use proc_macro2::Ident;

impl Table<'_> {
    pub(super) fn add_policy(&mut self, attribute: PolicyAttr) {
        self.policies.push(attribute);
    }

    pub(super) fn add_grant(&mut self, attribute: GrantAttr, errors: &mut Errors) {
        let privileges = attribute.privileges.into_iter();
        let privileges = privileges.map(|PrivilegeAttr { word, columns }| (word, columns));
        let Some(privileges) = self.resolve_lists(privileges, errors) else {
            return;
        };
        let grantable = attribute.with_grant_option.is_set();
        if let Some(to) = attribute.to.value() {
            self.grants.push(Grant {
                privileges,
                to,
                grantable,
            });
        }
    }

    /// The parser reports what is missing.
    pub(super) fn add_trigger(&mut self, attribute: TriggerAttr, errors: &mut Errors) {
        let events = attribute.events.keyed();
        let Some(events) = events else {
            return;
        };
        let before = events.key == "before";
        let list = events.value.into_iter();
        let list = list.map(|EventAttr { word, columns }| (word, columns));
        let Some(events) = self.resolve_lists(list, errors) else {
            return;
        };
        let name = attribute.name.value().map(Name::from);
        let parts = (
            name,
            attribute.for_each_row.value(),
            attribute.execute.value(),
        );
        if let (Some(name), Some(for_each_row), Some(execute)) = parts {
            self.triggers.push(Trigger {
                name,
                before,
                events,
                for_each_row,
                when: attribute.when.value(),
                execute,
            });
        }
    }

    /// Resolves the columns after each word. Returns `None` if one is unknown.
    fn resolve_lists(
        &self,
        lists: impl Iterator<Item = (Ident, Vec<Ident>)>,
        errors: &mut Errors,
    ) -> Option<Vec<(Ident, Vec<ColumnRef>)>> {
        let mut complete = true;
        let mut resolved = Vec::new();
        for (word, columns) in lists {
            match self.resolve_all(&columns, &[], errors) {
                Some(columns) => resolved.push((word, columns)),
                None => complete = false,
            }
        }
        complete.then_some(resolved)
    }
}
