//! [`create table`](https://www.postgresql.org/docs/current/sql-createtable.html).

use super::column::column;
use super::order::Order;
use super::{Existing, constraint, quote};
use crate::def::TableDef;

/// Returns the statement that creates a table, with all its constraints except foreign keys that close a cycle.
pub(super) fn create(table: &'static TableDef, order: &Order, existing: Existing) -> String {
    let names = table.names();
    let mut lines: Vec<String> = table.columns.iter().map(column).collect();
    if let (Some(name), Some(key)) = (&names.primary_key, &table.primary_key) {
        lines.push(constraint::primary_key(name, key));
    }
    for (name, unique) in names.uniques.iter().zip(table.uniques) {
        lines.push(constraint::unique(name, unique));
    }
    for (name, check) in names.checks.iter().zip(table.checks) {
        lines.push(constraint::check(name, check.expression));
    }
    for (i, (name, key)) in names
        .foreign_keys
        .iter()
        .zip(table.foreign_keys)
        .enumerate()
    {
        if !order.is_cyclic(table, i) {
            lines.push(constraint::foreign_key(name, key));
        }
    }
    let head = format!("create table {}{}", existing.if_not_exists(), table.name);
    if lines.is_empty() {
        return format!("{head} ()");
    }
    format!("{head} (\n    {}\n)", lines.join(",\n    "))
}

/// Returns the statements that add the foreign keys that close a cycle.
pub(super) fn add_cyclic_foreign_keys(
    table: &'static TableDef,
    order: &Order,
    existing: Existing,
) -> Vec<String> {
    let names = table.names().foreign_keys;
    order
        .cyclic_of(table)
        .map(|(i, key)| {
            let constraint = constraint::foreign_key(&names[i], key);
            let statement = format!("alter table {} add {constraint}", table.name);
            match existing {
                Existing::Fail => statement,
                // Postgres has no `add constraint if not exists`.
                Existing::Keep => {
                    let found = format!(
                        "select from pg_constraint where conname = {} and conrelid = {}::regclass",
                        quote::literal(&names[i]),
                        quote::literal(&table.name.to_string())
                    );
                    quote::unless_exists(&found, &statement)
                }
            }
        })
        .collect()
}

/// Returns the statements that set the comments of a table and its columns.
pub(super) fn comments(table: &'static TableDef) -> Vec<String> {
    let of_table = table.comment.map(|comment| {
        format!(
            "comment on table {} is {}",
            table.name,
            quote::literal(comment)
        )
    });
    let of_columns = table.columns.iter().filter_map(|column| {
        let name = quote::name(column.name);
        let comment = quote::literal(column.comment?);
        Some(format!(
            "comment on column {}.{name} is {comment}",
            table.name
        ))
    });
    of_table.into_iter().chain(of_columns).collect()
}

/// Returns the statement that drops a table and the foreign keys that reference it.
pub(super) fn drop(table: &TableDef) -> String {
    format!("drop table if exists {} cascade", table.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing;
    use crate::ddl::testing::{
        BIGINT, CHECK, FOREIGN_KEY, INTEGER, PRIMARY_KEY, TABLE, UNIQUE, table,
    };
    use crate::def::{CheckDef, ColumnDef, ForeignKeyDef, PrimaryKeyDef, TableName, UniqueDef};

    const FULL: TableDef = TableDef {
        name: TableName {
            schema: Some("clinic"),
            name: "orders",
        },
        columns: &[
            testing::column("id", BIGINT),
            testing::column("patient_id", BIGINT),
            ColumnDef {
                nullable: true,
                ..testing::column("parent_id", BIGINT)
            },
            testing::column("priority", INTEGER),
        ],
        primary_key: Some(PrimaryKeyDef {
            columns: &["id", "patient_id"],
            ..PRIMARY_KEY
        }),
        uniques: &[UniqueDef {
            columns: &["id"],
            ..UNIQUE
        }],
        checks: &[CheckDef {
            expression: "priority >= 0",
            ..CHECK
        }],
        foreign_keys: &[
            ForeignKeyDef {
                columns: &["parent_id"],
                table: TableName {
                    schema: Some("clinic"),
                    name: "orders",
                },
                ..FOREIGN_KEY
            },
            ForeignKeyDef {
                columns: &["patient_id"],
                table: TableName {
                    schema: None,
                    name: "patients",
                },
                ..FOREIGN_KEY
            },
        ],
        ..TABLE
    };

    #[test]
    fn every_constraint_of_a_table_is_named() {
        static ORDERS: TableDef = FULL;
        static PATIENTS: TableDef = table("patients");
        let order = Order::of(&[&PATIENTS, &ORDERS]).unwrap();
        assert_eq!(
            create(&ORDERS, &order, Existing::Keep),
            r#"create table if not exists "clinic"."orders" (
    "id" bigint not null,
    "patient_id" bigint not null,
    "parent_id" bigint,
    "priority" integer not null,
    constraint "orders_pkey" primary key ("id", "patient_id"),
    constraint "orders_id_key" unique ("id"),
    constraint "orders_priority_check" check (priority >= 0),
    constraint "orders_parent_id_fkey" foreign key ("parent_id") references "clinic"."orders" ("id"),
    constraint "orders_patient_id_fkey" foreign key ("patient_id") references "patients" ("id")
)"#
        );
    }

    #[test]
    fn a_foreign_key_that_closes_a_cycle_is_added_later() {
        static PATIENTS: TableDef = TableDef {
            columns: &[
                testing::column("id", BIGINT),
                testing::column("last_order", BIGINT),
            ],
            foreign_keys: &[ForeignKeyDef {
                columns: &["last_order"],
                table: FULL.name,
                ..FOREIGN_KEY
            }],
            ..table("patients")
        };
        static ORDERS: TableDef = FULL;
        let order = Order::of(&[&ORDERS, &PATIENTS]).unwrap();
        assert_eq!(
            create(&PATIENTS, &order, Existing::Fail),
            r#"create table "patients" (
    "id" bigint not null,
    "last_order" bigint not null,
    constraint "patients_pkey" primary key ("id")
)"#
        );
        let add = "alter table \"patients\" add constraint \"patients_last_order_fkey\" \
                   foreign key (\"last_order\") references \"clinic\".\"orders\" (\"id\")";
        assert_eq!(
            add_cyclic_foreign_keys(&PATIENTS, &order, Existing::Fail),
            [add]
        );
        assert_eq!(
            add_cyclic_foreign_keys(&PATIENTS, &order, Existing::Keep),
            [format!(
                "do $$\nbegin\n    if not exists (select from pg_constraint where conname = 'patients_last_order_fkey' \
                 and conrelid = '\"patients\"'::regclass) then\n        {add};\n    end if;\nend\n$$"
            )]
        );
        assert_eq!(
            add_cyclic_foreign_keys(&ORDERS, &order, Existing::Keep),
            [""; 0]
        );
    }

    #[test]
    fn a_table_without_columns_is_a_table() {
        static EMPTY: TableDef = TableDef {
            name: TableName {
                schema: None,
                name: "empty",
            },
            ..TABLE
        };
        let order = Order::of(&[&EMPTY]).unwrap();
        assert_eq!(
            create(&EMPTY, &order, Existing::Fail),
            r#"create table "empty" ()"#
        );
    }

    #[test]
    fn comments_are_set_on_the_table_and_its_columns() {
        static NOTED: TableDef = TableDef {
            comment: Some("A patient's orders."),
            columns: &[
                testing::column("id", BIGINT),
                ColumnDef {
                    comment: Some("0 is\nnormal"),
                    ..testing::column("priority", INTEGER)
                },
            ],
            ..FULL
        };
        assert_eq!(
            comments(&NOTED),
            [
                r#"comment on table "clinic"."orders" is 'A patient''s orders.'"#,
                "comment on column \"clinic\".\"orders\".\"priority\" is '0 is\nnormal'",
            ]
        );
    }
}
