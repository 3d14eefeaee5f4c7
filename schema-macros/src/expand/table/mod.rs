//! EXPAND for `#[table]`.
//!
//! A table `MedicalOrder` expands to:
//!
//! * a marker type for each column: `medical_order_::id`
//! * the type of the table's constant: `MedicalOrderColumns`
//! * the table's constant: `MedicalOrder`
//! * the required columns of an insert: `NewMedicalOrder`
//! * impls in a `const _` block
//!
//! Apart from the structs, the type of a field appears only once, in `ColumnMarker::Type`, so that a type that is not a
//! valid column type gives a single error.
//!
//! Code that is the same for each table or column is left to `columns_struct!` and `table!` of the core. The compiler
//! expands these faster than this crate does, because proc macros are not optimized in a debug build.
//!
//! `#[automatically_derived]` is only on impls with functions. It has no effect on others, and each column has several.

mod access;
mod checks;
mod columns;
mod def;
mod docs;
mod find;
mod foreign_keys;
mod hints;
mod insert;
mod obligations;
mod view;

pub(crate) use self::columns::ColumnIndex;
pub(crate) use self::view::view;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Ident, Token, Visibility};

use crate::model::{Column, ColumnRef, Table};
use crate::util::names::{snake_case, unraw};

/// All generated items, without the struct itself.
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
    let checks = expand.checks();

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
            #checks
        };
    }
}

/// The names that the generated fragments share.
struct Expand<'a> {
    table: &'a Table<'a>,
    /// The struct, `MedicalOrder`.
    row: &'a Ident,
    vis: &'a Visibility,
    /// `MedicalOrderColumns`.
    columns: Ident,
    /// `NewMedicalOrder`.
    new: Ident,
    /// `medical_order_`, the module of the column markers. It appears in messages if two tables have a column of one name.
    module: Ident,
    /// The type parameter of `MedicalOrderColumns`.
    source: Ident,
    /// The `#[cfg]`s on the struct, which apply to all generated items.
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
            new: table
                .insert_name
                .clone()
                .unwrap_or_else(|| format_ident!("New{name}", span = span)),
            module: format_ident!("{}_", snake_case(&name), span = span),
            source: format_ident!("{}", if name == "S" { "Source" } else { "S" }),
            cfgs: attributes.filter(|a| a.path().is_ident("cfg")).collect(),
        }
    }

    /// The marker type of a column, `medical_order_::id`.
    fn marker(&self, column: &'a Ident) -> Marker<'_> {
        Marker {
            module: &self.module,
            column,
        }
    }

    /// The markers of the columns of a list, with the spans of the fields rather than of the list.
    fn markers_of<'s>(&'s self, list: &'s [ColumnRef]) -> Vec<Marker<'s>> {
        let columns = self.table.columns_of(list);
        columns.map(|column| self.marker(column.ident)).collect()
    }

    /// The columns that every insert must set.
    fn required(&self) -> impl Iterator<Item = &'a Column<'a>> {
        self.table
            .columns
            .iter()
            .filter(|column| column.is_required())
    }
}

/// The path of a column's marker type. It is written token by token: interpolating a `TokenStream` copies it, which
/// dominates the run time of an unoptimized macro.
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

/// The number of columns that are read or sent with one call.
const CHUNK: usize = 12;
