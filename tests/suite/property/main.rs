//! Properties of rendered SQL, checked for many expressions.
//!
//! - The constant text equals the text written at run time. [`Fragment::write`] writes a node part by part and never
//!   reads the node's constant, so the two could differ. (`suite/sql` compares them for each of its statements.)
//! - The text has a parameter for each value, numbered in order.
//! - The omitted parentheses are redundant: Postgres computes the same value as for the fully parenthesized expression.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod parentheses;
mod tree;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use schema_core::exec::Statement as _;
use schema_core::prelude::*;
use schema_core::sql::{Arguments, Fragment, SqlWriter};
use schema_tests::db;

use self::tree::{Tree, tree};

/// Columns of type boolean, numeric and text.
#[table(name = "r")]
#[derive(Debug)]
pub struct R {
    #[column(primary_key)]
    pub id: i64,
    pub a: Option<bool>,
    pub b: Option<bool>,
    pub c: bool,
    pub x: Decimal,
    pub y: Decimal,
    pub z: Option<Decimal>,
    pub s: String,
    pub t: Option<String>,
}

type Scope = (R,);

/// Renders at run time.
fn written(fragment: &impl Fragment) -> String {
    let mut sql = SqlWriter::new();
    fragment.write(&mut sql);
    sql.finish()
}

/// The numbers of the parameters, in the order of the text.
fn numbers(text: &str) -> Vec<usize> {
    let digits = |rest: &str| {
        rest.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    };
    text.split('$')
        .skip(1)
        .map(|rest| digits(rest).parse().unwrap())
        .collect()
}

/// Checks that the text has a parameter for each value.
fn assert_parameters(fragment: &impl Fragment) {
    let mut arguments = Arguments::default();
    fragment.bind(&mut arguments).unwrap();
    let text = written(fragment);
    assert_eq!(
        numbers(&text),
        (1..=arguments.len()).collect::<Vec<_>>(),
        "{text}"
    );
}

proptest! {
    // A failure prints its shrunk case, so there is no need for a file of failures.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_condition_renders_as_its_tree(tree in tree()) {
        let condition = tree.build();
        assert_parameters(&condition);
        prop_assert_eq!(written(&condition), tree.text(&mut 0));
    }

    #[test]
    fn parameters_are_numbered_through_a_whole_query(trees in prop::collection::vec(tree(), 0..4), limit in prop::option::of(0..=i64::MAX)) {
        let mut query = R.select().columns((R.id, R.x + Decimal::ONE)).boxed();
        for tree in &trees {
            query = query.filter(tree.build());
        }
        let query = query.limit(limit);
        assert_parameters(&query);
        let mut count = 1;
        let mut expected = r#"select "r"."id", "r"."x" + $1 from "r""#.to_owned();
        for (i, tree) in trees.iter().enumerate() {
            expected += if i == 0 { " where " } else { " and " };
            expected += &tree.text(&mut count);
        }
        if limit.is_some() {
            expected += " limit $";
            expected += &(count + 1).to_string();
        }
        prop_assert_eq!(query.to_sql(), expected);
    }

    /// A query whose conditions are part of its type.
    #[test]
    fn a_static_query_renders_as_its_constant(id in any::<i64>(), name in r"[^\x00]{0,8}", limit in any::<Option<u32>>()) {
        let query = R
            .select()
            .filter(R.id.ne(id).and(R.s.like(&name).or(R.t.is_not_distinct_from(name.clone())).not()))
            .order_by((R.s.concat(name.as_str()).desc(), R.id.asc()))
            .limit(limit);
        prop_assert_eq!(query.to_sql(), written(&query));
        assert_parameters(&query);
    }
}

/// Runs random conditions with their values.
#[test]
fn postgres_accepts_random_conditions() {
    let mut runner = TestRunner::deterministic();
    let strategy = tree();
    let trees: Vec<Tree> = (0..200)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect();
    db::run(async |db| {
        schema![R]
            .create()
            .unwrap()
            .execute(db.pool())
            .await
            .unwrap();
        for tree in &trees {
            let query = R.select().filter(tree.build());
            let text = query.to_sql();
            let rows = query.fetch_all(db.pool()).await;
            assert!(rows.is_ok(), "{text}: {:?}", rows.err());
        }
    });
}
