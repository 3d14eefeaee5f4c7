//! The Postgres schemas that are read, and the search path with which they are read.

use schema_ddl::model::Namespace;
use schema_ddl::sql::quote;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use sqlx::postgres::types::Oid;

use super::IntrospectError;

/// The part of a database that is read.
///
/// ```
/// use schema_kit::introspect::{Others, Scope};
///
/// let scope = Scope::default();
/// assert_eq!(scope.first, None);
/// assert_eq!(scope.others, Others::Listed(vec![]));
/// assert!(!scope.roles && !scope.grants);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The Postgres schema whose objects have names without a schema. If it is `None`, it is the connection's
    /// `current_schema()`.
    pub first: Option<String>,
    /// The other Postgres schemas.
    pub others: Others,
    /// True to read the roles of the server.
    pub roles: bool,
    /// True to read the privileges of roles on the objects.
    pub grants: bool,
}

impl Scope {
    /// One Postgres schema, without roles and privileges.
    pub fn schema(first: impl Into<String>) -> Self {
        Self {
            first: Some(first.into()),
            ..Self::default()
        }
    }
}

/// The Postgres schemas that are read in addition to the first one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// Those with these names.
    Listed(Vec<String>),
    /// All, except those of Postgres and of extensions.
    All,
}

impl Default for Others {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

/// A scope, looked up in a database.
#[derive(Debug)]
pub(super) struct Resolved {
    /// The name of the first schema.
    pub(super) first: String,
    /// The object ids of all schemas.
    pub(super) oids: Vec<Oid>,
    /// All schemas except the first.
    pub(super) namespaces: Vec<Namespace>,
    /// The value of `search_path` with which expressions are printed.
    pub(super) search_path: String,
}

const NAMESPACES: &str = "
select n.oid, n.nspname::text, obj_description(n.oid, 'pg_namespace'),
    n.nspname ~ '^pg_' or n.nspname = 'information_schema' or exists (
        select from pg_depend e
        where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e'
    ),
    n.nspname <> 'pg_catalog' and exists (select from pg_extension x where x.extnamespace = n.oid)
from pg_namespace n
order by n.nspname";

/// A Postgres schema: its id, name and comment, whether it belongs to Postgres or an extension, and whether extensions are
/// installed in it.
type NamespaceRow = (Oid, String, Option<String>, bool, bool);

/// Looks up the schemas of a scope.
pub(super) async fn resolve(
    connection: &mut PgConnection,
    scope: &Scope,
) -> Result<Resolved, IntrospectError> {
    let first = match &scope.first {
        Some(first) => first.clone(),
        None => sqlx::query_scalar::<_, Option<String>>("select current_schema()::text")
            .persistent(false)
            .fetch_one(&mut *connection)
            .await?
            .ok_or(IntrospectError::NoCurrentSchema)?,
    };
    let rows: Vec<NamespaceRow> = sqlx::query_as(NAMESPACES)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let listed: &[String] = match &scope.others {
        Others::Listed(names) => names,
        Others::All => &[],
    };
    for name in std::iter::once(&first).chain(listed) {
        if !rows.iter().any(|row| row.1 == *name) {
            let name = name.clone();
            return Err(IntrospectError::MissingSchema { name });
        }
    }
    let mut this = Resolved {
        search_path: quote::name(&first),
        first,
        oids: Vec::new(),
        namespaces: Vec::new(),
    };
    for (oid, name, comment, foreign, has_extensions) in rows {
        let is_read = match &scope.others {
            Others::Listed(names) => names.contains(&name),
            Others::All => !foreign,
        };
        if name == this.first {
            this.oids.push(oid);
        } else if is_read {
            this.oids.push(oid);
            // Every database has this comment.
            let comment =
                comment.filter(|text| name != "public" || text != "standard public schema");
            this.namespaces.push(Namespace { name, comment });
        } else if has_extensions {
            // So that the types and functions of extensions are printed without a schema.
            this.search_path.push_str(", ");
            this.search_path.push_str(&quote::name(&name));
        }
    }
    // Otherwise a temporary table would hide one that is read.
    this.search_path.push_str(", pg_temp");
    Ok(this)
}
