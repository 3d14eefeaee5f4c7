//! The values that fit into the partitions of a table.

use schema_ddl::model::{Model, Name, Table};
use schema_ddl::sql::lexer::{self, Token, TokenKind};

use super::check::{Expression, parse};
use super::source::Source;

/// The restrictions of a partition.
pub(super) type Place = Vec<Source>;

/// Returns the restricted columns of each partition, or a single empty list for a table without partitions. Returns `None`
/// if a partitioned table has no partitions.
pub(super) fn places(model: &Model, table: &Table, sources: &[Source]) -> Option<Vec<Place>> {
    let places = below(model, table, Vec::new(), sources, 0);
    (!places.is_empty()).then_some(places)
}

/// The deepest nesting of partitioned tables.
const DEEPEST: usize = 16;

fn below(
    model: &Model,
    table: &Table,
    place: Place,
    sources: &[Source],
    depth: usize,
) -> Vec<Place> {
    let Some(by) = &table.partition_by else {
        return vec![place];
    };
    let columns = key_columns(&by.key);
    let children: Vec<(&Table, &str)> = model
        .tables
        .iter()
        .filter_map(|child| Some((child, child.partition_of.as_ref()?)))
        .filter(|(_, of)| of.parent == table.name)
        .map(|(child, of)| (child, of.bound.as_str()))
        .collect();
    let is_default = |bound: &str| bound.trim().eq_ignore_ascii_case("default");
    let only_default = children.iter().all(|(_, bound)| is_default(bound));
    let mut places = Vec::new();
    for (child, bound) in children {
        if depth > DEEPEST || (is_default(bound) && !only_default) {
            continue;
        }
        let mut place = place.clone();
        if restrict(&mut place, &columns, bound, sources) {
            places.extend(below(model, child, place, sources, depth + 1));
        }
    }
    places
}

/// Returns the columns of a partition key. That of an expression is `None`.
fn key_columns(key: &str) -> Vec<Option<String>> {
    match parse(&format!("array[{key}]")) {
        Some(Expression::Array(parts)) => parts
            .into_iter()
            .map(|part| match part {
                Expression::Column(name) => Some(name),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Restricts the columns to the bound of a partition. Returns false if only NULL fits.
fn restrict(
    place: &mut Place,
    columns: &[Option<String>],
    bound: &str,
    sources: &[Source],
) -> bool {
    let lists = lists(bound);
    let list = |word: &str| {
        let mut lists = lists.iter();
        lists.find(|(one, _)| one == word).map(|(_, list)| list)
    };
    if let (Some(values), Some(Some(column))) = (list("in"), columns.first()) {
        let values: Vec<String> = values.iter().flatten().cloned().collect();
        if values.is_empty() {
            return false;
        }
        if let Some(source) = source(place, column, sources) {
            source.rules.only(values);
        }
    }
    let (Some(low), Some(high)) = (list("from"), list("to")) else {
        return true;
    };
    for ((column, low), high) in columns.iter().zip(low).zip(high) {
        let Some(source) = column
            .as_ref()
            .and_then(|name| source(place, name, sources))
        else {
            return true;
        };
        if low.is_some() && low == high {
            // The next column decides.
            source.rules.only(low.iter().cloned().collect());
            continue;
        }
        between(source, low.as_deref(), high.as_deref());
        return true;
    }
    true
}

/// Restricts a column to the values from `low` to before `high`.
fn between(source: &mut Source, low: Option<&str>, high: Option<&str>) {
    let Some(unit) = source.unit() else {
        // The bound itself is the only value of which the server's order need not be known.
        if let Some(low) = low {
            source.rules.only(vec![low.to_owned()]);
        }
        return;
    };
    if let Some((ticks, exact)) = low.and_then(|low| unit.parse(low)) {
        source.rules.at_least(if exact { ticks } else { ticks + 1 });
    }
    if let Some((ticks, exact)) = high.and_then(|high| unit.parse(high)) {
        source.rules.at_most(if exact { ticks - 1 } else { ticks });
    }
}

/// Returns the restricted source of a column, at first a copy of the column's.
fn source<'p>(place: &'p mut Place, column: &str, sources: &[Source]) -> Option<&'p mut Source> {
    let is_column = |source: &Source| source.name == column;
    if !place.iter().any(is_column) {
        let mut source = sources.iter().find(|source| is_column(source))?.clone();
        source.nullable = false;
        place.push(source);
    }
    place.iter_mut().find(|source| source.name == column)
}

/// Returns the lists of a bound by the words before them: `from`, `to`, `in`, `with`. A value is `None` if it is NULL or
/// has no limit.
fn lists(bound: &str) -> Vec<(String, Vec<Option<String>>)> {
    let mut tokens = lexer::tokens(bound).unwrap_or_default();
    tokens.retain(Token::is_code);
    let mut lists = Vec::new();
    let (mut depth, mut start, mut word) = (0_usize, 0, String::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open => {
                if depth == 0 {
                    start = token.end();
                    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
                    word = before.and_then(Token::name).unwrap_or_default();
                }
                depth += 1;
            }
            TokenKind::Close => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let inner = bound.get(start..token.start).unwrap_or_default();
                    lists.push((word.clone(), values(inner)));
                }
            }
            _ => {}
        }
    }
    lists
}

fn values(list: &str) -> Vec<Option<String>> {
    match parse(&format!("array[{list}]")) {
        Some(Expression::Array(list)) => list
            .into_iter()
            .map(|value| match value {
                Expression::Constant(text) => Some(text),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Returns the error of a partitioned table without partitions.
pub(super) fn missing(table: &Name) -> super::SeedError {
    super::SeedError::NoPartition {
        table: table.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(list: &[&str]) -> Vec<Option<String>> {
        list.iter().map(|one| Some((*one).to_owned())).collect()
    }

    #[test]
    fn bounds_are_read() {
        assert_eq!(
            lists("FOR VALUES FROM ('2026-01-01', 5) TO (maxvalue, -3)"),
            [
                (String::from("from"), some(&["2026-01-01", "5"])),
                (String::from("to"), vec![None, Some(String::from("-3"))]),
            ]
        );
        assert_eq!(
            lists("for values in ('a)', null, 'b'::text)"),
            [(
                String::from("in"),
                vec![Some(String::from("a)")), None, Some(String::from("b"))]
            )]
        );
        assert_eq!(lists("default"), []);
    }

    #[test]
    fn a_key_has_columns_and_expressions() {
        assert_eq!(
            key_columns("\"At\", lower(name)"),
            [Some(String::from("At")), None]
        );
    }
}
