//! Applies and reverts migrations.

mod baseline;
mod batches;
mod fault;
mod index;
mod job;
mod lock;
mod outside;
mod progress;
mod rollback;
mod script;
mod settings;
mod status;
mod transaction;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};

use super::history::{self, ForeignHistory, History, Record, Session, State};
use super::{Event, Folder, MigrateError, Observer};
pub use baseline::Baseline;
use fault::history_error;
use job::Job;
use settings::Settings;
pub use status::{MigrationState, MigrationStatus};

/// Applies the migrations of a folder to a database, and reverts them.
///
/// ```no_run
/// use schema_kit::migrate::{Event, Folder, Migrator};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let migrator = Migrator::new(Folder::read("migrations")?).observe(|event: &Event<'_>| {
///     if let Event::Finished { migration, elapsed, .. } = event {
///         eprintln!("applied {} in {elapsed:?}", migration.name);
///     }
/// });
/// let applied = migrator.run_with(&"postgres://localhost/clinic".parse()?).await?;
/// eprintln!("{} migrations", applied.len());
/// # Ok(())
/// # }
/// ```
///
/// # One run at a time
///
/// A run holds an advisory lock of its database session. Others wait for it by asking again and again: a session that
/// waits *in* the lock's statement would keep `create index concurrently` of the first run waiting for ever. The lock does
/// not exclude `sqlx migrate`, which waits in that way; let one of the two finish before the other one starts.
///
/// The lock is one of the session, so the connection must go to the server itself, or to a pooler in session mode.
/// Transaction mode is detected, and an error.
///
/// # Locks of tables
///
/// Each transaction sets a `lock_timeout`, and is repeated if a lock is not available in that time, with increasing
/// delays. So a migration that waits for a long transaction does not stop all others that use the table.
/// Statements with `concurrently` have no limit, because nothing waits behind them.
///
/// # What one migration leaves to the next
///
/// Each part of a migration starts with the connection's own `search_path`. Other settings that a migration makes with
/// `set` last until the end of the connection; use `set local`.
#[derive(Clone)]
pub struct Migrator {
    folder: Folder,
    settings: Settings,
    observer: Option<Arc<dyn Observer>>,
}

impl fmt::Debug for Migrator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Migrator")
            .field("folder", &self.folder)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Migrator {
    /// A runner with the default settings.
    pub fn new(folder: Folder) -> Self {
        Self {
            folder,
            settings: Settings::default(),
            observer: None,
        }
    }

    /// Sets how long a statement waits for a lock. The default is 3 seconds.
    #[must_use = "returns the changed runner"]
    pub const fn lock_timeout(mut self, timeout: Duration) -> Self {
        self.settings.lock_timeout = timeout;
        self
    }

    /// Sets how often a transaction is tried if it does not get its locks. The default is 10.
    #[must_use = "returns the changed runner"]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.settings.attempts = attempts;
        self
    }

    /// Sets the delay after the first attempt and the longest one. Each is twice the one before, less up to a half at
    /// random. The default is from half a second to 10 seconds.
    #[must_use = "returns the changed runner"]
    pub const fn delays(mut self, first: Duration, longest: Duration) -> Self {
        self.settings.first_delay = first;
        self.settings.longest_delay = longest;
        self
    }

    /// Sets how long this run waits for another one to finish. The default is 15 minutes.
    #[must_use = "returns the changed runner"]
    pub const fn wait_for_others(mut self, wait: Duration) -> Self {
        self.settings.wait = wait;
        self
    }

    /// Reports what happens during a run.
    #[must_use = "returns the changed runner"]
    pub fn observe(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// The folder.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Applies all pending migrations, in the order of their versions. Returns those versions.
    ///
    /// A migration whose version is lower than that of an applied one is applied, too: it comes from a branch that was
    /// merged later.
    ///
    /// # After an interruption
    ///
    /// The next run continues where the last one stopped. A transaction is recorded as done by itself, so it runs once. A
    /// statement outside a transaction is recorded before and after. If the connection was lost in between, it runs again,
    /// except that
    ///
    /// - an index is not built again if it is complete, and dropped before if it is invalid,
    /// - an index is not dropped again if it does not exist.
    ///
    /// A statement in batches goes on with the rows that remain.
    ///
    /// Statements that have not run may be edited before the next run.
    ///
    /// If the returned future is dropped, the connection should be closed, because its session keeps the lock.
    ///
    /// # Errors
    ///
    /// Nothing is changed if the folder has conflicting snapshots, an applied migration was edited or is missing, a pending
    /// one has a problem that [`Text::check`](super::Text::check) reports, or another run does not finish. If a statement
    /// fails, those before its part are applied.
    pub async fn run(&self, connection: &mut PgConnection) -> Result<Vec<i64>, MigrateError> {
        self.run_on(connection, None).await
    }

    /// Like [`run`](Self::run), on a new connection. A second one reports the progress of indexes, and detects poolers at
    /// once.
    ///
    /// # Errors
    ///
    /// Those of [`run`](Self::run).
    pub async fn run_with(&self, options: &PgConnectOptions) -> Result<Vec<i64>, MigrateError> {
        let mut connection = options.connect().await?;
        let applied = self.run_on(&mut connection, Some(options)).await?;
        // All is committed.
        let _ = connection.close().await;
        Ok(applied)
    }

    /// Finds the histories of sqlx, Drizzle, Prisma and Diesel in a database, for [`baseline`](Self::baseline).
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub async fn foreign_histories(
        connection: &mut PgConnection,
    ) -> Result<Vec<ForeignHistory>, MigrateError> {
        Ok(history::find_foreign(connection).await?)
    }

    async fn run_on(
        &self,
        connection: &mut PgConnection,
        options: Option<&PgConnectOptions>,
    ) -> Result<Vec<i64>, MigrateError> {
        self.folder.head()?;
        let mut runner = Runner::start(self, connection, options).await?;
        let result = runner.run().await;
        runner.finish().await;
        result
    }

    fn report(&self, event: &Event<'_>) {
        if let Some(observer) = &self.observer {
            observer.event(event);
        }
    }
}

/// One run, which holds the lock.
struct Runner<'r> {
    migrator: &'r Migrator,
    connection: &'r mut PgConnection,
    options: Option<&'r PgConnectOptions>,
    session: Session,
    /// False for a script that is no migration.
    is_recorded: bool,
}

impl Runner<'_> {
    async fn run(&mut self) -> Result<Vec<i64>, MigrateError> {
        let migrator = self.migrator;
        let history = self.history().await?;
        history::check_missing(&migrator.folder, &history)?;
        let (mut jobs, mut outdated) = (Vec::new(), Vec::new());
        for migration in migrator.folder.migrations() {
            let (done, is_started) = match history::state(migration, &history)? {
                State::Pending => (0, false),
                State::HalfApplied { done, is_started } => (done, is_started),
                State::Applied { is_outdated } => {
                    outdated.extend(is_outdated.then(|| Record::applied(migration, "run")));
                    continue;
                }
                State::HalfReverted { .. } => {
                    let (version, name) = (migration.version, migration.name.clone());
                    return Err(MigrateError::HalfReverted { version, name });
                }
            };
            jobs.push(Job::new(migration, &migration.up, done, is_started)?);
        }
        // One that was begun is finished before others.
        jobs.sort_by_key(|job| !job.is_begun());
        if !outdated.is_empty() {
            self.record(&outdated, None).await?;
        }
        let mut applied = Vec::new();
        for job in jobs {
            applied.push(job.migration.version);
            self.execute(job).await?;
        }
        Ok(applied)
    }

    async fn history(&mut self) -> Result<History, MigrateError> {
        History::read(self.connection, &self.session)
            .await
            .map_err(|source| history_error(&self.session, None, source))
    }

    /// Runs what remains of a script.
    async fn execute(&mut self, mut job: Job<'_>) -> Result<(), MigrateError> {
        let (migration, is_rollback) = (job.migration, job.is_rollback());
        self.migrator.report(&Event::Started {
            migration,
            is_rollback,
        });
        loop {
            let part = job.next_part();
            let is_outside = job
                .statement(part.start)
                .is_some_and(|statement| statement.kind.needs_outside());
            let is_batches = job
                .statement(part.start)
                .is_some_and(|statement| statement.batches);
            if is_outside {
                self.outside(&job, part.start).await?;
            } else if is_batches {
                self.batches(&job, part.clone()).await?;
            } else {
                self.transaction(&job, part.clone()).await?;
            }
            job.done = part.end;
            job.is_started = false;
            if job.is_done() {
                break;
            }
        }
        let elapsed = job.start.elapsed();
        self.migrator.report(&Event::Finished {
            migration,
            is_rollback,
            elapsed,
        });
        Ok(())
    }
}
