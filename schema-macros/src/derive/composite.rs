//! `#[derive(PgComposite)]` with `#[pg_composite(name = "…", schema = "…", crate = path)]` and, on a field,
//! `#[pg_composite(name = "…")]`.

use std::collections::HashSet;

use syn::{DeriveInput, Field, Ident, LitStr, Path};

use super::{attributes, krate, named_fields};
use crate::attr::{Reader, Slot, equals, string};
use crate::check::shape;
use crate::util::errors::Errors;
use crate::util::names::{Name, snake_case, unraw};
use crate::util::symbol;

const KEYS: [&str; 3] = ["name", "schema", "crate"];

/// A Rust struct that maps to a Postgres composite type.
pub(crate) struct PgComposite<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    pub(crate) sql_name: Name,
    pub(crate) sql_schema: Option<Name>,
    pub(crate) fields: Vec<PgField<'a>>,
}

/// A field, and its name in the database.
pub(crate) struct PgField<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    pub(crate) sql_name: Name,
}

/// The arguments of `#[pg_composite(…)]` on the struct.
#[derive(Default)]
struct StructAttr {
    name: Slot<LitStr>,
    schema: Slot<LitStr>,
    krate: Slot<Path>,
}

impl<'a> PgComposite<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let ident = &original.ident;
        shape::no_generics(ident, &original.generics, errors);
        let attribute = StructAttr::parse(original, errors);
        let fields = named_fields(original, "PgComposite", errors)?;
        let fields = fields
            .into_iter()
            .filter_map(|field| PgField::parse(field, errors));
        let default_name = || Name {
            value: snake_case(&unraw(ident)),
            span: ident.span(),
        };
        let this = Self {
            original,
            krate: krate(attribute.krate),
            sql_name: attribute.name.value().map_or_else(default_name, Name::from),
            sql_schema: attribute.schema.value().map(Name::from),
            fields: fields.collect(),
        };
        this.check(errors);
        Some(this)
    }

    fn check(&self, errors: &mut Errors) {
        let fields = self.fields.iter().map(|field| (&field.sql_name, "name"));
        let names = [(&self.sql_name, "type name")].into_iter();
        let schema = self.sql_schema.iter().map(|name| (name, "schema name"));
        for (name, what) in names.chain(schema).chain(fields) {
            if let Some(problem) = name.problem(what) {
                errors.at_span(name.span, problem);
            }
        }
        let mut seen = HashSet::new();
        for field in &self.fields {
            if !seen.insert(&field.sql_name.value) {
                let (ident, name) = (field.ident, &field.sql_name.value);
                let message = format!(
                    "field `{ident}` has the same name `{name}` as another field; change one `name`"
                );
                errors.at_span(field.sql_name.span, message);
            }
        }
    }
}

impl StructAttr {
    fn parse(original: &DeriveInput, errors: &mut Errors) -> Self {
        let mut this = Self::default();
        for attribute in attributes(&original.attrs, symbol::PG_COMPOSITE) {
            Reader::new(symbol::PG_COMPOSITE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "name" => reader.set(&mut this.name, key.clone(), string(input, &key)?),
                    "schema" => reader.set(&mut this.schema, key.clone(), string(input, &key)?),
                    "crate" => {
                        equals(input, &key, "schema_core")?;
                        reader.set(&mut this.krate, key, input.call(Path::parse_mod_style)?);
                    }
                    _ => return Err(reader.unknown_key(&key, &KEYS)),
                }
                Ok(())
            });
        }
        this
    }
}

impl<'a> PgField<'a> {
    fn parse(original: &'a Field, errors: &mut Errors) -> Option<Self> {
        let ident = original.ident.as_ref()?;
        let mut name = Slot::default();
        for attribute in attributes(&original.attrs, symbol::PG_COMPOSITE) {
            Reader::new(symbol::PG_COMPOSITE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                if key != "name" {
                    return Err(reader.unknown_key(&key, &["name"]));
                }
                reader.set(&mut name, key.clone(), string(input, &key)?);
                Ok(())
            });
        }
        let from_ident = || Name {
            value: unraw(ident),
            span: ident.span(),
        };
        Some(Self {
            original,
            ident,
            sql_name: name.value().map_or_else(from_ident, Name::from),
        })
    }
}
