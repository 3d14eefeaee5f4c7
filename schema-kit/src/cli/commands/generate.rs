//! `generate`: writes a migration from the last snapshot to the structs.

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use schema_ddl::online::OnlineOptions;
use serde_json::json;

use crate::cli::args::RenameArgs;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::{Failure, renames};
use crate::migrate::{Folder, FolderError, Lock, NewMigration};
use crate::plan::{Plan, PlanError, with_roles_of};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each one is a flag")]
pub(in crate::cli) struct Generate {
    /// A few words about the change
    pub(super) name: String,
    #[command(flatten)]
    pub(super) renames: RenameArgs,
    /// Allow changes that lose rows or values
    #[arg(long)]
    pub(super) allow_data_loss: bool,
    /// Change tables while programs use them: in more steps, without long locks
    #[arg(long)]
    pub(super) online: bool,
    /// Write an empty migration for SQL by hand
    #[arg(long)]
    pub(super) empty: bool,
    /// Do not write a script for the way back
    #[arg(long)]
    pub(super) no_down: bool,
    /// Only show the migration
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl Generate {
    pub(super) fn run(self, context: &Context) -> Result<Outcome, Failure> {
        if self.empty {
            return self.write_empty(context);
        }
        let to = context.tables()?;
        let from = head(context)?;
        let mut given = renames::given(context, &self.renames, &to)?;
        let hints = renames::ask(context, &from, &to, &mut given)?;
        let up = self.plan(&from, &to, &given)?;
        if up.is_empty() {
            let mut text = Text::default();
            text.line("the structs are like the last migration");
            if !self.dry_run && write_lock(context)? {
                text.line("wrote `schema.lock`");
            }
            return Ok(Outcome::new(Status::NoChanges, text, json!({})));
        }
        let mut new = NewMigration::new(self.name.as_str(), up.commented_sql());
        if !self.no_down {
            new.down = Some(self.plan(&to, &from, &given.inverse())?.sql());
        }
        new.snapshot = Some(to);
        new.fingerprints = context.fingerprints();
        let mut text = Text::from(up.to_string());
        for hint in &hints {
            text.line(format_args!("hint: {hint}"));
        }
        let data = json!({ "plan": up, "hints": hints, "up": new.up, "down": new.down });
        if self.dry_run {
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        context.show(&String::from(text));
        if !self.allow_data_loss {
            up.check_losses()?;
        }
        write(context, &new, data)
    }

    /// Compares two models for servers of any version.
    fn plan(&self, from: &Model, to: &Model, given: &Renames) -> Result<Plan, PlanError> {
        let to = with_roles_of(from, to);
        let mut plan = if self.online {
            Plan::online(from, &to, given, &OnlineOptions::default())?
        } else {
            Plan::new(from, &to, given)?
        };
        plan.create_missing_roles();
        Ok(plan)
    }

    /// Writes an empty migration. Its snapshot is the one before it.
    fn write_empty(self, context: &Context) -> Result<Outcome, Failure> {
        let from = head(context)?;
        let mut new = NewMigration::new(self.name, "-- Write SQL here.\n");
        if !self.no_down {
            new.down = Some("-- Write the SQL of the way back here.\n".to_owned());
        }
        new.snapshot = Some(from);
        write(context, &new, json!({}))
    }
}

/// The schema after the last migration.
fn head(context: &Context) -> Result<Model, Failure> {
    match context.folder_or_none()? {
        Some(folder) => match folder.head()? {
            Some(snapshot) => Ok(snapshot.model()?),
            None => Ok(Model::default()),
        },
        None => Ok(Model::default()),
    }
}

/// Writes `schema.lock` again if it does not fit the structs, which are like the last migration: it is missing, or the
/// structs spell the same schema in another way.
fn write_lock(context: &Context) -> Result<bool, Failure> {
    let (Some(folder), Some(fingerprints)) = (context.folder_or_none()?, context.fingerprints())
    else {
        return Ok(false);
    };
    let Some(head) = folder.head()? else {
        return Ok(false);
    };
    let lock = Lock {
        version: Some(head.version),
        fingerprints,
    };
    let path = &context.global.migrations;
    if Lock::read(path)?.as_ref() == Some(&lock) {
        return Ok(false);
    }
    lock.write(path)?;
    Ok(true)
}

fn write(
    context: &Context,
    new: &NewMigration,
    mut data: serde_json::Value,
) -> Result<Outcome, Failure> {
    let folder = &context.global.migrations;
    let version = Folder::write(folder, new)?;
    let written = Folder::read(folder)?;
    let migration = written
        .migration(version)
        .ok_or_else(|| FolderError::NotFound {
            path: folder.clone(),
        })?;
    let path = migration.up.path.display().to_string();
    data["version"] = json!(version);
    data["file"] = json!(path);
    let text = format!("wrote {path}\n");
    Ok(Outcome::new(Status::Ok, text, data))
}
