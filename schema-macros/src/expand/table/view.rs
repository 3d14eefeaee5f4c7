//! EXPAND for `#[view]`: the columns as for a table, a companion struct with an expression for each field as for
//! `Selectable`, and the definition.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DeriveInput, Expr, LitStr};

use super::Expand;
use super::def::storage_parameter;
use crate::attr::Target;
use crate::derive::{SelectField, Selectable};
use crate::expand::derive::select_companion;
use crate::model::{Index, View, ViewQuery};

/// All generated items, without the struct itself.
pub(crate) fn view(view: &View<'_>) -> TokenStream {
    let expand = Expand::new(&view.table);
    let krate = &view.table.krate;
    let cfgs = &expand.cfgs;

    let markers = expand.markers();
    let columns_struct = expand.columns_struct();
    let constant = expand.constant();
    let input = DeriveInput::from(view.table.original.clone());
    // A query in SQL does not use it.
    let is_sql = matches!(view.query, Some(ViewQuery::Sql(_)));
    let companion = (!is_sql).then(|| select_companion(&selectable(view, &input)));
    let (select_struct, selection) = companion.unzip();
    let select_struct = select_struct.map(|item| quote!(#(#cfgs)* #item));

    let table_macro = expand.table_macro();
    let view_impl = expand.view_impl(view);
    let refresh = expand.refresh(view);
    let checks = expand.checks();

    quote! {
        #markers
        #columns_struct
        #constant
        #select_struct

        #(#cfgs)*
        const _: () = {
            use #krate::__private as __p;
            #table_macro
            #selection
            #view_impl
            #refresh
            #checks
        };
    }
}

/// The struct as `Selectable` sees it.
fn selectable<'v>(view: &'v View<'_>, original: &'v DeriveInput) -> Selectable<'v> {
    let fields = view.table.columns.iter().map(|column| SelectField {
        original: column.original,
        ident: column.ident,
    });
    Selectable {
        original,
        krate: view.table.krate.clone(),
        fields: fields.collect(),
    }
}

impl Expand<'_> {
    /// The function that returns the query, and the impl of `Relation` with the definition. A view is no
    /// `Written` table.
    fn view_impl(&self, view: &View<'_>) -> TokenStream {
        let row = self.row;
        let relation = self.relation_items();
        let definition = view
            .query
            .as_ref()
            .map(|query| self.definition(view, query));
        quote! {
            impl __p::Relation for #row {
                #relation
                #definition
            }
            impl __p::Table for #row {}
        }
    }

    /// `const VIEW: Option<&ViewDef> = …;`
    fn definition(&self, view: &View<'_>, query: &ViewQuery) -> TokenStream {
        let columns = &self.columns;
        let (function, query) = match query {
            ViewQuery::Typed(query) => self.typed_query(query),
            ViewQuery::Sql(sql) => sql_query(sql),
        };
        let (materialized, no_data) = (view.materialized.is_some(), view.no_data.is_some());
        let with = view.with.iter().map(storage_parameter);
        let options = view.options.iter().map(|option| {
            let (key, value) = (option.key.to_string(), option.value);
            quote!((#key, #value))
        });
        let options = options.chain(with);
        quote! {
            const VIEW: ::core::option::Option<&'static __p::ViewDef> = {
                #function
                ::core::option::Option::Some(&__p::ViewDef {
                    relation: <#columns as __p::SourceColumns>::DEF,
                    #query
                    materialized: #materialized,
                    no_data: #no_data,
                    options: &[#(#options),*],
                })
            };
        }
    }

    /// The function that returns the query, and the fields of the definition that use it.
    fn typed_query(&self, query: &Expr) -> (Option<TokenStream>, TokenStream) {
        let row = self.row;
        let source = spelled(query.to_token_stream());
        let checked = quote_spanned!(query.span()=> __p::view_query::<#row, _>(#query));
        let function = quote! {
            fn __query() -> impl __p::Fragment {
                #checked
            }
        };
        let fields = quote! {
            query: || __p::view_text(&__query()),
            query_hash: __p::view_hash(&__query, #source),
        };
        (Some(function), fields)
    }

    /// The impls for `refresh`.
    fn refresh(&self, view: &View<'_>) -> Option<TokenStream> {
        let row = self.row;
        view.materialized.as_ref()?;
        let concurrently = self.table.indexes.iter().any(finds_rows);
        let concurrently =
            concurrently.then(|| quote!(impl __p::RefreshedConcurrently for #row {}));
        Some(quote! {
            impl __p::Refreshable for #row {}
            #concurrently
        })
    }
}

/// The fields of the definition of a view whose query is SQL.
fn sql_query(sql: &LitStr) -> (Option<TokenStream>, TokenStream) {
    let text = sql.value();
    let text = text.trim().trim_end_matches(';').trim_end();
    let fields = quote! {
        query: || ::core::result::Result::Ok(::std::string::String::from(#text)),
        query_hash: __p::view_sql_hash(#text),
    };
    (None, fields)
}

/// True for a unique index on columns, of all rows: `concurrently` needs one.
fn finds_rows(index: &Index) -> bool {
    let mut parts = index.parts.iter();
    index.unique.is_some()
        && index.filter.is_none()
        && parts.all(|part| matches!(part.target, Target::Column(_)))
}

/// The tokens with a space after each, whatever the version of the compiler and the layout of the source: the lock files of
/// users contain a hash of it.
fn spelled(tokens: TokenStream) -> String {
    let mut text = String::new();
    spell(tokens, &mut text);
    text
}

fn spell(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        let TokenTree::Group(group) = token else {
            text.push_str(&token.to_string());
            text.push(' ');
            continue;
        };
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("( ", ") "),
            Delimiter::Brace => ("{ ", "} "),
            Delimiter::Bracket => ("[ ", "] "),
            Delimiter::None => ("", ""),
        };
        text.push_str(open);
        spell(group.stream(), text);
        text.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_of_the_source_does_not_matter() {
        let one = quote!(Order.select().columns(SelectOpen { id: Order.id }));
        let text = "Order\n  . select()\n.columns(SelectOpen{id:Order.id})";
        let other: TokenStream = text.parse().unwrap();
        assert_eq!(spelled(one), spelled(other));
    }
}
