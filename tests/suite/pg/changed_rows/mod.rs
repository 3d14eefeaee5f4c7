//! Statements that change rows together with other tables: data-modifying `with`, `update … from`, `delete … using`,
//! `insert … select`, `merge`, `truncate`, old and new rows.

mod whole;

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "stock")]
#[derive(Debug, PartialEq)]
struct Stock {
    #[column(primary_key)]
    product: i32,
    amount: i32,
    note: Option<String>,
}

#[table(name = "deliveries")]
#[derive(Debug, PartialEq)]
struct Delivery {
    #[column(primary_key, identity)]
    id: i32,
    product: i32,
    amount: Option<i32>,
}

#[derive(Insertable, Selectable)]
#[insertable(Stock)]
struct Received {
    product: i32,
    amount: i32,
    note: Option<String>,
}

#[derive(Selectable)]
struct Moved {
    product: i32,
    amount: Option<i32>,
}

async fn fill(db: &TestDb) {
    create!(db, Stock, Delivery);
    for (product, amount) in [(1, 10), (2, 20), (3, 30)] {
        let new = Stock.insert(NewStock { product, amount });
        new.execute(db.pool()).await.unwrap();
    }
    for (product, amount) in [(1, Some(1)), (2, None), (4, Some(4))] {
        let new = Delivery
            .insert(NewDelivery { product })
            .set(Delivery.amount, amount);
        new.execute(db.pool()).await.unwrap();
    }
}

async fn stock(db: &TestDb) -> Vec<(i32, i32)> {
    let rows = Stock
        .select()
        .order_by(Stock.product)
        .columns((Stock.product, Stock.amount));
    rows.fetch_all(db.pool()).await.unwrap()
}

#[test]
fn update_from() {
    db::run(async |db| {
        fill(&db).await;
        let changed: Vec<(i32, Option<i32>)> = Stock
            .update()
            .from(Delivery)
            .set(
                Stock.amount,
                Stock.amount + Delivery.amount.assume_not_null(),
            )
            .filter(
                Stock
                    .product
                    .eq(Delivery.product)
                    .and(Delivery.amount.is_not_null()),
            )
            .returning((Stock.amount, Delivery.amount))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(changed, [(11, Some(1))]);
        assert_eq!(stock(&db).await, [(1, 11), (2, 20), (3, 30)]);
    });
}

#[test]
fn delete_using() {
    db::run(async |db| {
        fill(&db).await;
        let deleted = Stock
            .delete()
            .using(Delivery)
            .filter(Stock.product.eq(Delivery.product))
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(deleted, 2);
        assert_eq!(stock(&db).await, [(3, 30)]);

        // Without any condition left, nothing is deleted.
        let error = Stock
            .delete()
            .using(Delivery)
            .filter(None::<BoxedCondition<'_, (Stock, Delivery)>>)
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(matches!(error, Error::NothingFiltered { .. }), "{error}");
    });
}

#[test]
fn insert_from_a_query() {
    db::run(async |db| {
        fill(&db).await;
        let unknown = Delivery
            .select()
            .filter(Delivery.product.eq(4))
            .columns(SelectReceived {
                product: Delivery.product,
                amount: Delivery.id,
                note: sql!(Option<String>, "null::text"),
            });
        let products = Stock.insert_from(unknown).returning(Stock.product);
        assert_eq!(products.fetch_all(db.pool()).await.unwrap(), [4]);

        // The key exists: a conflict, and then an update.
        let error = Stock
            .insert_from(unknown)
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(error.is_unique_violation(), "{error}");
        let upsert = Stock
            .insert_from(unknown)
            .on_conflict(Stock.product)
            .do_update()
            .set_excluded(Stock.amount);
        assert_eq!(upsert.execute(db.pool()).await.unwrap(), 1);

        let copied = Stock
            .insert_columns((Stock.product, Stock.amount))
            .from(
                Stock
                    .select()
                    .filter(Stock.product.lt(3))
                    .columns((Stock.product + 100, Stock.amount)),
            )
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(copied, 2);
        assert_eq!(
            stock(&db).await,
            [(1, 10), (2, 20), (3, 30), (4, 3), (101, 10), (102, 20)]
        );

        // A required column is missing: the server says which.
        let error = Stock
            .insert_columns(Stock.product)
            .from(Stock.select().columns(Stock.product + 1000))
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(error.to_string().contains("amount"), "{error}");
    });
}

#[test]
fn identity_columns_are_overridden() {
    db::run(async |db| {
        fill(&db).await;
        let id = Delivery
            .insert(NewDelivery { product: 9 })
            .overriding_system_value()
            .set(Delivery.id, 77)
            .returning(Delivery.id);
        assert_eq!(id.fetch_one(db.pool()).await.unwrap(), 77);
        let copy = Delivery
            .select()
            .filter(Delivery.id.eq(77))
            .columns((Delivery.id + 1, Delivery.product));
        let kept = Delivery
            .insert_columns((Delivery.id, Delivery.product))
            .overriding_system_value()
            .from(copy)
            .returning(Delivery.id);
        assert_eq!(kept.fetch_one(db.pool()).await.unwrap(), 78);
        let ignored = Delivery
            .insert_columns((Delivery.id, Delivery.product))
            .overriding_user_value()
            .from(copy)
            .returning(Delivery.id);
        assert_eq!(ignored.fetch_one(db.pool()).await.unwrap(), 4);
    });
}

#[test]
fn with_moves_rows() {
    db::run(async |db| {
        fill(&db).await;
        let removed = Delivery
            .delete()
            .filter(Delivery.amount.is_not_null())
            .returning(SelectMoved {
                product: Delivery.product,
                amount: Delivery.amount,
            });
        let inserted = with(removed)
            .query(
                Stock
                    .insert_columns((Stock.product, Stock.amount))
                    .from(
                        Moved
                            .select()
                            .columns((Moved.product, Moved.amount.assume_not_null())),
                    )
                    .on_conflict(Stock.product)
                    .do_nothing()
                    .returning(Stock.product),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(inserted, [4]);
        let left = Delivery.select().columns(Delivery.product);
        assert_eq!(left.fetch_all(db.pool()).await.unwrap(), [2]);

        let low = Stock
            .select()
            .filter(Stock.amount.lt(20))
            .columns(SelectMoved {
                product: Stock.product,
                amount: Stock.amount.nullable(),
            });
        let changed = with(low)
            .query(
                Stock
                    .update()
                    .from(Moved)
                    .set(Stock.note, "low")
                    .filter(Stock.product.eq(Moved.product)),
            )
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(changed, 2);
        let deleted = with(low)
            .query(
                Stock
                    .delete()
                    .uses(Moved)
                    .filter(Stock.product.is_in(Moved.select().columns(Moved.product))),
            )
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(deleted, 2);
        assert_eq!(stock(&db).await, [(2, 20), (3, 30)]);
    });
}
