//! The rows of a pair: values of the first schema, and those that must survive.

use schema_ddl::diff::Renames;
use schema_ddl::model::{Column, DataType, Model, Name, Table};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

/// The rows of each table of the first schema.
const ROWS: i64 = 3;

/// Inserts rows that satisfy every check. The foreign keys are NULL.
pub(crate) async fn fill(connection: &mut PgConnection, model: &Model) {
    connection
        .execute("set session_replication_role = replica")
        .await
        .unwrap();
    for table in model
        .tables
        .iter()
        .filter(|table| table.partition_of.is_none())
    {
        for id in 1..=ROWS {
            if let Some(insert) = insert(model, table, id) {
                let result = connection.execute(AssertSqlSafe(insert.clone())).await;
                // A partitioned table may have no partition for the row.
                assert!(
                    result.is_ok() || table.partition_by.is_some(),
                    "{insert}: {result:?}"
                );
            }
        }
    }
    connection
        .execute("set session_replication_role = default")
        .await
        .unwrap();
}

fn insert(model: &Model, table: &Table, id: i64) -> Option<String> {
    let columns = table.columns.iter();
    let written = columns.filter(|column| column.generated.is_none());
    let written: Vec<_> = written.collect();
    let names: Vec<String> = written
        .iter()
        .map(|column| quote::name(&column.name))
        .collect();
    let values: Vec<String> = written
        .iter()
        .map(|column| match column.name.as_str() {
            "id" => id.to_string(),
            "ref" => "null".to_owned(),
            _ => value(model, &column.data_type.to_string(), id),
        })
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "insert into {} ({}) overriding system value values ({})",
            table.name,
            names.join(", "),
            values.join(", ")
        )
    })
}

/// A value that satisfies every check of its type.
fn value(model: &Model, data_type: &str, id: i64) -> String {
    match data_type {
        "integer" | "bigint" | "numeric(12,2)" | "numeric(14,3)" => id.to_string(),
        "boolean" => "true".to_owned(),
        "timestamp with time zone" => "'2025-06-01 00:00:00+00'".to_owned(),
        "date" => format!("'2025-06-0{id}'"),
        "jsonb" => "'{\"a\": 1}'".to_owned(),
        "uuid" => format!("'00000000-0000-0000-0000-00000000000{id}'"),
        "integer[]" => format!("'{{{id}}}'"),
        "int4range" => format!("'[{id},{id}]'"),
        "\"place\"" => {
            let place = model.composites.iter().find(|def| def.name.name == "place");
            match place.map_or(0, |place| place.fields.len()) {
                1 => "'(1)'".to_owned(),
                2 => "'(1,a)'".to_owned(),
                _ => "'(1,a,2)'".to_owned(),
            }
        }
        "\"mood\"" => {
            let mood = model.enums.iter().find(|def| def.name.name == "mood");
            let label = mood.and_then(|def| def.labels.first());
            label.map_or_else(|| "null".to_owned(), |label| quote::literal(label))
        }
        _ => format!("'x{id}'"),
    }
}

/// Values that must survive: how they are read before and after the change, and what was read before.
pub(crate) struct Survivor {
    before: String,
    after: String,
    values: Vec<String>,
}

impl Survivor {
    /// Fails if the values are not there after the change.
    pub(crate) async fn check(&self, connection: &mut PgConnection) -> Result<(), String> {
        self.compare(connection, &self.after).await
    }

    /// Fails if the values are not there after the way back.
    pub(crate) async fn check_back(&self, connection: &mut PgConnection) -> Result<(), String> {
        self.compare(connection, &self.before).await
    }

    async fn compare(&self, connection: &mut PgConnection, query: &str) -> Result<(), String> {
        let (found, expected) = (read(connection, query).await, &self.values);
        if found == *expected {
            return Ok(());
        }
        Err(format!(
            "`{query}` returned {expected:?} and returns {found:?}"
        ))
    }
}

/// Reads the values that must survive: of each table in both schemas, the columns with the same type in both.
pub(crate) async fn survivors(
    connection: &mut PgConnection,
    before: &Model,
    wanted: &Model,
    renames: &Renames,
) -> Vec<Survivor> {
    let mut all = Vec::new();
    for old in &before.tables {
        let Some(new) = wanted.table(&table_after(renames, &old.name)) else {
            continue;
        };
        // A partition can be detached or dropped, and its rows are then no longer in the partitioned table.
        if old.partition_of.is_some() || old.partition_by.is_some() || new.partition_by.is_some() {
            continue;
        }
        let kept = old.columns.iter().filter_map(|column| {
            let name = column_after(renames, &new.name, &column.name);
            let after = new.column(&name)?;
            is_kept(before, column, after).then(|| (column.name.clone(), name))
        });
        let (names, names_after): (Vec<String>, Vec<String>) = kept.unzip();
        if names.is_empty() {
            continue;
        }
        let before = query(&old.name, &names);
        all.push(Survivor {
            values: read(connection, &before).await,
            after: query(&new.name, &names_after),
            before,
        });
    }
    all
}

/// Reads all values, of tables in which no value is computed anew.
pub(crate) async fn all(connection: &mut PgConnection, model: &Model) -> Vec<Survivor> {
    let mut all = Vec::new();
    for table in model
        .tables
        .iter()
        .filter(|table| table.partition_of.is_none())
    {
        let names: Vec<String> = table.columns.iter().map(|one| one.name.clone()).collect();
        let query = if table.partition_by.is_some() {
            query(&table.name, &names).replacen("from only ", "from ", 1)
        } else {
            query(&table.name, &names)
        };
        all.push(Survivor {
            values: read(connection, &query).await,
            after: query.clone(),
            before: query,
        });
    }
    all
}

fn is_kept(before: &Model, old: &Column, new: &Column) -> bool {
    // A field of a composite type that is dropped takes its values with it.
    let is_row = |data_type: &DataType| {
        let mut composites = before.composites.iter();
        composites.any(|def| def.name == data_type.name)
    };
    old.generated.is_none()
        && new.generated.is_none()
        && !is_row(&old.data_type)
        && old.data_type == new.data_type
}

fn table_after(renames: &Renames, name: &Name) -> Name {
    let pair = renames.tables.iter().find(|(old, _)| old == name);
    pair.map_or_else(|| name.clone(), |(_, new)| new.clone())
}

fn column_after(renames: &Renames, table: &Name, name: &str) -> String {
    let mut columns = renames.columns.iter();
    let pair = columns.find(|(of, old, _)| of == table && old == name);
    pair.map_or_else(|| name.to_owned(), |(_, _, new)| new.clone())
}

fn query(table: &Name, columns: &[String]) -> String {
    let columns: Vec<String> = columns
        .iter()
        .map(|column| format!("{}::text collate \"C\"", quote::name(column)))
        .collect();
    format!(
        "select concat_ws('|', {}) from only {table} order by 1",
        columns.join(", ")
    )
}

async fn read(connection: &mut PgConnection, query: &str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(query.to_owned()))
        .persistent(false)
        .fetch_all(connection)
        .await
        .unwrap()
}
