//! Descriptions of Postgres types: <https://www.postgresql.org/docs/current/datatype.html>.

use sqlx::TypeInfo as _;
use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

use crate::types::{CompositeDef, DomainDef};

/// A Postgres type: its name in DDL, and the types of the server that can be read as it.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::types::{DataType, SqlType};
///
/// const EMBEDDING: DataType = Vector::<384>::DATA_TYPE;
/// assert_eq!(EMBEDDING.sql(), "vector(384)");
/// assert_eq!(EMBEDDING.extension, Some("vector"));
/// assert_eq!(EMBEDDING.array_of().sql(), "vector(384)[]");
/// ```
///
/// Built-in types are identified by their object id, which is the same on every server. Enums and types of extensions
/// are identified by name, and sqlx looks up their object ids once per connection.
#[derive(Debug, Clone, Copy)]
pub struct DataType {
    /// The name as SQL spells it, without modifier and brackets: `bigint`, `vector`, `"order_status"`.
    pub name: &'static str,
    /// The modifier in parentheses, such as a vector's dimensions.
    pub modifier: Option<u32>,
    /// The object id of a built-in type. If this is an array, the object id of the array type.
    pub oid: Option<u32>,
    /// The object id of the array type of a built-in type.
    pub array_oid: Option<u32>,
    /// True if this is the array of the named type.
    pub array: bool,
    /// Built-in types with the same binary format, such as `varchar` for `text`: their object ids, each with that of
    /// its array type.
    pub also: &'static [(u32, u32)],
    /// Types of extensions with the same binary format, such as `citext` for `text`.
    pub also_named: &'static [&'static str],
    /// The extension that the type comes from.
    pub extension: Option<&'static str>,
    /// The definition, if the type is an enum, a composite type or a domain.
    pub definition: Option<TypeDef>,
}

/// The definition of a type that belongs to the schema.
#[derive(Debug, Clone, Copy)]
pub enum TypeDef {
    /// An enum.
    Enum(&'static EnumDef),
    /// A composite type.
    Composite(&'static CompositeDef),
    /// A domain.
    Domain(&'static DomainDef),
}

/// A Postgres [enum](https://www.postgresql.org/docs/current/datatype-enum.html), from `#[derive(PgEnum)]`.
#[derive(Debug, PartialEq, Eq)]
pub struct EnumDef {
    /// The Postgres schema. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The name, without quotes.
    pub name: &'static str,
    /// The labels, in order.
    pub labels: &'static [&'static str],
}

impl DataType {
    /// Returns the name of the type without its modifier, as the element of an array: without a length, `bit` would be
    /// `bit(1)`, and in quotes it has any length.
    pub(crate) const fn element_name(&self) -> &'static str {
        match self.name.as_bytes() {
            b"bit" => "\"bit\"",
            _ => self.name,
        }
    }

    /// Describes a built-in type by its object id and that of its array type.
    ///
    /// ```
    /// use schema_core::types::DataType;
    ///
    /// const UUID: DataType = DataType::builtin("uuid", 2950, 2951);
    /// assert_eq!(UUID.array_of().oid, Some(2951));
    /// ```
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
            definition: None,
        }
    }

    /// Describes a type of an extension by its name.
    ///
    /// ```
    /// use schema_core::types::DataType;
    ///
    /// const LTREE: DataType = DataType::extension("ltree", "ltree");
    /// assert_eq!((LTREE.sql(), LTREE.oid), ("ltree".to_owned(), None));
    /// ```
    pub const fn extension(name: &'static str, extension: &'static str) -> Self {
        Self {
            extension: Some(extension),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// Describes an enum. `name` is its name in SQL, with quotes and its Postgres schema.
    ///
    /// ```
    /// use schema_core::types::{DataType, EnumDef};
    ///
    /// const DEF: EnumDef = EnumDef { schema: None, name: "mood", labels: &["happy", "sad"] };
    /// const MOOD: DataType = DataType::enumeration(r#""mood""#, &DEF);
    /// assert_eq!(MOOD.sql(), r#""mood""#);
    /// ```
    pub const fn enumeration(name: &'static str, def: &'static EnumDef) -> Self {
        Self {
            definition: Some(TypeDef::Enum(def)),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// Describes a composite type. `name` is its name in SQL, with quotes and its Postgres schema.
    ///
    /// ```
    /// use schema_core::types::{CompositeDef, CompositeFieldDef, DataType, SqlType};
    ///
    /// const FIELDS: &[CompositeFieldDef] = &[CompositeFieldDef { name: "zip", data_type: String::DATA_TYPE }];
    /// const DEF: CompositeDef = CompositeDef { schema: None, name: "address", fields: FIELDS };
    /// assert_eq!(DataType::composite(r#""address""#, &DEF).sql(), r#""address""#);
    /// ```
    pub const fn composite(name: &'static str, def: &'static CompositeDef) -> Self {
        Self {
            definition: Some(TypeDef::Composite(def)),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// Describes a domain. `name` is its name in SQL, with quotes and its Postgres schema.
    ///
    /// ```
    /// use schema_core::types::{DataType, DomainDef, SqlType};
    ///
    /// const DEF: DomainDef = DomainDef { schema: None, name: "email", base: String::DATA_TYPE, check: None };
    /// assert_eq!(DataType::domain(r#""email""#, &DEF).sql(), r#""email""#);
    /// ```
    pub const fn domain(name: &'static str, def: &'static DomainDef) -> Self {
        Self {
            definition: Some(TypeDef::Domain(def)),
            oid: None,
            array_oid: None,
            ..Self::builtin(name, 0, 0)
        }
    }

    /// Returns true if a list of values has to travel as text, because `unnest` would take the values apart.
    pub(crate) const fn is_unnested(&self) -> bool {
        match self.definition {
            Some(TypeDef::Composite(_)) => true,
            Some(TypeDef::Domain(def)) => self.array || def.base.is_unnested(),
            Some(TypeDef::Enum(_)) | None => self.array,
        }
    }

    /// Returns the same type with a modifier.
    ///
    /// ```
    /// use schema_core::types::DataType;
    ///
    /// const VECTOR: DataType = DataType::extension("vector", "vector").with_modifier(384);
    /// assert_eq!(VECTOR.sql(), "vector(384)");
    /// ```
    pub const fn with_modifier(self, modifier: u32) -> Self {
        Self {
            modifier: Some(modifier),
            ..self
        }
    }

    /// Returns the same type, which can also be read from other types: built-in types by their object ids, and types of
    /// extensions by their names.
    ///
    /// ```
    /// use schema_core::types::DataType;
    /// use sqlx::postgres::PgTypeInfo;
    ///
    /// const TEXT: DataType = DataType::builtin("text", 25, 1009).also(&[(1043, 1015)], &["citext"]);
    /// assert!(TEXT.accepts(&PgTypeInfo::with_name("citext")));
    /// ```
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

    /// Returns the array type.
    ///
    /// ```
    /// use schema_core::types::SqlType;
    ///
    /// assert_eq!(i32::DATA_TYPE.array_of().sql(), "integer[]");
    /// ```
    pub const fn array_of(self) -> Self {
        Self {
            oid: self.array_oid,
            array_oid: None,
            array: true,
            ..self
        }
    }

    /// Returns the name that DDL uses.
    ///
    /// ```
    /// use schema_core::prelude::*;
    /// use schema_core::types::SqlType;
    ///
    /// assert_eq!(Bits::<64>::DATA_TYPE.sql(), "bit(64)");
    /// assert_eq!(Vec::<String>::DATA_TYPE.sql(), "text[]");
    /// ```
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

    /// Returns the type that sqlx declares for a parameter.
    ///
    /// ```
    /// use schema_core::types::SqlType;
    /// use sqlx::postgres::PgTypeInfo;
    ///
    /// let expected = PgTypeInfo::with_oid(sqlx::postgres::types::Oid(23));
    /// assert_eq!(i32::DATA_TYPE.type_info(), expected);
    /// ```
    pub fn type_info(&self) -> PgTypeInfo {
        match self.oid {
            Some(oid) => PgTypeInfo::with_oid(Oid(oid)),
            None if self.array => PgTypeInfo::array_of(self.name),
            None => PgTypeInfo::with_name(self.name),
        }
    }

    /// Returns true if a column of the type `actual` can be read as this type.
    ///
    /// ```
    /// use schema_core::types::SqlType;
    ///
    /// let integer = i32::DATA_TYPE;
    /// assert!(integer.accepts(&integer.type_info()));
    /// assert!(!integer.accepts(&i64::DATA_TYPE.type_info()));
    /// ```
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
            // The server describes a value of a domain by the type that the domain restricts.
            (None, _) => {
                self.is_named(self.name, actual.name())
                    || matches!(self.definition, Some(TypeDef::Domain(def)) if !self.array && def.base.accepts(actual))
            }
        }
    }

    fn is_also(&self, oid: u32) -> bool {
        self.also
            .iter()
            .any(|(element, array)| oid == if self.array { *array } else { *element })
    }

    /// Returns true if `actual` is the name of the type `name`, or of its array if this is an array.
    fn is_named(&self, name: &str, actual: &str) -> bool {
        match actual.strip_suffix("[]") {
            Some(element) => self.array && bare(element) == bare(name),
            None if self.array => actual.strip_prefix('_') == Some(bare(name)),
            None => bare(actual) == bare(name),
        }
    }
}

/// Returns a type's name without its schema and quotes.
fn bare(name: &str) -> &str {
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    name.trim_matches('"')
}
