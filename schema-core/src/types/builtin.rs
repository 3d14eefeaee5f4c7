//! The types of Postgres itself, which it finds before any other type of the same name.
//!
//! Everything here runs during compilation, for the few columns that need it.

use super::DataType;
use crate::types::name::TypeName;

/// A type of Postgres itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Builtin {
    /// The object id.
    pub(crate) oid: u32,
    /// The object id of the array type, or 0.
    pub(crate) array_oid: u32,
}

/// Returns the built-in type with this name in `pg_catalog`, such as `int8`. An array type has a leading underscore.
pub(crate) const fn named(name: &[u8]) -> Option<Builtin> {
    let mut i = 0;
    while i < BUILTINS.len() {
        let (known, oid, array_oid) = BUILTINS[i];
        if same(known.as_bytes(), name) {
            return Some(Builtin { oid, array_oid });
        }
        i += 1;
    }
    match name {
        [b'_', element @ ..] => match named(element) {
            Some(Builtin { array_oid, .. }) if array_oid > 0 => Some(Builtin {
                oid: array_oid,
                array_oid: 0,
            }),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the smallest and the largest number that the server accepts in parentheses after a type of this name: a length,
/// a precision or a number of dimensions.
pub(crate) const fn modifier_limits(name: &str) -> Option<(u32, u32)> {
    Some(match name.as_bytes() {
        b"varchar" | b"bpchar" => (1, 10_485_760),
        b"bit" | b"varbit" => (1, 83_886_080),
        b"numeric" => (1, 1_000),
        b"time" | b"timetz" | b"timestamp" | b"timestamptz" | b"interval" => (0, 6),
        b"vector" | b"halfvec" => (1, 16_000),
        b"sparsevec" => (1, 1_000_000_000),
        _ => return None,
    })
}

/// Returns the name of a built-in type by its object id, or that of its array type.
pub(crate) const fn with_oid(oid: u32) -> Option<&'static str> {
    let mut i = 0;
    while i < BUILTINS.len() {
        let (name, element, array) = BUILTINS[i];
        if element == oid || array == oid {
            return Some(name);
        }
        i += 1;
    }
    None
}

/// Returns true if a column of a type, spelled as in `sql_type`, can be read as `data_type`, as far as is known: types
/// of extensions and domains are not.
pub(crate) const fn reads_back(data_type: &DataType, sql_type: &str) -> bool {
    let spelled = TypeName::parse(sql_type);
    if same(data_type.name.as_bytes(), spelled.name())
        && let (Some(one), Some(other)) = (data_type.modifier, spelled.modifier)
        && one != other
    {
        return false;
    }
    let Some(builtin) = spelled.builtin() else {
        return true;
    };
    let (oid, is_array) = if spelled.array {
        (builtin.array_oid, true)
    } else {
        (builtin.oid, builtin.array_oid == 0)
    };
    let Some(expected) = data_type.oid else {
        return false;
    };
    if expected == oid {
        return true;
    }
    let mut i = 0;
    while i < data_type.also.len() {
        let (element, array) = data_type.also[i];
        if data_type.array == is_array && oid == if is_array { array } else { element } {
            return true;
        }
        i += 1;
    }
    false
}

pub(super) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The types in `pg_catalog`, without array types and without those whose names start with `pg_`: the name, the object
/// id, and the object id of the array type.
#[rustfmt::skip]
const BUILTINS: [(&str, u32, u32); 98] = [
    ("aclitem", 1033, 1034), ("any", 2276, 0), ("anyarray", 2277, 0), ("anycompatible", 5077, 0),
    ("anycompatiblearray", 5078, 0), ("anycompatiblemultirange", 4538, 0),
    ("anycompatiblenonarray", 5079, 0), ("anycompatiblerange", 5080, 0), ("anyelement", 2283, 0),
    ("anyenum", 3500, 0), ("anymultirange", 4537, 0), ("anynonarray", 2776, 0),
    ("anyrange", 3831, 0), ("bit", 1560, 1561), ("bool", 16, 1000), ("box", 603, 1020),
    ("bpchar", 1042, 1014), ("bytea", 17, 1001), ("char", 18, 1002), ("cid", 29, 1012),
    ("cidr", 650, 651), ("circle", 718, 719), ("cstring", 2275, 1263), ("date", 1082, 1182),
    ("datemultirange", 4535, 6155), ("daterange", 3912, 3913), ("event_trigger", 3838, 0),
    ("fdw_handler", 3115, 0), ("float4", 700, 1021), ("float8", 701, 1022),
    ("gtsvector", 3642, 3644), ("index_am_handler", 325, 0), ("inet", 869, 1041),
    ("int2", 21, 1005), ("int2vector", 22, 1006), ("int4", 23, 1007),
    ("int4multirange", 4451, 6150), ("int4range", 3904, 3905), ("int8", 20, 1016),
    ("int8multirange", 4536, 6157), ("int8range", 3926, 3927), ("internal", 2281, 0),
    ("interval", 1186, 1187), ("json", 114, 199), ("jsonb", 3802, 3807), ("jsonpath", 4072, 4073),
    ("language_handler", 2280, 0), ("line", 628, 629), ("lseg", 601, 1018), ("macaddr", 829, 1040),
    ("macaddr8", 774, 775), ("money", 790, 791), ("name", 19, 1003), ("numeric", 1700, 1231),
    ("nummultirange", 4532, 6151), ("numrange", 3906, 3907), ("oid", 26, 1028),
    ("oidvector", 30, 1013), ("path", 602, 1019), ("point", 600, 1017), ("polygon", 604, 1027),
    ("record", 2249, 2287), ("refcursor", 1790, 2201), ("regclass", 2205, 2210),
    ("regcollation", 4191, 4192), ("regconfig", 3734, 3735), ("regdictionary", 3769, 3770),
    ("regnamespace", 4089, 4090), ("regoper", 2203, 2208), ("regoperator", 2204, 2209),
    ("regproc", 24, 1008), ("regprocedure", 2202, 2207), ("regrole", 4096, 4097),
    ("regtype", 2206, 2211), ("table_am_handler", 269, 0), ("text", 25, 1009), ("tid", 27, 1010),
    ("time", 1083, 1183), ("timestamp", 1114, 1115), ("timestamptz", 1184, 1185),
    ("timetz", 1266, 1270), ("trigger", 2279, 0), ("tsm_handler", 3310, 0),
    ("tsmultirange", 4533, 6152), ("tsquery", 3615, 3645), ("tsrange", 3908, 3909),
    ("tstzmultirange", 4534, 6153), ("tstzrange", 3910, 3911), ("tsvector", 3614, 3643),
    ("txid_snapshot", 2970, 2949), ("unknown", 705, 0), ("uuid", 2950, 2951),
    ("varbit", 1562, 1563), ("varchar", 1043, 1015), ("void", 2278, 0), ("xid", 28, 1011),
    ("xid8", 5069, 271), ("xml", 142, 143),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::SqlType;

    #[test]
    fn a_builtin_type_is_found_by_name_and_as_an_array() {
        let line = Builtin {
            oid: 628,
            array_oid: 629,
        };
        assert_eq!(named(b"line"), Some(line));
        let lines = Builtin {
            oid: 629,
            array_oid: 0,
        };
        assert_eq!(named(b"_line"), Some(lines));
        assert_eq!(named(b"lines"), None);
        assert_eq!(named(b"_any"), None);
    }

    #[test]
    fn a_type_reads_back_into_those_with_its_format() {
        let reads = |data_type: &DataType, yes: &[&str], no: &[&str]| {
            for sql_type in yes {
                assert!(reads_back(data_type, sql_type), "{sql_type}");
            }
            for sql_type in no {
                assert!(!reads_back(data_type, sql_type), "{sql_type}");
            }
        };
        reads(
            &f64::DATA_TYPE,
            &[
                "double precision",
                "FLOAT8",
                "float",
                "float(53)",
                "positive",
            ],
            &["numeric(10,2)", "real", "float(24)", "money", "float8[]"],
        );
        reads(
            &i32::DATA_TYPE,
            &[
                "integer",
                "int",
                "pg_catalog.int4",
                "my.int8",
                "\"integer\"",
                "year",
            ],
            &["smallint", "bigint", "\"int8\"", "text", "oid"],
        );
        reads(
            &String::DATA_TYPE,
            &[
                "varchar(20)",
                "character varying (20)",
                "char(3)",
                "name",
                "citext",
                "national character(5)",
            ],
            &["inet", "\"char\"", "uuid", "text[]", "xml"],
        );
        reads(
            &Vec::<String>::DATA_TYPE,
            &["varchar(20)[]", "text array", "_text", "citext[]"],
            &["text", "int4[]", "jsonb"],
        );
        reads(
            &crate::types::Bits::<8>::DATA_TYPE,
            &["bit(8)"],
            &["bit(16)", "varbit", "bit varying(8)"],
        );
        reads(
            &crate::types::Vector::<3>::DATA_TYPE,
            &["vector(3)", "vector"],
            &["vector(4)", "bit(3)"],
        );
    }
}
