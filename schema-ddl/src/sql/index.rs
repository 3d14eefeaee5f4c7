//! [`create index`](https://www.postgresql.org/docs/current/sql-createindex.html).

use super::{options, quote};
use crate::model::{Index, IndexElement, IndexOn, Name};

/// Returns the statement that creates an index of a table or a materialized view.
///
/// ```
/// use schema_ddl::model::{Index, IndexElement, IndexOn, Name};
/// use schema_ddl::sql::index;
///
/// let by_email = Index {
///     name: "users_email_idx".into(),
///     method: "btree".into(),
///     elements: vec![IndexElement {
///         on: IndexOn::Expression("lower(email)".into()),
///         collate: None,
///         operator_class: None,
///         descending: false,
///         nulls_first: None,
///     }],
///     include: vec![],
///     unique: true,
///     nulls_not_distinct: false,
///     with: Default::default(),
///     filter: None,
///     invalid: false,
///     comment: None,
/// };
/// assert_eq!(
///     index::create(&Name::new("users"), &by_email),
///     r#"create unique index "users_email_idx" on "users" ((lower(email)))"#
/// );
/// ```
pub fn create(on: &Name, index: &Index) -> String {
    let unique = if index.unique { "unique " } else { "" };
    let name = quote::name(&index.name);
    format!("create {unique}index {name} on {on} {}", body(index))
}

/// Returns the statement that builds an index, under this name, while others write. It runs outside a transaction.
pub(crate) fn create_concurrently(on: &Name, index: &Index, name: &str) -> String {
    let unique = if index.unique { "unique " } else { "" };
    let name = quote::name(name);
    format!(
        "create {unique}index concurrently {name} on {on} {}",
        body(index)
    )
}

/// Returns the statement that creates an index of a partitioned table without those of its partitions.
pub(crate) fn create_only(on: &Name, index: &Index) -> String {
    let unique = if index.unique { "unique " } else { "" };
    let name = quote::name(&index.name);
    format!("create {unique}index {name} on only {on} {}", body(index))
}

/// Returns the statement that drops an index while others use its table. It runs outside a transaction.
pub(crate) fn drop_concurrently(name: &Name) -> String {
    format!("drop index concurrently {name}")
}

/// Returns everything except the names and the comment, to compare two indexes.
pub(crate) fn definition(index: &Index) -> String {
    let unique = if index.unique { "unique " } else { "" };
    format!("{unique}{}", body(index))
}

fn body(index: &Index) -> String {
    let mut clauses = Vec::new();
    if index.method != "btree" {
        clauses.push(format!("using {}", quote::word(&index.method)));
    }
    let elements: Vec<String> = index.elements.iter().map(element).collect();
    clauses.push(format!("({})", elements.join(", ")));
    if !index.include.is_empty() {
        clauses.push(format!("include ({})", quote::names(&index.include)));
    }
    if index.nulls_not_distinct {
        clauses.push(String::from("nulls not distinct"));
    }
    clauses.extend(options::with(&index.with));
    if let Some(filter) = &index.filter {
        clauses.push(format!("where {filter}"));
    }
    clauses.join(" ")
}

fn element(element: &IndexElement) -> String {
    let mut sql = match &element.on {
        IndexOn::Column(name) => quote::name(name),
        IndexOn::Expression(expression) => format!("({expression})"),
    };
    if let Some(collate) = &element.collate {
        sql.push_str(" collate ");
        sql.push_str(collate);
    }
    if let Some(class) = &element.operator_class {
        sql.push(' ');
        sql.push_str(class);
    }
    if element.descending {
        sql.push_str(" desc");
    }
    sql.push_str(match element.nulls_first {
        Some(true) => " nulls first",
        Some(false) => " nulls last",
        None => "",
    });
    sql
}

/// Returns the statement that drops an index.
pub(crate) fn drop(name: &Name) -> String {
    format!("drop index {name}")
}

/// Returns the statement by which an index of a table takes one of a partition.
pub(crate) fn attach(index: &Name, partition: &Name) -> String {
    format!("alter index {index} attach partition {partition}")
}

/// Returns the statement that renames an index.
pub(crate) fn rename(from: &Name, to: &str) -> String {
    format!("alter index {from} rename to {}", quote::name(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_clauses_are_in_the_order_of_the_grammar() {
        let index = Index {
            name: "i".into(),
            method: "hnsw".into(),
            elements: vec![IndexElement {
                on: IndexOn::Column("v".into()),
                collate: Some("\"C\"".into()),
                operator_class: Some("vector_l2_ops".into()),
                descending: true,
                nulls_first: Some(false),
            }],
            include: vec!["a".into()],
            unique: true,
            nulls_not_distinct: true,
            with: [("m".to_owned(), "16".to_owned())].into(),
            filter: Some("v is not null".into()),
            invalid: false,
            comment: None,
        };
        assert_eq!(
            create(&Name::in_schema("s", "t"), &index),
            "create unique index \"i\" on \"s\".\"t\" using hnsw (\"v\" collate \"C\" vector_l2_ops desc nulls last) \
             include (\"a\") nulls not distinct with (m = 16) where v is not null"
        );
    }
}
