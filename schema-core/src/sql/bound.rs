//! A single value, for sqlx.

use std::marker::PhantomData;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo};
use sqlx::{Postgres, Type};

use crate::expr::Value;
use crate::types::SqlType;

/// A value as sqlx wants it, so that a [`SqlType`] need not implement sqlx's traits.
pub(super) struct Bound<'a, T, V> {
    value: Option<&'a V>,
    marker: PhantomData<fn() -> T>,
}

impl<'a, T, V> Bound<'a, T, V> {
    #[inline]
    pub(super) fn new(value: Option<&'a V>) -> Self {
        Self {
            value,
            marker: PhantomData,
        }
    }
}

impl<T: SqlType, V> Type<Postgres> for Bound<'_, T, V> {
    fn type_info() -> PgTypeInfo {
        T::DATA_TYPE.type_info()
    }
}

impl<T: SqlType, V: Value<T>> Encode<'_, Postgres> for Bound<'_, T, V> {
    #[inline]
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        match self.value {
            Some(value) => value.encode(buffer).map(|()| IsNull::No),
            None => Ok(IsNull::Yes),
        }
    }
}
