//! [`create schema`](https://www.postgresql.org/docs/current/sql-createschema.html) and
//! [`create extension`](https://www.postgresql.org/docs/current/sql-createextension.html).

use super::quote;
use crate::model::Extension;

/// Returns the statement that creates a Postgres schema.
pub(crate) fn create(name: &str) -> String {
    format!("create schema {}", quote::name(name))
}

/// Returns the statement that drops a Postgres schema. It fails if the schema is not empty.
pub(crate) fn drop(name: &str) -> String {
    format!("drop schema {}", quote::name(name))
}

/// Returns the statement that creates an extension. Another program may have created it meanwhile.
pub(crate) fn create_extension(extension: &Extension) -> String {
    let name = quote::name(&extension.name);
    match &extension.version {
        Some(version) => {
            let version = quote::literal(version);
            format!("create extension if not exists {name} version {version}")
        }
        None => format!("create extension if not exists {name}"),
    }
}

/// Returns the statement that brings an extension to a version.
pub(crate) fn update_extension(name: &str, version: &str) -> String {
    format!(
        "alter extension {} update to {}",
        quote::name(name),
        quote::literal(version)
    )
}

/// Returns the statement that drops an extension. It fails if an object uses the extension.
pub(crate) fn drop_extension(name: &str) -> String {
    format!("drop extension {}", quote::name(name))
}
