//! Every operator nested in every operator, with the parentheses that the library omits.

use rust_decimal::Decimal;
use schema_core::exec::Statement as _;
use schema_core::expr::{Assign, Condition, InScope, IntoExpr};
use schema_core::prelude::*;
use schema_core::scope::PerRow;
use schema_core::sql::Fragment;
use schema_tests::db;
use sqlx::AssertSqlSafe;

use crate::{R, RColumns, Scope, r_, written};

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
            + IntoExpr<bool, Column<R, r_::c>, Expr = E>
            + Assign<Option<bool>, Column<R, r_::c>, Expr = E>,
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
        E: IntoExpr<Decimal, Expr = E> + IntoExpr<Decimal, Column<R, r_::x>, Expr = E>,
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
        E: IntoExpr<String, Expr = E> + IntoExpr<String, Column<R, r_::s>, Expr = E>,
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
