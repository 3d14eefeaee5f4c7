//! The docs of generated items, which an editor shows on hover.

use quote::ToTokens;
use syn::Type;

use crate::attr::{DefaultValue, Identity};
use crate::model::{ActionKind, Column, Table};

pub(super) fn columns_struct(table: &Table<'_>) -> String {
    let (name, row) = (full_name(table), &table.original.ident);
    let word = table.word;
    format!(" The columns of {word} `{name}`, available as the constant `{row}`.")
}

pub(super) fn constant(table: &Table<'_>) -> Vec<String> {
    let name = full_name(table);
    let word = if table.word == "table" {
        "Table"
    } else {
        "View"
    };
    with_comment(table.comment.as_deref(), &format!("{word} `{name}`."))
}

/// The user's comment, followed by a summary of the attributes.
pub(super) fn column(table: &Table<'_>, index: usize, column: &Column<'_>) -> Vec<String> {
    let (name, ty) = (&column.sql_name.value, type_source(column.ty));
    let mut facts = vec![format!("Column `{name}`: `{ty}`")];
    if let Some(sql_type) = &column.sql_type {
        facts.push(format!("stored as `{}`", sql_type.value()));
    }
    let is_key = table
        .primary_key()
        .is_some_and(|key| key.columns.iter().any(|part| part.index == index));
    if is_key {
        facts.push("primary key".to_owned());
    }
    facts.extend(
        column
            .identity
            .as_ref()
            .map(|identity| match identity.value {
                Identity::Always => "assigned by the database".to_owned(),
                Identity::ByDefault => {
                    "assigned by the database unless an insert sets it".to_owned()
                }
            }),
    );
    facts.extend(column.default.as_ref().map(|default| match &default.value {
        DefaultValue::Value(value) | DefaultValue::Constant(value) => {
            format!("default `{}`", source(value))
        }
        DefaultValue::Sql(sql) => format!("default `{}`", sql.value()),
    }));
    facts.extend(column.generated.as_ref().map(|generated| {
        let sql = generated.value.sql.value();
        format!("generated as `{sql}`")
    }));
    if column.updated_at.is_some() {
        facts.push("set to `now()` by each update".to_owned());
    }
    facts.extend(references(table, index));
    let fact = facts.join(", ") + ".";
    with_comment(column.comment.as_deref(), &fact)
}

fn references<'t>(table: &'t Table<'_>, index: usize) -> impl Iterator<Item = String> + 't {
    table.foreign_keys.iter().filter_map(move |key| {
        let mut pairs = key.columns.iter().zip(&key.references);
        let (_, reference) = pairs.find(|(part, _)| part.index == index)?;
        let other = source(&key.table);
        let cascades = key
            .on_delete
            .as_ref()
            .is_some_and(|action| action.kind == ActionKind::Cascade);
        let deleted = if cascades {
            " and is deleted with it"
        } else {
            ""
        };
        Some(format!("references `{other}.{reference}`{deleted}"))
    })
}

pub(super) fn new_struct(table: &Table<'_>) -> String {
    let name = full_name(table);
    format!(
        " The required columns of an insert into table `{name}`; use `set` for the optional ones."
    )
}

/// The user's comment, if any; the docs of the table's constant have the details of the column.
pub(super) fn new_field(column: &Column<'_>) -> Vec<String> {
    column.comment.as_deref().map(spaced).into_iter().collect()
}

pub(super) fn find(columns: &[&Column<'_>], is_primary: bool) -> String {
    let conditions = columns.iter().zip(1..).map(|(column, number)| {
        let name = &column.sql_name.value;
        format!("\"{name}\" = ${number}")
    });
    let conditions: Vec<String> = conditions.collect();
    let by = if is_primary {
        "primary key"
    } else {
        "unique key"
    };
    format!(
        " Finds the row with this {by}: `where {}`.",
        conditions.join(" and ")
    )
}

fn full_name(table: &Table<'_>) -> String {
    let name = &table.sql_name.value;
    table
        .sql_schema
        .as_ref()
        .map_or_else(|| name.clone(), |schema| format!("{}.{name}", schema.value))
}

fn with_comment(comment: Option<&str>, fact: &str) -> Vec<String> {
    let comment = comment
        .into_iter()
        .flat_map(|comment| [spaced(comment), String::new()]);
    comment.chain([spaced(fact)]).collect()
}

/// The lines with the leading space that follows `///`.
fn spaced(text: &str) -> String {
    format!(" {}", text.replace('\n', "\n "))
}

/// A type as it appears in source code. Most are a single identifier, which does not need a `TokenStream`.
fn type_source(ty: &Type) -> String {
    match ty {
        Type::Path(path) => match path.path.get_ident() {
            Some(word) => word.to_string(),
            None => source(ty),
        },
        _ => source(ty),
    }
}

/// Tokens with the spacing of source code.
pub(super) fn source(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" (", "("),
        (" ;", ";"),
        ("& ", "&"),
        (" !", "!"),
        (" . ", "."),
    ] {
        text = text.replace(from, to);
    }
    text
}
