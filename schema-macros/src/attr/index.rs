//! `#[index(status, created_at.desc())]`, `#[index(hnsw(embedding.vector_cosine_ops), with(m = 16))]` on the struct.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::token::Paren;
use syn::{Attribute, Ident, Lit, LitStr, Token};

use super::value::{equals, fields, flag, parenthesized, sql, sql_call, sql_text, string};
use super::{Keyed, Method, Reader, Slot, attribute_key};
use crate::errors::Errors;
use crate::{suggest, symbol};

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
    /// The word `index` of the attribute.
    pub(crate) key: Ident,
    /// The method, where it is written.
    pub(crate) method: Option<Keyed<Method>>,
    /// What is indexed, in order.
    pub(crate) parts: Vec<PartAttr>,
    /// Fields that the index carries and does not search.
    pub(crate) include: Slot<Vec<Ident>>,
    /// The condition of a partial index, as SQL.
    pub(crate) filter: Slot<LitStr>,
    /// The storage parameters.
    pub(crate) with: Slot<Vec<StorageParameter>>,
    /// Whether no two rows are equal in what is indexed.
    pub(crate) unique: Slot<()>,
    /// Whether two NULLs count as equal.
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
            let word = reader.word(input)?;
            if input.peek(Token![=]) {
                index.read_pair(reader, input, &word)
            } else if input.peek(Paren) && word != "sql" {
                index.read_group(reader, input, word)
            } else {
                index.read_word(reader, input, word)
            }
        });
        let message = "`#[index]` has no column; write `#[index(a, b)]`";
        reader.require(!index.parts.is_empty(), &index.key, message);
        index
    }

    /// Reads `key = value`.
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
                let message = format!("`{key}` takes a list; write `{key}(…)`");
                return Err(syn::Error::new(key.span(), message));
            }
            _ => return Err(reader.unknown_key(key, &KEYS)),
        }
        Ok(())
    }

    /// Reads `key(…)` and `method(…)`.
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
            let remedy = suggest::instead_of(&name, &Method::NAMES);
            let message = format!("unknown index method `{name}`; {remedy}");
            return Err(syn::Error::new(key.span(), message));
        };
        if let Some(first) = &self.method {
            let first = &first.key;
            let message = format!(
                "an index has one method, here are `{first}` and `{name}`; write two `#[index]`"
            );
            return Err(syn::Error::new(key.span(), message));
        }
        if !self.parts.is_empty() {
            return Err(outside(&key, &key));
        }
        reader.group(input, |reader, input| {
            let word = reader.word(input)?;
            self.parts.push(PartAttr::parse(input, word)?);
            Ok(())
        })?;
        self.method = Some(Keyed { key, value });
        Ok(())
    }

    /// Reads a flag, or a part with its modifiers.
    fn read_word(
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
                    return Err(outside(&word, &method.key));
                }
                self.parts.push(PartAttr::parse(input, word)?);
            }
        }
        Ok(())
    }
}

/// The error for columns beside the parentheses of a method.
fn outside(word: &Ident, method: &Ident) -> syn::Error {
    let message =
        format!("a column of this index stands outside of `{method}(…)`; write all columns inside");
    syn::Error::new(word.span(), message)
}

/// One column or expression of an index, before its name is looked up.
pub(crate) struct PartAttr {
    pub(crate) target: Target<Ident>,
    pub(crate) modifiers: Modifiers,
}

/// What a part of an index reads.
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

/// What is written behind a part of an index: `.desc().nulls_last()`, `.collate("C")`, `.vector_cosine_ops`.
#[derive(Default)]
pub(crate) struct Modifiers {
    pub(crate) direction: Option<Keyed<Direction>>,
    pub(crate) nulls: Option<Keyed<Nulls>>,
    pub(crate) collate: Option<Keyed<LitStr>>,
    /// The operator class.
    pub(crate) class: Option<Ident>,
}

/// The order of a part of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Asc,
    Desc,
}

/// The place of NULLs in an index.
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
        let surplus = format!("unexpected argument of `{name}`; remove it");
        let free = parenthesized(input, &surplus, |content| match name.as_str() {
            "asc" => Ok(put(&mut self.direction, &key, Direction::Asc)),
            "desc" => Ok(put(&mut self.direction, &key, Direction::Desc)),
            "nulls_first" => Ok(put(&mut self.nulls, &key, Nulls::First)),
            "nulls_last" => Ok(put(&mut self.nulls, &key, Nulls::Last)),
            "collate" => {
                let collation = collation(content)?;
                Ok(put(&mut self.collate, &key, collation))
            }
            _ => {
                let remedy = suggest::instead_of(&name, &MODIFIERS);
                let message = format!("unknown modifier `{name}` in `#[index]`; {remedy}");
                Err(syn::Error::new(key.span(), message))
            }
        })?;
        if free { Ok(()) } else { Err(twice(&key)) }
    }

    fn set_class(&mut self, key: Ident, name: &str) -> syn::Result<()> {
        if MODIFIERS.contains(&name) {
            let argument = if name == "collate" { "\"…\"" } else { "" };
            let message = format!("`{name}` is written as a method; write `{name}({argument})`");
            return Err(syn::Error::new(key.span(), message));
        }
        if self.class.is_some() {
            return Err(twice(&key));
        }
        self.class = Some(key);
        Ok(())
    }
}

/// Reads the argument of `collate("…")`.
fn collation(content: ParseStream<'_>) -> syn::Result<LitStr> {
    let literal = content.parse().map_err(|error: syn::Error| {
        let message = "`collate` takes a string; write `collate(\"…\")`";
        syn::Error::new(error.span(), message)
    })?;
    sql_text(literal, "collate")
}

/// Stores a modifier; false if there is one of its kind.
fn put<T>(slot: &mut Option<Keyed<T>>, key: &Ident, value: T) -> bool {
    let free = slot.is_none();
    if free {
        let key = key.clone();
        *slot = Some(Keyed { key, value });
    }
    free
}

fn twice(key: &Ident) -> syn::Error {
    let message = format!("`{key}` is the second modifier of its kind on this column; remove one");
    syn::Error::new(key.span(), message)
}

/// `m = 16` in `with(…)`.
pub(crate) struct StorageParameter {
    pub(crate) key: Ident,
    /// An integer, a float, a boolean or a string.
    pub(crate) value: Lit,
}

impl StorageParameter {
    fn parse_list(reader: &mut Reader<'_>, input: ParseStream<'_>) -> syn::Result<Vec<Self>> {
        let mut list: Vec<Self> = Vec::new();
        reader.group(input, |reader, input| {
            let key = reader.word(input)?;
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
