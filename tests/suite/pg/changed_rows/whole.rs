//! `merge`, `truncate`, old and new rows, limits, and many rows at once.

use schema_core::prelude::*;
use schema_core::query::{merge_action, new, old, truncate};
use schema_tests::db;

use super::{Delivery, NewDelivery, NewStock, Stock, fill, stock};

#[test]
fn merge_changes_deletes_and_inserts() {
    db::run(async |db| {
        fill(&db).await;
        let mut actions: Vec<(String, i32)> = Stock
            .merge(Delivery, Stock.product.eq(Delivery.product))
            .when_matched()
            .and(Delivery.amount.is_null())
            .then_delete()
            .when_matched()
            .then_update()
            .set(
                Stock.amount,
                Stock.amount + Delivery.amount.assume_not_null(),
            )
            .when_not_matched()
            .then_insert()
            .set(Stock.product, Delivery.product)
            .set(Stock.amount, Delivery.amount.assume_not_null())
            .when_not_matched_by_source()
            .then_update()
            .set(Stock.note, "not delivered")
            .returning((merge_action(), Stock.product))
            .fetch_all(db.pool())
            .await
            .unwrap();
        actions.sort_by_key(|(_, product)| *product);
        let action = |name: &str, product| (name.to_owned(), product);
        assert_eq!(
            actions,
            [
                action("UPDATE", 1),
                action("DELETE", 2),
                action("UPDATE", 3),
                action("INSERT", 4)
            ]
        );
        assert_eq!(stock(&db).await, [(1, 11), (3, 30), (4, 4)]);

        let changed = Stock
            .merge(Delivery, Stock.product.eq(Delivery.product))
            .when_matched()
            .then_do_nothing()
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(changed, 0);

        // Two rows of the source for one of the table.
        Delivery
            .insert(NewDelivery { product: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        let error = Stock
            .merge(Delivery, Stock.product.eq(Delivery.product))
            .when_matched()
            .then_update()
            .set(Stock.amount, 0)
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(error.to_string().contains("second time"), "{error}");
        assert_eq!(stock(&db).await, [(1, 11), (3, 30), (4, 4)]);
    });
}

#[test]
fn truncate_removes_all_rows() {
    db::run(async |db| {
        fill(&db).await;
        Delivery
            .truncate()
            .restart_identity()
            .execute(db.pool())
            .await
            .unwrap();
        let id = Delivery
            .insert(NewDelivery { product: 1 })
            .returning(Delivery.id);
        assert_eq!(id.fetch_one(db.pool()).await.unwrap(), 1);
        truncate((Stock, Delivery))
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(stock(&db).await, []);
    });
}

#[test]
#[ignore = "needs Postgres 18; runs with DATABASE_URL set and --include-ignored"]
fn old_and_new_rows_are_returned() {
    db::run(async |db| {
        fill(&db).await;
        let update = Stock
            .update()
            .set(Stock.amount, 7)
            .filter(Stock.product.eq(1))
            .returning((old(Stock).amount, new(Stock).amount, Stock.amount));
        let row: (i32, i32, i32) = update.fetch_one(db.pool()).await.unwrap();
        assert_eq!(row, (10, 7, 7));

        let upsert = |product| {
            Stock
                .insert(NewStock { product, amount: 1 })
                .on_conflict(Stock.product)
                .do_update()
                .set_excluded(Stock.amount)
                .returning((old(Stock).amount, new(Stock).amount))
        };
        let row: (Option<i32>, i32) = upsert(1).fetch_one(db.pool()).await.unwrap();
        assert_eq!(row, (Some(7), 1));
        let row = upsert(9).fetch_one(db.pool()).await.unwrap();
        assert_eq!(row, (None, 1));

        let delete = Stock
            .delete()
            .filter(Stock.product.eq(9))
            .returning((old(Stock).all(), new(Stock).product));
        let row: (Stock, Option<i32>) = delete.fetch_one(db.pool()).await.unwrap();
        assert_eq!(
            row,
            (
                Stock {
                    product: 9,
                    amount: 1,
                    note: None
                },
                None
            )
        );
    });
}

#[test]
fn a_limit_chooses_rows_by_their_key() {
    db::run(async |db| {
        fill(&db).await;
        let changed: Vec<i32> = Stock
            .update()
            .set(Stock.amount, 0)
            .filter(Stock.amount.gt(5))
            .order_by(Stock.amount.desc())
            .limit(2)
            .returning(Stock.product)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(changed.len(), 2);
        assert_eq!(stock(&db).await, [(1, 10), (2, 0), (3, 0)]);
        let deleted = Stock.delete().all_rows().limit(1).skip_locked();
        assert_eq!(deleted.execute(db.pool()).await.unwrap(), 1);
        let error = Stock
            .delete()
            .filter(None::<BoxedCondition<'_, (Stock,)>>)
            .limit(1)
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(matches!(error, Error::NothingFiltered { .. }), "{error}");
        assert_eq!(stock(&db).await.len(), 2);
    });
}

#[test]
fn many_rows_get_different_values_in_one_statement() {
    #[derive(Selectable)]
    struct Count {
        product: i32,
        amount: i32,
        note: Option<String>,
    }

    db::run(async |db| {
        fill(&db).await;
        let counts = vec![
            Count {
                product: 1,
                amount: 100,
                note: None,
            },
            Count {
                product: 3,
                amount: 300,
                note: Some("counted".into()),
            },
            Count {
                product: 9,
                amount: 900,
                note: None,
            },
        ];
        let changed = Stock
            .update()
            .from(values(&counts))
            .set(Stock.amount, Count.amount)
            .set(Stock.note, Count.note)
            .filter(Stock.product.eq(Count.product))
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(changed, 2);
        let unknown: Vec<i32> = values(&counts)
            .select()
            .left_join(Stock, Stock.product.eq(Count.product))
            .filter(Stock.product.is_null())
            .columns(Count.product)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(unknown, [9]);
        assert_eq!(stock(&db).await, [(1, 100), (2, 20), (3, 300)]);
        let none = values(Vec::<Count>::new()).select().columns(count());
        assert_eq!(none.fetch_one(db.pool()).await.unwrap(), 0);
    });
}
