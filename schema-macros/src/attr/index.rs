//! `#[index(status, created_at.desc())]` and `#[index(hnsw(embedding.vector_cosine_ops), with(m = 16))]` on the struct.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, Lit, LitStr, Token};

use super::value::{equals, fields, flag, parenthesized, sql, sql_call, sql_text, string};
use super::{Keyed, Method, Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol, synonyms};

const KEYS: [&str; 6] = [
    "name",
    "where",
    "with",
    "include",
    "unique",
    "nulls_not_distinct",
];

const MODIFIERS: [&str; 5] = ["asc", "desc", "nulls_first", "nulls_last", "collate"];

/// An index.
pub(crate) struct IndexAttr {
    /// The attribute name `index`.
    pub(crate) key: Ident,
    /// The index method, if specified.
    pub(crate) method: Option<Keyed<Method>>,
    /// The indexed columns and expressions, in order.
    pub(crate) parts: Vec<PartAttr>,
    /// Fields that the index stores but does not search.
    pub(crate) include: Slot<Vec<Ident>>,
    /// The condition of a partial index, in SQL.
    pub(crate) filter: Slot<LitStr>,
    /// The storage parameters.
    pub(crate) with: Slot<Vec<StorageParameter>>,
    /// True if no two rows may have the same indexed values.
    pub(crate) unique: Slot<()>,
    /// True if NULLs are equal to each other.
    pub(crate) nulls_not_distinct: Slot<()>,
    /// The index's name in the database.
    pub(crate) name: Slot<LitStr>,
}

impl IndexAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut index = Self {
            key: attribute_key(attribute),
            method: None,
            parts: Vec::new(),
            include: Slot::default(),
            filter: Slot::default(),
            with: Slot::default(),
            unique: Slot::default(),
            nulls_not_distinct: Slot::default(),
            name: Slot::default(),
        };
        let mut reader = Reader::new(symbol::INDEX, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            if input.peek(Token![=]) {
                index.read_pair(reader, input, &word)
            } else if input.peek(Paren) && word != "sql" {
                index.read_group(reader, input, word)
            } else {
                index.read_column_or_flag(reader, input, word)
            }
        });
        let message = "`#[index]` has no columns; write `#[index(a, b)]`";
        reader.require(!index.parts.is_empty(), &index.key, message);
        index
    }

    /// Parses `key = value`.
    fn read_pair(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<()> {
        match key.to_string().as_str() {
            "name" => reader.set(&mut self.name, key.clone(), string(input, key)?),
            "where" => reader.set(&mut self.filter, key.clone(), sql(input, key)?),
            "unique" | "nulls_not_distinct" => flag(input, key)?,
            "with" | "include" => {
                let message = format!("`{key}` expects a list; write `{key}(…)`");
                return Err(syn::Error::new(key.span(), message));
            }
            word => {
                return Err(match synonyms::of_index(word) {
                    Some(remedy) => reader.unknown(key, remedy),
                    None => reader.unknown_key(key, &KEYS),
                });
            }
        }
        Ok(())
    }

    /// Parses `key(…)` and `method(…)`.
    fn read_group(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: Ident,
    ) -> syn::Result<()> {
        let name = key.to_string();
        match name.as_str() {
            "include" => {
                let columns = fields(reader, input, &key)?;
                reader.set(&mut self.include, key, columns);
                return Ok(());
            }
            "with" => {
                let parameters = StorageParameter::parse_list(reader, input)?;
                reader.set(&mut self.with, key, parameters);
                return Ok(());
            }
            "where" | "name" => return equals(input, &key, "\"…\""),
            _ => {}
        }
        let Some(value) = Method::from_name(&name) else {
            let remedy = suggest::remedy(&name, &Method::NAMES);
            let message = format!("unknown index method `{name}`; {remedy}");
            return Err(syn::Error::new(key.span(), message));
        };
        if let Some(first) = &self.method {
            let first = &first.key;
            let message = format!(
                "an index has one method, not both `{first}` and `{name}`; write two `#[index]` attributes"
            );
            return Err(syn::Error::new(key.span(), message));
        }
        if !self.parts.is_empty() {
            return Err(outside_method(&key, &key));
        }
        reader.group(input, |reader, input| {
            let word = reader.ident(input)?;
            self.parts.push(PartAttr::parse(input, word)?);
            Ok(())
        })?;
        self.method = Some(Keyed { key, value });
        Ok(())
    }

    /// Parses a flag, or a column or expression with its modifiers.
    fn read_column_or_flag(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        word: Ident,
    ) -> syn::Result<()> {
        match word.to_string().as_str() {
            "unique" => reader.set(&mut self.unique, word, ()),
            "nulls_not_distinct" => reader.set(&mut self.nulls_not_distinct, word, ()),
            _ => {
                if let Some(method) = &self.method {
                    return Err(outside_method(&word, &method.key));
                }
                self.parts.push(PartAttr::parse(input, word)?);
            }
        }
        Ok(())
    }
}

/// The error for a column outside the parentheses of a method.
fn outside_method(word: &Ident, method: &Ident) -> syn::Error {
    let message =
        format!("a column of this index is outside `{method}(…)`; move all columns inside");
    syn::Error::new(word.span(), message)
}

/// One column or expression of an index, before its name is resolved.
pub(crate) struct PartAttr {
    pub(crate) target: Target<Ident>,
    pub(crate) modifiers: Modifiers,
}

/// A column or an expression.
pub(crate) enum Target<C> {
    Column(C),
    Sql(LitStr),
}

impl PartAttr {
    fn parse(input: ParseStream<'_>, word: Ident) -> syn::Result<Self> {
        let target = if word == "sql" && input.peek(Paren) {
            Target::Sql(sql_call(input)?)
        } else {
            Target::Column(word)
        };
        let mut modifiers = Modifiers::default();
        while input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            modifiers.read(input)?;
        }
        Ok(Self { target, modifiers })
    }
}

/// The modifiers after a column or expression: `.desc().nulls_last()`, `.collate("C")`, `.vector_cosine_ops`.
#[derive(Default)]
pub(crate) struct Modifiers {
    pub(crate) direction: Option<Keyed<Direction>>,
    pub(crate) nulls: Option<Keyed<Nulls>>,
    pub(crate) collate: Option<Keyed<LitStr>>,
    /// The operator class.
    pub(crate) class: Option<Ident>,
}

/// The sort direction of a part of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Asc,
    Desc,
}

/// The position of NULLs in the order of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nulls {
    First,
    Last,
}

impl Modifiers {
    fn read(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        if !input.peek(Paren) {
            return self.set_class(key, &name);
        }
        let surplus = format!("unexpected argument to `{name}`; remove it");
        let free = parenthesized(input, &surplus, |content| match name.as_str() {
            "asc" => Ok(set_once(&mut self.direction, &key, Direction::Asc)),
            "desc" => Ok(set_once(&mut self.direction, &key, Direction::Desc)),
            "nulls_first" => Ok(set_once(&mut self.nulls, &key, Nulls::First)),
            "nulls_last" => Ok(set_once(&mut self.nulls, &key, Nulls::Last)),
            "collate" => {
                let collation = collation(content)?;
                Ok(set_once(&mut self.collate, &key, collation))
            }
            _ => {
                let remedy = suggest::remedy(&name, &MODIFIERS);
                let message = format!("unknown modifier `{name}` in `#[index]`; {remedy}");
                Err(syn::Error::new(key.span(), message))
            }
        })?;
        if free { Ok(()) } else { Err(conflict(&key)) }
    }

    fn set_class(&mut self, key: Ident, name: &str) -> syn::Result<()> {
        if MODIFIERS.contains(&name) {
            let argument = if name == "collate" { "\"…\"" } else { "" };
            let message = format!("`{name}` is a method; write `{name}({argument})`");
            return Err(syn::Error::new(key.span(), message));
        }
        if self.class.is_some() {
            return Err(conflict(&key));
        }
        self.class = Some(key);
        Ok(())
    }
}

/// Parses the argument of `collate("…")`.
fn collation(content: ParseStream<'_>) -> syn::Result<LitStr> {
    let literal = content.parse().map_err(|error: syn::Error| {
        let message = "`collate` expects a string; write `collate(\"…\")`";
        syn::Error::new(error.span(), message)
    })?;
    sql_text(literal, "collate")
}

/// Stores a modifier. Returns `false` if one of its kind is present.
fn set_once<T>(slot: &mut Option<Keyed<T>>, key: &Ident, value: T) -> bool {
    let free = slot.is_none();
    if free {
        let key = key.clone();
        *slot = Some(Keyed { key, value });
    }
    free
}

fn conflict(key: &Ident) -> syn::Error {
    let message = format!("`{key}` conflicts with an earlier modifier of this column; remove one");
    syn::Error::new(key.span(), message)
}

/// `m = 16` in `with(…)`.
pub(crate) struct StorageParameter {
    pub(crate) key: Ident,
    /// An integer, a float, a boolean or a string.
    pub(crate) value: Lit,
}

impl StorageParameter {
    pub(super) fn parse_list(
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
    ) -> syn::Result<Vec<Self>> {
        let mut list: Vec<Self> = Vec::new();
        reader.group(input, |reader, input| {
            let key = reader.ident(input)?;
            equals(input, &key, "…")?;
            let value: Lit = input
                .parse()
                .map_err(|error| Self::problem(&key, error.span()))?;
            if !matches!(
                value,
                Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Str(_)
            ) {
                return Err(Self::problem(&key, value.span()));
            }
            if list.iter().any(|parameter| parameter.key == key) {
                let message = format!("duplicate `{key}` in `with`; remove one");
                return Err(syn::Error::new(key.span(), message));
            }
            list.push(Self { key, value });
            Ok(())
        })?;
        Ok(list)
    }

    fn problem(key: &Ident, span: proc_macro2::Span) -> syn::Error {
        let message = format!(
            "the value of `{key}` in `with` is not a literal; write a number, a boolean or a string"
        );
        syn::Error::new(span, message)
    }
}
