//! A parameter for sqlx.

use std::marker::PhantomData;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo};
use sqlx::{Postgres, Type};

use crate::types::{SqlType, Value};

/// Adapts a value for sqlx, so that a [`SqlType`] does not have to implement sqlx's traits.
pub(crate) struct Bound<'a, T, V> {
    value: Option<&'a V>,
    marker: PhantomData<fn() -> T>,
}

impl<'a, T, V> Bound<'a, T, V> {
    #[inline]
    pub(crate) fn new(value: Option<&'a V>) -> Self {
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
