//! `#[partition_by(range(created_at))]` and `#[partition(name = "…", from = "…", to = "…")]` on the struct.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, Lit, LitInt, LitStr, Token};

use super::index::PartAttr;
use super::value::{equals, flag, parenthesized, sql_call, string};
use super::{Keyed, Reader, Slot, Target, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

/// The key of a partitioned table.
pub(crate) struct PartitionByAttr {
    /// The attribute name `partition_by`.
    pub(crate) key: Ident,
    pub(crate) strategy: Option<Keyed<Strategy>>,
    /// The columns and expressions.
    pub(crate) parts: Vec<Target<Ident>>,
}

/// How rows are distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strategy {
    Range,
    List,
    Hash,
}

impl Strategy {
    const NAMES: [&str; 3] = ["range", "list", "hash"];

    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "range" => Self::Range,
            "list" => Self::List,
            "hash" => Self::Hash,
            _ => return None,
        })
    }

    /// The bounds that the strategy has, as an attribute writes them.
    pub(crate) fn bound(self) -> &'static str {
        match self {
            Self::Range => "from = …, to = …",
            Self::List => "values(…)",
            Self::Hash => "modulus = …, remainder = …",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::List => "list",
            Self::Hash => "hash",
        }
    }
}

impl PartitionByAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut by = Self {
            key: attribute_key(attribute),
            strategy: None,
            parts: Vec::new(),
        };
        let mut reader = Reader::new(symbol::PARTITION_BY, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            let name = word.to_string();
            let Some(value) = Strategy::from_name(&name).filter(|_| input.peek(Paren)) else {
                let remedy = if input.peek(Paren) {
                    suggest::remedy(&name, &Strategy::NAMES)
                } else {
                    format!("write `range({name})`, `list({name})` or `hash({name})`")
                };
                let message = format!("`#[partition_by]` has no strategy `{name}`; {remedy}");
                return Err(syn::Error::new(word.span(), message));
            };
            if by.strategy.is_some() {
                let message = "a table is partitioned in one way; remove one strategy";
                return Err(syn::Error::new(word.span(), message));
            }
            reader.group(input, |reader, input| {
                let word = reader.ident(input)?;
                let part = PartAttr::parse(input, word.clone())?;
                if !part.modifiers.is_empty() {
                    let message =
                        format!("a part of a partition key has no modifiers; write `{word}` alone");
                    return Err(syn::Error::new(word.span(), message));
                }
                by.parts.push(part.target);
                Ok(())
            })?;
            by.strategy = Some(Keyed { key: word, value });
            Ok(())
        });
        let message = "`#[partition_by]` names no column; write `#[partition_by(range(a))]`";
        reader.require(!by.parts.is_empty(), &by.key, message);
        by
    }
}

const KEYS: [&str; 8] = [
    "name",
    "from",
    "to",
    "values",
    "default",
    "modulus",
    "remainder",
    "hash",
];

/// A partition, or several that a hash distributes.
pub(crate) struct PartitionAttr {
    /// The attribute name `partition`.
    pub(crate) key: Ident,
    /// The partition's name in the database.
    pub(crate) name: Slot<LitStr>,
    from: Slot<Vec<BoundValue>>,
    to: Slot<Vec<BoundValue>>,
    values: Slot<Vec<BoundValue>>,
    default: Slot<()>,
    modulus: Slot<u32>,
    remainder: Slot<u32>,
    hash: Slot<u32>,
    /// True if a key could not be parsed, and so seems to be missing.
    is_damaged: bool,
}

/// The rows of a partition.
pub(crate) enum Bound {
    Range(Vec<BoundValue>, Vec<BoundValue>),
    List(Vec<BoundValue>),
    /// The modulus and the remainder.
    Hash(u32, u32),
    /// As many partitions as there are remainders.
    AllOfHash(u32),
    Default,
}

/// A value in a bound.
#[derive(Clone)]
pub(crate) struct BoundValue {
    pub(crate) text: String,
    /// True for a string, false for SQL.
    pub(crate) is_text: bool,
    pub(crate) span: Span,
}

impl PartitionAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut partition = Self {
            key: attribute_key(attribute),
            name: Slot::default(),
            from: Slot::default(),
            to: Slot::default(),
            values: Slot::default(),
            default: Slot::default(),
            modulus: Slot::default(),
            remainder: Slot::default(),
            hash: Slot::default(),
            is_damaged: false,
        };
        let earlier = errors.len();
        let mut reader = Reader::new(symbol::PARTITION, errors);
        reader.read(attribute, |reader, input| partition.item(reader, input));
        let message = "`#[partition]` has no bound; write `from = …, to = …`, `values(…)`, `default` or `hash(…)`";
        reader.require(
            partition.bound_keys().next().is_some(),
            &partition.key,
            message,
        );
        partition.is_damaged = reader.errors.len() > earlier;
        let needs_name = partition.hash.is_set() || partition.name.is_set();
        let message = "`#[partition]` has no name; add `name = \"…\"`";
        reader.require(needs_name, &partition.key, message);
        partition
    }

    fn item(&mut self, reader: &mut Reader<'_>, input: ParseStream<'_>) -> syn::Result<()> {
        let key = reader.ident(input)?;
        let owned = key.clone();
        match key.to_string().as_str() {
            "name" => reader.set(&mut self.name, owned, string(input, &key)?),
            "from" => {
                let list = values(reader, input, &key)?;
                reader.set(&mut self.from, owned, list);
            }
            "to" => {
                let list = values(reader, input, &key)?;
                reader.set(&mut self.to, owned, list);
            }
            "values" => {
                let list = values(reader, input, &key)?;
                reader.set(&mut self.values, owned, list);
            }
            "modulus" => reader.set(&mut self.modulus, owned, number(input, &key)?),
            "remainder" => reader.set(&mut self.remainder, owned, number(input, &key)?),
            "hash" => {
                if !input.peek(Paren) {
                    return Err(syn::Error::new(key.span(), HASH));
                }
                let count = parenthesized(input, HASH, |content| integer(content, &key))?;
                reader.set(&mut self.hash, owned, count);
            }
            "default" => {
                flag(input, &key)?;
                reader.set(&mut self.default, owned, ());
            }
            _ => return Err(reader.unknown_key(&key, &KEYS)),
        }
        Ok(())
    }

    /// One key for each kind of bound that is present.
    fn bound_keys(&self) -> impl Iterator<Item = &Ident> {
        let keys = [
            self.from.key().or(self.to.key()),
            self.values.key(),
            self.modulus.key().or(self.remainder.key()),
            self.hash.key(),
            self.default.key(),
        ];
        keys.into_iter().flatten()
    }

    /// The rows of the partition, or `None` after an error.
    pub(crate) fn bound(self, errors: &mut Errors) -> Option<Keyed<Bound>> {
        let mut keys = self.bound_keys();
        let key = keys.next()?.clone();
        if let Some(second) = keys.next() {
            let message =
                format!("a partition has one bound, not both `{key}` and `{second}`; remove one");
            errors.at(second, message);
            return None;
        }
        drop(keys);
        let mut both = |name: &str, other: &str, example: &str| {
            let message =
                format!("`#[partition]` has `{name}` but no `{other}`; add `{other} = {example}`");
            if !self.is_damaged {
                errors.at(&key, message);
            }
            None
        };
        let value = match key.to_string().as_str() {
            "from" | "to" => match (self.from.value(), self.to.value()) {
                (Some(from), Some(to)) => Bound::Range(from, to),
                (Some(_), None) => return both("from", "to", "maxvalue"),
                _ => return both("to", "from", "minvalue"),
            },
            "values" => Bound::List(self.values.value()?),
            "modulus" | "remainder" => match (self.modulus.value(), self.remainder.value()) {
                (Some(modulus), Some(remainder)) => Bound::Hash(modulus, remainder),
                (Some(_), None) => return both("modulus", "remainder", "0"),
                _ => return both("remainder", "modulus", "4"),
            },
            "hash" => Bound::AllOfHash(self.hash.value()?),
            _ => Bound::Default,
        };
        Some(Keyed { key, value })
    }
}

/// The error for anything but `hash(4)`.
const HASH: &str = "`hash` needs the number of partitions; write `hash(4)`";

/// Parses `= value` and `(value, value)`.
fn values(
    reader: &mut Reader<'_>,
    input: ParseStream<'_>,
    key: &Ident,
) -> syn::Result<Vec<BoundValue>> {
    let mut list = Vec::new();
    if input.peek(Paren) {
        reader.group(input, |_, input| {
            list.push(BoundValue::parse(input, key)?);
            Ok(())
        })?;
    } else {
        let example = if key == "values" {
            "…"
        } else {
            "\"2026-01-01\""
        };
        equals(input, key, example)?;
        list.push(BoundValue::parse(input, key)?);
    }
    Ok(list)
}

fn number(input: ParseStream<'_>, key: &Ident) -> syn::Result<u32> {
    equals(input, key, "4")?;
    integer(input, key)
}

fn integer(input: ParseStream<'_>, key: &Ident) -> syn::Result<u32> {
    let number = input.parse::<LitInt>();
    let value = number.and_then(|number| number.base10_parse());
    value.map_err(|error| {
        let message = format!("the value of `{key}` is not a number; write a small integer");
        syn::Error::new(error.span(), message)
    })
}

impl BoundValue {
    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        let span = input.span();
        let sql = |text: String| Self {
            text,
            is_text: false,
            span,
        };
        let problem = |span| {
            let message = format!(
                "`{key}` expects a string, a number, `minvalue`, `maxvalue`, `null` or `sql(\"…\")`; write one of them"
            );
            syn::Error::new(span, message)
        };
        let minus = if input.parse::<Token![-]>().is_ok() {
            "-"
        } else {
            ""
        };
        if input.peek(Lit) && !input.peek(syn::LitBool) {
            return match input.parse::<Lit>()? {
                Lit::Str(text) if minus.is_empty() => Ok(Self {
                    text: text.value(),
                    is_text: true,
                    span,
                }),
                Lit::Int(number) => Ok(sql(format!("{minus}{}", number.base10_digits()))),
                Lit::Float(number) => Ok(sql(format!("{minus}{}", number.base10_digits()))),
                _ => Err(problem(span)),
            };
        }
        let word = input.call(Ident::parse_any).map_err(|_| problem(span))?;
        match word.to_string().as_str() {
            name @ ("minvalue" | "maxvalue" | "null" | "true" | "false") => {
                Ok(sql(name.to_owned()))
            }
            "sql" if input.peek(Paren) => Ok(sql(sql_call(input)?.value())),
            _ => Err(problem(word.span())),
        }
    }
}
