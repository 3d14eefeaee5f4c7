//! EXPAND: from a table to its items. Infallible: what is wrong was reported before.
//!
//! A table `MedicalOrder` expands to a type for each column (`__medical_order::id`), the table's constant
//! (`MedicalOrder`, of the type `MedicalOrderColumns`), the columns that an insert must give (`NewMedicalOrder`), and
//! impls in a `const _` block. The type of a field stands in one place besides the structs, `ColumnMarker::Type`, so
//! that a type that no column can have gives one error.
//!
//! What is the same for each table, or for each of its columns, is left to the core's `columns_struct!` and `table!`: the
//! compiler writes them out sooner than this crate, which a program's debug build does not optimize.
//!
//! `#[automatically_derived]` stands on impls with functions: of others it says nothing, and there is one for each column.

mod columns;
mod def;
mod docs;
mod find;
mod foreign_keys;
mod insert;
mod insertable;
mod name_id;
mod newtype;
mod obligations;
mod pg_enum;
mod selectable;
mod sql;
mod visibility;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Path, Token, Visibility};

pub(crate) use self::insertable::insertable;
pub(crate) use self::name_id::name_id;
pub(crate) use self::newtype::newtype;
pub(crate) use self::pg_enum::pg_enum;
pub(crate) use self::selectable::selectable;
pub(crate) use self::sql::sql;

use crate::ast::{Column, ColumnRef, Table};
use crate::names::{snake_case, unraw};

/// Everything that `#[table]` emits beside the struct.
pub(crate) fn table(table: &Table<'_>) -> TokenStream {
    let expand = Expand::new(table);
    let krate = &table.krate;
    let cfgs = &expand.cfgs;

    let markers = expand.markers();
    let columns_struct = expand.columns_struct();
    let constant = expand.constant();
    let new_struct = expand.new_struct();

    let table_macro = expand.table_macro();
    let find = expand.find();
    let table_impl = expand.table_impl();
    let primary_key = expand.primary_key();
    let unique_keys = expand.unique_keys();
    let insert = expand.insert();
    let foreign_keys = expand.foreign_keys();
    let obligations = expand.obligations();

    quote! {
        #markers
        #columns_struct
        #constant
        #new_struct

        #(#cfgs)*
        const _: () = {
            use #krate::__private as __p;
            #table_macro
            #find
            #table_impl
            #primary_key
            #unique_keys
            #insert
            #foreign_keys
            #obligations
        };
    }
}

/// The names that the fragments share.
struct Expand<'a> {
    table: &'a Table<'a>,
    /// The struct, `MedicalOrder`.
    row: &'a Ident,
    vis: &'a Visibility,
    /// `MedicalOrderColumns`.
    columns: Ident,
    /// `NewMedicalOrder`.
    new: Ident,
    /// `__medical_order`, the module of the columns' types.
    module: Ident,
    /// The parameter of `MedicalOrderColumns`.
    source: Ident,
    /// Conditions on the struct hold for everything that follows from it.
    cfgs: Vec<&'a Attribute>,
}

impl<'a> Expand<'a> {
    fn new(table: &'a Table<'a>) -> Self {
        let row = &table.original.ident;
        let name = unraw(row);
        let span = row.span();
        let attributes = table.original.attrs.iter();
        Self {
            table,
            row,
            vis: &table.original.vis,
            columns: format_ident!("{name}Columns", span = span),
            new: format_ident!("New{name}", span = span),
            module: format_ident!("__{}", snake_case(&name), span = span),
            source: format_ident!("{}", if name == "S" { "Source" } else { "S" }),
            cfgs: attributes.filter(|a| a.path().is_ident("cfg")).collect(),
        }
    }

    /// The type behind a column, `__medical_order::id`.
    fn marker(&self, column: &'a Ident) -> Marker<'_> {
        Marker {
            module: &self.module,
            column,
        }
    }

    /// The types behind the columns of a list. They carry the spans of the fields, not of the list.
    fn markers_of<'s>(&'s self, list: &'s [ColumnRef]) -> Vec<Marker<'s>> {
        let columns = self.table.columns_of(list);
        columns.map(|column| self.marker(column.ident)).collect()
    }

    /// The columns that every insert must give.
    fn required(&self) -> impl Iterator<Item = &'a Column<'a>> {
        self.table
            .columns
            .iter()
            .filter(|column| column.is_required())
    }
}

/// The path of the type behind a column. Written token by token: a stream inside of a stream is copied, which takes a
/// macro that is not optimized longer than all else.
struct Marker<'a> {
    module: &'a Ident,
    column: &'a Ident,
}

impl ToTokens for Marker<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.module.to_tokens(tokens);
        <Token![::]>::default().to_tokens(tokens);
        self.column.to_tokens(tokens);
    }
}

/// How many columns are read or sent with one call.
const AT_ONCE: usize = 12;

/// The columns of a table that the user names. It is named as a type alone: a missing import gives one error.
fn columns_of(table: &Path) -> TokenStream {
    quote_spanned!(table.span()=> __p::columns::<#table>())
}

/// `Some(…)` or `None`, by their full names.
fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
