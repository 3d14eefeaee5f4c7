//! Functions, procedures and triggers. Their `create` statements are part of the model.

use super::quote;
use super::tokens::{Token, tokens};
use crate::model::{Name, Routine, RoutineKind};

/// Returns the name of a routine with the types of its arguments: `"clinic"."total"(bigint)`.
pub(crate) fn name(name: &Name) -> String {
    match name.name.split_once('(') {
        Some((short, arguments)) => format!("{}({arguments}", name.beside(short)),
        None => name.to_string(),
    }
}

/// Returns the statement that drops a routine.
pub(crate) fn drop(routine: &Routine) -> String {
    let kind = match routine.kind {
        RoutineKind::Function => "function",
        RoutineKind::Procedure => "procedure",
        RoutineKind::Aggregate => "aggregate",
    };
    format!("drop {kind} {}({})", routine.name, routine.arguments)
}

/// Returns what `create or replace` cannot change: the arguments with their names and defaults, and the result type.
pub(crate) fn signature(definition: &str) -> Vec<Token> {
    let mut depth = 0_usize;
    let mut signature = Vec::new();
    let all = tokens(definition);
    let start = all.iter().position(|token| *token == Token::Symbol('('));
    for token in all.into_iter().skip(start.unwrap_or(0)) {
        match &token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') => depth = depth.saturating_sub(1),
            Token::Word(word) if depth == 0 && AFTER_SIGNATURE.contains(&word.as_str()) => break,
            _ => {}
        }
        signature.push(token);
    }
    signature
}

/// Words that can follow the result type.
const AFTER_SIGNATURE: [&str; 21] = [
    "language",
    "transform",
    "window",
    "immutable",
    "stable",
    "volatile",
    "leakproof",
    "not",
    "called",
    "strict",
    "external",
    "security",
    "parallel",
    "cost",
    "rows",
    "support",
    "set",
    "as",
    "begin",
    "return",
    "sfunc",
];

/// Returns the statement that drops a trigger.
pub(crate) fn drop_trigger(table: &Name, trigger: &str) -> String {
    format!("drop trigger {} on {table}", quote::name(trigger))
}

/// Returns the statement that makes a trigger fire, or not.
pub(crate) fn enable_trigger(table: &Name, trigger: &str, enable: bool) -> String {
    let enable = if enable { "enable" } else { "disable" };
    format!(
        "alter table {table} {enable} trigger {}",
        quote::name(trigger)
    )
}
