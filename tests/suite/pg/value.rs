//! Rust values as expressions.

use schema_core::Error;
use schema_core::expr::literal;
use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i32,
    size: Option<i32>,
}

#[test]
fn a_value_is_read_back() {
    db::run(async |db| {
        create!(db, Item);
        Item.insert(NewItem { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();

        let sent: (i64, String, Option<i32>, Vec<f64>, i32) = Item
            .select()
            .filter(value(1).eq(Item.id))
            .columns((
                value(7_i64),
                value("a"),
                value(None::<i32>),
                value([1.5]),
                value(10) - Item.id,
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(sent, (7, "a".into(), None, vec![1.5], 9));
    });
}

#[test]
fn a_literal_is_read_back() {
    db::run(async |db| {
        create!(db, Item);
        Item.insert(NewItem { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();

        let written: (i32, i64, i16, f64, String, bool, Option<i64>, Vec<i64>) = Item
            .select()
            .columns((
                literal(-7),
                literal(i64::MIN),
                literal(5_i16),
                literal(0.1),
                literal("it's \\ \"\n"),
                literal(true),
                literal(None::<i64>),
                literal(vec![1_i64]),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        let text = "it's \\ \"\n".to_owned();
        assert_eq!(written, (-7, i64::MIN, 5, 0.1, text, true, None, vec![1]));
        let negative: i32 = Item
            .select()
            .columns(literal(-7) - literal(-8))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(negative, 1);
    });
}

#[test]
fn a_literal_with_a_nul_character_is_refused() {
    db::run(async |db| {
        create!(db, Item);

        let query = Item.select().columns(literal("a\0; drop table items"));
        let error = query.fetch_all(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Encode { .. }), "{error:?}");
    });
}
