//! `ltree`.

use schema_core::expr::function::ltree;
use schema_core::prelude::*;
use schema_core::types::{Lquery, Ltree, Ltxtquery};
use schema_tests::db::{self, TestDb};

#[table(name = "topics")]
#[index(gist(path))]
#[derive(Debug)]
struct Topic {
    #[column(primary_key)]
    id: i32,
    path: Option<Ltree>,
    others: Vec<Ltree>,
    pattern: Lquery,
    condition: Ltxtquery,
}

fn path(text: &str) -> Ltree {
    text.parse().unwrap()
}

async fn topics(db: &TestDb) {
    create!(db, Topic);
    let paths = [
        Some("Top"),
        Some("Top.Science.Astronomy"),
        None,
        Some("Top.Hobbies.Amateurs_Astronomy"),
    ];
    for (id, text) in (1..).zip(paths) {
        let new = NewTopic {
            id,
            others: vec![path("A.B"), Ltree::default()],
            pattern: "Top.*".into(),
            condition: "Astronomy".into(),
        };
        let new = Topic.insert(new).set(Topic.path, text.map(path));
        new.execute(db.pool()).await.unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Topic
            .select()
            .filter($condition)
            .order_by(Topic.id)
            .columns(Topic.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn paths_round_trip() {
    db::run(async |db| {
        topics(&db).await;
        let all = Topic
            .select()
            .order_by(Topic.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(all[1].path, Some(path("Top.Science.Astronomy")));
        assert_eq!(all[2].path, None);
        assert_eq!(all[0].others, [path("A.B"), Ltree::default()]);
        assert_eq!(
            (all[0].pattern.0.as_str(), all[0].condition.0.as_str()),
            ("Top.*", "Astronomy")
        );
        Topic.delete().all_rows().execute(db.pool()).await.unwrap();
        let new = NewTopic {
            id: 9,
            others: vec![path("X")],
            pattern: "*".into(),
            condition: "a & b".into(),
        };
        Topic.insert_many([new]).execute(db.pool()).await.unwrap();
        assert_eq!(
            Topic.find(9).fetch_one(db.pool()).await.unwrap().others,
            [path("X")]
        );
    });
}

#[test]
fn ancestors_descendants_and_patterns() {
    db::run(async |db| {
        topics(&db).await;
        assert_eq!(ids!(db, Topic.path.contained_by(path("Top.Science"))), [2]);
        assert_eq!(
            ids!(db, Topic.path.contains(path("Top.Science.Astronomy.Stars"))),
            [1, 2]
        );
        assert_eq!(ids!(db, Topic.path.eq(path("Top"))), [1]);
        assert_eq!(
            ids!(db, Topic.path.matches_lquery(Lquery::from("*.Astronomy"))),
            [2]
        );
        assert_eq!(
            ids!(db, Topic.path.matches_lquery(Topic.pattern)),
            [1, 2, 4]
        );
        let patterns = [Lquery::from("Top"), Lquery::from("*.Hobbies.*")];
        assert_eq!(ids!(db, Topic.path.matches_any_lquery(patterns)), [1, 4]);
        assert_eq!(
            ids!(
                db,
                Topic
                    .path
                    .matches_ltxtquery(Ltxtquery::from("Astronomy% & !Science"))
            ),
            [4]
        );
        assert_eq!(ids!(db, Topic.path.matches_ltxtquery(Topic.condition)), [2]);
    });
}

#[test]
fn functions_are_null_for_null() {
    db::run(async |db| {
        topics(&db).await;
        let rows = Topic.select().order_by(Topic.id).columns((
            ltree::nlevel(Topic.path),
            ltree::subpath(Topic.path, 0, 1),
            ltree::index(Topic.path, path("Science")),
            ltree::lca(Topic.path, path("Top.Science.Physics")),
            ltree::ltree2text(Topic.path),
            Topic.path.concat_path(path("X")),
        ));
        let rows = rows.fetch_all(db.pool()).await.unwrap();
        assert_eq!(
            rows[1],
            (
                Some(3),
                Some(path("Top")),
                Some(1),
                Some(path("Top.Science")),
                Some("Top.Science.Astronomy".to_owned()),
                Some(path("Top.Science.Astronomy.X"))
            )
        );
        assert_eq!(rows[2], (None, None, None, None, None, None));
        let made = Topic
            .select()
            .filter(Topic.id.eq(2))
            .columns((ltree::subltree(Topic.path, 1, 2), ltree::text2ltree("A.B")));
        let made = made.fetch_one(db.pool()).await.unwrap();
        assert_eq!(made, (Some(path("Science")), path("A.B")));
    });
}
