//! The comparison of structs with the last migration, during compilation.

use std::collections::BTreeSet;

use super::{Schema, user_type};
use crate::def::{ColumnDef, Message, Object, same};
use crate::types::{DataType, TypeDef};

/// A line of `schema.lock`: the place of its kind in the list of kinds, the Postgres schema, the name, and the fingerprint.
pub type Locked = (u8, Option<&'static str>, &'static str, u64);

/// The kinds of lines, as `lock/line.rs` of `schema-macros` lists them.
const KINDS: [&str; 8] = [
    "table",
    "type",
    "extension",
    "function",
    "grants",
    "role",
    "sequence",
    "view",
];
const TABLE: u8 = 0;
const TYPE: u8 = 1;
const GRANTS: u8 = 4;
const VIEW: u8 = 7;

/// Returns the line of an object that belongs to no table. All grants share one.
const fn line_of(object: &Object) -> Locked {
    let fingerprint = object.fingerprint();
    match object {
        Object::Extension(name) => (2, None, name, fingerprint),
        Object::Function(def) => (3, None, def.signature, fingerprint),
        Object::Grant(_) => (GRANTS, None, "of objects", fingerprint),
        Object::Role(def) => (5, None, def.name, fingerprint),
        Object::Sequence(def) => (6, def.schema, def.name, fingerprint),
    }
}

/// Returns the line of all grants on objects, if there are any.
const fn line_of_grants(objects: &[Object]) -> Option<Locked> {
    let mut all: Option<Locked> = None;
    let mut i = 0;
    while i < objects.len() {
        let one = line_of(&objects[i]);
        if one.0 == GRANTS {
            let sum = match all {
                Some((.., sum)) => sum,
                None => 0,
            };
            all = Some((one.0, one.1, one.2, one.3.wrapping_add(sum)));
        }
        i += 1;
    }
    all
}

impl Schema {
    /// Returns a line for each table, each view, each enum, composite type and domain, and each object of [`with`](Self::with), with a
    /// number that changes with its definition. `generate` of `schema-kit` writes them into `schema.lock`, and
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
        let types = types.map(|def| {
            let (schema, name) = def.name();
            (TYPE, schema, name, def.fingerprint())
        });
        let tables = self.tables.iter();
        let tables = tables.map(|def| (TABLE, def.name.schema, def.name.name, def.fingerprint()));
        let views = self.views.iter().map(|def| {
            let name = def.relation.name;
            (VIEW, name.schema, name.name, def.fingerprint())
        });
        let objects = self.objects.iter().map(line_of);
        let objects = objects.filter(|line| line.0 != GRANTS);
        let grants = line_of_grants(self.objects);
        let all = tables
            .chain(types)
            .chain(views)
            .chain(objects)
            .chain(grants);
        let lines: BTreeSet<_> = all
            .map(|(kind, schema, name, fingerprint)| {
                (KINDS[usize::from(kind)], schema, name, fingerprint)
            })
            .collect();
        let lines = lines.into_iter().map(|(kind, schema, name, fingerprint)| {
            let schema = schema.map(|schema| format!("{schema:?}."));
            let schema = schema.unwrap_or_default();
            format!("{kind} {schema}{name:?} 0x{fingerprint:016x}\n")
        });
        lines.collect()
    }
}

/// Fails the evaluation of a constant if the tables, views and objects differ from those that `schema.lock` lists, in the order of their
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
    check_objects(schema.objects, locked, &mut seen, remedy);
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

/// Checks the objects that belong to no table.
#[track_caller]
const fn check_objects<const N: usize>(
    objects: &[Object],
    locked: &[Locked; N],
    seen: &mut [bool; N],
    remedy: &'static str,
) {
    if let Some(grants) = line_of_grants(objects) {
        check_one(grants, locked, seen, remedy);
    }
    let mut i = 0;
    while i < objects.len() {
        let one = line_of(&objects[i]);
        if one.0 != GRANTS {
            check_one(one, locked, seen, remedy);
        }
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
    let message = Message::new().text(KINDS[kind as usize]).text(" `");
    let message = match schema {
        Some(schema) => message.text(schema).text("."),
        None => message,
    };
    message.text(name).text("`")
}

/// Finds the line of an object by binary search.
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

/// Kinds have the order of their list, names without a Postgres schema precede those with one.
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
/// `generate` writes a file `schema.lock` into the folder: a line for each table, view, enum, composite type, domain and object of
/// [`Schema::with`](crate::ddl::Schema::with), with a
/// [fingerprint](crate::def::TableDef::fingerprint). The macro compares these, without a server. The value of a default
/// that is written as Rust (`default = Status::Pending`) cannot be computed during compilation: only its presence counts.
/// A value in the query of a view counts by its spelling. Objects of hand-written migrations are not compared. The command `check` compares everything.
#[macro_export]
macro_rules! check_migrations {
    ($schema:expr, $folder:literal $(,)?) => {
        $crate::__private::locked! { $crate, $schema, $folder }
    };
}
