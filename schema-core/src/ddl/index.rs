//! [`create index`](https://www.postgresql.org/docs/current/sql-createindex.html).

use super::{Existing, quote};
use crate::def::{IndexDef, IndexElement, IndexOn, TableDef};

/// Returns the statements that create a table's indexes.
pub(super) fn create_all(table: &'static TableDef, existing: Existing) -> Vec<String> {
    let names = table.names().indexes;
    let indexes = table.indexes.iter().zip(names);
    indexes
        .map(|(index, name)| create(table, index, &name, existing))
        .collect()
}

fn create(table: &TableDef, index: &IndexDef, name: &str, existing: Existing) -> String {
    let unique = if index.unique { "unique " } else { "" };
    let if_not_exists = existing.if_not_exists();
    let name = quote::name(name);
    let mut clauses = vec![format!(
        "create {unique}index {if_not_exists}{name} on {}",
        table.name
    )];
    if index.method != "btree" {
        clauses.push(format!("using {}", quote::word(index.method)));
    }
    let elements: Vec<String> = index.elements.iter().map(element).collect();
    clauses.push(format!("({})", elements.join(", ")));
    if !index.include.is_empty() {
        clauses.push(format!("include ({})", quote::names(index.include)));
    }
    if index.nulls_not_distinct {
        clauses.push(String::from("nulls not distinct"));
    }
    if !index.with.is_empty() {
        let with: Vec<String> = index
            .with
            .iter()
            .map(|(key, value)| parameter(key, value))
            .collect();
        clauses.push(format!("with ({})", with.join(", ")));
    }
    if let Some(filter) = index.filter {
        clauses.push(format!("where {filter}"));
    }
    clauses.join(" ")
}

fn element(element: &IndexElement) -> String {
    let mut sql = match element.on {
        IndexOn::Column(name) => quote::name(name),
        IndexOn::Expression(expression) => format!("({expression})"),
    };
    if let Some(collate) = element.collate {
        sql.push_str(" collate ");
        sql.push_str(&quote::name(collate));
    }
    if let Some(class) = element.operator_class {
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

/// Returns a storage parameter. A value that is neither a number nor a word becomes a literal.
fn parameter(key: &str, value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let key = quote::word(key);
    if !value.is_empty() && value.chars().all(is_plain) {
        format!("{key} = {value}")
    } else {
        format!("{key} = {}", quote::literal(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{INDEX, by, expression, table};
    use crate::def::TableName;

    macro_rules! writes {
        ($index:expr, $expected:expr $(,)?) => {{
            static T: TableDef = TableDef {
                indexes: &[$index],
                ..table("t")
            };
            assert_eq!(create_all(&T, Existing::Fail), [$expected]);
        }};
    }

    #[test]
    fn columns_keep_their_order_and_direction() {
        const RECENT: IndexElement = IndexElement {
            descending: true,
            ..by("created_at")
        };
        const LAST: IndexElement = IndexElement {
            nulls_first: Some(false),
            ..RECENT
        };
        const FIRST: IndexElement = IndexElement {
            nulls_first: Some(true),
            ..by("a")
        };
        writes!(
            IndexDef {
                elements: &[by("status"), RECENT],
                ..INDEX
            },
            r#"create index "t_status_created_at_idx" on "t" ("status", "created_at" desc)"#,
        );
        writes!(
            IndexDef {
                elements: &[LAST, FIRST],
                ..INDEX
            },
            r#"create index "t_created_at_a_idx" on "t" ("created_at" desc nulls last, "a" nulls first)"#,
        );
    }

    #[test]
    fn an_expression_is_in_parentheses() {
        writes!(
            IndexDef {
                elements: &[expression("lower(email)")],
                unique: true,
                ..INDEX
            },
            r#"create unique index "t_lower_idx" on "t" ((lower(email)))"#,
        );
    }

    #[test]
    fn method_operator_class_and_parameters_are_written() {
        const COSINE: IndexElement = IndexElement {
            operator_class: Some("vector_cosine_ops"),
            ..by("embedding")
        };
        writes!(
            IndexDef {
                method: "hnsw",
                elements: &[COSINE],
                with: &[("m", "16"), ("ef_construction", "64")],
                ..INDEX
            },
            "create index \"t_embedding_idx\" on \"t\" using hnsw (\"embedding\" vector_cosine_ops) \
             with (m = 16, ef_construction = 64)",
        );
    }

    #[test]
    fn a_unique_index_can_include_columns_and_be_partial() {
        const NAME: IndexElement = IndexElement {
            collate: Some("C"),
            operator_class: Some("text_pattern_ops"),
            ..by("name")
        };
        writes!(
            IndexDef {
                name: Some("one_name"),
                elements: &[NAME],
                include: &["email"],
                unique: true,
                nulls_not_distinct: true,
                filter: Some("deleted_at is null"),
                ..INDEX
            },
            "create unique index \"one_name\" on \"t\" (\"name\" collate \"C\" text_pattern_ops) \
             include (\"email\") nulls not distinct where deleted_at is null",
        );
    }

    #[test]
    fn an_existing_index_is_kept() {
        static T: TableDef = TableDef {
            name: TableName {
                schema: Some("clinic"),
                name: "t",
            },
            indexes: &[IndexDef {
                elements: &[by("a")],
                ..INDEX
            }],
            ..table("t")
        };
        assert_eq!(
            create_all(&T, Existing::Keep),
            [r#"create index if not exists "t_a_idx" on "clinic"."t" ("a")"#]
        );
    }
}
