//! `any` and `all`.

use schema_core::expr::{all, any};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "scores")]
struct Score {
    #[column(primary_key)]
    id: i32,
    points: i32,
    others: Option<Vec<i32>>,
    with_nulls: Vec<Option<i32>>,
}

async fn scores(db: &TestDb) {
    create!(db, Score);
    for (id, points, others) in [(1, 5, Some(vec![1, 5])), (2, 9, Some(vec![])), (3, 2, None)] {
        let new = NewScore {
            id,
            points,
            with_nulls: vec![Some(5), None],
        };
        Score
            .insert(new)
            .set(Score.others, others)
            .execute(db.pool())
            .await
            .unwrap();
    }
}

#[test]
fn elements_of_arrays() {
    db::run(async |db| {
        scores(&db).await;
        let p = Score.points;

        let compared = Score
            .select()
            .order_by(Score.id)
            .columns((
                p.eq(any(Score.others)),
                p.gt(all(Score.others)),
                p.eq(any(Score.with_nulls)),
                p.lt(any([3, 4])),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(
            compared,
            [
                (Some(true), Some(false), Some(true), false),
                (Some(false), Some(true), None, false),
                (None, None, None, true),
            ]
        );
    });
}

#[test]
fn rows_of_subqueries() {
    db::run(async |db| {
        scores(&db).await;
        alias!(Other = Score);

        let best = Score
            .select()
            .filter(Score.points.ge(all(Other.select().columns(Other.points))))
            .columns(Score.id);
        assert_eq!(best.fetch_all(db.pool()).await.unwrap(), [2]);
        let worse = Other
            .select()
            .correlate(Score)
            .filter(Other.id.ne(Score.id))
            .columns(Other.points);
        let beaten = Score
            .select()
            .filter(Score.points.lt(any(worse)))
            .order_by(Score.id)
            .columns(Score.id);
        assert_eq!(beaten.fetch_all(db.pool()).await.unwrap(), [1, 3]);
    });
}

#[test]
fn patterns() {
    db::run(async |db| {
        scores(&db).await;

        let text = Score.points.cast::<String>();
        let ids = Score.select().order_by(Score.id).columns(Score.id);
        let some = ids.filter(text.like(any(["5%", "9%"])));
        assert_eq!(some.fetch_all(db.pool()).await.unwrap(), [1, 2]);
        let none = ids.filter(text.not_like(all(["5%", "9%"])));
        assert_eq!(none.fetch_all(db.pool()).await.unwrap(), [3]);
    });
}
