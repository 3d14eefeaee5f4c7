//! The implementations of scopes for tuples of sources.

use sqlx::error::BoxDynError;

use super::{
    AddSource, At, Closed, Deleted, EntryOf, GroupItem, GroupItems, GroupLevel, GroupedExpression,
    HasColumn, HasRoom, InGroup, InSet, Inserted, Lacks, ListsColumn, Needs, Nested, NullableAt,
    OtherThan, OuterScope, Require, RowLevel, RowScope, Scope, ScopeEntry, SetColumn,
    SetExpression, SubsetOf, Through, Ungrouped, Updated, WhereFound, WholeRow,
};
use crate::row::{ColumnList, RowReader};
use crate::sql::{Expected, Token};
use crate::table::{Column, ColumnMarker, Followed, Source};
use crate::tuples::{for_each_scope, for_each_tuple};
use crate::types::{ColumnType, NeverNull, Nullability, Nullable};

/// Implements the traits of scopes for each arity. A single impl for all `Ungrouped` scopes would make errors about a
/// group mention `Ungrouped`.
macro_rules! scope {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name),+> Ungrouped for ($($name,)+) {}
        impl<$($name),+> Closed for ($($name,)+) {}

        impl<$($name),+> RowScope for ($($name,)+) {
            type Rows = Self;
        }

        impl<$($name),+> Needs for ($($name,)+) {
            type List = ();
        }

        impl<$($name,)+ Item, Rest> Require<(Item, Rest)> for ($($name,)+) {
            type Scope = Nested<Self, (Item, Rest)>;
        }

        impl<$($name),+> Require<()> for ($($name,)+) {
            type Scope = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<Table, Place, $($name),+> OuterScope<Table, Place> for ($($name,)+)
        where
            Self: HasColumn<Table, WholeRow, Place>,
        {
        }

        #[diagnostic::do_not_recommend]
        impl<Table, $($name: OtherThan<Table>),+> Lacks<Table> for ($($name,)+) {}

        impl<Query, $($name: EntryOf<Query, $place>, $place),+> SubsetOf<Query, ($($place,)+)>
            for ($($name,)+)
        {
            type Null = scope!(@null Query $($name $place)+);
        }
    };
    (@null $query:ident $name:ident $place:ident) => {
        <$name as EntryOf<$query, $place>>::Null
    };
    (@null $query:ident $name:ident $place:ident $($rest:ident)+) => {
        <<$name as EntryOf<$query, $place>>::Null as Nullability>::Or<scope!(@null $query $($rest)+)>
    };
}

for_each_scope!(scope);

/// The row of each scope: of a single source its own, of several a tuple.
macro_rules! rows {
    ($only:ident $index:tt $place:ident $other:ident) => {
        impl<$only: ScopeEntry> Scope for ($only,) {
            type Row = $only::Row;
            type Nulled = ($only::Nulled,);
            const COLUMNS: &'static [Token] = $only::COLUMNS;
            const EXPECTED: Expected = $only::EXPECTED;

            fn describe(columns: &mut ColumnList<'_>) {
                $only::describe(columns);
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                $only::decode(row)
            }
        }
    };
    ($first:ident $first_index:tt $first_place:ident $first_other:ident,
     $($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$first: ScopeEntry, $($name: ScopeEntry),+> Scope for ($first, $($name,)+) {
            type Row = ($first::Row, $($name::Row,)+);
            type Nulled = ($first::Nulled, $($name::Nulled,)+);
            const COLUMNS: &'static [Token] = &[
                Token::Sub($first::COLUMNS),
                $(Token::Text(", "), Token::Sub($name::COLUMNS),)+
            ];
            const EXPECTED: Expected = Expected::List(&[$first::EXPECTED, $($name::EXPECTED),+]);

            fn describe(columns: &mut ColumnList<'_>) {
                $first::describe(columns);
                $($name::describe(columns);)+
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                Ok(($first::decode(row)?, $($name::decode(row)?,)+))
            }
        }
    };
}

for_each_scope!(rows);

/// Adds a source to each scope, if it has room.
macro_rules! room {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        room!(@add $($name)+);
    };
    // The largest scope has no room: adding a source leaves it as it is.
    (@add $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident
           $g:ident $h:ident $i:ident $j:ident $k:ident $l:ident) => {
        impl<$a: ScopeEntry, $b: ScopeEntry, $c: ScopeEntry, $d: ScopeEntry, $e: ScopeEntry, $f: ScopeEntry,
            $g: ScopeEntry, $h: ScopeEntry, $i: ScopeEntry, $j: ScopeEntry, $k: ScopeEntry, $l: ScopeEntry,
            Last: ScopeEntry>
            AddSource<Last> for ($a, $b, $c, $d, $e, $f, $g, $h, $i, $j, $k, $l)
        {
            type Scope = Self;
        }
    };
    (@add $($name:ident)+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name),+> HasRoom for ($($name,)+) {}

        #[diagnostic::do_not_recommend]
        impl<$($name: ScopeEntry,)+ Last: ScopeEntry> AddSource<Last> for ($($name,)+) {
            type Scope = ($($name,)+ Last,);
        }
    };
}

for_each_scope!(room);

/// One impl for each entry of each scope.
macro_rules! places {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        places!(@each [] [$($name $index)+]);
    };
    (@each [$($before:ident)*] []) => {};
    (@each [$($before:ident)*] [$here:ident $index:tt $($after:ident $after_index:tt)*]) => {
        #[diagnostic::do_not_recommend]
        impl<Here: Source, Marker, $($before,)* $($after,)*> HasColumn<Here, Marker, At<$index>>
            for ($($before,)* Here, $($after,)*)
        {
            type Null = NeverNull;
        }

        #[diagnostic::do_not_recommend]
        impl<Here: Source, Marker, $($before,)* $($after,)*> HasColumn<Here, Marker, NullableAt<$index>>
            for ($($before,)* Option<Here>, $($after,)*)
        {
            type Null = Nullable;
        }

        #[diagnostic::do_not_recommend]
        impl<Here: Source, $($before,)* $($after,)*> WhereFound<Here, At<$index>>
            for ($($before,)* Here, $($after,)*)
        {
            type Scope = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<Here: Source, $($before,)* $($after,)*> WhereFound<Here, NullableAt<$index>>
            for ($($before,)* Option<Here>, $($after,)*)
        {
            type Scope = ($($before,)* Here, $($after,)*);
        }

        places!(@each [$($before)* $here] [$($after $after_index)*]);
    };
}

for_each_scope!(places);

/// The rows that the foreign keys of a scope's columns reference.
macro_rules! followed {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        followed!([$($name),+] ($($name,)+));
    };
    ([$($generics:ident),*] $scope:ty) => {
        #[diagnostic::do_not_recommend]
        impl<Start, Key, Row, Marker, Place, $($generics),*>
            HasColumn<Followed<Start, Key, Row>, Marker, Through<Place>> for $scope
        where
            Self: HasColumn<Start, Key, Place>,
            Key: ColumnMarker,
        {
            type Null = <<Key::Type as ColumnType>::Null as Nullability>::Or<
                <Self as HasColumn<Start, Key, Place>>::Null,
            >;
        }
    };
}

for_each_scope!(followed);
followed!([Changed] Inserted<Changed>);
followed!([Changed] Updated<Changed>);
followed!([Changed] Deleted<Changed>);

/// One impl for each expression of a `group_by`.
macro_rules! groups {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        groups!(@keys [$($name)+] [$($name)+]);
        groups!(@each [] [$($name $index)+]);
    };
    (@keys [$($name:ident)+] [$first:ident $($rest:ident)*]) => {
        impl<$($name: GroupItem),+> GroupItems for ($($name,)+) {
            type Keys = groups!(@list $first $($rest)*);
        }
    };
    (@list) => { () };
    (@list $first:ident $($rest:ident)*) => { $first::Keys<groups!(@list $($rest)*)> };
    (@each [$($before:ident)*] []) => {};
    (@each [$($before:ident)*] [$here:ident $index:tt $($after:ident $after_index:tt)*]) => {
        #[diagnostic::do_not_recommend]
        impl<Here, Marker, $($before,)* $($after,)*> ListsColumn<Here, Marker, InGroup<$index>>
            for ($($before,)* Column<Here, Marker>, $($after,)*)
        {
        }

        #[diagnostic::do_not_recommend]
        impl<Here, $($before,)* $($after,)*> GroupedExpression<Here, InGroup<$index>>
            for ($($before,)* $crate::scope::GroupedBy<Here>, $($after,)*)
        {
            type Null = NeverNull;
        }

        #[diagnostic::do_not_recommend]
        impl<Set: SetColumn<Table, Marker, I>, Table, Marker, I, $($before,)* $($after,)*>
            ListsColumn<Table, Marker, InSet<$index, I>> for ($($before,)* Set, $($after,)*)
        {
        }

        #[diagnostic::do_not_recommend]
        impl<Set: SetExpression<Here, I>, Here, I, $($before,)* $($after,)*>
            GroupedExpression<Here, InSet<$index, I>> for ($($before,)* Set, $($after,)*)
        {
            type Null = Nullable;
        }

        groups!(@each [$($before)* $here] [$($after $after_index)*]);
    };
}

for_each_tuple!(groups);

/// A tuple of places is at row level if all of them are.
macro_rules! row_level {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: RowLevel),+> RowLevel for ($($name,)+) {}
        #[diagnostic::do_not_recommend]
        impl<$($name: GroupLevel),+> GroupLevel for ($($name,)+) {}
    };
}

for_each_tuple!(row_level);

#[diagnostic::do_not_recommend]
impl RowLevel for () {}
#[diagnostic::do_not_recommend]
impl GroupLevel for () {}
