//! `#[derive(JsonTable)]` with `#[json_table(path = "…")]` and, on a field, `#[json_table(path = "…")]`, `exists` or
//! `ordinality`.

use syn::{DeriveInput, Field, Ident, LitStr, Path};

use super::{attributes, krate, named_fields};
use crate::attr::{Reader, Slot, equals, flag, string};
use crate::check::shape;
use crate::util::errors::Errors;
use crate::util::symbol;

/// A struct whose fields are the columns of `json_table`.
pub(crate) struct JsonTable<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The path of the rows.
    pub(crate) path: String,
    pub(crate) columns: Vec<JsonColumn<'a>>,
}

/// A field and its place in the JSON of a row.
pub(crate) struct JsonColumn<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    pub(crate) place: Place,
}

/// The source of a column's value.
pub(crate) enum Place {
    /// The key with the name of the field.
    Key,
    /// The value at a path.
    Path(String),
    /// True if a path finds a value.
    Exists(String),
    /// The number of the row.
    Ordinality,
}

impl<'a> JsonTable<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let mut path = Slot::default();
        let mut crate_path = Slot::default();
        for attribute in attributes(&original.attrs, symbol::JSON_TABLE) {
            Reader::new(symbol::JSON_TABLE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "path" => {
                        let value = json_path(&string(input, &key)?)?;
                        reader.set(&mut path, key, value);
                    }
                    "crate" => {
                        equals(input, &key, "schema_core")?;
                        reader.set(&mut crate_path, key, input.call(Path::parse_mod_style)?);
                    }
                    _ => return Err(reader.unknown_key(&key, &["path", "crate"])),
                }
                Ok(())
            });
        }
        shape::no_generics(&original.ident, &original.generics, errors);
        // The struct derives `Selectable` as well. The compiler prints two equal errors once.
        let fields = named_fields(original, "Selectable", errors)?;
        let columns: Vec<_> = fields
            .into_iter()
            .filter_map(|field| JsonColumn::parse(field, errors))
            .collect();
        check_one_ordinality(&columns, errors);
        Some(Self {
            original,
            krate: krate(crate_path),
            path: path.value().unwrap_or_else(|| "$[*]".to_owned()),
            columns,
        })
    }
}

/// Postgres has one column `for ordinality`.
fn check_one_ordinality(columns: &[JsonColumn<'_>], errors: &mut Errors) {
    let mut numbers = columns
        .iter()
        .filter(|column| matches!(column.place, Place::Ordinality));
    let Some(first) = numbers.next() else {
        return;
    };
    for second in numbers {
        let (first, name) = (first.ident, second.ident);
        let message =
            format!("`{first}` is the number of the row already; remove `ordinality` of `{name}`");
        errors.at(name, message);
    }
}

impl<'a> JsonColumn<'a> {
    fn parse(original: &'a Field, errors: &mut Errors) -> Option<Self> {
        let ident = original.ident.as_ref()?;
        let mut place: Option<(Ident, Place)> = None;
        for attribute in attributes(&original.attrs, symbol::JSON_TABLE) {
            Reader::new(symbol::JSON_TABLE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                let new = match key.to_string().as_str() {
                    "path" => Place::Path(json_path(&string(input, &key)?)?),
                    "exists" => Place::Exists(json_path(&string(input, &key)?)?),
                    "ordinality" => {
                        flag(input, &key)?;
                        Place::Ordinality
                    }
                    _ => return Err(reader.unknown_key(&key, &["path", "exists", "ordinality"])),
                };
                match &place {
                    None => place = Some((key, new)),
                    Some((first, _)) if *first == key => {
                        let message =
                            format!("duplicate `{key}` in `#[json_table]`; remove one");
                        reader.errors.at(&key, message);
                    }
                    Some((first, _)) => {
                        let message = format!(
                            "`{ident}` has one place in the JSON, not both `{first}` and `{key}`; remove one"
                        );
                        reader.errors.at(&key, message);
                    }
                }
                Ok(())
            });
        }
        Some(Self {
            original,
            ident,
            place: place.map_or(Place::Key, |(_, place)| place),
        })
    }
}

/// Checks that a text can be a path. The server parses it.
fn json_path(literal: &LitStr) -> syn::Result<String> {
    let text = literal.value();
    let dollars = dollars(&text);
    if dollars.is_empty() || text.contains('\0') {
        let message = "a path into JSON starts at `$`; write it like `\"$.items[*]\"`";
        return Err(syn::Error::new(literal.span(), message));
    }
    if let Some(variable) = dollars.into_iter().find(|name| !name.is_empty()) {
        let message = format!(
            "`${variable}` is a variable, and `json_table` sets none; compare the columns in `filter`"
        );
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(text)
}

/// The word after each `$` of a path outside of its strings: the name of a variable, or nothing at the root.
fn dollars(path: &str) -> Vec<String> {
    let mut dollars = Vec::new();
    let mut chars = path.chars().peekable();
    let mut in_string = false;
    while let Some(char) = chars.next() {
        match char {
            '\\' => {
                chars.next();
            }
            '"' => in_string = !in_string,
            '$' if !in_string => {
                let mut name = String::new();
                while let Some(next) = chars.next_if(|next| next.is_alphanumeric() || *next == '_')
                {
                    name.push(next);
                }
                if name.is_empty() && chars.peek() == Some(&'"') {
                    chars.next();
                    name.extend(chars.by_ref().take_while(|next| *next != '"'));
                }
                dollars.push(name);
            }
            _ => {}
        }
    }
    dollars
}
