//! An update or delete of some rows only: `order_by` and `limit`.
//!
//! Postgres has neither for these statements. So the rows are chosen and locked in a `with` clause, by their primary key. It
//! is `materialized`: the planner must not compute it again, which could choose other rows.
//!
//! <https://www.postgresql.org/docs/current/sql-update.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::clause::{LockWait, NoLimit, OrderBy, RowCount, SkipLocked, Tail, WithBody};
use super::update::{SetList, bind_filter};
use super::{Delete, Update};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Inferred, KeyColumns, OrderedBy, OrderingList};
use crate::scope::{Constant, OrderedIn};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{PrimaryKey, Source, Table};

/// The update or delete `Q` of table `T`, of the rows that the tail `L` leaves. `W` tells what happens to rows that another
/// transaction has locked.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "jobs")]
/// struct Job {
///     #[column(primary_key, identity)]
///     id: i64,
///     worker: Option<i32>,
/// }
///
/// let taken = Job
///     .update()
///     .set(Job.worker, 7)
///     .filter(Job.worker.is_null())
///     .order_by(Job.id)
///     .limit(10)
///     .skip_locked()
///     .returning(Job.id);
/// assert_eq!(
///     taken.to_sql(),
///     concat!(
///         r#"with "limited" as materialized (select "jobs"."id" from "jobs" where "jobs"."worker" is null "#,
///         r#"order by "jobs"."id" limit $1 for update skip locked) "#,
///         r#"update "jobs" set "worker" = $2 from "limited" where "jobs"."id" = "limited"."id" "#,
///         r#"returning "jobs"."id""#,
///     )
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Limited<T, Q, L, W = ()> {
    statement: Q,
    tail: L,
    marker: PhantomData<fn() -> (T, W)>,
}

impl<T, Q, O, L> Limited<T, Q, Tail<O, L>> {
    const fn new(statement: Q, order: O, limit: L) -> Self {
        Self {
            statement,
            tail: Tail {
                order,
                limit,
                lock: (),
            },
            marker: PhantomData,
        }
    }
}

impl<T, Q: Clone, L: Clone, W> Clone for Limited<T, Q, L, W> {
    fn clone(&self) -> Self {
        Self {
            statement: self.statement.clone(),
            tail: self.tail.clone(),
            marker: PhantomData,
        }
    }
}

impl<T: Table, Q, L, W> fmt::Debug for Limited<T, Q, L, W>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Limited").field(&self.to_sql()).finish()
    }
}

/// An update or delete whose rows can be chosen by a subquery: its `where`, and the rest.
pub trait LimitedStatement {
    /// The `where`.
    type Filter: Fragment;
    /// True if the type determines the rest of the text.
    const STATIC: bool;
    /// The text after the chosen rows.
    const REST: &'static [Token];
    /// Returns the `where`.
    fn filter(&self) -> &Self::Filter;
    /// Writes the text after the chosen rows.
    fn write_rest(&self, sql: &mut SqlWriter);
    /// Appends the values of the rest.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind_rest(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

impl<T: Table, A: SetList, W: Fragment> LimitedStatement for Update<T, A, W> {
    type Filter = W;
    const STATIC: bool = A::STATIC;
    const REST: &'static [Token] = &[
        Token::Text("update "),
        Token::Sub(<T as Source>::REFERENCE),
        Token::Text(" set "),
        Token::Sub(A::PAIRS),
        Token::Text(" from"),
    ];

    fn filter(&self) -> &W {
        &self.filter
    }

    fn write_rest(&self, sql: &mut SqlWriter) {
        sql.text("update ");
        sql.tokens(<T as Source>::REFERENCE);
        sql.text(" set ");
        self.sets.write_pairs(sql, &mut "");
        sql.text(" from");
    }

    fn bind_rest(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.bind_sets(arguments)
    }
}

impl<T: Table, W: Fragment> LimitedStatement for Delete<T, W> {
    type Filter = W;
    const STATIC: bool = true;
    const REST: &'static [Token] = &[
        Token::Text("delete from "),
        Token::Sub(<T as Source>::REFERENCE),
        Token::Text(" using"),
    ];

    fn filter(&self) -> &W {
        &self.filter
    }

    fn write_rest(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::REST);
    }

    fn bind_rest(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// A single column or several, compared as a row.
const fn row(keys: &[&str], parenthesis: &'static str) -> &'static str {
    if keys.len() == 1 { "" } else { parenthesis }
}

impl<T: Table + PrimaryKey<Key: KeyColumns>, Q, L, W: LockWait> Limited<T, Q, L, W> {
    const KEY: &'static [&'static str] = <T::Key as KeyColumns>::NAMES;
    const OWN_KEY: &'static [Token] = &[Token::Names(
        const { &[Token::Sub(<T as Source>::REFERENCE), Token::Text(".")] },
        Self::KEY,
    )];
    const CHOOSE: &'static [Token] = &[
        Token::Text("with \"limited\" as materialized (select "),
        Token::Sub(Self::OWN_KEY),
        Token::Text(" from "),
        Token::Sub(<T as Source>::REFERENCE),
    ];
    const LOCK: &'static [Token] = &[
        Token::Text(" for update"),
        Token::Text(W::TEXT),
        Token::Text(") "),
    ];
    const ON_KEY: &'static [Token] = &[
        Token::Text(" \"limited\" where "),
        Token::Text(row(Self::KEY, "(")),
        Token::Sub(Self::OWN_KEY),
        Token::Text(row(Self::KEY, ")")),
        Token::Text(" = "),
        Token::Text(row(Self::KEY, "(")),
        Token::Names(&[Token::Text("\"limited\".")], Self::KEY),
        Token::Text(row(Self::KEY, ")")),
    ];
}

// Not declared by `fragment!`: the condition of the statement is in the subquery.
impl<T, Q, L, W> Fragment for Limited<T, Q, L, W>
where
    T: Table + PrimaryKey<Key: KeyColumns>,
    Q: LimitedStatement,
    L: Fragment,
    W: LockWait,
{
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::CHOOSE),
        Token::Sub(Q::Filter::TOKENS),
        Token::Sub(L::TOKENS),
        Token::Sub(Self::LOCK),
        Token::Sub(Q::REST),
        Token::Sub(Self::ON_KEY),
    ];
    const STATIC: bool = Q::STATIC && Q::Filter::STATIC && L::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::CHOOSE);
        self.statement.filter().write(sql);
        self.tail.write(sql);
        sql.tokens(Self::LOCK);
        self.statement.write_rest(sql);
        sql.tokens(Self::ON_KEY);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        bind_filter::<T, Q::Filter>(self.statement.filter(), arguments)?;
        self.tail.bind(arguments)?;
        self.statement.bind_rest(arguments)
    }
}

impl<T: Table, Q, L, W> Statement for Limited<T, Q, L, W> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, Q, L, W> Changes for Limited<T, Q, L, W> {}

#[diagnostic::do_not_recommend]
impl<T: Table, Q, L, W> Executable for Limited<T, Q, L, W> {}

impl<T, Q, L, W> WithBody for Limited<T, Q, L, W>
where
    Self: Fragment,
{
    type Needs = ();
    type Decoder = ();
}

macro_rules! limits {
    ([$($generics:ident)*] $type:ty) => {
        #[hide_bounds]
        impl<T: Table + PrimaryKey, $($generics),*> $type {
            /// The order in which a `limit` chooses the rows that the statement changes. See [`Limited`].
            pub fn order_by<
                E: OrderingList<List = X, Kind = K>
                    + OrderedBy<(T,), I, K>
                    + Inferred<K, Is: OrderedIn<(T,), Constant>>,
                I,
                K,
                X,
            >(
                self,
                ordering: E,
            ) -> Limited<T, Self, Tail<OrderBy<X>>>
            where
                Self: Changes,
            {
                Limited::new(self, OrderBy(ordering.into_list()), ())
            }

            /// Changes at most this number of the rows for which the condition is true. The rows are locked first, by
            /// their primary key. See [`Limited`].
            pub fn limit<N: RowCount, M>(self, rows: N) -> Limited<T, Self, Tail<(), M>>
            where
                Self: Changes,
                (): NoLimit<M>,
            {
                Limited::new(self, (), ().with_limit(rows.rows()))
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
limits!([A W] Update<T, A, W>);
limits!([W] Delete<T, W>);

#[hide_bounds]
impl<T, Q, O, L, W> Limited<T, Q, Tail<O, L>, W> {
    /// Changes at most this number of rows, the first ones in the order.
    pub fn limit<N: RowCount, M>(self, rows: N) -> Limited<T, Q, Tail<O, M>, W>
    where
        L: NoLimit<M>,
    {
        Limited {
            statement: self.statement,
            tail: Tail {
                order: self.tail.order,
                limit: self.tail.limit.with_limit(rows.rows()),
                lock: (),
            },
            marker: PhantomData,
        }
    }
}

impl<T, Q, L> Limited<T, Q, L> {
    /// `skip locked`: leaves out rows that another transaction has locked, as workers of a queue do.
    pub fn skip_locked(self) -> Limited<T, Q, L, SkipLocked> {
        Limited {
            statement: self.statement,
            tail: self.tail,
            marker: PhantomData,
        }
    }
}
