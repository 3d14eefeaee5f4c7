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
use crate::keep::stranded;
use crate::plan::{Compared, Options, Plan, PlanError};
use crate::queries::{self, Broken, broken_by};

#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct Push {
    #[command(flatten)]
    pub(super) renames: RenameArgs,
    #[command(flatten)]
    pub(super) change: ChangeArgs,
    /// A table of the database to leave alone although no struct describes it
    #[arg(long, value_name = "TABLE")]
    pub(super) ignore: Vec<String>,
    /// Drop the views, functions, triggers, policies, sequences and privileges that no struct describes
    #[arg(long)]
    pub(super) drop_undeclared: bool,
    /// A compiled program, to name its queries that the changes break
    #[arg(long, value_name = "BINARY")]
    pub(super) program: Option<PathBuf>,
    /// Only show the plan
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Write the plan to a file, and change nothing
    #[arg(long, value_name = "FILE")]
    pub(super) save: Option<PathBuf>,
    /// Apply a plan from such a file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["save", "rename", "answers", "ignore", "online", "drop_undeclared"])]
    pub(super) plan: Option<PathBuf>,
}

impl Push {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        if let Some(path) = self.plan.clone() {
            return self.saved(context, &path).await;
        }
        let tables = context.tables()?;
        let connect_options = context.options()?;
        let mut connection = connect(&connect_options).await?;
        let mut options = Options {
            renames: renames::given(context, &self.renames, &tables)?,
            schema: context.global.schema.clone(),
            ignore: self.ignore.clone(),
            drop_undeclared: self.drop_undeclared,
        };
        let mut compared = Compared::tables(&mut connection, &tables, &options).await?;
        let before = options.renames.clone();
        let mut hints = renames::ask(
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
            let mut text = Text::default();
            text.line("the database is like the structs");
            text.kept(&compared.kept);
            let data = json!({ "plan": plan, "kept": compared.kept });
            return Ok(Outcome::new(Status::NoChanges, text, data));
        }
        hints.extend(stranded(&compared.kept, &plan, &compared.wanted));
        let mut text = Text::from(plan.to_string());
        text.kept(&compared.kept);
        for hint in &hints {
            text.line(format_args!("hint: {hint}"));
        }
        let broken = self.broken(&mut connection, &compared).await?;
        for query in &broken {
            text.line(format_args!("the program's query fails after it: {query}"));
        }
        if let Some(path) = &self.save {
            fs::write(path, plan.to_json())
                .map_err(|error| format!("could not write `{}`: {error}", path.display()))?;
            text.line(format_args!(
                "the plan is saved; apply it with `push --plan {}`",
                path.display()
            ));
        }
        if self.save.is_some() || self.dry_run {
            let kept = &compared.kept;
            let data = json!({ "plan": plan, "hints": hints, "broken": broken, "kept": kept });
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        context.show(&String::from(text));
        let mut outcome = self
            .apply(context, &mut connection, connect_options, &plan)
            .await?;
        let rest = Compared::tables(&mut connection, &tables, &options).await?;
        remaining(&Plan::new(
            &rest.database.model,
            &rest.wanted,
            &options.renames,
        )?)?;
        outcome.data["kept"] = json!(compared.kept);
        Ok(outcome)
    }

    /// Applies a plan that was saved before.
    async fn saved(self, context: &Context, path: &Path) -> Result<Outcome, Failure> {
        let json = fs::read_to_string(path)
            .map_err(|error| format!("could not read the plan `{}`: {error}", path.display()))?;
        let plan = Plan::from_json(&json)?;
        let connect_options = context.options()?;
        let mut connection = connect(&connect_options).await?;
        context.show(&plan.to_string());
        self.apply(context, &mut connection, connect_options, &plan)
            .await
    }

    /// Returns the queries of the program that fail after the changes.
    async fn broken(
        &self,
        connection: &mut PgConnection,
        compared: &Compared,
    ) -> Result<Vec<Broken>, Failure> {
        let Some(program) = &self.program else {
            return Ok(Vec::new());
        };
        let found = queries::read(program)?;
        let (from, to) = (&compared.database.model, &compared.wanted);
        Ok(broken_by(connection, &found, from, to).await?)
    }

    async fn apply(
        &self,
        context: &Context,
        connection: &mut PgConnection,
        options: PgConnectOptions,
        plan: &Plan,
    ) -> Result<Outcome, Failure> {
        self.change
            .apply(context, connection, options, plan)
            .await?;
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
