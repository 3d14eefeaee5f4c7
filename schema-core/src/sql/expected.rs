//! The columns that a program expects of a query's rows. They are in the compiled program, next to the text.

use crate::def::TableDef;
use crate::types::{ColumnType, DataType, Nullability, SqlType, TypeDef};

/// The columns that a decoder reads, as far as its type determines them.
#[derive(Debug, Clone, Copy)]
pub enum Expected {
    /// Not known: a decoder of the user's, or rows that are not read.
    Unknown,
    /// A value of this type, and how NULL is read.
    OfColumn(&'static DataType, Null),
    /// All columns of a table.
    OfTable(&'static TableColumns),
    /// The same columns, each of which may be NULL: an outer join may find no row.
    OrNone(&'static Self),
    /// Several, one after another.
    List(&'static [Self]),
}

// Public items with the name of another one, such as `Option` or `Table`, would make rustc write both with their paths.

/// How a NULL is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    /// It is an error: the Rust type is not an `Option`.
    Never,
    /// As `None`.
    AsNone,
    /// It is an error, but the program asserts that there is none, or computes the value.
    Asserted,
}

/// Something that reads rows.
pub trait Expects {
    /// The columns that it reads.
    const EXPECTED: Expected;
}

/// The rows of a statement are not read.
#[derive(Debug)]
pub enum NoRows {}

impl Expects for NoRows {
    const EXPECTED: Expected = Expected::Unknown;
}

/// The bits of a column's first byte.
const NULLABLE: u8 = 1;
const ASSERTED: u8 = 2;
pub(super) const BY_NAME: u8 = 4;
pub(super) const ARRAY: u8 = 8;
/// Not a column: the length of columns follows, each of which may be NULL.
const ALL_NULLABLE: u8 = 16;

/// The columns of a table, as they are written. So the compiler writes them once, and copies them for each query.
#[derive(Debug)]
pub struct TableColumns {
    bytes: [u8; LARGEST],
    length: usize,
    known: bool,
}

/// The bytes of the columns of the largest table whose columns are known: 200 columns of built-in types.
const LARGEST: usize = 1024;

impl TableColumns {
    /// Writes the columns of a table. A relation that is not a table has an empty definition.
    pub const fn new(def: &TableDef) -> Self {
        let mut length = 0;
        let mut known = !def.columns.is_empty();
        let mut i = 0;
        while i < def.columns.len() {
            match column_size(&def.columns[i].data_type) {
                Some(size) => length += size,
                None => known = false,
            }
            i += 1;
        }
        known = known && length <= LARGEST;
        let mut bytes = [0; LARGEST];
        if known {
            let mut free: &mut [u8] = &mut bytes;
            let mut i = 0;
            while i < def.columns.len() {
                let column = &def.columns[i];
                let flags = if column.nullable { NULLABLE } else { 0 };
                free = write_column(&column.data_type, flags, free);
                i += 1;
            }
        }
        Self {
            bytes,
            length,
            known,
        }
    }
}

impl Expected {
    /// A column that is true or false.
    pub const BOOL: Self = Self::of::<bool>();

    /// A value of type `T`.
    pub const fn of<T: ColumnType>() -> Self {
        let null = if <T::Null as Nullability>::NULLABLE {
            Null::AsNone
        } else {
            Null::Never
        };
        Self::OfColumn(const { &<T::Base as SqlType>::DATA_TYPE }, null)
    }

    /// Returns the number of bytes, or `None` if a column is unknown.
    pub(super) const fn size(&self) -> Option<usize> {
        match self {
            Self::OfColumn(data_type, _) => column_size(data_type),
            Self::OfTable(columns) if columns.known => Some(columns.length),
            Self::OrNone(inner) => match inner.size() {
                Some(size) => Some(3 + size),
                None => None,
            },
            Self::List(list) => {
                let mut size = 0;
                let mut i = 0;
                while i < list.len() {
                    match list[i].size() {
                        Some(columns) => size += columns,
                        None => return None,
                    }
                    i += 1;
                }
                Some(size)
            }
            Self::Unknown | Self::OfTable(_) => None,
        }
    }

    /// Writes the columns, and returns the bytes after them.
    pub(super) const fn write<'a>(&self, mut free: &'a mut [u8]) -> &'a mut [u8] {
        match self {
            Self::Unknown => free,
            Self::OfColumn(data_type, null) => {
                let flags = match null {
                    Null::Never => 0,
                    Null::AsNone => NULLABLE,
                    Null::Asserted => ASSERTED,
                };
                write_column(data_type, flags, free)
            }
            Self::OfTable(columns) => {
                let (place, free) = free.split_at_mut(columns.length);
                place.copy_from_slice(columns.bytes.split_at(columns.length).0);
                free
            }
            Self::OrNone(inner) => {
                let (place, free) = free.split_at_mut(3);
                let before = free.len();
                let free = inner.write(free);
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "all columns have at most 16 KiB"
                )]
                let [low, high] = ((before - free.len()) as u16).to_le_bytes();
                place.copy_from_slice(&[ALL_NULLABLE, low, high]);
                free
            }
            Self::List(list) => {
                let mut i = 0;
                while i < list.len() {
                    free = list[i].write(free);
                    i += 1;
                }
                free
            }
        }
    }
}

/// Returns the type as the server describes it: a value of a domain is one of the type that the domain restricts.
const fn described(data_type: &DataType) -> &DataType {
    match data_type.definition {
        Some(TypeDef::Domain(def)) if !data_type.array => described(&def.base),
        _ => data_type,
    }
}

const fn column_size(data_type: &DataType) -> Option<usize> {
    let data_type = described(data_type);
    match data_type.oid {
        Some(_) => Some(5),
        None if data_type.name.len() <= u8::MAX as usize => Some(2 + data_type.name.len()),
        None => None,
    }
}

/// Writes a byte of flags, and the object id or the length of the name and the name.
const fn write_column<'a>(data_type: &DataType, flags: u8, free: &'a mut [u8]) -> &'a mut [u8] {
    let data_type = described(data_type);
    if let Some(oid) = data_type.oid {
        let [a, b, c, d] = oid.to_le_bytes();
        let (place, free) = free.split_at_mut(5);
        place.copy_from_slice(&[flags, a, b, c, d]);
        return free;
    }
    let array = if data_type.array { ARRAY } else { 0 };
    let (place, free) = free.split_at_mut(2);
    #[expect(clippy::cast_possible_truncation, reason = "longer names have no size")]
    let length = data_type.name.len() as u8;
    place.copy_from_slice(&[flags | BY_NAME | array, length]);
    let (place, free) = free.split_at_mut(data_type.name.len());
    place.copy_from_slice(data_type.name.as_bytes());
    free
}
