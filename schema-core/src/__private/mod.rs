//! The items that generated code names. Not for users: they may change in any release.

mod checks;
mod definition;
mod derives;
mod hints;
mod obligations;

pub use schema_macros::{locked, name_id};
pub use sqlx::error::BoxDynError;
pub use sqlx::postgres::PgArgumentBuffer;

pub use self::checks::{
    check_enum_name, check_identity, check_index, check_primary_key, check_set_null,
    check_sql_type, check_type_name,
};
pub use self::definition::{
    Base, Definition, columns, default_functions, default_sql, index_column, index_expression,
    name_of, table_of, unraw,
};
pub use self::derives::{
    Newtype, Phantom, encode_label, first_not_null, literal_label, newtype_data_type,
    newtype_decode, newtype_encode, newtype_literal, newtype_text, phantom, unknown_label,
};
pub use self::hints::{
    AddressOf, BigDecimalOf, BitVecOf, BytesOf, ChronoOf, ColumnMultirange, DecimalOf, DurationOf,
    JsonOf, ListOf, MapOf, MomentOf, NumberOf, PointerOf, TextOf, TimeOf, UuidOf, ValueOf,
    column_address, column_big_decimal, column_bit_vec, column_bytes, column_chrono,
    column_decimal, column_duration, column_json, column_list, column_map, column_moment,
    column_multirange, column_number, column_pointer, column_text, column_time, column_uuid,
    column_value,
};
pub use self::obligations::{
    ElementOf, IntoKey, OptionalColumn, Referenced, References, TypeOf, UpdatedAt, column_type,
    optional, unique,
};
#[cfg(feature = "json")]
pub use self::obligations::{ExistsType, OrdinalityType, exists_type, json_type, ordinality_type};
pub use crate::__columns_struct as columns_struct;
pub use crate::__subquery_row as subquery_row;
pub use crate::__table as table;
pub use crate::ddl::{Locked, Schema, check_migrations};
pub use crate::def::{
    AccessDef, Action, CheckDef, DefaultDef, Deferrable, ExclusionDef, ExclusionElementDef,
    ForeignKeyDef, GeneratedDef, Identity, IndexDef, IndexElement, IndexOn, PartitionBound,
    PartitionByDef, PartitionDef, PartitionStrategy, PartitionValue, PolicyCommand, PolicyDef,
    PrimaryKeyDef, Privilege, PrivilegeDef, RowSecurity, StorageDef, TableDef, TableGrantDef,
    TableName, TriggerDef, TriggerEvent, UniqueDef, ViewDef,
};
pub use crate::expr::CompositeField;
pub use crate::expr::function::{
    AggregateCall, Aggregated, Argument, Call, Function, Ordered, Record, SetCall, SetFunction,
    WindowCall,
};
pub use crate::expr::{
    Assign, CastTo, Collation, Expression, IntoArgument, ParamField, Params, Placeholder, RawSql,
    SelectField, Selection, SelectionKind, SharedValue, argument, array_of, raw,
};
#[cfg(feature = "json")]
pub use crate::expr::{
    JsonAt, JsonFieldOf, JsonOptional, JsonPlace, JsonShape, JsonStep, NewPath, Opaque,
};
#[cfg(feature = "json")]
pub use crate::query::from::{JsonTableRow, json_column_type, json_missing};
pub use crate::query::from::{
    Start, SubqueryField, SubqueryRow, ValueRow, cast_name, definition, parameter, sent_as_text,
    start,
};
pub use crate::query::insert::{InsertRow, check_insert};
pub use crate::query::other_names::TableSteps;
pub use crate::query::select::{Find, find};
pub use crate::query::{view_hash, view_query, view_sql_hash, view_text};
pub use crate::row::{ColumnList, DecodeRow, Decoder, RowReader, Whole};
pub use crate::scope::{Constant, Kind, Require, UsedName};
pub use crate::sql::{Arguments, Expected, Fragment, SqlWriter, Token, place};
pub use crate::table::column_index::{D0, D1, D2, D3, D4, D5, D6, D7, D8, D9};
pub use crate::table::{
    Binder, ByServer, ByUser, Column, ColumnGroup, ColumnMarker, KeyIndex, KeyTo, NamedSource,
    PartialColumns, PrimaryKey, Refreshable, RefreshedConcurrently, Relation, Required, Source,
    SourceColumns, StaticColumns, Table, UniqueColumns, Written,
};
pub use crate::types::composite::{
    CompositeReader, CompositeWriter, composite_field, composite_literal, composite_text,
    composite_value,
};
pub use crate::types::domain::domain_literal;
pub use crate::types::{
    ArrayElement, ColumnType, CompositeDef, DataType, DomainDef, EnumDef, HasField, NeverNull,
    Nullability, SqlType,
};
