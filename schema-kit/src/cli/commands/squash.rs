//! `squash`: makes one migration of several.

use std::ops::RangeInclusive;

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::migrate::{Folder, MigrationState, Migrator, Squash as Squashed};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Squash {
    /// The name of the new migration
    #[arg(default_value = "squashed")]
    pub(super) name: String,
    /// The version of the first one [default: the first of all]
    #[arg(long, value_name = "VERSION")]
    pub(super) from: Option<i64>,
    /// The version of the last one [default: the last of all]
    #[arg(long, value_name = "VERSION")]
    pub(super) to: Option<i64>,
    /// Only show which files would be written and removed
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Do not look whether the database has applied them
    #[arg(long)]
    pub(super) offline: bool,
}

impl Squash {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        let path = &context.global.migrations;
        if !self.dry_run
            && let Some(finished) = Squashed::finish(path)?
        {
            let text = format!(
                "finished the interrupted squash into {}\n",
                finished.display()
            );
            let data = json!({ "file": finished });
            return Ok(Outcome::new(Status::Ok, text, data));
        }
        let folder = context.folder()?;
        let squash = Squashed::new(&folder, &self.name, self.range(&folder)?)?;
        if !self.offline && context.has_database() {
            check(context, folder, &squash.squashed).await?;
        }
        let mut text = Text::default();
        text.line(format_args!(
            "{} migrations become {}",
            squash.squashed.len(),
            squash.path.display()
        ));
        for path in &squash.removed {
            text.line(format_args!("    removes {}", path.display()));
        }
        if let Some(path) = &squash.without_down {
            text.line(format_args!(
                "it has no way back, because {} has none",
                path.display()
            ));
        }
        let data = json!({
            "version": squash.version,
            "file": squash.path,
            "squashed": squash.squashed,
            "removed": squash.removed,
            "up": squash.up,
            "down": squash.down,
        });
        if self.dry_run {
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        context.show(&String::from(text));
        if !context.confirm("write it, and remove the old files?")? {
            return Err("nothing was changed".into());
        }
        squash.write()?;
        let text = "done; `migrate` records it in each database that has applied the old ones\n";
        Ok(Outcome::new(Status::Ok, text, data))
    }

    /// The range, whose ends are versions of migrations.
    fn range(&self, folder: &Folder) -> Result<RangeInclusive<i64>, Failure> {
        let given = [self.from, self.to].into_iter().flatten();
        for version in given {
            if folder.migration(version).is_none() {
                return Err(format!(
                    "the folder has no migration {version}; `status` lists the versions"
                )
                .into());
            }
        }
        Ok(self.from.unwrap_or(i64::MIN)..=self.to.unwrap_or(i64::MAX))
    }
}

/// Checks that the database has applied all of the migrations, or none.
async fn check(context: &Context, folder: Folder, versions: &[i64]) -> Result<(), Failure> {
    let mut connection = context.connect().await?;
    let states = Migrator::new(folder).status(&mut connection).await?;
    let (mut applied, mut pending): (usize, Vec<i64>) = (0, Vec::new());
    for one in states
        .into_iter()
        .filter(|one| versions.contains(&one.version))
    {
        let version = one.version;
        match one.state {
            MigrationState::Applied => applied += 1,
            MigrationState::Pending | MigrationState::PendingOutOfOrder => pending.push(version),
            MigrationState::HalfApplied { .. } | MigrationState::HalfReverted { .. } => {
                return Err(format!(
                    "migration {version} stopped half way in the database; finish it with `migrate` or `rollback` first"
                )
                .into());
            }
            MigrationState::Problem(error) => return Err(error.into()),
        }
    }
    if applied == 0 || pending.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = pending.iter().map(ToString::to_string).collect();
    Err(format!(
        "the database has applied only some of the migrations, and lacks {}; run `migrate` first",
        list.join(", ")
    )
    .into())
}
