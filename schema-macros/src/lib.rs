//! The macros of `schema-core`: `#[table]` and the derives. Each goes through parse, check and expand; they know the
//! syntax of Rust and no SQL.

mod ast;
mod attr;
mod check;
mod derive;
mod errors;
mod expand;
mod fallback;
mod hide_bounds;
mod names;
mod pipeline;
mod raw_sql;
mod resolve;
mod salvage;
mod shape;
mod suggest;
mod symbol;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

#[cfg_attr(
    doctest,
    doc = "The examples run in `schema-core`, which this crate cannot use."
)]
#[cfg_attr(not(doctest), doc = include_str!("../docs/table.md"))]
#[proc_macro_attribute]
pub fn table(attr: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::table(attr.into(), &item.into()).into()
}

/// Makes an enum without fields a Postgres enum.
#[proc_macro_derive(PgEnum, attributes(pg_enum))]
pub fn pg_enum(item: TokenStream) -> TokenStream {
    pipeline::pg_enum(item.into()).into()
}

/// Makes a struct around one value a type of its own, stored as that value.
#[proc_macro_derive(PgNewtype, attributes(pg_newtype))]
pub fn pg_newtype(item: TokenStream) -> TokenStream {
    pipeline::pg_newtype(item.into()).into()
}

/// Inserts a struct of the user's own into a table.
#[proc_macro_derive(Insertable, attributes(insertable))]
pub fn insertable(item: TokenStream) -> TokenStream {
    pipeline::insertable(item.into()).into()
}

/// Selects columns into a struct of the user's own.
#[proc_macro_derive(Selectable, attributes(selectable))]
pub fn selectable(item: TokenStream) -> TokenStream {
    pipeline::selectable(item.into()).into()
}

/// The type of a name.
#[doc(hidden)]
#[proc_macro]
pub fn name_id(name: TokenStream) -> TokenStream {
    expand::name_id(&name.to_string()).into()
}

/// An expression in SQL, with values between its parts.
#[proc_macro]
pub fn sql(tokens: TokenStream) -> TokenStream {
    pipeline::sql(tokens.into()).into()
}

/// Keeps the compiler from quoting the bounds of this item's functions. For `schema-core` alone.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn hide_bounds(_attr: TokenStream, item: TokenStream) -> TokenStream {
    hide_bounds::by_way_of_another_file(&item.into()).into()
}

/// The second half of [`macro@hide_bounds`]: `(token of another file) item`.
#[doc(hidden)]
#[proc_macro]
pub fn hide_bounds_of(tokens: TokenStream) -> TokenStream {
    syn::parse_macro_input!(tokens as hide_bounds::Hidden)
        .into_tokens()
        .into()
}
