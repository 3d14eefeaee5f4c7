//! The model of a table.

use schema_ddl::model::{
    Check, Column, DataType, Generated, Identity, PrimaryKey, SequenceOptions, Table, Unique,
};
use schema_ddl::sql::quote;

use super::access::policy;
use super::exclusion::exclusion;
use super::foreign_key::foreign_key;
use super::index::index;
use super::partition::partition_by;
use super::trigger::triggers;
use super::{deferrable, owned, table_name};
use crate::def::{ColumnDef, DefaultDef, Identity as IdentityDef, TableDef};

pub(super) fn table(def: &'static TableDef) -> Table {
    let names = def.names();
    let primary_key = names.primary_key.zip(def.primary_key);
    let uniques = names.uniques.into_iter().zip(def.uniques);
    let checks = names.checks.into_iter().zip(def.checks);
    let foreign_keys = names.foreign_keys.into_iter().zip(def.foreign_keys);
    let indexes = names.indexes.into_iter().zip(def.indexes);
    let storage = def.storage;
    let exclusions = names.exclusions.into_iter().zip(storage.exclusions);
    let with = storage.with.iter();
    Table {
        columns: def.columns.iter().map(column).collect(),
        primary_key: primary_key.map(|(name, key)| PrimaryKey {
            name: name.into_owned(),
            columns: owned(key.columns),
            include: owned(key.include),
            deferrable: deferrable(key.deferrable),
            comment: None,
        }),
        uniques: uniques
            .map(|(name, unique)| Unique {
                name: name.into_owned(),
                columns: owned(unique.columns),
                include: owned(unique.include),
                nulls_not_distinct: unique.nulls_not_distinct,
                deferrable: deferrable(unique.deferrable),
                comment: None,
            })
            .collect(),
        checks: checks
            .map(|(name, check)| Check {
                name: name.into_owned(),
                expression: check.expression.to_owned(),
                no_inherit: false,
                not_valid: check.not_valid,
                not_enforced: check.not_enforced,
                comment: None,
            })
            .collect(),
        foreign_keys: foreign_keys
            .map(|(name, key)| foreign_key(name.into_owned(), key))
            .collect(),
        indexes: indexes
            .map(|(name, def)| index(name.into_owned(), def))
            .collect(),
        triggers: triggers(def),
        policies: def.access.policies.iter().map(policy).collect(),
        row_security: def.access.row_security,
        exclusions: exclusions
            .map(|(name, def)| exclusion(name.into_owned(), def))
            .collect(),
        partition_by: storage.partition_by.as_ref().map(partition_by),
        options: with
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        unlogged: storage.unlogged,
        comment: def.comment.map(str::to_owned),
        ..Table::new(table_name(def.name))
    }
}

fn column(def: &ColumnDef) -> Column {
    let data_type = match def.sql_type {
        Some(sql_type) => sql_type.to_owned(),
        None => def.data_type.sql(),
    };
    Column {
        nullable: def.nullable,
        default: def.default.map(|default| match default {
            DefaultDef::Sql(expression) => expression.to_owned(),
            DefaultDef::Value(value) => value(),
        }),
        identity: def.identity.map(|identity| Identity {
            always: identity == IdentityDef::Always,
            sequence: SequenceOptions::default(),
        }),
        generated: def.generated.map(|generated| Generated {
            expression: generated.expression.to_owned(),
            stored: generated.stored,
        }),
        collate: def.collate.map(quote::name),
        comment: def.comment.map(str::to_owned),
        ..Column::new(def.name, DataType::parse(&data_type))
    }
}
