//! Rows as maps.

use std::collections::{BTreeMap, HashMap};

use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "cities")]
#[derive(Debug, PartialEq)]
struct City {
    #[column(primary_key)]
    id: i64,
    name: String,
    country: Option<String>,
}

async fn cities(db: &db::TestDb) {
    create!(db, City);
    for (id, name, country) in [
        (1, "Lima", Some("PE")),
        (2, "Bonn", Some("DE")),
        (3, "Kiel", Some("DE")),
        (4, "Ys", None),
    ] {
        let insert = City.insert(NewCity {
            id,
            name: name.into(),
        });
        let insert = insert.set(City.country, country.map(str::to_owned));
        insert.execute(db.pool()).await.unwrap();
    }
}

#[test]
fn rows_by_their_keys() {
    db::run(async |db| {
        cities(&db).await;
        let rows = City.select().order_by(City.id);

        let by_id: HashMap<i64, City> = rows
            .columns((City.id, City.all()))
            .fetch_map(db.pool())
            .await
            .unwrap();
        let last: BTreeMap<Option<String>, i64> = rows
            .columns((City.country, City.id))
            .fetch_map(db.pool())
            .await
            .unwrap();
        let names: BTreeMap<Option<String>, Vec<String>> = rows
            .columns((City.country, City.name))
            .fetch_map(db.pool())
            .await
            .unwrap();

        assert_eq!(by_id.len(), 4);
        assert_eq!(by_id[&3].name, "Kiel");
        assert_eq!(last[&Some("DE".into())], 3);
        assert_eq!(last[&None], 4);
        assert_eq!(names[&Some("DE".into())], ["Bonn", "Kiel"]);
        assert_eq!(names[&None], ["Ys"]);
    });
}

#[test]
fn an_empty_result_is_an_empty_map() {
    db::run(async |db| {
        create!(db, City);
        let query = City.select().columns((City.id, City.name));
        let map: HashMap<i64, Vec<String>> = query.fetch_map(db.pool()).await.unwrap();
        assert!(map.is_empty());
    });
}
