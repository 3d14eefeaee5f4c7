//! The types of the parameters in the compiled program are those that the statement sends.

use std::collections::{BTreeMap, BTreeSet};

use schema_core::sql::{MARK, MARK_LENGTH};
use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

use crate::server::CASES;
use crate::texts::Texts;

/// The marked texts of this program, each with its lists of types.
type Marked = BTreeMap<String, BTreeSet<String>>;

fn marked() -> Marked {
    let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
    let mut marked = Marked::new();
    for start in 0..program.len() - MARK_LENGTH {
        if program[start..].starts_with(&MARK)
            && let Some((text, types)) = read(&program[start..])
        {
            marked.entry(text).or_default().insert(types);
        }
    }
    marked
}

/// Reads the text after a mark, and the types of its parameters as the debug format writes them.
fn read(bytes: &[u8]) -> Option<(String, String)> {
    let u16_at = |at: usize| {
        Some(usize::from(u16::from_le_bytes([
            *bytes.get(at)?,
            *bytes.get(at + 1)?,
        ])))
    };
    let length = usize::try_from(u32::from_le_bytes(bytes[12..16].try_into().unwrap())).unwrap();
    let columns = match u16_at(10)? {
        0xffff => 0,
        columns => columns,
    };
    let types = u16_at(20)?;
    let rest = bytes.get(MARK_LENGTH..)?;
    let text = str::from_utf8(rest.get(..length)?).ok()?;
    let mut list = rest.get(length + columns..length + columns + types)?;
    let mut infos = Vec::new();
    while let [flags, rest @ ..] = list {
        let size = if *flags & 4 == 0 {
            let oid = u32::from_le_bytes(rest[..4].try_into().unwrap());
            infos.push(PgTypeInfo::with_oid(Oid(oid)));
            4
        } else {
            let size = 1 + usize::from(rest[0]);
            // A name lives as long as the program.
            let name: &'static str = String::from_utf8(rest[1..size].to_vec()).unwrap().leak();
            infos.push(match flags & 8 {
                0 => PgTypeInfo::with_name(name),
                _ => PgTypeInfo::array_of(name),
            });
            size
        };
        list = &rest[size..];
    }
    infos.reverse();
    Some((text.to_owned(), format!("{infos:?}")))
}

#[test]
fn the_program_contains_the_types_that_each_statement_sends() {
    let marked = marked();
    let mut checked = 0;
    // The others need a certain server, but only to run.
    let others = [
        crate::network::CASES,
        crate::postgres_18::CASES,
        crate::text_search::CASES,
    ];
    for (name, case) in CASES.iter().copied().chain(others).flatten() {
        let mut texts = Texts {
            quiet: true,
            ..Texts::default()
        };
        case(&mut texts);
        for (sql, arguments) in texts.statements {
            // Texts that are written at run time are not in the program.
            let Some(lists) = marked.get(sql.as_str()) else {
                continue;
            };
            let arguments = format!("{arguments:?}");
            let types = arguments.strip_prefix("PgArguments { types: ").unwrap();
            let types = types.split(", buffer: ").next().unwrap();
            assert!(
                lists.contains(types),
                "{name} sends {types}, and the program contains {lists:?}\n    {}",
                sql.as_str()
            );
            checked += usize::from(types != "[]");
        }
    }
    assert!(checked > 500, "only {checked} statements with parameters");
}
