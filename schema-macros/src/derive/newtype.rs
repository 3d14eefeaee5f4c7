//! `#[derive(PgNewtype)]` with `#[pg_newtype(domain = "…", schema = "…", check = "…", no_array, crate = path)]`.

use syn::{DeriveInput, Fields, LitStr, Path, Type};

use super::{attributes, krate};
use crate::attr::{Reader, Slot, equals, flag, sql, string};
use crate::util::errors::Errors;
use crate::util::names::Name;
use crate::util::symbol;

/// A tuple struct around one value, which may have type parameters and `PhantomData` of them.
pub(crate) struct PgNewtype<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) krate: Path,
    /// The type of the value.
    pub(crate) inner: &'a Type,
    /// The types of the other fields, each a `PhantomData`.
    pub(crate) phantoms: Vec<&'a Type>,
    /// True if the type can be an array element. `no_array` disables this for a value that is itself an array.
    pub(crate) is_array_element: bool,
    /// The domain, if the type is one.
    pub(crate) domain: Option<Domain>,
}

/// A Postgres domain.
pub(crate) struct Domain {
    pub(crate) sql_name: Name,
    pub(crate) sql_schema: Option<Name>,
    /// The condition on a value, in SQL.
    pub(crate) check: Option<LitStr>,
}

const KEYS: [&str; 5] = ["domain", "check", "schema", "no_array", "crate"];

/// The arguments of `#[pg_newtype(…)]`.
#[derive(Default)]
struct NewtypeAttr {
    domain: Slot<LitStr>,
    schema: Slot<LitStr>,
    check: Slot<LitStr>,
    no_array: Slot<()>,
    krate: Slot<Path>,
}

impl NewtypeAttr {
    fn parse(original: &DeriveInput, errors: &mut Errors) -> Self {
        let mut this = Self::default();
        for attribute in attributes(&original.attrs, symbol::PG_NEWTYPE) {
            Reader::new(symbol::PG_NEWTYPE, errors).read(attribute, |reader, input| {
                let key = reader.ident(input)?;
                match key.to_string().as_str() {
                    "domain" => reader.set(&mut this.domain, key.clone(), string(input, &key)?),
                    "schema" => reader.set(&mut this.schema, key.clone(), string(input, &key)?),
                    "check" => reader.set(&mut this.check, key.clone(), sql(input, &key)?),
                    "no_array" => {
                        flag(input, &key)?;
                        reader.set(&mut this.no_array, key, ());
                    }
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

    /// Returns the domain. Its other keys require its name.
    fn domain(&mut self, errors: &mut Errors) -> Option<Domain> {
        let keys = [self.schema.key(), self.check.key()];
        if !self.domain.is_set() {
            if let Some(key) = keys.into_iter().flatten().next() {
                let message = format!("`{key}` is for a domain; add `domain = \"…\"`");
                errors.at(key, message);
            }
            return None;
        }
        let domain = Domain {
            sql_name: Name::from(std::mem::take(&mut self.domain).value()?),
            sql_schema: std::mem::take(&mut self.schema).value().map(Name::from),
            check: std::mem::take(&mut self.check).value(),
        };
        let schema = domain.sql_schema.iter().map(|name| (name, "schema name"));
        for (name, what) in schema.chain([(&domain.sql_name, "domain name")]) {
            if let Some(problem) = name.problem(what) {
                errors.at_span(name.span, problem);
            }
        }
        Some(domain)
    }
}

impl<'a> PgNewtype<'a> {
    pub(crate) fn parse(original: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let name = &original.ident;
        let mut attribute = NewtypeAttr::parse(original, errors);
        let domain = attribute.domain(errors);
        let types = types(original);
        if types.is_none() {
            errors.at(
                name,
                format!("`{name}` is not a newtype; write `struct {name}(i64);` with one field"),
            );
        }
        let (inner, phantoms) = types?;
        Some(Self {
            original,
            krate: krate(attribute.krate),
            inner,
            phantoms,
            is_array_element: !attribute.no_array.is_set(),
            domain,
        })
    }
}

/// The types of the fields of a tuple struct: of the value, and of the others.
fn types(original: &DeriveInput) -> Option<(&Type, Vec<&Type>)> {
    let syn::Data::Struct(data) = &original.data else {
        return None;
    };
    let Fields::Unnamed(fields) = &data.fields else {
        return None;
    };
    let mut types = fields.unnamed.iter().map(|field| &field.ty);
    Some((types.next()?, types.collect()))
}
