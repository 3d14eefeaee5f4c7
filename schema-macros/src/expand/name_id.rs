//! Encodes a name as a type, so that the type checker can compare names.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Token;

/// The hash of a name as a type, `*const *mut … ()`: `*mut` for each set bit, `*const` for each unset one.
pub(crate) fn name_id(name: &str) -> TokenStream {
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
    syn::token::Paren::default().surround(&mut tokens, |_| ());
    tokens
}

/// The FNV-1a hash.
fn fnv(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
