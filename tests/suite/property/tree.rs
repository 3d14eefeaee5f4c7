//! Random conditions.

use proptest::prelude::*;
use rust_decimal::Decimal;
use schema_core::prelude::*;

use crate::{R, Scope};

/// A condition that can be built from the library's nodes and, for comparison, rendered independently.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
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

pub(crate) fn tree() -> impl Strategy<Value = Tree> {
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
    pub(crate) fn build(&self) -> BoxedCondition<'_, Scope> {
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
    pub(crate) fn text(&self, count: &mut usize) -> String {
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
