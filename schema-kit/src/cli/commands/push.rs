//! `push`: makes the database like the structs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

use crate::cli::args::{ChangeArgs, RenameArgs};
use crate::cli::context::{Context, connect};
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::{Failure, renames};
use crate::migrate::Folder;
use crate::plan::{Apply, Compared, Options, Plan, PlanError};

/// The arguments.
pub(super) struct Push {
    pub(super) renames: RenameArgs,
    pub(super) change: ChangeArgs,
    pub(super) ignore: Vec<String>,
    pub(super) dry_run: bool,
    pub(super) save: Option<PathBuf>,
}

impl Push {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        let tables = context.tables()?;
        let connect_options = context.options()?;
        let mut connection = connect(&connect_options).await?;
        let mut options = Options {
            renames: renames::given(context, &self.renames, &tables)?,
            schema: context.global.schema.clone(),
            ignore: self.ignore.clone(),
        };
        let mut compared = Compared::tables(&mut connection, &tables, &options).await?;
        let before = options.renames.clone();
        let hints = renames::ask(
            context,
            &compared.database.model,
            &compared.wanted,
            &mut options.renames,
        )?;
        if options.renames != before {
            compared = Compared::tables(&mut connection, &tables, &options).await?;
        }
        let plan = if self.change.online {
            compared.online(&mut connection, &options.renames).await?
        } else {
            compared.plan(&mut connection, &options.renames).await?
        };
        if plan.is_empty() {
            let text = "the database is like the structs\n";
            return Ok(Outcome::new(
                Status::NoChanges,
                text,
                json!({ "plan": plan }),
            ));
        }
        let mut text = Text::from(plan.to_string());
        for hint in &hints {
            text.line(format_args!("hint: {hint}"));
        }
        if let Some(path) = &self.save {
            fs::write(path, plan.to_json())
                .map_err(|error| format!("could not write `{}`: {error}", path.display()))?;
            text.line(format_args!(
                "the plan is saved; apply it with `push --plan {}`",
                path.display()
            ));
            let data = json!({ "plan": plan, "hints": hints });
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        if self.dry_run {
            let data = json!({ "plan": plan, "hints": hints });
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        context.show(&String::from(text));
        let outcome = self
            .apply(context, &mut connection, connect_options, &plan)
            .await?;
        let rest = Compared::tables(&mut connection, &tables, &options).await?;
        remaining(&Plan::new(
            &rest.database.model,
            &rest.wanted,
            &options.renames,
        )?)?;
        Ok(outcome)
    }

    /// Applies a plan that was saved before.
    pub(super) async fn saved(self, context: &Context, path: &Path) -> Result<Outcome, Failure> {
        let json = fs::read_to_string(path)
            .map_err(|error| format!("could not read the plan `{}`: {error}", path.display()))?;
        let plan = Plan::from_json(&json)?;
        let connect_options = context.options()?;
        let mut connection = connect(&connect_options).await?;
        context.show(&plan.to_string());
        self.apply(context, &mut connection, connect_options, &plan)
            .await
    }

    async fn apply(
        &self,
        context: &Context,
        connection: &mut PgConnection,
        options: PgConnectOptions,
        plan: &Plan,
    ) -> Result<Outcome, Failure> {
        if !self.change.allow_data_loss {
            plan.check_losses()?;
        }
        if !context.confirm("apply these changes?")? {
            return Err("nothing was changed".into());
        }
        let apply = Apply {
            allow_data_loss: self.change.allow_data_loss,
            runner: context.runner(Folder::default(), self.change.lock_timeout),
            options: Some(options),
        };
        plan.apply(connection, &apply).await?;
        let count = plan.changes.len();
        let text = format!(
            "{count} change{} applied\n",
            if count == 1 { "" } else { "s" }
        );
        Ok(Outcome::new(Status::Ok, text, json!({ "plan": plan })))
    }
}

/// Fails if the plan of the schema as it is now is not empty.
pub(super) fn remaining(plan: &Plan) -> Result<(), PlanError> {
    if plan.is_empty() {
        return Ok(());
    }
    let statements = plan.statements().map(str::to_owned).collect();
    Err(PlanError::Remaining { statements })
}
