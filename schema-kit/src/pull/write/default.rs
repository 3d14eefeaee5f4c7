//! `default = …`.

use schema_ddl::model::{Column, Name};
use schema_ddl::sql::quote;

use super::Writer;
use super::attribute::literal;
use super::types::variants;
use crate::pull::rust_type::{Element, RustType};

/// Writes a default as a Rust expression if it means the same, or else as SQL.
pub(super) fn write(writer: &Writer<'_>, column: &Column, found: &RustType) -> Option<String> {
    let sql = column.default.as_deref()?;
    let rust = rust(writer, column, found, sql);
    Some(match rust {
        Some(rust) => format!("default = {rust}"),
        None => format!("default = sql({})", literal(sql)),
    })
}

fn rust(writer: &Writer<'_>, column: &Column, found: &RustType, sql: &str) -> Option<String> {
    if found.array || found.sql_type.is_some() {
        return None;
    }
    let element = match &found.element {
        Element::Known(known) => known.as_str(),
        Element::Own(name) => return label(writer, name, sql),
    };
    let is_number = sql.bytes().all(|byte| byte.is_ascii_digit()) && sql.len() < 10;
    match (element, sql) {
        ("bool", "true" | "false")
        | ("DateTime<Utc>" | "OffsetDateTime", "now()")
        | ("Uuid", "gen_random_uuid()") => Some(sql.to_owned()),
        ("i16" | "i32" | "i64", _) if is_number && (element != "i16" || sql.len() < 5) => {
            Some(sql.to_owned())
        }
        ("String", _) if column.collate.is_none() => {
            let text = text(sql.strip_suffix("::text")?)?;
            Some(literal(&text))
        }
        _ => None,
    }
}

/// Returns the contents of `'it''s'`.
fn text(sql: &str) -> Option<String> {
    let inner = sql.strip_prefix('\'')?.strip_suffix('\'')?;
    let unescaped = inner.replace("''", "");
    let is_one = !unescaped.contains('\'') && !inner.contains('\\');
    is_one.then(|| inner.replace("''", "'"))
}

/// Returns the variant for `'pending'::order_status`.
fn label(writer: &Writer<'_>, name: &Name, sql: &str) -> Option<String> {
    let def = writer.model.enumeration(name)?;
    let (value, data_type) = sql.rsplit_once("::")?;
    let schema = name.schema.as_deref();
    let spellings = [
        quote::qualified(schema, &name.name),
        match schema {
            Some(schema) => format!("{}.{}", quote::word(schema), quote::word(&name.name)),
            None => quote::word(&name.name),
        },
    ];
    let value = text(value).filter(|_| spellings.iter().any(|one| one == data_type))?;
    let at = def.labels.iter().position(|label| *label == value)?;
    let variants = variants(&def.labels);
    Some(format!("{}::{}", writer.names.of(name), variants.get(at)?))
}
