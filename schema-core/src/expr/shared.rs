//! `param!`: a value that a statement contains several times and sends once.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::arithmetic::rust_operators;
use super::group::group_item;
use super::macros::{condition, expression, never};
use super::{Assign, InScope, IntoExpr};
use crate::scope::Constant;
use crate::sql::{Arguments, Fragment, SentAs, Shared, SqlWriter, Token};
use crate::types::{ColumnType, NeverNull, SqlType, Value};

/// Makes a value a shared parameter: it has one number and is sent once, however often the statement contains it.
///
/// Use it for a large value that appears several times, such as a vector, and wherever Postgres must recognize two
/// expressions as the same: in `group by`, and in `distinct` with `order by`.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "documents")]
/// struct Document {
///     #[column(primary_key)]
///     id: i64,
///     embedding: Vector<3>,
/// }
///
/// let query = Vector::from([1.0, 0.0, 0.0]);
/// let query = param!(&query);
/// let distance = Document.embedding.cosine_distance(query);
/// let nearest = Document
///     .select()
///     .filter(distance.lt(0.3))
///     .order_by(distance.asc())
///     .limit(5)
///     .columns((Document.id, distance));
/// assert_eq!(
///     nearest.to_sql(),
///     r#"select "documents"."id", "documents"."embedding" <=> $1 from "documents" where "documents"."embedding" <=> $1 < $2 order by "documents"."embedding" <=> $1 limit $3"#
/// );
/// ```
///
/// A value that is sent as two types gets a number for each. If one `param!` is evaluated several times, as in a loop,
/// and the statement contains several of the values, each value gets its own number and the text is written at run
/// time.
#[macro_export]
macro_rules! param {
    ($value:expr $(,)?) => {
        $crate::__private::SharedValue::<
            { $crate::__private::place(::core::file!(), ::core::line!(), ::core::column!()) },
            _,
        >::new($value)
    };
}

/// A value from the [`param!`](crate::param!) at a place in the program.
#[derive(Clone, Copy)]
pub struct SharedValue<const PLACE: u64, V> {
    shared: Shared,
    value: V,
}

impl<const PLACE: u64, V> SharedValue<PLACE, V> {
    /// Makes the value a shared parameter.
    pub fn new(value: V) -> Self {
        Self {
            shared: Shared::new(PLACE),
            value,
        }
    }
}

impl<const PLACE: u64, V: fmt::Debug> fmt::Debug for SharedValue<PLACE, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SharedValue").field(&self.value).finish()
    }
}

/// A shared value that is sent as type `T`.
pub struct SharedParam<const PLACE: u64, T, V> {
    value: SharedValue<PLACE, V>,
    marker: PhantomData<fn() -> T>,
}

impl<const PLACE: u64, T, V: Clone> Clone for SharedParam<PLACE, T, V> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            marker: PhantomData,
        }
    }
}

impl<const PLACE: u64, T, V: Copy> Copy for SharedParam<PLACE, T, V> {}

impl<const PLACE: u64, T, V: fmt::Debug> fmt::Debug for SharedParam<PLACE, T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

#[diagnostic::do_not_recommend]
impl<const PLACE: u64, T: SqlType, V: Value<T>, For> IntoExpr<T, For> for SharedValue<PLACE, V> {
    type Expr = SharedParam<PLACE, T, V>;

    fn into_expr(self) -> Self::Expr {
        SharedParam {
            value: self,
            marker: PhantomData,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<const PLACE: u64, T: ColumnType, V: Value<T::Base>, For> Assign<T, For>
    for SharedValue<PLACE, V>
{
    type Expr = SharedParam<PLACE, T::Base, V>;

    fn assign(self) -> Self::Expr {
        SharedParam {
            value: self,
            marker: PhantomData,
        }
    }
}

// See `never!`.
never!(0 IntoExpr into_expr [const PLACE: u64, V] SharedValue<PLACE, V>);
never!(0 Assign assign [const PLACE: u64, V] SharedValue<PLACE, V>);

impl<const PLACE: u64, T: SqlType, V: Value<T>> Fragment for SharedParam<PLACE, T, V> {
    const TOKENS: &'static [Token] = &[Token::Shared(PLACE, SentAs::of::<T>())];

    fn write(&self, sql: &mut SqlWriter) {
        sql.shared(self.value.shared.sent_as(T::DATA_TYPE.name));
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.push_shared::<T, V>(
            self.value.shared.sent_as(T::DATA_TYPE.name),
            &self.value.value,
        )
    }
}

expression!(impl[const PLACE: u64, T: SqlType, V: Value<T>] SharedParam<PLACE, T, V> {
    base: T,
    kind: Constant,
    precedence: ATOM,
    parameter: true,
});

condition!(impl[const PLACE: u64, T: SqlType, V: Value<T>] SharedParam<PLACE, T, V>);

rust_operators!(impl[const PLACE: u64, T: SqlType, V: Value<T>] SharedParam<PLACE, T, V>);

group_item!(impl[const PLACE: u64, T: SqlType, V: Value<T>] SharedParam<PLACE, T, V>);

impl<const PLACE: u64, T: SqlType, V: Value<T>, S> InScope<S, ()> for SharedParam<PLACE, T, V> {
    type Null = NeverNull;
}
