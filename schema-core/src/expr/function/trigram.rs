//! Functions of the extension [`pg_trgm`](https://www.postgresql.org/docs/current/pgtrgm.html).
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::trigram::{show_trgm, similarity, strict_word_similarity, word_similarity};
//!
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, name: String }
//! let similar = Patient.select().columns((
//!     similarity(Patient.name, "Jon"),
//!     word_similarity("Jon", Patient.name),
//!     strict_word_similarity("Jon", Patient.name),
//!     show_trgm(Patient.name),
//! ));
//! assert_eq!(
//!     similar.to_sql(),
//!     concat!(
//!         r#"select similarity("patients"."name", $1::text), word_similarity($2::text, "patients"."name"), "#,
//!         r#"strict_word_similarity($3::text, "patients"."name"), show_trgm("patients"."name") from "patients""#,
//!     )
//! );
//! ```

functions! {
    /// The trigrams of a text.
    show_trgm(text: String) -> Vec<String>;
    /// The similarity of two texts, from 0 to 1.
    similarity(a: String, b: String) -> f32;
    /// The similarity of the words with the most similar whole words of the text.
    strict_word_similarity(words: String, text: String) -> f32;
    /// The similarity of the words with the most similar part of the text.
    word_similarity(words: String, text: String) -> f32;
}
