//! Columns that the server numbers.

use crate::model::{Column, SequenceOptions, Table};
use crate::sql::{column, quote};

/// Returns the changes of an identity, except that it is dropped.
pub(super) fn change(from: &Column, to: &Column) -> Vec<String> {
    match (&from.identity, &to.identity) {
        (None, Some(to)) => vec![format!("add {}", column::identity(to))],
        (Some(from), Some(to)) => {
            let kind = (from.always != to.always)
                .then(|| format!("set generated {}", column::identity_kind(to)));
            let options = column::change_sequence(&from.sequence, &to.sequence);
            let all: Vec<String> = kind.into_iter().chain(options).collect();
            // Two limits that change may only fit together.
            Some(all.join(" "))
                .filter(|all| !all.is_empty())
                .into_iter()
                .collect()
        }
        (_, None) => Vec::new(),
    }
}

/// True if the largest value of an identity is replaced by a smaller one, or by that of its type.
pub(super) fn gets_smaller(from: &Column, to: &Column) -> bool {
    let max = |column: &Column| column.identity.as_ref().map(|one| one.sequence.max);
    match (max(from), max(to)) {
        (Some(Some(from)), Some(to)) => to.is_none_or(|to| to < from),
        _ => false,
    }
}

/// Returns the statement after which a new identity numbers new rows after the existing ones.
pub(super) fn next_value(table: &Table, from: &Column, to: &Column) -> Option<String> {
    let options: &SequenceOptions = &to.identity.as_ref()?.sequence;
    if from.identity.is_some() || options.increment.is_some_and(|increment| increment < 0) {
        return None;
    }
    let name = &table.name;
    let column = quote::name(&to.name);
    let sequence = format!(
        "pg_get_serial_sequence({}, {})",
        quote::literal(&name.to_string()),
        quote::literal(&to.name)
    );
    let start = column::sequence_start(options);
    Some(format!(
        "select setval({sequence}, greatest(max({column})::bigint + 1, {start}), false) from {name}"
    ))
}
