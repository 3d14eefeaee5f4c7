//! The names of structs, enums and fields.

use std::collections::{HashMap, HashSet};

use schema_ddl::model::{Model, Name, Table};

use super::case;
use super::view::as_table;

/// The Rust names of the objects of a model.
pub(super) struct Names {
    types: HashMap<Name, String>,
    fields: HashMap<Name, HashMap<String, String>>,
}

impl Names {
    pub(super) fn new(model: &Model) -> Self {
        let mut taken: HashSet<String> = RESERVED.iter().map(|one| (*one).to_owned()).collect();
        let mut types = HashMap::new();
        // Tables and views first, so that they have the better names.
        let tables = model.tables.iter().map(|table| &table.name);
        for name in tables.chain(model.views.iter().map(|view| &view.name)) {
            let rust = choose(name, true, &mut taken);
            types.insert(name.clone(), rust);
        }
        let enums = model.enums.iter().map(|one| &one.name);
        let domains = model.domains.iter().map(|one| &one.name);
        let composites = model.composites.iter().map(|one| &one.name);
        for name in enums.chain(domains).chain(composites) {
            let rust = choose(name, false, &mut taken);
            types.insert(name.clone(), rust);
        }
        let tables = model.tables.iter();
        let fields = tables.map(|table| (table.name.clone(), fields_of(table)));
        let views = model.views.iter();
        let views = views.map(|view| (view.name.clone(), fields_of(&as_table(view))));
        Self {
            types,
            fields: fields.chain(views).collect(),
        }
    }

    /// Returns the name of a struct or an enum.
    pub(super) fn of(&self, name: &Name) -> &str {
        self.types.get(name).map_or("Unknown", String::as_str)
    }

    /// Returns the name of a field, as attributes and structs write it.
    pub(super) fn field<'a>(&'a self, table: &Name, column: &'a str) -> &'a str {
        let fields = self.fields.get(table);
        let field = fields.and_then(|fields| fields.get(column));
        field.map_or(column, String::as_str)
    }
}

fn fields_of(table: &Table) -> HashMap<String, String> {
    let names = table.columns.iter().map(|column| column.name.as_str());
    let fields = fields(&names.clone().collect::<Vec<_>>());
    names.map(str::to_owned).zip(fields).collect()
}

/// Returns a field for each name in the database.
pub(super) fn fields(names: &[&str]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    // A column whose name is one of Rust already keeps it.
    let kept: HashSet<&str> = names
        .iter()
        .copied()
        .filter(|name| field(name) == *name)
        .collect();
    let mut fields = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut wanted = field(name);
        if wanted.is_empty() {
            wanted = format!("column_{}", at + 1);
        }
        let is_free = |field: &str, taken: &HashSet<String>| {
            !taken.contains(field) && (field == *name || !kept.contains(field))
        };
        let unique = numbered(&wanted, |field| is_free(field, &taken));
        taken.insert(unique.clone());
        fields.push(raw(&unique));
    }
    fields
}

/// Returns a name of Rust for a name in the database, or an empty string.
fn field(name: &str) -> String {
    let snake = case::snake(name);
    let starts_with_digit = snake.starts_with(|c: char| c.is_numeric());
    let snake = if starts_with_digit {
        format!("n{snake}")
    } else {
        snake
    };
    if NOT_FIELDS.contains(&snake.as_str()) {
        return format!("{snake}_");
    }
    if is_ident(&snake) {
        snake
    } else {
        String::new()
    }
}

/// True for a name of Rust, also a keyword that can be written as `r#…`.
fn is_ident(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(&raw(name)).is_ok()
}

/// Writes a keyword as a name.
fn raw(name: &str) -> String {
    // A keyword since the edition of 2024, which syn does not know.
    let is_keyword = syn::parse_str::<syn::Ident>(name).is_err() || name == "gen";
    if is_keyword && !name.is_empty() {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// The name of the table, in the singular if that is free.
fn choose(name: &Name, is_table: bool, taken: &mut HashSet<String>) -> String {
    let snake = case::snake(&name.name);
    let schema = name.schema.as_deref().map(case::pascal).unwrap_or_default();
    let one = type_name(&case::singular(&snake), is_table);
    let many = type_name(&snake, is_table);
    let in_schema = type_name(&format!("{schema}_{snake}"), is_table);
    let suffix = if is_table { "Row" } else { "Type" };
    let with_suffix = format!("{one}{suffix}");
    let candidates = if is_table {
        [&one, &many, &in_schema, &with_suffix]
    } else {
        [&many, &in_schema, &with_suffix, &with_suffix]
    };
    let is_free = |name: &str, taken: &HashSet<String>| {
        let mut generated = generated(name, is_table).into_iter();
        generated.all(|one| !taken.contains(&one))
    };
    let free = candidates.into_iter().find(|one| is_free(one, taken));
    let chosen = match free {
        Some(free) => free.clone(),
        None => numbered(&with_suffix, |name| is_free(name, taken)),
    };
    taken.extend(generated(&chosen, is_table));
    chosen
}

fn type_name(name: &str, is_table: bool) -> String {
    let pascal = case::pascal(name);
    let is_name = pascal.starts_with(char::is_alphabetic) && is_ident(&pascal);
    match (is_name, is_table) {
        (true, _) => pascal,
        (false, true) => format!("Table{pascal}"),
        (false, false) => format!("Type{pascal}"),
    }
}

/// The names that the macros generate for a struct, and its own.
fn generated(name: &str, is_table: bool) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    if is_table {
        all.push(format!("{name}Columns"));
        all.push(format!("New{name}"));
        all.push(format!("{}_", case::snake(name)));
    } else {
        all.push(format!("{name}Fields"));
    }
    all
}

/// Appends the first number with which a name is free, if it is not free without one.
pub(super) fn numbered(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut unique = name.to_owned();
    let mut number = 2;
    while !is_free(&unique) {
        unique = format!("{}_{number}", name.trim_end_matches('_'));
        if name.starts_with(char::is_uppercase) {
            unique = format!("{name}{number}");
        }
        number += 1;
    }
    unique
}

/// Names that cannot be written as `r#…`, and the flags of the attributes that list fields.
const NOT_FIELDS: [&str; 8] = [
    "self",
    "super",
    "crate",
    "unique",
    "nulls_not_distinct",
    "deferrable",
    "initially_deferred",
    "sql",
];

/// Types that the source uses or that the macros would hide, and the names of Rust's own prelude.
const RESERVED: [&str; 123] = [
    "AsMut",
    "AsRef",
    "BigDecimal",
    "BitMethods",
    "BitVec",
    "Bits",
    "BoolMethods",
    "Box",
    "BoxedCondition",
    "BoxedExpr",
    "BoxedOrdering",
    "BoxedSelect",
    "CiText",
    "Cidr",
    "Circle",
    "Clone",
    "Column",
    "CompositeMethods",
    "Condition",
    "ConditionMethods",
    "ConstraintKind",
    "ContainsMethods",
    "Copy",
    "Date",
    "DateTime",
    "Debug",
    "Decimal",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "ExactSizeIterator",
    "Expression",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FunctionDef",
    "GeometryMethods",
    "GrantDef",
    "GrantOn",
    "HalfVector",
    "Hash",
    "Hstore",
    "HstoreMethods",
    "Inet",
    "Insert",
    "Insertable",
    "Interval",
    "Into",
    "IntoIterator",
    "Iterator",
    "Json",
    "JsonMethods",
    "JsonPath",
    "JsonPaths",
    "JsonTable",
    "Lquery",
    "Ltree",
    "Ltxtquery",
    "MacAddr",
    "MacAddr8",
    "Multirange",
    "NaiveDate",
    "NaiveDateTime",
    "NaiveTime",
    "None",
    "Object",
    "OffsetDateTime",
    "Ok",
    "Option",
    "Ord",
    "OrderMethods",
    "Params",
    "PartialEq",
    "PartialOrd",
    "PgComposite",
    "PgEnum",
    "PgNewtype",
    "Point",
    "PrimitiveDateTime",
    "Privilege",
    "Query",
    "Range",
    "RegConfig",
    "Result",
    "RoleDef",
    "Schema",
    "Selectable",
    "Self",
    "Send",
    "SequenceDef",
    "SetMethods",
    "Sized",
    "Some",
    "SparseVector",
    "Statement",
    "String",
    "Sync",
    "Table",
    "TableDef",
    "TableMethods",
    "TextMethods",
    "Time",
    "TimeMethods",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "TsQuery",
    "TsVector",
    "UnboxedSelect",
    "Unpin",
    "Utc",
    "Uuid",
    "Value",
    "Vec",
    "Vector",
    "VectorMethods",
];
