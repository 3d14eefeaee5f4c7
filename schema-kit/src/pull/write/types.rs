//! Enums, domains and composite types.

use std::collections::HashSet;

use schema_ddl::model::{Composite, Domain, Enum, Name};

use super::Writer;
use super::attribute::{self, literal, pair, push};
use crate::pull::{case, names};

/// Writes the types of the model.
pub(super) fn write(writer: &Writer<'_>, source: &mut String) {
    for def in &writer.model.enums {
        source.push('\n');
        enumeration(writer, def, source);
    }
    for def in &writer.model.domains {
        source.push('\n');
        domain(writer, def, source);
    }
    for def in &writer.model.composites {
        source.push('\n');
        composite(writer, def, source);
    }
}

fn name_and_schema(name: &Name, key: &str) -> Vec<String> {
    let mut items = vec![pair(key, &name.name)];
    items.extend(name.schema.as_deref().map(|schema| pair("schema", schema)));
    items
}

/// A value of `rename_all`, and the label that it gives to a variant.
type Case = (&'static str, fn(&str) -> String);

/// The label of a variant without `rename`, by the value of `rename_all`.
const CASES: [Case; 5] = [
    ("snake_case", |variant| case::snake(variant)),
    ("kebab-case", |variant| {
        case::words(variant).join("-").to_lowercase()
    }),
    ("SCREAMING_SNAKE_CASE", |variant| {
        case::words(variant).join("_").to_uppercase()
    }),
    ("PascalCase", |variant| variant.to_owned()),
    ("camelCase", |variant| {
        let mut chars = variant.chars();
        let first = chars.next().map(|first| first.to_lowercase().to_string());
        first.unwrap_or_default() + chars.as_str()
    }),
];

fn enumeration(writer: &Writer<'_>, def: &Enum, source: &mut String) {
    let variants = variants(&def.labels);
    let pairs = || variants.iter().zip(&def.labels);
    let fitting = |apply: fn(&str) -> String| {
        let fits = pairs().map(|(variant, label)| apply(variant) == *label);
        fits.filter(|fits| *fits).count()
    };
    // The first of the best: `max_by_key` returns the last one.
    let best = CASES.iter().rev().max_by_key(|(_, apply)| fitting(*apply));
    let (all, apply) = best.copied().unwrap_or(CASES[0]);
    let mut items = name_and_schema(&def.name, "name");
    if all != "snake_case" {
        items.push(pair("rename_all", all));
    }
    source.push_str("#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]\n");
    attribute::write(source, "", "pg_enum", &items);
    push(
        source,
        format!("pub enum {} {{\n", writer.names.of(&def.name)),
    );
    for (variant, label) in pairs() {
        if apply(variant) != *label {
            attribute::write(source, "    ", "pg_enum", &[pair("rename", label)]);
        }
        push(source, format!("    {variant},\n"));
    }
    source.push_str("}\n");
}

/// Returns a name of Rust for each label.
pub(super) fn variants(labels: &[String]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut variants = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let pascal = case::pascal(label);
        let is_name = pascal.starts_with(char::is_alphabetic)
            && syn::parse_str::<syn::Ident>(&pascal).is_ok();
        let wanted = match (is_name, pascal.is_empty()) {
            (true, _) => pascal,
            (false, true) => format!("Label{}", at + 1),
            (false, false) => format!("Label{pascal}"),
        };
        let unique = names::numbered(&wanted, |name| !taken.contains(name));
        taken.insert(unique.clone());
        variants.push(unique);
    }
    variants
}

fn domain(writer: &Writer<'_>, def: &Domain, source: &mut String) {
    let mut items = name_and_schema(&def.name, "domain");
    items.extend(
        def.checks
            .iter()
            .map(|check| pair("check", &check.expression)),
    );
    if def.base.array {
        items.push("no_array".into());
    }
    let base = writer.rust_type(&def.base);
    let base = base
        .map(|base| writer.type_text(&base, false))
        .unwrap_or_default();
    source.push_str("#[derive(PgNewtype, Debug, Clone, PartialEq)]\n");
    attribute::write(source, "", "pg_newtype", &items);
    push(
        source,
        format!("pub struct {}(pub {base});\n", writer.names.of(&def.name)),
    );
}

fn composite(writer: &Writer<'_>, def: &Composite, source: &mut String) {
    let items = name_and_schema(&def.name, "name");
    source.push_str("#[derive(PgComposite, Debug, Clone, PartialEq)]\n");
    attribute::write(source, "", "pg_composite", &items);
    push(
        source,
        format!("pub struct {} {{\n", writer.names.of(&def.name)),
    );
    let names: Vec<&str> = def.fields.iter().map(|field| field.name.as_str()).collect();
    for (field, rust) in def.fields.iter().zip(names::fields(&names)) {
        if rust.trim_start_matches("r#") != field.name {
            let name = format!("name = {}", literal(&field.name));
            attribute::write(source, "    ", "pg_composite", &[name]);
        }
        let found = writer.rust_type(&field.data_type);
        let text = found.map(|found| writer.type_text(&found, true));
        push(
            source,
            format!("    pub {rust}: {},\n", text.unwrap_or_default()),
        );
    }
    source.push_str("}\n");
}
