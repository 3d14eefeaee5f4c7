//! Unit tests of parse and check. Each message has a test here; the UI tests cover spans.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "tests fail by panicking"
)]

/// The messages of one derive.
macro_rules! messages {
    ($derive:ident, $item:expr) => {{
        let input: syn::DeriveInput = syn::parse2($item).unwrap();
        let mut errors = $crate::util::errors::Errors::new();
        $derive::parse(&input, &mut errors);
        $crate::tests::split(errors.finish().err())
    }};
}

mod attributes;
mod derives;
mod enums;
mod expansions;
mod indexes;
mod json_paths;
mod json_table;
mod parsed;
mod rules;
mod shapes;
mod sql;
mod views;
mod words;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use crate::model::Table;
use crate::pipeline;
use crate::util::errors::Errors;

/// The messages for `#[table(args)] item`, each checked for style.
fn messages(args: TokenStream, item: TokenStream) -> Vec<String> {
    let item: Item = syn::parse2(item).unwrap();
    let mut errors = Errors::new();
    pipeline::read_table(args, &item, &mut errors);
    split(errors.finish().err())
}

/// The only message for a struct `#[table] item`.
#[track_caller]
fn message(item: TokenStream) -> String {
    one(messages(TokenStream::new(), item))
}

/// The only message for a table with these attributes on the struct and the fields `id`, `email` and `price`.
#[track_caller]
fn on_struct(attributes: TokenStream) -> String {
    message(quote! {
        #attributes
        struct Account { id: i64, email: String, price: i32 }
    })
}

/// The only message for a table with these attributes on its field `price`.
#[track_caller]
fn on_field(attributes: TokenStream) -> String {
    message(quote! {
        struct Account { id: i64, #attributes price: i32 }
    })
}

#[track_caller]
fn one(mut messages: Vec<String>) -> String {
    assert_eq!(messages.len(), 1, "one message expected: {messages:#?}");
    messages.remove(0)
}

fn split(error: Option<syn::Error>) -> Vec<String> {
    let messages = error.into_iter().flatten();
    messages.map(|error| styled(error.to_string())).collect()
}

/// Checks the style of a message: `fact; remedy`, short, no full stop.
#[track_caller]
fn styled(message: String) -> String {
    assert!(message.chars().count() <= 160, "too long: {message}");
    assert!(message.contains("; "), "no remedy: {message}");
    assert!(!message.ends_with('.'), "full stop: {message}");
    message
}

/// The table of an item without errors. Leaks the item.
#[track_caller]
fn parse(args: TokenStream, item: TokenStream) -> Table<'static> {
    let item: &'static Item = Box::leak(Box::new(syn::parse2(item).unwrap()));
    let mut errors = Errors::new();
    let table = pipeline::read_table(args, item, &mut errors);
    let problems = split(errors.finish().err());
    assert!(problems.is_empty(), "no message expected: {problems:#?}");
    table.unwrap()
}
