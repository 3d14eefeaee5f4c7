//! The scope of a query: which tables it reads, and which of them an outer join may leave without a row.
//!
//! A scope is a tuple, `(MedicalOrder, Option<Patient>)`, and reads as the query's row does: `Option` marks a table
//! that may have no row.

use sqlx::error::BoxDynError;

use super::{Expression, RowLevel};
use crate::exec::{ColumnList, DecodeRow, RowReader};
use crate::query::all_columns;
use crate::sql::Token;
use crate::table::{Column, ColumnMarker, Differs, Source, Table};
use crate::types::{ColumnType, NotNull, Nullability, Nullable};

/// The tables of a query, as a tuple.
pub trait Scope: 'static {
    /// A row of all tables: the struct of the only table, or a tuple.
    type Row;
    /// The same tables, each of which may have no row.
    type Nulled: Scope;
    /// All columns of all tables.
    const COLUMNS: &'static [Token];
    /// Appends what the row is read from.
    fn describe(columns: &mut ColumnList<'_>);
    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

/// A scope that one table more fits into.
#[diagnostic::on_unimplemented(
    message = "a query reads from at most 12 tables",
    label = "this join is one too many"
)]
pub trait HasRoom {}

/// A scope that takes one table more; the largest stays as it is, and does not have [room](HasRoom).
pub trait Push<Entry>: Scope {
    /// The scope with the table.
    type With: Scope;
}

/// One table of a scope: `Patient`, or `Option<Patient>` where it may have no row.
pub trait Entry: 'static {
    /// The table's row.
    type Row;
    /// The same table, where it may have no row.
    type Nulled: Entry;
    /// All columns.
    const COLUMNS: &'static [Token];
    /// Appends what the row is read from.
    fn describe(columns: &mut ColumnList<'_>);
    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

impl<S: Source> Entry for S {
    type Row = S::Table;
    type Nulled = Option<S>;
    const COLUMNS: &'static [Token] = all_columns::<S>();

    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<S::Table as Table>::DEF);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<S::Table, BoxDynError> {
        <S::Table as DecodeRow>::decode(row)
    }
}

impl<S: Source> Entry for Option<S> {
    type Row = Option<S::Table>;
    type Nulled = Self;
    const COLUMNS: &'static [Token] = all_columns::<S>();

    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<S::Table as Table>::DEF);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<Option<S::Table>, BoxDynError> {
        if row.skip_nulls(<S::Table as Table>::COLUMNS.len())? {
            Ok(None)
        } else {
            Ok(Some(<S::Table as DecodeRow>::decode(row)?))
        }
    }
}

/// A scope that table `T` is not part of.
#[diagnostic::on_unimplemented(
    message = "table `{T}` is in this query already",
    label = "a second `{T}`",
    note = "give it a second name: `alias!(Other = {T});`"
)]
pub trait Lacks<T> {}

/// A table of a scope that is not table `T`.
pub trait OtherThan<T> {}

#[diagnostic::do_not_recommend]
impl<S: Source<Id: Differs<T::Id>>, T: Source> OtherThan<T> for S {}

#[diagnostic::do_not_recommend]
impl<S: Source<Id: Differs<T::Id>>, T: Source> OtherThan<T> for Option<S> {}

/// A scope that column `C` of table `T` can be read in, or, where `C` is [`WholeRow`], all its columns. `I` is where;
/// the compiler finds it.
#[diagnostic::on_unimplemented(
    message = "table `{T}` is not part of this query",
    label = "reads `{T}`, which is not joined here",
    note = "join `{T}` before this call; an update or delete reads its own table alone, an insert none"
)]
pub trait HasColumn<T, C, I> {
    /// Whether the table may have no row.
    type Null: Nullability;
}

/// All columns of a table.
#[derive(Debug)]
pub enum WholeRow {}

/// The table's place in the scope.
#[derive(Debug)]
pub enum At<const PLACE: usize> {}

/// The table's place in the scope, of a table that may have no row.
#[derive(Debug)]
pub enum NullableAt<const PLACE: usize> {}

/// The place of an aggregate, whose argument is at `I`.
#[derive(Debug)]
pub struct InAggregate<I>(std::marker::PhantomData<I>);

// Where an expression stands is found before it is asked what it is computed from; and a place is a small type.
#[diagnostic::do_not_recommend]
impl<const PLACE: usize> RowLevel for At<PLACE> {}
#[diagnostic::do_not_recommend]
impl<const PLACE: usize> RowLevel for NullableAt<PLACE> {}

macro_rules! places_of_a_row {
    ($([$($place:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($place: RowLevel),*> RowLevel for ($($place,)*) {}
    )*};
}

places_of_a_row! {
    [] [A] [A B] [A B C] [A B C D] [A B C D E] [A B C D E F] [A B C D E F G] [A B C D E F G H]
    [A B C D E F G H J] [A B C D E F G H J K] [A B C D E F G H J K L] [A B C D E F G H J K L M]
}

/// An expression all of whose tables are part of the scope `S`.
#[diagnostic::on_unimplemented(
    message = "this is not an expression over the tables of this query",
    label = "expected a column, or an expression of columns"
)]
pub trait InScope<S, I>: Expression {
    /// Whether the expression can be NULL there.
    type Null: Nullability;
}

/// The tables of a query, not grouped.
pub trait Ungrouped {}

/// The scope of a value that is inserted: there is no row yet whose columns it could read.
#[derive(Debug)]
pub enum NoTable {}

/// The scope behind `group_by`: of the tables `S`, only the columns `G` can be read outside of aggregates.
#[derive(Debug)]
pub struct Grouped<S, G>(std::marker::PhantomData<(S, G)>);

/// The scope that an aggregate's argument is read in.
pub trait RowScope {
    /// The tables, not grouped.
    type Rows;
}

impl<S, G> RowScope for Grouped<S, G> {
    type Rows = S;
}

/// The place of a column in `group_by`.
#[derive(Debug)]
pub enum InGroup<const PLACE: usize> {}

/// The columns of a `group_by`, among them column `C` of table `T`.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of table `{T}` is neither grouped nor inside an aggregate",
    label = "a group has many values of it",
    note = "add it to `group_by(…)`, or take `min`, `max`, `count` … of it"
)]
pub trait GroupedColumn<T, C, I> {}

impl<S, G, T, C, I, J> InScope<Grouped<S, G>, (I, J)> for Column<T, C>
where
    S: HasColumn<T, C, I>,
    G: GroupedColumn<T, C, J>,
    T: Source,
    C: ColumnMarker,
{
    type Null = <<C::Type as ColumnType>::Null as Nullability>::Or<S::Null>;
}

// For each number of tables, and not for whatever is `Ungrouped`: else the compiler would say of a group that it is none.
macro_rules! ungrouped {
    ([$($generics:ident)*] $type:ty) => {
        impl<$($generics),*> Ungrouped for $type {}

        impl<Table, Marker, Place, $($generics),*> InScope<$type, Place> for Column<Table, Marker>
        where
            $type: HasColumn<Table, Marker, Place>,
            Table: Source,
            Marker: ColumnMarker,
        {
            type Null = <<Marker::Type as ColumnType>::Null as Nullability>::Or<
                <$type as HasColumn<Table, Marker, Place>>::Null,
            >;
        }
    };
}

ungrouped!([] NoTable);

/// A scope whose tables are all part of the scope `Q`.
pub trait Tables<Q, I> {}

macro_rules! count {
    () => { 0 };
    ($head:ident $($tail:ident)*) => { 1 + count!($($tail)*) };
}

macro_rules! places {
    ([$($before:ident)*] []) => {};
    ([$($before:ident)*] [$here:ident $($after:ident)*]) => {
        #[diagnostic::do_not_recommend]
        impl<Here: Source, Marker, $($before,)* $($after,)*> HasColumn<Here, Marker, At<{ count!($($before)*) }>>
            for ($($before,)* Here, $($after,)*)
        {
            type Null = NotNull;
        }

        #[diagnostic::do_not_recommend]
        impl<Here: Source, Marker, $($before,)* $($after,)*> HasColumn<Here, Marker, NullableAt<{ count!($($before)*) }>>
            for ($($before,)* Option<Here>, $($after,)*)
        {
            type Null = Nullable;
        }

        #[diagnostic::do_not_recommend]
        impl<Here, Marker, $($before,)* $($after,)*>
            GroupedColumn<Here, Marker, InGroup<{ count!($($before)*) }>>
            for ($($before,)* Column<Here, Marker>, $($after,)*)
        {
        }

        places!([$($before)* $here] [$($after)*]);
    };
}

macro_rules! scopes {
    ($([$($name:ident)*])*) => {$(
        places!([] [$($name)*]);
        ungrouped!([$($name)*] ($($name,)*));

        #[diagnostic::do_not_recommend]
        impl<Table, $($name: OtherThan<Table>),*> Lacks<Table> for ($($name,)*) {}

        impl<$($name),*> RowScope for ($($name,)*) {
            type Rows = Self;
        }

        scopes!(@scope $($name)*);
        scopes!(@push $($name)*);
    )*};
    (@scope $only:ident) => {
        impl<$only: Entry> Scope for ($only,) {
            type Row = $only::Row;
            type Nulled = ($only::Nulled,);
            const COLUMNS: &'static [Token] = $only::COLUMNS;

            fn describe(columns: &mut ColumnList<'_>) {
                $only::describe(columns);
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                $only::decode(row)
            }
        }
    };
    (@scope $first:ident $($name:ident)*) => {
        impl<$first: Entry, $($name: Entry),*> Scope for ($first, $($name,)*) {
            type Row = ($first::Row, $($name::Row,)*);
            type Nulled = ($first::Nulled, $($name::Nulled,)*);
            const COLUMNS: &'static [Token] = &[
                Token::Sub($first::COLUMNS),
                $(Token::Text(", "), Token::Sub($name::COLUMNS),)*
            ];

            fn describe(columns: &mut ColumnList<'_>) {
                $first::describe(columns);
                $($name::describe(columns);)*
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                Ok(($first::decode(row)?, $($name::decode(row)?,)*))
            }
        }
    };
    // The largest scope takes no table more.
    (@push $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident
           $g:ident $h:ident $i:ident $j:ident $k:ident $l:ident) => {
        impl<$a: Entry, $b: Entry, $c: Entry, $d: Entry, $e: Entry, $f: Entry,
            $g: Entry, $h: Entry, $i: Entry, $j: Entry, $k: Entry, $l: Entry, Last: Entry>
            Push<Last> for ($a, $b, $c, $d, $e, $f, $g, $h, $i, $j, $k, $l)
        {
            type With = Self;
        }
    };
    (@push $($name:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($name),*> HasRoom for ($($name,)*) {}

        #[diagnostic::do_not_recommend]
        impl<$($name: Entry,)* Last: Entry> Push<Last> for ($($name,)*) {
            type With = ($($name,)* Last,);
        }
    };
}

scopes! {
    [A] [A B] [A B C] [A B C D] [A B C D E] [A B C D E F] [A B C D E F G] [A B C D E F G H]
    [A B C D E F G H J] [A B C D E F G H J K] [A B C D E F G H J K L] [A B C D E F G H J K L M]
}

macro_rules! tables {
    ($([$($name:ident $index:ident)*])*) => {$(
        impl<Q: $(HasColumn<$name, WholeRow, $index> +)*, $($name: Source, $index),*> Tables<Q, ($($index,)*)>
            for ($($name,)*) {}
    )*};
}

tables! { [A I] [A I B J] [A I B J C K] [A I B J C K D L] }
