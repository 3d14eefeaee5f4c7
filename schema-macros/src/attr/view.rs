//! `#[view(query = …, sql = "…", name = "…", schema = "…", materialized, no_data, with(fillfactor = 70), security_invoker,
//! security_barrier, check_option = cascaded, crate = path)]`.

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Expr, Ident, LitStr, Path};

use super::value::{equals, sql, string};
use super::{Reader, Slot, StorageParameter};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

const KEYS: [&str; 11] = [
    "query",
    "sql",
    "name",
    "schema",
    "materialized",
    "no_data",
    "with",
    "security_invoker",
    "security_barrier",
    "check_option",
    "crate",
];

/// The arguments of `#[view(…)]`.
#[derive(Default)]
pub(crate) struct ViewAttr {
    /// The query whose rows the view has.
    pub(crate) query: Slot<Expr>,
    /// The query as SQL.
    pub(crate) sql: Slot<LitStr>,
    /// The view's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The Postgres schema that contains the view.
    pub(crate) schema: Slot<LitStr>,
    /// The rows are stored.
    pub(crate) materialized: Slot<()>,
    /// A materialized view is created without rows.
    pub(crate) no_data: Slot<()>,
    /// The storage parameters of a materialized view.
    pub(crate) with: Slot<Vec<StorageParameter>>,
    /// The tables are read with the privileges of the caller.
    pub(crate) security_invoker: Slot<()>,
    /// The view's condition is checked before those of the query that reads it.
    pub(crate) security_barrier: Slot<()>,
    /// Rows that are written through the view must be rows of the view.
    pub(crate) check_option: Slot<CheckOption>,
    /// The path of `schema_core`.
    pub(crate) krate: Slot<Path>,
}

/// The value of `check_option`.
#[derive(Clone, Copy)]
pub(crate) enum CheckOption {
    /// The condition of this view.
    Local,
    /// Those of the views that it reads as well.
    Cascaded,
}

impl CheckOption {
    fn parse(reader: &Reader<'_>, input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "cascaded")?;
        let word = reader.ident(input)?;
        match word.to_string().as_str() {
            "local" => Ok(Self::Local),
            "cascaded" => Ok(Self::Cascaded),
            other => {
                let remedy = suggest::remedy(other, &["local", "cascaded"]);
                let message = format!("unknown `check_option` `{other}`; {remedy}");
                Err(syn::Error::new(word.span(), message))
            }
        }
    }

    /// The word of SQL.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Cascaded => "cascaded",
        }
    }
}

impl ViewAttr {
    pub(crate) fn parse(args: TokenStream, errors: &mut Errors) -> Self {
        let mut view = Self::default();
        Reader::new(symbol::VIEW, errors).read_tokens(args, |reader, input| {
            let key = reader.ident(input)?;
            view.item(reader, input, key)
        });
        view
    }

    fn item(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        key: Ident,
    ) -> syn::Result<()> {
        match key.to_string().as_str() {
            "query" => {
                equals(input, &key, "Table.select().columns(…)")?;
                reader.set(&mut self.query, key, input.parse()?);
            }
            "sql" => reader.set(&mut self.sql, key.clone(), query_text(input, &key)?),
            "name" => reader.set(&mut self.name, key.clone(), string(input, &key)?),
            "schema" => reader.set(&mut self.schema, key.clone(), string(input, &key)?),
            "materialized" => flag(reader, input, &mut self.materialized, key),
            "no_data" => flag(reader, input, &mut self.no_data, key),
            "with" => {
                if !input.peek(syn::token::Paren) {
                    let message = "`with` needs storage parameters; write `with(fillfactor = 70)`";
                    return Err(syn::Error::new(key.span(), message));
                }
                let list = StorageParameter::parse_list(reader, input)?;
                reader.set(&mut self.with, key, list);
            }
            "security_invoker" => flag(reader, input, &mut self.security_invoker, key),
            "security_barrier" => flag(reader, input, &mut self.security_barrier, key),
            "check_option" => {
                let option = CheckOption::parse(reader, input, &key)?;
                reader.set(&mut self.check_option, key, option);
            }
            "crate" => {
                equals(input, &key, "schema_core")?;
                reader.set(&mut self.krate, key, input.call(Path::parse_mod_style)?);
            }
            _ => return Err(reader.unknown_key(&key, &KEYS)),
        }
        Ok(())
    }
}

/// Reads the text of a query, which is not the statement that creates the view.
fn query_text(input: ParseStream<'_>, key: &Ident) -> syn::Result<LitStr> {
    let literal = sql(input, key)?;
    let text = literal.value();
    let first = text.split_whitespace().next().unwrap_or_default();
    if first.eq_ignore_ascii_case("create") {
        let message = "`sql` is only the query of the view; begin it with `select` or `with`";
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(literal)
}

/// Reads a key without a value.
fn flag(reader: &mut Reader<'_>, input: ParseStream<'_>, slot: &mut Slot<()>, key: Ident) {
    reader.flag(input, &key);
    reader.set(slot, key, ());
}
