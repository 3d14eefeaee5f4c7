//! Columns as expressions.

use sqlx::error::BoxDynError;

use super::arithmetic::rust_operators;
use super::macros::{condition, expression, no_comparison};
use super::{InScope, Repeatable};
use crate::scope::{
    AnyTable, Deleted, Grouped, GroupedColumn, HasColumn, Here, Inserted, Nested, NoTable, PerRow,
    Updated,
};
use crate::sql::{Arguments, Fragment, Token};
use crate::table::{Column, ColumnMarker, Relation, Source, SourceColumns as _};
use crate::tuples::for_each_scope;
use crate::types::{ColumnType, Nullability};

// Not declared by `fragment!`: columns are the most frequent part, so each is one token.
impl<S: Source, C: ColumnMarker> Fragment for Column<S, C> {
    const TOKENS: &'static [Token] = match S::PATH {
        None => &[Token::Column(S::REFERENCE, C::NAME)],
        Some(path) => &[Token::Path(path, const { &[C::NAME] })],
    };

    #[inline]
    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

expression!(impl[S: Source, C: ColumnMarker] Column<S, C> {
    base: <C::Type as ColumnType>::Base,
    kind: PerRow,
    precedence: ATOM,
    column: Some((C::Table::NAME.name, C::NAME)),
    subject: Self,
    indexes: Some((<C::Table as Relation>::Columns::<C::Table>::DEF, C::NAME)),
});

condition!(impl[S: Source, C: ColumnMarker] Column<S, C>);

no_comparison!([S, C] Column<S, C>);

rust_operators!(impl[S: Source, C: ColumnMarker] Column<S, C>);

#[diagnostic::do_not_recommend]
impl<S, C> Repeatable for Column<S, C> {}

/// Implements `InScope` for each kind of scope separately, so that an error about a group does not mention ungrouped
/// scopes.
macro_rules! in_scope {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        in_scope!([$($name),+] ($($name,)+));
    };
    ([$($generics:ident),*] $scope:ty) => {
        impl<Table, Marker, Place, $($generics),*> InScope<$scope, Place> for Column<Table, Marker>
        where
            $scope: HasColumn<Table, Marker, Place>,
            Table: Source,
            Marker: ColumnMarker,
        {
            type Null = <<Marker::Type as ColumnType>::Null as Nullability>::Or<
                <$scope as HasColumn<Table, Marker, Place>>::Null,
            >;
        }
    };
}

for_each_scope!(in_scope);
in_scope!([]());
in_scope!([] NoTable);
in_scope!([] AnyTable);
in_scope!([R, E] Nested<R, E>);
in_scope!([Row] Inserted<Row>);
in_scope!([Row] Updated<Row>);
in_scope!([Row] Deleted<Row>);

// A type such as `BoxedSelect<'_, Patient, Patient>`, without the tuple, is no type of a query. Its clauses accept columns
// all the same, so that the only error is where a query does not have this type.
impl<S: Source, C: ColumnMarker> InScope<S, Here> for Column<S, C> {
    type Null = <C::Type as ColumnType>::Null;
}

impl<S, G, T, C, I, J> InScope<Grouped<S, G>, (I, J)> for Column<T, C>
where
    S: HasColumn<T, C, I>,
    G: GroupedColumn<T, C, J>,
    T: Source,
    C: ColumnMarker,
{
    type Null =
        <<<C::Type as ColumnType>::Null as Nullability>::Or<S::Null> as Nullability>::Or<G::Null>;
}
