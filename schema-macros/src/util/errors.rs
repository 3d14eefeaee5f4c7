//! The accumulator of errors: a macro reports all of them at once.

use proc_macro2::Span;
use quote::ToTokens;

/// Collects every error in one macro input; must be consumed by [`Errors::finish`].
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

    /// The number of errors so far. Comparing two readings shows whether a step added one.
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

    /// Returns the value of a result, or records its error.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Combines all errors into one.
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

    /// Drops the errors of an input that was parsed before and reported then.
    pub(crate) fn discard(mut self) {
        self.done = true;
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
