//! Words of Diesel, `SeaORM`, sqlx, Prisma and Drizzle, and what they are called here.

use syn::{Attribute, Meta};

use crate::util::symbol;

/// Words of other libraries for something that has another name here.
pub(crate) struct Synonym {
    /// The words, in lower case and without underscores.
    words: &'static [&'static str],
    /// The key of `#[column]`, if there is one.
    pub(crate) key: Option<&'static str>,
    /// The remedy.
    pub(crate) remedy: &'static str,
}

const fn key(words: &'static [&'static str], key: &'static str, remedy: &'static str) -> Synonym {
    Synonym {
        words,
        key: Some(key),
        remedy,
    }
}

const fn no_key(words: &'static [&'static str], remedy: &'static str) -> Synonym {
    Synonym {
        words,
        key: None,
        remedy,
    }
}

/// The words for keys of `#[column]`.
const COLUMN: [Synonym; 17] = [
    key(
        &["pk", "primary", "id", "key"],
        "primary_key",
        "write `primary_key`",
    ),
    key(
        &[
            "autoincrement",
            "auto",
            "serial",
            "bigserial",
            "increment",
            "autogenerate",
            "generatedalways",
        ],
        "identity",
        "write `identity`",
    ),
    key(
        &[
            "defaultvalue",
            "defaultexpr",
            "defaultsql",
            "dbdefault",
            "defaultnow",
        ],
        "default",
        "write `default = …`, or `default = sql(\"…\")`",
    ),
    key(
        &[
            "type",
            "ty",
            "columntype",
            "dbtype",
            "datatype",
            "sqltype",
            "postgrestype",
            "pgtype",
        ],
        "sql_type",
        "write `sql_type = \"…\"`",
    ),
    key(
        &["columnname", "rename", "dbname", "map", "fieldname"],
        "name",
        "write `name = \"…\"`",
    ),
    key(
        &["updatedat", "autoupdate", "onupdatenow", "touch"],
        "updated_at",
        "write `updated_at`",
    ),
    key(&["uniquekey", "uniqueindex"], "unique", "write `unique`"),
    key(&["indexed", "idx"], "index", "write `index`"),
    key(
        &["generatedas", "computed", "asstored"],
        "generated",
        "write `generated = \"…\"`",
    ),
    key(
        &["ondelete", "deleterule"],
        "on_delete",
        "write `on_delete = cascade`",
    ),
    key(
        &["onupdate", "updaterule"],
        "on_update",
        "write `on_update = cascade`",
    ),
    no_key(
        &[
            "foreignkey",
            "fk",
            "belongsto",
            "relation",
            "reference",
            "ref",
            "foreign",
            "hasone",
        ],
        "write `references = Table.column`",
    ),
    no_key(
        &["nullable", "null", "optional"],
        "make the type an `Option<…>`, which is nullable",
    ),
    no_key(
        &["notnull", "required"],
        "remove it, since only an `Option<…>` is nullable",
    ),
    no_key(
        &["size", "length", "maxlength", "len", "varchar"],
        "write `sql_type = \"varchar(…)\"`",
    ),
    no_key(&["json", "jsonb"], "make the type a `Json<…>`"),
    no_key(
        &["skip", "ignore", "flatten", "hasmany"],
        "remove the field, since every field is a column",
    ),
];

/// The meaning of an unknown key of `#[column]`.
pub(crate) fn of_column(word: &str) -> Option<&'static Synonym> {
    let word = plain(word);
    COLUMN
        .iter()
        .find(|synonym| synonym.words.contains(&word.as_str()))
}

/// The remedy for an unknown key of `#[table]`.
pub(crate) fn of_table(word: &str) -> Option<&'static str> {
    Some(match plain(word).as_str() {
        "tablename" | "rename" | "map" | "dbname" | "as" => "write `name = \"…\"`",
        "schemaname" | "pgschema" | "namespace" => "write `schema = \"…\"`",
        "primarykey" | "pk" | "key" | "id" => "write `#[primary_key(a, b)]` below `#[table]`",
        "unique" => "write `#[unique(a, b)]` below `#[table]`",
        "index" | "indexes" | "indices" => "write `#[index(a, b)]` below `#[table]`",
        "check" => "write `#[check(\"…\")]` below `#[table]`",
        "foreignkey" | "references" | "belongsto" => {
            "write `#[foreign_key(a, references = Table.column)]` below `#[table]`"
        }
        "policy" | "policies" => "write `#[policy(…)]` below `#[table]`",
        "grant" | "grants" | "privileges" => "write `#[grant(…)]` below `#[table]`",
        "trigger" | "triggers" => "write `#[trigger(…)]` below `#[table]`",
        "rls" | "rowsecurity" | "enablerls" => "write `row_level_security`",
        "comment" => "write a doc comment, which becomes the table's comment",
        "renameall" => "write `#[column(name = \"…\")]` on the fields",
        _ => return None,
    })
}

/// The remedy for an unknown key of `#[index]`.
pub(crate) fn of_index(word: &str) -> Option<&'static str> {
    Some(match plain(word).as_str() {
        "using" | "method" | "type" | "kind" | "indextype" | "algorithm" => {
            "write the method around the columns: `gin(tags)`"
        }
        "ops" | "opclass" | "operatorclass" => {
            "write the class after the column: `hnsw(embedding.vector_cosine_ops)`"
        }
        "order" | "sort" | "direction" => "write `column.asc()` or `column.desc()`",
        "columns" | "fields" | "on" | "column" => "write the columns alone: `#[index(a, b)]`",
        "map" | "dbname" | "indexname" => "write `name = \"…\"`",
        "filter" | "condition" | "predicate" => "write `where = \"…\"`",
        "params" | "options" | "storage" => "write `with(m = 16)`",
        "including" | "covering" => "write `include(a, b)`",
        _ => return None,
    })
}

/// The remedy for an unknown key of `#[pg_enum]`.
pub(crate) fn of_enum(word: &str) -> Option<&'static str> {
    Some(match plain(word).as_str() {
        "typename" | "enumname" | "rename" | "existingtypepath" | "map" => "write `name = \"…\"`",
        "case" | "dbvaluestyle" | "valuestyle" | "rstype" => "write `rename_all = \"…\"`",
        "stringvalue" | "label" | "value" | "dbrename" => "write `rename = \"…\"`",
        _ => return None,
    })
}

/// The remedy for an attribute of another library, or for a key of `#[column]` that is written as an attribute.
pub(crate) fn of_attribute(attribute: &Attribute, on_field: bool) -> Option<String> {
    let name = attribute.path().get_ident()?.to_string();
    if symbol::helper(attribute).is_some() {
        return None;
    }
    let place = if on_field {
        "#[column(…)]"
    } else {
        "#[table(name = \"…\")]"
    };
    match name.as_str() {
        "sea_orm" | "diesel" | "sqlx" | "ormlite" | "welds" | "toasty" | "model" => {
            return Some(format!("write `{place}`"));
        }
        "table_name" | "schema_name" if !on_field => {
            let key = name.trim_end_matches("_name").replace("table", "name");
            return Some(format!("write `#[table({key} = \"…\")]`"));
        }
        "belongs_to" | "has_many" if !on_field => {
            return Some("write `#[column(references = Table.column)]` on a field".to_owned());
        }
        _ if !on_field => return None,
        _ => {}
    }
    let has_value = !matches!(attribute.meta, Meta::Path(_));
    match name.as_str() {
        "identity" => Some(format!("write `#[column({name})]`")),
        "default" | "references" | "on_delete" | "on_update" if has_value => {
            Some(format!("write `#[column({name} = …)]`"))
        }
        "sql_type" | "name" | "collate" | "generated" if has_value => {
            Some(format!("write `#[column({name} = \"…\")]`"))
        }
        _ => {
            let synonym = of_column(&name)?;
            Some(match synonym.key {
                Some("primary_key" | "identity" | "unique" | "index" | "updated_at") | None => {
                    let remedy = synonym.remedy.replace("write `", "write `#[column(");
                    if remedy == synonym.remedy {
                        remedy
                    } else {
                        remedy.trim_end_matches('`').to_owned() + ")]`"
                    }
                }
                Some(key) => format!("write `#[column({key} = …)]`"),
            })
        }
    }
}

/// True if a struct derives something whose helper attributes are not known. Its attributes are then not for `#[table]`.
pub(crate) fn has_unknown_derive(attributes: &[Attribute]) -> bool {
    let known = [
        "Debug",
        "Clone",
        "Copy",
        "PartialEq",
        "Eq",
        "PartialOrd",
        "Ord",
        "Hash",
        "Default",
        "Serialize",
        "Deserialize",
    ];
    let derives = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"));
    let mut unknown = false;
    for derive in derives {
        let read = derive.parse_nested_meta(|meta| {
            let last = meta.path.segments.last();
            unknown |= last.is_none_or(|last| known.iter().all(|known| last.ident != known));
            Ok(())
        });
        unknown |= read.is_err();
    }
    // An attribute macro may read any attribute.
    unknown
        || attributes
            .iter()
            .any(|attribute| attribute.path().segments.len() > 1)
}

fn plain(word: &str) -> String {
    word.replace('_', "").to_lowercase()
}
