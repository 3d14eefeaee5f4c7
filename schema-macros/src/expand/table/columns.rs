//! The marker types, the struct of columns, and the table's constant.

use std::borrow::Cow;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Token, Type, Visibility};

use super::docs;
use super::hints::check_of;
use super::{CHUNK, Expand, Marker};
use crate::attr::Identity;
use crate::expand::visibility::{narrower, one_module_deeper};
use crate::model::Column;
use crate::util::names::unraw;

impl<'a> Expand<'a> {
    /// `mod medical_order_ { pub enum id {} … }`
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
                let vis = with_span(vis, ident.span());
                // All tokens have the span of the field, so that a message about the marker shows the column.
                quote_spanned!(ident.span()=> #vis enum #ident {})
            });
        quote! {
            #(#cfgs)*
            #[doc(hidden)]
            #[allow(
                non_camel_case_types, missing_docs, missing_debug_implementations, missing_copy_implementations,
                unreachable_pub, dead_code, clippy::pedantic,
                reason = "the marker type of a column has the column's name and no values"
            )]
            #vis mod #module {
                #(#enums)*
            }
        }
    }

    /// A marker is as visible as its field, because it exposes the field's type. The markers of the primary key are as
    /// visible as the table, whose impls name them.
    fn marker_vis<'v>(&'v self, index: usize, column: &'v Column<'_>) -> &'v Visibility {
        let keys = self.table.primary_key().into_iter();
        let mut key_columns = keys.flat_map(|key| &key.columns);
        if key_columns.any(|key| key.index == index) {
            return self.vis;
        }
        narrower(self.vis, &column.original.vis)
    }

    /// `struct MedicalOrderColumns<S = MedicalOrder> { id: Column<S, medical_order_::id>, … }`
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
        let reason = format!("`{row}` is both the table and the type of its rows");
        quote! {
            #(#cfgs)*
            #(#[doc = #docs])*
            #[allow(non_upper_case_globals, dead_code, reason = #reason)]
            #vis const #row: #columns = <#columns as #krate::__private::SourceColumns>::NEW;
        }
    }

    /// The call of `__p::table!`: the table's definition, and for each column its type, index and definition. Rows are
    /// read by ordinal, in the order of the fields.
    pub(super) fn table_macro(&self) -> TokenStream {
        let def = self.def();
        let (row, columns, source, module) = (self.row, &self.columns, &self.source, &self.module);
        let name = unraw(self.row);
        let parts = self.table.columns.chunks(CHUNK).enumerate();
        let parts = parts.map(|(part, columns)| self.table_part(part, columns));
        quote! {
            __p::table! { #row #columns #source #name #module { #def } #(#parts)* }
        }
    }

    /// The columns of one chunk.
    fn table_part(&self, part: usize, columns: &[Column<'a>]) -> TokenStream {
        let values = format_ident!("__values{part}");
        let idents = columns.iter().map(|column| column.ident);
        let indices = (0..columns.len()).map(Literal::usize_unsuffixed);
        let types = columns
            .iter()
            .map(|column| checked_type(column.ty, self.row, &self.marker(column.ident)));
        let writers = columns.iter().map(writer_of).map(ident);
        let key = self.sole_key();
        let column_indices = (part * CHUNK..).map(|index| IndexedColumn {
            index: ColumnIndex(index),
            is_key: key == Some(index),
        });
        let base_definitions = columns.iter().map(base_definition).map(ident);
        let setters = columns.iter().map(|column| self.definition_setters(column));
        quote! {
            #values { #(#idents #indices: #types => #writers #column_indices, #base_definitions #setters;)* }
        }
    }
}

impl Expand<'_> {
    /// The index of the column that alone is the primary key.
    fn sole_key(&self) -> Option<usize> {
        match &self.table.primary_key()?.columns[..] {
            [column] => Some(column.index),
            _ => None,
        }
    }
}

/// The index of a column, and whether the column alone is the primary key: `__p::KeyIndex<__p::D0>`.
struct IndexedColumn {
    index: ColumnIndex,
    is_key: bool,
}

impl ToTokens for IndexedColumn {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.is_key {
            let index = &self.index;
            tokens.extend(quote!(__p::KeyIndex<#index>));
        } else {
            self.index.to_tokens(tokens);
        }
    }
}

/// An identifier that resolves at the macro call.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The constant of `Definition` that the definition of a column starts from.
fn base_definition(column: &Column<'_>) -> &'static str {
    if column.is_required() {
        "REQUIRED"
    } else {
        "COLUMN"
    }
}

/// The type that specifies who sets a column.
fn writer_of(column: &Column<'_>) -> &'static str {
    let identity = column.identity.as_ref();
    if column.generated.is_some()
        || identity.is_some_and(|identity| identity.value == Identity::Always)
    {
        "ByServer"
    } else if column.is_required() {
        "Required"
    } else {
        "ByUser"
    }
}

/// The index of a column as a type: `__p::D7`, `(__p::D1, __p::D2)`. A constant would be slower, because the compiler
/// checks and evaluates the body of each.
pub(crate) struct ColumnIndex(pub(crate) usize);

impl ToTokens for ColumnIndex {
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

/// A column's type, `i64`, with a check that it is a valid column type.
///
/// The check is the length of an array type. If it fails, the compiler reports it here and stays silent about
/// everything that contains the type, as for [the lost type](crate::recover#the-lost-type). The check costs a constant
/// for each column, so common types skip it.
fn checked_type<'t>(ty: &'t Type, row: &Ident, marker: &Marker<'_>) -> Cow<'t, Type> {
    if is_common(ty) {
        Cow::Borrowed(ty)
    } else {
        let (check, checked) = check_of(ty);
        let check = Ident::new(check, ty.span());
        Cow::Owned(Type::Verbatim(quote_spanned! {ty.span()=>
            <[#ty; { __p::#check::<#checked, #row, #marker>() }] as __p::ElementOf>::Element
        }))
    }
}

pub(super) fn is_common(ty: &Type) -> bool {
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
            let common = ["bool", "i16", "i32", "i64", "f32", "f64", "String"];
            common.iter().any(|common| segment.ident == common)
        }
        PathArguments::AngleBracketed(arguments) if segment.ident == "Option" => {
            matches!(arguments.args.first(), Some(GenericArgument::Type(inner)) if is_common(inner))
        }
        _ => false,
    }
}

/// Sets the span of all tokens.
fn with_span(tokens: TokenStream, span: Span) -> TokenStream {
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

    use super::ColumnIndex;

    #[test]
    fn a_column_index_is_its_digits() {
        let index = |index| ColumnIndex(index).to_token_stream().to_string();
        assert_eq!(index(0), "__p :: D0");
        assert_eq!(index(12), "(__p :: D1 , __p :: D2)");
        assert_eq!(
            index(1599),
            "(((__p :: D1 , __p :: D5) , __p :: D9) , __p :: D9)"
        );
    }
}
