//! `#[derive(PgEnum)]` with `#[pg_enum(name = "…", schema = "…", rename_all = "…", crate = path)]`.

use std::collections::HashSet;

use syn::{DeriveInput, LitStr, Path, Variant};

use super::{attributes, krate};
use crate::attr::{Reader, Slot, equals, string};
use crate::check::shape;
use crate::util::errors::Errors;
use crate::util::names::{Case, Name, snake_case, unraw};
use crate::util::{suggest, symbol, synonyms};

const KEYS: [&str; 4] = ["name", "schema", "rename_all", "crate"];

/// A Rust enum that maps to a Postgres enum.
pub(crate) struct PgEnum<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    pub(crate) sql_name: Name,
    pub(crate) sql_schema: Option<Name>,
    /// The variants, in order, each with its label.
    pub(crate) variants: Vec<(&'a Variant, Name)>,
}

/// The arguments of `#[pg_enum(…)]` on the enum.
#[derive(Default)]
struct EnumAttr {
    name: Slot<LitStr>,
    schema: Slot<LitStr>,
    case: Slot<Case>,
    krate: Slot<Path>,
}

impl<'a> PgEnum<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let ident = &original.ident;
        shape::no_generics(ident, &original.generics, errors);
        let syn::Data::Enum(data) = &original.data else {
            errors.at(
                ident,
                format!("`{ident}` is not an enum; use `PgNewtype` for a struct around one value"),
            );
            return None;
        };
        let attribute = EnumAttr::parse(original, errors);
        let case = attribute.case.value().unwrap_or(Case::Snake);
        let mut variants = Vec::new();
        for variant in &data.variants {
            variants.push((variant, label(variant, case, errors)));
        }
        if variants.is_empty() {
            errors.at(ident, format!("enum `{ident}` has no variants; add one"));
        }
        let default_name = || Name {
            value: snake_case(&unraw(ident)),
            span: ident.span(),
        };
        let this = Self {
            original,
            krate: krate(attribute.krate),
            sql_name: attribute.name.value().map_or_else(default_name, Name::from),
            sql_schema: attribute.schema.value().map(Name::from),
            variants,
        };
        this.check(errors);
        Some(this)
    }

    fn check(&self, errors: &mut Errors) {
        let labels = self.variants.iter().map(|(_, label)| (label, "label"));
        let names = [(&self.sql_name, "enum name")].into_iter();
        let schema = self.sql_schema.iter().map(|name| (name, "schema name"));
        for (name, what) in names.chain(schema).chain(labels) {
            if let Some(problem) = name.problem(what) {
                errors.at_span(name.span, problem);
            }
        }
        let mut seen = HashSet::new();
        for (variant, label) in &self.variants {
            if !seen.insert(&label.value) {
                let (variant, shown) = (&variant.ident, suggest::excerpt(&label.value));
                let message = format!(
                    "variant `{variant}` has the same label `{shown}` as another variant; change one `rename`"
                );
                errors.at_span(label.span, message);
            }
        }
    }
}

impl EnumAttr {
    fn parse(original: &DeriveInput, errors: &mut Errors) -> Self {
        let mut this = Self::default();
        for attribute in attributes(&original.attrs, symbol::PG_ENUM) {
            Reader::new(symbol::PG_ENUM, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "name" => reader.set(&mut this.name, key.clone(), string(input, &key)?),
                    "schema" => reader.set(&mut this.schema, key.clone(), string(input, &key)?),
                    "rename_all" => {
                        let case = case(&string(input, &key)?)?;
                        reader.set(&mut this.case, key, case);
                    }
                    "crate" => {
                        equals(input, &key, "schema_core")?;
                        reader.set(&mut this.krate, key, input.call(Path::parse_mod_style)?);
                    }
                    word => {
                        return Err(match synonyms::of_enum(word) {
                            Some(remedy) => reader.unknown(&key, remedy),
                            None => reader.unknown_key(&key, &KEYS),
                        });
                    }
                }
                Ok(())
            });
        }
        this
    }
}

fn case(literal: &LitStr) -> syn::Result<Case> {
    let name = literal.value();
    Case::from_name(&name).ok_or_else(|| {
        let remedy = suggest::remedy(&name, &Case::NAMES);
        let shown = suggest::excerpt(&name);
        syn::Error::new(literal.span(), format!("unknown case `{shown}`; {remedy}"))
    })
}

/// The label of a variant: the value of `rename`, or its name in the given case.
fn label(variant: &Variant, case: Case, errors: &mut Errors) -> Name {
    let ident = &variant.ident;
    if !matches!(variant.fields, syn::Fields::Unit) {
        let message = format!(
            "variant `{ident}` has fields, which a Postgres enum cannot store; remove them"
        );
        errors.at(&variant.fields, message);
    }
    for attribute in variant
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
    {
        errors.at(
            attribute,
            "`#[cfg]` on a variant is not supported; put it on the enum",
        );
    }
    let mut rename = Slot::default();
    for attribute in attributes(&variant.attrs, symbol::PG_ENUM) {
        Reader::new(symbol::PG_ENUM, errors).read(attribute, |reader, input| {
            let key = reader.ident(input)?;
            if key != "rename" {
                return Err(match synonyms::of_enum(&key.to_string()) {
                    Some(_) => reader.unknown(&key, "write `rename = \"…\"`"),
                    None => reader.unknown_key(&key, &["rename"]),
                });
            }
            reader.set(&mut rename, key.clone(), string(input, &key)?);
            Ok(())
        });
    }
    let from_ident = || Name {
        value: case.apply(&unraw(ident)),
        span: ident.span(),
    };
    rename.value().map_or_else(from_ident, Name::from)
}
