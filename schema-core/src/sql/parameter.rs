//! The types of a text's parameters. They are in the compiled program, after the text and the columns.

use super::expected::{ARRAY, BY_NAME};
use crate::def::{TableDef, same};
use crate::types::{DataType, SqlType};

/// The type that a parameter is sent as, prepared for the two walks over the tokens: what they would have to compute for each
/// parameter of each query costs the compiler more than all else about parameters. Small, since the compiler checks all values
/// to which a constant refers.
#[derive(Debug, Clone, Copy)]
pub struct SentAs {
    /// The name as SQL spells it.
    pub(super) name: &'static str,
    /// The number of bytes.
    pub(super) size: u16,
    /// The byte of flags.
    flags: u8,
    /// The object id of a built-in type.
    oid: [u8; 4],
}

impl SentAs {
    /// A type that is not known: an object id that no type has.
    const UNKNOWN: Self = Self {
        name: "",
        size: 5,
        flags: 0,
        oid: [0; 4],
    };

    /// The Postgres type of `T`.
    pub const fn of<T: SqlType>() -> Self {
        Self::data_type(&T::DATA_TYPE)
    }

    /// The type of an array of `T`.
    pub const fn array_of<T: SqlType>() -> Self {
        Self::data_type(&T::DATA_TYPE.array_of())
    }

    #[expect(clippy::cast_possible_truncation, reason = "a longer name has no size")]
    const fn data_type(data_type: &DataType) -> Self {
        let name = data_type.name;
        match data_type.oid {
            Some(oid) => Self {
                name,
                oid: oid.to_le_bytes(),
                ..Self::UNKNOWN
            },
            None if name.len() > u8::MAX as usize => Self {
                name,
                ..Self::UNKNOWN
            },
            None => Self {
                name,
                size: 2 + name.len() as u16,
                flags: if data_type.array {
                    BY_NAME | ARRAY
                } else {
                    BY_NAME
                },
                oid: [0; 4],
            },
        }
    }

    /// Writes the type at the end of the free bytes, and returns the bytes before it.
    pub(super) const fn write(self, free: &mut [u8]) -> &mut [u8] {
        if self.flags == 0 {
            let [free @ .., flags, a, b, c, d] = free else {
                return free;
            };
            *flags = 0;
            [*a, *b, *c, *d] = self.oid;
            return free;
        }
        let (free, place) = free.split_at_mut(free.len() - self.size as usize);
        let (start, name) = place.split_at_mut(2);
        #[expect(clippy::cast_possible_truncation, reason = "longer names are unknown")]
        let length = self.name.len() as u8;
        start.copy_from_slice(&[self.flags, length]);
        name.copy_from_slice(self.name.as_bytes());
        free
    }
}

/// The number of columns of inserted rows whose types are in the program. Those of the others are not known.
const MOST: usize = 64;

/// The types that the columns of inserted rows are sent as.
#[derive(Debug)]
pub struct RowTypes([SentAs; MOST]);

impl RowTypes {
    /// Returns the types of these columns of a table. If `many` is true, each is an array with the values of several rows.
    pub const fn new(names: &[&str], table: &TableDef, many: bool) -> Self {
        let mut types = [SentAs::UNKNOWN; MOST];
        // The names usually have the order of the table.
        let mut next = 0;
        let mut i = 0;
        while i < names.len() && i < MOST {
            let mut tested = 0;
            while tested < table.columns.len() {
                let column = &table.columns[next];
                next = (next + 1) % table.columns.len();
                if same(column.name, names[i]) {
                    types[i] = match &column.data_type {
                        data_type if !many => SentAs::data_type(data_type),
                        // `unnest` would take the values apart, so they are texts.
                        data_type if data_type.is_unnested() => SentAs::array_of::<String>(),
                        data_type => SentAs::data_type(&data_type.array_of()),
                    };
                    break;
                }
                tested += 1;
            }
            i += 1;
        }
        Self(types)
    }

    /// Returns the first types.
    pub const fn first(&'static self, count: usize) -> &'static [SentAs] {
        if count < MOST {
            self.0.split_at(count).0
        } else {
            &self.0
        }
    }
}

/// Returns a type of [`RowTypes::first`].
pub(super) const fn at(types: &[SentAs], index: usize) -> SentAs {
    if index < types.len() {
        types[index]
    } else {
        SentAs::UNKNOWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::EnumDef;

    const LONG: [u8; 256] = [b'a'; 256];
    const MOOD: DataType = DataType::enumeration(
        r#""mood""#,
        &EnumDef {
            schema: None,
            name: "mood",
            labels: &[],
        },
    );

    fn written(types: &[SentAs]) -> Vec<u8> {
        let mut bytes = [7; 40];
        let mut free = &mut bytes[..];
        for data_type in types {
            let before = free.len();
            free = data_type.write(free);
            assert_eq!(before - free.len(), usize::from(data_type.size));
        }
        let start = free.len();
        bytes[start..].to_vec()
    }

    #[test]
    fn the_last_type_is_written_first() {
        let long = DataType::extension(str::from_utf8(&LONG).unwrap(), "long");
        let types = [
            SentAs::of::<i32>(),
            SentAs::data_type(&MOOD),
            SentAs::data_type(&MOOD.array_of()),
            SentAs::data_type(&long),
            SentAs::array_of::<String>(),
        ];
        assert_eq!(
            written(&types),
            b"\0\xf1\x03\0\0\0\0\0\0\0\x0c\x06\"mood\"\x04\x06\"mood\"\0\x17\0\0\0"
        );
        assert_eq!(written(&[]), b"");
    }

    #[test]
    fn types_that_were_not_kept_are_unknown() {
        let types = [SentAs::of::<i32>()];
        assert_eq!(
            written(&[at(&types, 0), at(&types, 1)]),
            b"\0\0\0\0\0\0\x17\0\0\0"
        );
    }
}
