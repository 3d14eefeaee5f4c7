//! Functions of the extension [`hstore`](https://www.postgresql.org/docs/current/hstore.html).
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::hstore;
//! use schema_core::types::Hstore;
//!
//! # #[table(name = "items")]
//! # struct Item { #[column(primary_key)] id: i64, labels: Hstore }
//! let keys = Item.select().columns((
//!     hstore::akeys(Item.labels),
//!     hstore::avals(Item.labels),
//!     hstore::exist(Item.labels, "size"),
//!     hstore::defined(Item.labels, "size"),
//!     hstore::slice(Item.labels, ["size"]),
//!     hstore::hstore("size", "large"),
//! ));
//! assert_eq!(
//!     keys.to_sql(),
//!     concat!(
//!         r#"select akeys("items"."labels"), avals("items"."labels"), exist("items"."labels", $1::text), "#,
//!         r#"defined("items"."labels", $2::text), slice("items"."labels", $3::text[]), "#,
//!         r#"hstore($4::text, $5::text) from "items""#,
//!     )
//! );
//! ```

use crate::types::Hstore;

functions! {
    /// The keys.
    akeys(map: Hstore) -> Vec<String>;
    /// The values.
    avals(map: Hstore) -> Vec<Option<String>>;
    /// True if the map has the key, and its value is not NULL.
    defined(map: Hstore, key: String) -> bool;
    /// True if the map has the key.
    exist(map: Hstore, key: String) -> bool;
    /// The map with one entry.
    hstore(key: String, value: Option<String>) -> Hstore;
    /// The map with these keys only.
    slice(map: Hstore, keys: Vec<String>) -> Hstore;
}

#[cfg(feature = "json")]
functions! {
    /// The map as JSON.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::hstore;
    /// # use schema_core::types::Hstore;
    /// # #[table(name = "items")]
    /// # struct Item { #[column(primary_key)] id: i64, labels: Hstore }
    /// assert_eq!(
    ///     Item.select().columns(hstore::hstore_to_jsonb(Item.labels)).to_sql(),
    ///     r#"select hstore_to_jsonb("items"."labels") from "items""#
    /// );
    /// ```
    hstore_to_jsonb(map: Hstore) -> serde_json::Value;
}
