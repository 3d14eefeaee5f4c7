//! The macros of `schema-core`: `#[table]`, the derives and `sql!`. Each one has the stages parse, check and expand.
//! They handle Rust syntax only and do not parse SQL.

mod attr;
mod check;
mod derive;
mod expand;
mod internal;
mod lock;
mod model;
mod pipeline;
mod recover;
mod sql;
#[cfg(test)]
mod tests;
mod util;

use proc_macro::TokenStream;

use crate::internal::hide_bounds;

// The examples use `schema_core`, which this crate cannot depend on. They run as doctests of `schema-core`.

#[cfg_attr(doctest, doc = "See `docs/table.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/table.md"))]
#[proc_macro_attribute]
pub fn table(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::table(attr.into(), &item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/view.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/view.md"))]
#[proc_macro_attribute]
pub fn view(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::view(attr.into(), &item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/pg_composite.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/pg_composite.md"))]
#[proc_macro_derive(PgComposite, attributes(pg_composite))]
pub fn pg_composite(item: TokenStream) -> TokenStream {
    pipeline::pg_composite(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/pg_enum.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/pg_enum.md"))]
#[proc_macro_derive(PgEnum, attributes(pg_enum))]
pub fn pg_enum(item: TokenStream) -> TokenStream {
    pipeline::pg_enum(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/pg_newtype.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/pg_newtype.md"))]
#[proc_macro_derive(PgNewtype, attributes(pg_newtype))]
pub fn pg_newtype(item: TokenStream) -> TokenStream {
    pipeline::pg_newtype(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/params.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/params.md"))]
#[proc_macro_derive(Params, attributes(params))]
pub fn params(item: TokenStream) -> TokenStream {
    pipeline::params(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/insertable.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/insertable.md"))]
#[proc_macro_derive(Insertable, attributes(insertable))]
pub fn insertable(item: TokenStream) -> TokenStream {
    pipeline::insertable(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/json_paths.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/json_paths.md"))]
#[proc_macro_derive(JsonPaths, attributes(json_paths))]
pub fn json_paths(item: TokenStream) -> TokenStream {
    pipeline::json_paths(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/json_table.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/json_table.md"))]
#[proc_macro_derive(JsonTable, attributes(json_table))]
pub fn json_table(item: TokenStream) -> TokenStream {
    pipeline::json_table(item.into()).into()
}

#[cfg_attr(doctest, doc = "See `docs/selectable.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/selectable.md"))]
#[proc_macro_derive(Selectable, attributes(selectable))]
pub fn selectable(item: TokenStream) -> TokenStream {
    pipeline::selectable(item.into()).into()
}

/// An index: see [`table`](macro@table). This macro only runs above `#[table]`, and says that it belongs below.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn index(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("index", &attr.into(), &item.into()).into()
}

/// A unique constraint: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn unique(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("unique", &attr.into(), &item.into()).into()
}

/// A primary key: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn primary_key(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("primary_key", &attr.into(), &item.into()).into()
}

/// A foreign key: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn foreign_key(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("foreign_key", &attr.into(), &item.into()).into()
}

/// A check constraint: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn check(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("check", &attr.into(), &item.into()).into()
}

/// A policy: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn policy(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("policy", &attr.into(), &item.into()).into()
}

/// Privileges: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn grant(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("grant", &attr.into(), &item.into()).into()
}

/// A trigger: see [`index`](macro@index).
#[doc(hidden)]
#[proc_macro_attribute]
pub fn trigger(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::above_table("trigger", &attr.into(), &item.into()).into()
}

/// Encodes a name as a type.
#[doc(hidden)]
#[proc_macro]
pub fn name_id(name: TokenStream) -> TokenStream {
    expand::name_id(name.to_string().trim_start_matches("r#")).into()
}

#[cfg_attr(doctest, doc = "See `docs/sql.md`.")]
#[cfg_attr(not(doctest), doc = include_str!("../docs/sql.md"))]
#[proc_macro]
pub fn sql(tokens: TokenStream) -> TokenStream {
    pipeline::sql(tokens.into()).into()
}

/// The lines of `schema.lock`: `path of schema_core, schema, folder`. For `check_migrations!` of `schema-core` only.
#[doc(hidden)]
#[proc_macro]
pub fn locked(tokens: TokenStream) -> TokenStream {
    pipeline::locked(tokens.into()).into()
}

/// Keeps the compiler from quoting the bounds of this item's functions. For use in `schema-core` only.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn hide_bounds(_attr: TokenStream, item: TokenStream) -> TokenStream {
    hide_bounds::through_another_file(&item.into()).into()
}

/// The second step of [`macro@hide_bounds`]: `(token of another file) item`.
#[doc(hidden)]
#[proc_macro]
pub fn hide_bounds_of(tokens: TokenStream) -> TokenStream {
    syn::parse_macro_input!(tokens as hide_bounds::Hidden)
        .into_tokens()
        .into()
}
