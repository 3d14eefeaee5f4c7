//! `#[hide_bounds]` keeps the compiler from quoting the bounds of `schema-core` in errors.
//!
//! When an argument does not satisfy a bound, the compiler reports the argument and then quotes the bound with its
//! location: five lines that do not help the user. It omits the quote if the bound has no location. A span that starts
//! in one file and ends in another becomes a dummy span when it is written to a crate's metadata. So the first token of
//! each bound gets a span from another file.
//!
//! If a future compiler keeps such spans, the five lines appear again and nothing else changes.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{
    FnArg, GenericArgument, GenericParam, Generics, ImplItem, Item, PathArguments, Signature,
    TraitItem, Type, TypeParamBound, WherePredicate, parenthesized,
};

/// An item, and a span in another file.
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
    /// The item, with the bounds of its functions and associated types hidden.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        let elsewhere = self.elsewhere;
        match &mut self.item {
            Item::Fn(item) => hide_in(&mut item.sig, elsewhere),
            Item::Impl(item) => {
                for item in &mut item.items {
                    if let ImplItem::Fn(item) = item {
                        hide_in(&mut item.sig, elsewhere);
                    }
                }
            }
            Item::Trait(item) => {
                for item in &mut item.items {
                    match item {
                        TraitItem::Fn(item) => hide_in(&mut item.sig, elsewhere),
                        TraitItem::Type(item) => {
                            let bounds = item.bounds.iter_mut();
                            bounds.for_each(|bound| hide_bound(bound, elsewhere));
                        }
                        _ => {}
                    }
                }
            }
            item => {
                return syn::Error::new_spanned(
                    item,
                    "`#[hide_bounds]` supports functions, impls and traits; remove it",
                )
                .into_compile_error();
            }
        }
        self.item.into_token_stream()
    }
}

/// Hides the bounds of the type parameters, and those of arguments of a type `impl Trait`.
fn hide_in(signature: &mut Signature, elsewhere: Span) {
    hide(&mut signature.generics, elsewhere);
    for argument in &mut signature.inputs {
        if let FnArg::Typed(argument) = argument
            && let Type::ImplTrait(implied) = &mut *argument.ty
        {
            let bounds = implied.bounds.iter_mut();
            bounds.for_each(|bound| hide_bound(bound, elsewhere));
        }
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

/// Moves the span of the first token of a bound. A second token must remain in place, so `Trait` becomes `Trait<>`.
fn hide_bound(bound: &mut TypeParamBound, elsewhere: Span) {
    let TypeParamBound::Trait(outer) = bound else {
        return;
    };
    for segment in &mut outer.path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            for argument in &mut arguments.args {
                match argument {
                    GenericArgument::Constraint(constraint) => constraint
                        .bounds
                        .iter_mut()
                        .for_each(|bound| hide_bound(bound, elsewhere)),
                    // `Row = R` is a bound of its own.
                    GenericArgument::AssocType(equal) => {
                        let span = equal.ident.span();
                        equal.ident.set_span(elsewhere.resolved_at(span));
                    }
                    _ => {}
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

/// Passes the item through a `macro_rules!` macro defined in another file, which adds a token with a span there.
pub(crate) fn through_another_file(item: &TokenStream) -> TokenStream {
    quote! { with_token_of_another_file! { #item } }
}
