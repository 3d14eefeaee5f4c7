//! Conditions: logic, comparisons, and the operators of each type whose result is a `bool`.

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::expr::function::{self as f, isfinite, network, range};
use schema_core::expr::{all, any, array, collation};
use schema_core::prelude::*;
use schema_core::types::{Inet, NeverNull, Range};
use serde_json::Value;

use crate::expression::{Env, Ex, compare, each, ex, expr, same, with_type};
use crate::special::of;
use crate::tables::Part;
use schema_tests::choices::Choices;
use schema_tests::choose;

pub(crate) fn boolean<S: Env>(c: &mut Choices) -> Ex<S, bool> {
    choose!(c, "condition"; ;
        "comparison" => with_type!(c, "comparison of", T => compare::<S, T>(c)),
        "comparison, again" => with_type!(c, "comparison of", T => compare::<S, T>(c)),
        "logic" => logic(c),
        "text" => text_condition(c),
        "json" => json_condition(c),
        "array, range, inet" => other_condition(c),
        "correlated" => S::exists(c),
    )
}

fn logic<S: Env>(c: &mut Choices) -> Ex<S, bool> {
    let (a, b): (Ex<S, bool>, Ex<S, bool>) = (expr(c), expr(c));
    choose!(c, "logic"; ;
        "and" => each!(a, b => a.and(b)),
        "or" => each!(a, b => a.or(b)),
        "not" => each!(a => a.not()),
        "&" => same!(a, b => a & b),
        "|" => same!(a, b => a | !b),
        "is true" => same!(a => a.is_true()),
        "is not true" => same!(a => a.is_not_true()),
        "is false" => same!(a => a.is_false()),
        "is not false" => same!(a => a.is_not_false()),
        "is unknown" => same!(a => a.is_unknown()),
        "is not unknown" => same!(a => a.is_not_unknown()),
        "all of" => same!(a, b => all_of([a, b])),
        "any of" => {
            let (a, b) = (a.nullable(), b.nullable());
            ex(any_of([a, b]).is_true())
        },
        "some condition" => same!(a, b => a.and(Some(b))),
        "absent condition" => same!(a => a.and(None::<BoxedExpr<'static, S, bool, NeverNull>>)),
        "boxed condition" => {
            let condition: BoxedCondition<'static, S> = a.nullable().boxed();
            ex(condition)
        },
    )
}

fn text_condition<S: Env>(c: &mut Choices) -> Ex<S, bool> {
    let (a, b): (Ex<S, String>, Ex<S, String>) = (expr(c), expr(c));
    choose!(c, "text condition"; ;
        "like" => each!(a, b => a.like(b)),
        "not like" => same!(a => a.not_like("a%")),
        "ilike" => same!(a => a.ilike("%B_")),
        "not ilike" => same!(a, b => a.not_ilike(b)),
        "like escape" => same!(a => a.like("b#%").escape('#')),
        "~" => same!(a => a.matches("^[a-z]")),
        "!~*" => same!(a => a.not_imatches("b+")),
        "similar to" => same!(a => a.similar_to("(a|b)%")),
        "starts_with" => same!(a, b => f::starts_with(a, b)),
        "regexp_like" => same!(a => f::regexp_like(a, "[ab]")),
        "is json" => same!(a => a.is_json()),
        "= any (list)" => same!(a => a.eq_any(["a", "b"])),
        "<> all (list)" => same!(a => a.ne_all(vec![String::from("a")])),
        "collate" => same!(a, b => a.collate(collation::C).lt(b)),
        "= any (array)" => {
            let list: Ex<S, Vec<String>> = expr(c);
            same!(a, list => a.eq(any(list)))
        },
        "<> all (array)" => {
            let list: Ex<S, Vec<String>> = expr(c);
            same!(a, list => a.ne(all(list)))
        },
    )
}

fn json_condition<S: Env>(c: &mut Choices) -> Ex<S, bool> {
    let a: Ex<S, Value> = expr(c);
    choose!(c, "json condition"; ;
        "@>" => of!(c; b: Value, d: Value => b.contains(d)),
        "<@" => same!(a => a.contained_by(serde_json::json!({"a": {"b": 1}}))),
        "?" => same!(a => a.has_key("a")),
        "?|" => same!(a => a.has_any_key(["a", "b"])),
        "?&" => same!(a => a.has_all_keys(["a"])),
        "cast" => same!(a => a.cast::<bool>()),
        "->> =" => same!(a => a.get_text("a").eq("x")),
    )
}

fn other_condition<S: Env>(c: &mut Choices) -> Ex<S, bool> {
    choose!(c, "other condition"; ;
        "array @>" => of!(c; a: Vec<i32>, b: Vec<i32> => a.contains(b)),
        "array <@" => of!(c; a: Vec<String>, b: Vec<String> => a.contained_by(b)),
        "array &&" => of!(c; a: Vec<i32>, b: Vec<i32> => a.overlaps(b)),
        "range @> element" => of!(c; a: Range<i32>, b: i32 => a.contains_element(b)),
        "range &&" => of!(c; a: Range<i32>, b: Range<i32> => a.overlaps_range(b)),
        "range <<" => of!(c; a: Range<i32>, b: Range<i32> => a.left_of(b)),
        "range -|-" => of!(c; a: Range<i32> => a.adjacent_to(3..)),
        "isempty" => of!(c; a: Range<i32> => range::isempty(a)),
        "upper_inf" => of!(c; a: Range<i32> => range::upper_inf(a)),
        "inet <<" => of!(c; a: Inet, b: Inet => a.subnet_of(b)),
        "inet &&" => of!(c; a: Inet, b: Inet => a.shares_addresses_with(b)),
        "inet_same_family" => of!(c; a: Inet, b: Inet => network::inet_same_family(a, b)),
        "isfinite" => of!(c; a: DateTime<Utc> => isfinite(a)),
        "overlaps" => of!(c; a: NaiveDate, b: NaiveDate => row((a.clone(), b.clone())).overlaps((b, a))),
        "cast of integer" => of!(c; a: i32 => a.cast::<bool>()),
        "integer = any (list)" => of!(c; a: i32 => a.eq_any([1, 2, 3])),
        "= any (array of a subquery)" => of!(c; a: i32 => a.eq(any(array(
            Part.select().columns(Part.code))))),
    )
}
