//! A name as a type, so that the type checker can tell names apart.

use proc_macro2::TokenStream;
use quote::quote;

/// A hash of the name, `*const *mut … ()`: a bit that is set is `*mut`, one that is not `*const`.
pub(crate) fn name_id(name: &str) -> TokenStream {
    let hash = fnv(name);
    (0..u32::BITS).fold(quote!(()), |rest, bit| {
        if hash >> bit & 1 == 1 {
            quote!(*mut #rest)
        } else {
            quote!(*const #rest)
        }
    })
}

/// FNV-1a.
fn fnv(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
