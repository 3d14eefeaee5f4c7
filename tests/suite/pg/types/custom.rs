//! Enums and newtypes.

use schema_core::prelude::*;
use schema_tests::db;

use super::{assert_literals, shown};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
    #[pg_enum(rename = "so, it's \\ {so}")]
    SoSo,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
struct Code(String);

#[derive(PgNewtype, Debug, Clone, Copy, PartialEq)]
struct Amount(i64);

round_trip! {
    enum_is_that_enum: Mood = [Mood::SoSo, Mood::Happy];
    newtype_is_the_type_inside: Code = [Code("A00".into()), Code("it's \"x\" \\".into())];
    newtype_of_a_number: Amount = [Amount(0), Amount(i64::MIN)];
}

#[test]
fn a_newtype_around_an_array_round_trips() {
    #[derive(PgNewtype, Debug, PartialEq)]
    #[pg_newtype(no_array)]
    struct Tags(Vec<String>);

    #[table(name = "tagged")]
    #[derive(Debug)]
    struct Tagged {
        #[column(primary_key)]
        id: i32,
        tags: Tags,
    }

    db::run(async |db| {
        create!(db, Tagged);
        let new = |id| NewTagged {
            id,
            tags: Tags(vec!["a\"b".into(), "c,d".into()]),
        };
        Tagged.insert(new(1)).execute(db.pool()).await.unwrap();
        Tagged
            .insert_many([new(2)])
            .execute(db.pool())
            .await
            .unwrap();

        let all = Tagged.select().filter(Tagged.tags.eq(new(0).tags));
        let all = all.fetch_all(db.pool()).await.unwrap();

        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|row| row.id > 0 && row.tags == new(0).tags));
    });
}
