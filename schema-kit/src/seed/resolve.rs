//! Finds the values of each type of a schema.

use schema_ddl::model::{Check, DataType, Model, Name, Table};

use super::check::{self, Order};
use super::source::{Other, Rules, Shape, Source};
use super::unit::Unit;

/// The deepest nesting of domains and composite types.
const DEEPEST: usize = 16;

/// Returns the values of a column by its type. Returns `None` for an unknown type.
pub(super) fn column(model: &Model, table: &Table, name: &str) -> Option<Source> {
    let column = table.column(name)?;
    let mut source = source(model, &table.name.name, name, &column.data_type, 0)?;
    source.nullable &= column.nullable;
    Some(source)
}

/// Restricts the values of columns by the checks of their table. Returns the order of columns that these demand.
pub(super) fn apply_checks(checks: &[Check], sources: &mut [Source]) -> Vec<Order> {
    let enforced = checks.iter().filter(|check| !check.not_enforced);
    enforced
        .filter_map(|check| check::parse(&check.expression))
        .flat_map(|condition| check::restrict(&condition, sources))
        .collect()
}

fn source(
    model: &Model,
    table: &str,
    name: &str,
    data_type: &DataType,
    depth: usize,
) -> Option<Source> {
    let shape_of = |shape| Source {
        name: name.to_owned(),
        table: table.to_owned(),
        shape,
        nullable: true,
        rules: Rules::default(),
    };
    if depth > DEEPEST {
        return None;
    }
    if data_type.array {
        let element = DataType {
            array: false,
            ..data_type.clone()
        };
        let element = source(model, table, &singular(name), &element, depth + 1)?;
        return Some(shape_of(Shape::Array(Box::new(element))));
    }
    if data_type.built_in {
        return built_in(data_type).map(shape_of);
    }
    let of_type = &data_type.name;
    if let Some(def) = model.enumeration(of_type) {
        return Some(shape_of(Shape::Label(def.labels.clone())));
    }
    if let Some(def) = model.domains.iter().find(|def| def.name == *of_type) {
        let mut source = source(model, table, name, &def.base, depth + 1)?;
        source.nullable &= !def.not_null;
        // The checks are about `value`.
        let column = std::mem::replace(&mut source.name, String::from("value"));
        let mut sources = [source];
        apply_checks(&def.checks, &mut sources);
        let [mut source] = sources;
        source.name = column;
        // A name like `email` says more than a name like `value`.
        if is_vague(name) {
            source.name.clone_from(&def.name.name);
        }
        return Some(source);
    }
    if let Some(def) = model.composites.iter().find(|def| def.name == *of_type) {
        let fields = def
            .fields
            .iter()
            .map(|field| source(model, table, &field.name, &field.data_type, depth + 1));
        return fields
            .collect::<Option<_>>()
            .map(|fields| shape_of(Shape::Composite(fields)));
    }
    of_extension(of_type, data_type.modifier.as_deref()).map(shape_of)
}

fn is_vague(name: &str) -> bool {
    matches!(name, "value" | "v" | "data" | "x" | "a" | "b")
}

fn singular(name: &str) -> String {
    name.strip_suffix('s').unwrap_or(name).to_owned()
}

fn built_in(data_type: &DataType) -> Option<Shape> {
    let modifier = data_type.modifier.as_deref();
    let length = modifier.and_then(|modifier| modifier.parse::<usize>().ok());
    let name = data_type.name.name.as_str();
    let shape = match name {
        "boolean" => Shape::Boolean,
        "double precision" | "real" => Shape::Float,
        "character varying" | "character" => Shape::Text(length),
        "text" | "bpchar" => Shape::Text(None),
        "name" => Shape::Text(Some(63)),
        "uuid" => Shape::Uuid,
        "json" | "jsonb" => Shape::Json,
        "bytea" => Shape::Bytes,
        "bit" => Shape::Bits {
            length: length.unwrap_or(1),
        },
        "bit varying" => Shape::Bits {
            length: length.unwrap_or(8).min(64),
        },
        _ => {
            if let Some(unit) = unit(name, modifier) {
                return Some(Shape::Ordinal(unit));
            }
            return range(name).or_else(|| other(name).map(Shape::Other));
        }
    };
    Some(shape)
}

fn unit(name: &str, modifier: Option<&str>) -> Option<Unit> {
    Some(match name {
        "smallint" => Unit::Integer(2),
        "integer" | "oid" => Unit::Integer(4),
        "bigint" => Unit::Integer(8),
        "money" => Unit::Decimal {
            precision: Some(12),
            scale: 2,
        },
        "numeric" => numeric(modifier),
        "date" => Unit::Date,
        "timestamp without time zone" => Unit::Timestamp,
        "timestamp with time zone" => Unit::Timestamptz,
        "time without time zone" => Unit::Time,
        "time with time zone" => Unit::Timetz,
        _ if name.starts_with("interval") => Unit::Interval,
        _ => return None,
    })
}

fn numeric(modifier: Option<&str>) -> Unit {
    let mut parts = modifier.unwrap_or_default().split(',');
    let precision: Option<u32> = parts.next().and_then(|part| part.parse().ok());
    let scale: i32 = match (precision, parts.next()) {
        (_, Some(scale)) => scale.parse().unwrap_or_default(),
        (Some(_), None) => 0,
        (None, None) => 2,
    };
    // With a negative scale, the server rounds.
    let scale = u32::try_from(scale).unwrap_or_default();
    Unit::Decimal {
        precision,
        scale: scale.min(20),
    }
}

fn range(name: &str) -> Option<Shape> {
    let ranges = [
        ("int4range", "int4multirange", Unit::Integer(4)),
        ("int8range", "int8multirange", Unit::Integer(8)),
        ("numrange", "nummultirange", numeric(None)),
        ("daterange", "datemultirange", Unit::Date),
        ("tsrange", "tsmultirange", Unit::Timestamp),
        ("tstzrange", "tstzmultirange", Unit::Timestamptz),
    ];
    ranges.into_iter().find_map(|(one, many, unit)| match name {
        _ if name == one => Some(Shape::Range(unit)),
        _ if name == many => Some(Shape::Multirange(unit)),
        _ => None,
    })
}

fn other(name: &str) -> Option<Other> {
    Some(match name {
        "inet" => Other::Inet,
        "cidr" => Other::Cidr,
        "macaddr" => Other::Macaddr,
        "macaddr8" => Other::Macaddr8,
        "point" => Other::Point,
        "line" => Other::Line,
        "lseg" => Other::Segment,
        "box" => Other::Box,
        "path" => Other::Path,
        "polygon" => Other::Polygon,
        "circle" => Other::Circle,
        "tsvector" => Other::Words,
        "tsquery" => Other::TsQuery,
        "xml" => Other::Xml,
        "jsonpath" => Other::JsonPath,
        "pg_lsn" => Other::Lsn,
        "tid" => Other::Tid,
        _ => return None,
    })
}

/// Returns the values of a type that an extension installed in any Postgres schema.
fn of_extension(name: &Name, modifier: Option<&str>) -> Option<Shape> {
    let dimensions = modifier
        .and_then(|modifier| modifier.parse().ok())
        .unwrap_or(3);
    Some(match name.name.as_str() {
        "citext" => Shape::Text(None),
        "hstore" => Shape::Other(Other::Hstore),
        "ltree" => Shape::Other(Other::Ltree),
        "vector" | "halfvec" => Shape::Vector {
            dimensions,
            sparse: false,
        },
        "sparsevec" => Shape::Vector {
            dimensions,
            sparse: true,
        },
        _ => return None,
    })
}
