//! The values of a statement's parameters.

use sqlx::Arguments as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::{Shared, SharedValues};
use crate::types::wire::{Array, Bound};
use crate::types::{ColumnType, SqlType, Value};

/// A statement's parameters, in binary format, in the order of their numbers.
#[derive(Debug)]
pub struct Arguments {
    inner: PgArguments,
    shared: SharedValues,
}

impl Default for Arguments {
    fn default() -> Self {
        Self::with_capacity(0)
    }
}

impl Arguments {
    /// Reserves room for `parameters` values.
    pub fn with_capacity(parameters: usize) -> Self {
        let mut inner = PgArguments::default();
        if parameters > 0 {
            // Room for each value and for a longer text: growing the buffer costs more than everything that is written
            // into it.
            inner.reserve(parameters, 128 + parameters * 16);
        }
        Self {
            inner,
            shared: SharedValues::by_place(),
        }
    }

    /// Creates arguments for a text in which shared parameters are numbered by value; see
    /// [`has_conflict`](Self::has_conflict).
    pub fn by_value() -> Self {
        Self {
            inner: PgArguments::default(),
            shared: SharedValues::by_value(),
        }
    }

    /// Appends a shared value, unless the statement already has it.
    ///
    /// # Errors
    /// If the value cannot be encoded.
    pub fn push_shared<T: SqlType, V: Value<T>>(
        &mut self,
        shared: Shared,
        value: &V,
    ) -> Result<(), BoxDynError> {
        if self.shared.number(shared).is_some() {
            return Ok(());
        }
        self.inner.add(Bound::<T, V>::new(Some(value)))?;
        self.shared.insert(shared, self.inner.len());
        Ok(())
    }

    /// Returns true if one `param!` was used with several values, which cannot share a number. The statement is then
    /// written and bound again, [by value](Self::by_value).
    #[inline]
    pub const fn has_conflict(&self) -> bool {
        self.shared.has_conflict()
    }

    /// Appends the value of the next parameter; `None` is NULL.
    ///
    /// # Errors
    /// If the value cannot be encoded.
    #[inline]
    pub fn push<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        self.inner.add(Bound::<T, V>::new(value))
    }

    /// Appends an array as the value of the next parameter.
    ///
    /// # Errors
    /// If a value cannot be encoded.
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
    /// If a value cannot be encoded.
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
    /// If a value cannot be encoded.
    pub fn push_options<'a, T, V, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: SqlType,
        V: Value<T> + 'a,
        I: Iterator<Item = Option<&'a V>> + Clone,
    {
        self.inner.add(Array::<T, _>::new(values))
    }

    /// Returns the number of parameters.
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// Returns true if there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the arguments as sqlx accepts them.
    #[inline]
    pub fn into_inner(self) -> PgArguments {
        self.inner
    }
}
