//! Expressions: columns, values, operators, functions, subqueries.
//!
//! An expression has a Rust type, [`Expression::Base`]. Its nullability depends on the query that contains it:
//! [`InScope::Null`].
//!
//! - [`Expression`]: comparison, null tests, lists, ranges, `in (query)`
//! - [`BoolMethods`]: `and`, `or`, `not`; [`Condition`]: conditions that may be absent
//! - [`TextMethods`], [`JsonMethods`], [`ContainsMethods`], [`VectorMethods`]: the operators of a type
//! - `Column::path`: the fields of a JSON payload, with `#[derive(JsonPaths)]`
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
pub(crate) mod array;
pub(crate) mod binary;
mod bitwise;
mod boxed;
mod case;
mod cast;
pub mod collation;
mod column;
mod compared;
mod composite;
mod condition;
mod contain;
mod expression;
pub mod function;
mod geometry;
pub(crate) mod group;
mod grouping_set;
mod hstore;
mod if_found;
mod in_scope;
mod inferred;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_path;
mod like;
mod list;
mod literal;
mod logic;
mod ltree;
pub(crate) mod macros;
mod network;
mod null;
mod operand;
mod order;
mod param;
mod placeholder;
mod quantified;
mod range;
mod raw;
mod row;
mod selection;
pub mod setting;
mod shared;
mod subquery;
mod text_search;
mod time;
mod trigram;
mod tuple;
mod unary;
mod value;
mod vector;

pub use arithmetic::{Addable, Divisible, Multipliable, Number};
pub use array::{
    ArrayItems, ArrayList, ArrayMethods, ArrayOf, ArrayQuery, ArrayType, FitsElement, IntoArray,
    ItemOf, Slice, SliceBound, SliceBoundIn, Subscript, array, array_of,
};
pub use binary::{Op, Operator};
pub use bitwise::{BitMethods, BitNot, Bitwise};
pub use boxed::{BoxedAs, BoxedExpr};
pub use case::{
    BeforeElse, Case, CaseIn, CaseOperand, CaseParts, CaseResult, Else, NoElse, Searched, Simple,
    When, case, case_when,
};
pub use cast::{Cast, CastTo};
pub use collation::{Collated, Collation, IntoCollation};
pub use compared::ComparedInRust;
pub use composite::{CompositeField, CompositeFieldOf, CompositeMethods, FieldAccess};
pub use condition::{
    AllOf, AllOrAny, AnyOf, BoxedCondition, Condition, ConditionMethods, ConditionOn, Optional,
    all_of, any_of,
};
pub use contain::{Containment, ContainsMethods, Overlapping};
pub use expression::{Expression, operators};
pub use function::{
    CountAll, avg, count, count_distinct, count_of, max, min, now, order_by, partition_by, sum,
};
pub use geometry::{GeometricType, GeometryMethods};
pub use group::{
    GroupIn, GroupItemIn, GroupKey, Grouping, IntoGroup, IntoGroupItem, KeyColumns, KeyOf,
    PrimaryKeyColumns, Repeatable, grouped,
};
pub use grouping_set::{
    Cube, GroupedItems, GroupingOf, GroupingSet, GroupingSets, InItems, PlainItem, PlainItems,
    Rollup, SetOfItems, SetsOfItems, cube, grouping, grouping_sets, rollup,
};
pub use hstore::{HstoreMethods, HstoreType};
pub use if_found::{DecodeIfFound, IfFound};
pub use in_scope::InScope;
pub use inferred::Inferred;
#[cfg(feature = "json")]
pub use json::{JsonKey, JsonMethods, JsonType, MergedJson, RemovedKey};
#[cfg(feature = "json")]
pub use json_path::{
    HoldsPath, JsonAt, JsonColumn, JsonField, JsonFieldOf, JsonIndex, JsonLeaf, JsonOptional,
    JsonPlace, JsonRoot, JsonShape, JsonStep, NewPath, Opaque, PathName, WithPath, with,
};
pub use like::{Concatenable, Escapable, Escaped, TextMethods, TextType};
pub use list::{Between, InList, IntoList, List, ListOperator, RangeOperator, TextList, Texts};
pub use literal::{IntoLiteral, IntoValue, Literal, Typed, literal, value};
pub use logic::{BoolMethods, Boolean};
pub use ltree::{LtreeMethods, LtreeType};
pub use network::{NetworkMethods, NetworkType};
pub use null::{Null, NullOf, null};
pub use operand::{Fits, Operand, OperandOf};
pub use order::{
    BoxedOrdering, Direction, IntoOrdering, NullsOrder, OrderMethods, OrderedBy, OrderingList,
    Sorted, Then,
};
pub(crate) use param::cast;
pub use param::{NullableParam, Param};
pub use placeholder::{ParamField, Params, Placeholder};
pub use quantified::{
    AllElements, AnyElement, Elements, ElementsIn, InArray, InRows, IntoElements, OfArray, OfQuery,
    all, any,
};
pub use range::{BetweenRanges, RangeMethods, RangeType};
pub use raw::{
    Absent, Present, Raw, RawAggregate, RawArgument, RawArguments, RawSql, RawStrict, argument, raw,
};
pub use row::{
    ColumnsFor, FieldsFor, IntoRow, ListRows, PeriodEnd, Row, RowColumns, RowCompare, RowField,
    RowFields, RowIn, RowList, RowLists, RowQuery, RowTest, RowValues, RowsOperand, row,
};
pub use selection::{
    AllColumns, Decoded, FieldOf, KnownDecoder, SelectField, SelectedFrom, Selection, SelectionKind,
};
pub use shared::{SharedParam, SharedValue};
pub use subquery::{
    ColumnOfType, Exists, InOperand, InOperator, InQuery, ListColumn, ListCompared, Scalar,
    SingleColumn, Subquery, SuppliedIn, exists, scalar,
};
pub use text_search::{NotQuery, TextSearchMethods, TsQueryType, TsVectorType};
pub use time::TimeMethods;
pub use trigram::TrigramMethods;
pub use tuple::{AnyArgument, AnyArguments, Expressions, ExpressionsIn};
pub use unary::{AsNullable, NotNullable, Unary, UnaryOperator};
pub use value::{Assign, IntoArgument, IntoExpr, Never};
pub use vector::{BitType, VectorMethods, VectorType, WithoutIterativeScan};
