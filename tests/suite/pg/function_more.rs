//! Functions of any values and more of text; truth tests, ranges, collations, strict SQL.

use schema_core::expr::collation;
use schema_core::expr::function::{
    bit_length, casefold, char_length, concat, concat_ws, format, ltrim_characters, normalize,
    num_nonnulls, num_nulls, overlay, parse_ident, quote_ident, quote_literal, quote_nullable,
    regexp_count_flags, regexp_instr, regexp_instr_flags, regexp_like_flags, regexp_match,
    regexp_match_flags, regexp_split_to_array_flags, regexp_substr_flags, rtrim_characters,
    substring_from, to_bin, to_oct, unistr,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "entries")]
struct Entry {
    #[column(primary_key)]
    id: i32,
    name: String,
    nick: Option<String>,
    size: Option<i32>,
    content: Vec<u8>,
    ready: Option<bool>,
}

async fn entries(db: &TestDb) {
    create!(db, Entry);
    for (id, name, size, ready) in [(1, "Ana", Some(6), Some(true)), (2, "bob", None, None)] {
        let new = NewEntry {
            id,
            name: name.into(),
            content: vec![1, 2, 255],
        };
        let entry = Entry
            .insert(new)
            .set(Entry.size, size)
            .set(Entry.ready, ready);
        entry.execute(db.pool()).await.unwrap();
    }
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        Entry
            .select()
            .filter(Entry.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn any_number_of_values() {
    db::run(async |db| {
        entries(&db).await;

        let joined = values!(
            db,
            1,
            concat((Entry.name, 7, Entry.nick, true)),
            concat_ws(", ", (Entry.name, Entry.nick, "x")),
            concat_ws(Entry.nick, ("a", "b")),
            format("%s is %L, %I", (Entry.name, Entry.nick, "a b")),
            num_nulls((Entry.nick, Entry.size, 1)),
            num_nonnulls((Entry.nick, Entry.size)),
        );

        assert_eq!(
            joined,
            (
                "Ana7t".into(),
                "Ana, x".into(),
                None,
                r#"Ana is NULL, "a b""#.into(),
                1,
                1
            )
        );
    });
}

#[test]
fn texts() {
    db::run(async |db| {
        entries(&db).await;
        let n = Entry.name;

        let of_text = values!(
            db,
            1,
            bit_length(n),
            char_length(n),
            ltrim_characters(n, "A"),
            rtrim_characters(n, "an"),
            normalize("e\u{301}"),
            overlay(n, "xy", 2, 1),
            parse_ident("\"A\".b"),
        );
        assert_eq!(
            of_text,
            (
                24,
                3,
                "na".into(),
                "A".into(),
                "é".into(),
                "Axya".into(),
                vec!["A".into(), "b".into()]
            )
        );
        let of_text = values!(
            db,
            1,
            quote_ident("a b"),
            quote_literal("it's"),
            quote_nullable(Entry.nick),
            substring_from(n, 2),
            to_bin(5_i64),
            to_oct(8_i64),
            unistr("\\0061"),
        );
        assert_eq!(
            of_text,
            (
                "\"a b\"".into(),
                "'it''s'".into(),
                "NULL".into(),
                "na".into(),
                "101".into(),
                "10".into(),
                "a".into()
            )
        );
        let expressions = values!(
            db,
            1,
            regexp_count_flags(n, "a", 1, "i"),
            regexp_instr(n, "n"),
            regexp_instr_flags(n, "A", 2, 1, 1, "i"),
            regexp_like_flags(n, "ANA", "i"),
            regexp_match(n, "(A)(x)?"),
            regexp_match_flags(n, "x", "i"),
            regexp_split_to_array_flags(n, "N", "i"),
            regexp_substr_flags(n, "A", 1, 2, "i"),
            regexp_match(Entry.nick, "a"),
        );
        assert_eq!(
            expressions,
            (
                2,
                2,
                4,
                true,
                Some(vec![Some("A".into()), None]),
                None,
                vec!["A".into(), "a".into()],
                Some("a".into()),
                None
            )
        );
        if db.server_version_num() >= 180_000 {
            assert_eq!(values!(db, 1, casefold("ANA")).0, "ana");
        }
    });
}

#[test]
fn truth_tests_and_ranges() {
    db::run(async |db| {
        entries(&db).await;
        let r = Entry.ready;

        let tests = Entry
            .select()
            .order_by(Entry.id)
            .columns((
                r.is_true(),
                r.is_not_true(),
                r.is_false(),
                r.is_not_false(),
                r.is_unknown(),
                r.is_not_unknown(),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            tests,
            [
                (true, false, false, true, false, true),
                (false, true, false, true, true, false)
            ]
        );
        let ranges = Entry
            .select()
            .order_by(Entry.id)
            .columns((
                Entry.size.not_between(1, 5),
                Entry.size.between_symmetric(9, 1),
                Entry.id.not_between_symmetric(9, 2),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            ranges,
            [(Some(true), Some(true), true), (None, None, false)]
        );
    });
}

#[test]
fn collations() {
    db::run(async |db| {
        entries(&db).await;

        let names = Entry.select().columns(Entry.name);
        let upper_first = names.order_by(Entry.name.collate(collation::C));
        assert_eq!(
            upper_first.fetch_all(db.pool()).await.unwrap(),
            ["Ana", "bob"]
        );
        let found = names.filter(Entry.name.collate(collation::Posix).gt("Z"));
        assert_eq!(found.fetch_all(db.pool()).await.unwrap(), ["bob"]);
        if db.server_version_num() >= 170_000 {
            let sorted = names.order_by(Entry.name.collate(collation::PgCUtf8).desc());
            assert_eq!(sorted.fetch_all(db.pool()).await.unwrap(), ["bob", "Ana"]);
        }
        let sorted = names.order_by(Entry.name.collate(collation::UcsBasic).desc());
        assert_eq!(sorted.fetch_all(db.pool()).await.unwrap(), ["bob", "Ana"]);
    });
}

#[test]
fn strict_sql_is_null_if_an_argument_is() {
    db::run(async |db| {
        entries(&db).await;

        let lengths: Vec<(i32, Option<i32>)> = Entry
            .select()
            .order_by(Entry.id)
            .columns((
                sql!(i32, "length({})", Entry.name).strict(),
                sql!(i32, "length({})", Entry.nick).strict(),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(lengths, [(3, None), (3, None)]);
    });
}
