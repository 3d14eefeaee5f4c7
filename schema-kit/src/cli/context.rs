//! The tables and arguments that commands use.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use schema_core::ddl::Schema;
use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, PgConnection};

use super::Failure;
use super::args::Global;
use super::observe;
use crate::migrate::{Folder, FolderError, Migrator};

/// The tables of the program, and the arguments of all commands.
#[derive(Debug)]
pub(super) struct Context {
    schema: Option<Schema>,
    pub(super) global: Global,
}

impl Context {
    pub(super) const fn new(schema: Option<Schema>, global: Global) -> Self {
        Self { schema, global }
    }

    /// Returns true if the program has tables.
    pub(super) const fn has_tables(&self) -> bool {
        self.schema.is_some()
    }

    /// Returns the model of the program's tables, as the structs write it.
    pub(super) fn tables(&self) -> Result<Model, Failure> {
        match &self.schema {
            Some(schema) => Ok(schema.model()?),
            None => Err(
                "this binary has no structs; make one in your program with `schema_kit::main(schema![…])`, and run the \
                 command there"
                    .into(),
            ),
        }
    }

    /// Returns the fingerprints of the structs, for `schema.lock`.
    pub(super) fn fingerprints(&self) -> Option<String> {
        self.schema.as_ref().map(Schema::fingerprints)
    }

    /// Returns the renames that the structs name.
    pub(super) fn renames(&self) -> Renames {
        let schema = self.schema.as_ref();
        schema.map(Schema::renames).unwrap_or_default()
    }

    pub(super) const fn has_database(&self) -> bool {
        self.global.database_url.is_some()
    }

    /// Returns the options of the database.
    pub(super) fn options(&self) -> Result<PgConnectOptions, Failure> {
        self.parse(self.url("--database-url")?)
    }

    /// Returns the URL of the database. `argument` is the other way to name it.
    pub(super) fn url(&self, argument: &str) -> Result<&str, Failure> {
        let missing = || format!("no database is given; set `DATABASE_URL`, or pass `{argument}`");
        let url = self.global.database_url.as_deref();
        Ok(url.ok_or_else(missing)?)
    }

    /// Reads a URL. The message of an error does not repeat it, because it can contain a password.
    pub(super) fn parse(&self, url: &str) -> Result<PgConnectOptions, Failure> {
        let options: PgConnectOptions = url.parse().map_err(|error| {
            format!("the URL of the database is wrong ({error}); write `postgres://user:password@host:5432/database`")
        })?;
        let options = options.application_name("schema-kit");
        Ok(match &self.global.schema {
            // The types of extensions are in most cases in `public`.
            Some(schema) => {
                let path = format!("{},public", schema_ddl::sql::quote::name(schema));
                options.options([("search_path", path)])
            }
            None => options,
        })
    }

    /// Connects to the database.
    pub(super) async fn connect(&self) -> Result<PgConnection, Failure> {
        connect(&self.options()?).await
    }

    /// Reads the folder of migrations.
    pub(super) fn folder(&self) -> Result<Folder, Failure> {
        Ok(Folder::read(&self.global.migrations)?)
    }

    /// Reads the folder of migrations, if it exists.
    pub(super) fn folder_or_none(&self) -> Result<Option<Folder>, Failure> {
        match Folder::read(&self.global.migrations) {
            Ok(folder) => Ok(Some(folder)),
            Err(FolderError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns a runner that tells what happens.
    pub(super) fn runner(&self, folder: Folder, lock_timeout: u64) -> Migrator {
        let runner = Migrator::new(folder).lock_timeout(Duration::from_millis(lock_timeout));
        if self.global.json {
            runner
        } else {
            runner.observe(observe::print)
        }
    }

    /// Returns true if the user can be asked.
    pub(super) fn is_interactive(&self) -> bool {
        !self.global.json
            && !self.global.yes
            && io::stdin().is_terminal()
            && io::stderr().is_terminal()
    }

    /// Shows text before a question or a change. Programs get it with the result.
    pub(super) fn show(&self, text: &str) {
        if !self.global.json {
            // A closed terminal is no error.
            let _ = io::stdout().write_all(text.as_bytes());
        }
    }

    /// Asks for a yes, if there is someone to ask.
    pub(super) fn confirm(&self, question: &str) -> Result<bool, Failure> {
        if !self.is_interactive() {
            return Ok(true);
        }
        let confirm = dialoguer::Confirm::new()
            .with_prompt(question)
            .default(false);
        Ok(confirm.interact()?)
    }
}

/// Connects to a database.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, Failure> {
    let host = options.get_host().to_owned();
    let port = options.get_port();
    options.connect().await.map_err(|error| {
        format!("no connection to the database on {host}:{port}: {error}; look whether the server runs and the URL is right").into()
    })
}
