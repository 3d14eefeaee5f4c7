//! The statement that an error is about.

use sqlx::SqlStr;

use super::{Cause, ConstraintKind, Error, copy, length, parameter};
use crate::def::TableDef;

/// The table and the text of a running statement, kept so that an error can name them.
#[derive(Debug)]
pub(crate) struct Subject {
    table: Option<&'static TableDef>,
    sql: Option<SqlStr>,
}

impl Subject {
    /// Keeps the table and a copy of the text. The text is a constant or shared.
    #[inline]
    pub(crate) fn new(table: Option<&'static TableDef>, sql: Option<&SqlStr>) -> Self {
        Self {
            table,
            sql: sql.cloned(),
        }
    }

    /// Converts the error of the statement. An error about the statement's table is named after its definition.
    #[cold]
    pub(crate) fn error(&self, error: sqlx::Error) -> Error {
        let mut error = Error::classify(error, self.sql.as_ref());
        if let Some(def) = self.table {
            attribute(&mut error, def);
            name_column(&mut error, def);
        }
        error
    }
}

/// Names the columns of a violated constraint of the statement's table `def`, and the table instead of its partition.
///
/// The server may report another table: one that references a deleted row, or one that a trigger changes. That is left
/// as it is.
fn attribute(error: &mut Error, def: &'static TableDef) {
    let Error::Constraint {
        kind,
        schema,
        table: Some(table),
        constraint,
        columns,
        source,
        ..
    } = error
    else {
        return;
    };
    let same_name = **table == *def.name.name;
    let same_schema = def
        .name
        .schema
        .is_none_or(|name| schema.as_deref() == Some(name));
    // The server describes the context if a trigger, a function or the action of a foreign key caused the error.
    let direct = source
        .server()
        .is_some_and(|server| server.r#where().is_none_or(copy::is_context));
    // A table in a trigger has the same name in another Postgres schema, unless the definition tells.
    let own = same_name && same_schema && (direct || def.name.schema.is_some());
    let found = constraint.as_deref().and_then(|name| {
        if own {
            def.constraint(name)
        } else {
            def.constraint_of_partition(table, name)
        }
    });
    let ours = match kind {
        // The reported table is the one that references the deleted row.
        ConstraintKind::ForeignKey if deletes(source) => {
            own && found
                .as_ref()
                .is_some_and(|key| def.references_itself(&key.columns))
        }
        ConstraintKind::ForeignKey => own || direct && found.is_some(),
        _ => own || direct,
    };
    if !ours {
        return;
    }
    *schema = def.name.schema.map(Box::from);
    *table = def.name.name.into();
    if let Some(found) = found {
        *columns = found.columns.into_iter().map(str::to_owned).collect();
    }
}

/// Names the column of `def` whose value the server rejected, if it reports the value's parameter, or if it is the only one
/// with the type for which the value is too long. A value that is too long has at least a table.
fn name_column(error: &mut Error, def: &'static TableDef) {
    let Error::Value {
        message,
        table: table @ None,
        column,
        source,
    } = error
    else {
        return;
    };
    let (Some(server), Some(sql)) = (source.server(), source.sql()) else {
        return;
    };
    let found = match server.r#where() {
        Some(context) if copy::is_context(context) => {
            copy::column(context).and_then(|name| def.column(name))
        }
        Some(context) => parameter::number(context)
            .and_then(|number| parameter::column(sql, def.name.name, number))
            .and_then(|name| def.column(name)),
        // Without a context, the value is one that the statement writes, and not one of a trigger or a function.
        None if matches!(server.code(), TOO_LONG | OF_ANOTHER_LENGTH) => {
            *table = Some(def.name.name.into());
            length::column(def, sql, message)
        }
        None => None,
    };
    if let Some(found) = found {
        *table = Some(def.name.name.into());
        *column = Some(found.name.into());
    }
}

/// "value too long for type character varying(20)"
const TOO_LONG: &str = "22001";
/// "bit string length 4 does not match type bit(3)"
const OF_ANOTHER_LENGTH: &str = "22026";

/// Returns true if the statement deletes rows.
fn deletes(cause: &Cause) -> bool {
    cause.sql().is_some_and(|sql| sql.starts_with("delete"))
}
