//! Scripts that create and drop a schema.

use schema_core::prelude::*;
use schema_tests::db;
use sqlx::{AssertSqlSafe, Executor as _};

use super::{
    COLUMNS, COMMENTS, CONSTRAINTS, ENUMS, INDEXES, NewOrder, Order, Patient, catalog,
    create_orders,
};

#[test]
fn create_fails_if_an_object_exists() {
    db::run(async |db| {
        create_orders(&db).await;

        let again = schema![Order, Patient].create().unwrap();
        let error = again.execute(db.pool()).await.unwrap_err();

        assert!(error.to_string().contains("already exists"), "{error}");
    });
}

#[test]
fn create_if_not_exists_can_be_run_again() {
    db::run(async |db| {
        let script = schema![Order, Patient].create_if_not_exists().unwrap();
        script.execute(db.pool()).await.unwrap();
        let mut before = String::new();
        for sql in [COLUMNS, CONSTRAINTS, INDEXES, COMMENTS, ENUMS] {
            before += &catalog(&db, sql).await;
        }
        let insert = Order.insert(NewOrder { tenant: 1 });
        insert.execute(db.pool()).await.unwrap();

        script.execute(db.pool()).await.unwrap();
        script.execute(db.pool()).await.unwrap();

        let mut after = String::new();
        for sql in [COLUMNS, CONSTRAINTS, INDEXES, COMMENTS, ENUMS] {
            after += &catalog(&db, sql).await;
        }
        assert_eq!(after, before);
        let rows = Order.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn create_if_not_exists_adds_missing_objects() {
    db::run(async |db| {
        create_orders(&db).await;
        let all = catalog(&db, INDEXES).await;
        let foreign_keys = catalog(&db, CONSTRAINTS).await;
        db.pool()
            .execute("drop index by_status; alter table orders drop constraint orders_tenant_patient_id_fkey")
            .await
            .unwrap();
        assert_ne!(catalog(&db, INDEXES).await, all);

        let script = schema![Order, Patient].create_if_not_exists().unwrap();
        script.execute(db.pool()).await.unwrap();

        assert_eq!(catalog(&db, INDEXES).await, all);
        // A foreign key that does not close a cycle is part of `create table`, which is skipped for an existing table.
        let is_cyclic = script
            .to_string()
            .contains("add constraint \"orders_tenant_patient_id_fkey\"");
        assert_eq!(catalog(&db, CONSTRAINTS).await == foreign_keys, is_cyclic);
    });
}

#[test]
fn drop_removes_tables_and_enums() {
    db::run(async |db| {
        create_orders(&db).await;

        let script = schema![Order, Patient].drop().unwrap();
        script.execute(db.pool()).await.unwrap();

        let left = "select relname::text from pg_class where relnamespace = current_schema()::regnamespace \
                    union all select typname::text from pg_type where typnamespace = current_schema()::regnamespace";
        assert_eq!(catalog(&db, left).await, "");
        script.execute(db.pool()).await.unwrap();
        create_orders(&db).await;
    });
}

#[test]
fn a_script_can_be_run_statement_by_statement() {
    db::run(async |db| {
        for statement in schema![Order, Patient].create().unwrap() {
            db.pool().execute(AssertSqlSafe(statement)).await.unwrap();
        }

        let rows = Order.select().fetch_all(db.pool()).await.unwrap();
        assert!(rows.is_empty());
    });
}
