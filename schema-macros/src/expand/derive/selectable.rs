//! `#[derive(Selectable)]`: a companion struct with an expression for each field.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::derive::Selectable;
use crate::expand::name_id::name_id;
use crate::expand::table::ColumnIndex;
use crate::expand::visibility::{narrower, one_module_deeper};
use crate::util::names::{pascal_case, snake_case, unraw};

/// The names that the generated fragments share.
struct Expand<'a> {
    parsed: &'a Selectable<'a>,
    /// `SelectOrderSummary`.
    select: Ident,
    fields: Vec<&'a Ident>,
    /// A type parameter for each field, named after it.
    types: Vec<Ident>,
    /// A type parameter for the position of each expression's tables in the query.
    places: Vec<Ident>,
    /// `OrderSummaryColumns`, the type of the constant with the columns of a subquery.
    columns: Ident,
    /// `order_summary_`, the module of the column markers.
    module: Ident,
    /// `order_summary_id`, the marker of each column. With the bare name of the field, messages would have to tell it
    /// apart from a table's column of the same name, by its path.
    markers: Vec<Ident>,
    /// `OrderSummary`, the name of a subquery. It is not in snake case, so that it is not the name of a table: a `with`
    /// query of the same name would hide the table.
    sql_name: String,
}

pub(crate) fn selectable(parsed: &Selectable<'_>) -> TokenStream {
    let expand = Expand::new(parsed);
    let krate = &parsed.krate;
    let select_struct = expand.select_struct();
    let selection = expand.selection();
    let fragment = expand.fragment();
    let columns = expand.columns();
    let subquery_row = expand.subquery_row();
    quote! {
        #select_struct
        #columns

        const _: () = {
            use #krate::__private as __p;
            #selection
            #fragment
            #subquery_row
        };
    }
}

/// The companion struct of a view, and its impls.
pub(crate) fn select_companion(parsed: &Selectable<'_>) -> (TokenStream, TokenStream) {
    let expand = Expand::new(parsed);
    let (selection, fragment) = (expand.selection(), expand.fragment());
    (expand.select_struct(), quote!(#selection #fragment))
}

impl<'a> Expand<'a> {
    fn new(parsed: &'a Selectable<'a>) -> Self {
        let row = &parsed.original.ident;
        let name = unraw(row);
        let select = format_ident!("Select{name}", span = row.span());
        let mut taken: HashSet<String> = ["S", "Self"].map(str::to_owned).into();
        taken.extend([row.to_string(), select.to_string()]);
        for field in &parsed.fields {
            collect_idents(field.original.ty.to_token_stream(), &mut taken);
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
            columns: format_ident!("{name}Columns", span = row.span()),
            module: format_ident!("{}_", snake_case(&name), span = row.span()),
            markers: parsed
                .fields
                .iter()
                .map(|field| {
                    let name = format!("{}_{}", snake_case(&name), unraw(field.ident));
                    Ident::new(&name, field.ident.span())
                })
                .collect(),
            sql_name: name.clone(),
        }
    }

    /// The column markers, the struct that holds the columns of a subquery, and its constant:
    ///
    /// * `mod order_summary_ { pub enum order_summary_id {} … }`
    /// * `struct OrderSummaryColumns<S = OrderSummary> { id: Column<S, order_summary_::order_summary_id>, … }`
    /// * `const OrderSummary: OrderSummaryColumns = …;`
    fn columns(&self) -> TokenStream {
        let (columns, module) = (&self.columns, &self.module);
        let (row, vis) = (&self.parsed.original.ident, &self.parsed.original.vis);
        let krate = &self.parsed.krate;
        let (fields, markers) = (&self.fields, &self.markers);
        let field_vis: Vec<_> = self.parsed.fields.iter().map(|f| &f.original.vis).collect();
        let marker_vis = field_vis
            .iter()
            .map(|field| one_module_deeper(narrower(vis, field)));
        let doc = format!(" The columns of a subquery whose rows are `{row}`.");
        let field_docs = fields
            .iter()
            .map(|field| format!(" Column `{}`.", unraw(field)));
        let constant_doc =
            format!(" The columns of a subquery whose rows are [`{row}`](struct@{row}).");
        let reason = format!("`{row}` holds the columns, as it is the type of the rows");
        quote! {
            #[doc(hidden)]
            #[allow(
                non_camel_case_types, missing_docs, missing_debug_implementations, missing_copy_implementations,
                unreachable_pub, dead_code, clippy::pedantic,
                reason = "the marker of a column has the name of the field, and no values"
            )]
            #vis mod #module {
                #(#marker_vis enum #markers {})*
            }
            #[doc = #doc]
            #[allow(dead_code, reason = "a program need not use every column")]
            #vis struct #columns<S = #row> {
                #(
                    #[doc = #field_docs]
                    #field_vis #fields: #krate::__private::Column<S, #module::#markers>,
                )*
            }
            #[doc = #constant_doc]
            #[allow(non_upper_case_globals, dead_code, reason = #reason)]
            #vis const #row: #columns = #columns { #(#fields: #krate::__private::Column::NEW,)* };
        }
    }

    /// The call of `__p::subquery_row!`: the struct as the row of a subquery in `from`.
    fn subquery_row(&self) -> TokenStream {
        let (columns, module, sql_name) = (&self.columns, &self.module, &self.sql_name);
        let row = &self.parsed.original.ident;
        let name = unraw(row);
        let id = name_id(sql_name);
        let (fields, markers) = (&self.fields, &self.markers);
        let names = fields.iter().map(|field| unraw(field));
        let types = self.parsed.fields.iter().map(|field| &field.original.ty);
        let indices = (0..fields.len()).map(ColumnIndex);
        quote! {
            __p::subquery_row! {
                #row #columns #name #module #sql_name (#id)
                { #(#fields #markers #names: #types => #indices;)* }
            }
        }
    }

    /// `struct SelectOrderSummary<Id, Patient> { id: Id, patient: Patient }`
    fn select_struct(&self) -> TokenStream {
        let (select, types) = (&self.select, &self.types);
        let (row, vis) = (&self.parsed.original.ident, &self.parsed.original.vis);
        let doc = format!(" Selects a `{row}`: an expression for each field.");
        let fields = self.parsed.fields.iter().zip(types).map(|(field, ty)| {
            let (ident, vis) = (field.ident, &field.original.vis);
            let doc = format!(" The expression for `{ident}`.");
            quote! {
                #[doc = #doc]
                #vis #ident: #ty
            }
        });
        quote! {
            #[doc = #doc]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[allow(missing_debug_implementations, reason = "it is part of a query")]
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
        let expected = types
            .iter()
            .map(|ty| quote!(<#ty as __p::Decoder>::EXPECTED));
        let kind = self.kind();
        // Reported at the struct rather than at the derive.
        let implemented = quote_spanned! {row.span()=>
            __p::Selection<S, (#(#places,)*), #select<#(#decoders),*>> for #select<#(#types),*>
        };
        quote! {
            #[automatically_derived]
            impl<#(#types: __p::SelectionKind),*> __p::SelectionKind for #select<#(#types),*> {
                type Kind = #kind;
            }

            // Not `automatically_derived`: with it the compiler would suggest a manual impl.
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
                type Shape = __p::Whole<Self>;
                const EXPECTED: __p::Expected = __p::Expected::List(&[#(#expected),*]);
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

    /// The combined kind of all expressions, folded from the right.
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

/// Inserts `between` between the items.
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

/// `PatientId` for `patient_id`, with a suffix if a field's type contains an identifier of that name.
fn type_parameter(field: &Ident, taken: &mut HashSet<String>) -> Ident {
    let mut name = pascal_case(&unraw(field));
    while !taken.insert(name.clone()) {
        name.push_str("Field");
    }
    format_ident!("{name}", span = field.span())
}

fn collect_idents(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                words.insert(word.to_string());
            }
            TokenTree::Group(group) => collect_idents(group.stream(), words),
            _ => {}
        }
    }
}
