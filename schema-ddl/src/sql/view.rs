//! [`create view`](https://www.postgresql.org/docs/current/sql-createview.html) and
//! [`create materialized view`](https://www.postgresql.org/docs/current/sql-creatematerializedview.html).

use super::{options, quote};
use crate::model::View;

/// Returns the statement that creates a view, without its indexes.
pub(crate) fn create(view: &View) -> String {
    let mut clauses = vec![format!("create {} {}", kind(view), view.name)];
    if !view.columns.is_empty() {
        clauses.push(format!("({})", quote::names(&view.columns)));
    }
    clauses.extend(options::with(&view.options));
    clauses.push(format!("as\n{}", view.query));
    let no_data = if view.materialized && view.no_data {
        "\nwith no data"
    } else {
        ""
    };
    clauses.join(" ") + no_data
}

/// Returns the statements that change the options of a view.
pub(crate) fn change_options(from: &View, to: &View) -> Vec<String> {
    options::change(&from.options, &to.options)
        .into_iter()
        .map(|clause| format!("alter {} {} {clause}", kind(to), to.name))
        .collect()
}

/// Returns the statement that drops a view, with its indexes.
pub(crate) fn drop(view: &View) -> String {
    format!("drop {} {}", kind(view), view.name)
}

const fn kind(view: &View) -> &'static str {
    if view.materialized {
        "materialized view"
    } else {
        "view"
    }
}
