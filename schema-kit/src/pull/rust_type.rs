//! The Rust type of a Postgres type.

use std::collections::BTreeMap;

use schema_ddl::model::{DataType, Name};

use super::{DecimalCrate, PullOptions, TimeCrate};

/// A Rust type, and the Postgres type if another one would follow from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RustType {
    /// The type, or the type of the elements.
    pub(super) element: Element,
    /// True for a `Vec` of it.
    pub(super) array: bool,
    /// The value of `sql_type`.
    pub(super) sql_type: Option<String>,
    /// Paths that must be imported: a module and a name.
    pub(super) imports: Vec<(&'static str, &'static str)>,
}

/// A type that is not an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// A type of Rust or of a crate.
    Known(String),
    /// A type of the schema.
    Own(Name),
}

/// The types of the schema that can be types of columns.
#[derive(Debug, Default)]
pub(super) struct OwnTypes(pub(super) BTreeMap<Name, OwnKind>);

/// The kind of a type of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OwnKind {
    /// It can be the element of an array.
    Element,
    /// It is a domain of an array, of which there are no arrays.
    Array,
}

/// Returns the Rust type for a Postgres type, or `None` if there is none.
pub(super) fn rust_type(
    data_type: &DataType,
    own: &OwnTypes,
    options: PullOptions,
) -> Option<RustType> {
    if !data_type.built_in
        && let Some(kind) = own.0.get(&data_type.name)
    {
        let fits = data_type.modifier.is_none() && !(data_type.array && *kind == OwnKind::Array);
        return fits.then(|| RustType {
            element: Element::Own(data_type.name.clone()),
            array: data_type.array,
            sql_type: None,
            imports: Vec::new(),
        });
    }
    let name = data_type.name.name.as_str();
    let modifier = data_type.modifier.as_deref();
    let known = if data_type.built_in {
        built_in(name, modifier, options)?
    } else if data_type.name.schema.is_none() {
        of_extension(name, modifier)?
    } else {
        return None;
    };
    let sql_type = match known.spelled {
        Spelled::AsInRust => None,
        Spelled::Differs => Some(short(data_type)),
    };
    Some(RustType {
        element: Element::Known(known.text),
        array: data_type.array,
        sql_type,
        imports: known.imports,
    })
}

struct Known {
    text: String,
    spelled: Spelled,
    imports: Vec<(&'static str, &'static str)>,
}

/// Whether a Rust type has another Postgres type by default.
enum Spelled {
    AsInRust,
    Differs,
}

impl Known {
    fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            spelled: Spelled::AsInRust,
            imports: Vec::new(),
        }
    }

    /// A type of `schema_core::types` that is not in the prelude.
    fn core(name: &'static str) -> Self {
        Self::imported("schema_core::types", name)
    }

    fn imported(module: &'static str, name: &'static str) -> Self {
        Self {
            imports: vec![(module, name)],
            ..Self::new(name)
        }
    }

    fn differs(self) -> Self {
        Self {
            spelled: Spelled::Differs,
            ..self
        }
    }

    fn differs_if(self, differs: bool) -> Self {
        if differs { self.differs() } else { self }
    }
}

fn built_in(name: &str, modifier: Option<&str>, options: PullOptions) -> Option<Known> {
    let has_modifier = modifier.is_some();
    Some(match name {
        "boolean" => Known::new("bool"),
        "smallint" => Known::new("i16"),
        "integer" => Known::new("i32"),
        "bigint" => Known::new("i64"),
        "real" => Known::new("f32"),
        "double precision" => Known::new("f64"),
        "text" => Known::new("String"),
        "character varying" | "character" | "bpchar" | "name" => Known::new("String").differs(),
        "bytea" => Known::new("Vec<u8>"),
        "uuid" => Known::imported("uuid", "Uuid"),
        "interval" => Known::new("Interval").differs_if(has_modifier),
        name if name.starts_with("interval ") => Known::new("Interval").differs(),
        "numeric" => decimal(options).differs_if(has_modifier),
        "jsonb" => Known::new("serde_json::Value"),
        "json" => Known::new("serde_json::Value").differs(),
        "jsonpath" => Known::core("JsonPath"),
        "inet" => Known::core("Inet"),
        "cidr" => Known::core("Cidr"),
        "macaddr" => Known::core("MacAddr"),
        "macaddr8" => Known::core("MacAddr8"),
        "tsvector" => Known::core("TsVector"),
        "tsquery" => Known::core("TsQuery"),
        "regconfig" => Known::core("RegConfig"),
        "point" => Known::core("Point"),
        "circle" => Known::core("Circle"),
        "bit" => Known::new(format!("Bits<{}>", modifier?)),
        "bit varying" => Known::imported("bit_vec", "BitVec").differs_if(has_modifier),
        _ => return range(name, options).or_else(|| time(name, options, has_modifier)),
    })
}

fn decimal(options: PullOptions) -> Known {
    match options.decimal {
        DecimalCrate::RustDecimal => Known::imported("rust_decimal", "Decimal"),
        DecimalCrate::BigDecimal => Known::imported("bigdecimal", "BigDecimal"),
    }
}

fn time(name: &str, options: PullOptions, has_modifier: bool) -> Option<Known> {
    let known = match (options.time, name) {
        (TimeCrate::Chrono, "timestamp with time zone") => Known {
            imports: vec![("chrono", "DateTime"), ("chrono", "Utc")],
            ..Known::new("DateTime<Utc>")
        },
        (TimeCrate::Chrono, "timestamp without time zone") => {
            Known::imported("chrono", "NaiveDateTime")
        }
        (TimeCrate::Chrono, "date") => Known::imported("chrono", "NaiveDate"),
        (TimeCrate::Chrono, "time without time zone") => Known::imported("chrono", "NaiveTime"),
        (TimeCrate::Time, "timestamp with time zone") => Known::imported("time", "OffsetDateTime"),
        (TimeCrate::Time, "timestamp without time zone") => {
            Known::imported("time", "PrimitiveDateTime")
        }
        (TimeCrate::Time, "date") => Known::imported("time", "Date"),
        (TimeCrate::Time, "time without time zone") => Known::imported("time", "Time"),
        _ => return None,
    };
    Some(known.differs_if(has_modifier))
}

/// A program cannot read multiranges.
fn range(name: &str, options: PullOptions) -> Option<Known> {
    let element = match name {
        "int4range" => Known::new("i32"),
        "int8range" => Known::new("i64"),
        "numrange" => decimal(options),
        "daterange" => time("date", options, false)?,
        "tsrange" => time("timestamp without time zone", options, false)?,
        "tstzrange" => time("timestamp with time zone", options, false)?,
        _ => return None,
    };
    let mut imports = element.imports;
    imports.push(("schema_core::types", "Range"));
    Some(Known {
        imports,
        ..Known::new(format!("Range<{}>", element.text))
    })
}

/// A vector without a number of dimensions has no Rust type.
fn of_extension(name: &str, modifier: Option<&str>) -> Option<Known> {
    Some(match (name, modifier) {
        ("citext", None) => Known::core("CiText"),
        ("ltree", None) => Known::core("Ltree"),
        ("lquery", None) => Known::core("Lquery"),
        ("ltxtquery", None) => Known::core("Ltxtquery"),
        ("hstore", None) => Known::core("Hstore"),
        ("vector", Some(size)) => Known::new(format!("Vector<{size}>")),
        ("halfvec", Some(size)) => Known::new(format!("HalfVector<{size}>")),
        ("sparsevec", Some(size)) => Known::new(format!("SparseVector<{size}>")),
        _ => return None,
    })
}

/// Returns the extension of a type that has a Rust type.
pub(super) fn extension(data_type: &DataType) -> Option<&'static str> {
    if data_type.built_in {
        return None;
    }
    Some(match data_type.name.name.as_str() {
        "citext" => "citext",
        "ltree" | "lquery" | "ltxtquery" => "ltree",
        "hstore" => "hstore",
        "vector" | "halfvec" | "sparsevec" => "vector",
        _ => return None,
    })
}

/// Returns a type as people write it: `varchar(20)`.
fn short(data_type: &DataType) -> String {
    let word = match data_type.name.name.as_str() {
        "character varying" => "varchar",
        "character" => "char",
        "bit varying" => "varbit",
        "timestamp with time zone" => "timestamptz",
        "timestamp without time zone" => "timestamp",
        "time without time zone" => "time",
        _ => return data_type.to_string(),
    };
    let modifier = match &data_type.modifier {
        Some(modifier) => format!("({modifier})"),
        None => String::new(),
    };
    let array = if data_type.array { "[]" } else { "" };
    format!("{word}{modifier}{array}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(sql: &str, text: &str, sql_type: Option<&str>) {
        let found = rust_type(
            &DataType::parse(sql),
            &OwnTypes::default(),
            PullOptions::default(),
        );
        let found = found.unwrap();
        assert_eq!(found.element, Element::Known(text.to_owned()));
        assert_eq!(found.sql_type.as_deref(), sql_type);
    }

    #[test]
    fn a_type_without_a_rust_type_of_its_own_has_a_sql_type() {
        is("int8[]", "i64", None);
        is("varchar(20)[]", "String", Some("varchar(20)[]"));
        is("char", "String", Some("char(1)"));
        is("timestamptz(3)", "DateTime<Utc>", Some("timestamptz(3)"));
        is("numeric(10,2)", "Decimal", Some("numeric(10,2)"));
        is("interval day", "Interval", Some("interval day"));
        is("bit(3)", "Bits<3>", None);
        is("vector(3)", "Vector<3>", None);
        is("tstzrange", "Range<DateTime<Utc>>", None);
        is("json", "serde_json::Value", Some("json"));
    }

    #[test]
    fn a_type_that_rust_cannot_read_has_none() {
        for sql in [
            "xml",
            "money",
            "vector",
            "geometry",
            "timetz",
            "a.b",
            "int4multirange",
        ] {
            let data_type = DataType::parse(sql);
            let found = rust_type(&data_type, &OwnTypes::default(), PullOptions::default());
            assert_eq!(found, None, "{sql}");
        }
    }
}
