//! `find`: a row by its primary key or a unique column.

use schema_macros::hide_bounds;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::clause::{Clauses, From, Where};
use super::select::{All, Select};
use crate::expr::{Expression, InScope, PerRow};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, Source};
use crate::types::NotNull;

/// A `select` of the row whose columns `K` have the values `V`.
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
pub type Find<S, K, V> = Select<(S,), All, Clauses<From<S>, Where<KeyIs<K, V>>>>;

/// `"a" = $1 and "b" = $2`: the columns `K`, a tuple, have the values `V`, a tuple.
#[derive(Debug, Clone, Copy)]
pub struct KeyIs<K, V> {
    values: V,
    columns: PhantomData<K>,
}

/// What `find` on a table's constant does.
#[hide_bounds]
pub fn find<S: Source, K, V>(_columns: K, values: V) -> Find<S, K, V> {
    Select {
        projection: All,
        clauses: Clauses {
            from: From(PhantomData),
            filter: Where(KeyIs {
                values,
                columns: PhantomData,
            }),
            group: (),
            having: (),
            order: (),
            limit: (),
        },
        scope: PhantomData,
    }
}

macro_rules! keys {
    ($([$($column:ident $value:ident $index:tt $separator:literal)*])*) => {$(
        impl<S: Source, $($column: ColumnMarker, $value: Fragment),*> Fragment
            for KeyIs<($(Column<S, $column>,)*), ($($value,)*)>
        {
            const TOKENS: &'static [Token] = &[$(
                Token::Text($separator),
                Token::Sub(<Column<S, $column> as Fragment>::TOKENS),
                Token::Text(" = "),
                Token::Sub($value::TOKENS),
            )*];
            const STATIC: bool = true $(&& $value::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                $(
                    sql.text($separator);
                    sql.tokens(<Column<S, $column> as Fragment>::TOKENS);
                    sql.text(" = ");
                    self.values.$index.write(sql);
                )*
            }

            #[inline]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                $(self.values.$index.bind(arguments)?;)*
                Ok(())
            }
        }
    )*};
}

keys! {
    [A V 0 ""]
    [A V 0 "" B W 1 " and "]
    [A V 0 "" B W 1 " and " C X 2 " and "]
    [A V 0 "" B W 1 " and " C X 2 " and " D Y 3 " and "]
    [A V 0 "" B W 1 " and " C X 2 " and " D Y 3 " and " E Z 4 " and "]
    [A V 0 "" B W 1 " and " C X 2 " and " D Y 3 " and " E Z 4 " and " F U 5 " and "]
}

impl<K, V> Expression for KeyIs<K, V>
where
    Self: Fragment,
{
    type Base = bool;
    type Kind = PerRow;
    type Subject = bool;
    const PRECEDENCE: u8 = crate::expr::AND;
}

impl<K, V, Q> InScope<Q, ()> for KeyIs<K, V>
where
    Self: Fragment,
{
    type Null = NotNull;
}
