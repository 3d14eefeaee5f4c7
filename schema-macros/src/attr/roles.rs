//! `to = "app"` and `to("app", "admin")` of `#[policy]` and `#[grant]`.

use syn::LitStr;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::value::{parenthesized, string};
use crate::util::names::Name;

/// Parses the names of roles.
pub(crate) fn roles(input: ParseStream<'_>, key: &Ident) -> syn::Result<Vec<LitStr>> {
    let roles = if input.peek(syn::token::Paren) {
        let usage = "`to` expects names of roles; write `to(\"app\", \"admin\")`";
        parenthesized(input, usage, |content| {
            let mut roles = Vec::new();
            while !content.is_empty() {
                let role = content.parse::<LitStr>();
                roles.push(role.map_err(|error| syn::Error::new(error.span(), usage))?);
                if !content.is_empty() {
                    content.parse::<Token![,]>()?;
                }
            }
            Ok(roles)
        })?
    } else {
        vec![string(input, key)?]
    };
    if roles.is_empty() {
        let message = "`to` names no role; write `to = \"app\"`";
        return Err(syn::Error::new(key.span(), message));
    }
    for role in &roles {
        check(role)?;
    }
    Ok(roles)
}

/// Postgres replaces these words by the role that runs the statement, so the result differs with each user.
const CURRENT: [&str; 3] = ["current_user", "session_user", "current_role"];

fn check(role: &LitStr) -> syn::Result<()> {
    let name = Name::from(role.clone());
    if let Some(problem) = name.problem("name of a role") {
        return Err(syn::Error::new(role.span(), problem));
    }
    if CURRENT.contains(&name.value.as_str()) {
        let word = name.value;
        let message = format!(
            "`{word}` is another role for each user that creates the table; write the role's name"
        );
        return Err(syn::Error::new(role.span(), message));
    }
    Ok(())
}
