//! Reads the schema of a live server as a [`Model`].
//!
//! [`read`] uses one snapshot and a constant number of queries. The server prints all expressions with the same
//! `search_path`, so that two models that were read this way can be compared.

mod access;
mod attached;
mod catalog;
mod column;
mod constraint;
mod default_privileges;
mod depends;
mod error;
mod index;
mod routine;
mod scope;
mod sequence;
mod table;
mod text;
mod trigger;
mod unmodelled;
mod user_type;
mod view;

use std::time::Duration;

use schema_ddl::model::{Extension, Model};
use serde::{Deserialize, Serialize};
use sqlx::{Connection as _, PgConnection};
use tokio::time::sleep;

use self::catalog::Catalog;
use self::scope::Resolved;

pub use self::error::IntrospectError;
pub use self::scope::{Others, Scope};
pub(crate) use self::table::sort_parts;

/// How often [`read`] reads a schema that others change.
const ATTEMPTS: u32 = 10;
/// The time between the first two attempts.
const PAUSE: Duration = Duration::from_millis(20);

/// The schema of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introspection {
    /// Everything that a model can contain.
    pub model: Model,
    /// Objects that exist, but have no place in a model, sorted by kind and name.
    pub unmodelled: Vec<Unmodelled>,
    /// The server's version as a number: 170005 is 17.5.
    pub server_version_num: i32,
    /// The `search_path` with which the names of the model are those of the server.
    pub search_path: String,
}

/// An object, or a property of an object, that has no place in a model.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unmodelled {
    /// The kind, such as `foreign table` or `replica identity`.
    pub kind: String,
    /// The name, in most cases with its Postgres schema.
    pub name: String,
}

/// Reads the schema of a database in a transaction of its own, which changes nothing.
///
/// ```no_run
/// use schema_kit::introspect::{self, Scope};
/// use sqlx::{Connection as _, PgConnection};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut connection = PgConnection::connect("postgres://localhost/clinic").await?;
/// let read = introspect::read(&mut connection, &Scope::schema("public")).await?;
/// for table in &read.model.tables {
///     println!("{}", table.name);
/// }
/// for object in &read.unmodelled {
///     println!("not read: {} {}", object.kind, object.name);
/// }
/// # Ok(())
/// # }
/// ```
///
/// Reads again, a few times, if an object is dropped while it is read.
///
/// # Errors
///
/// If a schema of the scope does not exist, the server is too old, or a query fails. It also fails if the connection is in
/// a transaction; use [`read_in_transaction`] there.
pub async fn read(
    connection: &mut PgConnection,
    scope: &Scope,
) -> Result<Introspection, IntrospectError> {
    // Otherwise sqlx would roll that transaction back.
    if connection.is_in_transaction() {
        return Err(IntrospectError::InTransaction);
    }
    let mut attempt = 1;
    loop {
        let mut transaction = connection
            .begin_with("begin isolation level repeatable read, read only")
            .await?;
        let result = read_in_transaction(&mut transaction, scope).await;
        transaction.rollback().await?;
        match result {
            // An object was dropped meanwhile.
            Err(IntrospectError::Changed(_)) if attempt < ATTEMPTS => {
                sleep(PAUSE * attempt).await;
                attempt += 1;
            }
            result => return result,
        }
    }
}

/// Reads the schema of a database in the transaction that is open, including its own changes.
///
/// Sets `search_path`, `DateStyle` and `TimeZone` for the duration of the call. For a consistent result the isolation level of the transaction must be
/// `repeatable read` or higher, or nothing else may change the schema.
///
/// # Errors
///
/// As for [`read`]. If a query fails, the transaction is aborted.
pub async fn read_in_transaction(
    connection: &mut PgConnection,
    scope: &Scope,
) -> Result<Introspection, IntrospectError> {
    let (server_version_num, search_path, date_style, time_zone): (i32, String, String, String) =
        sqlx::query_as(
            "select current_setting('server_version_num')::int4, current_setting('search_path'),
                current_setting('DateStyle'), current_setting('TimeZone')",
        )
        .persistent(false)
        .fetch_one(&mut *connection)
        .await?;
    if server_version_num < 160_000 {
        return Err(IntrospectError::Unsupported { server_version_num });
    }
    let resolved = scope::resolve(&mut *connection, scope).await?;
    // The server prints times in bounds of partitions and in defaults with these settings.
    set(&mut *connection, [&resolved.search_path, "ISO, YMD", "UTC"]).await?;
    let mut catalog = Catalog::open(&mut *connection, &resolved, server_version_num).await?;
    let read_path = resolved.search_path.clone();
    let model = read_model(&mut catalog, scope, resolved).await?;
    let mut unmodelled = std::mem::take(&mut catalog.unmodelled);
    unmodelled.sort();
    unmodelled.dedup();
    set(&mut *connection, [&search_path, &date_style, &time_zone]).await?;
    Ok(Introspection {
        model,
        unmodelled,
        server_version_num,
        search_path: read_path,
    })
}

/// Sets the search path, `DateStyle` and `TimeZone` until the end of the transaction.
async fn set(connection: &mut PgConnection, values: [&str; 3]) -> sqlx::Result<()> {
    let sql = "select set_config('search_path', $1, true), set_config('DateStyle', $2, true),
        set_config('TimeZone', $3, true)";
    let [search_path, date_style, time_zone] = values;
    sqlx::query(sql)
        .persistent(false)
        .bind(search_path)
        .bind(date_style)
        .bind(time_zone)
        .execute(connection)
        .await?;
    Ok(())
}

/// Reads every kind.
async fn read_model(
    catalog: &mut Catalog<'_>,
    scope: &Scope,
    resolved: Resolved,
) -> sqlx::Result<Model> {
    let mut relations = table::relations(catalog).await?;
    let mut columns = column::read(catalog).await?;
    let sequences = sequence::read(catalog, &mut columns).await?;
    let types = user_type::read(catalog, &mut columns).await?;
    column::attach(&mut relations, &mut columns);
    let indexes = index::read(catalog, &mut relations, &columns).await?;
    attached::read(catalog, &mut relations).await?;
    let checks = constraint::read(catalog, &mut relations, &columns, indexes).await?;
    trigger::read(catalog, &mut relations).await?;
    access::policies(catalog, &mut relations).await?;
    let mut routines = routine::read(catalog).await?;
    view::read(catalog, &mut relations, &mut columns).await?;
    depends::read(catalog, &mut relations, &mut routines).await?;
    let mut model = Model {
        namespaces: resolved.namespaces,
        extensions: extensions(catalog).await?,
        sequences,
        routines: routines.into_sorted(),
        ..Model::default()
    };
    types.finish(checks, &mut model);
    relations.finish(&mut model);
    if scope.roles {
        model.roles = access::roles(catalog).await?;
    }
    if scope.grants {
        model.grants = access::grants(catalog).await?;
        default_privileges::read(catalog, &mut model).await?;
    } else {
        default_privileges::unmodelled(catalog).await?;
    }
    unmodelled::read(catalog).await?;
    Ok(model)
}

/// Every database has `plpgsql`.
const EXTENSIONS: &str = "
select extname::text, extversion
from pg_extension
where extname <> 'plpgsql'
order by extname::text collate \"C\"";

async fn extensions(catalog: &mut Catalog<'_>) -> sqlx::Result<Vec<Extension>> {
    let rows: Vec<(String, String)> = catalog.rows(EXTENSIONS).await?;
    let extension = |(name, version)| Extension {
        name,
        version: Some(version),
    };
    Ok(rows.into_iter().map(extension).collect())
}
