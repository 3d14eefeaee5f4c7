//! Inserts rows with `copy`, and replaces those that the server refuses.

use schema_ddl::model::Name;
use schema_ddl::sql::quote;
use sqlx::Connection as _;
use sqlx::postgres::{PgConnection, PgDatabaseError};

/// A refused row.
#[derive(Debug)]
pub(super) struct Refusal {
    /// The place of the row in the batch, if the server says which one it is.
    pub(super) row: Option<usize>,
    /// True if the values exist already.
    pub(super) is_duplicate: bool,
    /// The constraint.
    pub(super) constraint: Option<String>,
    /// The server's error.
    pub(super) error: sqlx::Error,
}

/// The statement of a table.
#[derive(Debug)]
pub(super) struct Copy {
    statement: String,
    table: String,
}

impl Copy {
    pub(super) fn new(table: &Name, columns: &[String]) -> Self {
        Self {
            statement: format!("copy {table} ({}) from stdin", quote::names(columns)),
            table: table.name.clone(),
        }
    }

    /// Inserts rows, or none of them.
    pub(super) async fn run<'r>(
        &self,
        connection: &mut PgConnection,
        rows: impl Iterator<Item = &'r [Option<String>]>,
    ) -> sqlx::Result<Result<(), Refusal>> {
        let mut data = String::new();
        for row in rows {
            write_row(&mut data, row);
        }
        let mut savepoint = connection.begin().await?;
        let result = self.send(&mut savepoint, data).await;
        let Err(error) = result else {
            savepoint.commit().await?;
            return Ok(Ok(()));
        };
        savepoint.rollback().await?;
        self.refusal(error).map(Err)
    }

    async fn send(&self, connection: &mut PgConnection, data: String) -> sqlx::Result<()> {
        let mut copy = connection.copy_in_raw(&self.statement).await?;
        copy.send(data.into_bytes()).await?;
        copy.finish().await?;
        Ok(())
    }

    /// Returns the refused row, or the error if other values would not help.
    fn refusal(&self, error: sqlx::Error) -> sqlx::Result<Refusal> {
        let Some(server) = error
            .as_database_error()
            .and_then(|error| error.try_downcast_ref::<PgDatabaseError>())
        else {
            return Err(error);
        };
        let code = server.code();
        // A constraint, a value that its type does not allow, or an exception of a trigger.
        let is_about_values = code.starts_with("23") || code.starts_with("22") || code == "P0001";
        if !is_about_values {
            return Err(error);
        }
        Ok(Refusal {
            row: server.r#where().and_then(|place| line(place, &self.table)),
            is_duplicate: code == "23505",
            constraint: server
                .constraint()
                .or_else(|| server.column())
                .map(str::to_owned),
            error,
        })
    }
}

/// Returns the place of the row in the context of an error: `COPY orders, line 3, column …`, with `line` in any language.
fn line(context: &str, table: &str) -> Option<usize> {
    let start = format!("COPY {table}, ");
    let rest = context.lines().find_map(|line| line.strip_prefix(&start))?;
    let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let line: usize = digits[..end].parse().ok()?;
    line.checked_sub(1)
}

/// Writes a row in the [text format](https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS).
fn write_row(data: &mut String, row: &[Option<String>]) {
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            data.push('\t');
        }
        match value {
            None => data.push_str("\\N"),
            Some(value) => {
                for c in value.chars() {
                    match c {
                        '\\' => data.push_str("\\\\"),
                        '\n' => data.push_str("\\n"),
                        '\r' => data.push_str("\\r"),
                        '\t' => data.push_str("\\t"),
                        c => data.push(c),
                    }
                }
            }
        }
    }
    data.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters_are_escaped() {
        let mut data = String::new();
        write_row(
            &mut data,
            &[Some(String::from("a\tb\\N\n")), None, Some(String::new())],
        );
        assert_eq!(data, "a\\tb\\\\N\\n\t\\N\t\n");
    }

    #[test]
    fn the_refused_row_is_found_in_the_context() {
        assert_eq!(line("COPY t1, line 3, column a: \"5\"", "t1"), Some(2));
        assert_eq!(
            line("PL/pgSQL f() line 9\nCOPY t, Zeile 12: «5»", "t"),
            Some(11)
        );
        assert_eq!(line("COPY u, line 3", "t"), None);
        assert_eq!(line("", "t"), None);
    }
}
