//! Properties of rendered SQL, checked for many expressions.
//!
//! - The constant text equals the text written at run time. [`Fragment::write`] writes a node part by part and never
//!   reads the node's constant, so the two could differ. (`suite/sql` compares them for each of its statements.)
//! - The text has a parameter for each value, numbered in order.
//! - The omitted parentheses are redundant: Postgres computes the same value as for the fully parenthesized expression.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use schema_core::exec::Statement as _;
use schema_core::expr::{Assign, Condition, InScope, IntoExpr};
use schema_core::prelude::*;
use schema_core::scope::PerRow;
use schema_core::sql::{Arguments, Fragment, SqlWriter};
use schema_tests::db;
use sqlx::AssertSqlSafe;

use rust_decimal::Decimal;

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

/// A condition that can be built from the library's nodes and, for comparison, rendered independently.
#[derive(Debug, Clone)]
enum Tree {
    Column,
    Equal(i64),
    Like(String),
    Between(i32, i32),
    In(Vec<i64>),
    Raw(i32, i32),
    Maybe(Option<bool>),
    Not(Box<Self>),
    IsNull(Box<Self>),
    And(Box<Self>, Box<Self>),
    Or(Box<Self>, Box<Self>),
    Same(Box<Self>, Box<Self>),
    Differs(Box<Self>, Box<Self>),
    AndMaybe(Box<Self>, Option<Box<Self>>),
    OrMaybe(Box<Self>, Option<Box<Self>>),
    All(Vec<Self>),
    Any(Vec<Self>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Column),
        any::<i64>().prop_map(Tree::Equal),
        "[a-z$%]{0,4}".prop_map(Tree::Like),
        any::<(i32, i32)>().prop_map(|(low, high)| Tree::Between(low, high)),
        prop::collection::vec(any::<i64>(), 0..3).prop_map(Tree::In),
        any::<(i32, i32)>().prop_map(|(low, high)| Tree::Raw(low, high)),
        any::<Option<bool>>().prop_map(Tree::Maybe),
    ];
    leaf.prop_recursive(5, 40, 3, |inner| {
        let one = || inner.clone().prop_map(Box::new);
        prop_oneof![
            one().prop_map(Tree::Not),
            one().prop_map(Tree::IsNull),
            (one(), one()).prop_map(|(l, r)| Tree::And(l, r)),
            (one(), one()).prop_map(|(l, r)| Tree::Or(l, r)),
            (one(), one()).prop_map(|(l, r)| Tree::Same(l, r)),
            (one(), one()).prop_map(|(l, r)| Tree::Differs(l, r)),
            (one(), prop::option::of(one())).prop_map(|(l, r)| Tree::AndMaybe(l, r)),
            (one(), prop::option::of(one())).prop_map(|(l, r)| Tree::OrMaybe(l, r)),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::Any),
        ]
    })
}

impl Tree {
    fn build(&self) -> BoxedCondition<'_, Scope> {
        match self {
            Self::Column => R.a.boxed(),
            Self::Equal(id) => R.id.eq(id).boxed(),
            Self::Like(pattern) => R.s.like(pattern).boxed(),
            Self::Between(low, high) => {
                R.x.between(Decimal::from(*low), Decimal::from(*high))
                    .boxed()
            }
            Self::In(ids) => R.id.eq_any(ids).boxed(),
            Self::Raw(low, high) => sql!(bool, "{low} < {} or {} < {high}", R.x, R.y).boxed(),
            Self::Maybe(value) => value.map(|value| R.c.eq(value)).boxed(),
            Self::Not(tree) => tree.build().not().boxed(),
            Self::IsNull(tree) => tree.build().is_null().boxed(),
            Self::And(left, right) => left.build().and(right.build()).boxed(),
            Self::Or(left, right) => left.build().or(right.build()).boxed(),
            Self::Same(left, right) => left.build().eq(right.build()).boxed(),
            Self::Differs(left, right) => left.build().is_distinct_from(right.build()).boxed(),
            Self::AndMaybe(left, right) => left
                .build()
                .and(right.as_ref().map(|right| right.build()))
                .boxed(),
            Self::OrMaybe(left, right) => left
                .build()
                .or(right.as_ref().map(|right| right.build()))
                .boxed(),
            Self::All(trees) => all_of(trees.iter().map(Self::build)).boxed(),
            Self::Any(trees) => any_of(trees.iter().map(Self::build)).boxed(),
        }
    }

    /// The expected text of the boxed condition, in parentheses. The parameters are numbered from `count` on.
    fn text(&self, count: &mut usize) -> String {
        let mut parameter = || {
            *count += 1;
            format!("${count}")
        };
        let inside = match self {
            Self::Column => r#""r"."a""#.to_owned(),
            Self::Equal(_) => format!(r#""r"."id" = {}"#, parameter()),
            Self::Like(_) => format!(r#""r"."s" like {}"#, parameter()),
            Self::Between(..) => {
                let (low, high) = (parameter(), parameter());
                format!(r#""r"."x" between {low} and {high}"#)
            }
            Self::In(_) => format!(r#""r"."id" = any({})"#, parameter()),
            Self::Raw(..) => {
                let (low, high) = (parameter(), parameter());
                format!(r#"{low}::integer < "r"."x" or "r"."y" < {high}::integer"#)
            }
            Self::Maybe(None) => "true".to_owned(),
            Self::Maybe(Some(_)) => format!(r#""r"."c" = {}"#, parameter()),
            Self::Not(tree) => format!("not {}", tree.text(count)),
            Self::IsNull(tree) => format!("{} is null", tree.text(count)),
            Self::And(left, right) | Self::AndMaybe(left, Some(right)) => {
                infix(left, "and", right, count)
            }
            Self::Or(left, right) | Self::OrMaybe(left, Some(right)) => {
                infix(left, "or", right, count)
            }
            Self::Same(left, right) => infix(left, "=", right, count),
            Self::Differs(left, right) => infix(left, "is distinct from", right, count),
            Self::AndMaybe(left, None) => format!("{} and true", left.text(count)),
            Self::OrMaybe(left, None) => format!("{} or false", left.text(count)),
            Self::All(trees) => list(trees, " and ", "true", count),
            Self::Any(trees) => list(trees, " or ", "false", count),
        };
        format!("({inside})")
    }
}

fn infix(left: &Tree, operator: &str, right: &Tree, count: &mut usize) -> String {
    let left = left.text(count);
    format!("{left} {operator} {}", right.text(count))
}

fn list(trees: &[Tree], separator: &str, none: &str, count: &mut usize) -> String {
    if trees.is_empty() {
        return none.to_owned();
    }
    let texts: Vec<String> = trees.iter().map(|tree| tree.text(count)).collect();
    format!("({})", texts.join(separator))
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
    fn parameters_are_numbered_through_a_whole_query(trees in prop::collection::vec(tree(), 0..4), limit in any::<Option<i64>>()) {
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

/// An expression as the library renders it, and with all parentheses.
struct Pair {
    minimal: String,
    full: String,
}

#[derive(Default)]
struct Pairs(Vec<Pair>);

impl Pairs {
    /// Adds an expression, after comparing its constant with the written text.
    fn add<E, I>(&mut self, expression: E, full: String)
    where
        E: InScope<Scope, I, Kind = PerRow> + Fragment,
    {
        let minimal = written(&expression);
        let query = R.select().columns(R.id).order_by(expression.asc());
        assert_eq!(query.to_sql(), written(&query));
        assert_eq!(
            query.to_sql(),
            format!(r#"select "r"."id" from "r" order by {minimal}"#)
        );
        self.0.push(Pair { minimal, full });
    }

    /// Adds each operator on conditions with this one as an operand, on each side.
    fn above_condition<E, I>(&mut self, e: E, full: &str)
    where
        E: InScope<Scope, I, Kind = PerRow, Base = bool> + Copy,
        E: Condition<And = E, Or = E>
            + IntoExpr<bool, Expr = E>
            + IntoExpr<bool, Column<R, __r::c>, Expr = E>
            + Assign<Option<bool>, Column<R, __r::c>, Expr = E>,
    {
        let c = R.c;
        self.add(e, full.to_owned());
        self.add(e.and(c), format!("({full} and c)"));
        self.add(c.and(e), format!("(c and {full})"));
        self.add(e.or(c), format!("({full} or c)"));
        self.add(c.or(e), format!("(c or {full})"));
        self.add(e.not(), format!("(not {full})"));
        self.add(e.is_null(), format!("({full} is null)"));
        self.add(e.is_not_null(), format!("({full} is not null)"));
        self.add(e.eq(c), format!("({full} = c)"));
        self.add(c.eq(e), format!("(c = {full})"));
        self.add(e.ne(c), format!("({full} <> c)"));
        self.add(c.ne(e), format!("(c <> {full})"));
        self.add(e.lt(c), format!("({full} < c)"));
        self.add(c.ge(e), format!("(c >= {full})"));
        self.add(
            e.is_distinct_from(c),
            format!("({full} is distinct from c)"),
        );
        self.add(
            c.is_distinct_from(e),
            format!("(c is distinct from {full})"),
        );
        self.add(
            e.is_not_distinct_from(c),
            format!("({full} is not distinct from c)"),
        );
        self.add(
            c.is_not_distinct_from(e),
            format!("(c is not distinct from {full})"),
        );
        self.add(e.between(c, c), format!("({full} between c and c)"));
        self.add(c.between(e, c), format!("(c between {full} and c)"));
        self.add(c.between(c, e), format!("(c between c and {full})"));
        self.add(
            c.and(e).or(c.and(e)),
            format!("((c and {full}) or (c and {full}))"),
        );
        self.add(
            sql!(Option<bool>, "{} = false", e),
            format!("({full} = false)"),
        );
    }

    /// Adds each operator on numbers with this one as an operand, on each side.
    fn above_number<E, I>(&mut self, e: E, full: &str)
    where
        E: InScope<Scope, I, Kind = PerRow, Base = Decimal> + Copy,
        E: IntoExpr<Decimal, Expr = E> + IntoExpr<Decimal, Column<R, __r::x>, Expr = E>,
    {
        let x = R.x;
        self.add(e, full.to_owned());
        self.add(x + e, format!("(x + {full})"));
        self.add(x - e, format!("(x - {full})"));
        self.add(x * e, format!("(x * {full})"));
        self.add(x / e, format!("(x / {full})"));
        self.add(x % e, format!("(x % {full})"));
        self.add(e.eq(x), format!("({full} = x)"));
        self.add(x.lt(e), format!("(x < {full})"));
        self.add(e.between(x, x), format!("({full} between x and x)"));
        self.add(x.between(e, e), format!("(x between {full} and {full})"));
        self.add(e.is_null(), format!("({full} is null)"));
        self.add(
            e.is_distinct_from(x),
            format!("({full} is distinct from x)"),
        );
        self.add(sql!(Option<Decimal>, "{} * 2", e), format!("({full} * 2)"));
    }

    /// Adds each operator on texts with this one as an operand, on each side.
    fn above_text<E, I>(&mut self, e: E, full: &str)
    where
        E: InScope<Scope, I, Kind = PerRow, Base = String> + Copy,
        E: IntoExpr<String, Expr = E> + IntoExpr<String, Column<R, __r::s>, Expr = E>,
    {
        let s = R.s;
        self.add(e, full.to_owned());
        self.add(e.concat(s), format!("({full} || s)"));
        self.add(s.concat(e), format!("(s || {full})"));
        self.add(e.like(s), format!("({full} like s)"));
        self.add(s.not_like(e), format!("(s not like {full})"));
        self.add(e.ilike(s), format!("({full} ilike s)"));
        self.add(s.not_ilike(e), format!("(s not ilike {full})"));
        self.add(e.eq(s), format!("({full} = s)"));
        self.add(s.ge(e), format!("(s >= {full})"));
        self.add(e.between(s, s), format!("({full} between s and s)"));
        self.add(
            e.is_not_distinct_from(s),
            format!("({full} is not distinct from s)"),
        );
    }

    /// Nests each operator in each operator. Parentheses depend only on an operator and its operand.
    fn all() -> Vec<Pair> {
        let mut pairs = Self::default();
        let RColumns {
            a,
            b,
            x,
            y,
            z,
            s,
            t,
            ..
        } = R;
        pairs.above_condition(a, "a");
        pairs.above_condition(a.and(b), "(a and b)");
        pairs.above_condition(a.or(b), "(a or b)");
        pairs.above_condition(a.not(), "(not a)");
        pairs.above_condition(a.is_null(), "(a is null)");
        pairs.above_condition(a.is_not_null(), "(a is not null)");
        pairs.above_condition(a.eq(b), "(a = b)");
        pairs.above_condition(a.lt(b), "(a < b)");
        pairs.above_condition(a.is_distinct_from(b), "(a is distinct from b)");
        pairs.above_condition(a.is_not_distinct_from(b), "(a is not distinct from b)");
        pairs.above_condition(s.like(t), "(s like t)");
        pairs.above_condition(s.not_ilike(t), "(s not ilike t)");
        pairs.above_condition(x.between(y, z), "(x between y and z)");
        pairs.above_condition(a.between(b, a), "(a between b and a)");
        pairs.above_condition(sql!(bool, "{} or {}", a, b), "(a or b)");
        pairs.above_condition(a.assume_not_null(), "a");
        pairs.above_condition(a.or(b).assume_not_null(), "(a or b)");
        pairs.above_number(y, "y");
        pairs.above_number(y + z, "(y + z)");
        pairs.above_number(y - z, "(y - z)");
        pairs.above_number(y * z, "(y * z)");
        pairs.above_number(y / z, "(y / z)");
        pairs.above_number(y % z, "(y % z)");
        pairs.above_number((y - z).assume_not_null(), "(y - z)");
        pairs.above_number(sql!(Option<Decimal>, "{} - {}", y, z), "(y - z)");
        pairs.add((y - z) / x, "((y - z) / x)".to_owned());
        pairs.add((y - z) - x, "((y - z) - x)".to_owned());
        pairs.add((y / z) * x, "((y / z) * x)".to_owned());
        pairs.add((y * z) % x, "((y * z) % x)".to_owned());
        pairs.add((y - z) * (y - x), "((y - z) * (y - x))".to_owned());
        pairs.above_text(t, "t");
        pairs.above_text(s.concat(t), "(s || t)");
        pairs.above_text(sql!(Option<String>, "{} || {}", s, t), "(s || t)");
        pairs.0
    }
}

/// Rows in which every condition has every value. No number is zero, nor any difference of two, to allow division.
const ROWS: &str = "
    insert into r (id, a, b, c, x, y, z, s, t)
    select row_number() over (), a, b, c, x, y, z, s, t
    from (values (true), (false), (null)) as a (a),
         (values (true), (false), (null)) as b (b),
         (values (true), (false)) as c (c),
         (values (7, 5, 3), (-2, 3, 11), (13, -4, 9), (5, 17, null)) as n (x, y, z),
         (values ('a', '%a'), ('Ab', 'a_'), ('%', null)) as t (s, t)";

#[test]
fn omitted_parentheses_are_redundant() {
    let pairs = Pairs::all();
    assert!(pairs.len() > 450, "only {}", pairs.len());
    db::run(async |db| {
        schema![R]
            .create()
            .unwrap()
            .execute(db.pool())
            .await
            .unwrap();
        sqlx::query(ROWS).execute(db.pool()).await.unwrap();
        let mut wrong = Vec::new();
        for Pair { minimal, full } in &pairs {
            let sql = format!("select count(*) from r where ({minimal}) is distinct from ({full})");
            let count = sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql))
                .fetch_one(db.pool())
                .await;
            match count {
                Ok(0) => {}
                Ok(_) => wrong.push(format!("{minimal} differs from {full}")),
                Err(error) => wrong.push(format!("{minimal}: {error}")),
            }
        }
        assert!(
            wrong.is_empty(),
            "{} of {}:\n{}",
            wrong.len(),
            pairs.len(),
            wrong.join("\n")
        );
    });
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
