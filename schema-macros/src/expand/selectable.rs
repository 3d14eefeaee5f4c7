//! `#[derive(Selectable)]`: a struct beside the user's, with an expression for each field.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::Selectable;
use crate::names::{pascal_case, unraw};

/// The names that the fragments share.
struct Expand<'a> {
    parsed: &'a Selectable<'a>,
    /// `SelectOrderSummary`.
    select: Ident,
    fields: Vec<&'a Ident>,
    /// A type parameter for each field, named after it.
    types: Vec<Ident>,
    /// Where each expression's tables are in the query.
    places: Vec<Ident>,
}

pub(crate) fn selectable(parsed: &Selectable<'_>) -> TokenStream {
    let expand = Expand::new(parsed);
    let krate = &parsed.krate;
    let select_struct = expand.select_struct();
    let selection = expand.selection();
    let fragment = expand.fragment();
    quote! {
        #select_struct

        const _: () = {
            use #krate::__private as __p;
            #selection
            #fragment
        };
    }
}

impl<'a> Expand<'a> {
    fn new(parsed: &'a Selectable<'a>) -> Self {
        let row = &parsed.original.ident;
        let select = format_ident!("Select{}", unraw(row), span = row.span());
        let mut taken: HashSet<String> = ["S", "Self"].map(str::to_owned).into();
        taken.extend([row.to_string(), select.to_string()]);
        for field in &parsed.fields {
            collect_words(field.original.ty.to_token_stream(), &mut taken);
        }
        let types = parsed
            .fields
            .iter()
            .map(|field| type_parameter(field.ident, &mut taken));
        Self {
            parsed,
            select,
            types: types.collect(),
            fields: parsed.fields.iter().map(|field| field.ident).collect(),
            places: (0..parsed.fields.len())
                .map(|i| format_ident!("__I{i}"))
                .collect(),
        }
    }

    /// `struct SelectOrderSummary<Id, Patient> { id: Id, patient: Patient }`
    fn select_struct(&self) -> TokenStream {
        let (select, types) = (&self.select, &self.types);
        let (row, vis) = (&self.parsed.original.ident, &self.parsed.original.vis);
        let doc = format!(" The columns of a `{row}`: an expression for each field.");
        let fields = self.parsed.fields.iter().zip(types).map(|(field, ty)| {
            let (ident, vis) = (field.ident, &field.original.vis);
            let doc = format!(" What is selected into `{ident}`.");
            quote! {
                #[doc = #doc]
                #vis #ident: #ty
            }
        });
        quote! {
            #[doc = #doc]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[allow(missing_debug_implementations, reason = "it is a part of a query")]
            #vis struct #select<#(#types),*> {
                #(#fields,)*
            }
        }
    }

    fn selection(&self) -> TokenStream {
        let (select, types, places) = (&self.select, &self.types, &self.places);
        let row = &self.parsed.original.ident;
        let decoders: Vec<Ident> = (0..types.len()).map(|i| format_ident!("__D{i}")).collect();
        let fields = || self.parsed.fields.iter().zip(types);
        let bounds =
            fields()
                .zip(places.iter().zip(&decoders))
                .map(|((field, ty), (place, decoder))| {
                    let into = &field.original.ty;
                    quote_spanned!(into.span()=> #ty: __p::SelectField<S, #place, #into, #decoder>)
                });
        let decodable = fields().map(|(field, ty)| {
            let into = &field.original.ty;
            quote!(#ty: __p::Decoder<Row = #into>)
        });
        let reads = fields().map(|(field, ty)| {
            let ident = field.ident;
            quote!(#ident: <#ty as __p::Decoder>::decode(__row)?)
        });
        let kind = self.kind();
        // In the struct's place, for the same reason.
        let implemented = quote_spanned! {row.span()=>
            __p::Selection<S, (#(#places,)*), #select<#(#decoders),*>> for #select<#(#types),*>
        };
        quote! {
            #[automatically_derived]
            impl<#(#types: __p::SelectionKind),*> __p::SelectionKind for #select<#(#types),*> {
                type Kind = #kind;
            }

            // Not `automatically_derived`: the compiler would advise to write it by hand.
            impl<S, #(#places,)* #(#decoders,)* #(#types,)*> #implemented
            where
                #(#bounds,)*
            {
            }

            #[automatically_derived]
            impl<#(#types),*> __p::Decoder for #select<#(#types),*>
            where
                #(#decodable,)*
            {
                type Row = #row;
                fn decode(
                    __row: &mut __p::RowReader<'_>,
                ) -> ::core::result::Result<#row, __p::BoxDynError> {
                    ::core::result::Result::Ok(#row { #(#reads,)* })
                }
                fn describe(__columns: &mut __p::ColumnList<'_>) {
                    #(<#types as __p::Decoder>::describe(__columns);)*
                }
            }
        }
    }

    /// The kinds of all expressions, folded from the right.
    fn kind(&self) -> TokenStream {
        let kinds = self.types.iter();
        let kinds = kinds.map(|ty| quote!(<#ty as __p::SelectionKind>::Kind));
        let folded = kinds
            .rev()
            .reduce(|rest, kind| quote!(<#kind as __p::Kind>::And<#rest>));
        folded.unwrap_or_else(|| quote!(__p::Constant))
    }

    fn fragment(&self) -> TokenStream {
        let (select, types, fields) = (&self.select, &self.types, &self.fields);
        let tokens = separated(
            types
                .iter()
                .map(|ty| quote!(__p::Token::Sub(<#ty as __p::Fragment>::TOKENS))),
            &quote!(__p::Token::Text(", ")),
        );
        let writes = separated(
            fields
                .iter()
                .map(|field| quote!(__p::Fragment::write(&self.#field, __sql);)),
            &quote!(__sql.text(", ");),
        );
        quote! {
            #[automatically_derived]
            impl<#(#types: __p::Fragment),*> __p::Fragment for #select<#(#types),*> {
                const TOKENS: &'static [__p::Token] = &[#(#tokens),*];
                const STATIC: bool = true #(&& <#types as __p::Fragment>::STATIC)*;
                fn write(&self, __sql: &mut __p::SqlWriter) {
                    #(#writes)*
                }
                fn bind(
                    &self,
                    __arguments: &mut __p::Arguments,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    #(__p::Fragment::bind(&self.#fields, __arguments)?;)*
                    ::core::result::Result::Ok(())
                }
            }
        }
    }
}

/// The items, with `between` between each two.
fn separated(items: impl Iterator<Item = TokenStream>, between: &TokenStream) -> Vec<TokenStream> {
    let mut all = Vec::new();
    for item in items {
        if !all.is_empty() {
            all.push(between.clone());
        }
        all.push(item);
    }
    all
}

/// `patient_id` as `PatientId`, and with a suffix where a field's type has a word of that name.
fn type_parameter(field: &Ident, taken: &mut HashSet<String>) -> Ident {
    let mut name = pascal_case(&unraw(field));
    while !taken.insert(name.clone()) {
        name.push_str("Field");
    }
    format_ident!("{name}", span = field.span())
}

fn collect_words(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                words.insert(word.to_string());
            }
            TokenTree::Group(group) => collect_words(group.stream(), words),
            _ => {}
        }
    }
}
