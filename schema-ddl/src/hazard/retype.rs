//! A new type of a column: whether Postgres keeps the rows as they are.

use super::model;
use crate::model::{Column, DataType, IndexOn, Model, Table};
use crate::sql::lexer;

/// What a new type does to the values in storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Storage {
    /// Nothing changes.
    Same,
    /// The values stay as they are.
    Kept,
    /// The table is rewritten.
    Rewritten,
}

/// Decides as Postgres does (`ATColumnChangeRequiresRewrite`): the rows are kept if the conversion is only a label.
pub(super) fn storage(
    model: &Model,
    from: &DataType,
    to: &DataType,
    using: Option<&str>,
    column: &str,
) -> Storage {
    if using.is_some_and(|using| !is_plain(using, column, to)) {
        return Storage::Rewritten;
    }
    if from == to {
        return Storage::Same;
    }
    // A domain is its type, unless it has constraints to check.
    if let Some(domain) = model::domain(model, to).filter(|_| !to.array) {
        let is_checked = domain.not_null || !domain.checks.is_empty();
        return match storage(model, from, &domain.base, None, column) {
            Storage::Rewritten => Storage::Rewritten,
            _ if is_checked => Storage::Rewritten,
            _ => Storage::Kept,
        };
    }
    if let Some(domain) = model::domain(model, from).filter(|_| !from.array) {
        // Postgres does not look at the length or the precision of a domain.
        let base = DataType {
            modifier: None,
            ..domain.base.clone()
        };
        return match storage(model, &base, to, None, column) {
            Storage::Rewritten => Storage::Rewritten,
            _ => Storage::Kept,
        };
    }
    let kept = is_label(from, to) && keeps_modifier(from, to);
    if kept {
        Storage::Kept
    } else {
        Storage::Rewritten
    }
}

/// True if the table is rewritten: see [`storage`].
pub(crate) fn is_rewritten(
    model: &Model,
    from: &DataType,
    to: &DataType,
    using: Option<&str>,
    column: &str,
) -> bool {
    storage(model, from, to, using, column) == Storage::Rewritten
}

/// True if the expression is the column, or the column with a cast to the new type.
fn is_plain(using: &str, column: &str, to: &DataType) -> bool {
    let tokens = lexer::code(using);
    let Some((first, rest)) = tokens.split_first() else {
        return false;
    };
    let is_column = first.name().is_some_and(|name| name == column);
    match rest {
        [] => is_column,
        [cast, data_type, ..] if cast.is_symbol("::") => {
            is_column && DataType::parse(&using[data_type.start..]) == *to
        }
        _ => false,
    }
}

/// True if the expression only casts the column, once or several times.
pub(super) fn is_cast(using: &str, column: &str) -> bool {
    let tokens = lexer::code(using);
    let is_column = tokens
        .first()
        .and_then(lexer::Token::name)
        .is_some_and(|name| name == column);
    let rest = tokens.get(1..).unwrap_or_default();
    let of_type = ["::", ".", ",", "(", ")", "[", "]"];
    let is_part = |token: &lexer::Token<'_>| {
        token.name().is_some()
            || token.kind == lexer::TokenKind::Number
            || of_type.iter().any(|one| token.is_symbol(one))
    };
    is_column && rest.iter().all(is_part) && rest.first().is_none_or(|cast| cast.is_symbol("::"))
}

/// True if each value of the type is, in storage, also a value of the other one.
fn is_label(from: &DataType, to: &DataType) -> bool {
    if from.name == to.name && from.built_in == to.built_in {
        // The elements of an array are converted one by one.
        return from.array == to.array && (!from.array || from.modifier == to.modifier);
    }
    if from.array || to.array {
        return false;
    }
    let (from, to) = (from.name.name.as_str(), to.name.name.as_str());
    let is_text = |name| matches!(name, "text" | "character varying" | "bpchar" | "citext");
    match (from, to) {
        (_, "bpchar") => matches!(from, "text" | "character varying"),
        ("bpchar" | "character", _) => false,
        (from, to) if is_text(from) && is_text(to) => true,
        ("xml", "text" | "character varying")
        | ("cidr", "inet")
        | ("bit", "bit varying")
        | ("bit varying", "bit") => true,
        ("integer" | "oid", other) | (other, "integer" | "oid") => is_number_of_object(other),
        _ => false,
    }
}

fn is_number_of_object(name: &str) -> bool {
    name == "oid" || (name.starts_with("reg") && name != "regexp")
}

/// True if each value also fits the modifier, so that none is changed.
fn keeps_modifier(from: &DataType, to: &DataType) -> bool {
    let numbers = |data_type: &DataType| -> Vec<i64> {
        let modifier = data_type.modifier.as_deref().unwrap_or_default();
        let parts = modifier.split(',');
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    let (old, new) = (numbers(from), numbers(to));
    let same_type = from.name == to.name;
    match to.name.name.as_str() {
        "character varying" | "bit varying" => match (old.first(), new.first()) {
            (_, None) => true,
            (Some(old), Some(new)) => same_type && new >= old,
            (None, Some(_)) => false,
        },
        "numeric" => match (old.as_slice(), new.as_slice()) {
            (_, []) => true,
            ([old, old_scale @ ..], [new, new_scale @ ..]) => {
                new >= old && old_scale.first().unwrap_or(&0) == new_scale.first().unwrap_or(&0)
            }
            ([], _) => false,
        },
        // Six digits are all that a time has.
        name if name.starts_with("time") || name == "interval" => {
            match (old.first(), new.first()) {
                (_, None | Some(6)) => true,
                (Some(old), Some(new)) => new >= old,
                (None, Some(_)) => false,
            }
        }
        _ => new.is_empty() || old == new,
    }
}

/// The indexes and constraints that are made again if the rows are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Again {
    /// An index is built again.
    pub(super) index: bool,
    /// A check reads all rows.
    pub(super) check: bool,
}

/// Returns what is made again if the rows are kept.
pub(super) fn again(
    model: &Model,
    table: &Table,
    column: &Column,
    to: &DataType,
    collate: bool,
) -> Again {
    let name = column.name.as_str();
    let base = |data_type: &DataType| {
        let domain = model::domain(model, data_type).filter(|_| !data_type.array);
        domain
            .map_or(data_type, |domain| &domain.base)
            .name
            .name
            .clone()
    };
    let (from, to) = (base(&column.data_type), base(to));
    let same_class = match (from.as_str(), to.as_str()) {
        (a, b) if a == b => true,
        ("text" | "character varying", "text" | "character varying")
        | ("cidr" | "inet", "cidr" | "inet") => true,
        _ => false,
    };
    let on_column = |on: &IndexOn| matches!(on, IndexOn::Column(one) if one == name);
    let in_expression =
        |on: &IndexOn| matches!(on, IndexOn::Expression(sql) if model::reads(sql, name));
    let reads = |sql: &Option<String>| sql.as_ref().is_some_and(|sql| model::reads(sql, name));
    let mut again = Again::default();
    for index in &table.indexes {
        let has_column = index.elements.iter().any(|one| on_column(&one.on));
        let is_included = index.include.iter().any(|one| one == name);
        let has_expression = index.elements.iter().any(|one| in_expression(&one.on));
        let is_used = has_column || is_included || has_expression || reads(&index.filter);
        // Postgres compares no expressions: it builds such an index again.
        let is_plain = index.filter.is_none()
            && index
                .elements
                .iter()
                .all(|one| matches!(one.on, IndexOn::Column(_)));
        again.index |= is_used && (!is_plain || collate || (has_column && !same_class));
    }
    let in_key = |columns: &[String]| columns.iter().any(|one| one == name);
    let keys = table.uniques.iter().map(|one| &one.columns);
    let mut keys = keys.chain(table.primary_key.iter().map(|one| &one.columns));
    again.index |= keys.any(|columns| in_key(columns)) && (!same_class || collate);
    again.index |= table.exclusions.iter().any(|one| {
        one.elements
            .iter()
            .any(|element| on_column(&element.on) || in_expression(&element.on))
    });
    again.check = table.checks.iter().any(|check| {
        !check.not_valid && !check.not_enforced && model::reads(&check.expression, name)
    });
    again
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Check, Domain, Name};

    fn decide(from: &str, to: &str, using: Option<&str>) -> Storage {
        let domain = |name: &str, base: &str, checks: Vec<Check>| Domain {
            name: Name::new(name),
            base: DataType::parse(base),
            collate: None,
            not_null: false,
            default: None,
            checks,
            comment: None,
        };
        let check = Check {
            name: "c".into(),
            expression: "value <> ''".into(),
            no_inherit: false,
            not_valid: false,
            not_enforced: false,
            comment: None,
        };
        let model = Model {
            domains: vec![
                domain("note", "text", vec![]),
                domain("email", "text", vec![check]),
                domain("code", "varchar(40)", vec![]),
                domain("other_code", "varchar(40)", vec![]),
            ],
            ..Model::default()
        };
        let (from, to) = (DataType::parse(from), DataType::parse(to));
        storage(&model, &from, &to, using, "c")
    }

    #[test]
    fn a_wider_type_keeps_the_rows() {
        for (from, to) in [
            ("varchar(10)", "varchar(20)"),
            ("varchar(10)", "varchar"),
            ("varchar(10)", "text"),
            ("text", "varchar"),
            ("text", "citext"),
            ("numeric(10,2)", "numeric(12,2)"),
            ("numeric(10,2)", "numeric"),
            ("varbit(4)", "varbit(8)"),
            ("timestamp(3)", "timestamp(6)"),
            ("timestamptz(3)", "timestamptz"),
            ("cidr", "inet"),
            ("text", "note"),
            ("email", "text"),
            ("varchar(40)", "code"),
            ("code", "varchar"),
            ("integer", "oid"),
        ] {
            assert_eq!(decide(from, to, None), Storage::Kept, "{from} → {to}");
        }
        assert_eq!(decide("text", "text", None), Storage::Same);
        assert_eq!(
            decide("varchar(9)", "text", Some("\"c\"::text")),
            Storage::Kept
        );
    }

    #[test]
    fn another_type_rewrites_the_rows() {
        for (from, to) in [
            ("varchar(20)", "varchar(10)"),
            ("text", "varchar(10)"),
            ("char(5)", "char(10)"),
            ("char(5)", "text"),
            ("numeric(10,2)", "numeric(12,3)"),
            ("numeric", "numeric(10,2)"),
            ("integer", "bigint"),
            ("timestamp", "timestamptz"),
            ("timestamp", "timestamp(3)"),
            ("inet", "cidr"),
            ("text", "email"),
            ("code", "varchar(40)"),
            ("code", "other_code"),
            ("varchar(10)[]", "varchar(20)[]"),
            ("text", "text[]"),
        ] {
            assert_eq!(decide(from, to, None), Storage::Rewritten, "{from} → {to}");
        }
        assert_eq!(decide("text", "text", Some("lower(c)")), Storage::Rewritten);
    }
}
