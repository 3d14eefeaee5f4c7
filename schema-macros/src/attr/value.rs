//! Parsers for the values of keys.

use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

use super::Reader;

/// Parses `= "text"`.
pub(crate) fn string(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    equals(input, key, "\"…\"")?;
    input.parse::<LitStr>().map_err(|error| {
        let message = format!("the value of `{key}` must be a string; write `{key} = \"…\"`");
        syn::Error::new(error.span(), message)
    })
}

/// Parses `= "SQL"`.
pub(crate) fn sql(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    sql_text(string(input, key)?, &key.to_string())
}

/// Rejects empty SQL.
pub(crate) fn sql_text(literal: LitStr, place: &str) -> syn::Result<LitStr> {
    let text = literal.value();
    if text.trim().is_empty() || text.contains('\0') {
        let message = format!(
            "the SQL of `{place}` is empty or contains a NUL character; write an SQL expression"
        );
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(literal)
}

/// Parses the parenthesized argument of `sql("…")`.
pub(crate) fn sql_call(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let literal = parenthesized(input, SQL_CALL, |content| {
        let literal = content.parse::<LitStr>();
        literal.map_err(|error| syn::Error::new(error.span(), SQL_CALL))
    })?;
    sql_text(literal, "sql")
}

/// The error for invalid arguments of `sql`.
pub(crate) const SQL_CALL: &str = "`sql` expects one string literal; write `sql(\"…\")`";

/// Parses the `=` after a key.
pub(crate) fn equals(input: ParseStream<'_>, key: &Ident, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        return input.parse::<Token![=]>().map(drop);
    }
    let message = format!("`{key}` needs a value; write `{key} = {example}`");
    Err(syn::Error::new(key.span(), message))
}

/// Rejects a value after a key that takes none.
pub(crate) fn flag(input: ParseStream<'_>, key: &Ident) -> syn::Result<()> {
    if input.peek(Token![=]) || input.peek(syn::token::Paren) {
        let message = format!("`{key}` takes no value; write `{key}`");
        return Err(syn::Error::new(key.span(), message));
    }
    Ok(())
}

/// Parses a list of fields in parentheses.
pub(crate) fn fields(
    reader: &mut Reader<'_>,
    input: ParseStream<'_>,
    key: &Ident,
) -> syn::Result<Vec<Ident>> {
    if !input.peek(syn::token::Paren) {
        let message = format!("`{key}` needs a list of fields; write `{key}(a, b)`");
        return Err(syn::Error::new(key.span(), message));
    }
    let mut fields = Vec::new();
    reader.group(input, |reader, input| {
        fields.push(reader.ident(input)?);
        Ok(())
    })?;
    Ok(fields)
}

/// Parses the content of parentheses; `surplus` is the message for leftover tokens.
pub(crate) fn parenthesized<T>(
    input: ParseStream<'_>,
    surplus: &str,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let content;
    syn::parenthesized!(content in input);
    let result = read(&content).and_then(|value| {
        if content.is_empty() {
            Ok(value)
        } else {
            Err(content.error(surplus))
        }
    });
    // Consume leftover tokens: otherwise syn reports them again.
    while !content.is_empty() {
        if content.parse::<TokenTree>().is_err() {
            break;
        }
    }
    result
}

/// Skips the rest of an invalid item.
pub(crate) fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}
