//! The condition for rows beyond the position of a cursor.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::key::Sink;
use super::keys::KeysetKeys;
use crate::expr::macros::expression;
use crate::scope::PerRow;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};

/// `(a, b) > ($1, $2)`: a row comes after a position in the order of the keys `K`; if `BACK`, before it.
pub struct Beyond<S, I, K: KeysetKeys<S, I>, const BACK: bool> {
    pub(super) keys: K,
    pub(super) values: K::Values,
    pub(super) scope: PhantomData<fn() -> (S, I)>,
}

impl<S, I, K: KeysetKeys<S, I>, const BACK: bool> fmt::Debug for Beyond<S, I, K, BACK> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Beyond")
    }
}

impl<S, I, K: KeysetKeys<S, I>, const BACK: bool> Fragment for Beyond<S, I, K, BACK> {
    const TOKENS: &'static [Token] = K::BEYOND[BACK as usize];
    const STATIC: bool = K::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        // Writing the text cannot fail.
        drop(self.keys.beyond(&self.values, BACK, &mut Sink::Text(sql)));
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.keys
            .beyond(&self.values, BACK, &mut Sink::Values(arguments))
    }
}

expression!(impl[S, I, K: KeysetKeys<S, I>, const BACK: bool] Beyond<S, I, K, BACK> {
    base: bool,
    kind: PerRow,
    precedence: K::PRECEDENCE,
});
