//! The extensions that must exist before the first table.

use super::{Schema, user_type};
use crate::def::{ColumnDef, IndexDef, Object, TableDef};

/// Returns the extensions that columns and indexes need, and those that the schema lists.
pub(super) fn extensions_of(schema: &Schema) -> Vec<&'static str> {
    let listed = schema.objects.iter().filter_map(|object| match object {
        Object::Extension(name) => Some(*name),
        _ => None,
    });
    let needed = extensions(&schema.relations()).into_iter();
    distinct(needed.chain(listed))
}

/// Returns the extensions that columns and indexes need.
pub(super) fn extensions(tables: &[&'static TableDef]) -> Vec<&'static str> {
    let of_columns = tables
        .iter()
        .flat_map(|table| table.columns)
        .flat_map(of_column);
    let of_indexes = tables
        .iter()
        .flat_map(|table| table.indexes)
        .flat_map(of_index);
    distinct(of_columns.chain(of_indexes))
}

fn distinct(names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut all = Vec::new();
    for name in names {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn of_column(column: &'static ColumnDef) -> impl Iterator<Item = &'static str> {
    let of_sql_type = column.sql_type.and_then(of_type);
    let parts = user_type::parts(&column.data_type).into_iter();
    let of_parts = parts.filter_map(|data_type| data_type.extension);
    of_parts.chain(of_sql_type)
}

fn of_index(index: &IndexDef) -> impl Iterator<Item = &'static str> {
    let of_method = match index.method {
        "hnsw" | "ivfflat" => Some("vector"),
        "bloom" => Some("bloom"),
        _ => None,
    };
    let of_elements = index.elements.iter().filter_map(|element| {
        let class = bare(element.operator_class?);
        matches!(class.as_str(), "gin_trgm_ops" | "gist_trgm_ops").then_some("pg_trgm")
    });
    of_method.into_iter().chain(of_elements)
}

/// Returns the extension of a type, given as in `sql_type`.
pub(super) fn of_type(sql_type: &str) -> Option<&'static str> {
    Some(match bare(sql_type).as_str() {
        "citext" => "citext",
        "hstore" => "hstore",
        "ltree" | "lquery" | "ltxtquery" => "ltree",
        "cube" => "cube",
        "vector" | "halfvec" | "sparsevec" => "vector",
        "geometry" | "geography" => "postgis",
        _ => return None,
    })
}

/// Returns a name without its schema, quotes, modifier and brackets.
fn bare(name: &str) -> String {
    let name = name.split(['(', '[']).next().unwrap_or(name);
    let name = name.rsplit('.').next().unwrap_or(name);
    name.trim().trim_matches('"').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{INDEX, TEXT, VECTOR, by, column, table};
    use crate::def::IndexElement;

    #[test]
    fn types_overrides_and_operator_classes_require_their_extensions() {
        const TRIGRAMS: IndexElement = IndexElement {
            operator_class: Some("public.gin_trgm_ops"),
            ..by("name")
        };
        static A: TableDef = TableDef {
            columns: &[
                column("embedding", VECTOR.with_modifier(3)),
                column("other", VECTOR.with_modifier(4).array_of()),
                ColumnDef {
                    sql_type: Some("CITEXT"),
                    ..column("name", TEXT)
                },
                ColumnDef {
                    sql_type: Some("public.hstore[]"),
                    ..column("labels", TEXT)
                },
                ColumnDef {
                    sql_type: Some("varchar(20)"),
                    ..column("code", TEXT)
                },
            ],
            indexes: &[IndexDef {
                method: "gin",
                elements: &[TRIGRAMS],
                ..INDEX
            }],
            ..table("a")
        };
        assert_eq!(extensions(&[&A]), ["vector", "citext", "hstore", "pg_trgm"]);
    }
}
