//! The accumulator of problems: a macro reports all of them at once.

use proc_macro2::Span;
use quote::ToTokens;

/// Collects every problem in one macro input; must be consumed by [`Errors::finish`].
pub(crate) struct Errors {
    list: Vec<syn::Error>,
    done: bool,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self {
            list: Vec::new(),
            done: false,
        }
    }

    /// How many problems there are, to see later whether one was added.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.list.push(error);
    }

    /// Reports `message` under all of `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn at_span(&mut self, span: Span, message: impl std::fmt::Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Takes the value out of a result and remembers its error.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Everything that was reported, as one error.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        self.done = true;
        let all = std::mem::take(&mut self.list);
        all.into_iter()
            .reduce(|mut first, next| {
                first.combine(next);
                first
            })
            .map_or(Ok(()), Err)
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(
            self.done || std::thread::panicking(),
            "BUG: errors were collected and never reported"
        );
    }
}
