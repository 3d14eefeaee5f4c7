//! Rows.

use chrono::NaiveDate;
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "stays")]
struct Stay {
    #[column(primary_key)]
    id: i32,
    name: String,
    room: Option<i32>,
    start: NaiveDate,
    end: Option<NaiveDate>,
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, day).unwrap()
}

async fn stays(db: &TestDb) {
    create!(db, Stay);
    for (id, name, room, from, to) in [
        (1, "Ana", Some(1), 1, Some(5)),
        (2, "Ana", None, 4, Some(9)),
        (3, "Lee", Some(2), 5, None),
        (4, "Lee", Some(1), 20, Some(25)),
    ] {
        Stay.insert(NewStay {
            id,
            name: name.into(),
            start: day(from),
        })
        .set(Stay.room, room)
        .set(Stay.end, to.map(day))
        .execute(db.pool())
        .await
        .unwrap();
    }
}

/// The ids of the rows that match a condition.
macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Stay.select()
            .filter($condition)
            .order_by(Stay.id)
            .columns(Stay.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn rows_are_compared_as_an_index_is_sorted() {
    db::run(async |db| {
        stays(&db).await;
        let key = row((Stay.name, Stay.id));

        assert_eq!(ids!(db, key.gt(("Ana", 2))), [3, 4]);
        assert_eq!(ids!(db, key.ge(("Ana", 2))), [2, 3, 4]);
        assert_eq!(ids!(db, key.lt(("Lee", 3))), [1, 2]);
        assert_eq!(ids!(db, key.le(("Lee", 3))), [1, 2, 3]);
        assert_eq!(ids!(db, key.eq(("Lee", 3))), [3]);
        assert_eq!(ids!(db, key.ne(("Lee", 3))), [1, 2, 4]);
        // The first fields differ, so that the NULL does not matter; where they do not, the result is NULL.
        let compared: Vec<Option<bool>> = Stay
            .select()
            .order_by(Stay.id)
            .columns(row((Stay.name, Stay.room)).lt(("Lee", 2)))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(compared, [Some(true), Some(true), Some(false), Some(true)]);
        let equal: Vec<Option<bool>> = Stay
            .select()
            .order_by(Stay.id)
            .columns(row((Stay.name, Stay.room)).eq(("Ana", 1)))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(equal, [Some(true), None, Some(false), Some(false)]);
    });
}

#[test]
fn rows_in_lists_and_subqueries() {
    db::run(async |db| {
        stays(&db).await;
        let key = row((Stay.name, Stay.room));

        assert_eq!(ids!(db, key.is_in([("Ana", 1), ("Lee", 2)])), [1, 3]);
        assert_eq!(ids!(db, key.is_in(vec![(String::from("Lee"), 1)])), [4]);
        assert_eq!(ids!(db, key.is_in([("", 0); 0])), [] as [i32; 0]);
        assert_eq!(ids!(db, key.is_not_in(&[("Ana", 1)])), [3, 4]);
        alias!(Other = Stay);
        let same = Other
            .select()
            .filter(Other.id.gt(1))
            .columns((Other.name, Other.room));
        assert_eq!(ids!(db, key.is_in(same)), [3, 4]);
    });
}

#[test]
fn null_tests_of_rows() {
    db::run(async |db| {
        stays(&db).await;
        Stay.update()
            .set(Stay.end, null())
            .filter(Stay.id.eq(2))
            .execute(db.pool())
            .await
            .unwrap();
        let ends = row((Stay.room, Stay.end));

        assert_eq!(ids!(db, ends.is_null()), [2]);
        assert_eq!(ids!(db, ends.is_not_null()), [1, 4]);
    });
}

#[test]
fn periods_overlap() {
    db::run(async |db| {
        stays(&db).await;
        let stay = row((Stay.start, Stay.end));

        assert_eq!(ids!(db, stay.overlaps((day(4), day(6)))), [1, 2, 3]);
        assert_eq!(ids!(db, stay.overlaps((day(9), day(20)))), [] as [i32; 0]);
        let week = row((Stay.start, value(Interval::new(0, 7, 0))));
        assert_eq!(
            ids!(db, week.overlaps((day(9), Interval::new(0, 1, 0)))),
            [2, 3]
        );
    });
}
