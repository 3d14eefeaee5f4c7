//! Finds the column for which a text is too long. The server names only the column's type.

use super::parameter;
use crate::def::{ColumnDef, TableDef};
use crate::types::name::TypeName;

/// Types with a length, as the server spells them. A name that contains another one is first.
const TYPES: [&str; 4] = ["character varying(", "character(", "bit varying(", "bit("];

/// Returns the column of the type in a message such as `value too long for type character varying(20)`. The server's
/// language decides about the other words.
///
/// There is none if the statement `sql` writes several columns of that type, or one whose type is not known to be another:
/// a domain may have a length too.
pub(super) fn column(
    def: &'static TableDef,
    sql: &str,
    message: &str,
) -> Option<&'static ColumnDef> {
    let rejected = TypeName::parse(spelled(message)?);
    let written = parameter::written(sql);
    let mut candidates = def.columns.iter().filter(|column| {
        let may_be = match type_of(column).builtin() {
            None => column.data_type.oid.is_some(),
            found => found == rejected.builtin() && type_of(column).modifier == rejected.modifier,
        };
        may_be && written.contains(&column.name)
    });
    let column = candidates.next()?;
    let is_only = candidates.next().is_none() && type_of(column).builtin().is_some();
    is_only.then_some(column)
}

fn type_of(column: &ColumnDef) -> TypeName {
    match column.sql_type {
        Some(sql) => TypeName::parse(sql),
        None => TypeName::parse(&column.data_type.sql()),
    }
}

/// Returns the type in a message, up to the parenthesis that closes its length.
fn spelled(message: &str) -> Option<&str> {
    let start = TYPES.iter().find_map(|name| message.find(name))?;
    let end = message[start..].find(')')?;
    Some(&message[start..=start + end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{DataType, SqlType};

    const TEXT: DataType = String::DATA_TYPE;

    const fn column_of(
        name: &'static str,
        data_type: DataType,
        sql_type: Option<&'static str>,
    ) -> ColumnDef {
        ColumnDef {
            name,
            field: name,
            data_type,
            sql_type,
            nullable: true,
            required: false,
            default: None,
            identity: None,
            generated: None,
            collate: None,
            renamed_from: None,
            comment: None,
        }
    }

    const NOTES: &TableDef = &TableDef {
        columns: &[
            column_of("title", TEXT, Some("varchar(20)")),
            column_of("code", TEXT, Some("character varying (5)")),
            column_of("codes", Vec::<String>::DATA_TYPE, Some("VARCHAR(5)[]")),
            column_of("country", TEXT, Some("char(2)")),
            column_of("flags", crate::types::Bits::<3>::DATA_TYPE, None),
            column_of("body", TEXT, None),
            column_of("label", TEXT, Some("short_text")),
        ],
        ..TableDef::NONE
    };

    const INSERT: &str =
        r#"insert into "notes" ("title", "code", "codes", "country", "flags", "body") values ($1)"#;

    #[track_caller]
    fn is(sql: &str, message: &str, expected: Option<&str>) {
        let found = column(NOTES, sql, message).map(|column| column.name);
        assert_eq!(found, expected, "{sql}: {message}");
    }

    #[test]
    fn the_only_column_of_the_type_is_found() {
        let too_long = |name: &str| format!("value too long for type {name}");
        is(INSERT, &too_long("character varying(20)"), Some("title"));
        is(INSERT, &too_long("character(2)"), Some("country"));
        is(
            INSERT,
            "Wert zu lang für Typ character varying(20)",
            Some("title"),
        );
        is(
            INSERT,
            "bit string length 4 does not match type bit(3)",
            Some("flags"),
        );
        is(INSERT, &too_long("character varying(7)"), None);
        is(INSERT, "division by zero", None);
    }

    #[test]
    fn one_of_several_columns_is_not_guessed() {
        let too_long = "value too long for type character varying(5)";
        is(INSERT, too_long, None);
        is(
            r#"update "notes" set "code" = $1 where "notes"."codes" = $2"#,
            too_long,
            Some("code"),
        );
        is(
            r#"insert into "notes" ("code", "label") values ($1, $2)"#,
            too_long,
            None,
        );
    }
}
