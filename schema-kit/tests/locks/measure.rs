//! The measurement of one change.

use schema_ddl::hazard::LockMode;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::cases::Case;

/// What a change did to one relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) relation: String,
    /// The strongest lock.
    pub(crate) mode: Option<LockMode>,
    /// True if it has another file.
    pub(crate) rewritten: bool,
    /// True if an index has another file although the table does not.
    pub(crate) index_built: bool,
    /// True if all rows were read.
    pub(crate) scanned: bool,
}

/// Writes it as the page does.
impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut words = vec![match self.mode {
            Some(mode) => mode.to_string(),
            None => String::from("no lock"),
        }];
        if self.rewritten {
            words.push(String::from("**new file**"));
        } else if self.index_built {
            words.push(String::from("**index built again**"));
        }
        if self.scanned {
            words.push(String::from("rows read"));
        }
        write!(f, "`{}`: {}", self.relation, words.join(", "))
    }
}

/// The files and the number of scans of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Snapshot {
    oid: i64,
    file: Option<i64>,
    /// The indexes with their files.
    indexes: Vec<(i64, Option<i64>)>,
    scans: i64,
}

/// Runs the change in a transaction that is rolled back.
pub(crate) async fn inside(connection: &mut PgConnection, case: &Case) -> Vec<Measured> {
    let mut transaction = connection.begin().await.unwrap();
    let mut before = Vec::new();
    for name in case.watched {
        let oid = oid(&mut transaction, name).await;
        before.push(snapshot(&mut transaction, oid).await);
    }
    let locks_before = locks(&mut transaction).await;
    sqlx::raw_sql(AssertSqlSafe(case.change))
        .execute(&mut *transaction)
        .await
        .unwrap_or_else(|error| panic!("{}: {error}", case.change));
    let locks = locks(&mut transaction).await;
    let mut measured = Vec::new();
    for (name, old) in case.watched.iter().zip(&before) {
        let new = snapshot(&mut transaction, old.oid).await;
        let own = locks
            .iter()
            .filter(|lock| lock.0 == old.oid && !locks_before.contains(lock));
        let mode = own.map(|(_, mode)| *mode).max();
        measured.push(compare(name, mode, old, &new));
    }
    transaction.rollback().await.unwrap();
    measured
}

/// Compares two snapshots.
pub(crate) fn compare(
    name: &str,
    mode: Option<LockMode>,
    old: &Snapshot,
    new: &Snapshot,
) -> Measured {
    // An index that was created or dropped is not in both.
    let built = |(oid, file): &(i64, Option<i64>)| {
        let known = old.indexes.iter().find(|one| one.0 == *oid);
        known.is_some_and(|one| one.1 != *file)
    };
    Measured {
        relation: name.to_owned(),
        mode,
        rewritten: new.file.is_some() && new.file != old.file,
        index_built: new.indexes.iter().any(built),
        scanned: new.scans > old.scans,
    }
}

pub(crate) async fn oid(connection: &mut PgConnection, name: &str) -> i64 {
    let oid = sqlx::query_scalar("select to_regclass($1)::oid::int8").bind(name);
    let oid: Option<i64> = oid.fetch_one(connection).await.unwrap();
    oid.unwrap_or_else(|| panic!("`{name}` does not exist"))
}

/// Reads files and scans. Nothing here locks the relation.
pub(crate) async fn snapshot(connection: &mut PgConnection, oid: i64) -> Snapshot {
    let (file, scans) = sqlx::query_as(
        "select pg_relation_filenode($1::int8::oid)::int8, pg_stat_get_xact_numscans($1::int8::oid)",
    )
    .bind(oid)
    .fetch_one(&mut *connection)
    .await
    .unwrap();
    // A constraint that is made again has an index with another number and, if it was kept, the same file. So indexes are
    // known by their names.
    let indexes = sqlx::query_as(
        "select hashtext(c.relname)::int8, pg_relation_filenode(c.oid)::int8 \
         from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::int8::oid",
    )
    .bind(oid)
    .fetch_all(connection)
    .await
    .unwrap();
    Snapshot {
        oid,
        file,
        indexes,
        scans,
    }
}

/// The locks on relations that this connection holds.
async fn locks(connection: &mut PgConnection) -> Vec<(i64, LockMode)> {
    locks_of(connection, None).await
}

/// The locks on relations that a connection holds or waits for.
pub(crate) async fn locks_of(
    connection: &mut PgConnection,
    process: Option<i32>,
) -> Vec<(i64, LockMode)> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "select relation::int8, mode from pg_locks \
         where locktype = 'relation' and pid = coalesce($1, pg_backend_pid())",
    )
    .bind(process)
    .fetch_all(connection)
    .await
    .unwrap();
    let mode = |(oid, mode): (i64, String)| (oid, LockMode::from_catalog(&mode).unwrap());
    rows.into_iter().map(mode).collect()
}
