//! Keys and constraints that are declared on the struct.

use super::resolve::name_in;
use super::{Check, ColumnRef, ForeignKey, Origin, PrimaryKey, Table, Unique};
use crate::attr::{
    CheckAttr, DeferrableOptions, ForeignKeyAttr, PrimaryKeyAttr, Reference, ReferenceOptions,
    UniqueAttr, ValidityOptions,
};
use crate::util::errors::Errors;

impl Table<'_> {
    pub(super) fn add_primary_key(&mut self, attribute: PrimaryKeyAttr, errors: &mut Errors) {
        let flags = DeferrableOptions::KEYS;
        let columns = self.resolve_non_empty(&attribute.columns, &flags, errors);
        let include = attribute.include.value().unwrap_or_default();
        let include = self.resolve_all(&include, &[], errors);
        let (Some(columns), Some(include)) = (columns, include) else {
            return;
        };
        self.primary_keys.push(PrimaryKey {
            origin: Origin::table(attribute.key),
            columns,
            include,
            deferrable: attribute.time.time(),
            name: name_in(attribute.name),
        });
    }

    pub(super) fn add_unique(&mut self, attribute: UniqueAttr, errors: &mut Errors) {
        let flags = ["nulls_not_distinct", "deferrable", "initially_deferred"];
        let columns = self.resolve_non_empty(&attribute.columns, &flags, errors);
        let include = attribute.include.value().unwrap_or_default();
        let include = self.resolve_all(&include, &[], errors);
        let (Some(columns), Some(include)) = (columns, include) else {
            return;
        };
        self.uniques.push(Unique {
            origin: Origin::table(attribute.key),
            columns,
            name: name_in(attribute.name),
            nulls_not_distinct: attribute.nulls_not_distinct.is_set(),
            include,
            deferrable: attribute.time.time(),
        });
    }

    pub(super) fn add_check(&mut self, attribute: CheckAttr) {
        let Some(condition) = attribute.condition.value() else {
            return;
        };
        self.checks.push(Check {
            condition,
            validity: attribute.validity.validity(),
            name: name_in(attribute.name),
        });
    }

    pub(super) fn add_foreign_key(&mut self, attribute: ForeignKeyAttr, errors: &mut Errors) {
        let flags = [DeferrableOptions::KEYS, ValidityOptions::KEYS].concat();
        let columns = self.resolve_non_empty(&attribute.columns, &flags, errors);
        let Some(reference) = attribute.references.value() else {
            return;
        };
        if let Some(columns) = columns {
            let origin = Origin::table(attribute.key);
            let mut foreign_key = ForeignKey::new(origin, columns, reference, attribute.options);
            foreign_key.name = name_in(attribute.name);
            self.foreign_keys.push(foreign_key);
        }
    }
}

impl ForeignKey {
    pub(super) fn new(
        origin: Origin,
        columns: Vec<ColumnRef>,
        reference: Reference,
        options: ReferenceOptions,
    ) -> Self {
        let deferrable = options.time.time();
        let validity = options.validity.validity();
        Self {
            origin,
            columns,
            table: reference.table,
            references: reference.columns,
            on_delete: options.on_delete.value(),
            on_update: options.on_update.value(),
            deferrable,
            validity,
            name: None,
        }
    }
}
