//! Encodes a name as a type, so that the type checker can compare names.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Token;

/// The hash of a name as a type, `*const *mut … ()`: `*mut` for each set bit, `*const` for each unset one.
pub(crate) fn name_id(name: &str) -> TokenStream {
    chain(name, &quote!(()))
}

/// The hash of a name in a Postgres schema: that of the name, which ends in `(*const *mut … (),)`, the hash of the schema.
pub(crate) fn name_id_in(schema: &str, name: &str) -> TokenStream {
    let schema = name_id(schema);
    chain(name, &quote!((#schema,)))
}

fn chain(name: &str, end: &TokenStream) -> TokenStream {
    let hash = fnv(name);
    let mut tokens = TokenStream::new();
    for bit in (0..u32::BITS).rev() {
        <Token![*]>::default().to_tokens(&mut tokens);
        if hash >> bit & 1 == 1 {
            <Token![mut]>::default().to_tokens(&mut tokens);
        } else {
            <Token![const]>::default().to_tokens(&mut tokens);
        }
    }
    end.to_tokens(&mut tokens);
    tokens
}

/// The FNV-1a hash.
fn fnv(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
