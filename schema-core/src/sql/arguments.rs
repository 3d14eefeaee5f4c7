//! The values of a statement's parameters.

use sqlx::Arguments as _;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgBindIterExt as _, PgHasArrayType, PgTypeInfo};
use sqlx::{Postgres, Type};

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
            inner.reserve(parameters, parameters * 16);
        }
        Self { inner }
    }

    /// Appends the value of the next parameter; `None` is NULL.
    ///
    /// # Errors
    /// Where the value cannot be written in binary format.
    pub fn push<T: SqlType>(&mut self, value: Option<&T>) -> Result<(), BoxDynError> {
        self.inner.add(Bound(value))
    }

    /// Appends an array as the value of the next parameter.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_array<'a, T, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: ColumnType + 'a,
        I: Iterator<Item = &'a T>,
    {
        self.inner.add(values.map(|value| Bound(value.value())).bind_iter())
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
pub(crate) struct Bound<'a, T>(pub(crate) Option<&'a T>);

impl<T: SqlType> Type<Postgres> for Bound<'_, T> {
    fn type_info() -> PgTypeInfo {
        T::DATA_TYPE.type_info()
    }
}

impl<T: SqlType> PgHasArrayType for Bound<'_, T> {
    fn array_type_info() -> PgTypeInfo {
        T::DATA_TYPE.array_of().type_info()
    }
}

impl<T: SqlType> Encode<'_, Postgres> for Bound<'_, T> {
    #[inline]
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        match self.0 {
            Some(value) => value.encode(buffer).map(|()| IsNull::No),
            None => Ok(IsNull::Yes),
        }
    }
}
