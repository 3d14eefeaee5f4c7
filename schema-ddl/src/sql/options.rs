//! Options in parentheses: `with (fillfactor = 70)`.

use std::collections::BTreeMap;

use super::quote;

/// Returns the clause `with (…)`, or nothing if there are no options.
pub(crate) fn with(options: &BTreeMap<String, String>) -> Option<String> {
    let all: Vec<String> = options
        .iter()
        .map(|(key, value)| quote::parameter(key, value))
        .collect();
    (!all.is_empty()).then(|| format!("with ({})", all.join(", ")))
}

/// Returns the clauses that turn options into others: `set (…)` and `reset (…)`.
pub(crate) fn change(
    from: &BTreeMap<String, String>,
    to: &BTreeMap<String, String>,
) -> Vec<String> {
    let reset: Vec<String> = from
        .keys()
        .filter(|key| !to.contains_key(*key))
        .map(|key| quote::parameter_name(key))
        .collect();
    let set: Vec<String> = to
        .iter()
        .filter(|(key, value)| from.get(*key) != Some(value))
        .map(|(key, value)| quote::parameter(key, value))
        .collect();
    [("reset", reset), ("set", set)]
        .into_iter()
        .filter(|(_, options)| !options.is_empty())
        .map(|(word, options)| format!("{word} ({})", options.join(", ")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn only_other_values_are_set() {
        let from = options(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let to = options(&[("a", "1"), ("b", "x y"), ("toast.d", "off")]);
        assert_eq!(
            change(&from, &to),
            ["reset (c)", "set (b = 'x y', toast.d = off)"]
        );
        assert_eq!(with(&options(&[])), None);
    }
}
