//! Full-text search.

use schema_core::prelude::*;
use schema_core::types::{Lexeme, RegConfig, TsQuery, TsVector, Weight};
use schema_tests::db;

use super::{assert_literals, shown};

fn lexeme(word: &str, positions: &[(u16, Weight)]) -> Lexeme {
    Lexeme {
        word: word.to_owned(),
        positions: positions.to_vec(),
    }
}

round_trip! {
    vector_is_tsvector: TsVector = [
        TsVector::default(),
        TsVector::from_iter([lexeme("it's \\ \"x\"", &[(1, Weight::A), (16383, Weight::B)]), lexeme("cat", &[])]),
        TsVector::from_iter([lexeme("患者", &[(3, Weight::C), (7, Weight::D)])]),
    ];
    query_is_tsquery: TsQuery = [
        TsQuery::word("cat"),
        TsQuery::prefix("it's \\").with_weights(&[Weight::A, Weight::C]),
        TsQuery::word("a").or(TsQuery::word("b")).followed_by(TsQuery::word("c"), 3).negated().and(TsQuery::word("d")),
        TsQuery::word("a").followed_by(TsQuery::word("b").followed_by(TsQuery::word("c"), 1), 1),
    ];
    weight_is_char: Weight = [Weight::A, Weight::D];
    configuration_is_regconfig: RegConfig = [RegConfig(3748)];
}
