//! The definition of a view.

use sqlx::error::BoxDynError;

use super::TableDef;

/// The definition of a view, generated from its `#[view]` struct.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::table::Relation;
///
/// #[table(name = "orders")]
/// struct Order {
///     #[column(primary_key, identity)]
///     id: i64,
///     open: bool,
/// }
///
/// #[view(name = "open_orders", query = Order.select().filter(Order.open).columns(SelectOpenOrder { id: Order.id }))]
/// struct OpenOrder {
///     id: i64,
/// }
///
/// let def = OpenOrder::VIEW.unwrap();
/// assert_eq!(def.relation.name.name, "open_orders");
/// assert_eq!((def.query)()?, r#"select "orders"."id" from "orders" where "orders"."open""#);
/// # Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
/// ```
#[derive(Debug)]
pub struct ViewDef {
    /// The parts that a view shares with a table: its name, columns, comments, and the indexes of a materialized view.
    pub relation: &'static TableDef,
    /// Returns the query as SQL, with its values as literals.
    ///
    /// # Errors
    /// If a value has no literal.
    pub query: fn() -> Result<String, BoxDynError>,
    /// A number that changes with the query.
    pub query_hash: u64,
    /// True if the rows are stored.
    pub materialized: bool,
    /// True if a materialized view is created without rows.
    pub no_data: bool,
    /// Options such as `("security_invoker", "true")`, or the storage parameters of a materialized view.
    pub options: &'static [(&'static str, &'static str)],
}

impl ViewDef {
    /// An empty definition.
    pub(crate) const NONE: Self = Self {
        relation: &TableDef::NONE,
        query: || Ok(String::new()),
        query_hash: 0,
        materialized: false,
        no_data: false,
        options: &[],
    };
}
