//! The normal form of a schema.

use schema_ddl::model::{Check, Column, DataType, Model, Name, Table};
use schema_kit::normal::{self, NormalError};
use schema_tests::db;

fn table(name: &str, check: &str) -> Table {
    Table {
        columns: vec![Column::new("a", DataType::parse("integer"))],
        checks: vec![Check {
            name: "positive".to_owned(),
            expression: check.to_owned(),
            no_inherit: false,
            not_valid: false,
            not_enforced: false,
            comment: None,
        }],
        ..Table::new(Name::new(name))
    }
}

#[test]
fn one_of_many_statements_that_the_server_refuses_is_named() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut tables: Vec<Table> = (100..350)
            .map(|at| table(&format!("t{at}"), "a > 0"))
            .collect();
        tables[220].checks[0].expression = "b > 0".to_owned();
        let mut model = Model {
            tables,
            ..Model::default()
        };
        let error = normal::normal(&mut connection, &model).await.unwrap_err();
        let NormalError::Statement { statement, .. } = &error else {
            panic!("{error}");
        };
        assert!(statement.contains("\"t320\""), "{error}");
        assert!(
            error.to_string().contains("column \"b\" does not exist"),
            "{error}"
        );

        model.tables.remove(220);
        let normal = normal::normal(&mut connection, &model).await.unwrap();
        assert_eq!(normal.tables.len(), 249);
        assert_eq!(normal.tables[7].checks[0].expression, "a > 0");
    });
}
