//! Pages, on rows with NULLs and equal values.

use schema_core::error::CursorKind;
use schema_core::prelude::*;
use schema_core::query::page::Page;
use schema_tests::db::{self, TestDb};

#[table(name = "players")]
#[derive(Debug, Clone, PartialEq)]
struct Player {
    #[column(primary_key)]
    id: i64,
    team: String,
    score: Option<i32>,
}

/// 40 players of 4 teams; every third has no score, and scores repeat.
async fn players(db: &TestDb) -> Vec<Player> {
    create!(db, Player);
    let players: Vec<_> = (1..=40)
        .map(|id| Player {
            id,
            team: format!("team {}", id % 4),
            score: (id % 3 != 0).then_some(i32::try_from(id % 5).unwrap()),
        })
        .collect();
    for player in &players {
        let insert = Player.insert(NewPlayer {
            id: player.id,
            team: player.team.clone(),
        });
        insert
            .set(Player.score, player.score)
            .execute(db.pool())
            .await
            .unwrap();
    }
    players
}

fn ids(players: &[Player]) -> Vec<i64> {
    players.iter().map(|player| player.id).collect()
}

/// Reads all pages of a keyset forwards, then backwards, and compares them with the query without pages.
macro_rules! walk {
    ($db:expr, $keys:expr, $size:expr) => {{
        let (db, size) = ($db, $size);
        let all = Player.select().order_by($keys).fetch_all(db.pool()).await;
        let all = ids(&all.unwrap());
        let keyset = Player.select().keyset($keys);
        let mut forwards = Vec::new();
        let mut cursor = None;
        let mut last: Page<Player>;
        loop {
            let page = keyset.clone().at(cursor.as_ref()).unwrap().page(size);
            last = page.fetch_one(db.pool()).await.unwrap();
            assert_eq!(last.previous.is_some(), cursor.is_some());
            forwards.push(ids(&last.rows));
            match last.next.take() {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        assert_eq!(forwards.concat(), all, "forwards");
        let mut backwards = vec![ids(&last.rows)];
        while let Some(previous) = last.previous.take() {
            let page = keyset.clone().at(&previous).unwrap().page(size);
            last = page.fetch_one(db.pool()).await.unwrap();
            assert!(last.next.is_some());
            backwards.insert(0, ids(&last.rows));
        }
        assert_eq!(backwards.concat(), all, "backwards");
    }};
}

#[test]
fn every_row_is_on_one_page_forwards_and_backwards() {
    db::run(async |db| {
        players(&db).await;
        for size in [1, 7, 20, 40, 100] {
            walk!(&db, Player.id, size);
            walk!(&db, Player.id.desc(), size);
            walk!(&db, (Player.team, Player.id), size);
            walk!(&db, (Player.team.desc(), Player.id), size);
            walk!(
                &db,
                (Player.team, (Player.id * 7 % 11).desc(), Player.id.desc()),
                size
            );
        }
    });
}

#[test]
fn nulls_are_where_the_order_puts_them() {
    db::run(async |db| {
        players(&db).await;
        for size in [1, 3, 13] {
            walk!(&db, (Player.score, Player.id), size);
            walk!(&db, (Player.score.desc(), Player.id), size);
            walk!(
                &db,
                (Player.score.asc().nulls_first(), Player.id.desc()),
                size
            );
            walk!(&db, (Player.score.desc().nulls_last(), Player.id), size);
            walk!(
                &db,
                (Player.team.desc(), Player.score.desc(), Player.id),
                size
            );
        }
    });
}

#[test]
fn rows_inserted_meanwhile_are_not_repeated() {
    db::run(async |db| {
        players(&db).await;
        let keyset = Player.select().keyset(Player.id);
        let first = keyset.clone().page(10).fetch_one(db.pool()).await.unwrap();
        let before = Player.insert(NewPlayer {
            id: 0,
            team: String::new(),
        });
        before.execute(db.pool()).await.unwrap();

        let second = keyset.at(first.next.as_ref()).unwrap().page(10);
        let second = second.fetch_one(db.pool()).await.unwrap();

        assert_eq!(ids(&second.rows), (11..=20).collect::<Vec<_>>());
    });
}

#[test]
fn an_empty_table_has_one_empty_page() {
    db::run(async |db| {
        create!(db, Player);
        let keyset = Player.select().keyset((Player.score, Player.id));
        let page = keyset.clone().page(10).fetch_one(db.pool()).await.unwrap();
        assert_eq!((page.rows.len(), page.next, page.previous), (0, None, None));
        let cursor = keyset.cursor_after(&(None, 7)).unwrap();
        let page = keyset.at(&cursor).unwrap().page(10);
        let page = page.fetch_one(db.pool()).await.unwrap();
        assert_eq!((page.rows.len(), page.next, page.previous), (0, None, None));
    });
}

#[test]
fn only_cursors_of_the_same_order_are_accepted() {
    let keyset = Player.select().keyset((Player.team, Player.id));
    let cursor = keyset.cursor_after(&("team 1".into(), 7)).unwrap();
    let kind = |error: Error| match error {
        Error::Cursor { kind } => kind,
        other => panic!("{other}"),
    };

    let by_id = Player.select().keyset(Player.id).at(&cursor);
    assert_eq!(kind(by_id.unwrap_err()), CursorKind::Foreign);
    let down = Player.select().keyset((Player.team.desc(), Player.id));
    assert_eq!(kind(down.at(&cursor).unwrap_err()), CursorKind::Foreign);
    let long = format!("{cursor}AAAA");
    for text in ["", "x", "' or 1 = 1 --", "ä", &cursor.as_str()[1..], &long] {
        let error = keyset.clone().at(text).unwrap_err();
        assert_eq!(kind(error), CursorKind::Altered, "{text}");
    }
    assert!(keyset.at(cursor.as_str()).is_ok());
}

#[test]
fn a_page_knows_the_total_also_after_the_end() {
    db::run(async |db| {
        let players = players(&db).await;
        let query = Player
            .select()
            .filter(Player.score.is_not_null())
            .order_by((Player.score.desc(), Player.id.desc()));
        let total = players
            .iter()
            .filter(|player| player.score.is_some())
            .count();
        let all = query.fetch_all(db.pool()).await.unwrap();
        let total = i64::try_from(total).unwrap();

        let page = query.limit(7).offset(14).with_total();
        let page = page.fetch_one(db.pool()).await.unwrap();
        assert_eq!((page.rows, page.total), (all[14..21].to_vec(), total));
        let end = query.limit(7).offset(1000).with_total();
        let end = end.fetch_one(db.pool()).await.unwrap();
        assert_eq!((end.rows, end.total), (vec![], total));
        let counted = query.limit(7).offset(1000).count();
        assert_eq!(counted.fetch_one(db.pool()).await.unwrap(), total);
        let nothing = query.filter(Player.id.lt(0)).limit(7).with_total();
        let nothing = nothing.fetch_one(db.pool()).await.unwrap();
        assert_eq!((nothing.rows, nothing.total), (vec![], 0));
    });
}

#[test]
fn a_page_of_groups_counts_the_groups() {
    db::run(async |db| {
        players(&db).await;
        let teams = Player
            .select()
            .group_by(Player.team)
            .columns((Player.team, count()))
            .order_by(Player.team)
            .limit(2)
            .with_total();
        let page = teams.fetch_one(db.pool()).await.unwrap();
        assert_eq!(page.total, 4);
        assert_eq!(page.rows, [("team 0".into(), 10), ("team 1".into(), 10)]);
    });
}
