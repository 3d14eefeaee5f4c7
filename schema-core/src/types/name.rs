//! Names of types as SQL spells them: `character varying(20)[]`.

use super::builtin::{Builtin, named, same};

/// A type's name, taken apart during compilation.
#[derive(Debug)]
pub(crate) struct TypeName {
    /// The name in lower case, without `pg_catalog`, modifier and brackets.
    bytes: [u8; 64],
    length: usize,
    /// True if the name was in quotes, so that it is not one of SQL's own words.
    quoted: bool,
    /// The first number in parentheses.
    pub(crate) modifier: Option<u32>,
    /// True for the array of the named type.
    pub(crate) array: bool,
}

impl TypeName {
    pub(crate) const fn parse(sql: &str) -> Self {
        let mut this = Self {
            bytes: [0; 64],
            length: 0,
            quoted: false,
            modifier: None,
            array: false,
        };
        let sql = sql.as_bytes();
        let (mut i, mut depth, mut in_quotes) = (0, 0_usize, false);
        while i < sql.len() {
            let byte = sql[i];
            match byte {
                b'"' => {
                    in_quotes = !in_quotes;
                    this.quoted = true;
                }
                _ if in_quotes => this.push(byte),
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                b'[' => this.array = true,
                _ if depth > 0 => this.read_modifier(byte, sql[i - 1]),
                b']' | b'0'..=b'9' if this.array => {}
                _ if byte.is_ascii_whitespace() => this.space(),
                _ => this.push(byte.to_ascii_lowercase()),
            }
            i += 1;
        }
        this.trim();
        this
    }

    /// The name.
    pub(crate) const fn name(&self) -> &[u8] {
        self.bytes.split_at(self.length).0
    }

    /// Returns the built-in type with this name.
    pub(crate) const fn builtin(&self) -> Option<Builtin> {
        let name = self.name();
        if self.quoted {
            return named(name);
        }
        if same(name, b"float") && matches!(self.modifier, Some(1..=24)) {
            return named(b"float4");
        }
        // `char` in quotes is another type.
        if same(name, b"char") {
            return named(b"bpchar");
        }
        let mut i = 0;
        while i < WORDS.len() {
            let (word, known) = WORDS[i];
            if same(word.as_bytes(), name) {
                return named(known.as_bytes());
            }
            i += 1;
        }
        if starts_with(name, b"interval ") {
            return named(b"interval");
        }
        named(name)
    }

    /// Returns true for `serial` and its like: an integer with a sequence as its default.
    pub(crate) const fn is_serial(&self) -> bool {
        let name = self.name();
        !self.quoted
            && (same(name, b"serial")
                || same(name, b"bigserial")
                || same(name, b"smallserial")
                || same(name, b"serial2")
                || same(name, b"serial4")
                || same(name, b"serial8"))
    }

    const fn push(&mut self, byte: u8) {
        if self.length < self.bytes.len() {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    /// Appends a space, unless there is one.
    const fn space(&mut self) {
        if self.length > 0 && self.bytes[self.length - 1] != b' ' {
            self.push(b' ');
        }
    }

    const fn read_modifier(&mut self, byte: u8, before: u8) {
        if !byte.is_ascii_digit() {
            return;
        }
        let digit = (byte - b'0') as u32;
        self.modifier = match self.modifier {
            None => Some(digit),
            Some(number) if before.is_ascii_digit() => {
                Some(number.saturating_mul(10).saturating_add(digit))
            }
            other => other,
        };
    }

    /// Removes what surrounds the name.
    const fn trim(&mut self) {
        if self.length > 0 && self.bytes[self.length - 1] == b' ' {
            self.length -= 1;
        }
        let array = b" array";
        if !self.quoted && self.length > array.len() {
            let (_, end) = self.name().split_at(self.length - array.len());
            if same(end, array) {
                self.length -= array.len();
                self.array = true;
            }
        }
        let catalog = b"pg_catalog.";
        if starts_with(self.name(), catalog) {
            let mut i = catalog.len();
            while i < self.length {
                self.bytes[i - catalog.len()] = self.bytes[i];
                i += 1;
            }
            self.length -= catalog.len();
            self.quoted = true;
        }
    }
}

const fn starts_with(text: &[u8], start: &[u8]) -> bool {
    text.len() >= start.len() && same(text.split_at(start.len()).0, start)
}

/// SQL's own words for types, and the names of the types in `pg_catalog`.
const WORDS: [(&str, &str); 30] = [
    ("bigint", "int8"),
    ("bigserial", "int8"),
    ("bit varying", "varbit"),
    ("boolean", "bool"),
    ("char varying", "varchar"),
    ("character", "bpchar"),
    ("character varying", "varchar"),
    ("dec", "numeric"),
    ("decimal", "numeric"),
    ("double precision", "float8"),
    ("float", "float8"),
    ("int", "int4"),
    ("integer", "int4"),
    ("national char", "bpchar"),
    ("national char varying", "varchar"),
    ("national character", "bpchar"),
    ("national character varying", "varchar"),
    ("nchar", "bpchar"),
    ("nchar varying", "varchar"),
    ("real", "float4"),
    ("serial", "int4"),
    ("serial2", "int2"),
    ("serial4", "int4"),
    ("serial8", "int8"),
    ("smallint", "int2"),
    ("smallserial", "int2"),
    ("time with time zone", "timetz"),
    ("time without time zone", "time"),
    ("timestamp with time zone", "timestamptz"),
    ("timestamp without time zone", "timestamp"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(sql: &str, name: &str, modifier: Option<u32>, array: bool) {
        let parsed = TypeName::parse(sql);
        assert_eq!(str::from_utf8(parsed.name()), Ok(name), "{sql}");
        assert_eq!((parsed.modifier, parsed.array), (modifier, array), "{sql}");
    }

    #[test]
    fn a_name_is_taken_apart() {
        is("Numeric(10, 2)", "numeric", Some(10), false);
        is(
            "character  varying (20) [3]",
            "character varying",
            Some(20),
            true,
        );
        is(
            "timestamp(3) with time zone",
            "timestamp with time zone",
            Some(3),
            false,
        );
        is("pg_catalog.int4[][]", "int4", None, true);
        is("text ARRAY", "text", None, true);
        is("\"My Type\"", "My Type", None, false);
    }

    #[test]
    fn a_word_of_sql_in_quotes_is_another_type() {
        let oid = |sql| TypeName::parse(sql).builtin().map(|builtin| builtin.oid);
        assert_eq!(oid("char"), Some(1042));
        assert_eq!(oid("\"char\""), Some(18));
        assert_eq!(oid("integer"), Some(23));
        assert_eq!(oid("\"integer\""), None);
        assert_eq!(oid("interval day to second(3)"), Some(1186));
        assert_eq!(oid("float(24)"), Some(700));
        assert_eq!(oid("clinic.text"), None);
    }
}
