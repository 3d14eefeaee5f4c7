//! Programs with many tables.

use std::iter;

use schema_core::ddl::Schema;
use schema_core::def::{TableDef, TableName};
use schema_core::prelude::*;
use schema_ddl::model::{Column, DataType, Model};

#[derive(Debug, PgEnum)]
enum State {
    Open,
    Done,
}

#[table(name = "first")]
struct First {
    #[column(primary_key)]
    id: i64,
}

/// Ten columns, two indexes, a check, a unique constraint and a foreign key.
#[table(name = "copied")]
#[index(btree(title, amount))]
struct Copied {
    #[column(primary_key, identity)]
    id: i64,
    #[column(unique)]
    code: String,
    #[column(index)]
    title: String,
    #[column(check = "amount > 0 and amount < 1000", default = 1)]
    amount: i32,
    #[column(default = State::Open)]
    state: State,
    note: Option<String>,
    price: Option<f64>,
    #[column(default = now())]
    created: chrono::DateTime<chrono::Utc>,
    done: bool,
    #[column(references = First.id)]
    first: i64,
}

/// A program with this number of tables.
pub(crate) fn schema(tables: usize) -> Schema {
    let copies = (1..tables).map(|at| {
        let name = TableName {
            name: String::leak(format!("t{at}")),
            ..Copied::DEF.name
        };
        let def = TableDef {
            name,
            ..*Copied::DEF
        };
        &*Box::leak(Box::new(def))
    });
    let all: Vec<&'static TableDef> = iter::once(First::DEF).chain(copies).collect();
    Schema::new(all.leak())
}

pub(crate) fn model(tables: usize) -> Model {
    schema(tables).model().unwrap()
}

/// The model after a change of every table: a new column, a dropped one, an index less, a type, a default and NULL.
pub(crate) fn changed(model: &Model) -> Model {
    let mut changed = model.clone();
    for table in &mut changed.tables {
        table.columns.push(Column {
            default: Some("0".to_owned()),
            ..Column::new("added", DataType::parse("integer"))
        });
        table.indexes.pop();
        table.columns.retain(|column| column.name != "done");
        for column in &mut table.columns {
            match column.name.as_str() {
                "amount" => column.data_type = DataType::parse("bigint"),
                "note" => column.nullable = false,
                "title" => column.default = Some("''::text".to_owned()),
                _ => {}
            }
        }
    }
    changed
}
