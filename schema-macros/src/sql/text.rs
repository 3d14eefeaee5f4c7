//! The text of `sql!`, split at its placeholders.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Expr, Ident};

use crate::util::suggest;

/// A part of the text.
pub(super) enum Part {
    Text(String),
    /// `{}`
    Positional,
    /// `{name}`
    Named(String),
}

/// Splits the text at its placeholders; `{{` and `}}` escape braces. Returns the message of an error.
pub(super) fn split(text: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(position) = rest.find(['{', '}', '$']) {
        let (before, from) = rest.split_at(position);
        parts.push(Part::Text(before.to_owned()));
        if let Some(after) = from.strip_prefix("{{") {
            parts.push(Part::Text("{".to_owned()));
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            parts.push(Part::Text("}".to_owned()));
            rest = after;
        } else if let Some(after) = from.strip_prefix('{') {
            let Some((name, after)) = after.split_once('}') else {
                return Err(
                    "unclosed `{` in the text; write `{}` for a value or `{{` for a brace"
                        .to_owned(),
                );
            };
            let name = name.trim();
            parts.push(if name.is_empty() {
                Part::Positional
            } else {
                Part::Named(name.to_owned())
            });
            rest = after;
        } else if let Some(after) = from.strip_prefix('$') {
            if let Some(digit) = after.chars().next().filter(char::is_ascii_digit) {
                return Err(format!(
                    "`${digit}` is not allowed in the text; write `{{}}` and pass the value after the text"
                ));
            }
            parts.push(Part::Text("$".to_owned()));
            rest = after;
        } else {
            return Err("unmatched `}` in the text; write `}}` for a brace".to_owned());
        }
    }
    parts.push(Part::Text(rest.to_owned()));
    Ok(parts)
}

/// The variable that `{name}` refers to.
pub(super) fn variable(name: &str, span: Span) -> Result<Expr, String> {
    let mut ident: Ident = syn::parse_str(name).map_err(|_| {
        let shown = suggest::excerpt(name);
        if name.contains(['"', '\'', ':', ',']) {
            return format!(
                "`{{{shown}}}` is not a variable; write `{{{{` and `}}}}` for braces in the SQL"
            );
        }
        format!(
            "`{{{shown}}}` is not a variable; write `{{}}` and pass the expression after the text"
        )
    })?;
    ident.set_span(span);
    syn::parse2(ident.into_token_stream()).map_err(|error| error.to_string())
}
