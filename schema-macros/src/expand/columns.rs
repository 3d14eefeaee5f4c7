//! The types behind the columns, the struct that holds the columns, and the table's constant.

use std::borrow::Cow;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Token, Type, Visibility};

use super::docs;
use super::visibility::{narrower, one_module_deeper};
use super::{AT_ONCE, Expand, Marker};
use crate::ast::Column;
use crate::attr::Identity;

impl<'a> Expand<'a> {
    /// `mod __medical_order { pub enum id {} … }`
    pub(super) fn markers(&self) -> TokenStream {
        let (module, vis, cfgs) = (&self.module, self.vis, &self.cfgs);
        let enums = self
            .table
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let ident = column.ident;
                let vis = one_module_deeper(self.marker_vis(index, column)).to_token_stream();
                let vis = at(vis, ident.span());
                // All in the field's place: there a message shows the column.
                quote_spanned!(ident.span()=> #vis enum #ident {})
            });
        quote! {
            #(#cfgs)*
            #[doc(hidden)]
            #[allow(
                non_camel_case_types, missing_docs, missing_debug_implementations, missing_copy_implementations,
                unreachable_pub, dead_code, clippy::pedantic,
                reason = "the type behind a column has the column's name, and no values"
            )]
            #vis mod #module {
                #(#enums)*
            }
        }
    }

    /// As visible as the field: its type may be no more visible. The primary key is part of the table's interface.
    fn marker_vis<'v>(&'v self, index: usize, column: &'v Column<'_>) -> &'v Visibility {
        let keys = self.table.primary_key().into_iter();
        let mut key_columns = keys.flat_map(|key| &key.columns);
        if key_columns.any(|key| key.index == index) {
            return self.vis;
        }
        narrower(self.vis, &column.original.vis)
    }

    /// `struct MedicalOrderColumns<S = MedicalOrder> { id: Column<S, __medical_order::id>, … }`
    pub(super) fn columns_struct(&self) -> TokenStream {
        let (row, vis, columns, source, cfgs) =
            (self.row, self.vis, &self.columns, &self.source, &self.cfgs);
        let krate = &self.table.krate;
        let doc = docs::columns_struct(self.table);
        let fields = &self.table.columns;
        let field_docs = fields
            .iter()
            .enumerate()
            .map(|(index, column)| docs::column(self.table, index, column));
        let field_vis = fields.iter().map(|column| &column.original.vis);
        let idents = fields.iter().map(|column| column.ident);
        let module = &self.module;
        quote! {
            #(#cfgs)*
            #krate::__private::columns_struct! {
                #doc #vis #columns #source #row #module
                #(#(#field_docs)* #field_vis #idents;)*
            }
        }
    }

    /// `const MedicalOrder: MedicalOrderColumns = …;`
    pub(super) fn constant(&self) -> TokenStream {
        let (row, vis, columns, cfgs) = (self.row, self.vis, &self.columns, &self.cfgs);
        let krate = &self.table.krate;
        let docs = docs::constant(self.table);
        let reason = format!("`{row}` is the table, as it is the type of the table's rows");
        quote! {
            #(#cfgs)*
            #(#[doc = #docs])*
            #[allow(non_upper_case_globals, dead_code, reason = #reason)]
            #vis const #row: #columns = <#columns as #krate::__private::TableValue>::NEW;
        }
    }

    /// What each column is, what the table's constant can do, and how a row is read: by ordinal, in the order of the
    /// fields. A field's type stands here and nowhere else.
    pub(super) fn table_macro(&self) -> TokenStream {
        let def = self.def();
        let (row, columns, source, module) = (self.row, &self.columns, &self.source, &self.module);
        let name = self.row.to_string();
        let parts = self.table.columns.chunks(AT_ONCE).enumerate();
        let parts = parts.map(|(part, columns)| self.table_part(part, columns));
        quote! {
            __p::table! { #row #columns #source #name #module { #def } #(#parts)* }
        }
    }

    /// As many columns as are read at once.
    fn table_part(&self, part: usize, columns: &[Column<'a>]) -> TokenStream {
        let values = format_ident!("__values{part}");
        let idents = columns.iter().map(|column| column.ident);
        let indices = (0..columns.len()).map(Literal::usize_unsuffixed);
        let types = columns
            .iter()
            .map(|column| checked(column.ty, self.row, &self.marker(column.ident)));
        let writers = columns.iter().map(writer).map(word);
        let places = (part * AT_ONCE..).map(Place);
        let known = columns.iter().map(known).map(word);
        let said = columns.iter().map(|column| self.said(column));
        quote! {
            #values { #(#idents #indices: #types => #writers #places, #known #said;)* }
        }
    }
}

/// A name of what generated code knows.
fn word(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Where the definition of a column begins.
fn known(column: &Column<'_>) -> &'static str {
    if column.is_required() {
        "REQUIRED"
    } else {
        "COLUMN"
    }
}

/// Who writes a column.
fn writer(column: &Column<'_>) -> &'static str {
    let identity = column.identity.as_ref();
    if column.generated.is_some()
        || identity.is_some_and(|identity| identity.value == Identity::Always)
    {
        "ByServer"
    } else {
        "ByUser"
    }
}

/// A number as a type: `__p::D7`, `(__p::D1, __p::D2)`. A constant instead would be a body of its own to check.
struct Place(usize);

impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (tens, digit) = (self.0 / 10, self.0 % 10);
        if tens > 0 {
            let (tens, digit) = (Self(tens), Self(digit));
            tokens.extend(quote!((#tens, #digit)));
        } else {
            format_ident!("__p").to_tokens(tokens);
            <Token![::]>::default().to_tokens(tokens);
            format_ident!("D{digit}").to_tokens(tokens);
        }
    }
}

/// A column's type, `i64`.
///
/// A type that no column can have is an error of an array's length, so that the compiler reports it here, and is silent
/// about whatever has it in it. That costs a constant for each column, which those of the usual types are spared.
fn checked<'t>(ty: &'t Type, row: &Ident, marker: &Marker<'_>) -> Cow<'t, Type> {
    if is_usual(ty) {
        Cow::Borrowed(ty)
    } else {
        Cow::Owned(Type::Verbatim(quote_spanned! {ty.span()=>
            <[#ty; { __p::column_type::<#ty, #row, #marker>() }] as __p::ElementOf>::Element
        }))
    }
}

fn is_usual(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let Some(segment) = path.path.segments.iter().next() else {
        return false;
    };
    if path.qself.is_some() || path.path.segments.len() > 1 {
        return false;
    }
    match &segment.arguments {
        PathArguments::None => {
            let usual = ["bool", "i16", "i32", "i64", "f32", "f64", "String"];
            usual.iter().any(|usual| segment.ident == usual)
        }
        PathArguments::AngleBracketed(arguments) if segment.ident == "Option" => {
            matches!(arguments.args.first(), Some(GenericArgument::Type(inner)) if is_usual(inner))
        }
        _ => false,
    }
}

/// The tokens, all in one place.
fn at(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::Place;

    #[test]
    fn a_place_is_its_digits() {
        let place = |index| Place(index).to_token_stream().to_string();
        assert_eq!(place(0), "__p :: D0");
        assert_eq!(place(12), "(__p :: D1 , __p :: D2)");
        assert_eq!(
            place(1599),
            "(((__p :: D1 , __p :: D5) , __p :: D9) , __p :: D9)"
        );
    }
}
