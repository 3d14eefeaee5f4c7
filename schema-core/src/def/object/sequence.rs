//! Sequences.

/// A [sequence](https://www.postgresql.org/docs/current/sql-createsequence.html) that belongs to no column.
///
/// The next value is the default of a column, or part of a query:
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "invoices")]
/// struct Invoice {
///     #[column(primary_key, default = sql("nextval('invoice_numbers')"))]
///     number: i64,
/// }
///
/// const SCHEMA: Schema = schema![Invoice].with(&[
///     Object::Sequence(SequenceDef::new("invoice_numbers").start(1000).increment(10)),
/// ]);
/// assert_eq!(SCHEMA.model()?.sequences[0].options.increment, Some(10));
///
/// let next = select(sql!(i64, "nextval('invoice_numbers')"));
/// assert_eq!(next.to_sql(), "select nextval('invoice_numbers')");
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SequenceDef {
    /// The Postgres schema. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The name, without quotes.
    pub name: &'static str,
    /// The first value.
    pub start: Option<i64>,
    /// The distance between two values.
    pub increment: Option<i64>,
    /// The smallest value.
    pub min: Option<i64>,
    /// The largest value.
    pub max: Option<i64>,
    /// The number of values that a connection takes at once.
    pub cache: Option<i64>,
    /// True if the sequence begins again after its last value.
    pub cycle: bool,
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name(mut self, value: i64) -> Self {
            self.$name = Some(value);
            self
        }
    )*};
}

impl SequenceDef {
    /// A sequence 1, 2, 3 … of type `bigint`.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            schema: None,
            name,
            start: None,
            increment: None,
            min: None,
            max: None,
            cache: None,
            cycle: false,
        }
    }

    /// Puts the sequence into a Postgres schema.
    #[must_use]
    pub const fn in_schema(mut self, schema: &'static str) -> Self {
        self.schema = Some(schema);
        self
    }

    options! {
        /// Sets the first value.
        start;
        /// Sets the distance between two values. With a negative one, the sequence descends.
        increment;
        /// Sets the smallest value.
        min;
        /// Sets the largest value.
        max;
        /// Sets the number of values that a connection takes at once. Those that it does not use are lost.
        cache;
    }

    /// Lets the sequence begin again after its last value.
    #[must_use]
    pub const fn cycle(mut self) -> Self {
        self.cycle = true;
        self
    }
}
