//! Everything that a program with tables imports: `use schema_core::prelude::*;`.

pub use crate::alias;
pub use crate::ddl::Schema;
pub use crate::def::{
    FunctionDef, GrantDef, GrantOn, Object, Privilege, RoleDef, SequenceDef, TableDef,
};
pub use crate::error::{ConstraintKind, Error};
pub use crate::exec::{Execute as _, Fetch as _, Query, Statement};
pub use crate::expr::CompositeMethods;
pub use crate::expr::GeometryMethods;
pub use crate::expr::HstoreMethods;
#[cfg(feature = "json")]
pub use crate::expr::JsonMethods;
pub use crate::expr::LtreeMethods;
pub use crate::expr::NetworkMethods;
pub use crate::expr::RangeMethods;
pub use crate::expr::TextSearchMethods;
pub use crate::expr::TrigramMethods;
pub use crate::expr::function::{dense_rank, rank, row_number};
pub use crate::expr::{ArrayMethods, BitMethods, TimeMethods, case, case_when, row, value};
pub use crate::expr::{
    BoolMethods, BoxedCondition, BoxedExpr, BoxedOrdering, Condition, ConditionMethods,
    ContainsMethods, Expression, OrderMethods, TextMethods, VectorMethods, all_of, any_of, avg,
    count, count_distinct, count_of, exists, grouped, max, min, now, null, order_by, partition_by,
    scalar, sum,
};
pub use crate::query::PrepareMethods as _;
pub use crate::query::copy::{CopyMethods as _, CopyOutMethods as _};
pub use crate::query::plan::ExplainMethods as _;
pub use crate::query::{
    BoxedSelect, Insert, RowSteps as _, SetMethods, TableMethods, UnboxedSelect, excluded,
    generate_series, generate_series_by, output, select, unnest, values, with, with_recursive,
};
pub use crate::table::{Column, Table};
#[cfg(feature = "json")]
pub use crate::types::Json;
pub use crate::types::{Bits, HalfVector, Interval, SparseVector, Vector};
#[doc(hidden)]
pub use schema_macros::{check, foreign_key, grant, index, policy, primary_key, trigger, unique};

pub use crate::{
    Insertable, Params, PgComposite, PgEnum, PgNewtype, Selectable, array, collation, param,
    schema, sql, sql_function, table, view,
};
#[cfg(feature = "json")]
pub use crate::{JsonPaths, JsonTable};
