//! `column = jsonb_set(column, path, value)`, by a typed path into JSON.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{NullIn, OtherColumn, Set, SetFrom, SetIf, Update, UpdateTable, set};
use crate::expr::{Inferred, IntoArgument, JsonLeaf, JsonPlace, WithPath, with};
use crate::scope::{Here, RowLevel};
use crate::table::{Column, ColumnMarker, SetIn, Settable, Table};
use crate::types::ColumnType;

/// Assignments to which the value `X` at the path `P` into column `C` of table `T` can be added. If they set the column, it is
/// set in the value they give it.
#[diagnostic::on_unimplemented(
    message = "a column of `{T}` is set by `set_if`, and then by a path; set the path in its value, by `.with(path, value)`",
    label = "`{C}` is set already"
)]
pub trait AddPath<T, C, P, X, I> {
    /// The assignments with the value.
    type Sets;
    /// Adds the value.
    fn add_path(self, value: X) -> Self::Sets;
}

#[diagnostic::do_not_recommend]
impl<T, C, P, X> AddPath<T, C, P, X, ()> for () {
    type Sets = Set<(), C, WithPath<Column<T, C>, P, X>>;

    fn add_path(self, value: X) -> Self::Sets {
        set!(Set, (), WithPath::new(Column::NEW, value))
    }
}

#[diagnostic::do_not_recommend]
impl<A, E, T, C, P, X> AddPath<T, C, P, X, Here> for Set<A, C, E> {
    type Sets = Set<A, C, WithPath<E, P, X>>;

    fn add_path(self, value: X) -> Self::Sets {
        set!(Set, self.previous, WithPath::new(self.value, value))
    }
}

macro_rules! other_column {
    ($($name:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<A: AddPath<T, C, P, X, I>, D: OtherColumn<C>, E, T, C, P, X, I> AddPath<T, C, P, X, (I,)>
            for $name<A, D, E>
        {
            type Sets = $name<A::Sets, D, E>;

            fn add_path(self, value: X) -> Self::Sets {
                set!($name, self.previous.add_path(value), self.value)
            }
        }
    )*};
}

other_column!(Set SetIf);

/// The nullability of a value that fits a field of the type `Y`.
#[diagnostic::on_unimplemented(
    message = "this expression may be NULL, but the field of type `{Y}` is not an `Option`",
    label = "may be NULL",
    note = "use `.assume_not_null()` if it never is, or make the field an `Option`"
)]
pub trait NullFitsPath<Y> {}

// A single impl: an unknown nullability, of `None`, would otherwise be a second error.
#[diagnostic::do_not_recommend]
impl<N: NullIn<Y::Null>, Y: ColumnType> NullFitsPath<Y> for N {}

#[hide_bounds]
impl<T: Table, F, S> UpdateTable<T, F, S> {
    /// `set column = jsonb_set(column, path, value)`: the value at a typed path, and nothing else of the JSON. Further paths
    /// into the same column are set in the same value. An optional field accepts `None`. A column that is NULL stays NULL, and
    /// nothing is set in an object that the JSON does not have.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// struct Analysis { agent: String, score: f64 }
    ///
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, title: String, analysis: Json<Analysis> }
    /// let path = Note.analysis.path();
    /// let update = Note.update().set_path(path.score, path.score + 0.5).filter(Note.id.eq(7));
    /// assert_eq!(
    ///     update.to_sql(),
    ///     r#"update "notes" set "analysis" = jsonb_set("notes"."analysis", array['score'], "#.to_owned()
    ///         + r#"to_jsonb(("notes"."analysis" ->> 'score')::double precision + $1)) where "notes"."id" = $2"#
    /// );
    ///
    /// let update = Note.update().set_path(path.score, 0.5).set(Note.title, "x").set_path(path.agent, "triage").all_rows();
    /// assert_eq!(
    ///     update.to_sql(),
    ///     r#"update "notes" set "analysis" = jsonb_set(jsonb_set("notes"."analysis", array['score'], "#.to_owned()
    ///         + r#"to_jsonb($1::double precision)), array['agent'], to_jsonb($2::text)), "title" = $3"#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the statement with an assignment")]
    pub fn set_path<
        L: JsonLeaf<Place = P, Value = Y>,
        P: JsonPlace<Root = Column<N, C>>,
        N: SetIn<T, C>,
        C: ColumnMarker,
        Y: ColumnType,
        E: IntoArgument<Y, with, X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFitsPath<Y>>,
        I,
        Null,
        X,
    >(
        self,
        _path: L,
        value: E,
    ) -> Update<T, Set<(), C, WithPath<Column<T, C>, P, X>>, (), F, S>
    where
        Column<N, C>: Settable,
    {
        Update {
            sets: ().add_path(value.into_argument()),
            filter: (),
            from: self.from,
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, A, W, F, S> Update<T, A, W, F, S> {
    /// `set column = jsonb_set(column, path, value)`, in addition to the others. See [`UpdateTable::set_path`].
    pub fn set_path<
        L: JsonLeaf<Place = P, Value = Y>,
        P: JsonPlace<Root = Column<N, C>>,
        N: SetIn<T, C>,
        C: ColumnMarker,
        Y: ColumnType,
        E: IntoArgument<Y, with, X>
            + Inferred<X, Is: SetFrom<S, I, Null>>
            + Inferred<I, Is: RowLevel>
            + Inferred<Null, Is: NullFitsPath<Y>>,
        I,
        Null,
        X,
        J,
        To,
    >(
        self,
        _path: L,
        value: E,
    ) -> Update<T, To, W, F, S>
    where
        Column<N, C>: Settable,
        A: AddPath<T, C, P, X, J, Sets = To>,
    {
        Update {
            sets: self.sets.add_path(value.into_argument()),
            filter: self.filter,
            from: self.from,
            marker: PhantomData,
        }
    }
}
