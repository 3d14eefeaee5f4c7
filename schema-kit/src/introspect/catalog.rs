//! Access to the system catalogs, and what every kind needs of them.

use std::collections::HashMap;

use schema_ddl::model::Name;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::Oid;
use sqlx::{AssertSqlSafe, FromRow, PgConnection};

use super::Unmodelled;
use super::scope::Resolved;

/// Declares a row of a query. Each field is the column of the same name.
macro_rules! row {
    ($(#[$meta:meta])* struct $name:ident { $($field:ident: $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug)]
        struct $name {
            $($field: $ty,)*
        }

        impl sqlx::FromRow<'_, sqlx::postgres::PgRow> for $name {
            fn from_row(row: &sqlx::postgres::PgRow) -> sqlx::Result<Self> {
                Ok(Self {
                    $($field: sqlx::Row::try_get(row, stringify!($field))?,)*
                })
            }
        }
    };
}
pub(super) use row;

/// The object ids of system catalogs, which are the same on every server.
pub(super) mod class {
    use sqlx::postgres::types::Oid;

    pub(in super::super) const TYPE: Oid = Oid(1247);
    pub(in super::super) const ROUTINE: Oid = Oid(1255);
    pub(in super::super) const RELATION: Oid = Oid(1259);
    pub(in super::super) const CONSTRAINT: Oid = Oid(2606);
    pub(in super::super) const TRIGGER: Oid = Oid(2620);
    pub(in super::super) const POLICY: Oid = Oid(3256);
}

/// The catalogs of a database, restricted to the schemas that are read.
///
/// In each query, `$1` is an array of the ids of these schemas, and `$2` is the name of the first one.
#[derive(Debug)]
pub(super) struct Catalog<'c> {
    connection: &'c mut PgConnection,
    oids: Vec<Oid>,
    first: String,
    server_version_num: i32,
    comments: HashMap<(Oid, Oid, i32), String>,
    /// Objects that exist, but have no place in the model.
    pub(super) unmodelled: Vec<Unmodelled>,
}

/// Ids below this one are those of the objects that every database has.
const COMMENTS: &str = "
select classoid, objoid, objsubid, description
from pg_description
where objoid >= 16384";

impl<'c> Catalog<'c> {
    /// Reads the comments.
    pub(super) async fn open(
        connection: &'c mut PgConnection,
        scope: &Resolved,
        server_version_num: i32,
    ) -> sqlx::Result<Self> {
        let mut this = Self {
            connection,
            oids: scope.oids.clone(),
            first: scope.first.clone(),
            server_version_num,
            comments: HashMap::new(),
            unmodelled: Vec::new(),
        };
        let comments: Vec<(Oid, Oid, i32, String)> = this.rows(COMMENTS).await?;
        this.comments = comments
            .into_iter()
            .map(|(class, oid, part, text)| ((class, oid, part), text))
            .collect();
        Ok(this)
    }

    /// Runs a query.
    pub(super) async fn rows<T>(&mut self, sql: &'static str) -> sqlx::Result<Vec<T>>
    where
        T: for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        // Postgres 18 added these columns.
        let text = if self.server_version_num < 180_000 {
            sql.replace("con.conenforced", "true")
                .replace("con.conperiod", "false")
        } else {
            sql.to_owned()
        };
        let mut query = sqlx::query_as(AssertSqlSafe(text)).persistent(false);
        if sql.contains("$1") {
            query = query.bind(&self.oids);
        }
        if sql.contains("$2") {
            query = query.bind(&self.first);
        }
        query.fetch_all(&mut *self.connection).await
    }

    /// Removes and returns the comment on an object or on one of its columns.
    pub(super) fn comment(&mut self, class: Oid, oid: Oid, column: i16) -> Option<String> {
        self.comments.remove(&(class, oid, i32::from(column)))
    }

    /// Records an object that has no place in the model.
    pub(super) fn unmodelled(&mut self, kind: &str, name: impl Into<String>) {
        self.unmodelled.push(Unmodelled {
            kind: kind.to_owned(),
            name: name.into(),
        });
    }
}

/// Returns a name from the schema that a query returns, which is NULL for the first one.
pub(super) fn name(schema: Option<String>, name: String) -> Name {
    Name { schema, name }
}

/// Takes storage parameters apart: `fillfactor=70`.
pub(super) fn options<M>(options: Option<Vec<String>>) -> M
where
    M: FromIterator<(String, String)>,
{
    options
        .into_iter()
        .flatten()
        .map(|option| match option.split_once('=') {
            Some((name, value)) => (name.to_owned(), value.to_owned()),
            None => (option, String::new()),
        })
        .collect()
}
