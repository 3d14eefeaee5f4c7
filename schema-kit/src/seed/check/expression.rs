//! The conditions that are understood.

/// An expression without its casts and parentheses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::seed) enum Expression {
    /// A column.
    Column(String),
    /// A string or a number.
    Constant(String),
    /// NULL.
    Null,
    /// The current time or day.
    Now,
    /// A function, or an operator that is no comparison.
    Call(String, Vec<Self>),
    /// `array[…]`
    Array(Vec<Self>),
    /// `a = b`, `a ~ b`
    Binary(String, Box<(Self, Self)>),
    /// `a = any (b)`, `a in (b, c)`
    Any(Box<(Self, Self)>),
    /// `a is null`
    IsNull(Box<Self>),
    /// `not a`
    Not(Box<Self>),
    /// `a and b`
    And(Vec<Self>),
    /// `a or b`
    Or(Vec<Self>),
}

pub(super) fn single(
    mut parts: Vec<Expression>,
    list: fn(Vec<Expression>) -> Expression,
) -> Expression {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        list(parts)
    }
}

pub(super) fn negate(expression: Expression, negated: bool) -> Expression {
    match expression {
        Expression::Not(inner) if negated => *inner,
        expression if negated => Expression::Not(Box::new(expression)),
        expression => expression,
    }
}

pub(super) fn is_null(expression: Expression) -> Expression {
    Expression::IsNull(Box::new(expression))
}

pub(super) fn binary(operator: &str, left: Expression, right: Expression) -> Expression {
    Expression::Binary(operator.to_owned(), Box::new((left, right)))
}

pub(super) fn any(left: Expression, right: Expression) -> Expression {
    Expression::Any(Box::new((left, right)))
}
