//! `default = <Rust expression>` and `default = sql("…")` of `#[column]`.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Expr, ExprCall, ExprLit, ExprMethodCall, Lit, LitStr};

use super::value::{SQL_CALL, equals, sql_text};

/// The value that the database stores if an insert omits the column.
pub(crate) enum DefaultValue {
    /// A Rust expression; the compiler checks it against the column's type.
    Value(Box<Expr>),
    /// A Rust expression that calls something. The call must be possible in a constant: the result of any other would be
    /// the same for all rows, the one of the moment at which the DDL is written.
    Constant(Box<Expr>),
    /// An SQL expression.
    Sql(LitStr),
}

impl DefaultValue {
    pub(crate) fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "0")?;
        let value: Expr = input.parse()?;
        if let Expr::Call(call) = &value
            && let Expr::Path(function) = &*call.func
        {
            if function.path.is_ident("sql") {
                return sql(call);
            }
            let of_postgres = ["now", "gen_random_uuid"];
            if of_postgres.iter().any(|name| function.path.is_ident(name)) {
                return Ok(Self::Value(Box::new(value)));
            }
        }
        if let Some(remedy) = optional(&value) {
            let message = format!("a default is a value that is not NULL; {remedy}");
            return Err(syn::Error::new_spanned(value, message));
        }
        if let Some(remedy) = remedy(&value) {
            let written = value.to_token_stream().to_string().replace(' ', "");
            let message = format!("`{written}` is not a constant; write {remedy}");
            return Err(syn::Error::new_spanned(value, message));
        }
        let calls = calls(value.to_token_stream()).unwrap_or(false);
        let value = Box::new(value);
        Ok(if calls {
            Self::Constant(value)
        } else {
            Self::Value(value)
        })
    }
}

fn sql(call: &ExprCall) -> syn::Result<DefaultValue> {
    let mut arguments = call.args.iter();
    match (arguments.next(), arguments.next()) {
        (
            Some(Expr::Lit(ExprLit {
                lit: Lit::Str(literal),
                ..
            })),
            None,
        ) => sql_text(literal.clone(), "default").map(DefaultValue::Sql),
        _ => Err(syn::Error::new_spanned(call, SQL_CALL)),
    }
}

/// The remedy for an `Option`.
fn optional(value: &Expr) -> Option<&'static str> {
    match value {
        Expr::Path(path) if path.path.is_ident("None") => {
            Some("remove `default`, since NULL is the default already")
        }
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) if function.path.is_ident("Some") => {
                Some("write it without `Some`")
            }
            _ => None,
        },
        _ => None,
    }
}

/// The remedy for a well-known call that is not a constant. For any other, the compiler reports the call.
fn remedy(value: &Expr) -> Option<String> {
    match value {
        Expr::Call(call) => remedy_of_call(call),
        Expr::MethodCall(call) => remedy_of_method(call),
        Expr::Binary(binary) => remedy(&binary.left),
        Expr::Reference(reference) => remedy(&reference.expr),
        Expr::Paren(paren) => remedy(&paren.expr),
        Expr::Try(value) => remedy(&value.expr),
        _ => None,
    }
}

fn remedy_of_call(call: &ExprCall) -> Option<String> {
    let Expr::Path(function) = &*call.func else {
        return None;
    };
    let path = &function.path;
    let name = path.segments.last()?.ident.to_string();
    let argument = call.args.first();
    let remedy = match name.as_str() {
        "now" | "now_utc" | "now_local" | "today" => "`default = now()`",
        "new_v4" | "gen_random_uuid" | "random" => "`default = gen_random_uuid()`",
        "now_v7" | "new_v7" => "`default = sql(\"uuidv7()\")`",
        "default" if call.args.is_empty() => "the value itself",
        "from" => return argument.and_then(text),
        // `Some(Utc::now())`.
        _ => return call.args.iter().find_map(remedy),
    };
    Some(remedy.to_owned())
}

fn remedy_of_method(call: &ExprMethodCall) -> Option<String> {
    let name = call.method.to_string();
    if ["into", "to_owned", "to_string"].contains(&name.as_str()) {
        return text(&call.receiver);
    }
    remedy(&call.receiver)
}

/// The remedy for a text that is converted to a `String`.
fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(_), ..
        }) => Some("the text without the conversion".to_owned()),
        other => remedy(other),
    }
}

/// Returns true if an expression calls something, or `None` if it contains a macro, such as `json!`.
fn calls(tokens: TokenStream) -> Option<bool> {
    let mut found = false;
    let mut after_name = false;
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '!' && after_name => return None,
            TokenTree::Group(group) => {
                found |= after_name && group.delimiter() == Delimiter::Parenthesis;
                found |= calls(group.stream())?;
                after_name = false;
            }
            TokenTree::Ident(_) => after_name = true,
            TokenTree::Punct(punct) => after_name = punct.as_char() == '>',
            TokenTree::Literal(_) => after_name = false,
        }
    }
    Some(found)
}
