//! The types behind the columns, the struct that holds the columns, and the table's constant.

use std::borrow::Cow;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Token, Type, Visibility};

use super::docs;
use super::visibility::{narrower, one_module_deeper};
use super::{Expand, Marker};
use crate::ast::Column;
use crate::attr::Identity;

impl Expand<'_> {
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
        let markers = fields.iter().map(|column| self.marker(column.ident));
        quote! {
            #(#cfgs)*
            #[doc = #doc]
            #[allow(dead_code, reason = "a program need not use every column")]
            #vis struct #columns<#source = #row> {
                #(
                    #(#[doc = #field_docs])*
                    #field_vis #idents: #krate::__private::Column<#source, #markers>,
                )*
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

    /// What every table's constant can do.
    pub(super) fn columns_impls(&self) -> TokenStream {
        let def = self.def();
        let (columns, source) = (&self.columns, &self.source);
        let name = self.row.to_string();
        let fields = self.table.columns.iter().map(|column| column.ident);
        quote! {
            #[automatically_derived]
            impl<#source> ::core::clone::Clone for #columns<#source> {
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl<#source> ::core::marker::Copy for #columns<#source> {}
            #[automatically_derived]
            impl<#source> ::core::fmt::Debug for #columns<#source> {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.write_str(#name)
                }
            }
            impl<#source: __p::Source> __p::TableValue for #columns<#source> {
                type Source = #source;
                const NEW: Self = Self { #(#fields: __p::Column::NEW,)* };
                const DEF: &'static __p::TableDef = &#def;
            }
        }
    }

    /// What each column is. The field's type stands here and nowhere else.
    pub(super) fn marker_impls(&self) -> TokenStream {
        let row = self.row;
        let columns = &self.table.columns;
        let markers: Vec<_> = columns.iter().map(|c| self.marker(c.ident)).collect();
        let types = columns
            .iter()
            .zip(&markers)
            .map(|(column, marker)| checked(column.ty, row, marker));
        let writers = columns
            .iter()
            .map(|column| Ident::new(writer(column), Span::call_site()));
        let places = (0..columns.len()).map(Place);
        quote! {
            #(impl __p::ColumnMarker for #markers {
                type Table = #row;
                type Type = #types;
                type Place = __p::#writers<#places>;
            })*
        }
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
