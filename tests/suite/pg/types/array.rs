//! Arrays, and lists in filters.

use schema_core::prelude::*;
use schema_tests::db;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
}

#[test]
fn empty_arrays_and_arrays_of_nulls_round_trip() {
    #[table(name = "lists")]
    #[derive(Debug)]
    struct List {
        #[column(primary_key)]
        id: i32,
        numbers: Vec<i64>,
        texts: Vec<Option<String>>,
        moods: Option<Vec<Mood>>,
    }

    db::run(async |db| {
        create!(db, List);
        let rows = [
            NewList {
                id: 1,
                numbers: vec![],
                texts: vec![],
            },
            NewList {
                id: 2,
                numbers: vec![1],
                texts: vec![None, None],
            },
        ];

        List.insert_many(&rows[..])
            .set(List.moods, vec![])
            .execute(db.pool())
            .await
            .unwrap();
        let back = List
            .select()
            .order_by(List.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(back[0].id, 1);
        assert!(back[0].numbers.is_empty() && back[0].texts.is_empty());
        assert_eq!(back[1].numbers, [1]);
        assert_eq!(back[1].texts, [None, None]);
        assert_eq!(back[1].moods.as_deref(), Some(&[][..]));
    });
}

#[test]
fn an_empty_list_matches_nothing_and_excludes_nothing() {
    #[table(name = "moods")]
    #[derive(Debug)]
    struct Entry {
        #[column(primary_key)]
        id: i32,
        mood: Option<Mood>,
    }

    db::run(async |db| {
        create!(db, Entry);
        Entry
            .insert(NewEntry { id: 1 })
            .set(Entry.mood, Mood::Happy)
            .execute(db.pool())
            .await
            .unwrap();
        let none: [Mood; 0] = [];

        let found = Entry.select().filter(Entry.mood.eq_any(none));
        let others = Entry.select().filter(Entry.mood.ne_all(none));

        assert!(found.fetch_all(db.pool()).await.unwrap().is_empty());
        let others = others.fetch_all(db.pool()).await.unwrap();
        assert_eq!((others[0].id, others[0].mood), (1, Some(Mood::Happy)));
    });
}
