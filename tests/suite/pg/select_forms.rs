//! `distinct on`, `select` without `from`, `only`, `tablesample`, `with ties`.

use schema_core::expr::function::upper;
use schema_core::prelude::*;
use schema_core::query::from::{only, tablesample_bernoulli, tablesample_system};
use schema_tests::db;

#[table(name = "readings")]
struct Reading {
    #[column(primary_key)]
    id: i32,
    sensor: Option<String>,
    level: i32,
}

async fn fill(db: &db::TestDb) {
    create!(db, Reading);
    for (id, sensor, level) in [
        (1, Some("a"), 5),
        (2, Some("a"), 7),
        (3, Some("b"), 7),
        (4, None, 1),
        (5, None, 2),
    ] {
        let new = Reading
            .insert(NewReading { id, level })
            .set(Reading.sensor, sensor);
        new.execute(db.pool()).await.unwrap();
    }
}

#[test]
fn distinct_on_returns_the_first_of_each_group() {
    db::run(async |db| {
        fill(&db).await;
        let highest: Vec<(Option<String>, i32)> = Reading
            .select()
            .distinct_on(Reading.sensor)
            .order_by(Reading.level.desc())
            .columns((Reading.sensor, Reading.id))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let some = |sensor: &str| Some(sensor.to_owned());
        assert_eq!(highest, [(some("a"), 2), (some("b"), 3), (None, 5)]);

        // The direction of a key is that of the result.
        let ids: Vec<i32> = Reading
            .select()
            .distinct_on(Reading.sensor.desc())
            .order_by(Reading.level)
            .columns(Reading.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(ids, [4, 3, 1]);

        let parity = Reading.level % param!(2);
        let first = Reading
            .select()
            .distinct_on(parity)
            .order_by(Reading.id)
            .columns(Reading.id);
        assert_eq!(first.fetch_all(db.pool()).await.unwrap(), [5, 1]);
    });
}

#[test]
fn a_select_without_from_is_a_single_row() {
    db::run(async |db| {
        fill(&db).await;
        let row: (String, Option<i32>, bool) = select((
            upper("ana"),
            scalar(Reading.select().columns(max(Reading.level))),
            exists(Reading.select().filter(Reading.level.gt(100))),
        ))
        .fetch_one(db.pool())
        .await
        .unwrap();
        assert_eq!(row, ("ANA".to_owned(), Some(7), false));
        let none =
            select(upper("ana")).filter(exists(Reading.select().filter(Reading.level.gt(100))));
        assert_eq!(none.fetch_optional(db.pool()).await.unwrap(), None);
    });
}

#[test]
fn ties_samples_and_heirs() {
    db::run(async |db| {
        fill(&db).await;
        let by_level = Reading
            .select()
            .order_by(Reading.level.desc())
            .columns(Reading.level);
        assert_eq!(
            by_level
                .limit_with_ties(1)
                .fetch_all(db.pool())
                .await
                .unwrap(),
            [7, 7]
        );
        assert_eq!(by_level.limit(1).fetch_all(db.pool()).await.unwrap(), [7]);
        let rest = by_level.offset(2).limit_with_ties(1);
        assert_eq!(rest.fetch_all(db.pool()).await.unwrap(), [5]);

        let all: i64 = tablesample_bernoulli(Reading, 100.0)
            .select()
            .columns(count())
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(all, 5);
        let none = tablesample_system(Reading, 0.0)
            .repeatable(1.0)
            .select()
            .columns(count());
        assert_eq!(none.fetch_one(db.pool()).await.unwrap(), 0);

        for statement in [
            r#"create table "heirs" () inherits ("readings")"#,
            r#"insert into "heirs" ("id", "level") values (9, 9)"#,
        ] {
            sqlx::query(statement).execute(db.pool()).await.unwrap();
        }
        let all = Reading.select().columns(count());
        assert_eq!(all.fetch_one(db.pool()).await.unwrap(), 6);
        let own = only(Reading).select().columns(count());
        assert_eq!(own.fetch_one(db.pool()).await.unwrap(), 5);
    });
}
