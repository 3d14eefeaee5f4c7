//! Regular expressions, `similar to`, `escape`.

use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "words")]
struct Word {
    #[column(primary_key)]
    id: i32,
    text: Option<String>,
}

#[test]
fn patterns_match() {
    db::run(async |db| {
        create!(db, Word);
        for (id, text) in [
            (1, Some("Ana")),
            (2, Some("banana")),
            (3, Some("50%")),
            (4, None),
        ] {
            let new = Word.insert(NewWord { id }).set(Word.text, text);
            new.execute(db.pool()).await.unwrap();
        }
        let t = Word.text;
        macro_rules! ids {
            ($condition:expr) => {
                Word.select()
                    .filter($condition)
                    .order_by(Word.id)
                    .columns(Word.id)
                    .fetch_all(db.pool())
                    .await
                    .unwrap()
            };
        }

        assert_eq!(ids!(t.matches("^A")), [1]);
        assert_eq!(ids!(t.imatches("^a|B")), [1, 2]);
        assert_eq!(ids!(t.not_matches("an")), [1, 3]);
        assert_eq!(ids!(t.not_imatches("an")), [3]);
        assert_eq!(ids!(t.similar_to("(A|ba)%")), [1, 2]);
        assert_eq!(ids!(t.not_similar_to("(A|ba)%")), [3]);
        assert_eq!(ids!(t.like("%#%").escape('#')), [3]);
        assert_eq!(ids!(t.not_like("%#%").escape('#')), [1, 2]);
        let all: Vec<Option<bool>> = Word
            .select()
            .order_by(Word.id)
            .columns(t.matches("a"))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(all, [Some(true), Some(true), Some(false), None]);
    });
}
