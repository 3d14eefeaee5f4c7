//! The types of columns.

use super::DdlError;
use crate::def::{ColumnDef, KnownType, TableDef};

/// Checks the dimensions of a vector, which the Rust types do not limit. The macro checks each `sql_type`.
pub(super) fn check(table: &TableDef) -> Result<(), DdlError> {
    for column in table.columns {
        if let Some(known) = KnownType::of(column)
            && let Some((least, most)) = known.violated_limits()
        {
            return Err(DdlError::TypeModifier {
                column: column.name,
                table: table.name,
                data_type: type_name(column),
                least,
                most,
            });
        }
    }
    Ok(())
}

/// Returns the type of a column as SQL spells it.
pub(super) fn type_name(column: &ColumnDef) -> String {
    column
        .sql_type
        .map_or_else(|| column.data_type.sql(), str::to_owned)
}
