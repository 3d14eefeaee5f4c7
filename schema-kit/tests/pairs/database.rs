//! The database of the test, in which every pair begins with nothing.

use schema_ddl::model::Model;
use schema_kit::introspect::{Others, Scope};
use schema_kit::plan::Database;
use schema_tests::db::TestDb;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _, PgConnection};

use crate::generate::FIRST;

/// The beginning of the names of roles, which belong to the whole server.
pub(crate) const ROLES: &str = "pairs_";

/// Drops everything that a pair can have made.
const CLEAR: &str = "
do $$
declare name text;
begin
    for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
        execute format('drop schema %I cascade', name);
    end loop;
    for name in select extname from pg_extension where extname <> 'plpgsql' loop
        execute format('drop extension %I cascade', name);
    end loop;
    alter default privileges grant execute on functions to public;
    for name in select rolname from pg_roles where starts_with(rolname, 'pairs_') loop
        execute format('drop owned by %I cascade', name);
        execute format('drop role %I', name);
    end loop;
end $$;
create schema app";

/// A database of its own, because extensions and default privileges belong to a whole one.
pub(crate) struct Target {
    pub(crate) connection: PgConnection,
    pub(crate) url: String,
    /// The role that creates everything.
    pub(crate) user: String,
    name: String,
}

impl Target {
    pub(crate) async fn create(db: &TestDb) -> Self {
        let name = format!("{}_pairs", db.schema());
        drop_old(db).await;
        execute(db, &format!("create database {name} template template0")).await;
        let options = db.connect_options();
        let (host, port) = (options.get_host(), options.get_port());
        let user = options.get_username().to_owned();
        let url = format!("postgres://{user}@{host}:{port}/{name}?sslmode=disable");
        let options: PgConnectOptions = url.parse().unwrap();
        let options = options.options([("search_path", FIRST), ("client_min_messages", "warning")]);
        Self {
            connection: options.connect().await.unwrap(),
            url,
            user,
            name,
        }
    }

    /// Drops the database.
    pub(crate) async fn drop(mut self, db: &TestDb) {
        self.clear().await;
        drop(self.connection);
        execute(db, &format!("drop database {} with (force)", self.name)).await;
    }

    /// Drops everything.
    pub(crate) async fn clear(&mut self) {
        self.connection.execute(CLEAR).await.unwrap();
    }

    /// Reads the schema, with everything that a model can contain.
    pub(crate) async fn read(&mut self) -> Result<Model, String> {
        self.read_without(&[]).await
    }

    /// Reads the schema half way, when the index of a partitioned table can still lack those of partitions.
    pub(crate) async fn read_half_way(&mut self) -> Result<Model, String> {
        let half = ["partitioned index that lacks partitions"];
        self.read_without(&half).await
    }

    /// Reads the schema. Some kinds of objects may be there, although a model cannot contain them.
    async fn read_without(&mut self, accepted: &[&str]) -> Result<Model, String> {
        let scope = Scope {
            first: None,
            others: Others::All,
            roles: true,
            grants: true,
        };
        let mut read = Database::read(&mut self.connection, &scope)
            .await
            .map_err(|error| error.to_string())?;
        // Those of other tests.
        read.model.roles.retain(|role| role.name.starts_with(ROLES));
        read.model.extensions.retain(|one| one.name != "plpgsql");
        let is_foreign = |kind: &str| {
            [
                "limits and settings of a role",
                "membership with the admin option",
            ]
            .contains(&kind)
        };
        read.unmodelled
            .retain(|one| !is_foreign(&one.kind) || one.name.starts_with(ROLES));
        read.unmodelled
            .retain(|one| !accepted.contains(&one.kind.as_str()));
        if read.unmodelled.is_empty() {
            Ok(read.model)
        } else {
            Err(format!("not modelled: {:?}", read.unmodelled))
        }
    }
}

/// Drops what a run has left that was stopped: roles cannot be dropped while it exists.
async fn drop_old(db: &TestDb) {
    let old: Vec<String> =
        sqlx::query_scalar("select datname::text from pg_database where datname like '%\\_pairs'")
            .fetch_all(db.pool())
            .await
            .unwrap();
    for name in old {
        execute(db, &format!("drop database {name} with (force)")).await;
    }
}

async fn execute(db: &TestDb, sql: &str) {
    db.pool()
        .execute(AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
}
