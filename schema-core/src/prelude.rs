//! What a program that uses tables imports: `use schema_core::prelude::*;`.

pub use crate::alias;
pub use crate::ddl::Schema;
pub use crate::error::{ConstraintKind, Error};
pub use crate::exec::{Execute as _, Fetch as _, Query as _, Statement};
#[cfg(feature = "json")]
pub use crate::expr::JsonMethods;
pub use crate::expr::functions::{avg, count, count_distinct, count_of, max, min, now, sum};
pub use crate::expr::{
    BoolMethods, BoxedCondition, BoxedOrdering, ConditionMethods, ContainsMethods, Expression,
    OrderMethods, TextMethods, VectorMethods, all_of, any_of, null,
};
pub use crate::query::{BoxedSelect, Insert, Select, TableMethods, excluded};
pub use crate::schema;
pub use crate::table::{Column, Table, TableDef};
#[cfg(feature = "json")]
pub use crate::types::Json;
pub use crate::types::{Bits, HalfVector, Interval, SparseVector, Vector};
pub use crate::{Insertable, PgEnum, PgNewtype, Selectable, sql, table};
