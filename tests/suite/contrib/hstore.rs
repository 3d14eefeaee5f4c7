//! `hstore`.

use schema_core::expr::function::hstore;
use schema_core::prelude::*;
use schema_core::types::Hstore;
use schema_tests::db::{self, TestDb};

#[table(name = "items")]
#[index(gin(labels))]
#[derive(Debug)]
struct Item {
    #[column(primary_key)]
    id: i32,
    labels: Option<Hstore>,
    versions: Vec<Hstore>,
}

fn red() -> Hstore {
    Hstore::from_iter([("color", Some("red")), ("it's \"x\" \\", None)])
}

async fn items(db: &TestDb) {
    create!(db, Item);
    for (id, labels) in [(1, Some(red())), (2, None), (3, Some(Hstore::default()))] {
        let new = Item.insert(NewItem {
            id,
            versions: vec![red(), Hstore::default()],
        });
        new.set(Item.labels, labels)
            .execute(db.pool())
            .await
            .unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Item.select()
            .filter($condition)
            .order_by(Item.id)
            .columns(Item.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn maps_round_trip() {
    db::run(async |db| {
        items(&db).await;
        let all = Item
            .select()
            .order_by(Item.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(all[0].labels, Some(red()));
        assert_eq!(
            (&all[1].labels, &all[2].labels),
            (&None, &Some(Hstore::default()))
        );
        assert_eq!(all[0].versions, [red(), Hstore::default()]);
        Item.delete().all_rows().execute(db.pool()).await.unwrap();
        Item.insert_many([NewItem {
            id: 9,
            versions: vec![red()],
        }])
        .execute(db.pool())
        .await
        .unwrap();
        assert_eq!(
            Item.find(9).fetch_one(db.pool()).await.unwrap().versions,
            [red()]
        );
    });
}

#[test]
fn entries_are_found_and_changed() {
    db::run(async |db| {
        items(&db).await;
        assert_eq!(
            ids!(
                db,
                Item.labels
                    .contains(Hstore::from_iter([("color", Some("red"))]))
            ),
            [1]
        );
        assert_eq!(ids!(db, Item.labels.contained_by(red())), [1, 3]);
        assert_eq!(ids!(db, Item.labels.eq(red())), [1]);
        assert_eq!(ids!(db, Item.labels.has_entry("color")), [1]);
        assert_eq!(
            ids!(db, Item.labels.has_all_entries(["color", "size"])),
            [] as [i32; 0]
        );
        assert_eq!(ids!(db, Item.labels.has_any_entry(["color", "size"])), [1]);
        let values: Vec<Option<String>> = Item
            .select()
            .order_by(Item.id)
            .columns(Item.labels.entry("color"))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(values, [Some("red".to_owned()), None, None]);
        let size = Hstore::from_iter([("size", Some("1"))]);
        let changed = Item
            .labels
            .concat_entries(size.clone())
            .without_entry("color");
        let update = Item
            .update()
            .set(Item.labels, changed)
            .filter(Item.id.eq(3));
        update.execute(db.pool()).await.unwrap();
        let found = Item.find(3).fetch_one(db.pool()).await.unwrap();
        assert_eq!(found.labels, Some(size));
    });
}

#[test]
fn functions_are_null_for_null() {
    db::run(async |db| {
        items(&db).await;
        let rows = Item.select().order_by(Item.id).columns((
            hstore::akeys(Item.labels),
            hstore::avals(Item.labels),
            hstore::exist(Item.labels, "it's \"x\" \\"),
            hstore::defined(Item.labels, "it's \"x\" \\"),
            hstore::slice(Item.labels, ["color"]),
            hstore::hstore("a", None::<String>),
            hstore::hstore_to_jsonb(Item.labels),
        ));
        let rows = rows.fetch_all(db.pool()).await.unwrap();
        let first = &rows[0];
        assert_eq!(first.0.as_deref().unwrap(), ["color", "it's \"x\" \\"]);
        assert_eq!(first.1.as_deref().unwrap(), [Some("red".to_owned()), None]);
        assert_eq!((first.2, first.3), (Some(true), Some(false)));
        assert_eq!(first.4, Some(Hstore::from_iter([("color", Some("red"))])));
        assert_eq!(first.5, Hstore::from_iter([("a", None::<String>)]));
        assert_eq!(first.6.as_ref().unwrap()["color"], "red");
        assert_eq!((&rows[1].0, &rows[1].2, &rows[1].6), (&None, &None, &None));
    });
}
