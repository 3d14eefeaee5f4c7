//! The extensions of the whole database, and the tables of a test.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use schema_core::ddl::Schema;
use schema_core::types::TypeDef;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use super::clean_up;
use super::namespace::TestDb;
use super::pool::{Failure, TestPool};

/// Arbitrary key of the advisory lock held while a process prepares the server.
const LOCK: i64 = 0x7363_6865_6d61;

/// Extensions by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Extensions {
    /// The test cannot run without them.
    pub(super) required: BTreeSet<&'static str>,
    /// Created if the server has them.
    pub(super) optional: BTreeSet<&'static str>,
}

impl Extensions {
    pub(super) fn new(required: Vec<&'static str>) -> Self {
        Self {
            required: required.into_iter().collect(),
            optional: BTreeSet::new(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &'static str> {
        self.required.iter().chain(&self.optional).copied()
    }
}

/// The extensions that this process has created on one server. It is `None` before the first preparation.
pub(super) type Created = Option<BTreeSet<&'static str>>;

/// Prepares the server in `DATABASE_URL` unless this process has done so. Other threads and processes wait.
pub(super) async fn external(url: &str, extensions: &Extensions) -> sqlx::Result<()> {
    static CREATED: tokio::sync::Mutex<Created> = tokio::sync::Mutex::const_new(None);

    let mut created = CREATED.lock().await;
    if !is_missing(&created, extensions) {
        return Ok(());
    }
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query("select pg_advisory_lock($1)")
        .bind(LOCK)
        .execute(&mut connection)
        .await?;
    for sql in create_sql(extensions) {
        connection.execute(AssertSqlSafe(sql)).await?;
    }
    if created.is_none() {
        clean_up::drop_abandoned(&mut connection).await?;
    }
    created.get_or_insert_default().extend(extensions.all());
    connection.close().await
}

/// Prepares the embedded server through the test's pool, because it accepts only one connection.
pub(super) async fn embedded<P: TestPool>(
    db: &TestDb<P>,
    created: &mut Created,
    extensions: &Extensions,
) -> sqlx::Result<()> {
    if is_missing(created, extensions) {
        for sql in create_sql(extensions) {
            db.pool().execute(sql).await?;
        }
        created.get_or_insert_default().extend(extensions.all());
    }
    Ok(())
}

fn is_missing(created: &Created, extensions: &Extensions) -> bool {
    match created {
        Some(created) => extensions.all().any(|name| !created.contains(name)),
        None => true,
    }
}

/// Returns the statements that create extensions in `public`.
fn create_sql(extensions: &Extensions) -> Vec<String> {
    let create = |name| format!("create extension if not exists \"{name}\" with schema public");
    let required = extensions.required.iter().map(create);
    let optional = extensions.optional.iter().map(|name| {
        format!(
            "do $$ begin if exists (select from pg_available_extensions where name = '{name}') then {}; end if; end $$",
            create(name)
        )
    });
    required.chain(optional).collect()
}

/// Creates the tables of a test in its namespace.
pub(super) async fn tables<P: TestPool>(db: &TestDb<P>, schema: Schema) -> Result<(), Failure> {
    if let Some(name) = shared_name(schema) {
        return Err(format!(
            "{name} names its Postgres schema, so all tests would share it; leave `schema = …` out, and let the search path \
             of the connections decide"
        )
        .into());
    }
    db.pool().create(&schema.create()?).await?;
    Ok(())
}

/// Returns the first table or type that would not be created in the namespace.
fn shared_name(schema: Schema) -> Option<String> {
    let tables = schema.tables().iter().map(|table| ("table", table.name));
    let views = schema
        .views()
        .iter()
        .map(|view| ("view", view.relation.name));
    let mut relations = tables
        .chain(views)
        .filter_map(|(kind, name)| Some((kind, name.schema?, name.name)));
    let types = schema.types().into_iter().map(|def| match def {
        TypeDef::Enum(def) => (def.schema, def.name),
        TypeDef::Composite(def) => (def.schema, def.name),
        TypeDef::Domain(def) => (def.schema, def.name),
    });
    let mut types = types.filter_map(|(schema, name)| Some((schema?, name)));
    match (relations.next(), types.next()) {
        (Some((kind, schema, name)), _) => Some(format!("{kind} `{schema}.{name}`")),
        (None, Some((schema, name))) => Some(format!("type `{schema}.{name}`")),
        (None, None) => None,
    }
}

/// Locks and ignores poisoning, because a failed test must not fail the others.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
