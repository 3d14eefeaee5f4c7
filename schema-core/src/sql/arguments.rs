//! The values of a statement's parameters.

use std::marker::PhantomData;

use sqlx::Arguments as _;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo};
use sqlx::{Postgres, Type};

use super::array::Array;
use crate::expr::Value;
use crate::types::{ColumnType, SqlType};

/// A statement's parameters, in binary format, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Arguments {
    inner: PgArguments,
}

impl Arguments {
    /// Room for `parameters` values.
    pub fn with_capacity(parameters: usize) -> Self {
        let mut inner = PgArguments::default();
        if parameters > 0 {
            // Room for each, and for a text or two: to grow the buffer costs more than all that is written into it.
            inner.reserve(parameters, 128 + parameters * 16);
        }
        Self { inner }
    }

    /// Appends the value of the next parameter; `None` is NULL.
    ///
    /// # Errors
    /// Where the value cannot be written in binary format.
    #[inline]
    pub fn push<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        self.inner.add(Bound {
            value,
            marker: PhantomData,
        })
    }

    /// Appends an array as the value of the next parameter.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_array<'a, T, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: ColumnType + 'a,
        I: Iterator<Item = &'a T> + Clone,
    {
        self.push_options::<T::Base, T::Base, _>(values.map(ColumnType::value))
    }

    /// Appends an array of values that are sent as `T`.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_values<'a, T, V, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: SqlType,
        V: Value<T> + 'a,
        I: Iterator<Item = &'a V> + Clone,
    {
        self.push_options::<T, V, _>(values.map(Some))
    }

    /// Appends an array of values that are sent as `T`; `None` is NULL.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_options<'a, T, V, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: SqlType,
        V: Value<T> + 'a,
        I: Iterator<Item = Option<&'a V>> + Clone,
    {
        self.inner.add(Array::<T, _>::new(values))
    }

    /// The number of parameters.
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// Whether there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same, for sqlx.
    pub fn into_inner(self) -> PgArguments {
        self.inner
    }
}

/// A value as sqlx wants it, so that a [`SqlType`] need not implement sqlx's three traits.
pub(super) struct Bound<'a, T, V> {
    value: Option<&'a V>,
    marker: PhantomData<fn() -> T>,
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
