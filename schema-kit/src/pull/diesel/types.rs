//! The Postgres types of Diesel's `sql_types`.

use schema_ddl::model::{DataType, Name};
use syn::{GenericArgument, PathArguments, Type};

use super::parse::SqlTypeStruct;

/// The type of a column.
pub(super) struct Found {
    pub(super) data_type: DataType,
    pub(super) nullable: bool,
    /// True if the type is one of `sql_types`, of which the file has nothing but the name.
    pub(super) is_own: bool,
}

/// Returns the type that Diesel's types name, or `None` if it is not known.
pub(super) fn found(of: &Type, own: &[SqlTypeStruct], max_length: Option<u32>) -> Option<Found> {
    let Type::Path(path) = of else {
        return None;
    };
    let segment = path.path.segments.last()?;
    let name = segment.ident.to_string();
    if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
        let Some(GenericArgument::Type(inner)) = arguments.args.first() else {
            return None;
        };
        let inner = found(inner, own, max_length)?;
        return match name.as_str() {
            "Nullable" => Some(Found {
                nullable: true,
                ..inner
            }),
            // Diesel's arrays have elements that can be NULL, as have those of Postgres.
            "Array" => Some(Found {
                data_type: inner.data_type.array_of(),
                nullable: false,
                is_own: inner.is_own,
            }),
            "Range" => Some(Found {
                data_type: DataType::parse(range(&inner.data_type)?),
                nullable: false,
                is_own: false,
            }),
            _ => None,
        };
    }
    if let Some(one) = own.iter().find(|one| one.ident == name) {
        return Some(of_schema(one));
    }
    let sql = built_in(&name)?;
    let sql = match max_length {
        Some(length) if ["varchar", "char"].contains(&sql) => format!("{sql}({length})"),
        _ => sql.to_owned(),
    };
    Some(Found {
        data_type: DataType::parse(&sql),
        nullable: false,
        is_own: false,
    })
}

/// A type in `sql_types` is one of an extension, one of Postgres that Diesel does not have, or one of the schema.
fn of_schema(one: &SqlTypeStruct) -> Found {
    let parsed = DataType::parse(&one.name);
    let extensions = [
        "citext",
        "hstore",
        "lquery",
        "ltree",
        "ltxtquery",
        "vector",
        "halfvec",
        "sparsevec",
    ];
    let is_known = parsed.built_in || extensions.contains(&one.name.as_str());
    let schema = one.schema.clone().filter(|schema| schema != "public");
    let data_type = if is_known {
        parsed
    } else {
        DataType {
            name: Name {
                schema,
                name: one.name.clone(),
            },
            built_in: false,
            modifier: None,
            array: false,
        }
    };
    Found {
        data_type,
        nullable: false,
        is_own: !is_known,
    }
}

fn range(element: &DataType) -> Option<&'static str> {
    Some(match element.name.name.as_str() {
        "integer" => "int4range",
        "bigint" => "int8range",
        "numeric" => "numrange",
        "date" => "daterange",
        "timestamp without time zone" => "tsrange",
        "timestamp with time zone" => "tstzrange",
        _ => return None,
    })
}

fn built_in(name: &str) -> Option<&'static str> {
    Some(match name {
        "Bool" => "boolean",
        "SmallInt" | "Int2" | "SmallSerial" => "smallint",
        "Integer" | "Int4" | "Serial" => "integer",
        "BigInt" | "Int8" | "BigSerial" => "bigint",
        "Float" | "Float4" => "real",
        "Double" | "Float8" => "double precision",
        "Numeric" | "Decimal" => "numeric",
        "Text" | "Tinytext" => "text",
        "VarChar" | "Varchar" => "varchar",
        "Char" | "BpChar" | "Bpchar" => "char",
        "Citext" => "citext",
        "Binary" | "Bytea" => "bytea",
        "Date" => "date",
        "Time" => "time",
        "Timestamp" => "timestamp",
        "Timestamptz" | "TimestamptzSqlite" => "timestamptz",
        "Interval" => "interval",
        "Uuid" => "uuid",
        "Json" => "json",
        "Jsonb" => "jsonb",
        "Inet" => "inet",
        "Cidr" => "cidr",
        "MacAddr" | "Macaddr" => "macaddr",
        "MacAddr8" | "Macaddr8" => "macaddr8",
        "Money" => "money",
        "Oid" => "oid",
        "PgLsn" => "pg_lsn",
        "CChar" => "\"char\"",
        "Int4range" => "int4range",
        "Int8range" => "int8range",
        "Numrange" => "numrange",
        "Daterange" => "daterange",
        "Tsrange" => "tsrange",
        "Tstzrange" => "tstzrange",
        "TsVector" | "Tsvector" => "tsvector",
        "TsQuery" | "Tsquery" => "tsquery",
        "RegConfig" | "Regconfig" => "regconfig",
        _ => return None,
    })
}
