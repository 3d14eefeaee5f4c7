//! Diagrams of models.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod mermaid;
mod svg;

use schema_ddl::model::{
    Action, Column, DataType, Deferrable, Enum, ForeignKey, Index, IndexElement, IndexOn, Match,
    Model, Name, PartitionOf, PrimaryKey, Table, Unique,
};

fn column(name: &str, data_type: &str) -> Column {
    Column::new(name, DataType::parse(data_type))
}

fn nullable(name: &str, data_type: &str) -> Column {
    Column {
        nullable: true,
        ..column(name, data_type)
    }
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|one| (*one).to_owned()).collect()
}

fn primary_key(columns: &[&str]) -> PrimaryKey {
    PrimaryKey {
        name: String::from("pkey"),
        columns: strings(columns),
        include: Vec::new(),
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn unique(columns: &[&str]) -> Unique {
    Unique {
        name: String::from("key"),
        columns: strings(columns),
        include: Vec::new(),
        nulls_not_distinct: false,
        deferrable: Deferrable::No,
        comment: None,
    }
}

fn references(column: &str, table: &str) -> ForeignKey {
    ForeignKey {
        name: format!("{column}_fkey"),
        columns: strings(&[column]),
        table: Name::new(table),
        references: strings(&["id"]),
        match_type: Match::Simple,
        on_delete: Action::NoAction,
        on_delete_columns: Vec::new(),
        on_update: Action::NoAction,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn table(name: &str, columns: Vec<Column>) -> Table {
    Table {
        columns,
        primary_key: Some(primary_key(&["id"])),
        ..Table::new(Name::new(name))
    }
}

/// Tables with each kind of relation.
fn shop() -> Model {
    let customers = Table {
        uniques: vec![unique(&["email"])],
        ..table(
            "customers",
            vec![column("id", "bigint"), column("email", "varchar(200)")],
        )
    };
    let orders = Table {
        foreign_keys: vec![
            references("customer_id", "customers"),
            references("previous_id", "orders"),
        ],
        ..table(
            "orders",
            vec![
                column("id", "bigint"),
                column("customer_id", "bigint"),
                nullable("previous_id", "bigint"),
                column("status", "order_status"),
                column("total", "numeric(10,2)"),
                nullable("at", "timestamptz"),
            ],
        )
    };
    let invoices = Table {
        foreign_keys: vec![references("id", "orders"), references("region", "regions")],
        indexes: vec![Index {
            name: String::from("invoices_region"),
            method: String::from("btree"),
            elements: vec![IndexElement {
                on: IndexOn::Column(String::from("region")),
                collate: None,
                operator_class: None,
                descending: false,
                nulls_first: None,
            }],
            include: Vec::new(),
            unique: true,
            nulls_not_distinct: false,
            with: [].into(),
            filter: None,
            invalid: false,
            comment: None,
        }],
        ..table(
            "invoices",
            vec![column("id", "bigint"), nullable("region", "text")],
        )
    };
    let partition = Table {
        partition_of: Some(PartitionOf {
            parent: Name::new("orders"),
            bound: String::from("default"),
        }),
        ..table("orders_default", vec![column("id", "bigint")])
    };
    Model {
        tables: vec![orders, customers, invoices, partition],
        enums: vec![Enum {
            name: Name::new("order_status"),
            labels: strings(&["pending", "in transit"]),
            comment: None,
        }],
        ..Model::default()
    }
}

/// Names that are difficult in one of the formats.
const NASTY: [&str; 24] = [
    "to",
    "one",
    "Only One",
    "class",
    "title x",
    "PK",
    "fk",
    "Uk[]",
    "1st",
    "a\"b",
    "a%%b",
    "a\\b",
    "a#35;b",
    "a;b",
    "<script>alert('&')</script>",
    "a\nb",
    "a\u{1}b",
    "übung",
    "患者 表",
    "{}",
    "a }|..|{ b",
    "`a`",
    "-",
    "🦀",
];

fn nasty() -> Model {
    let tables = NASTY.map(|name| {
        let mut columns = vec![column("id", name)];
        columns.extend(NASTY.map(|name| nullable(name, "numeric(10, 2)")));
        Table {
            foreign_keys: NASTY.map(|column| references(column, name)).to_vec(),
            ..table(name, columns)
        }
    });
    let enums = NASTY.map(|name| Enum {
        name: Name::in_schema("a.b", name),
        labels: strings(&NASTY),
        comment: None,
    });
    Model {
        tables: tables.to_vec(),
        enums: enums.to_vec(),
        ..Model::default()
    }
}
