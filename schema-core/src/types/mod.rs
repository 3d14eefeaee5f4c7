//! The Rust types that columns can have, and the Postgres types that they are stored as.
//!
//! | Rust | Postgres | feature |
//! |---|---|---|
//! | `bool` | `boolean` | |
//! | `i16`, `i32`, `i64` | `smallint`, `integer`, `bigint` | |
//! | `f32`, `f64` | `real`, `double precision` | |
//! | `String` | `text` (can be read from `varchar`, `char(n)`, `name`, `citext`) | |
//! | `Vec<u8>` | `bytea` | |
//! | `Uuid` | `uuid` | `uuid` |
//! | `DateTime<Utc>`, `NaiveDateTime`, `NaiveDate`, `NaiveTime` | `timestamptz`, `timestamp`, `date`, `time` | `chrono` |
//! | `OffsetDateTime`, `PrimitiveDateTime`, `Date`, `Time` | `timestamptz`, `timestamp`, `date`, `time` | `time` |
//! | [`Interval`] | `interval` | |
//! | `Decimal`, `BigDecimal` | `numeric` | `rust_decimal`, `bigdecimal` |
//! | `serde_json::Value`, [`Json<T>`](Json) | `jsonb` (can be read from `json`) | `json` |
//! | [`JsonPath`] | `jsonpath` | `json` |
//! | [`Inet`] (also sent as `IpAddr`), [`Cidr`], [`MacAddr`], [`MacAddr8`] | `inet`, `cidr`, `macaddr`, `macaddr8` | |
//! | [`TsVector`], [`TsQuery`], [`Weight`], [`RegConfig`] | `tsvector`, `tsquery`, `"char"`, `regconfig` | |
//! | [`Point`], [`Circle`] | `point`, `circle` | |
//! | [`CiText`], [`Ltree`], [`Lquery`], [`Ltxtquery`], [`Hstore`] | `citext`, `ltree`, `lquery`, `ltxtquery`, `hstore` of these extensions | |
//! | [`Range<T>`](Range) of `i32`, `i64`, a decimal, a date or a timestamp | `int4range`, `tstzrange` … | |
//! | `Vec<T>`, `Vec<Option<T>>` | the array type of `T` | |
//! | an enum with `#[derive(PgEnum)]` | that enum | |
//! | a newtype with `#[derive(PgNewtype)]` | the inner type, or a domain of it | |
//! | a struct with `#[derive(PgComposite)]` | that composite type | |
//! | [`Vector<N>`](Vector), [`HalfVector<N>`](HalfVector), [`SparseVector<N>`](SparseVector) | `vector(N)`, `halfvec(N)`, `sparsevec(N)` of pgvector | |
//! | [`Bits<N>`](Bits) | `bit(N)` | |
//! | `BitVec` | `varbit` (can be read from `bit(n)`) | `bit-vec` |
//!
//! `Option<T>` is the same type, but nullable. The last column of the table names the cargo feature, if one is
//! required.
//!
//! # Dates and times
//!
//! Both crates have nanoseconds, Postgres microseconds: the rest is truncated. What only one of them can represent is an
//! error that names the column, never another time: `infinity`, `24:00:00` and years that Rust does not have when a row
//! is read; days before 4714-11-24 BC, and chrono's leap seconds, when a value is sent.
//!
//! # Enums, extensions and `search_path`
//!
//! The object ids of enums and of types of extensions differ between databases. sqlx looks them up by name, once for each
//! connection, in the connection's `search_path`. If that changes, for example to another tenant's Postgres schema, the
//! connection must [forget](crate::Error::StalePlan) what it knows.
//!
//! An extension is installed once in a database, in one Postgres schema. `create extension` uses the first one of the
//! `search_path`. Tenants with schemas of their own share it if it is in a schema that all of them search:
//! `create extension vector schema public`, and `set search_path = tenant_7, public`.
//!
//! # Example
//!
//! The types of the fields determine the columns. `#[column(sql_type = "…")]` overrides the name in DDL:
//!
//! ```
//! use chrono::{DateTime, Utc};
//! use schema_core::prelude::*;
//! use serde::{Deserialize, Serialize};
//! use uuid::Uuid;
//!
//! #[derive(PgEnum)]
//! enum Status {
//!     Draft,
//!     Published,
//! }
//!
//! #[derive(Serialize, Deserialize)]
//! struct Analysis {
//!     agent: String,
//!     score: f64,
//! }
//!
//! #[table(name = "notes")]
//! struct Note {
//!     #[column(primary_key)]
//!     id: Uuid,
//!     #[column(sql_type = "varchar(20)")]
//!     code: String,
//!     body: Option<String>,
//!     status: Status,
//!     tags: Vec<String>,
//!     analysis: Option<Json<Analysis>>,
//!     metadata: serde_json::Value,
//!     embedding: Option<Vector<384>>,
//!     created: DateTime<Utc>,
//!     remind_after: Option<Interval>,
//! }
//!
//! assert_eq!(
//!     schema![Note].create()?.to_string(),
//!     r#"create extension if not exists "vector";
//! create type "status" as enum ('draft', 'published');
//! create table "notes" (
//!     "id" uuid not null,
//!     "code" varchar(20) not null,
//!     "body" text,
//!     "status" "status" not null,
//!     "tags" text[] not null,
//!     "analysis" jsonb,
//!     "metadata" jsonb not null,
//!     "embedding" vector(384),
//!     "created" timestamptz not null,
//!     "remind_after" interval,
//!     constraint "notes_pkey" primary key ("id")
//! );"#
//! );
//! # Ok::<(), schema_core::ddl::DdlError>(())
//! ```
//!
//! # JSON
//!
//! [`Json<T>`](Json) stores any type that serde can serialize and deserialize. A row whose JSON does not match `T` is
//! an error when it is read. `serde_json::Value` stores any JSON. Both support the same operators, which return
//! `serde_json::Value` or text:
//!
//! ```
//! # use schema_core::prelude::*;
//! # use serde::{Deserialize, Serialize};
//! use serde_json::{Value, json};
//!
//! # #[derive(Serialize, Deserialize)]
//! # struct Analysis { agent: String, score: f64 }
//! #[table(name = "notes")]
//! struct Note {
//!     #[column(primary_key)]
//!     id: i64,
//!     analysis: Json<Analysis>,
//!     metadata: Value,
//! }
//!
//! let drafts = Note
//!     .select()
//!     .filter(Note.metadata.contains(json!({"draft": true})))
//!     .columns((Note.id, Note.analysis.get_text("agent")));
//! assert_eq!(
//!     drafts.to_sql(),
//!     r#"select "notes"."id", "notes"."analysis" ->> $1 from "notes" where "notes"."metadata" @> $2"#
//! );
//! ```
//!
//! # Vectors
//!
//! The number of dimensions is part of the type, so vectors of different sizes cannot be mixed up. An array converts to
//! a vector of its size. The conversion of a `Vec` or a slice checks the size:
//!
//! ```
//! # use schema_core::prelude::*;
//! #[table(name = "notes")]
//! struct Note {
//!     #[column(primary_key)]
//!     id: i64,
//!     embedding: Vector<3>,
//! }
//!
//! let query = Vector::<3>::try_from(vec![0.1, 0.2, 0.3])?;
//! let nearest = Note.select().order_by(Note.embedding.cosine_distance(&query).asc()).limit(5).columns(Note.id);
//! assert_eq!(
//!     nearest.to_sql(),
//!     r#"select "notes"."id" from "notes" order by "notes"."embedding" <=> $1 limit $2"#
//! );
//! # Ok::<(), schema_core::types::DimensionError>(())
//! ```
//!
//! [`HalfVector`] has half the size, [`SparseVector`] stores only non-zero elements, and [`Bits`] is a binary vector.
//!
//! # Types of your own
//!
//! Derive `PgEnum` for an enum, derive `PgNewtype` for a struct around one value, or wrap a type of serde in
//! [`Json`]. Each of them is a [`SqlType`], which describes the Postgres type and its binary format.

mod array;
mod bool;
pub(crate) mod builtin;
mod bytes;
pub(crate) mod composite;
mod data_type;
pub(crate) mod domain;
mod extension;
mod geometry;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_path;
pub(crate) mod name;
mod network;
mod null;
mod number;
mod range;
#[cfg(test)]
mod testing;
mod text;
mod text_search;
mod time;
#[cfg(feature = "uuid")]
mod uuid;
mod value;
mod vector;
pub(crate) mod wire;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

pub(crate) use self::array::{encode as encode_elements, text as array_text};
pub use self::composite::{CompositeDef, CompositeFieldDef, HasField};
pub use self::data_type::{DataType, EnumDef, TypeDef};
pub use self::domain::DomainDef;
pub use self::extension::{CiText, Hstore, Lquery, Ltree, LtreeError, Ltxtquery};
pub use self::geometry::{Circle, Point};
#[cfg(feature = "json")]
pub use self::json::{Json, JsonContent};
#[cfg(feature = "json")]
pub use self::json_path::JsonPath;
pub use self::network::{Cidr, Inet, MacAddr, MacAddr8, NetworkError};
pub(crate) use self::null::UnexpectedNull;
pub use self::null::{NeverNull, Nullability, Nullable};
pub use self::range::{Multirange, Range, RangeElement};
pub(crate) use self::range::{encode_std as encode_range, std_text as range_text};
pub(crate) use self::text::encode as encode_text;
pub use self::text_search::{Lexeme, RegConfig, TsQuery, TsVector, Weight};
pub use self::time::{
    DayType, Infinite, Interval, IntervalError, LocalMoment, Moment, Subtractable, Temporal,
    TimeOfDay, Timestamp, Truncated,
};
pub use self::value::{ColumnValue, Value};
pub use self::vector::{
    Bits, BitsError, DimensionError, HalfVector, ParseVectorError, SparseVector, SparseVectorError,
    Vector,
};
pub(crate) use self::wire::{encode_array, push_quoted};

/// A Rust type that is stored as a Postgres type and is never NULL.
///
/// `encode` and `decode` use the binary format of Postgres. Derive `PgEnum` or `PgNewtype` to implement this trait for
/// a type of your own, or wrap the type in `Json<…>`.
///
/// ```
/// use schema_core::types::SqlType;
///
/// assert_eq!(i64::DATA_TYPE.sql(), "bigint");
/// assert_eq!(i64::decode(&[0, 0, 0, 0, 0, 0, 0, 7])?, 7);
///
/// let mut sql = String::new();
/// String::from("it's").literal(&mut sql);
/// assert_eq!(sql, "'it''s'::text");
/// # Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that a column can have",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; others are stored as `Json<…>`"
)]
pub trait SqlType: Sized {
    /// The Postgres type.
    const DATA_TYPE: DataType;

    /// Appends the value in binary format. The buffer dereferences to a `Vec<u8>`.
    ///
    /// # Errors
    ///
    /// If the value cannot be encoded, for example because it is too long for Postgres. The caller then discards the
    /// buffer.
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError>;

    /// Decodes a value from its binary format.
    ///
    /// # Errors
    ///
    /// If the bytes are not a valid value of this type.
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError>;

    /// Appends the value as a SQL literal with its type, such as `'pending'::"order_status"`, for defaults in DDL.
    fn literal(&self, sql: &mut String);

    /// Returns the value as Postgres prints it: the literal without its quotes and its cast.
    fn text(&self) -> String {
        let mut literal = String::new();
        self.literal(&mut literal);
        wire::unquoted(literal)
    }
}

/// A type that can be the element of an array: every [`SqlType`] that is not an array itself.
#[diagnostic::on_unimplemented(
    message = "an array of `{Self}` is not a type that a column can have",
    label = "not an element of a Postgres array",
    note = "for arrays of arrays, store `Json<…>`"
)]
pub trait ArrayElement: SqlType {}

/// The type of a column's field: a [`SqlType`] or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that a column can have",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; others are stored as `Json<…>`"
)]
pub trait ColumnType: Sized {
    /// The type without NULL.
    type Base: SqlType;
    /// [`Nullable`] for an `Option`, or else [`NeverNull`].
    type Null: Nullability;

    /// Returns the value, or `None` for NULL.
    fn value(&self) -> Option<&Self::Base>;

    /// Decodes a value. `None` is NULL.
    ///
    /// # Errors
    ///
    /// If the value is NULL but the type is not an `Option`, or if the bytes are not a valid value of this type.
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError>;
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> ColumnType for T {
    type Base = T;
    type Null = NeverNull;

    fn value(&self) -> Option<&T> {
        Some(self)
    }

    #[inline]
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError> {
        match bytes {
            Some(bytes) => T::decode(bytes),
            None => Err(Box::new(UnexpectedNull)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> ColumnType for Option<T> {
    type Base = T;
    type Null = Nullable;

    fn value(&self) -> Option<&T> {
        self.as_ref()
    }

    #[inline]
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError> {
        bytes.map(T::decode).transpose()
    }
}
