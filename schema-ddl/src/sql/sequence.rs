//! [`create sequence`](https://www.postgresql.org/docs/current/sql-createsequence.html).

use super::column::sequence_start;
use super::quote;
use crate::model::{Name, Sequence, SequenceOptions};

/// Returns the statement that creates a sequence. The column that owns it is set later, since it may not exist yet.
pub(crate) fn create(sequence: &Sequence) -> String {
    let mut clauses = vec![format!("create sequence {}", sequence.name)];
    let data_type = sequence.data_type.to_string();
    if data_type != "bigint" {
        clauses.push(format!("as {data_type}"));
    }
    clauses.extend(options(&sequence.options));
    clauses.join(" ")
}

/// Returns the options that are set: `increment by 2 start with 10`.
pub(crate) fn options(options: &SequenceOptions) -> Vec<String> {
    let clause = |word: &str, value: Option<i64>| value.map(|value| format!("{word} {value}"));
    let all = [
        clause("increment by", options.increment),
        clause("minvalue", options.min),
        clause("maxvalue", options.max),
        clause("start with", options.start),
        clause("cache", options.cache),
        options.cycle.then(|| String::from("cycle")),
    ];
    all.into_iter().flatten().collect()
}

/// Returns the clauses that turn options into others. An option that is no longer set gets its default.
pub(crate) fn change(from: &SequenceOptions, to: &SequenceOptions) -> Vec<String> {
    let descending = to.increment.is_some_and(|increment| increment < 0);
    let clause = |word: &str, from: Option<i64>, to: Option<i64>, default: String| {
        (from != to).then(|| to.map_or(default, |value| format!("{word} {value}")))
    };
    // A sequence begins at its end: the smallest value, or the largest one if it descends.
    let start = if descending {
        to.max.unwrap_or(-1)
    } else {
        to.min.unwrap_or(1)
    };
    let no = |word: &str| format!("no {word}");
    let one = |word: &str| format!("{word} 1");
    let start = format!("start with {start}");
    let starts_elsewhere = sequence_start(from) != sequence_start(to);
    let restart = is_elsewhere(from, to).then(|| String::from("restart"));
    let all = [
        clause(
            "increment by",
            from.increment,
            to.increment,
            one("increment by"),
        ),
        clause("minvalue", from.min, to.min, no("minvalue")),
        clause("maxvalue", from.max, to.max, no("maxvalue")),
        starts_elsewhere.then(|| match to.start {
            Some(value) => format!("start with {value}"),
            None => start,
        }),
        restart,
        clause("cache", from.cache, to.cache, one("cache")),
        (from.cycle != to.cycle).then(|| String::from(if to.cycle { "cycle" } else { "no cycle" })),
    ];
    all.into_iter().flatten().collect()
}

/// True if no value of the old sequence is one of the new sequence, so that it must begin again.
pub(crate) fn is_elsewhere(from: &SequenceOptions, to: &SequenceOptions) -> bool {
    let is_descending = |options: &SequenceOptions| options.increment.is_some_and(|one| one < 0);
    let range = |options: &SequenceOptions| {
        let (min, max) = if is_descending(options) {
            (i64::MIN, -1)
        } else {
            (1, i64::MAX)
        };
        (options.min.unwrap_or(min), options.max.unwrap_or(max))
    };
    let (mut old, to) = (range(from), range(to));
    // It never had the values before its first one, or it repeats values anyway.
    if is_descending(from) {
        old.1 = sequence_start(from);
    } else {
        old.0 = sequence_start(from);
    }
    old.1 < to.0 || to.1 < old.0
}

/// Returns the statement with clauses that change a sequence.
pub(crate) fn alter(name: &Name, clauses: &[String]) -> String {
    format!("alter sequence {name} {}", clauses.join(" "))
}

/// Returns the statement that sets the column with which the sequence is dropped.
pub(crate) fn set_owner(name: &Name, owner: Option<&(Name, String)>) -> String {
    let owner = owner.map_or_else(
        || String::from("none"),
        |(table, column)| format!("{table}.{}", quote::name(column)),
    );
    format!("alter sequence {name} owned by {owner}")
}

/// Returns the statement that drops a sequence.
pub(crate) fn drop(name: &Name) -> String {
    format!("drop sequence {name}")
}
