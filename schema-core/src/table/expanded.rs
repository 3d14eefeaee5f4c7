//! What of a table's expansion is the same for each table, or for each of its columns: `#[table]` leaves it to
//! `macro_rules!`. The compiler writes that out many times faster than the attribute does, which is not optimized in a
//! program's debug build and hands over each token by a call.
//!
//! Impls that an error of the user's points at stay with the attribute: the compiler would name these macros beside
//! them, as it does where a struct is joined that is no table.

/// The struct that has a field for each column.
///
/// `columns_struct! { "…" pub OrderColumns S Order __order "Column `id`: …" pub id; … }`
#[doc(hidden)]
#[macro_export]
macro_rules! __columns_struct {
    (
        $doc:literal $vis:vis $columns:ident $source:ident $row:ident $module:ident
        $($($column_doc:literal)* $column_vis:vis $column:ident;)*
    ) => {
        #[doc = $doc]
        #[allow(dead_code, reason = "a program need not use every column")]
        $vis struct $columns<$source = $row> {
            $(
                $(#[doc = $column_doc])*
                $column_vis $column: $crate::__private::Column<$source, $module::$column>,
            )*
        }
    };
}

/// What each column is, what the table's constant can do, and how a row is read.
///
/// `table! { Order OrderColumns S "Order" __order { … } __values0 { id 0: i64 => ByServer __p::D0, COLUMN; … } }`:
/// the definition in braces lacks the columns, which follow by as many as are read at once. Each has its place there,
/// its type, who writes it, its place among all, and what the definition says of it.
#[doc(hidden)]
#[macro_export]
macro_rules! __table {
    (
        $row:ident $columns:ident $source:ident $name:literal $module:ident { $($def:tt)* }
        $($values:ident {$(
            $column:ident $index:tt: $type:ty => $writer:ident $place:ty,
            $known:ident $(.$key:ident($($said:tt)*))*;
        )*})*
    ) => {
        #[automatically_derived]
        impl<$source> ::core::clone::Clone for $columns<$source> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<$source> ::core::marker::Copy for $columns<$source> {}
        #[automatically_derived]
        impl<$source> ::core::fmt::Debug for $columns<$source> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str($name)
            }
        }
        impl<$source: $crate::__private::Source> $crate::__private::TableValue for $columns<$source> {
            type Source = $source;
            const NEW: Self = Self { $($($column: $crate::__private::Column::NEW,)*)* };
            const DEF: &'static $crate::__private::TableDef = &$crate::__private::TableDef {
                name: <$row as $crate::__private::Table>::NAME,
                columns: &[$($(
                    $crate::__private::Definition::<$module::$column>::$known $(.$key($($said)*))*,
                )*)*],
                $($def)*
            };
        }
        $($(impl $crate::__private::ColumnMarker for $module::$column {
            type Table = $row;
            type Type = $type;
            type Place = $crate::__private::$writer<$place>;
        })*)*
        #[automatically_derived]
        impl $crate::__private::DecodeRow for $row {
            fn decode(
                row: &mut $crate::__private::RowReader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::BoxDynError> {
                $(let $values = row.columns::<($($module::$column,)*)>()?;)*
                ::core::result::Result::Ok(Self { $($($column: $values.$index,)*)* })
            }
        }
    };
}
