//! The operators and functions of `pg_trgm`, with NULLs. The extension is part of both servers.

use schema_core::expr::function::trigram::{
    show_trgm, similarity, strict_word_similarity, word_similarity,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "patients")]
#[index(gin(name.gin_trgm_ops))]
#[index(gist(name.gist_trgm_ops))]
struct Patient {
    #[column(primary_key)]
    id: i32,
    name: Option<String>,
}

async fn patients(db: &TestDb) {
    create!(db, Patient);
    for (id, name) in [(1, Some("Jonathan Smith")), (2, None), (3, Some("Jon"))] {
        let new = Patient.insert(NewPatient { id }).set(Patient.name, name);
        new.execute(db.pool()).await.unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Patient
            .select()
            .filter($condition)
            .order_by(Patient.id)
            .columns(Patient.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn similar_texts_are_found() {
    db::run(async |db| {
        patients(&db).await;
        let name = Patient.name;
        assert_eq!(ids!(db, name.similar_text("Jona")), [3]);
        assert_eq!(ids!(db, name.has_similar_words("Smit")), [1]);
        assert_eq!(ids!(db, name.has_strictly_similar_words("Smith")), [1]);
        assert_eq!(ids!(db, name.words_similar("John or Jon")), [3]);
        assert_eq!(ids!(db, name.words_strictly_similar("John or Jon")), [3]);
        let near = Patient
            .select()
            .filter(name.is_not_null())
            .order_by(name.text_distance("Jon").asc())
            .columns(Patient.id);
        assert_eq!(near.fetch_all(db.pool()).await.unwrap(), [3, 1]);
    });
}

#[test]
fn similarities_are_null_for_null() {
    db::run(async |db| {
        patients(&db).await;
        let name = Patient.name;
        let rows = Patient.select().order_by(Patient.id).columns((
            similarity(name, "Jon"),
            word_similarity("Jon", name),
            strict_word_similarity("Jon", name),
            name.text_distance("Jon"),
            name.word_distance("Jon"),
            name.strict_word_distance("Jon"),
        ));
        let rows = rows.fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows[1], (None, None, None, None, None, None));
        assert_eq!(
            rows[2],
            (
                Some(1.0),
                Some(1.0),
                Some(1.0),
                Some(0.0),
                Some(0.0),
                Some(0.0)
            )
        );
        let parts = Patient
            .select()
            .order_by(Patient.id)
            .columns(show_trgm(name));
        let parts = parts.fetch_all(db.pool()).await.unwrap();
        assert_eq!(parts[1], None);
        assert_eq!(parts[2].as_deref().unwrap(), ["  j", " jo", "jon", "on "]);
    });
}
