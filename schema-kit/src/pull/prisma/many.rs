//! Tables of relations in which both sides are lists, which Prisma creates.

use std::collections::BTreeMap;

use schema_ddl::model::{
    Action, Column, DataType, Deferrable, ForeignKey, Index, IndexElement, IndexOn, Match, Name,
    PrimaryKey, Table,
};

use super::ast::{Block, Field, Schema, find};
use super::schema::{Context, name};
use crate::pull::PullError;

/// Returns the table `_PostToTag` for each pair of lists.
pub(super) fn tables(
    schema: &Schema,
    context: &Context<'_>,
    created: &[Table],
) -> Result<Vec<Table>, PullError> {
    // The name of the relation, and the models of both sides.
    let mut relations: BTreeMap<String, Vec<&Block>> = BTreeMap::new();
    for block in schema
        .blocks
        .iter()
        .filter(|block| block.keyword == "model")
    {
        for field in &block.fields {
            let Some(other) = list_of_models(field, context) else {
                continue;
            };
            let back = other.fields.iter().any(|one| {
                // One list in a relation of a model with itself is the other side of a foreign key.
                let is_other = other.name != block.name || one.name != field.name;
                is_other
                    && list_of_models(one, context).is_some_and(|model| model.name == block.name)
                    && relation_name(one) == relation_name(field)
            });
            if back {
                let name = relation_name(field).map_or_else(
                    || {
                        let (a, b) = sorted(&block.name, &other.name);
                        format!("{a}To{b}")
                    },
                    str::to_owned,
                );
                relations.entry(name).or_default().push(block);
            }
        }
    }
    let pairs = relations.into_iter();
    pairs
        .map(|(name, models)| join_table(&name, &models, created))
        .collect()
}

fn sorted<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

/// Returns the model of which a field is a list, unless the other side has the foreign key.
fn list_of_models<'a>(field: &Field, context: &Context<'a>) -> Option<&'a Block> {
    let declared = field.data_type.as_ref().filter(|one| one.list)?;
    context.models.get(declared.name.as_str()).copied()
}

fn relation_name(field: &Field) -> Option<&str> {
    find(&field.attributes, "relation")?.get("name")?.text()
}

fn join_table(relation: &str, models: &[&Block], created: &[Table]) -> Result<Table, PullError> {
    let mut sides: Vec<&Block> = models.to_vec();
    sides.sort_by(|one, other| one.name.cmp(&other.name));
    let first = sides.first().copied();
    let (Some(a), Some(b)) = (first, sides.get(1).copied().or(first)) else {
        return Err(PullError::new(1, "a relation has no models"));
    };
    let of_first = name(a)?;
    let table_name = of_first.beside(format!("_{relation}"));
    let mut table = Table::new(table_name.clone());
    for (letter, model) in [("A", a), ("B", b)] {
        let (column, data_type) = sole_key(model, created)?;
        table.columns.push(Column::new(letter, data_type));
        let name = format!("{}_{letter}_fkey", table_name.name);
        table.foreign_keys.push(foreign_key(
            name,
            letter,
            super::schema::name(model)?,
            column,
        ));
    }
    table.primary_key = Some(PrimaryKey {
        name: format!("{}_AB_pkey", table_name.name),
        columns: vec!["A".into(), "B".into()],
        include: Vec::new(),
        deferrable: Deferrable::No,
        comment: None,
    });
    table.indexes.push(Index {
        name: format!("{}_B_index", table_name.name),
        method: "btree".into(),
        elements: vec![IndexElement {
            on: IndexOn::Column("B".into()),
            collate: None,
            operator_class: None,
            descending: false,
            nulls_first: None,
        }],
        include: Vec::new(),
        unique: false,
        nulls_not_distinct: false,
        with: BTreeMap::new(),
        filter: None,
        invalid: false,
        comment: None,
    });
    Ok(table)
}

fn foreign_key(name: String, column: &str, table: Name, references: String) -> ForeignKey {
    ForeignKey {
        name,
        columns: vec![column.to_owned()],
        table,
        references: vec![references],
        match_type: Match::Simple,
        on_delete: Action::Cascade,
        on_delete_columns: Vec::new(),
        on_update: Action::Cascade,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

/// Returns the only column of a primary key, and its type.
fn sole_key(model: &Block, created: &[Table]) -> Result<(String, DataType), PullError> {
    let table_name = name(model)?;
    let table = created.iter().find(|table| table.name == table_name);
    let key = table.and_then(|table| {
        let key = table
            .primary_key
            .as_ref()
            .filter(|key| key.columns.len() == 1)?;
        table.column(key.columns.first()?)
    });
    if let Some(column) = key {
        return Ok((column.name.clone(), column.data_type.clone()));
    }
    let message = format!(
        "`{}` is in a relation with lists on both sides, which needs a field with `@id`; add one",
        model.name
    );
    Err(PullError::new(model.line, message))
}
