//! The conversion of a column to another type.

use super::scope::Scope;
use crate::model::DataType;

/// How a column's type changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Retype {
    /// It does not change.
    No,
    /// Only its modifier or its collation changes: the server adapts constraints and indexes.
    Modifier,
    /// It changes to another type.
    Other,
    /// The column is dropped and added.
    Again,
}

/// True if the types differ at most in their modifiers.
pub(super) fn is_same_base(from: &DataType, to: &DataType) -> bool {
    from.name == to.name && from.built_in == to.built_in && from.array == to.array
}

/// Returns the expression of the `using` clause, if it is needed.
///
/// There is none where Postgres has an assignment cast, because that one fails for a value that does not fit, while the
/// cast in `using "c"::varchar(5)` would cut it.
pub(crate) fn using(
    column: &str,
    from: &DataType,
    to: &DataType,
    old: &Scope<'_>,
    new: &Scope<'_>,
) -> Option<String> {
    if is_same_base(from, to) || has_assignment_cast(from, to) {
        return None;
    }
    let element = DataType {
        array: false,
        ..to.clone()
    };
    if to.array && !from.array {
        let element_using = using(column, from, &element, old, new);
        let value = element_using.unwrap_or_else(|| format!("{column}::{element}"));
        return Some(format!(
            "case when {column} is not null then array[{value}] end"
        ));
    }
    let through = through(from, to, old, new);
    Some(match through {
        Some(word) if from.array && to.array => format!("{column}::{word}[]::{to}"),
        Some(word) => format!("{column}::{word}::{to}"),
        None => format!("{column}::{to}"),
    })
}

/// Returns a type between two types without a cast.
fn through(
    from: &DataType,
    to: &DataType,
    old: &Scope<'_>,
    new: &Scope<'_>,
) -> Option<&'static str> {
    if is_text(from) {
        return None;
    }
    if old.is_enum(from) || new.is_enum(to) {
        return Some("text");
    }
    // Only `integer` has casts from and to `boolean`.
    let number = |data_type: &DataType| data_type.built_in && is_number(&data_type.name.name);
    let boolean = |data_type: &DataType| data_type.built_in && data_type.name.name == "boolean";
    let other_number = |one: &DataType| number(one) && one.name.name != "integer";
    if boolean(from) && other_number(to) || other_number(from) && boolean(to) {
        return Some("integer");
    }
    let is_known = |one: &DataType| one.built_in && !one.array;
    let (a, b) = (&from.name.name, &to.name.name);
    let has_cast =
        number(from) && number(to) || has_assignment_cast(from, to) || has_explicit_cast(a, b);
    let lacks_cast = is_known(from) && is_known(to) && !is_text(to) && !has_cast;
    let is_row = new.is_composite(to) || old.is_composite(from);
    let of_array = from.array != to.array && from.built_in && to.built_in;
    (lacks_cast || is_row || of_array).then_some("text")
}

/// Casts between built-in types that must be written.
fn has_explicit_cast(from: &str, to: &str) -> bool {
    let one_way = |a: &str, b: &str| match a {
        "jsonb" => b == "boolean" || is_number(b),
        "integer" | "bigint" => {
            matches!(b, "boolean" | "bit" | "bytea" | "money" | "oid")
                && (a, b) != ("bigint", "boolean")
        }
        "numeric" => b == "money",
        "macaddr" => b == "macaddr8",
        "boolean" => b == "integer",
        _ => false,
    };
    let to_range = format!("{}multirange", from.trim_end_matches("range"));
    one_way(from, to) || (to != "jsonb" && one_way(to, from)) || to_range == to
}

fn is_text(data_type: &DataType) -> bool {
    let name = data_type.name.name.as_str();
    data_type.built_in && matches!(name, "text" | "character varying" | "character" | "bpchar")
}

fn is_number(name: &str) -> bool {
    matches!(
        name,
        "smallint" | "integer" | "bigint" | "real" | "double precision" | "numeric"
    )
}

fn has_assignment_cast(from: &DataType, to: &DataType) -> bool {
    if is_text(to) && !to.array {
        return true;
    }
    if from.array != to.array || !from.built_in || !to.built_in {
        return false;
    }
    let (from, to) = (from.name.name.as_str(), to.name.name.as_str());
    if is_number(from) && is_number(to) {
        return true;
    }
    let is_text = |name| matches!(name, "text" | "character varying" | "character" | "bpchar");
    if is_text(from) && is_text(to) {
        return true;
    }
    matches!(
        (from, to),
        (
            "date",
            "timestamp without time zone" | "timestamp with time zone"
        ) | (
            "timestamp without time zone",
            "date" | "time without time zone" | "timestamp with time zone"
        ) | (
            "timestamp with time zone",
            "date"
                | "time without time zone"
                | "time with time zone"
                | "timestamp without time zone"
        ) | ("time without time zone", "time with time zone" | "interval")
            | ("time with time zone" | "interval", "time without time zone")
            | ("json", "jsonb")
            | ("jsonb", "json")
            | ("cidr", "inet")
            | ("inet", "cidr")
            | ("bit", "bit varying")
            | ("bit varying", "bit")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Enum, Model, Name};

    #[track_caller]
    fn is(from: &str, to: &str, expected: Option<&str>) {
        let label = |name: &str| Enum {
            name: Name::new(name),
            labels: vec![],
            comment: None,
        };
        let model = Model {
            enums: vec![label("status"), label("state")],
            ..Model::default()
        };
        let scope = Scope::new(&model);
        let (from, to) = (DataType::parse(from), DataType::parse(to));
        let using = using("\"c\"", &from, &to, &scope, &scope);
        assert_eq!(using.as_deref(), expected);
    }

    #[test]
    fn an_assignment_cast_needs_no_expression() {
        is("varchar(20)", "varchar(5)", None);
        is("status", "varchar(5)", None);
        is("int", "bigint", None);
        is("numeric(10,2)[]", "int[]", None);
        is("date", "timestamptz", None);
        is("json", "jsonb", None);
    }

    #[test]
    fn other_types_are_cast() {
        is("text", "int", Some("\"c\"::integer"));
        is("text", "status", Some("\"c\"::\"status\""));
        is("text[]", "uuid[]", Some("\"c\"::uuid[]"));
        is("real[]", "vector(3)", Some("\"c\"::vector(3)"));
    }

    #[test]
    fn types_without_a_cast_go_through_another_one() {
        is("status", "state", Some("\"c\"::text::\"state\""));
        is("status[]", "state[]", Some("\"c\"::text[]::\"state\"[]"));
        is("int", "status", Some("\"c\"::text::\"status\""));
        is("bool", "bigint", Some("\"c\"::integer::bigint"));
        is("smallint", "bool", Some("\"c\"::integer::boolean"));
    }

    #[test]
    fn a_value_becomes_an_array_of_one_element() {
        is(
            "text",
            "text[]",
            Some("case when \"c\" is not null then array[\"c\"::text] end"),
        );
        is(
            "bool",
            "bigint[]",
            Some("case when \"c\" is not null then array[\"c\"::integer::bigint] end"),
        );
    }
}
