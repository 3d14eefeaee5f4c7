//! Creates objects with SQL, and asserts the whole model that is read.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod access;
mod constraint;
mod index;
mod normal;
mod routine;
mod scope;
mod speed;
mod table;
mod unmodelled;
mod user_type;
mod view;

use schema_ddl::model::{Column, DataType, Model, Name, Table};
use schema_kit::introspect::{self, Introspection, Scope, Unmodelled};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, PgConnection};

/// Kinds of objects without a schema.
const OF_DATABASE: [&str; 7] = [
    "cast",
    "default privileges that the creator does not have",
    "event trigger",
    "foreign data wrapper",
    "foreign server",
    "publication",
    "user mapping",
];

/// Runs SQL in a namespace of its own, and returns the model without extensions. Everything must have a place in it.
#[track_caller]
fn model(sql: &str) -> Model {
    let read = introspection(sql, &Scope::default());
    assert_eq!(read.unmodelled, []);
    read.model
}

/// Runs SQL in a namespace of its own, and reads that namespace. `{schema}` in the SQL is its name.
fn introspection(sql: &str, scope: &Scope) -> Introspection {
    let mut result = None;
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, &sql.replace("{schema}", db.schema())).await;
        result = Some(read(&mut connection, scope).await);
    });
    result.unwrap()
}

async fn read(connection: &mut PgConnection, scope: &Scope) -> Introspection {
    let mut read = introspect::read(connection, scope).await.unwrap();
    read.model.extensions.clear();
    // Other tests create such objects, which belong to no schema.
    let of_database = |object: &Unmodelled| OF_DATABASE.contains(&object.kind.as_str());
    read.unmodelled.retain(|object| !of_database(object));
    read
}

async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}

/// The server's version as a number.
fn version(db: &TestDb) -> i32 {
    db.server_version_num()
}

fn column(name: &str, data_type: &str) -> Column {
    Column::new(name, DataType::parse(data_type))
}

fn nullable(name: &str, data_type: &str) -> Column {
    Column {
        nullable: true,
        ..column(name, data_type)
    }
}

fn table(name: &str, columns: Vec<Column>) -> Table {
    Table {
        columns,
        ..Table::new(Name::new(name))
    }
}

fn tables(tables: Vec<Table>) -> Model {
    Model {
        tables,
        ..Model::default()
    }
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|one| (*one).to_owned()).collect()
}

fn pairs<C: FromIterator<(String, String)>>(list: &[(&str, &str)]) -> C {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    list.iter().map(owned).collect()
}
