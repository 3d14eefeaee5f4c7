//! `diff`: the SQL from one schema to another one.

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use schema_ddl::online::OnlineOptions;
use serde_json::{Value, json};

use super::push::remaining;
use crate::cli::args::{ChangeArgs, RenameArgs};
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::source::{self, Live, Source};
use crate::cli::{Failure, renames};
use crate::introspect::Unmodelled;
use crate::keep;
use crate::normal;
use crate::plan::{Database, Plan, online_options, validate};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Diff {
    /// Where to start: a URL of a database, a snapshot file, `migrations`, `structs`, or `empty`
    #[arg(long, value_name = "SOURCE")]
    pub(super) from: String,
    /// The aim, as for `--from`
    #[arg(long, value_name = "SOURCE")]
    pub(super) to: String,
    #[command(flatten)]
    pub(super) renames: RenameArgs,
    #[command(flatten)]
    pub(super) change: ChangeArgs,
    /// Do not compare the privileges of roles
    #[arg(long)]
    pub(super) no_grants: bool,
    /// Compare the roles of the server
    #[arg(long)]
    pub(super) roles: bool,
    /// Run the SQL on the database of `--from`
    #[arg(long)]
    pub(super) apply: bool,
}

impl Diff {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        let scope = source::scope(context, self.roles, !self.no_grants);
        let mut from = Source::read(context, &self.from, &scope).await?;
        let mut to = Source::read(context, &self.to, &scope).await?;
        let mut given = renames::given(context, &self.renames, to.model())?;
        let hints = renames::ask(context, from.model(), to.model(), &mut given)?;
        let (old, mut new) = models(&mut from, &mut to, &given).await?;
        let mut plan = if self.change.online {
            if matches!(to, Source::Written(_)) {
                validate(&mut new);
            }
            let options = match &from {
                Source::Live(live) => online_options(&live.connection),
                Source::Written(_) => OnlineOptions::default(),
            };
            Plan::online(&old, &new, &given, &options)?
        } else {
            Plan::new(&old, &new, &given)?
        };
        plan.scope = scope.clone();
        plan.unmodelled = unmodelled(&from, &to);
        if let Source::Live(live) = &mut from {
            plan.count(&mut live.connection).await?;
        }
        let text = text(&plan, &hints);
        let data = json!({ "plan": plan, "sql": plan.sql(), "hints": hints });
        if plan.is_empty() {
            return Ok(Outcome::new(Status::NoChanges, text, data));
        }
        if !self.apply {
            return Ok(Outcome::new(Status::Changes, text, data));
        }
        let Source::Live(live) = &mut from else {
            return Err("`--apply` changes the database of `--from`, so that must be a URL".into());
        };
        context.show(&text);
        if let Err(error) = self.run_and_check(context, live, &plan, &new).await {
            return Ok(failed(error.as_ref(), &plan));
        }
        let text = format!("-- {} changes applied\n", plan.changes.len());
        Ok(Outcome::new(Status::Ok, text, data))
    }

    async fn run_and_check(
        &self,
        context: &Context,
        live: &mut Live,
        plan: &Plan,
        wanted: &Model,
    ) -> Result<(), Failure> {
        let options = live.options.clone();
        self.change
            .apply(context, &mut live.connection, options, plan)
            .await?;
        let after = Database::read(&mut live.connection, &plan.scope).await?;
        Ok(remaining(&Plan::new(
            &after.model,
            wanted,
            &Renames::default(),
        )?)?)
    }
}

/// Returns a failure with the plan. What it cannot contain may be the reason.
fn failed(error: &(dyn std::error::Error + 'static), plan: &Plan) -> Outcome {
    let failure = Outcome::failure("diff", error);
    let mut text = Text::from(failure.text);
    for object in &plan.unmodelled {
        text.line(format_args!(
            "  not compared, so it may be in the way: {} {}",
            object.kind, object.name
        ));
    }
    let mut data = failure.data;
    if let Value::Object(data) = &mut data {
        data.insert("plan".to_owned(), json!(plan));
    }
    Outcome::new(Status::Error, text, data)
}

/// Returns SQL that can be piped into a server, with everything else as comments.
fn text(plan: &Plan, hints: &[String]) -> String {
    let mut text = Text::from(plan.commented_sql());
    if plan.is_empty() {
        text.line("-- no changes");
    }
    for object in &plan.unmodelled {
        text.line(format_args!(
            "-- not compared: {} {}",
            object.kind, object.name
        ));
    }
    for hint in hints {
        text.line(format_args!("-- hint: {hint}"));
    }
    text.into()
}

/// Returns both models in the same form: that of the server, if one of them is a database.
async fn models(
    from: &mut Source,
    to: &mut Source,
    given: &Renames,
) -> Result<(Model, Model), Failure> {
    match (from, to) {
        (Source::Written(from), Source::Written(to)) => Ok((Model::clone(from), Model::clone(to))),
        (Source::Live(from), Source::Live(to)) => {
            Ok((from.database.model.clone(), to.database.model.clone()))
        }
        (Source::Live(from), Source::Written(to)) => {
            let mut wanted = normal::normal(&mut from.connection, to).await?;
            let renamed = given.renamed(&from.database.model, &wanted)?;
            keep(&mut wanted, &renamed);
            Ok((from.database.model.clone(), wanted))
        }
        (Source::Written(from), Source::Live(to)) => {
            let from = normal::normal(&mut to.connection, from).await?;
            Ok((from, to.database.model.clone()))
        }
    }
}

/// Returns what neither side can compare.
fn unmodelled(from: &Source, to: &Source) -> Vec<Unmodelled> {
    let mut all = Vec::new();
    for side in [from, to] {
        if let Source::Live(live) = side {
            all.extend(live.database.unmodelled.iter().cloned());
        }
    }
    all.sort();
    all.dedup();
    all
}
