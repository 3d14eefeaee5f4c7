//! The table and the columns that an error names: those of the statement, or none. Finding A18.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

use super::sql;

#[table(name = "orders")]
#[derive(Debug)]
#[primary_key(region, id)]
#[unique(region, email, name = "one_order_for_each_email")]
#[index(region, number, unique)]
#[check("price > 0", name = "has_a_price")]
struct Order {
    region: i32,
    id: i64,
    email: String,
    number: i64,
    price: i64,
    #[column(references = Customer.id)]
    customer: i64,
}

#[table(name = "customers")]
#[derive(Debug)]
struct Customer {
    #[column(primary_key)]
    id: i64,
    parent: Option<i64>,
}

/// Creates `orders` with one partition.
async fn orders(db: &TestDb) {
    create!(db, Customer);
    sql(
        db,
        "create table orders (
             region integer not null, id bigint not null, email text not null, number bigint not null,
             price bigint not null, customer bigint not null references customers (id),
             primary key (region, id), constraint one_order_for_each_email unique (region, email),
             constraint has_a_price check (price > 0)
         ) partition by list (region)",
    )
    .await;
    sql(
        db,
        "create unique index orders_region_number_idx on orders (region, number)",
    )
    .await;
    sql(
        db,
        "create table orders_of_region_1 partition of orders for values in (1)",
    )
    .await;
    let customer = Customer.insert(NewCustomer { id: 1 });
    customer.execute(db.pool()).await.unwrap();
    let first = Order.insert(order());
    first.execute(db.pool()).await.unwrap();
}

fn order() -> NewOrder {
    NewOrder {
        region: 1,
        id: 1,
        email: "a".into(),
        number: 1,
        price: 1,
        customer: 1,
    }
}

fn other() -> NewOrder {
    NewOrder {
        id: 2,
        email: "b".into(),
        number: 2,
        ..order()
    }
}

#[test]
fn an_error_about_a_partition_names_its_table() {
    db::run(async |db| {
        orders(&db).await;
        for (new, kind, columns) in [
            (
                NewOrder { id: 1, ..other() },
                ConstraintKind::Unique,
                &["region", "id"][..],
            ),
            (
                NewOrder {
                    email: "a".into(),
                    ..other()
                },
                ConstraintKind::Unique,
                &["region", "email"],
            ),
            (
                NewOrder {
                    number: 1,
                    ..other()
                },
                ConstraintKind::Unique,
                &["region", "number"],
            ),
            (
                NewOrder {
                    price: 0,
                    ..other()
                },
                ConstraintKind::Check,
                &["price"],
            ),
            (
                NewOrder {
                    customer: 7,
                    ..other()
                },
                ConstraintKind::ForeignKey,
                &["customer"],
            ),
        ] {
            let error = Order.insert(new).execute(db.pool()).await.unwrap_err();

            assert_eq!(error.constraint_kind(), Some(kind), "{error:?}");
            assert_eq!(error.table(), Some("orders"), "{error:?}");
            assert_eq!(error.columns(), columns, "{error:?}");
        }
        let error = Order
            .insert(NewOrder {
                number: 1,
                ..other()
            })
            .execute(db.pool())
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the statement violates the unique constraint `orders_of_region_1_region_number_idx` of table `orders`, \
             on columns `region`, `number`"
        );
    });
}

#[test]
fn a_missing_value_in_a_partition_names_its_table() {
    db::run(async |db| {
        orders(&db).await;
        sql(
            &db,
            "alter table orders alter column price set default null",
        )
        .await;
        sql(
            &db,
            "alter table orders add column added integer check (added > 5)",
        )
        .await;
        sql(&db, "update orders set added = 6").await;
        sql(&db, "alter table orders alter column added set not null").await;

        let error = Order.insert(other()).execute(db.pool()).await.unwrap_err();

        assert!(error.is_not_null_violation());
        assert_eq!(
            (error.table(), error.column()),
            (Some("orders"), Some("added"))
        );
    });
}

#[test]
fn a_referencing_table_is_named_as_the_server_does() {
    db::run(async |db| {
        orders(&db).await;

        let all = Customer.delete().all_rows();
        let error = all.execute(db.pool()).await.unwrap_err();

        assert!(error.is_foreign_key_violation());
        assert_ne!(error.table(), Some("customers"));
        assert_eq!(error.columns(), [""; 0]);
        assert_eq!(error.schema(), Some(db.schema()));
    });
}

#[test]
fn a_table_of_the_same_name_elsewhere_does_not_get_the_columns() {
    db::run(async |db| {
        create!(db, Customer);
        let other = format!("{}_other", db.schema());
        sql(&db, &format!("create schema {other}")).await;
        sql(
            &db,
            &format!("create table {other}.customers (id bigint, parent bigint, constraint customers_pkey primary key (parent))"),
        )
        .await;
        sql(
            &db,
            &format!(
                "create function copy() returns trigger language plpgsql as \
                 $$ begin insert into {other}.customers (id, parent) values (new.id, 1); return new; end $$"
            ),
        )
        .await;
        sql(
            &db,
            "create trigger copies after insert on customers for each row execute function copy()",
        )
        .await;

        let new = |id| Customer.insert(NewCustomer { id });
        new(1).execute(db.pool()).await.unwrap();
        let error = new(2).execute(db.pool()).await.unwrap_err();

        sql(&db, &format!("drop schema {other} cascade")).await;
        // `customers_pkey` is on `id` in the statement's table.
        assert!(error.is_unique_violation());
        assert_eq!(error.columns(), [""; 0]);
        assert_eq!(
            (error.schema(), error.table()),
            (Some(&*other), Some("customers"))
        );
        assert_eq!(
            error.to_string(),
            format!(
                "the statement violates the unique constraint `customers_pkey` of table `{other}.customers`"
            )
        );
    });
}

#[test]
fn a_row_that_a_table_of_the_same_name_references_is_not_its_own() {
    #[table(name = "nodes")]
    #[derive(Debug)]
    struct Node {
        #[column(primary_key)]
        id: i64,
        #[column(references = Customer.id)]
        parent: Option<i64>,
    }

    db::run(async |db| {
        create!(db, Customer, Node);
        let other = format!("{}_other", db.schema());
        sql(&db, &format!("create schema {other}")).await;
        sql(
            &db,
            &format!("create table {other}.nodes (parent bigint references nodes (id))"),
        )
        .await;
        sql(&db, "insert into nodes (id) values (1)").await;
        sql(&db, &format!("insert into {other}.nodes values (1)")).await;

        let error = Node
            .delete()
            .all_rows()
            .execute(db.pool())
            .await
            .unwrap_err();

        sql(&db, &format!("drop schema {other} cascade")).await;
        assert_eq!(error.constraint(), Some("nodes_parent_fkey"));
        assert_eq!(
            (error.schema(), error.table()),
            (Some(&*other), Some("nodes"))
        );
        assert_eq!(error.columns(), [""; 0]);
    });
}

#[test]
fn a_schema_in_the_definition_is_part_of_the_name() {
    #[table(name = "notes", schema = "attributed_elsewhere")]
    #[derive(Debug)]
    struct Elsewhere {
        #[column(primary_key)]
        id: i64,
    }

    db::run(async |db| {
        sql(&db, "drop schema if exists attributed_elsewhere cascade").await;
        sql(&db, "create schema attributed_elsewhere").await;
        create!(db, Elsewhere);
        let new = || Elsewhere.insert(NewElsewhere { id: 1 });
        new().execute(db.pool()).await.unwrap();

        let error = new().execute(db.pool()).await.unwrap_err();

        sql(&db, "drop schema attributed_elsewhere cascade").await;
        assert_eq!(error.schema(), Some("attributed_elsewhere"));
        assert_eq!((error.table(), error.column()), (Some("notes"), Some("id")));
        assert_eq!(
            error.to_string(),
            "the statement violates the unique constraint `notes_pkey` of table `attributed_elsewhere.notes`, \
             on column `id`"
        );
    });
}

#[test]
fn the_check_of_a_domain_names_the_domain() {
    db::run(async |db| {
        create!(db, Customer);
        sql(
            &db,
            "create domain price as bigint constraint positive check (value > 0)",
        )
        .await;
        sql(&db, "alter table customers alter column parent type price").await;
        sql(&db, "create domain known as bigint not null").await;

        let new = Customer
            .insert(NewCustomer { id: 1 })
            .set(Customer.parent, -1);
        let error = new.execute(db.pool()).await.unwrap_err();
        let row = Customer.insert(NewCustomer { id: 1 });
        row.execute(db.pool()).await.unwrap();
        let unknown = Customer
            .select()
            .columns(sql!(i64, "null::bigint::known"))
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert!(error.is_check_violation());
        assert_eq!((error.table(), error.columns()), (None, &[][..]));
        assert_eq!(
            (error.schema(), error.constraint()),
            (Some(db.schema()), Some("positive"))
        );
        assert_eq!(
            error.to_string(),
            format!(
                "the statement violates the check constraint `positive` of domain `{}.price`",
                db.schema()
            )
        );
        assert!(unknown.is_not_null_violation());
        assert_eq!(
            unknown.to_string(),
            format!(
                "the statement violates the not-null constraint of domain `{}.known`",
                db.schema()
            )
        );
    });
}

#[test]
fn an_error_through_a_view_names_the_view() {
    db::run(async |db| {
        sql(
            &db,
            "create table people (id bigint constraint people_pkey primary key, parent bigint)",
        )
        .await;
        sql(
            &db,
            "create view customers as select id, parent from people",
        )
        .await;
        let new = || Customer.insert(NewCustomer { id: 1 });
        new().execute(db.pool()).await.unwrap();

        let error = new().execute(db.pool()).await.unwrap_err();

        assert_eq!(
            (error.table(), error.column()),
            (Some("customers"), Some("id"))
        );
        assert_eq!(error.constraint(), Some("people_pkey"));
    });
}
