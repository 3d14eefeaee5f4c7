//! Functions of text.

use schema_core::expr::function::{
    ascii, btrim, chr, initcap, left, length, lower, lpad, ltrim, md5, octet_length, regexp_count,
    regexp_like, regexp_replace, regexp_split_to_array, regexp_substr, repeat, replace, reverse,
    right, rpad, rtrim, split_part, starts_with, string_to_array, strpos, substring, to_hex,
    translate, trim, upper,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "phrases")]
struct Phrase {
    #[column(primary_key)]
    id: i32,
    text: Option<String>,
}

async fn phrases(db: &TestDb) {
    create!(db, Phrase);
    for (id, text) in [(1, Some("Ana, bob")), (2, None), (3, Some("50%_é"))] {
        let new = Phrase.insert(NewPhrase { id }).set(Phrase.text, text);
        new.execute(db.pool()).await.unwrap();
    }
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        Phrase
            .select()
            .filter(Phrase.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[expect(clippy::unnecessary_wraps, reason = "what the column has")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn parts_and_forms_of_a_text() {
    db::run(async |db| {
        phrases(&db).await;
        let t = Phrase.text;

        let forms = values!(
            db,
            1,
            lower(t),
            upper(t),
            initcap(t),
            reverse(t),
            trim("  a b ")
        );
        assert_eq!(
            forms,
            (
                text("ana, bob"),
                text("ANA, BOB"),
                text("Ana, Bob"),
                text("bob ,anA"),
                "a b".into()
            )
        );
        let parts = values!(
            db,
            1,
            left(t, 3),
            right(t, -5),
            substring(t, 2, 2),
            split_part(t, ", ", -1),
            strpos(t, "bob"),
            strpos(t, "x")
        );
        assert_eq!(
            parts,
            (
                text("Ana"),
                text("bob"),
                text("na"),
                text("bob"),
                Some(6),
                Some(0)
            )
        );
        let sizes = values!(
            db,
            3,
            length(t),
            octet_length(t),
            ascii(t),
            chr(233),
            to_hex(255_i64)
        );
        assert_eq!(sizes, (Some(5), Some(6), Some(53), "é".into(), "ff".into()));
        let made = values!(
            db,
            1,
            lpad("7", 3, "0"),
            rpad("ab", 3, "-"),
            repeat("ab", 2),
            ltrim("  a "),
            rtrim(" a  "),
            btrim("xxaxx", "x")
        );
        assert_eq!(
            made,
            (
                "007".into(),
                "ab-".into(),
                "abab".into(),
                "a ".into(),
                " a".into(),
                "a".into()
            )
        );
        let changed = values!(
            db,
            1,
            replace(t, "bob", "Bo"),
            translate(t, "nA,", "ma"),
            md5("a"),
            string_to_array(t, ", ")
        );
        assert_eq!(
            changed,
            (
                text("Ana, Bo"),
                text("ama bob"),
                "0cc175b9c0f1b6a831c399e269772661".into(),
                Some(vec!["Ana".into(), "bob".into()])
            )
        );
    });
}

#[test]
fn regular_expressions() {
    db::run(async |db| {
        phrases(&db).await;
        let t = Phrase.text;

        let found = values!(
            db,
            1,
            regexp_count(t, "[ab]"),
            regexp_like(t, "^Ana"),
            regexp_substr(t, "b.b"),
            regexp_substr(t, "x"),
            regexp_replace(t, "(b)o", r"\1i", ""),
            regexp_replace(t, "[abo]", "", "g"),
            regexp_split_to_array(t, ", *")
        );

        assert_eq!(
            found,
            (
                Some(3),
                Some(true),
                text("bob"),
                None,
                text("Ana, bib"),
                text("An, "),
                Some(vec!["Ana".into(), "bob".into()])
            )
        );
    });
}

#[test]
fn a_function_of_null_is_null() {
    db::run(async |db| {
        phrases(&db).await;
        let t = Phrase.text;

        let values = values!(db, 2, lower(t), length(t), left(t, 1), starts_with(t, "a"));

        assert_eq!(values, (None, None, None, None));
    });
}

#[test]
fn a_prefix_is_not_a_pattern() {
    db::run(async |db| {
        phrases(&db).await;
        let ids = Phrase.select().order_by(Phrase.id).columns(Phrase.id);

        let literal = ids.filter(starts_with(Phrase.text, "50%_"));
        assert_eq!(literal.fetch_all(db.pool()).await.unwrap(), [3]);
        let wildcard = ids.filter(starts_with(Phrase.text, "%"));
        assert_eq!(wildcard.fetch_all(db.pool()).await.unwrap(), [] as [i32; 0]);
    });
}
