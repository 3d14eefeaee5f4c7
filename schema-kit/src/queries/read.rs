//! Finds the marked texts in the bytes of a program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use memchr::memmem;
use schema_core::sql::{MARK, MARK_LENGTH, MARK_VERSION};

use super::{ExpectedColumn, ExpectedType, Found, QueriesError};

/// The longest text that the library makes a constant.
const LONGEST: usize = 16_384;

/// Returns the queries in a compiled program, sorted by their texts, each once.
///
/// The format of the file does not matter: its bytes are searched.
///
/// ```no_run
/// for query in schema_kit::queries::read("target/release/clinic")? {
///     println!("{}", query.sql);
/// }
/// # Ok::<(), schema_kit::queries::QueriesError>(())
/// ```
///
/// # Errors
///
/// If the file cannot be read, contains no query, or was compiled with a newer version of this library.
pub fn read(path: impl AsRef<Path>) -> Result<Vec<Found>, QueriesError> {
    let path = path.as_ref();
    let bytes = fs::read(path).map_err(|source| QueriesError::Read {
        path: path.to_owned(),
        source,
    })?;
    let (found, newer) = find(&bytes);
    if let Some(version) = newer {
        let path = path.to_owned();
        return Err(QueriesError::Newer { path, version });
    }
    if found.is_empty() {
        let path = path.to_owned();
        return Err(QueriesError::NoQueries { path });
    }
    Ok(found)
}

/// Returns the queries in the bytes of a compiled program, as [`read`] does.
///
/// ```
/// assert!(schema_kit::queries::read_bytes(b"no program").is_empty());
/// ```
pub fn read_bytes(bytes: &[u8]) -> Vec<Found> {
    find(bytes).0
}

/// Returns the queries, and the version of a mark that is newer than this library.
fn find(bytes: &[u8]) -> (Vec<Found>, Option<u8>) {
    // The same constant can be in several codegen units.
    let mut found: BTreeMap<&str, Expectations> = BTreeMap::new();
    let mut newer = None;
    for start in memmem::find_iter(bytes, &MARK) {
        match marked(&bytes[start..]) {
            Some(Marked::Text(sql, columns, parameters)) => {
                let (rows, lists) = found.entry(sql).or_default();
                rows.extend(columns);
                lists.extend(parameters);
            }
            Some(Marked::Newer(version)) => newer = Some(version),
            // Bytes that only look like a mark, such as the constant that this function searches.
            None => {}
        }
    }
    let found = found.into_iter().map(|(sql, (rows, parameters))| Found {
        sql: sql.to_owned(),
        rows: rows.into_iter().collect(),
        parameters: parameters.into_iter().collect(),
    });
    (found.collect(), newer)
}

type Columns = Vec<ExpectedColumn>;
type Parameters = Vec<Option<ExpectedType>>;
type Expectations = (BTreeSet<Columns>, BTreeSet<Parameters>);

enum Marked<'a> {
    /// A text, the columns and the parameters.
    Text(&'a str, Option<Columns>, Option<Parameters>),
    Newer(u8),
}

/// Reads the text after a mark.
fn marked(bytes: &[u8]) -> Option<Marked<'_>> {
    let (mark, rest) = bytes.split_first_chunk::<MARK_LENGTH>()?;
    let [.., c0, c1, l0, l1, l2, l3, i0, i1, i2, i3, p0, p1, _, _] = *mark;
    let length = u32::from_le_bytes([l0, l1, l2, l3]);
    if length != !u32::from_le_bytes([i0, i1, i2, i3]) || length as usize > LONGEST {
        return None;
    }
    let version = mark[MARK.len()];
    if version > MARK_VERSION {
        return Some(Marked::Newer(version));
    }
    let (text, rest) = rest.split_at_checked(length as usize)?;
    let text = str::from_utf8(text).ok()?;
    let (columns, rest) = match u16::from_le_bytes([c0, c1]) {
        u16::MAX => (None, rest),
        columns => {
            let (columns, rest) = rest.split_at_checked(usize::from(columns))?;
            (ExpectedColumn::list(columns), rest)
        }
    };
    let parameters = match u16::from_le_bytes([p0, p1]) {
        0 => None,
        parameters => ExpectedType::parameters(rest.get(..usize::from(parameters))?),
    };
    Some(Marked::Text(text, columns, parameters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queries::{ExpectedType, Null};

    fn mark(version: u8, text: &str, columns: Option<&[u8]>) -> Vec<u8> {
        let length = u32::try_from(text.len()).unwrap();
        let mut bytes = MARK.to_vec();
        bytes.extend([version, 0]);
        let columns_length = columns.map_or(u16::MAX, |list| u16::try_from(list.len()).unwrap());
        bytes.extend(columns_length.to_le_bytes());
        bytes.extend(length.to_le_bytes());
        bytes.extend((!length).to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(text.as_bytes());
        bytes.extend(columns.unwrap_or_default());
        bytes
    }

    /// A mark with a list of parameters, as it is written: the last one first.
    fn with_parameters(text: &str, columns: Option<&[u8]>, parameters: &[u8]) -> Vec<u8> {
        let mut bytes = mark(1, text, columns);
        let length = u16::try_from(parameters.len()).unwrap();
        bytes[20..22].copy_from_slice(&length.to_le_bytes());
        bytes.extend(parameters);
        bytes
    }

    #[test]
    fn the_parameters_follow_the_columns_in_reverse_order() {
        let integer: &[u8] = &[0, 23, 0, 0, 0];
        let parameters = b"\0\0\0\0\0\x0c\x06\"mood\"\0\x19\0\0\0";
        let mood = ExpectedType::Named {
            name: "\"mood\"".to_owned(),
            array: true,
        };
        let types = vec![Some(ExpectedType::BuiltIn(25)), Some(mood), None];
        for columns in [Some(integer), None] {
            let mut bytes = with_parameters("select 1", columns, parameters);
            // The same text without types, as an older version wrote it.
            bytes.extend(mark(1, "select 1", columns));
            let found = read_bytes(&bytes);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].parameters, [types.as_slice()]);
            assert_eq!(found[0].rows.len(), usize::from(columns.is_some()));
        }
        let older = read_bytes(&mark(1, "select $1", None));
        assert_eq!(older, [Found::new("select $1")]);
        let mut cut = with_parameters("select 1", None, parameters);
        cut.pop();
        assert_eq!(read_bytes(&cut), []);
    }

    #[test]
    fn texts_are_sorted_and_each_is_there_once() {
        let mut bytes = b"\x7fELF".to_vec();
        for text in ["select 2", "select 1", "select 2"] {
            bytes.extend(mark(1, text, None));
            bytes.extend([0; 17]);
        }
        let found = read_bytes(&bytes);
        assert_eq!(found, [Found::new("select 1"), Found::new("select 2")]);
    }

    #[test]
    fn known_columns_win_over_unknown_ones_and_different_ones_are_kept() {
        let integer: &[u8] = &[0, 23, 0, 0, 0];
        let mood: &[u8] = b"\x0d\x06\"mood\"";
        let mut bytes = mark(1, "select 1", None);
        bytes.extend(mark(1, "select 1", Some(mood)));
        bytes.extend(mark(1, "select 1", Some(integer)));
        bytes.extend(mark(1, "select 1", Some(integer)));
        let found = read_bytes(&bytes);
        let column = |data_type, null| vec![ExpectedColumn { data_type, null }];
        let mood = ExpectedType::Named {
            name: "\"mood\"".to_owned(),
            array: true,
        };
        assert_eq!(
            found[0].rows,
            [
                column(ExpectedType::BuiltIn(23), Null::Never),
                column(mood, Null::AsNone),
            ]
        );
    }

    #[test]
    fn bytes_that_only_look_like_a_mark_are_skipped() {
        let mut bytes = MARK.to_vec();
        bytes.extend([1; 40]);
        let mut cut = mark(1, "select 1", None);
        cut.pop();
        bytes.extend(cut);
        assert_eq!(read_bytes(&bytes), []);
        assert_eq!(read_bytes(&MARK), []);
    }

    #[test]
    fn a_file_of_a_newer_version_or_without_queries_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            read(path).unwrap_err().to_string()
        };
        let newer = write("newer", &mark(2, "select 1", None));
        assert!(newer.contains("newer version of schema (its marks have version 2)"));
        let none = write("none", b"#!/bin/sh\n");
        assert!(none.contains("contains no queries of schema"), "{none}");
        let missing = read(folder.path().join("missing")).unwrap_err();
        assert!(matches!(missing, QueriesError::Read { .. }));
    }
}
