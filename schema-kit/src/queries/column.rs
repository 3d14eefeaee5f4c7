//! The columns that a program expects, and the types of the parameters that it sends.

use serde::Serialize;

/// A column that a program expects.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ExpectedColumn {
    /// The type of Postgres.
    pub data_type: ExpectedType,
    /// How NULL is read.
    pub null: Null,
}

/// A type that a program expects or sends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedType {
    /// A type of Postgres itself, by its object id.
    BuiltIn(u32),
    /// Any other type, as SQL spells it, without its modifier.
    Named {
        /// The name of the type, or of the elements of the array.
        name: String,
        /// True for an array.
        array: bool,
    },
}

/// How a program reads NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Null {
    /// As an error: the Rust type is not an `Option`.
    Never,
    /// As `None`.
    AsNone,
    /// As an error, but the program asserts that there is none, or the value is computed.
    Asserted,
}

/// The bits of a column's first byte; see `schema_core::sql`'s module `mark`.
const NULLABLE: u8 = 1;
const ASSERTED: u8 = 2;
const BY_NAME: u8 = 4;
const ARRAY: u8 = 8;
const ALL_NULLABLE: u8 = 16;

/// The object id of a parameter whose type is not known.
const UNKNOWN: u32 = 0;

impl ExpectedType {
    /// Reads a list of parameters, the last of which is the first one, or returns `None` if the bytes are not such a list. A
    /// parameter is `None` if its type is not known.
    pub(super) fn parameters(bytes: &[u8]) -> Option<Vec<Option<Self>>> {
        let list = ExpectedColumn::list(bytes)?;
        let types = list.into_iter().map(|column| column.data_type).rev();
        let known = |one: &Self| *one != Self::BuiltIn(UNKNOWN);
        Some(types.map(|one| Some(one).filter(known)).collect())
    }

    /// Returns the name as SQL spells it. A type of Postgres itself has only its object id.
    pub(super) fn name(&self) -> Result<String, u32> {
        match self {
            Self::BuiltIn(oid) => Err(*oid),
            Self::Named { name, array: false } => Ok(name.clone()),
            Self::Named { name, array: true } => Ok(format!("{name}[]")),
        }
    }
}

impl ExpectedColumn {
    /// Reads a list of columns, or returns `None` if the bytes are not one.
    pub(super) fn list(mut bytes: &[u8]) -> Option<Vec<Self>> {
        let mut list = Vec::new();
        while let [flags, rest @ ..] = bytes {
            if *flags == ALL_NULLABLE {
                let (length, rest) = rest.split_first_chunk()?;
                let length = usize::from(u16::from_le_bytes(*length));
                let (inner, rest) = rest.split_at_checked(length)?;
                let nullable = |column| Self {
                    null: Null::AsNone,
                    ..column
                };
                list.extend(Self::list(inner)?.into_iter().map(nullable));
                bytes = rest;
                continue;
            }
            let (data_type, rest) = if flags & BY_NAME == 0 {
                let (oid, rest) = rest.split_first_chunk()?;
                (ExpectedType::BuiltIn(u32::from_le_bytes(*oid)), rest)
            } else {
                let (length, rest) = rest.split_first()?;
                let (name, rest) = rest.split_at_checked(usize::from(*length))?;
                let name = str::from_utf8(name).ok()?.to_owned();
                let array = flags & ARRAY != 0;
                (ExpectedType::Named { name, array }, rest)
            };
            let null = match flags & (NULLABLE | ASSERTED) {
                0 => Null::Never,
                NULLABLE => Null::AsNone,
                _ => Null::Asserted,
            };
            list.push(Self { data_type, null });
            bytes = rest;
        }
        Some(list)
    }
}
