//! The table-like part of a view.

use schema_ddl::model::{Column, Table, View};

/// Returns a table with the columns, indexes and comments of a view. The server knows nothing about NULL in a view, so each
/// column can be NULL.
pub(super) fn as_table(view: &View) -> Table {
    let columns = view.fields.iter().map(|field| Column {
        nullable: true,
        comment: view.column_comments.get(&field.name).cloned(),
        ..Column::new(&*field.name, field.data_type.clone())
    });
    Table {
        columns: columns.collect(),
        indexes: view.indexes.clone(),
        comment: view.comment.clone(),
        ..Table::new(view.name.clone())
    }
}
