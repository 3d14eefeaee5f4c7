//! What generated code names. Not for users: it may change in any release.

use std::marker::PhantomData;

use schema_macros::hide_bounds;
pub use schema_macros::name_id;
pub use sqlx::error::BoxDynError;
pub use sqlx::postgres::PgArgumentBuffer;

pub use crate::__columns_struct as columns_struct;
pub use crate::__table as table;
pub use crate::exec::{ColumnList, DecodeRow, Decoder, RowReader};
pub use crate::expr::{Constant, IntoExpr, Kind, RawSql, argument, raw};
pub use crate::query::{
    Binder, Find, InsertRow, SelectField, Selection, SelectionKind, check_insert, find,
};
pub use crate::sql::{Arguments, Fragment, SqlWriter, Token};
pub use crate::table::place::{D0, D1, D2, D3, D4, D5, D6, D7, D8, D9};
pub use crate::table::{
    Action, ByServer, ByUser, CheckDef, Column, ColumnDef, ColumnMarker, DataType, DefaultDef,
    Deferrable, EnumDef, ForeignKeyDef, GeneratedDef, Identity, IndexDef, IndexElement, IndexOn,
    KeyTo, PrimaryKey, PrimaryKeyDef, Source, Table, TableDef, TableName, TableValue,
    UniqueColumns, UniqueDef, UniqueKey,
};
pub use crate::types::{ArrayElement, ColumnType, SqlType};

use crate::types::Nullability;

/// A column's type without NULL.
pub type Base<C> = <<C as ColumnMarker>::Type as ColumnType>::Base;

/// What a column's type says of it. Constants, not functions: a table's definition is made of them, and the compiler
/// takes far longer for a constant with calls in it.
#[derive(Debug)]
pub struct Definition<C>(PhantomData<C>);

impl<C: ColumnMarker> Definition<C> {
    /// Of a column that an insert may leave out.
    pub const COLUMN: ColumnDef = ColumnDef {
        name: C::NAME,
        field: C::NAME,
        data_type: <Base<C> as SqlType>::DATA_TYPE,
        sql_type: None,
        nullable: <<C::Type as ColumnType>::Null as Nullability>::NULLABLE,
        required: false,
        default: None,
        identity: None,
        generated: None,
        collate: None,
        comment: None,
    };

    /// Of a column that every insert must give.
    pub const REQUIRED: ColumnDef = ColumnDef {
        required: true,
        ..Self::COLUMN
    };
}

macro_rules! said {
    ($($name:ident: $type:ty;)*) => {
        /// What `#[column(…)]` says of a column. Methods, not a struct update: that would have the compiler copy field by
        /// field.
        impl ColumnDef {$(
            #[doc(hidden)]
            #[must_use]
            pub const fn $name(mut self, value: $type) -> Self {
                self.$name = Some(value);
                self
            }
        )*

            #[doc(hidden)]
            #[must_use]
            pub const fn field(mut self, value: &'static str) -> Self {
                self.field = value;
                self
            }
        }
    };
}

said! {
    sql_type: &'static str;
    default: DefaultDef;
    identity: Identity;
    generated: GeneratedDef;
    collate: &'static str;
    comment: &'static str;
}

/// A column in an index, with nothing else said.
pub const fn index_column(name: &'static str) -> IndexElement {
    index_element(IndexOn::Column(name))
}

/// An expression in an index, with nothing else said.
pub const fn index_expression(sql: &'static str) -> IndexElement {
    index_element(IndexOn::Expression(sql))
}

const fn index_element(on: IndexOn) -> IndexElement {
    IndexElement {
        on,
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    }
}

/// The constant of a table.
pub const fn columns<T: Table>() -> T::Columns<T> {
    <T::Columns<T> as TableValue>::NEW
}

/// The name of a column.
pub const fn name_of<S, C: ColumnMarker>(_column: &Column<S, C>) -> &'static str {
    C::NAME
}

/// The name of a column's table.
pub const fn table_of<S, C: ColumnMarker>(_column: &Column<S, C>) -> TableName {
    <C::Table as Table>::NAME
}

/// That column `C` can have the type: a length, so that it is not known where the type is none.
#[hide_bounds]
pub const fn column_type<T: TypeOf<Column<R, C>>, R, C>() -> usize {
    1
}

/// What a column's field can be, a [`ColumnType`]. Messages call the column `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that `{For}` can have",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; a type of serde is stored as `Json<…>`"
)]
pub trait TypeOf<For> {}

#[diagnostic::do_not_recommend]
impl<T: ColumnType, For> TypeOf<For> for T {}

/// An array, of whose element a column's type is told.
pub trait ElementOf {
    /// The element.
    type Element;
}

impl<T, const N: usize> ElementOf for [T; N] {
    type Element = T;
}

/// The default of column `C`, as SQL.
#[expect(
    clippy::needless_pass_by_value,
    reason = "generated code has the value, and nothing to borrow it from"
)]
#[hide_bounds]
pub fn default_sql<C: ColumnMarker, D: Default<C::Type, Column<C::Table, C>>>(
    default: D,
) -> String {
    default.sql()
}

/// What can be the default of a column of type `T`: a value of it, or an expression such as `now()`. Messages call the
/// column `For`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is no default for `{For}`; it takes a `{T}`",
    label = "expected a `{T}`",
    note = "for a default that is SQL, write `default = sql(\"…\")`"
)]
pub trait Default<T: ColumnType, For = T> {
    /// The default as SQL.
    fn sql(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: SqlType, For> Default<T, For> for T {
    fn sql(&self) -> String {
        let mut sql = String::new();
        self.literal(&mut sql);
        sql
    }
}

#[diagnostic::do_not_recommend]
impl<T: SqlType, For> Default<Option<T>, For> for T {
    fn sql(&self) -> String {
        Default::<T>::sql(self)
    }
}

#[diagnostic::do_not_recommend]
impl<For> Default<String, For> for &str {
    fn sql(&self) -> String {
        Default::<String>::sql(&(*self).to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<For> Default<Option<String>, For> for &str {
    fn sql(&self) -> String {
        Default::<String>::sql(&(*self).to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<F, T: ColumnType<Base = F::Output>, For> Default<T, For> for crate::expr::functions::Call<F>
where
    F: crate::expr::functions::Function<()>,
{
    fn sql(&self) -> String {
        let mut sql = SqlWriter::new();
        self.write(&mut sql);
        sql.finish()
    }
}

/// A column that another one references.
#[allow(missing_debug_implementations, reason = "it lives for one expression")]
pub struct Referenced<S, R>(pub Column<S, R>);

#[hide_bounds]
impl<S, R: ColumnMarker> Referenced<S, R> {
    /// That column `C` references it: that both have the same type.
    ///
    /// A method, so that the compiler knows `R` before it compares.
    pub const fn by<C: ColumnMarker>(self)
    where
        Base<C>: References<Base<R>, Column<C::Table, C>>,
    {
    }
}

/// That column `C` has the type that an operator class of an index is for.
#[hide_bounds]
pub const fn operator_class<C: ColumnMarker, Class>()
where
    Base<C>: OperatorClass<Class, Column<C::Table, C>>,
{
}

/// A type that operator classes of a kind are for. Messages call the column `For`.
#[diagnostic::on_unimplemented(
    message = "`{For}` is a `{Self}`, which this operator class is not for",
    label = "the operator class is for another type",
    note = "take a column of vectors: `vector_…` is for `Vector<N>`, `halfvec_…` for `HalfVector<N>`, and so on"
)]
pub trait OperatorClass<Class, For> {}

macro_rules! operator_classes {
    ($($(#[$doc:meta])* $class:ident $type:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $class {}

        #[diagnostic::do_not_recommend]
        impl<const N: usize, For> OperatorClass<$class, For> for crate::types::$type<N> {}
    )*};
}

operator_classes! {
    /// `vector_cosine_ops` and the like.
    Vectors Vector;
    /// `halfvec_cosine_ops` and the like.
    HalfVectors HalfVector;
    /// `sparsevec_cosine_ops` and the like.
    SparseVectors SparseVector;
    /// `bit_hamming_ops` and the like.
    BitStrings Bits;
}

/// That columns are unique together.
#[hide_bounds]
pub fn unique<T, K: UniqueKey<T>>(_columns: K) {}

/// A value to find column `C` by.
pub trait IntoKey<C: ColumnMarker> {
    /// The expression.
    type Expr;
    /// The expression.
    fn into_key(self) -> Self::Expr;
}

impl<V: IntoExpr<Base<C>, Column<C::Table, C>>, C: ColumnMarker> IntoKey<C> for V {
    type Expr = V::Expr;

    #[inline]
    fn into_key(self) -> V::Expr {
        self.into_expr()
    }
}

/// The type of a foreign key's column, which is that of the column it references.
#[diagnostic::on_unimplemented(
    message = "`{For}` is of type `{Self}`, and references one of type `{T}`",
    label = "the column that this references is a `{T}`",
    note = "both must have the same type; use `{T}` here"
)]
pub trait References<T, For> {}

#[diagnostic::do_not_recommend]
impl<T, For> References<T, For> for T {}

/// That a column whose type is written `Option<…>` takes NULL.
pub const fn optional<C: ColumnMarker<Type: Optional>>() {}

/// A type written `Option<…>` that is `Option`, and no other of that name.
#[diagnostic::on_unimplemented(
    message = "a type written `Option<…>` is taken for Rust's own, and this is a `{Self}`",
    label = "not `core::option::Option`",
    note = "write it by another name"
)]
pub trait Optional {}

#[diagnostic::do_not_recommend]
impl<T> Optional for Option<T> {}

/// Appends an enum's label.
///
/// # Errors
/// None.
pub fn encode_label(label: &str, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    buffer.extend_from_slice(label.as_bytes());
    Ok(())
}

/// Appends an enum's label as a literal.
pub fn literal_label(label: &str, data_type: &str, sql: &mut String) {
    crate::types::push_quoted(sql, label, data_type);
}

/// A label that the Rust enum does not have.
#[cold]
pub fn unknown_label(name: &str, label: &[u8]) -> BoxDynError {
    let label = String::from_utf8_lossy(label);
    format!(
        "the enum `{name}` has the label `{label}` in the database, and no variant for it; add one"
    )
    .into()
}

/// A newtype, and the value in it.
pub trait Newtype: Sized {
    /// The type of the value.
    type Inner: SqlType;
    /// The value.
    fn inner(&self) -> &Self::Inner;
    /// The newtype around a value.
    fn new(inner: Self::Inner) -> Self;
}

/// The Postgres type of a newtype.
pub const fn newtype_data_type<N: Newtype>() -> DataType {
    <N::Inner as SqlType>::DATA_TYPE
}

/// Appends a newtype's value in binary format.
///
/// # Errors
/// As the value inside.
#[inline]
pub fn newtype_encode<N: Newtype>(
    newtype: &N,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError> {
    newtype.inner().encode(buffer)
}

/// Reads a newtype from its binary format.
///
/// # Errors
/// As the value inside.
#[inline]
pub fn newtype_decode<N: Newtype>(bytes: &[u8]) -> Result<N, BoxDynError> {
    N::Inner::decode(bytes).map(N::new)
}

/// Appends a newtype's value as a literal.
pub fn newtype_literal<N: Newtype>(newtype: &N, sql: &mut String) {
    newtype.inner().literal(sql);
}

/// A newtype's value as Postgres prints it.
pub fn newtype_text<N: Newtype>(newtype: &N) -> String {
    newtype.inner().text()
}
