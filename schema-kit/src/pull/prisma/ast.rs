//! The declarations of a Prisma schema.

/// A whole schema.
#[derive(Debug, Default)]
pub(super) struct Schema {
    pub(super) blocks: Vec<Block>,
}

/// `model Patient { … }`, and the same for `enum`, `view`, `type`, `datasource` and `generator`.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) keyword: String,
    pub(super) name: String,
    pub(super) line: usize,
    /// True if `///` comments precede it.
    pub(super) has_docs: bool,
    pub(super) fields: Vec<Field>,
    /// `@@…`
    pub(super) attributes: Vec<Attribute>,
    /// `key = value`, in `datasource` and `generator`.
    pub(super) settings: Vec<(String, Value)>,
}

/// A field of a model, or a value of an enum, which has no type.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) has_docs: bool,
    pub(super) data_type: Option<FieldType>,
    /// `@…`
    pub(super) attributes: Vec<Attribute>,
}

/// The type of a field.
#[derive(Debug)]
pub(super) struct FieldType {
    /// `String`, or the name of a model or an enum. For `Unsupported("…")`, the type of Postgres.
    pub(super) name: String,
    pub(super) is_unsupported: bool,
    pub(super) optional: bool,
    pub(super) list: bool,
}

/// `@default(now())`, `@@map("patients")`, `@db.VarChar(20)`
#[derive(Debug)]
pub(super) struct Attribute {
    /// Without `@`: `default`, `map`, `db.VarChar`.
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) arguments: Vec<Argument>,
}

/// A value, with its name if it has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Argument {
    pub(super) name: Option<String>,
    pub(super) value: Value,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(String),
    /// `true`, `Cascade`, `author.id`
    Word(String),
    /// `now()`, `title(sort: Desc)`
    Call(String, Vec<Argument>),
    List(Vec<Self>),
}

impl Value {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) | Self::Call(word, _) => Some(word),
            _ => None,
        }
    }

    /// The elements of a list, or the value itself.
    pub(super) fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            one => std::slice::from_ref(one),
        }
    }
}

impl Attribute {
    /// Returns the argument with a name, or the first one without.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.named(name).or_else(|| self.unnamed())
    }

    /// Returns the argument with a name.
    pub(super) fn named(&self, name: &str) -> Option<&Value> {
        let mut arguments = self.arguments.iter();
        let found = arguments.find(|one| one.name.as_deref() == Some(name));
        found.map(|one| &one.value)
    }

    /// Returns the first argument without a name.
    pub(super) fn unnamed(&self) -> Option<&Value> {
        let mut arguments = self.arguments.iter();
        arguments
            .find(|one| one.name.is_none())
            .map(|one| &one.value)
    }
}

/// Returns the attribute with a name.
pub(super) fn find<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|one| one.name == name)
}
