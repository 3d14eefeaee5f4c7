//! Settings of pgvector for one query, as conditions.
//!
//! <https://github.com/pgvector/pgvector#query-options>
//!
//! A setting is a condition that is always true, so it is an argument of `filter`. Postgres computes it once, before the
//! scan of an index begins. It ends with the statement, or with the transaction that contains the statement.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::setting::hnsw_ef_search;
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, embedding: Vector<3> }
//! let query = Vector::from([0.1, 0.2, 0.3]);
//! let nearest = Note
//!     .select()
//!     .filter(hnsw_ef_search(200))
//!     .order_by(Note.embedding.l2_distance(&query))
//!     .limit(100)
//!     .columns(Note.id);
//! assert_eq!(
//!     nearest.to_sql(),
//!     concat!(
//!         r#"select "notes"."id" from "notes" "#,
//!         r#"where (select set_config('hnsw.ef_search', $1::text, true)) is not null "#,
//!         r#"order by "notes"."embedding" <-> $2 limit $3"#,
//!     )
//! );
//! ```

use std::fmt;
use std::marker::PhantomData;

use super::macros::{condition, expression};
use super::{InScope, Param, Typed};
use crate::scope::Constant;
use crate::sql::{Token, fragment};
use crate::types::NeverNull;

/// The name of a setting.
pub trait SettingName: 'static {
    /// The text up to the value.
    const OPEN: &'static str;
}

/// `(select set_config(name, value, true)) is not null`
pub struct Setting<N> {
    value: Typed<Param<String, String>>,
    name: PhantomData<fn() -> N>,
}

impl<N> Setting<N> {
    fn new(value: impl fmt::Display) -> Self {
        Self {
            value: Typed(Param::new(value.to_string())),
            name: PhantomData,
        }
    }
}

impl<N> Clone for Setting<N> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            name: PhantomData,
        }
    }
}

impl<N: SettingName> fmt::Debug for Setting<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(N::OPEN).field(&self.value).finish()
    }
}

fragment!(impl[N: SettingName] Setting<N> {
    [&[Token::Text(N::OPEN)]], (value: Typed<Param<String, String>>), ", true)) is not null",
});

expression!(impl[N: SettingName] Setting<N> { base: bool, kind: Constant, precedence: IS });

condition!(impl[N: SettingName] Setting<N>);

impl<N: SettingName, S> InScope<S, ()> for Setting<N> {
    type Null = NeverNull;
}

/// The order in which an iterative scan returns rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IterativeScan {
    /// No iterative scan: a query with a filter may find too few rows.
    Off,
    /// The exact order of the distances.
    StrictOrder,
    /// Nearly the order of the distances, with better recall.
    RelaxedOrder,
}

impl fmt::Display for IterativeScan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "off",
            Self::StrictOrder => "strict_order",
            Self::RelaxedOrder => "relaxed_order",
        })
    }
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident $function:ident($argument:ident: $type:ty) $setting:literal;)*) => {$(
        #[doc = concat!("The name `", $setting, "`.")]
        #[derive(Debug)]
        pub enum $name {}

        impl SettingName for $name {
            const OPEN: &'static str = concat!("(select set_config('", $setting, "', ");
        }

        $(#[$doc])*
        pub fn $function($argument: $type) -> Setting<$name> {
            Setting::new($argument)
        }
    )*};
}

settings! {
    /// `hnsw.ef_search`: the number of rows that a scan of an HNSW index considers, 40 by default. More rows mean better
    /// recall, and a slower query. Without an iterative scan it is also the largest number of rows that the scan returns.
    HnswEfSearch hnsw_ef_search(rows: u32) "hnsw.ef_search";
    /// `hnsw.max_scan_tuples`: the number of rows after which an iterative scan of an HNSW index ends, 20,000 by default.
    HnswMaxScanTuples hnsw_max_scan_tuples(rows: u32) "hnsw.max_scan_tuples";
    /// `hnsw.scan_mem_multiplier`: the memory of an iterative scan of an HNSW index, as a multiple of `work_mem`; 1 by default.
    HnswScanMemMultiplier hnsw_scan_mem_multiplier(factor: f64) "hnsw.scan_mem_multiplier";
    /// `hnsw.iterative_scan`: a query with a filter and a limit uses an iterative scan in strict order already.
    HnswIterativeScan hnsw_iterative_scan(scan: IterativeScan) "hnsw.iterative_scan";
    /// `ivfflat.probes`: the number of lists that a scan of an `IVFFlat` index reads, 1 by default.
    IvfflatProbes ivfflat_probes(lists: u32) "ivfflat.probes";
    /// `ivfflat.max_probes`: the number of lists after which an iterative scan of an `IVFFlat` index ends.
    IvfflatMaxProbes ivfflat_max_probes(lists: u32) "ivfflat.max_probes";
}
