//! Tables and aliases in `from`.

use std::fmt;
use std::marker::PhantomData;

use super::{From, FromItem};
use crate::query::clause::{Body, Tail};
use crate::query::{FullRows, UnboxedSelect};
use crate::scope::Require;
use crate::sql::fragment;
use crate::table::{NamedSource, Relation, Source, SourceColumns};

/// A table or an alias in `from`: `"patients"`, `"employees" as "manager"`.
pub struct TableRef<S>(pub(crate) PhantomData<fn() -> S>);

impl<S> Clone for TableRef<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for TableRef<S> {}

impl<S> fmt::Debug for TableRef<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TableRef")
    }
}

fragment!(impl[S: NamedSource] TableRef<S> { [S::FROM] });

#[diagnostic::do_not_recommend]
impl<V: SourceColumns> FromItem for V {
    type Source = V::Source;
    type From = TableRef<V::Source>;
    type Needs = <<V::Source as Source>::Relation as Relation>::Needs;

    fn into_from(self) -> Self::From {
        TableRef(PhantomData)
    }
}

/// A `select` of all columns of the source value `V`.
pub type Start<V> =
    UnboxedSelect<StartScope<V>, FullRows<StartScope<V>>, Body<From<<V as FromItem>::From>>, Tail>;

/// The scope of a query that reads only the source value `V`.
pub type StartScope<V> = <(<V as FromItem>::Source,) as Require<<V as FromItem>::Needs>>::Scope;

/// A `select` of all columns of a source value.
pub fn start<V: FromItem>(source: V) -> Start<V>
where
    (V::Source,): Require<V::Needs>,
{
    UnboxedSelect {
        projection: FullRows(PhantomData),
        body: Body {
            from: From(source.into_from()),
            filter: (),
            group: (),
        },
        tail: Tail::NEW,
        scope: PhantomData,
    }
}
