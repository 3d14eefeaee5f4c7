//! PARSE and CHECK of `sql!(Type, "lower({}) = {name}", email)`.

use proc_macro2::Span;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Path, Token, Type};

use crate::suggest;

/// As many values as a tuple takes.
const MAX_ARGUMENTS: usize = 12;

/// SQL text with values between its pieces.
pub(crate) struct RawSql {
    /// The path of `schema_core`.
    pub(crate) krate: Path,
    /// The type of the result.
    pub(crate) ty: Type,
    /// The text around the values: one piece more than there are values.
    pub(crate) pieces: Vec<String>,
    /// The values, in the order of the text.
    pub(crate) arguments: Vec<Expr>,
}

impl Parse for RawSql {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = |error: syn::Error| {
            syn::Error::new(
                error.span(),
                "`sql!` takes a type and a text; write `sql!(i64, \"length({})\", value)`",
            )
        };
        let krate = crate_path(input)?;
        let ty = input.parse().map_err(usage)?;
        input.parse::<Token![,]>().map_err(usage)?;
        let text: LitStr = input.parse().map_err(usage)?;
        if !input.is_empty() {
            input.parse::<Token![,]>().map_err(usage)?;
        }
        let given = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
        Self::new(krate, ty, &text, given)
    }
}

impl RawSql {
    fn new(
        krate: Path,
        ty: Type,
        text: &LitStr,
        given: Punctuated<Expr, Token![,]>,
    ) -> syn::Result<Self> {
        let problem = |message: String| syn::Error::new(text.span(), message);
        let count = given.len();
        let mut given = given.into_iter();
        let mut pieces = vec![];
        let mut arguments = Vec::new();
        let mut piece = String::new();
        let mut placeholders = 0;
        for part in parts(&text.value()).map_err(problem)? {
            match part {
                Part::Text(text) => piece.push_str(&text),
                Part::Next => {
                    placeholders += 1;
                    pieces.push(std::mem::take(&mut piece));
                    arguments.extend(given.next());
                }
                Part::Named(name) => {
                    pieces.push(std::mem::take(&mut piece));
                    arguments.push(variable(&name, text.span()).map_err(problem)?);
                }
            }
        }
        pieces.push(piece);
        if placeholders > count {
            return Err(problem(format!(
                "the text has {placeholders} `{{}}` and {count} arguments; add the missing ones"
            )));
        }
        if let Some(surplus) = given.next() {
            let message = format!(
                "the text has {placeholders} `{{}}` and {count} arguments; add a `{{}}` or remove this"
            );
            return Err(syn::Error::new_spanned(surplus, message));
        }
        if arguments.len() > MAX_ARGUMENTS {
            let message =
                format!("`sql!` takes at most {MAX_ARGUMENTS} values; split the expression");
            return Err(syn::Error::new_spanned(arguments.last(), message));
        }
        Ok(Self {
            krate,
            ty,
            pieces,
            arguments,
        })
    }
}

/// `crate = path,` before everything else: what a `macro_rules!` around the macro knows as `$crate`.
fn crate_path(input: ParseStream<'_>) -> syn::Result<Path> {
    if !input.peek(Token![crate]) || !input.peek2(Token![=]) {
        return Ok(syn::parse_quote!(::schema_core));
    }
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    let path = input.call(Path::parse_mod_style)?;
    input.parse::<Token![,]>()?;
    Ok(path)
}

/// A part of the text.
enum Part {
    Text(String),
    /// `{}`
    Next,
    /// `{name}`
    Named(String),
}

/// Splits the text at its braces; `{{` and `}}` are braces of the text itself.
fn parts(text: &str) -> Result<Vec<Part>, String> {
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
                    "a `{` of the text is not closed; write `{}` for a value, `{{` for a brace"
                        .to_owned(),
                );
            };
            let name = name.trim();
            parts.push(if name.is_empty() {
                Part::Next
            } else {
                Part::Named(name.to_owned())
            });
            rest = after;
        } else if let Some(after) = from.strip_prefix('$') {
            if let Some(digit) = after.chars().next().filter(char::is_ascii_digit) {
                return Err(format!(
                    "`${digit}` in the text; write `{{}}` and give the value behind the text"
                ));
            }
            parts.push(Part::Text("$".to_owned()));
            rest = after;
        } else {
            return Err("a `}` of the text is not opened; write `}}` for a brace".to_owned());
        }
    }
    parts.push(Part::Text(rest.to_owned()));
    Ok(parts)
}

/// The variable of `{name}`.
fn variable(name: &str, span: Span) -> Result<Expr, String> {
    let mut ident: Ident = syn::parse_str(name).map_err(|_| {
        let shown = suggest::excerpt(name);
        format!(
            "`{{{shown}}}` is not a variable; write `{{}}` and give the expression behind the text"
        )
    })?;
    ident.set_span(span);
    syn::parse2(ident.into_token_stream()).map_err(|error| error.to_string())
}
