//! Conditions by name.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Listed, find};
use crate::error::{RequestError, Result};
use crate::expr::binary::precedence;
use crate::expr::{BoxedCondition, Expression};
use crate::scope::RowLevel;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::types::SqlType;

/// A comparison that a request chooses. Its name in a request is that of the method: `eq`, `is_null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `like`, for text.
    LikePattern,
    /// `ilike`, for text.
    IlikePattern,
    /// `= any(…)`: the value is a list, separated by commas.
    OneOf,
    /// `is null`: the value is ignored.
    Missing,
    /// `is not null`: the value is ignored.
    Present,
}

const COMPARISONS: [(&str, Comparison); 11] = [
    ("eq", Comparison::Equal),
    ("ne", Comparison::NotEqual),
    ("lt", Comparison::Less),
    ("le", Comparison::LessOrEqual),
    ("gt", Comparison::Greater),
    ("ge", Comparison::GreaterOrEqual),
    ("like", Comparison::LikePattern),
    ("ilike", Comparison::IlikePattern),
    ("in", Comparison::OneOf),
    ("is_null", Comparison::Missing),
    ("is_not_null", Comparison::Present),
];

impl Comparison {
    /// Returns the SQL after the expression. A value follows, if there is one.
    const fn text(self) -> &'static str {
        match self {
            Self::Equal => " = ",
            Self::NotEqual => " <> ",
            Self::Less => " < ",
            Self::LessOrEqual => " <= ",
            Self::Greater => " > ",
            Self::GreaterOrEqual => " >= ",
            Self::LikePattern => " like ",
            Self::IlikePattern => " ilike ",
            Self::OneOf => " = any(",
            Self::Missing => " is null",
            Self::Present => " is not null",
        }
    }
}

impl FromStr for Comparison {
    type Err = RequestError;

    fn from_str(name: &str) -> Result<Self, RequestError> {
        find(&COMPARISONS, name, "compare by").map(|(_, comparison)| *comparison)
    }
}

/// Makes the condition of one expression.
type Condition<'a, S> = Arc<
    dyn Fn(&str, Comparison, &str) -> Result<BoxedCondition<'a, S>, RequestError>
        + Send
        + Sync
        + 'a,
>;

/// The expressions over the sources `S`, such as `(Patient,)`, that a request may filter by.
pub struct Filterable<'a, S> {
    list: Vec<(&'static str, Condition<'a, S>)>,
}

impl<'a, S: 'a> Default for Filterable<'a, S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Filterable<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.list.iter().map(|(name, _)| name))
            .finish()
    }
}

#[hide_bounds]
impl<'a, S: 'a> Filterable<'a, S> {
    /// Creates an empty list.
    pub fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Adds an expression under a name. Its values are read by `FromStr`.
    pub fn by<E, I>(mut self, name: &'static str, expression: E) -> Self
    where
        E: Listed<S, I, Base: FromStr + Send + Sync, Kind: RowLevel> + Clone + Send + Sync + 'a,
        E::Base: 'a,
    {
        self.list.push((
            name,
            Arc::new(move |name, comparison, text| {
                let operand = Operand::parse(name, comparison, text)?;
                Ok(BoxedCondition::of(Arc::new(Compared {
                    expression: expression.clone(),
                    comparison,
                    operand,
                })))
            }),
        ));
        self
    }

    /// Returns a condition on the expression with this name.
    ///
    /// # Errors
    /// [`Error::Request`](crate::Error::Request) if the name is not in the list, the value cannot be read as one of the
    /// expression's type, or the comparison is for text and the expression is not.
    pub fn condition(
        &self,
        name: &str,
        comparison: Comparison,
        value: &str,
    ) -> Result<BoxedCondition<'a, S>> {
        let (known, condition) = find(&self.list, name, "filter by")?;
        Ok(condition(known, comparison, value)?)
    }
}

/// The right side of a comparison.
enum Operand<T> {
    One(T),
    List(Vec<T>),
    Nothing,
}

impl<T: SqlType + FromStr> Operand<T> {
    fn parse(name: &str, comparison: Comparison, text: &str) -> Result<Self, RequestError> {
        let value = |text: &str| {
            text.parse().map_err(|_| RequestError::Value {
                name: name.into(),
                value: text.into(),
                expected: T::DATA_TYPE.sql().into(),
            })
        };
        match comparison {
            Comparison::Missing | Comparison::Present => Ok(Self::Nothing),
            Comparison::OneOf => text
                .split(',')
                .map(value)
                .collect::<Result<_, _>>()
                .map(Self::List),
            Comparison::LikePattern | Comparison::IlikePattern
                if T::DATA_TYPE.oid != String::DATA_TYPE.oid =>
            {
                Err(RequestError::NotText {
                    name: name.into(),
                    actual: T::DATA_TYPE.sql().into(),
                })
            }
            _ => value(text).map(Self::One),
        }
    }
}

/// A comparison that is chosen at run time.
struct Compared<E: Expression> {
    expression: E,
    comparison: Comparison,
    operand: Operand<E::Base>,
}

impl<E: Expression> Fragment for Compared<E> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        let parentheses = E::PRECEDENCE <= precedence::LIKE;
        if parentheses {
            sql.text("(");
        }
        self.expression.write(sql);
        if parentheses {
            sql.text(")");
        }
        sql.text(self.comparison.text());
        match self.operand {
            Operand::Nothing => {}
            Operand::One(_) => sql.parameter(),
            Operand::List(_) => {
                sql.parameter();
                sql.text(")");
            }
        }
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.expression.bind(arguments)?;
        match &self.operand {
            Operand::Nothing => Ok(()),
            Operand::One(value) => arguments.push::<E::Base, E::Base>(Some(value)),
            Operand::List(values) => arguments.push_values::<E::Base, E::Base, _>(values.iter()),
        }
    }
}
