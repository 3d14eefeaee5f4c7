//! `do update` that changes nothing: an insert that returns the existing row.

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Conflict, OnConflict, Partial, Target};
use crate::sql::{Token, fragment};
use crate::table::{Column, ColumnMarker, Settable, Source, Table};
use crate::tuples::for_each_tuple;

/// `do update set column = table.column`, for a column of the target `K`
pub struct DoKeep<T, K>(PhantomData<fn() -> (T, K)>);

impl<T, K> Clone for DoKeep<T, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, K> Copy for DoKeep<T, K> {}

impl<T, K> fmt::Debug for DoKeep<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DoKeep")
    }
}

fragment!(impl[T: Table, K: KeptColumn] DoKeep<T, K> {
    " do update set ", [&[Token::Name(K::NAME)]], " = ", [<T as Source>::REFERENCE], ".", [&[Token::Name(K::NAME)]],
});

/// The columns of a conflict, the first of which an update may write.
#[diagnostic::on_unimplemented(
    message = "`do_keep` writes the first column of the target, and the server alone writes `{Self}`",
    label = "an update cannot write it"
)]
pub trait KeptColumn {
    /// The first column, not quoted.
    const NAME: &'static str;
}

#[diagnostic::do_not_recommend]
impl<T, C: ColumnMarker> KeptColumn for Column<T, C>
where
    Self: Settable,
{
    const NAME: &'static str = C::NAME;
}

macro_rules! first {
    ($marker:ident $index:tt $source:ident $other:ident $(, $markers:ident $indices:tt $sources:ident $others:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$marker: ColumnMarker, $source, $($markers),*> KeptColumn for (Column<$source, $marker>, $($markers,)*)
        where
            Column<$source, $marker>: Settable,
        {
            const NAME: &'static str = $marker::NAME;
        }
    };
}

for_each_tuple!(first);

#[diagnostic::do_not_recommend]
impl<T, K: KeptColumn> KeptColumn for Partial<T, K> {
    const NAME: &'static str = K::NAME;
}

#[hide_bounds]
impl<Q, T: Table, K> Conflict<Q, T, Target<K>> {
    /// `do update` that changes nothing: `returning` returns the existing row, which `do nothing` does not. So one
    /// statement finds a row or inserts it, also if another transaction inserts it at the same time.
    ///
    /// The existing row is locked until the transaction ends, and written again: triggers run. If the row usually exists
    /// and is read often, select it first, and insert it only if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "tags")]
    /// # struct Tag { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String }
    /// let tag = Tag.insert(NewTag { name: "urgent".into() }).on_conflict(Tag.name).do_keep().returning(Tag.id);
    /// assert_eq!(
    ///     tag.to_sql(),
    ///     concat!(
    ///         r#"insert into "tags" ("name") values ($1) "#,
    ///         r#"on conflict ("name") do update set "name" = "tags"."name" returning "tags"."id""#,
    ///     )
    /// );
    /// ```
    pub fn do_keep(self) -> OnConflict<Q, T, Target<K>, DoKeep<T, K>>
    where
        K: KeptColumn,
    {
        OnConflict {
            insert: self.insert,
            target: self.target,
            action: DoKeep(PhantomData),
            marker: PhantomData,
        }
    }
}
