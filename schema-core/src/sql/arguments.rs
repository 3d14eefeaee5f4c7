//! The values of a statement's parameters.

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use sqlx::Arguments as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgArguments};

use super::{Shared, SharedValues, literal};
use crate::error::Invalid;
use crate::types::wire::{Array, Bound};
use crate::types::{ColumnType, SqlType, Value};

/// The values of a statement's placeholders.
pub enum PlaceholderValues {
    /// The struct that has them.
    Given(Arc<dyn Any + Send + Sync>),
    /// No values: the placeholders of the statement are recorded.
    Recorded(Vec<RecordedPlaceholder>),
}

impl PlaceholderValues {
    /// Records the placeholders of a statement.
    pub const fn recorded() -> Self {
        Self::Recorded(Vec::new())
    }
}

impl fmt::Debug for PlaceholderValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PlaceholderValues")
    }
}

/// A placeholder of a statement: a field of a struct.
#[derive(Debug, Clone, Copy)]
pub struct RecordedPlaceholder {
    /// The struct.
    pub of: TypeId,
    /// The name of the struct.
    pub name: &'static str,
    /// The index of the field.
    pub index: usize,
}

/// A statement's parameters, in binary format, in the order of their numbers.
#[derive(Debug)]
pub struct Arguments {
    inner: PgArguments,
    shared: SharedValues,
    distinct: bool,
    repeats: bool,
    /// Equal values have one number.
    by_content: bool,
    /// In a box, so that a statement without placeholders initializes and drops only one word.
    placeholders: Option<Box<PlaceholderValues>>,
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
            distinct: false,
            repeats: false,
            by_content: false,
            placeholders: None,
        }
    }

    /// Sets the struct that the placeholders read.
    pub fn set_placeholders(&mut self, values: PlaceholderValues) {
        self.placeholders = Some(Box::new(values));
    }

    /// Returns the placeholders so far, if they are [recorded](PlaceholderValues::recorded).
    pub fn recorded_placeholders(&self) -> &[RecordedPlaceholder] {
        match self.placeholders.as_deref() {
            Some(PlaceholderValues::Recorded(list)) => list,
            _ => &[],
        }
    }

    /// Appends the value of a placeholder: the field `index` of the struct `P`, whose name is `name`.
    ///
    /// # Errors
    /// If the statement has no values for placeholders of this struct.
    pub fn push_placeholder<P: Any, T: ColumnType>(
        &mut self,
        name: &'static str,
        index: usize,
        field: fn(&P) -> &T,
    ) -> Result<(), BoxDynError> {
        let missing = || {
            Invalid::boxed(format!(
                "it has placeholders of `{name}`; call `.prepare::<{name}>()?` and `.bind({name} {{ … }})`"
            ))
        };
        match self.placeholders.as_deref_mut() {
            Some(PlaceholderValues::Recorded(list)) => {
                list.push(RecordedPlaceholder {
                    of: TypeId::of::<P>(),
                    name,
                    index,
                });
                self.push::<T::Base, T::Base>(None)
            }
            Some(PlaceholderValues::Given(values)) => {
                let values = Arc::clone(values);
                let values = values.downcast_ref().ok_or_else(missing)?;
                self.push::<T::Base, T::Base>(field(values).value())
            }
            None => Err(missing()),
        }
    }

    /// Creates arguments for a text in which shared parameters are numbered by value; see
    /// [`fits_text`](Self::fits_text).
    pub fn by_value() -> Self {
        Self {
            shared: SharedValues::by_value(),
            ..Self::with_capacity(0)
        }
    }

    /// Creates arguments among which equal values have one number. The text is then written with these
    /// [numbers](Self::into_parts).
    pub fn by_content() -> Self {
        Self {
            by_content: true,
            ..Self::with_capacity(0)
        }
    }

    /// Collects the values as literals, instead of sending them.
    pub fn literals() -> Self {
        let mut this = Self::by_content();
        this.shared.numbering().literals = Some(Vec::new());
        this
    }

    /// Returns the literals, one for each parameter of the text.
    pub fn into_literals(self) -> Vec<String> {
        self.shared.into_literals()
    }

    /// Notes that a `select` is `distinct`.
    #[inline]
    pub const fn note_distinct(&mut self) {
        self.distinct = true;
    }

    /// Notes that a `select` is ordered. If it is `distinct` as well, it must select the expressions that it is ordered by:
    /// the server compares them by their text.
    #[inline]
    pub const fn note_ordered(&mut self) {
        self.repeats |= self.distinct;
    }

    /// Returns true if a `select` is `distinct` and ordered. The statement is then written and bound again, [by
    /// content](Self::by_content).
    #[inline]
    pub const fn repeats(&self) -> bool {
        self.repeats
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
        if self.by_content {
            return self.push_once::<T, V>(Some(value));
        }
        if self.shared.number(shared).is_some() {
            return Ok(());
        }
        self.inner.add(Bound::<T, V>::new(Some(value)))?;
        self.shared.insert(shared, self.inner.len());
        Ok(())
    }

    /// Returns false if the statement must be written and bound again, because one `param!` was used with several values,
    /// which cannot share a number ([by value](Self::by_value)), or because it [repeats](Self::repeats) expressions.
    #[inline]
    pub const fn fits_text(&self) -> bool {
        !self.shared.has_conflict() && !self.repeats
    }

    /// Appends the value of the next parameter; `None` is NULL.
    ///
    /// # Errors
    /// If the value cannot be encoded.
    #[inline]
    pub fn push<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        if self.by_content {
            return self.push_once::<T, V>(value);
        }
        self.inner.add(Bound::<T, V>::new(value))
    }

    /// Appends a value, unless the statement has an equal one.
    #[cold]
    fn push_once<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        if let Some(literals) = &mut self.shared.numbering().literals {
            literals.push(literal::of::<T, V>(value));
            return Ok(());
        }
        let content = match value {
            Some(value) => {
                let mut buffer = PgArgumentBuffer::default();
                value.encode(&mut buffer)?;
                Some((T::DATA_TYPE.name, buffer))
            }
            None => None,
        };
        let numbering = self.shared.numbering();
        let equal = |other: &&Option<(&str, PgArgumentBuffer)>| match (other, &content) {
            (Some((name, bytes)), Some((own_name, own_bytes))) => {
                name == own_name && bytes[..] == own_bytes[..]
            }
            _ => false,
        };
        if let Some(index) = numbering.values.iter().position(|other| equal(&other)) {
            numbering.numbers.push(index + 1);
            return Ok(());
        }
        numbering.values.push(content);
        numbering.numbers.push(numbering.values.len());
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
        if self.by_content {
            let numbering = self.shared.numbering();
            if let Some(literals) = &mut numbering.literals {
                literals.push(literal::of_list::<T, V, I>(values));
                return Ok(());
            }
            numbering.values.push(None);
            numbering.numbers.push(numbering.values.len());
        }
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

    /// Returns the arguments, and the number of each parameter in the order of the text, if equal values have one number.
    pub fn into_parts(self) -> (PgArguments, Option<Vec<usize>>) {
        let numbers = self.by_content.then(|| self.shared.into_numbers());
        (self.inner, numbers)
    }
}
