//! Visibility of generated items. They have the visibility of the struct and its fields, because an item may not expose
//! a type that is less visible than itself.

use quote::ToTokens;
use syn::{Path, Visibility, parse_quote};

/// The narrower of two visibilities. Returns the first if both are `pub(in …)`, which tokens cannot compare.
pub(crate) fn narrower<'v>(one: &'v Visibility, other: &'v Visibility) -> &'v Visibility {
    if rank(one) <= rank(other) { one } else { other }
}

fn rank(visibility: &Visibility) -> u8 {
    match visibility {
        Visibility::Inherited => 0,
        Visibility::Restricted(restricted) if restricted.path.is_ident("self") => 0,
        Visibility::Restricted(restricted) if restricted.path.is_ident("crate") => 2,
        Visibility::Restricted(_) => 1,
        Visibility::Public(_) => 3,
    }
}

/// The same visibility, from the perspective of a child module.
pub(crate) fn one_module_deeper(visibility: &Visibility) -> Visibility {
    match visibility {
        Visibility::Inherited => parse_quote!(pub(super)),
        Visibility::Restricted(restricted) => {
            deeper(&restricted.path).unwrap_or_else(|| visibility.clone())
        }
        Visibility::Public(_) => visibility.clone(),
    }
}

fn deeper(path: &Path) -> Option<Visibility> {
    let first = &path.segments.first()?.ident;
    if first == "self" {
        let rest = path.segments.iter().skip(1).map(ToTokens::to_token_stream);
        return Some(parse_quote!(pub(in super #(:: #rest)*)));
    }
    (first == "super").then(|| parse_quote!(pub(in super::#path)))
}
