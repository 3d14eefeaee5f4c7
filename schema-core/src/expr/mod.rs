//! Expressions: columns, values, operators, functions.
//!
//! - [`Expression`] — comparison, null tests, lists, text, arithmetic
//! - [`and`, `or`, `not`](BoolMethods) and conditions that may be absent ([`Condition`])
//! - [`json`](JsonMethods), [`vector`](VectorMethods), [`functions`]
//! - [`sql!`](crate::sql!) for what is missing
//!
//! An expression has a Rust type, [`Expression::Base`], and where it stands in a query it is known whether it can be
//! NULL: [`InScope::Null`].

mod arithmetic;
pub(crate) mod binary;
mod column;
mod compare;
mod condition;
mod contain;
mod declare;
pub mod functions;
#[cfg(feature = "json")]
mod json;
mod kind;
mod like;
mod list;
mod logic;
mod null;
mod order;
mod param;
mod raw;
mod scope;
mod unary;
mod value;
mod vector;

pub use arithmetic::{Arithmetic, Plus};
pub(crate) use binary::precedence::AND;
pub use binary::{Binary, Operator};
pub(crate) use binary::{CLOSE, OPEN, when};
pub use compare::{Expression, operators};
pub use condition::{
    AllOf, AnyOf, BoxedCondition, Condition, ConditionMethods, ConditionOn, GroupCondition,
    Optional, Several, all_of, any_of,
};
pub use contain::{Containment, ContainsMethods};
#[cfg(feature = "json")]
pub use json::{JsonKey, JsonMethods, JsonType};
pub(crate) use kind::kind_of;
pub use kind::{Aggregate, Constant, Kind, Mixed, PerRow, Returned, RowLevel, Unmixed};
pub use like::{TextMethods, TextType};
pub use list::{Between, InList, IntoList, List};
pub use logic::{And, BoolMethods, Boolean};
pub use null::{Null, NullOf, null};
pub use order::{
    BoxedOrdering, Direction, IntoOrdering, NullsOrder, OrderMethods, OrderedBy, Ordering,
    OrderingKind, Orderings,
};
pub(crate) use param::cast;
pub use param::{NullableParam, Param, Typed};
pub use raw::{Raw, RawArguments, RawSql, argument, raw};
pub use scope::{
    Entry, Grouped, GroupedColumn, HasColumn, HasRoom, InAggregate, InScope, Lacks, NoTable, Push,
    RowScope, Scope, Tables, Ungrouped, WholeRow,
};
pub use unary::{NotNullable, Unary, UnaryOperator};
pub use value::{Assign, ColumnValue, IntoExpr, Never, Value};
pub use vector::{BitType, VectorMethods, VectorType};
