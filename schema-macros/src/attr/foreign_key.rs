//! `#[foreign_key(a, b, references = (Table.x, Table.y), on_delete = cascade)]` on the struct, and the keys it shares
//! with `#[column(references = Table.x)]`.

use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr, Path, Token};

use super::value::{equals, parenthesized, string};
use super::{DeferrableOptions, Reader, Slot, ValidityOptions, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

const KEYS: [&str; 8] = [
    "references",
    "on_delete",
    "on_update",
    "deferrable",
    "initially_deferred",
    "not_valid",
    "not_enforced",
    "name",
];

/// A foreign key of one or more columns.
pub(crate) struct ForeignKeyAttr {
    /// The attribute name `foreign_key`.
    pub(crate) key: Ident,
    /// The fields, in the order of the key.
    pub(crate) columns: Vec<Ident>,
    /// The referenced columns.
    pub(crate) references: Slot<Reference>,
    /// The reaction to changes of the referenced row.
    pub(crate) options: ReferenceOptions,
    /// The constraint's name in the database.
    pub(crate) name: Slot<LitStr>,
}

impl ForeignKeyAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut foreign_key = Self {
            key: attribute_key(attribute),
            columns: Vec::new(),
            references: Slot::default(),
            options: ReferenceOptions::default(),
            name: Slot::default(),
        };
        let mut reader = Reader::new(symbol::FOREIGN_KEY, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            let has_value = input.peek(Token![=]);
            match word.to_string().as_str() {
                "references" if has_value => {
                    let reference = Reference::parse(input, &word)?;
                    reader.set(&mut foreign_key.references, word, reference);
                }
                "name" if has_value => {
                    reader.set(&mut foreign_key.name, word.clone(), string(input, &word)?);
                }
                _ if foreign_key.options.read(reader, input, &word)? => {}
                _ if has_value => return Err(reader.unknown_key(&word, &KEYS)),
                _ => foreign_key.columns.push(word),
            }
            Ok(())
        });
        let message = "`#[foreign_key]` names no column; write `#[foreign_key(a, references = Table.column)]`";
        reader.require(!foreign_key.columns.is_empty(), &foreign_key.key, message);
        let message = "`#[foreign_key]` has no `references`; add `references = Table.column`";
        reader.require(foreign_key.references.is_set(), &foreign_key.key, message);
        foreign_key
    }
}

/// `Table.column`, or several columns of one table.
pub(crate) struct Reference {
    /// The path of the other table.
    pub(crate) table: Path,
    /// Fields of the other table; never empty.
    pub(crate) columns: Vec<Ident>,
}

impl Reference {
    pub(crate) fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "Table.column")?;
        if !input.peek(syn::token::Paren) {
            return Self::parse_one(input);
        }
        parenthesized(
            input,
            "unexpected token; write `(Table.a, Table.b)`",
            |content| {
                let mut reference = Self::parse_one(content)?;
                while content.peek(Token![,]) {
                    content.parse::<Token![,]>()?;
                    if !content.is_empty() {
                        reference.join(Self::parse_one(content)?)?;
                    }
                }
                Ok(reference)
            },
        )
    }

    /// Adds another column of the same table.
    fn join(&mut self, next: Self) -> syn::Result<()> {
        let (first, second) = (text(&self.table), text(&next.table));
        if first != second {
            let message = format!(
                "`references` names both `{first}` and `{second}`; list columns of one table"
            );
            return Err(syn::Error::new_spanned(next.table, message));
        }
        self.columns.extend(next.columns);
        Ok(())
    }

    fn parse_one(input: ParseStream<'_>) -> syn::Result<Self> {
        let table = input.call(Path::parse_mod_style).map_err(|error| {
            let message =
                "`references` expects a column of a table; write `references = Table.column`";
            syn::Error::new(error.span(), message)
        })?;
        if table.is_ident("Self") {
            let message = "`references` cannot use `Self`; write the name of the struct";
            return Err(syn::Error::new_spanned(table, message));
        }
        if !input.peek(Token![.]) || !input.peek2(Ident) {
            return Err(Self::without_column(input, &table));
        }
        input.parse::<Token![.]>()?;
        let columns = vec![input.parse()?];
        Ok(Self { table, columns })
    }
}

impl Reference {
    /// The error for a table without a column: `User`, `User::id`, `users(id)`.
    fn without_column(input: ParseStream<'_>, table: &Path) -> syn::Error {
        let name = text(table);
        let is_column = |word: &str| word.starts_with(|first: char| first.is_lowercase());
        let message = match name.rsplit_once("::") {
            Some((table, column)) if is_column(column) => {
                format!("`{name}` is not a column; write `references = {table}.{column}`")
            }
            _ if input.peek(syn::token::Paren) => {
                format!(
                    "`{name}(…)` is not a column; write `references = Table.column` with the table's struct"
                )
            }
            _ => format!(
                "`references` names no column of `{name}`; write `references = {name}.column`"
            ),
        };
        syn::Error::new_spanned(table, message)
    }
}

/// A path as it appears in source code.
fn text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// The keys that define the reaction to changes of the referenced row.
#[derive(Default)]
pub(crate) struct ReferenceOptions {
    /// The action when the referenced row is deleted.
    pub(crate) on_delete: Slot<Action>,
    /// The action when the referenced key changes.
    pub(crate) on_update: Slot<Action>,
    /// The time at which it is checked.
    pub(crate) time: DeferrableOptions,
    /// The rows that it is checked for.
    pub(crate) validity: ValidityOptions,
}

impl ReferenceOptions {
    /// Parses the value of `key`. Returns `false` if `key` is not one of these keys.
    pub(crate) fn read(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: &Ident,
    ) -> syn::Result<bool> {
        let owned = key.clone();
        match key.to_string().as_str() {
            "on_delete" => reader.set(&mut self.on_delete, owned, Action::parse(input, key)?),
            "on_update" => reader.set(&mut self.on_update, owned, Action::parse(input, key)?),
            _ => {
                return Ok(self.time.read(reader, input, key)?
                    || self.validity.read(reader, input, key)?);
            }
        }
        Ok(true)
    }

    /// The actions that are present.
    pub(crate) fn actions(&self) -> impl Iterator<Item = &Ident> {
        let actions = [self.on_delete.key(), self.on_update.key()];
        actions.into_iter().flatten()
    }
}

/// An action of a foreign key, with its keyword.
pub(crate) struct Action {
    pub(crate) kind: ActionKind,
    pub(crate) word: Ident,
}

/// The effect on the referencing row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActionKind {
    Cascade,
    Restrict,
    SetNull,
    SetDefault,
    NoAction,
}

impl Action {
    const NAMES: [&str; 5] = [
        "cascade",
        "restrict",
        "set_null",
        "set_default",
        "no_action",
    ];

    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "cascade")?;
        let word: Ident = input.parse().map_err(|error| {
            let known = suggest::list(&Self::NAMES);
            let message = format!("`{key}` expects an action; write one of {known}");
            syn::Error::new(error.span(), message)
        })?;
        let kind = match word.to_string().as_str() {
            "cascade" => ActionKind::Cascade,
            "restrict" => ActionKind::Restrict,
            "set_null" => ActionKind::SetNull,
            "set_default" => ActionKind::SetDefault,
            "no_action" => ActionKind::NoAction,
            unknown => {
                let remedy = suggest::remedy(unknown, &Self::NAMES);
                let message = format!("unknown action `{unknown}` for `{key}`; {remedy}");
                return Err(syn::Error::new(word.span(), message));
            }
        };
        Ok(Self { kind, word })
    }
}
