//! Types of columns: <https://www.postgresql.org/docs/current/datatype.html>.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Name;
use crate::sql::quote;

/// A type as a column has it: a name, a modifier and brackets.
///
/// Two spellings of one type are equal:
///
/// ```
/// use schema_ddl::model::DataType;
///
/// assert_eq!(DataType::parse("varchar(20)"), DataType::parse("character varying(20)"));
/// assert_eq!(DataType::parse("int[]").to_string(), "integer[]");
/// assert_eq!(DataType::parse("timestamptz(3)").to_string(), "timestamp(3) with time zone");
/// assert_eq!(DataType::parse("order_status").to_string(), r#""order_status""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct DataType {
    /// The name. That of a built-in type is the words of SQL, such as `timestamp with time zone`.
    pub name: Name,
    /// True for a type of Postgres itself.
    pub built_in: bool,
    /// The modifier in parentheses, without spaces: `10,2`.
    pub modifier: Option<String>,
    /// True for the array of the named type. Postgres does not enforce the number of dimensions.
    pub array: bool,
}

impl DataType {
    /// Reads a type as SQL spells it.
    pub fn parse(sql: &str) -> Self {
        let mut words = Words::read(sql);
        words.modifier.retain(|c| !c.is_whitespace());
        let modifier = Some(words.modifier).filter(|modifier| !modifier.is_empty());
        let array = words.array;
        if !words.quoted {
            let text = words.parts.join(".");
            let text = text.strip_prefix("pg_catalog.").unwrap_or(&text);
            if let Some(known) = built_in(text, modifier.as_deref()) {
                let modifier = match text {
                    // The number of bits only chooses between two types.
                    "float" => None,
                    // Without a length it is one character, or one bit.
                    "char" | "character" | "nchar" | "bit" if modifier.is_none() => {
                        Some(String::from("1"))
                    }
                    _ => modifier,
                };
                return Self {
                    name: Name::new(known),
                    built_in: true,
                    modifier,
                    array,
                };
            }
        }
        let name = match words.parts.pop() {
            Some(name) => match words.parts.pop() {
                Some(schema) => Name::in_schema(schema, name),
                None => Name::new(name),
            },
            None => Name::new(""),
        };
        Self {
            name,
            built_in: false,
            modifier,
            array,
        }
    }

    /// The array of this type.
    pub fn array_of(self) -> Self {
        Self {
            array: true,
            ..self
        }
    }
}

/// A type's text, taken apart.
#[derive(Default)]
struct Words {
    parts: Vec<String>,
    modifier: String,
    array: bool,
    quoted: bool,
}

impl Words {
    fn read(sql: &str) -> Self {
        let mut this = Self {
            parts: vec![String::new()],
            ..Self::default()
        };
        let (mut in_quotes, mut depth) = (false, 0_usize);
        let mut chars = sql.trim().chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if in_quotes && chars.peek() == Some(&'"') => {
                    chars.next();
                    this.push('"');
                }
                '"' => {
                    in_quotes = !in_quotes;
                    this.quoted = true;
                }
                _ if in_quotes => this.push(c),
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ if depth > 0 => this.modifier.push(c),
                '[' => this.array = true,
                ']' => {}
                '0'..='9' if this.array => {}
                '.' => this.parts.push(String::new()),
                c if c.is_whitespace() => this.space(),
                c => this.push(c.to_ascii_lowercase()),
            }
        }
        if let Some(last) = this.parts.last_mut() {
            if let Some(element) = last.strip_suffix(" array") {
                *last = element.to_owned();
                this.array = true;
            }
            last.truncate(last.trim_end().len());
        }
        this
    }

    fn push(&mut self, c: char) {
        if let Some(last) = self.parts.last_mut() {
            last.push(c);
        }
    }

    fn space(&mut self) {
        if let Some(last) = self.parts.last_mut()
            && !last.is_empty()
            && !last.ends_with(' ')
        {
            last.push(' ');
        }
    }
}

/// Returns the words of SQL for a built-in type with any of its names.
fn built_in(name: &str, modifier: Option<&str>) -> Option<String> {
    let bits = modifier.and_then(|modifier| modifier.parse::<u32>().ok());
    let known = match name {
        "float" if bits.is_some_and(|bits| bits <= 24) => "real",
        "float" | "float8" | "double precision" => "double precision",
        "float4" | "real" => "real",
        "int2" | "smallint" => "smallint",
        "int" | "int4" | "integer" => "integer",
        "int8" | "bigint" => "bigint",
        "bool" | "boolean" => "boolean",
        "dec" | "decimal" | "numeric" => "numeric",
        "varchar"
        | "char varying"
        | "character varying"
        | "nchar varying"
        | "national char varying"
        | "national character varying" => "character varying",
        // Without a length it has any length.
        "bpchar" if modifier.is_none() => "bpchar",
        "char" | "character" | "bpchar" | "nchar" | "national char" | "national character" => {
            "character"
        }
        "varbit" | "bit varying" => "bit varying",
        "timestamptz" | "timestamp with time zone" => "timestamp with time zone",
        "timestamp" | "timestamp without time zone" => "timestamp without time zone",
        "timetz" | "time with time zone" => "time with time zone",
        "time" | "time without time zone" => "time without time zone",
        name if name == "interval" || name.starts_with("interval ") => name,
        name if OTHERS.contains(&name) => name,
        _ => return None,
    };
    Some(known.to_owned())
}

/// Built-in types with a single name.
const OTHERS: [&str; 65] = [
    "aclitem",
    "bit",
    "box",
    "bytea",
    "cid",
    "cidr",
    "circle",
    "date",
    "datemultirange",
    "daterange",
    "inet",
    "int2vector",
    "int4multirange",
    "int4range",
    "int8multirange",
    "int8range",
    "json",
    "jsonb",
    "jsonpath",
    "line",
    "lseg",
    "macaddr",
    "macaddr8",
    "money",
    "name",
    "nummultirange",
    "numrange",
    "oid",
    "oidvector",
    "path",
    "pg_lsn",
    "pg_snapshot",
    "point",
    "polygon",
    "refcursor",
    "regclass",
    "regcollation",
    "regconfig",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
    "text",
    "tid",
    "tsmultirange",
    "tsquery",
    "tsrange",
    "tstzmultirange",
    "tstzrange",
    "tsvector",
    "txid_snapshot",
    "uuid",
    "xid",
    "xid8",
    "xml",
    "void",
    "trigger",
    "event_trigger",
    "record",
    "unknown",
    "cstring",
];

/// Types of extensions that are written without quotes.
const OF_EXTENSIONS: [&str; 11] = [
    "citext",
    "cube",
    "geography",
    "geometry",
    "halfvec",
    "hstore",
    "lquery",
    "ltree",
    "ltxtquery",
    "sparsevec",
    "vector",
];

/// Writes the type as SQL spells it.
impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifier = match &self.modifier {
            Some(modifier) => format!("({modifier})"),
            None => String::new(),
        };
        let name = &self.name.name;
        if self.built_in {
            // The modifier follows the first word of `timestamp with time zone`, and the last one of the others.
            match name.split_once(' ') {
                Some((first @ ("timestamp" | "time"), rest)) => {
                    write!(f, "{first}{modifier} {rest}")?;
                }
                _ => write!(f, "{name}{modifier}")?,
            }
        } else if self.name.schema.is_none() && OF_EXTENSIONS.contains(&name.as_str()) {
            write!(f, "{}{modifier}", quote::word(name))?;
        } else {
            write!(f, "{}{modifier}", self.name)?;
        }
        f.write_str(if self.array { "[]" } else { "" })
    }
}

impl FromStr for DataType {
    type Err = Infallible;

    fn from_str(sql: &str) -> Result<Self, Infallible> {
        Ok(Self::parse(sql))
    }
}

impl From<String> for DataType {
    fn from(sql: String) -> Self {
        Self::parse(&sql)
    }
}

impl From<DataType> for String {
    fn from(data_type: DataType) -> Self {
        data_type.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(sql: &str, canonical: &str) {
        let parsed = DataType::parse(sql);
        assert_eq!(parsed.to_string(), canonical);
        assert_eq!(DataType::parse(canonical), parsed, "{canonical}");
    }

    #[test]
    fn two_spellings_of_a_type_are_equal() {
        is("int8", "bigint");
        is("pg_catalog.int4[][]", "integer[]");
        is("Numeric(10, 2)", "numeric(10,2)");
        is("character  varying (20) [3]", "character varying(20)[]");
        is("text ARRAY", "text[]");
        is("timestamp(3)", "timestamp(3) without time zone");
        is("timetz", "time with time zone");
        is("interval day to second(3)", "interval day to second(3)");
        is("float(24)", "real");
        is("float(53)", "double precision");
        is("char", "character(1)");
        is("bit", "bit(1)");
        is("bpchar", "bpchar");
        is("bpchar(3)", "character(3)");
    }

    #[test]
    fn other_types_are_in_quotes() {
        is("order_status", "\"order_status\"");
        is("clinic.status[]", "\"clinic\".\"status\"[]");
        is("\"My \"\"Type\"\"\"", "\"My \"\"Type\"\"\"");
        is("vector(384)", "vector(384)");
        is("\"integer\"", "\"integer\"");
    }
}
