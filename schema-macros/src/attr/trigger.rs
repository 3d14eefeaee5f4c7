//! `#[trigger(name = "audit", after(insert, update(status)), for_each = row, execute = "audit()")]` on the struct.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, LitStr};

use super::value::{equals, fields, sql, string};
use super::{Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

const KEYS: [&str; 6] = ["name", "before", "after", "for_each", "when", "execute"];
const EVENTS: [&str; 4] = ["insert", "update", "delete", "truncate"];

/// A trigger.
pub(crate) struct TriggerAttr {
    /// The attribute name `trigger`.
    pub(crate) key: Ident,
    /// The trigger's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The changes that fire it. The key is `before` or `after`.
    pub(crate) events: Slot<Vec<EventAttr>>,
    /// True if it fires for each row, false for each statement.
    pub(crate) for_each_row: Slot<bool>,
    /// The condition on which it fires, in SQL.
    pub(crate) when: Slot<LitStr>,
    /// The call of its function, in SQL.
    pub(crate) execute: Slot<LitStr>,
}

/// A change that fires a trigger.
pub(crate) struct EventAttr {
    /// The word of SQL.
    pub(crate) word: Ident,
    /// The fields of `update(…)`; none for a change of any column.
    pub(crate) columns: Vec<Ident>,
}

impl TriggerAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut trigger = Self {
            key: attribute_key(attribute),
            name: Slot::default(),
            events: Slot::default(),
            for_each_row: Slot::default(),
            when: Slot::default(),
            execute: Slot::default(),
        };
        let mut reader = Reader::new(symbol::TRIGGER, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            trigger.read(reader, input, word)
        });
        let key = &trigger.key;
        let message = "`#[trigger]` has no name; add `name = \"…\"`";
        reader.require(trigger.name.is_set(), key, message);
        let message = "`#[trigger]` names no change; add `before(update)` or `after(update)`";
        reader.require(trigger.events.is_set(), key, message);
        let message = "`#[trigger]` calls no function; add `execute = \"touch()\"`";
        reader.require(trigger.execute.is_set(), key, message);
        let message = "`#[trigger]` has no `for_each`; add `for_each = row`";
        reader.require(trigger.for_each_row.is_set(), key, message);
        trigger.check(errors);
        trigger
    }

    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        word: Ident,
    ) -> syn::Result<()> {
        match word.to_string().as_str() {
            "name" => reader.set(&mut self.name, word.clone(), string(input, &word)?),
            "before" | "after" => {
                let events = EventAttr::parse_list(reader, input, &word)?;
                if let Some(other) = self.events.key().filter(|other| **other != word) {
                    let message = format!(
                        "a trigger fires at one time, but `{other}` is there already; write two triggers"
                    );
                    return Err(syn::Error::new(word.span(), message));
                }
                reader.set(&mut self.events, word, events);
            }
            "for_each" => reader.set(&mut self.for_each_row, word.clone(), level(input, &word)?),
            "when" => reader.set(&mut self.when, word.clone(), sql(input, &word)?),
            "execute" => reader.set(&mut self.execute, word.clone(), call(input, &word)?),
            "instead_of" => {
                let remedy = "only a view has such triggers; write `before(…)` or `after(…)`";
                return Err(reader.unknown(&word, remedy));
            }
            "function" | "call" | "procedure" => {
                return Err(reader.unknown(&word, "write `execute = \"touch()\"`"));
            }
            _ => return Err(reader.unknown_key(&word, &KEYS)),
        }
        Ok(())
    }

    fn check(&self, errors: &mut Errors) {
        let events = self.events.get().into_iter().flatten();
        let truncate = events.clone().find(|event| event.word == "truncate");
        if let (Some(true), Some(event)) = (self.for_each_row.get(), truncate) {
            errors.at(
                &event.word,
                "`truncate` fires a trigger once for the statement; write `for_each = statement`",
            );
        }
    }
}

impl EventAttr {
    fn parse_list(
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<Vec<Self>> {
        if !input.peek(Paren) {
            let message = format!("`{key}` needs a list of changes; write `{key}(insert, update)`");
            return Err(syn::Error::new(key.span(), message));
        }
        let mut events: Vec<Self> = Vec::new();
        let earlier = reader.errors.len();
        reader.group(input, |reader, input| {
            let word = reader.ident(input)?;
            if EVENTS.iter().all(|event| word != event) {
                let remedy = suggest::remedy(&word.to_string(), &EVENTS);
                let message = format!("unknown change `{word}` in `#[trigger]`; {remedy}");
                return Err(syn::Error::new(word.span(), message));
            }
            if events.iter().any(|event| event.word == word) {
                let message = format!("`{key}` names `{word}` twice; remove one");
                return Err(syn::Error::new(word.span(), message));
            }
            let mut columns = Vec::new();
            if input.peek(Paren) {
                columns = fields(reader, input, &word)?;
                if word != "update" {
                    let message = format!("only `update` names columns; write `{word}`");
                    return Err(syn::Error::new(word.span(), message));
                }
            }
            events.push(Self { word, columns });
            Ok(())
        })?;
        if events.is_empty() && reader.errors.len() == earlier {
            let message = format!("`{key}` names no change; write `{key}(insert, update)`");
            return Err(syn::Error::new(key.span(), message));
        }
        Ok(events)
    }
}

/// Parses `= row` or `= statement`; true for a row.
fn level(input: ParseStream<'_>, key: &Ident) -> syn::Result<bool> {
    equals(input, key, "row")?;
    let word = input.call(Ident::parse_any)?;
    match word.to_string().as_str() {
        "row" => Ok(true),
        "statement" => Ok(false),
        _ => {
            let message = "unknown `for_each`; write `row` or `statement`";
            Err(syn::Error::new(word.span(), message))
        }
    }
}

/// Parses the call of a function.
fn call(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    let literal = sql(input, key)?;
    let text = literal.value();
    let name = text
        .trim()
        .strip_suffix(')')
        .and_then(|text| text.split_once('('));
    if name.is_none_or(|(name, _)| name.trim().is_empty()) {
        let shown = suggest::excerpt(text.trim());
        let message = format!("`execute` is not a call; write `execute = \"{shown}()\"`");
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(literal)
}
