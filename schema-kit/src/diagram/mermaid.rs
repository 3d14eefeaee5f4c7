//! Mermaid: <https://mermaid.js.org/syntax/entityRelationshipDiagram.html>.

use std::fmt::Write as _;

use schema_ddl::model::{Enum, Model};

use super::picture::{self, Entity, Relation, Row};

/// Words with a meaning in the syntax. As names they must be in quotes.
const KEYWORDS: [&str; 18] = [
    "accdescr",
    "acctitle",
    "class",
    "classdef",
    "default",
    "direction",
    "end",
    "erdiagram",
    "many",
    "one",
    "only",
    "optionally",
    "style",
    "subgraph",
    "title",
    "to",
    "u",
    "zero",
];

/// Returns the schema as a Mermaid diagram.
///
/// A table is an entity with its columns, their types, and the marks `PK`, `FK` and `UK`. A foreign key is a relation, and
/// an enum is an entity with its labels. Partitions and views are not shown. Mermaid allows few characters in the names of
/// columns and in types; others become `_`, and the text in quotes after the column contains the real name.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     #[column(sql_type = "varchar(20)")]
///     title: Option<String>,
/// }
///
/// let model = schema![Note].model()?;
/// assert_eq!(
///     schema_kit::diagram::mermaid(&model),
///     "erDiagram\n    notes {\n        bigint id PK\n        varchar(20) title \"null\"\n    }\n"
/// );
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
pub fn mermaid(model: &Model) -> String {
    let entities = picture::entities(model);
    let mut text = String::from("erDiagram\n");
    for entity in &entities {
        write_entity(&mut text, entity);
    }
    let mut enums: Vec<&Enum> = model.enums.iter().collect();
    enums.sort_by_key(|def| &def.name);
    for def in enums {
        write_enum(&mut text, def);
    }
    for relation in picture::relations(&entities) {
        write_relation(&mut text, &relation);
    }
    text
}

fn write_entity(text: &mut String, entity: &Entity<'_>) {
    let name = name(&picture::display(&entity.table.name));
    if entity.rows.is_empty() {
        line(text, 1, &name);
        return;
    }
    line(text, 1, &format!("{name} {{"));
    for row in &entity.rows {
        line(text, 2, &attribute(row));
    }
    line(text, 1, "}");
}

fn write_enum(text: &mut String, def: &Enum) {
    let title = picture::display(&def.name);
    let alias = quoted(&format!("enum {title}"));
    line(text, 1, &format!("{}[{alias}] {{", name(&title)));
    for label in &def.labels {
        let plain = word(label);
        let comment = comment([(plain != *label).then(|| label.clone())]);
        line(text, 2, &format!("label {plain}{comment}"));
    }
    line(text, 1, "}");
}

fn write_relation(text: &mut String, relation: &Relation<'_>) {
    let parent = if relation.optional { "|o" } else { "||" };
    let child = if relation.unique { "o|" } else { "o{" };
    let path = if relation.identifying { "--" } else { ".." };
    let label = quoted(&relation.key.columns.join(", "));
    line(
        text,
        1,
        &format!(
            "{} {parent}{path}{child} {} : {label}",
            name(&picture::display(&relation.key.table)),
            name(&picture::display(relation.child)),
        ),
    );
}

fn line(text: &mut String, depth: usize, contents: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "{:width$}{contents}", "", width = depth * 4);
}

/// Returns a column: its type, name, marks, and a text with what these do not express.
fn attribute(row: &Row<'_>) -> String {
    let (data_type, name) = (word(&row.data_type), word(row.name));
    let marks = match row.marks.as_slice() {
        [] => String::new(),
        marks => format!(" {}", marks.join(", ")),
    };
    let comment = comment([
        (name != row.name).then(|| row.name.to_owned()),
        (data_type != row.data_type).then(|| row.data_type.clone()),
        row.nullable.then(|| String::from("null")),
    ]);
    format!("{data_type} {name}{marks}{comment}")
}

fn comment<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(" {}", quoted(&parts.join(", ")))
}

/// Returns the name of an entity, in quotes if that is necessary.
fn name(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !KEYWORDS.contains(&name.to_ascii_lowercase().as_str());
    if is_plain {
        name.to_owned()
    } else {
        quoted(name)
    }
}

/// Returns a text in quotes. Characters that end it, or begin something else in it, become
/// [entity codes](https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '%' | '\\' | '#' | ';' | '<' | '>' | '&' | '`' | '{' | '}' => {
                let _ = write!(quoted, "#{};", u32::from(c));
            }
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Returns the text with only the characters that a type or the name of a column can have.
fn word(text: &str) -> String {
    let allowed = |c: char| {
        let is_plain = c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '[' | ']' | '(' | ')');
        if is_plain { c } else { '_' }
    };
    let word: String = text.chars().map(allowed).collect();
    let starts_well = word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    // Mermaid reads the marks in any case, and also before other characters: `pk`, `FK[]`.
    let first = word
        .split(['-', '[', ']', '(', ')'])
        .next()
        .unwrap_or_default();
    let is_mark = ["pk", "fk", "uk"].contains(&first.to_ascii_lowercase().as_str());
    if !starts_well || is_mark {
        format!("_{word}")
    } else {
        word
    }
}
