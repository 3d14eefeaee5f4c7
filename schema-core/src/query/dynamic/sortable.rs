//! Orderings by name.

use std::fmt;

use schema_macros::hide_bounds;

use super::{Listed, find, names};
use crate::error::Result;
use crate::expr::{BoxedOrdering, OrderMethods as _};
use crate::scope::Unaggregated;

/// The expressions over the sources `S`, such as `(Patient,)`, that a request may sort by.
pub struct Sortable<'a, S> {
    /// Ascending and descending.
    list: Vec<(&'static str, [BoxedOrdering<'a, S>; 2])>,
}

impl<S> Default for Sortable<'_, S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Sortable<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.list.iter().map(|(name, _)| name))
            .finish()
    }
}

#[hide_bounds]
impl<'a, S> Sortable<'a, S> {
    /// Creates an empty list.
    pub fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Adds an expression under a name.
    pub fn by<E, I>(mut self, name: &'static str, expression: E) -> Self
    where
        E: Listed<S, I, Kind: Unaggregated> + Clone + Send + Sync + 'a,
    {
        let orderings = [expression.clone().asc().boxed(), expression.desc().boxed()];
        self.list.push((name, orderings));
        self
    }

    /// Returns the orderings that a text names, such as `-age,name`: `-` is descending, `+` or nothing ascending. An empty
    /// text is no ordering.
    ///
    /// # Errors
    /// [`Error::Request`](crate::Error::Request) if a name is not in the list, or occurs twice.
    pub fn parse(&self, text: &str) -> Result<Vec<BoxedOrdering<'a, S>>> {
        let mut orderings = Vec::new();
        for name in names(text)? {
            let (descending, name) = match name.strip_prefix('-') {
                Some(name) => (true, name),
                None => (false, name.strip_prefix('+').unwrap_or(name)),
            };
            let (_, both) = find(&self.list, name, "sort by")?;
            orderings.push(both[usize::from(descending)].clone());
        }
        Ok(orderings)
    }
}
