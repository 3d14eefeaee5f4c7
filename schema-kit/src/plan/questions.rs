//! Names that may be renames.

use std::fmt;

use schema_ddl::diff::Renames;
use schema_ddl::model::{Model, Name, Table};
use serde::Serialize;

use super::PlanError;

/// A new table or column that may be a dropped one under another name. Nobody but the author knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The table of a new column, under its new name. It is `None` if the table itself is new.
    pub table: Option<Name>,
    /// The new name.
    pub new: String,
    /// The Postgres schema of a new table.
    #[serde(skip)]
    schema: Option<String>,
    /// The old names, the most similar one first.
    pub candidates: Vec<String>,
}

impl Question {
    /// Adds the answer that the object is the one with this old name.
    pub fn answer(&self, old: &str, renames: &mut Renames) {
        if let Some(table) = &self.table {
            let column = (table.clone(), old.to_owned(), self.new.clone());
            renames.columns.push(column);
        } else {
            let name = |name: &str| Name {
                schema: self.schema.clone(),
                name: name.to_owned(),
            };
            renames.tables.push((name(old), name(&self.new)));
        }
    }

    /// Returns the text of `--rename` for an old name.
    pub fn rename(&self, old: &str) -> String {
        let schema =
            |schema: Option<&String>| schema.map(|one| format!("{one}.")).unwrap_or_default();
        match &self.table {
            Some(table) => format!(
                "{}{}.{old}={}",
                schema(table.schema.as_ref()),
                table.name,
                self.new
            ),
            None => format!("{}{old}={}", schema(self.schema.as_ref()), self.new),
        }
    }
}

/// Writes the question.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.table {
            Some(table) => write!(f, "is column \"{}\" of table {table} new?", self.new),
            None => write!(f, "is table \"{}\" new?", self.new),
        }
    }
}

/// Returns the new tables and columns that may be renamed ones. Those that are in `renames` are not asked again.
///
/// A column can only be renamed from one of the same type.
///
/// ```
/// use schema_ddl::diff::Renames;
/// use schema_ddl::model::{Column, DataType, Model, Name, Table};
/// use schema_kit::plan::questions;
///
/// let users = |column: &str| Model {
///     tables: vec![Table {
///         columns: vec![Column::new(column, DataType::parse("text"))],
///         ..Table::new(Name::new("users"))
///     }],
///     ..Model::default()
/// };
/// let questions = questions(&users("mail"), &users("email"), &Renames::default());
/// assert_eq!(questions[0].to_string(), r#"is column "email" of table "users" new?"#);
/// assert_eq!(questions[0].rename("mail"), "users.mail=email");
/// ```
pub fn questions(from: &Model, to: &Model, renames: &Renames) -> Vec<Question> {
    let Ok(from) = renames.renamed(from, to) else {
        return Vec::new();
    };
    let mut questions = Vec::new();
    let dropped: Vec<&Table> = from
        .tables
        .iter()
        .filter(|table| to.table(&table.name).is_none() && table.partition_of.is_none())
        .collect();
    for new in &to.tables {
        match from.table(&new.name) {
            Some(old) => questions.extend(columns(old, new)),
            None => questions.extend(table(&dropped, new)),
        }
    }
    questions
}

fn table(dropped: &[&Table], new: &Table) -> Option<Question> {
    let mut candidates: Vec<(usize, &str)> = dropped
        .iter()
        .filter(|old| old.name.schema == new.name.schema)
        .map(|old| (common(old, new), old.name.name.as_str()))
        .filter(|(common, _)| *common > 0)
        .collect();
    candidates.sort_by_key(|(common, _)| std::cmp::Reverse(*common));
    (!candidates.is_empty()).then(|| Question {
        table: None,
        new: new.name.name.clone(),
        schema: new.name.schema.clone(),
        candidates: candidates
            .into_iter()
            .map(|(_, name)| name.to_owned())
            .collect(),
    })
}

/// Returns the number of columns that are equal in name and type.
fn common(old: &Table, new: &Table) -> usize {
    let columns = new.columns.iter();
    columns
        .filter(|column| {
            let old = old.column(&column.name);
            old.is_some_and(|old| old.data_type == column.data_type)
        })
        .count()
}

fn columns<'a>(old: &'a Table, new: &'a Table) -> impl Iterator<Item = Question> + 'a {
    let added = new
        .columns
        .iter()
        .filter(|column| old.column(&column.name).is_none());
    added.filter_map(|column| {
        let dropped = old.columns.iter();
        let candidates: Vec<String> = dropped
            .filter(|one| new.column(&one.name).is_none() && one.data_type == column.data_type)
            .map(|one| one.name.clone())
            .collect();
        (!candidates.is_empty()).then(|| Question {
            table: Some(new.name.clone()),
            new: column.name.clone(),
            schema: None,
            candidates,
        })
    })
}

/// Adds a rename that is written as `old_table=new_table` or `table.old_column=new_column`, with the new name of the table.
///
/// A name with a Postgres schema has one more part: `app.users.mail=email`. If a first part is the name of a Postgres schema
/// of the model, `app.users=people` renames a table.
///
/// ```
/// use schema_ddl::diff::Renames;
/// use schema_ddl::model::{Model, Name};
/// use schema_kit::plan::parse_rename;
///
/// let mut renames = Renames::default();
/// parse_rename("users=people", &Model::default(), &mut renames)?;
/// parse_rename("people.mail=email", &Model::default(), &mut renames)?;
/// assert_eq!(renames.tables, [(Name::new("users"), Name::new("people"))]);
/// assert_eq!(renames.columns, [(Name::new("people"), "mail".into(), "email".into())]);
/// # Ok::<(), schema_kit::plan::PlanError>(())
/// ```
///
/// # Errors
///
/// If the text has another form.
pub fn parse_rename(text: &str, wanted: &Model, renames: &mut Renames) -> Result<(), PlanError> {
    let error = || PlanError::Rename {
        text: text.to_owned(),
    };
    let (old, new) = text.split_once('=').ok_or_else(error)?;
    let old: Vec<&str> = old.split('.').map(str::trim).collect();
    let new = new.trim();
    if new.is_empty() || old.iter().any(|part| part.is_empty()) {
        return Err(error());
    }
    let is_namespace = |name: &str| wanted.namespaces.iter().any(|one| one.name == name);
    match old.as_slice() {
        [table] => renames.tables.push((Name::new(*table), Name::new(new))),
        [schema, table] if is_namespace(schema) => renames.tables.push((
            Name::in_schema(*schema, *table),
            Name::in_schema(*schema, new),
        )),
        [table, column] => {
            let column = (*column).to_owned();
            renames
                .columns
                .push((Name::new(*table), column, new.to_owned()));
        }
        [schema, table, column] => {
            let table = Name::in_schema(*schema, *table);
            renames
                .columns
                .push((table, (*column).to_owned(), new.to_owned()));
        }
        _ => return Err(error()),
    }
    Ok(())
}
