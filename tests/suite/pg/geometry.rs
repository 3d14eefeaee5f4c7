//! Points and circles, with NULLs.

use schema_core::prelude::*;
use schema_core::types::{Circle, Point};
use schema_tests::db::{self, TestDb};

#[table(name = "places")]
#[index(gist(location))]
#[index(gist(area))]
#[derive(Debug)]
struct Place {
    #[column(primary_key)]
    id: i32,
    location: Option<Point>,
    area: Circle,
    corners: Vec<Point>,
    areas: Vec<Option<Circle>>,
}

const fn circle(x: f64, y: f64, radius: f64) -> Circle {
    Circle {
        center: Point { x, y },
        radius,
    }
}

async fn places(db: &TestDb) {
    create!(db, Place);
    let points = [
        Some(Point { x: 0.0, y: 0.5 }),
        None,
        Some(Point { x: 3.0, y: 4.0 }),
    ];
    let rows = (1..4).map(|id| NewPlace {
        id,
        area: circle(0.0, 0.0, f64::from(id)),
        corners: vec![Point { x: 1.5, y: -1e-20 }, Point { x: 0.0, y: 1e20 }],
        areas: vec![None, Some(circle(1.0, 2.0, 3.0))],
    });
    Place.insert_many(rows).execute(db.pool()).await.unwrap();
    for (id, point) in (1..).zip(points) {
        let update = Place.update().set(Place.location, point);
        update
            .filter(Place.id.eq(id))
            .execute(db.pool())
            .await
            .unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Place
            .select()
            .filter($condition)
            .order_by(Place.id)
            .columns(Place.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn points_and_circles_round_trip() {
    db::run(async |db| {
        places(&db).await;
        let all = Place
            .select()
            .order_by(Place.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(all[0].location, Some(Point { x: 0.0, y: 0.5 }));
        assert_eq!(all[1].location, None);
        assert_eq!(all[2].area, circle(0.0, 0.0, 3.0));
        assert_eq!(
            all[0].corners,
            [Point { x: 1.5, y: -1e-20 }, Point { x: 0.0, y: 1e20 }]
        );
        assert_eq!(all[0].areas, [None, Some(circle(1.0, 2.0, 3.0))]);
    });
}

#[test]
fn distances_and_containment_are_null_for_null() {
    db::run(async |db| {
        places(&db).await;
        let origin = Point { x: 0.0, y: 0.0 };
        let distances: Vec<(Option<f64>, Option<f64>, f64)> = Place
            .select()
            .order_by(Place.id)
            .columns((
                Place.location.distance(origin),
                Place.location.distance(Place.area),
                Place.area.distance(circle(9.0, 0.0, 1.0)),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            distances,
            [
                (Some(0.5), Some(0.0), 7.0),
                (None, None, 6.0),
                (Some(5.0), Some(2.0), 5.0)
            ]
        );
        assert_eq!(ids!(db, Place.location.inside(Place.area)), [1]);
        assert_eq!(ids!(db, Place.location.inside(circle(3.0, 4.0, 0.1))), [3]);
        assert_eq!(
            ids!(db, Place.area.contains_point(Point { x: 1.5, y: 0.0 })),
            [2, 3]
        );
        assert_eq!(ids!(db, Place.area.contains(circle(0.0, 0.0, 2.0))), [2, 3]);
        assert_eq!(
            ids!(db, Place.location.same_as(Point { x: 3.0, y: 4.0 })),
            [3]
        );
        assert_eq!(ids!(db, Place.area.same_as(circle(0.0, 0.0, 1.0))), [1]);
        let moved = (Place.location + Point { x: 1.0, y: 1.0 }) - origin;
        let moved = Place
            .select()
            .order_by(Place.id)
            .columns(moved)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            moved,
            [
                Some(Point { x: 1.0, y: 1.5 }),
                None,
                Some(Point { x: 4.0, y: 5.0 })
            ]
        );
    });
}
