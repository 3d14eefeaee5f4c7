//! Expressions: columns, values, operators, functions, subqueries.
//!
//! An expression has a Rust type, [`Expression::Base`]. Its nullability depends on the query that contains it:
//! [`InScope::Null`].
//!
//! - [`Expression`]: comparison, null tests, lists, ranges, `in (query)`
//! - [`BoolMethods`]: `and`, `or`, `not`; [`Condition`]: conditions that may be absent
//! - [`TextMethods`], [`JsonMethods`], [`ContainsMethods`], [`VectorMethods`]: the operators of a type
//! - [`function`]: aggregates, window functions, and [`sql_function!`](crate::sql_function!) for all others
//! - [`exists`], [`scalar`]: subqueries
//! - [`param!`](crate::param!): a value that is sent once
//! - [`sql!`](crate::sql!): SQL that has no method
//!
//! ```
//! use schema_core::prelude::*;
//! use serde_json::json;
//!
//! #[table(name = "documents")]
//! struct Document {
//!     #[column(primary_key)]
//!     id: i64,
//!     title: Option<String>,
//!     metadata: serde_json::Value,
//!     embedding: Vector<3>,
//! }
//!
//! // A comparison with a nullable column is never true for NULL.
//! let titled = Document.title.eq("Intake").or(Document.title.is_null());
//! // JSON: containment can use a GIN index.
//! let by_agent = Document.metadata.contains(json!({"agent": "triage"}));
//! // Vectors: a distance orders rows by similarity.
//! let distance = Document.embedding.cosine_distance(Vector::from([1.0, 0.0, 0.0]));
//! assert_eq!(
//!     Document.select().filter(titled.and(by_agent)).order_by(distance.asc()).columns(Document.id).to_sql(),
//!     concat!(
//!         r#"select "documents"."id" from "documents" "#,
//!         r#"where ("documents"."title" = $1 or "documents"."title" is null) and "documents"."metadata" @> $2 "#,
//!         r#"order by "documents"."embedding" <=> $3"#,
//!     )
//! );
//! ```

mod arithmetic;
pub(crate) mod binary;
mod column;
mod compared;
mod condition;
mod contain;
mod expression;
pub mod function;
pub(crate) mod group;
mod if_found;
mod in_scope;
mod inferred;
#[cfg(feature = "json")]
mod json;
mod like;
mod list;
mod logic;
pub(crate) mod macros;
mod null;

mod order;
mod param;
mod raw;
mod selection;
mod shared;
mod subquery;
mod unary;
mod value;
mod vector;

pub use arithmetic::{Addable, Number};
pub use binary::{Op, Operator};
pub use compared::ComparedInRust;
pub use condition::{
    AllOf, AllOrAny, AnyOf, BoxedCondition, Condition, ConditionMethods, ConditionOn, Optional,
    all_of, any_of,
};
pub use contain::{Containment, ContainsMethods};
pub use expression::{Expression, operators};
pub use function::{
    CountAll, avg, count, count_distinct, count_of, max, min, now, order_by, partition_by, sum,
};
pub use group::{
    GroupIn, GroupItemIn, GroupKey, Grouping, IntoGroup, IntoGroupItem, IntoPartition, KeyColumns,
    KeyOf, PrimaryKeyColumns, Repeatable, grouped,
};
pub use if_found::{DecodeIfFound, IfFound};
pub use in_scope::InScope;
pub use inferred::Inferred;
#[cfg(feature = "json")]
pub use json::{JsonKey, JsonMethods, JsonType};
pub use like::{TextMethods, TextType};
pub use list::{Between, InList, IntoList, List, ListOperator, TextList, Texts};
pub use logic::{BoolMethods, Boolean};
pub use null::{Null, NullOf, null};
pub use order::{
    BoxedOrdering, Direction, IntoOrdering, NullsOrder, OrderMethods, OrderedBy, Ordering,
    OrderingList, Then,
};
pub(crate) use param::cast;
pub use param::{NullableParam, Param, Typed};
pub use raw::{
    Absent, Present, Raw, RawAggregate, RawArgument, RawArguments, RawSql, argument, raw,
};
pub use selection::{
    AllColumns, Decoded, FieldOf, KnownDecoder, SelectField, SelectedFrom, Selection, SelectionKind,
};
pub use shared::{SharedParam, SharedValue};
pub use subquery::{
    ColumnOfType, Exists, InOperand, InOperator, InQuery, ListColumn, ListCompared, Scalar,
    SingleColumn, Subquery, SuppliedIn, exists, scalar,
};
pub use unary::{NotNullable, Unary, UnaryOperator};
pub use value::{Assign, IntoArgument, IntoExpr, Never};
pub use vector::{BitType, VectorMethods, VectorType};
