//! Plans for a live database.

use schema_ddl::diff::Renames;
use schema_ddl::model::{Model, ObjectId};
use sqlx::PgConnection;

use super::fixed::online_options;
use super::{Plan, PlanError, fingerprint};
use crate::introspect::{self, Others, Scope, Unmodelled};
use crate::keep::keep_or_drop;
use crate::normal;

/// The tables in which tools of migrations keep their history. They belong to no schema of a program.
const HISTORIES: [&str; 5] = [
    "_sqlx_migrations",
    "_schema_migrations",
    "__drizzle_migrations",
    "_prisma_migrations",
    "__diesel_schema_migrations",
];

/// The schema of a database, as plans use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    /// The schema, without the tables in which tools keep the history of migrations.
    pub model: Model,
    /// Objects that a model cannot contain.
    pub unmodelled: Vec<Unmodelled>,
    /// The `search_path` with which the names of the model are those of the server.
    pub search_path: String,
    /// The part of the database that was read.
    pub scope: Scope,
}

/// Settings of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The tables and columns that keep their rows under another name.
    pub renames: Renames,
    /// The Postgres schema of names without one. If it is `None`, it is the connection's `current_schema()`.
    pub schema: Option<String>,
    /// Tables of the database that stay as they are although no struct describes them.
    pub ignore: Vec<String>,
    /// True to drop the views, functions, triggers, policies, sequences and privileges that the program does not declare.
    pub drop_undeclared: bool,
}

/// The schema of a database and the wanted one, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The database as it is.
    pub database: Database,
    /// The schema that it shall have, as the server prints it.
    pub wanted: Model,
    /// Objects of the database that the program does not declare and that stay.
    pub kept: Vec<ObjectId>,
    /// The tables as they are declared.
    pub tables: Model,
}

impl Database {
    /// Reads a database.
    ///
    /// # Errors
    ///
    /// See [`introspect::read`].
    pub async fn read(connection: &mut PgConnection, scope: &Scope) -> Result<Self, PlanError> {
        let read = introspect::read(connection, scope).await?;
        let mut model = read.model;
        let is_history = |name: &str| HISTORIES.contains(&name);
        model.tables.retain(|table| !is_history(&table.name.name));
        model.sequences.retain(|one| {
            let owner = one.owned_by.as_ref();
            owner.is_none_or(|(table, _)| !is_history(&table.name))
        });
        model
            .grants
            .retain(|grant| !is_history(&grant.on.name.name));
        Ok(Self {
            model,
            unmodelled: read.unmodelled,
            search_path: read.search_path,
            scope: scope.clone(),
        })
    }
}

impl Compared {
    /// Compares a model of tables with a database. What tables cannot describe stays as it is in the database: see
    /// [`keep`](crate::keep).
    ///
    /// # Errors
    ///
    /// If the database cannot be read, or if the server refuses the wanted schema.
    pub async fn tables(
        connection: &mut PgConnection,
        tables: &Model,
        options: &Options,
    ) -> Result<Self, PlanError> {
        let existing: Vec<String> = sqlx::query_scalar("select nspname::text from pg_namespace")
            .persistent(false)
            .fetch_all(&mut *connection)
            .await?;
        let named = tables.namespaces.iter().map(|one| one.name.clone());
        let scope = Scope {
            first: options.schema.clone(),
            others: Others::Listed(named.filter(|name| existing.contains(name)).collect()),
            roles: !tables.roles.is_empty(),
            grants: options.drop_undeclared || !tables.grants.is_empty(),
        };
        let database = Database::read(connection, &scope).await?;
        let mut wanted = normal::normal_beside(connection, tables, &database.model).await?;
        let renamed = options.renames.renamed(&database.model, &wanted)?;
        let kept = keep_or_drop(&mut wanted, &renamed, options.drop_undeclared);
        for table in &renamed.tables {
            if options.ignore.contains(&table.name.name) && wanted.table(&table.name).is_none() {
                wanted.tables.push(table.clone());
            }
        }
        Ok(Self {
            database,
            wanted,
            kept,
            tables: tables.clone(),
        })
    }

    /// Makes the plan, and counts the rows of its dangers.
    ///
    /// # Errors
    ///
    /// If changes need each other, or the connection is lost.
    pub async fn plan(
        &self,
        connection: &mut PgConnection,
        renames: &Renames,
    ) -> Result<Plan, PlanError> {
        let (database, wanted) = self.models();
        let plan = Plan::new(&database, &wanted, renames)?;
        self.counted(plan, connection).await
    }

    /// Returns both models without default privileges: a new object keeps what they give, unless the program declares its
    /// privileges.
    fn models(&self) -> (Model, Model) {
        let mut models = (self.database.model.clone(), self.wanted.clone());
        models.0.default_privileges.clear();
        models.1.default_privileges.clear();
        models
    }

    /// Makes the plan whose changes stop a running program least, and counts the rows of its dangers: see
    /// [`Plan::online`].
    ///
    /// It also checks the rows of constraints that are `not valid`, such as those that an interrupted plan left, unless they
    /// are declared so.
    ///
    /// # Errors
    ///
    /// If changes need each other, or the connection is lost.
    pub async fn online(
        &self,
        connection: &mut PgConnection,
        renames: &Renames,
    ) -> Result<Plan, PlanError> {
        let (database, mut wanted) = self.models();
        validate(&mut wanted, &self.tables);
        let options = online_options(connection, &self.database.scope).await?;
        let plan = Plan::online(&database, &wanted, renames, &options)?;
        self.counted(plan, connection).await
    }

    async fn counted(
        &self,
        mut plan: Plan,
        connection: &mut PgConnection,
    ) -> Result<Plan, PlanError> {
        plan.fingerprint = fingerprint(&self.database.model);
        plan.scope.clone_from(&self.database.scope);
        plan.unmodelled.clone_from(&self.database.unmodelled);
        plan.count(connection).await?;
        Ok(plan)
    }
}

/// Wants each constraint that is enforced to be valid, unless it is declared as `not valid`.
///
/// What the attributes of a table leave open stays as it is in the database, and so a constraint that is `not valid` does.
pub(crate) fn validate(wanted: &mut Model, declared: &Model) {
    for table in &mut wanted.tables {
        let declared = declared.table(&table.name);
        for check in &mut table.checks {
            let own =
                declared.and_then(|table| table.checks.iter().find(|one| one.name == check.name));
            check.not_valid &= check.not_enforced || own.is_some_and(|own| own.not_valid);
        }
        for key in &mut table.foreign_keys {
            let own = declared
                .and_then(|table| table.foreign_keys.iter().find(|one| one.name == key.name));
            key.not_valid &= key.not_enforced || own.is_some_and(|own| own.not_valid);
        }
    }
}
