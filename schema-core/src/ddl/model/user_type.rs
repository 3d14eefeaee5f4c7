//! The models of enums, composite types and domains.

use schema_ddl::model::{Check, Composite, DataType, Domain, Enum, Field};

use super::{name, owned};
use crate::types::{CompositeDef, DomainDef, EnumDef};

pub(super) fn enumeration(def: &EnumDef) -> Enum {
    Enum {
        name: name(def.schema, def.name),
        labels: owned(def.labels),
        comment: None,
    }
}

pub(super) fn composite(def: &CompositeDef) -> Composite {
    let fields = def.fields.iter().map(|field| Field {
        name: field.name.to_owned(),
        data_type: DataType::parse(&field.data_type.sql()),
        collate: None,
    });
    Composite {
        name: name(def.schema, def.name),
        fields: fields.collect(),
        comment: None,
    }
}

pub(super) fn domain(def: &DomainDef) -> Domain {
    let checks = def.check.iter().map(|expression| Check {
        // As Postgres names it.
        name: format!("{}_check", def.name),
        expression: (*expression).to_owned(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    });
    Domain {
        name: name(def.schema, def.name),
        base: DataType::parse(&def.base.sql()),
        collate: None,
        not_null: false,
        default: None,
        checks: checks.collect(),
        comment: None,
    }
}
