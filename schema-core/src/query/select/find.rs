//! `find`: a row by its primary key or a unique column.

use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{FullRows, UnboxedSelect};
use crate::expr::binary::precedence;
use crate::expr::{Expression, InScope};
use crate::query::clause::{Body, Tail, Where};
use crate::query::from::{From, TableRef};
use crate::scope::PerRow;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, Source};
use crate::tuples::for_each_tuple;
use crate::types::NeverNull;

/// A `select` of the row in which the columns `K` have the values `V`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// assert_eq!(
///     Patient.find(7).to_sql(),
///     r#"select "patients"."id", "patients"."name", "patients"."age" from "patients" where "patients"."id" = $1"#
/// );
/// assert_eq!(
///     Patient.find_by_name("Ana").to_sql(),
///     r#"select "patients"."id", "patients"."name", "patients"."age" from "patients" where "patients"."name" = $1"#
/// );
/// ```
pub type Find<S, K, V> =
    UnboxedSelect<(S,), FullRows<(S,)>, Body<From<TableRef<S>>, Where<KeyIs<K, V>>>>;

/// `"a" = $1 and "b" = $2`: the columns `K`, a tuple, have the values `V`, a tuple.
#[derive(Debug, Clone, Copy)]
pub struct KeyIs<K, V> {
    values: V,
    columns: PhantomData<K>,
}

/// The query of a generated `find` method.
#[hide_bounds]
pub fn find<S: Source, K, V>(_columns: K, values: V) -> Find<S, K, V> {
    UnboxedSelect {
        projection: FullRows(PhantomData),
        body: Body {
            from: From(TableRef(PhantomData)),
            filter: Where(KeyIs {
                values,
                columns: PhantomData,
            }),
            group: (),
        },
        tail: Tail::NEW,
        scope: PhantomData,
    }
}

macro_rules! key {
    ($($column:ident $index:tt $value:ident $other:ident),+) => {
        impl<S: Source, $($column: ColumnMarker, $value: Fragment),+> Fragment
            for KeyIs<($(Column<S, $column>,)+), ($($value,)+)>
        {
            const TOKENS: &'static [Token] = &[$(
                Token::Text(key!(@separator $index)),
                Token::Sub(<Column<S, $column> as Fragment>::TOKENS),
                Token::Text(" = "),
                Token::Sub($value::TOKENS),
            )+];
            const STATIC: bool = true $(&& $value::STATIC)+;

            fn write(&self, sql: &mut SqlWriter) {
                $(
                    sql.text(key!(@separator $index));
                    sql.tokens(<Column<S, $column> as Fragment>::TOKENS);
                    sql.text(" = ");
                    self.values.$index.write(sql);
                )+
            }

            #[inline]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                $(self.values.$index.bind(arguments)?;)+
                Ok(())
            }
        }
    };
    (@separator 0) => { "" };
    (@separator $index:tt) => { " and " };
}

for_each_tuple!(key);

impl<K, V> Expression for KeyIs<K, V>
where
    Self: Fragment,
{
    type Base = bool;
    type Kind = PerRow;
    type Subject = bool;
    const PRECEDENCE: u8 = precedence::AND;
}

impl<K, V, Q> InScope<Q, ()> for KeyIs<K, V>
where
    Self: Fragment,
{
    type Null = NeverNull;
}
