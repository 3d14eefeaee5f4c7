//! Enums, domains and composite types.

use std::collections::BTreeSet;

use schema_ddl::model::{Composite, DataType, Domain, Kind, Model, Name};

use super::report::{QUOTE, Report, is_name, take};
use crate::pull::PullOptions;
use crate::pull::rust_type::{Element, OwnKind, OwnTypes, rust_type};

/// Returns the types that can be written in Rust, whether or not a column has them.
pub(super) fn known(from: &Model, options: PullOptions) -> OwnTypes {
    let mut own = OwnTypes::default();
    for def in &from.enums {
        let has_names = def.labels.iter().all(|label| !label.contains('\0'));
        if !def.labels.is_empty() && has_names && is_type_name(&def.name) {
            own.0.insert(def.name.clone(), OwnKind::Element);
        }
    }
    // A domain is never one of another type of the schema. So it is known before the fields of composite types are.
    for def in from.domains.iter().filter(|def| is_type_name(&def.name)) {
        if let Some(base) = rust_type(&def.base, &OwnTypes::default(), options) {
            let kind = if base.array {
                OwnKind::Array
            } else {
                OwnKind::Element
            };
            own.0.insert(def.name.clone(), kind);
        }
    }
    loop {
        let before = own.0.len();
        for def in &from.composites {
            if is_type_name(&def.name) && is_writable(def, &own, options) {
                own.0.insert(def.name.clone(), OwnKind::Element);
            }
        }
        if own.0.len() == before {
            return own;
        }
    }
}

/// The macros do not accept the name of a type of Postgres itself. In another schema it is no problem.
fn is_type_name(name: &Name) -> bool {
    let is_taken = name.schema.is_none() && DataType::parse(&name.name).built_in;
    is_name(&name.name) && !is_taken && name.schema.as_deref().is_none_or(is_name)
}

/// Postgres compares the types of the fields with those that a program sends. So each must be the one of its Rust type.
fn is_writable(def: &Composite, own: &OwnTypes, options: PullOptions) -> bool {
    !def.fields.is_empty()
        && def.fields.iter().all(|field| {
            let found = rust_type(&field.data_type, own, options);
            found.is_some_and(|found| found.sql_type.is_none()) && is_name(&field.name)
        })
}

/// Returns the types of columns, and the types of their fields.
pub(super) fn used(from: &Model, to: &Model, own: &OwnTypes) -> BTreeSet<Name> {
    let columns = to.tables.iter().flat_map(|table| &table.columns);
    let columns = columns.map(|column| &column.data_type);
    let of_views = to.views.iter().flat_map(|view| &view.fields);
    let of_views = of_views.map(|field| &field.data_type);
    let types = columns.chain(of_views);
    let mut open: Vec<Name> = types.map(|data_type| data_type.name.clone()).collect();
    let mut used = BTreeSet::new();
    while let Some(name) = open.pop() {
        if own.0.contains_key(&name) && used.insert(name.clone()) {
            let composite = from.composites.iter().find(|def| def.name == name);
            let fields = composite.into_iter().flat_map(|def| &def.fields);
            open.extend(fields.map(|field| field.data_type.name.clone()));
        }
    }
    used
}

/// Adds the types that are used, and reports the others.
pub(super) fn reduce(from: &Model, used: &BTreeSet<Name>, to: &mut Model, report: &mut Report) {
    for def in &from.enums {
        if !used.contains(&def.name) {
            unused(Kind::Enum, &def.name, def.labels.is_empty(), report);
            continue;
        }
        let mut def = def.clone();
        if take(&mut def.comment) {
            report.object(
                Kind::Enum,
                &def.name,
                "its comment, which is only in the source",
            );
        }
        to.enums.push(def);
    }
    for def in &from.composites {
        if !used.contains(&def.name) {
            unused(Kind::Composite, &def.name, false, report);
            continue;
        }
        let mut def = def.clone();
        for field in &mut def.fields {
            if take(&mut field.collate) {
                let reason = format!("the collation of its field `{}`", field.name);
                report.object(Kind::Composite, &def.name, reason);
            }
        }
        if take(&mut def.comment) {
            report.object(Kind::Composite, &def.name, "its comment");
        }
        to.composites.push(def);
    }
    for def in &from.domains {
        if used.contains(&def.name) {
            to.domains.push(domain(def.clone(), report));
        } else {
            unused(Kind::Domain, &def.name, false, report);
        }
    }
}

fn unused(kind: Kind, name: &Name, is_empty: bool, report: &mut Report) {
    let reason = if is_empty {
        "an enum without labels"
    } else if !is_name(&name.name) {
        QUOTE
    } else {
        "no column that was pulled has this type, and `schema!` finds types by their columns"
    };
    report.object(kind, name, reason);
}

fn domain(mut def: Domain, report: &mut Report) -> Domain {
    let mut missing: Vec<String> = Vec::new();
    if take(&mut def.not_null) {
        missing.push("`not null`; the columns that have this type may be NULL".into());
    }
    if let Some(default) = def.default.take() {
        missing.push(format!("its default `{default}`"));
    }
    if take(&mut def.collate) {
        missing.push("its collation".into());
    }
    if take(&mut def.comment) {
        missing.push("its comment".into());
    }
    let plain = OwnTypes::default();
    let base = rust_type(&def.base, &plain, PullOptions::default());
    if let Some(sql_type) = base.and_then(|base| base.sql_type) {
        missing.push(format!(
            "its type `{sql_type}`, which is that of the Rust type instead"
        ));
        def.base = without_modifier(&def.base);
    }
    for other in def.checks.drain(1.min(def.checks.len())..) {
        missing.push(format!(
            "its check `{}`; a domain has one",
            other.expression
        ));
    }
    if let Some(check) = def.checks.first_mut() {
        let name = format!("{}_check", def.name.name);
        if check.name != name {
            missing.push(format!("the name `{}` of its check", check.name));
            check.name = name;
        }
        let others = [take(&mut check.not_valid), take(&mut check.not_enforced)];
        if others.contains(&true) {
            missing.push("`not valid` of its check".into());
        }
        take(&mut check.comment);
    }
    for reason in missing {
        report.object(Kind::Domain, &def.name, reason);
    }
    def
}

/// Returns the type that Postgres has for the Rust type.
fn without_modifier(data_type: &DataType) -> DataType {
    let found = rust_type(data_type, &OwnTypes::default(), PullOptions::default());
    let element = found.map(|found| found.element);
    let name = match element {
        Some(Element::Known(text)) if text == "String" => "text",
        Some(Element::Known(text)) if text == "serde_json::Value" => "jsonb",
        _ => {
            return DataType {
                modifier: None,
                ..data_type.clone()
            };
        }
    };
    DataType {
        array: data_type.array,
        ..DataType::parse(name)
    }
}
