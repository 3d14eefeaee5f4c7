//! The values of keys, and the groups that hold them.

use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

use super::Reader;

/// Reads `= "text"`.
pub(crate) fn string(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    equals(input, key, "\"…\"")?;
    input.parse::<LitStr>().map_err(|error| {
        let message = format!("the value of `{key}` is a string; write `{key} = \"…\"`");
        syn::Error::new(error.span(), message)
    })
}

/// Reads `= "SQL"`.
pub(crate) fn sql(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    sql_text(string(input, key)?, &key.to_string())
}

/// Refuses an SQL text that says nothing.
pub(crate) fn sql_text(literal: LitStr, place: &str) -> syn::Result<LitStr> {
    let text = literal.value();
    if text.trim().is_empty() || text.contains('\0') {
        let message = format!(
            "the SQL of `{place}` is empty or holds a NUL character; write an SQL expression"
        );
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(literal)
}

/// Reads the argument of `sql("…")`, from the parentheses on.
pub(crate) fn sql_call(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let literal = parenthesized(input, SQL_CALL, |content| {
        let literal = content.parse::<LitStr>();
        literal.map_err(|error| syn::Error::new(error.span(), SQL_CALL))
    })?;
    sql_text(literal, "sql")
}

/// What is wrong with the arguments of `sql`.
pub(crate) const SQL_CALL: &str = "`sql` takes one string literal; write `sql(\"…\")`";

/// Reads the `=` after a key.
pub(crate) fn equals(input: ParseStream<'_>, key: &Ident, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        return input.parse::<Token![=]>().map(drop);
    }
    let message = format!("`{key}` needs a value; write `{key} = {example}`");
    Err(syn::Error::new(key.span(), message))
}

/// Refuses a value after a key that has none.
pub(crate) fn flag(input: ParseStream<'_>, key: &Ident) -> syn::Result<()> {
    if input.peek(Token![=]) || input.peek(syn::token::Paren) {
        let message = format!("`{key}` takes no value; write `{key}`");
        return Err(syn::Error::new(key.span(), message));
    }
    Ok(())
}

/// Reads a list of fields in parentheses.
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
        fields.push(reader.word(input)?);
        Ok(())
    })?;
    Ok(fields)
}

/// Reads what stands in parentheses; `surplus` is the message for what is left over.
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
    // syn reports what is left in a group once more.
    while !content.is_empty() {
        if content.parse::<TokenTree>().is_err() {
            break;
        }
    }
    result
}

/// Skips the rest of an item that could not be read.
pub(crate) fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}
