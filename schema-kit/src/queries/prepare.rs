//! Prepares a statement in the scratch schema.

use schema_ddl::sql::lexer::{self, TokenKind};
use sqlx::postgres::{PgDatabaseError, PgErrorPosition, PgTypeInfo};
use sqlx::{
    AssertSqlSafe, Column as _, Connection as _, Either, Executor as _, PgConnection,
    SqlSafeStr as _, Statement as _,
};

use super::catalog::Catalog;
use super::{ExpectedType, Found, Missing, MissingKind, Problem};

/// A statement that the server accepts.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) parameters: Vec<String>,
    pub(super) columns: Vec<ActualColumn>,
}

/// A column of the result.
#[derive(Debug)]
pub(super) struct ActualColumn {
    pub(super) name: String,
    pub(super) data_type: PgTypeInfo,
    /// True if it is a column of a table that can be NULL.
    pub(super) nullable: bool,
}

/// Prepares a statement with parameters of these types, as the program does. The server infers those that are not known. If
/// it refuses the statement, the transaction is aborted.
pub(super) async fn prepare(
    connection: &mut PgConnection,
    catalog: &Catalog,
    sql: &str,
    sent: &[Option<ExpectedType>],
) -> sqlx::Result<Result<Prepared, Problem>> {
    let types = match catalog.declared(sent) {
        Ok(types) => types,
        Err(problem) => return Ok(Err(problem)),
    };
    let text = AssertSqlSafe(sql.to_owned()).into_sql_str();
    let statement = match connection.prepare_with(text, &types).await {
        Ok(statement) => statement,
        Err(error) => return refused(sql, sent, error).map(Err),
    };
    let parameters = match statement.parameters() {
        Some(Either::Left(types)) => types.iter().map(|one| catalog.type_name(one)).collect(),
        _ => Vec::new(),
    };
    let columns = statement.columns().iter().map(|column| {
        let place = column.relation_id().zip(column.relation_attribute_no());
        ActualColumn {
            name: column.name().to_owned(),
            data_type: column.type_info().clone(),
            nullable: place.is_some_and(|(table, column)| catalog.is_nullable(table, column)),
        }
    });
    Ok(Ok(Prepared {
        parameters,
        columns: columns.collect(),
    }))
}

/// Forgets a statement that is prepared again with parameters of other types: sqlx knows it by its text alone.
pub(super) async fn forget(connection: &mut PgConnection, query: &Found) -> sqlx::Result<()> {
    if query.parameters.len() > 1 {
        connection.clear_cached_statements().await?;
    }
    Ok(())
}

/// Returns the problem that an error of the server describes, or the error if it is none of the statement's.
pub(super) fn refused(
    sql: &str,
    sent: &[Option<ExpectedType>],
    error: sqlx::Error,
) -> sqlx::Result<Problem> {
    let Some(server) = error
        .as_database_error()
        .and_then(|error| error.try_downcast_ref::<PgDatabaseError>())
    else {
        return Err(error);
    };
    let message = server.message().to_owned();
    // The type of a parameter is unknown, or a function exists for several types.
    let known = !sent.is_empty() && sent.iter().all(Option::is_some);
    if !known && matches!(server.code(), "42P18" | "42725") {
        return Ok(Problem::Undetermined { message });
    }
    Ok(Problem::Refused {
        message,
        hint: server.hint().map(str::to_owned),
        missing: missing(sql, server),
    })
}

/// Returns the object that does not exist. Its name is read from the statement, because messages can be translated.
fn missing(sql: &str, error: &PgDatabaseError) -> Option<Missing> {
    let kind = match error.code() {
        "42P01" => MissingKind::Table,
        "42703" => MissingKind::Column,
        "42883" => MissingKind::Function,
        "42704" => MissingKind::Type,
        "3F000" => MissingKind::Schema,
        _ => return None,
    };
    let Some(PgErrorPosition::Original(position)) = error.position() else {
        return None;
    };
    let name = name_at(sql, position)?;
    Some(Missing { kind, name })
}

/// Returns the name at a character, with the names before it, without quotes. The first character is 1.
fn name_at(sql: &str, position: usize) -> Option<String> {
    let (start, _) = sql.char_indices().nth(position.checked_sub(1)?)?;
    let tokens = lexer::tokens(&sql[start..]).ok()?;
    let (first, rest) = tokens.split_first()?;
    let Some(mut name) = first.name() else {
        return Some(first.text.to_owned());
    };
    for pair in rest.chunks_exact(2) {
        match (pair[0].text, pair[1].kind, pair[1].name()) {
            (".", TokenKind::Word | TokenKind::Quoted, Some(next)) => {
                name.push('.');
                name.push_str(&next);
            }
            _ => break,
        }
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_at_a_position_has_all_its_parts() {
        let sql = r#"select 'ü', "a b"."c""d" from x where y <=> 1"#;
        let at = |part: &str| {
            let before = sql.split(part).next().unwrap();
            name_at(sql, before.chars().count() + 1)
        };
        assert_eq!(at("\"a b").as_deref(), Some("a b.c\"d"));
        assert_eq!(at("x where").as_deref(), Some("x"));
        assert_eq!(at("<=>").as_deref(), Some("<=>"));
        assert_eq!(name_at(sql, 0), None);
        assert_eq!(name_at(sql, 100), None);
    }
}
