//! A Postgres type, as constants.

use sqlx::TypeInfo as _;
use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

/// A Postgres type: its name for DDL, and which of a server's types can be read as it.
///
/// Types that come with Postgres are known by their object id, the same on every server. Types of
/// extensions and enums are known by name, and sqlx looks their object id up once per connection.
#[derive(Debug, Clone, Copy)]
pub struct DataType {
    /// The name as SQL spells it, without modifier and brackets: `bigint`, `vector`, `"order_status"`.
    pub name: &'static str,
    /// The modifier in parentheses, such as a vector's dimensions.
    pub modifier: Option<u32>,
    /// The object id of a type that comes with Postgres. Of an array: that of the array.
    pub oid: Option<u32>,
    /// The object id of the array of a type that comes with Postgres.
    pub array_oid: Option<u32>,
    /// Whether this is the array of the named type.
    pub array: bool,
    /// Further types whose binary form is the same, such as `varchar` for `text`: their object ids, each with that of
    /// its array.
    pub also: &'static [(u32, u32)],
    /// Further types of extensions whose binary form is the same, such as `citext` for `text`.
    pub also_named: &'static [&'static str],
    /// The extension that the type comes from.
    pub extension: Option<&'static str>,
    /// The enum that the type is.
    pub enumeration: Option<&'static EnumDef>,
}

/// A Postgres [enum](https://www.postgresql.org/docs/current/datatype-enum.html), from `#[derive(PgEnum)]`.
#[derive(Debug, PartialEq, Eq)]
pub struct EnumDef {
    /// The Postgres schema; without it the connection's `search_path` decides.
    pub schema: Option<&'static str>,
    /// The name, not quoted.
    pub name: &'static str,
    /// The labels, in their order.
    pub labels: &'static [&'static str],
}

impl DataType {
    /// A type that comes with Postgres, by its object id and that of its array.
    pub const fn builtin(name: &'static str, oid: u32, array_oid: u32) -> Self {
        Self {
            name,
            modifier: None,
            oid: Some(oid),
            array_oid: Some(array_oid),
            array: false,
            also: &[],
            also_named: &[],
            extension: None,
            enumeration: None,
        }
    }

    /// A type of an extension, by its name.
    pub const fn extension(name: &'static str, extension: &'static str) -> Self {
        Self {
            extension: Some(extension),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// An enum. `name` is its name as SQL spells it, quoted and with its schema.
    pub const fn enumeration(name: &'static str, def: &'static EnumDef) -> Self {
        Self {
            enumeration: Some(def),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// The same type with a modifier.
    pub const fn with_modifier(self, modifier: u32) -> Self {
        Self {
            modifier: Some(modifier),
            ..self
        }
    }

    /// The same type, which can also be read from other types that come with Postgres.
    pub const fn also(
        self,
        also: &'static [(u32, u32)],
        also_named: &'static [&'static str],
    ) -> Self {
        Self {
            also,
            also_named,
            ..self
        }
    }

    /// The array of this type.
    pub const fn array_of(self) -> Self {
        Self {
            oid: self.array_oid,
            array_oid: None,
            array: true,
            ..self
        }
    }

    /// The name that DDL writes: `vector(384)`, `text[]`.
    pub fn sql(&self) -> String {
        let mut sql = String::from(self.name);
        if let Some(modifier) = self.modifier {
            sql.push('(');
            sql.push_str(&modifier.to_string());
            sql.push(')');
        }
        if self.array {
            sql.push_str("[]");
        }
        sql
    }

    /// The type of a parameter, as sqlx declares it to the server.
    pub fn type_info(&self) -> PgTypeInfo {
        match self.oid {
            Some(oid) => PgTypeInfo::with_oid(Oid(oid)),
            None if self.array => PgTypeInfo::array_of(self.name),
            None => PgTypeInfo::with_name(self.name),
        }
    }

    /// Whether a column of the type `actual` can be read as this type.
    #[inline]
    pub fn accepts(&self, actual: &PgTypeInfo) -> bool {
        match (self.oid, actual.oid()) {
            (Some(expected), Some(Oid(oid))) if expected == oid => true,
            (_, oid) => self.accepts_another(oid, actual),
        }
    }

    fn accepts_another(&self, oid: Option<Oid>, actual: &PgTypeInfo) -> bool {
        match (self.oid, oid) {
            (Some(_), Some(Oid(oid))) if self.is_also(oid) => true,
            (Some(_), _) => self
                .also_named
                .iter()
                .any(|name| self.is_named(name, actual.name())),
            (None, _) => self.is_named(self.name, actual.name()),
        }
    }

    fn is_also(&self, oid: u32) -> bool {
        self.also
            .iter()
            .any(|(element, array)| oid == if self.array { *array } else { *element })
    }

    /// Whether `actual` names the type `name`, or its array, if this is one.
    fn is_named(&self, name: &str, actual: &str) -> bool {
        match actual.strip_suffix("[]") {
            Some(element) => self.array && bare(element) == bare(name),
            None if self.array => actual.strip_prefix('_') == Some(bare(name)),
            None => bare(actual) == bare(name),
        }
    }
}

/// A type's name without its schema and quotes.
fn bare(name: &str) -> &str {
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    name.trim_matches('"')
}
