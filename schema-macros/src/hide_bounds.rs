//! Bounds that the compiler does not quote.
//!
//! Where a value does not fit, the compiler says so, and then quotes the bound that asks for it, with its place in the
//! source: five lines that say nothing to whoever wrote the value. It leaves them out where the bound has no place. A
//! span that begins in one file and ends in another is none, once it has been through a crate's metadata: it is written
//! there as a dummy. So each bound gets a first token from another file.
//!
//! Where a later compiler does otherwise, the five lines are back, and nothing else changes.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{
    GenericArgument, GenericParam, Generics, ImplItem, Item, PathArguments, TraitItem,
    TypeParamBound, WherePredicate, parenthesized,
};

/// An item, and a place in another file.
pub(crate) struct Hidden {
    elsewhere: Span,
    item: Item,
}

impl Parse for Hidden {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let marker;
        parenthesized!(marker in input);
        Ok(Self {
            elsewhere: marker.parse::<syn::Ident>()?.span(),
            item: input.parse()?,
        })
    }
}

impl Hidden {
    /// The item, with no bound of its functions in a place that can be shown.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        let elsewhere = self.elsewhere;
        match &mut self.item {
            Item::Fn(item) => hide(&mut item.sig.generics, elsewhere),
            Item::Impl(item) => {
                for item in &mut item.items {
                    if let ImplItem::Fn(item) = item {
                        hide(&mut item.sig.generics, elsewhere);
                    }
                }
            }
            Item::Trait(item) => {
                for item in &mut item.items {
                    if let TraitItem::Fn(item) = item {
                        hide(&mut item.sig.generics, elsewhere);
                    }
                }
            }
            item => {
                return syn::Error::new_spanned(
                    item,
                    "bounds are hidden of a function, an impl or a trait",
                )
                .into_compile_error();
            }
        }
        self.item.into_token_stream()
    }
}

fn hide(generics: &mut Generics, elsewhere: Span) {
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter
                .bounds
                .iter_mut()
                .for_each(|bound| hide_bound(bound, elsewhere));
        }
    }
    for predicate in generics
        .where_clause
        .iter_mut()
        .flat_map(|it| &mut it.predicates)
    {
        if let WherePredicate::Type(predicate) = predicate {
            predicate
                .bounds
                .iter_mut()
                .for_each(|bound| hide_bound(bound, elsewhere));
        }
    }
}

/// Moves the first token of the bound. There must be a second one, which stays: `Trait` becomes `Trait<>`.
fn hide_bound(bound: &mut TypeParamBound, elsewhere: Span) {
    let TypeParamBound::Trait(outer) = bound else {
        return;
    };
    for segment in &mut outer.path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            for argument in &mut arguments.args {
                if let GenericArgument::Constraint(constraint) = argument {
                    constraint
                        .bounds
                        .iter_mut()
                        .for_each(|bound| hide_bound(bound, elsewhere));
                }
            }
        }
    }
    let mut tokens: Vec<TokenTree> = bound.to_token_stream().into_iter().collect();
    if let [single] = &tokens[..] {
        let span = single.span();
        tokens.extend(quote::quote_spanned!(span=> <>));
    }
    if let Some(last) = tokens.last().map(TokenTree::span)
        && let Some(first) = tokens.first_mut()
    {
        first.set_span(elsewhere.resolved_at(last));
    }
    *bound = TypeParamBound::Verbatim(tokens.into_iter().collect());
}

/// Sends the item through a macro that is written in another file, which gives it a token of its own.
pub(crate) fn by_way_of_another_file(item: &TokenStream) -> TokenStream {
    quote! { with_token_of_another_file! { #item } }
}
