//! Derived tables: subqueries in `from`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-SUBQUERIES>

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::table::start;
use super::{FromItem, Start};
use crate::expr::Subquery;
use crate::scope::Require;
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Relation, Source, StaticColumns};
use crate::types::ColumnType;

/// A struct with `#[derive(Selectable)]` whose fields are all single columns, so that a subquery of it can be read as a
/// table.
#[diagnostic::on_unimplemented(
    message = "a subquery that is read as a table needs a name for each column, and `{Self}` has none",
    label = "expected rows of a struct with `#[derive(Selectable)]`",
    note = "`.columns(SelectTotal {{ … }})` gives each column the name of a field"
)]
pub trait SubqueryRow: Relation {}

/// The type of a field that is a single column.
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` is not a single column",
    label = "a subquery with this field cannot be read as a table",
    note = "select its columns into fields of their own"
)]
pub trait SubqueryField {}

#[diagnostic::do_not_recommend]
impl<T: ColumnType> SubqueryField for T {}

/// The query `Q` under the name of the source `S`: `(select …) as "totals" ("patient_id", "orders")`.
///
/// Its columns are fields of the constant that `#[derive(Selectable)]` generates, and of this value.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
/// }
///
/// #[table(name = "orders")]
/// struct Order {
///     #[column(primary_key)]
///     id: i64,
///     patient_id: i64,
/// }
///
/// #[derive(Selectable)]
/// struct Total {
///     patient_id: i64,
///     orders: i64,
/// }
///
/// let totals = Order
///     .select()
///     .group_by(Order.patient_id)
///     .columns(SelectTotal { patient_id: Order.patient_id, orders: count() })
///     .as_table();
/// let busy = Patient
///     .select()
///     .inner_join(totals, Total.patient_id.eq(Patient.id))
///     .filter(Total.orders.gt(10))
///     .columns((Patient.name, Total.orders));
/// assert_eq!(
///     busy.to_sql(),
///     concat!(
///         r#"select "patients"."name", "Total"."orders" from "patients" "#,
///         r#"join (select "orders"."patient_id", count(*) from "orders" group by "orders"."patient_id") "#,
///         r#"as "Total" ("patient_id", "orders") on "Total"."patient_id" = "patients"."id" "#,
///         r#"where "Total"."orders" > $1"#,
///     )
/// );
/// ```
pub struct Derived<S, Q> {
    query: Q,
    source: PhantomData<fn() -> S>,
}

impl<S, Q> Derived<S, Q> {
    pub(crate) const fn new(query: Q) -> Self {
        Self {
            query,
            source: PhantomData,
        }
    }

    /// `select`: all columns of the subquery, unless `columns` follows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// #[derive(Selectable)]
    /// struct Price { price: i32 }
    ///
    /// let last = Order.select().order_by(Order.id.desc()).limit(10).columns(SelectPrice { price: Order.price });
    /// assert_eq!(
    ///     last.as_table().select().columns(avg(Price.price)).to_sql(),
    ///     r#"select avg("Price"."price")::float8 from (select "orders"."price" from "orders" order by "orders"."id" desc limit $1) as "Price" ("price")"#
    /// );
    /// ```
    pub fn select(self) -> Start<Self>
    where
        S: Source,
        Q: Subquery,
        (S,): Require<Q::Needs>,
    {
        start(self)
    }
}

impl<S, Q: Clone> Clone for Derived<S, Q> {
    fn clone(&self) -> Self {
        Self::new(self.query.clone())
    }
}

impl<S, Q: Copy> Copy for Derived<S, Q> {}

impl<S: Source, Q> fmt::Debug for Derived<S, Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Derived")
            .field(&S::Relation::NAME.name)
            .finish()
    }
}

/// The columns are fields of the value.
impl<S: Source, Q> Deref for Derived<S, Q>
where
    <S::Relation as Relation>::Columns<S>: StaticColumns,
{
    type Target = <S::Relation as Relation>::Columns<S>;

    fn deref(&self) -> &Self::Target {
        StaticColumns::REF
    }
}

/// The list of a source's columns: ` ("patient_id", "orders")`.
pub(crate) const fn column_names<S: Source>() -> &'static [Token] {
    const {
        &[
            Token::Text(" ("),
            Token::Names(&[], <S::Relation as Relation>::COLUMNS),
            Token::Text(")"),
        ]
    }
}

fragment!(impl[S: Source, Q: Fragment] Derived<S, Q> {
    "(", (query: Q), ") as ", [S::REFERENCE], [column_names::<S>()],
});

#[diagnostic::do_not_recommend]
impl<S: Source, Q: Subquery> FromItem for Derived<S, Q> {
    type Source = S;
    type From = Self;
    type Needs = Q::Needs;

    fn into_from(self) -> Self {
        self
    }
}
