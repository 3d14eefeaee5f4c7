//! The parts of an expansion that are the same for each table, or for each of its columns.
//!
//! `#[table]` leaves them to `macro_rules!`, which the compiler expands many times faster: the attribute is not optimized
//! in a program's debug build, and passes each token by a call.
//!
//! Impls to which an error of the user can point are not left to these macros, since the compiler would mention the macro
//! as well.

/// The struct with a field for each column.
///
/// `columns_struct! { "…" pub OrderColumns S Order order_ "Column `id`: …" pub id; … }`
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

/// The impls of a table's columns and of its constant, and the decoder of its rows.
///
/// `table! { Order OrderColumns S "Order" order_ { … } __values0 { id 0: i64 => ByServer __p::D0, COLUMN; … } }`: the
/// definition in braces lacks the columns. They follow in groups that are read by one call, each with its index in the
/// group, its type, who writes it, its index in the table, and the keys of its definition.
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
        #[automatically_derived]
        impl<$source: 'static> ::core::ops::Deref for $columns<$source> {
            type Target = $crate::__private::TableSteps<$source>;
            fn deref(&self) -> &Self::Target {
                $crate::__private::TableSteps::REF
            }
        }
        impl<$source: $crate::__private::Source> $crate::__private::SourceColumns for $columns<$source> {
            type Source = $source;
            const NEW: Self = Self { $($($column: $crate::__private::Column::NEW,)*)* };
            const DEF: &'static $crate::__private::TableDef = &$crate::__private::TableDef {
                name: <$row as $crate::__private::Relation>::NAME,
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
                $(let $values = <($($module::$column,)*) as $crate::__private::ColumnGroup>::read(row)?;)*
                ::core::result::Result::Ok(Self { $($($column: $values.$index,)*)* })
            }
        }
    };
}

/// The impls that make a struct with `#[derive(Selectable)]` the row of a subquery in `from`, if each of its fields is a
/// single column.
///
/// `for<'never>` keeps the compiler from rejecting a bound that does not hold; the impl then does not apply.
#[doc(hidden)]
#[macro_export]
macro_rules! __subquery_row {
    (
        $row:ident $columns:ident $name:literal $module:ident $sql_name:literal ($id:ty)
        { $($column:ident $marker:ident $column_name:literal: $type:ty => $index:ty;)* }
    ) => {
        impl<S> ::core::clone::Clone for $columns<S> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<S> ::core::marker::Copy for $columns<S> {}
        impl<S> ::core::fmt::Debug for $columns<S> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str($name)
            }
        }
        impl<S: $crate::__private::Source> $crate::__private::SourceColumns for $columns<S> {
            type Source = S;
            const NEW: Self = Self { $($column: $crate::__private::Column::NEW,)* };
        }
        impl<S: $crate::__private::Source> $crate::__private::StaticColumns for $columns<S> {
            const REF: &'static Self = &Self { $($column: $crate::__private::Column::NEW,)* };
        }
        #[allow(dead_code, reason = "a program need not read every subquery by its name")]
        impl<S: $crate::__private::NamedSource> $columns<S> {
            /// `select` from the query that `with` defines under this name.
            pub fn select(self) -> $crate::__private::Start<Self>
            where
                (S,): $crate::__private::Require<
                    <<S as $crate::__private::Source>::Relation as $crate::__private::Relation>::Needs,
                >,
            {
                $crate::__private::start(self)
            }
        }
        $(
            #[allow(unused_lifetimes, reason = "see `subquery_row!`")]
            impl $crate::__private::ColumnMarker for $module::$marker
            where
                for<'never> $row: $crate::__private::Relation,
                for<'never> $type: $crate::__private::ColumnType,
            {
                type Table = $row;
                type Type = $type;
                type Place = $crate::__private::ByServer<$index>;
            }
        )*
        #[allow(unused_lifetimes, reason = "see `subquery_row!`")]
        impl $crate::__private::DecodeRow for $row
        where
            $(for<'never> $type: $crate::__private::ColumnType,)*
        {
            fn decode(
                row: &mut $crate::__private::RowReader<'_>,
            ) -> ::core::result::Result<Self, $crate::__private::BoxDynError> {
                ::core::result::Result::Ok(Self { $($column: row.read::<$type>()?,)* })
            }
        }
        #[allow(unused_lifetimes, reason = "see `subquery_row!`")]
        impl $crate::__private::Relation for $row
        where
            for<'never> Self: ::core::marker::Send + ::core::marker::Sync,
            $(for<'never> $type: $crate::__private::ColumnType,)*
        {
            type Columns<S: $crate::__private::Source> = $columns<S>;
            type Id = $id;
            type Needs = ($crate::__private::UsedName<$row>, ());
            const NAME: $crate::__private::TableName = $crate::__private::TableName {
                schema: ::core::option::Option::None,
                name: $sql_name,
            };
            const COLUMNS: &'static [&'static str] = &[$($column_name),*];
            const NOT_NULL: ::core::option::Option<&'static str> = $crate::__private::first_not_null(&[$((
                $column_name,
                <<$type as $crate::__private::ColumnType>::Null as $crate::__private::Nullability>::NULLABLE,
            )),*]);
            const EXPECTED: $crate::__private::Expected = $crate::__private::Expected::List(&[$(
                $crate::__private::Expected::of::<$type>()
            ),*]);
            fn describe(columns: &mut $crate::__private::ColumnList<'_>) {
                $(columns.column::<$type>(::core::option::Option::Some(($sql_name, $column_name)));)*
            }
        }
        #[allow(unused_lifetimes, reason = "see `subquery_row!`")]
        impl $crate::__private::ValueRow for $row
        where
            $(for<'never> $module::$marker: $crate::__private::ColumnMarker<Type = $type>,)*
            $(for<'never> $type: $crate::__private::ColumnType,)*
            for<'never> Self: $crate::__private::SubqueryRow,
        {
            type Row = Self;
            type Fields = ($($type,)*);
            const PARAMETERS: &'static [&'static [$crate::__private::Token]] =
                &[$($crate::__private::parameter::<$type>()),*];
            const CASTS: &'static [&'static [$crate::__private::Token]] =
                &[$($crate::__private::cast_name::<$module::$marker>()),*];
            const DEFINITIONS: &'static [&'static [$crate::__private::Token]] =
                &[$($crate::__private::definition::<$module::$marker>()),*];
            const CAST: bool = false $(|| $crate::__private::sent_as_text::<$type>())*;

            fn bind(
                rows: &[Self],
                binder: &mut $crate::__private::Binder<'_>,
            ) -> ::core::result::Result<(), $crate::__private::BoxDynError> {
                $(binder.own::<$module::$marker>(::core::iter::Iterator::map(rows.iter(), |row| &row.$column))?;)*
                ::core::result::Result::Ok(())
            }
        }
        #[allow(unused_lifetimes, reason = "see `subquery_row!`")]
        impl $crate::__private::SubqueryRow for $row
        where
            $(for<'never> $type: $crate::__private::SubqueryField,)*
            for<'never> Self: $crate::__private::Relation,
        {
        }
    };
}
