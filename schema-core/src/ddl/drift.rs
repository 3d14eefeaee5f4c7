//! The comparison of structs with the last migration, during compilation.

use std::collections::BTreeSet;

use super::{Schema, user_type};
use crate::def::{ColumnDef, Message, same};
use crate::types::{DataType, TypeDef};

/// A line of `schema.lock`: the kind, the Postgres schema, the name, and the fingerprint.
pub type Locked = (u8, Option<&'static str>, &'static str, u64);

/// The kinds, in the order of the lines.
const TABLE: u8 = 0;
const TYPE: u8 = 1;
const VIEW: u8 = 2;

impl Schema {
    /// Returns a line for each table, each view and each enum, composite type and domain, with a number that changes with its
    /// definition. `generate` of `schema-kit` writes them into `schema.lock`, and
    /// [`check_migrations!`](crate::check_migrations) reads them.
    ///
    /// The lines are sorted by kind and name. See [`TableDef::fingerprint`](crate::def::TableDef::fingerprint) for what
    /// counts.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { text: String }
    /// let lines = schema![Note].fingerprints();
    /// assert_eq!(lines, format!("table \"notes\" 0x{:016x}\n", Note::DEF.fingerprint()));
    /// ```
    pub fn fingerprints(&self) -> String {
        let types = user_type::mentioned(&self.relations()).into_iter();
        let types = types.map(|def| ("type", def.name(), def.fingerprint()));
        let tables = self.tables.iter();
        let tables =
            tables.map(|def| ("table", (def.name.schema, def.name.name), def.fingerprint()));
        let views = self.views.iter().map(|def| {
            let name = def.relation.name;
            ("view", (name.schema, name.name), def.fingerprint())
        });
        let lines: BTreeSet<_> = tables.chain(types).chain(views).collect();
        let lines = lines
            .into_iter()
            .map(|(kind, (schema, name), fingerprint)| {
                let schema = schema.map(|schema| format!("{schema:?}."));
                let schema = schema.unwrap_or_default();
                format!("{kind} {schema}{name:?} 0x{fingerprint:016x}\n")
            });
        lines.collect()
    }
}

/// Fails the evaluation of a constant if the tables, views and types differ from those that `schema.lock` lists, in the order of their
/// kinds and names.
///
/// # Panics
/// If they differ. The message ends with the remedy.
#[track_caller]
pub const fn check_migrations<const N: usize>(
    schema: Schema,
    locked: &[Locked; N],
    remedy: &'static str,
) {
    let mut seen = [false; N];
    let mut i = 0;
    while i < schema.tables.len() {
        let table = schema.tables[i];
        check_columns(table.columns, locked, &mut seen, remedy);
        let name = table.name;
        let one = (TABLE, name.schema, name.name, table.fingerprint());
        check_one(one, locked, &mut seen, remedy);
        i += 1;
    }
    i = 0;
    while i < schema.views.len() {
        let view = schema.views[i];
        check_columns(view.relation.columns, locked, &mut seen, remedy);
        let name = view.relation.name;
        let one = (VIEW, name.schema, name.name, view.fingerprint());
        check_one(one, locked, &mut seen, remedy);
        i += 1;
    }
    i = 0;
    while i < N {
        if !seen[i] {
            let message = named(locked[i]).text(" is in the last migration only; ");
            message.text(remedy).fail();
        }
        i += 1;
    }
}

/// Checks the types of columns.
#[track_caller]
const fn check_columns<const N: usize>(
    columns: &[ColumnDef],
    locked: &[Locked; N],
    seen: &mut [bool; N],
    remedy: &'static str,
) {
    let mut i = 0;
    while i < columns.len() {
        check_types(&columns[i].data_type, locked, seen, remedy);
        i += 1;
    }
}

/// Checks a type and those that it consists of.
#[track_caller]
const fn check_types<const N: usize>(
    data_type: &DataType,
    locked: &[Locked; N],
    seen: &mut [bool; N],
    remedy: &'static str,
) {
    let Some(def) = data_type.definition else {
        return;
    };
    match def {
        TypeDef::Enum(_) => {}
        TypeDef::Domain(def) => check_types(&def.base, locked, seen, remedy),
        TypeDef::Composite(def) => {
            let mut i = 0;
            while i < def.fields.len() {
                check_types(&def.fields[i].data_type, locked, seen, remedy);
                i += 1;
            }
        }
    }
    let (schema, name) = def.name();
    check_one(
        (TYPE, schema, name, def.fingerprint()),
        locked,
        seen,
        remedy,
    );
}

#[track_caller]
const fn check_one<const N: usize>(
    one: Locked,
    locked: &[Locked; N],
    seen: &mut [bool; N],
    remedy: &'static str,
) {
    match find(one, locked) {
        Some(i) if locked[i].3 == one.3 => seen[i] = true,
        Some(_) => {
            let message = named(one).text(" differs from the last migration; ");
            message.text(remedy).fail();
        }
        None => {
            let message = named(one).text(" is not in the last migration; ");
            message.text(remedy).fail();
        }
    }
}

const fn named((kind, schema, name, _): Locked) -> Message {
    let message = Message::new().text(match kind {
        TABLE => "table `",
        TYPE => "type `",
        _ => "view `",
    });
    let message = match schema {
        Some(schema) => message.text(schema).text("."),
        None => message,
    };
    message.text(name).text("`")
}

/// Finds the line of a table, type or view by binary search.
const fn find(one: Locked, locked: &[Locked]) -> Option<usize> {
    let (mut low, mut high) = (0, locked.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_less(locked[middle], one) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < locked.len() && is_same(locked[low], one) {
        Some(low)
    } else {
        None
    }
}

const fn is_same(a: Locked, b: Locked) -> bool {
    a.0 == b.0
        && same(a.2, b.2)
        && match (a.1, b.1) {
            (None, None) => true,
            (Some(a), Some(b)) => same(a, b),
            (None, Some(_)) | (Some(_), None) => false,
        }
}

/// Tables precede types and these views; names without a Postgres schema precede those with one.
const fn is_less(a: Locked, b: Locked) -> bool {
    if a.0 != b.0 {
        return a.0 < b.0;
    }
    match (a.1, b.1) {
        (None, Some(_)) => true,
        (Some(_), None) => false,
        (None, None) => is_before(a.2, b.2),
        (Some(x), Some(y)) => is_before(x, y) || same(x, y) && is_before(a.2, b.2),
    }
}

/// Compares bytes.
const fn is_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// Compares the structs with the last migration during compilation.
///
/// The arguments are a [`Schema`](crate::ddl::Schema) and the folder of migrations, relative to the folder of the package's
/// `Cargo.toml`. If a struct was edited and no migration was generated, the program does not compile, and the message
/// states the command to run:
///
/// ```text
/// error[E0080]: evaluation panicked: table `orders` differs from the last migration; run `cargo run --bin schema -- generate <name>`
/// ```
///
/// Write it in a file that is not part of the binary that runs `generate`, in most cases `src/main.rs`:
///
/// ```
/// # mod clinic {
/// #     use schema_core::prelude::*;
/// #     #[table(name = "notes")]
/// #     pub struct Note { text: String }
/// #     pub const TABLES: Schema = schema![Note];
/// # }
/// # const _: &str = stringify!(
/// schema_core::check_migrations!(clinic::TABLES, "migrations");
/// # );
/// ```
///
/// If it is part of that binary, for example in the library of a package, then `generate` needs the environment variable
/// `SCHEMA_ALLOW_DRIFT=1`, which turns the check off. Set it, too, to compile while the structs are still being edited.
///
/// # What is compared
///
/// `generate` writes a file `schema.lock` into the folder: a line for each table, view, enum, composite type and domain, with
/// a [fingerprint](crate::def::TableDef::fingerprint). The macro compares these, without a server. The value of a default
/// that is written as Rust (`default = Status::Pending`) cannot be computed during compilation: only its presence counts.
/// Of a value in the query of a view, its spelling counts. Functions and other objects of hand-written migrations are not
/// compared. The command `check` compares everything.
#[macro_export]
macro_rules! check_migrations {
    ($schema:expr, $folder:literal $(,)?) => {
        $crate::__private::locked! { $crate, $schema, $folder }
    };
}
