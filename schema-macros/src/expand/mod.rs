//! EXPAND: generates the items for a parsed input. Infallible: earlier stages report every error.

pub(crate) mod derive;
mod name_id;
mod sql;
mod table;
mod visibility;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

pub(crate) use self::derive::{
    composite, insertable, json_paths, json_table, newtype, params, pg_enum, selectable,
};
pub(crate) use self::name_id::{name_id, name_id_in};
pub(crate) use self::sql::sql;
pub(crate) use self::table::{table, view};

/// The columns of a table that the user names. The path is only used as a type, so that a missing import gives a single
/// error rather than one for the type and one for the constant.
fn columns_of(table: &Path) -> TokenStream {
    quote_spanned!(table.span()=> __p::columns::<#table>())
}

/// `Some(…)` or `None`, by absolute path.
fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
