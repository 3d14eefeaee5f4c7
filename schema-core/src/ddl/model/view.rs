//! The model of a view.

use schema_ddl::model::View;

use super::index::index;
use super::{DdlError, owned, table_name};
use crate::def::ViewDef;

pub(in crate::ddl) fn view(def: &'static ViewDef) -> Result<View, DdlError> {
    let relation = def.relation;
    let failed = |error: sqlx::error::BoxDynError| DdlError::ViewQuery {
        view: relation.name,
        reason: error.to_string(),
    };
    let columns: Vec<&str> = relation.columns.iter().map(|column| column.name).collect();
    let comments = relation.columns.iter().filter_map(|column| {
        let comment = column.comment?;
        Some((column.name.to_owned(), comment.to_owned()))
    });
    let options = def.options.iter();
    let indexes = relation.names().indexes.into_iter().zip(relation.indexes);
    Ok(View {
        columns: owned(&columns),
        materialized: def.materialized,
        no_data: def.no_data,
        options: options
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        indexes: indexes
            .map(|(name, def)| index(name.into_owned(), def))
            .collect(),
        comment: relation.comment.map(str::to_owned),
        column_comments: comments.collect(),
        ..View::new(table_name(relation.name), (def.query)().map_err(failed)?)
    })
}
