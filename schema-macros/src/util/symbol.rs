//! The names of the attributes.

use proc_macro2::{Ident, TokenTree};
use syn::{Attribute, Meta};

pub(crate) const TABLE: &str = "table";
pub(crate) const VIEW: &str = "view";
pub(crate) const COLUMN: &str = "column";
pub(crate) const PRIMARY_KEY: &str = "primary_key";
pub(crate) const UNIQUE: &str = "unique";
pub(crate) const INDEX: &str = "index";
pub(crate) const CHECK: &str = "check";
pub(crate) const FOREIGN_KEY: &str = "foreign_key";
pub(crate) const POLICY: &str = "policy";
pub(crate) const GRANT: &str = "grant";
pub(crate) const TRIGGER: &str = "trigger";

pub(crate) const PG_COMPOSITE: &str = "pg_composite";
pub(crate) const PG_ENUM: &str = "pg_enum";
pub(crate) const PG_NEWTYPE: &str = "pg_newtype";
pub(crate) const INSERTABLE: &str = "insertable";
pub(crate) const JSON_PATHS: &str = "json_paths";
pub(crate) const JSON_TABLE: &str = "json_table";
pub(crate) const PARAMS: &str = "params";
pub(crate) const SELECTABLE: &str = "selectable";

/// The attributes that `#[table]` parses and then removes.
pub(crate) const HELPERS: [&str; 9] = [
    COLUMN,
    PRIMARY_KEY,
    UNIQUE,
    INDEX,
    CHECK,
    FOREIGN_KEY,
    POLICY,
    GRANT,
    TRIGGER,
];

/// The name of a helper attribute of `#[table]`, or `None` for any other attribute.
pub(crate) fn helper(attribute: &Attribute) -> Option<&'static str> {
    HELPERS
        .into_iter()
        .find(|name| attribute.path().is_ident(name))
}

/// The name of a helper attribute inside `#[cfg_attr(condition, …)]`.
pub(crate) fn conditional_helper(attribute: &Attribute) -> Option<Ident> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    if !list.path.is_ident("cfg_attr") {
        return None;
    }
    let after_condition = list
        .tokens
        .clone()
        .into_iter()
        .skip_while(|token| !is_comma(token));
    let mut words = after_condition.filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let is_helper = |word: &Ident| HELPERS.iter().any(|name| word == name);
    words.find(is_helper)
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}
