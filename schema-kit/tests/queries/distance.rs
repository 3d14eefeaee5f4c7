//! Distances of vectors.

use schema_core::prelude::*;
use schema_ddl::model::IndexOn;
use schema_kit::queries::Problem;

use super::{check_one, has_extension, messages, model};

#[table(name = "items")]
#[index(hnsw(indexed.vector_cosine_ops))]
#[derive(Debug)]
struct Item {
    #[column(primary_key, identity)]
    id: i64,
    #[column(index)]
    owner: i64,
    indexed: Vector<3>,
    plain: HalfVector<3>,
    half: Vector<3>,
}

#[track_caller]
fn problems(order: &str) -> Vec<Problem> {
    let sql = format!(r#"select "id" from "items" {order} limit $2"#);
    let mut model = model(&schema![Item]);
    // An index on an expression.
    let mut index = model.tables[0]
        .indexes
        .iter()
        .find(|index| index.method == "hnsw")
        .unwrap()
        .clone();
    "items_half_idx".clone_into(&mut index.name);
    index.elements[0].on = IndexOn::Expression("half::halfvec(3)".to_owned());
    index.elements[0].operator_class = Some("halfvec_l2_ops".to_owned());
    model.tables[0].indexes.push(index);
    check_one(&sql, &model, &[]).problems
}

#[test]
fn a_distance_without_an_index_is_reported_with_the_operator_class() {
    assert!(has_extension("vector"), "these tests need pgvector");
    assert_eq!(problems(r#"order by "indexed" <=> $1"#), []);
    assert_eq!(
        messages(&problems(r#"order by "indexed" <-> $1"#)),
        [
            "no index serves the order by `((items.indexed <-> $1))`; it needs one with `vector_l2_ops` \
             (items_indexed_idx is for another distance)"
        ]
    );
    assert_eq!(
        messages(&problems(r#"order by "plain" <#> $1"#)),
        [
            "no index serves the order by `((items.plain <#> $1))`; it needs one with `halfvec_ip_ops`"
        ]
    );
}

#[test]
fn an_index_on_an_expression_serves_it() {
    assert_eq!(problems(r#"order by "half"::halfvec(3) <-> $1"#), []);
    let other = problems(r#"order by "half"::halfvec(3) <=> $1"#);
    assert!(matches!(other[0], Problem::NoDistanceIndex { .. }));
}

#[test]
fn sorting_a_few_rows_is_no_problem_if_the_distance_has_an_index() {
    assert_eq!(
        problems(r#"where "owner" = 1 order by "indexed" <=> $1"#),
        []
    );
    assert_eq!(
        problems(r#"where "owner" = 1 order by "indexed" <+> $1"#).len(),
        1
    );
}
