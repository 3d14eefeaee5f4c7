//! `diff`: the SQL from one schema to another one.

use schema_ddl::diff::Renames;
use schema_ddl::model::{Model, ObjectId};
use schema_ddl::online::OnlineOptions;
use serde_json::{Value, json};

use super::push::remaining;
use crate::cli::args::{ChangeArgs, RenameArgs};
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::source::{self, Live, Source};
use crate::cli::{Failure, renames};
use crate::introspect::Unmodelled;
use crate::keep::keep_or_drop;
use crate::normal;
use crate::plan::{Database, Plan, fingerprint, online_options, validate};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each one is a flag")]
pub(in crate::cli) struct Diff {
    /// Where to start: a URL of a database, a snapshot file, `migrations`, `structs`, or `empty`
    #[arg(long, value_name = "SOURCE")]
    pub(super) from: String,
    /// The schema to reach, as for `--from`
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
    /// If the aim is not a database, drop the views, functions, triggers, policies, sequences and privileges that it lacks
    #[arg(long)]
    pub(super) drop_undeclared: bool,
    /// Run the SQL on the database of `--from`
    #[arg(long)]
    pub(super) apply: bool,
}

impl Diff {
    pub(super) async fn run(self, context: &Context) -> Result<Outcome, Failure> {
        let mut scope = source::scope(context, self.roles, !self.no_grants);
        // A model with roles is compared with those of the server that have the same names.
        let roles = if self.roles {
            None
        } else {
            let mut names = source::roles(context, &self.from, &scope).await?;
            names.extend(source::roles(context, &self.to, &scope).await?);
            scope.roles = !names.is_empty();
            Some(names)
        };
        let mut from = Source::read(context, &self.from, &scope).await?;
        let mut to = Source::read(context, &self.to, &scope).await?;
        let mut given = renames::given(context, &self.renames, to.model())?;
        let hints = renames::ask(context, from.model(), to.model(), &mut given)?;
        let compared = models(&mut from, &mut to, &given, self.drop_undeclared).await?;
        let (mut old, mut new, kept) = compared;
        if let Some(roles) = &roles {
            old.roles.retain(|role| roles.contains(&role.name));
            new.roles.retain(|role| roles.contains(&role.name));
        }
        let mut plan = if self.change.online {
            if let Source::Written(declared) = &to {
                validate(&mut new, declared);
            }
            let options = match &mut from {
                Source::Live(live) => online_options(&mut live.connection, &scope).await?,
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
        if let Source::Live(live) = &from {
            plan.fingerprint = fingerprint(&live.database.model);
        }
        let text = text(&plan, &kept, &hints);
        let data = json!({ "plan": plan, "sql": plan.sql(), "hints": hints, "kept": kept });
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
        let mut after = Database::read(&mut live.connection, &plan.scope).await?;
        if !self.roles {
            let is_wanted = |name: &String| wanted.roles.iter().any(|role| role.name == *name);
            after.model.roles.retain(|role| is_wanted(&role.name));
        }
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
fn text(plan: &Plan, kept: &[ObjectId], hints: &[String]) -> String {
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
    let mut note = Text::default();
    note.kept(kept);
    for line in String::from(note).lines() {
        text.line(format_args!("-- {line}"));
    }
    for hint in hints {
        text.line(format_args!("-- hint: {hint}"));
    }
    text.into()
}

/// Returns both models in the same form, that of the server if one of them is a database, and the objects that stay although
/// the aim lacks them.
async fn models(
    from: &mut Source,
    to: &mut Source,
    given: &Renames,
    drop_undeclared: bool,
) -> Result<(Model, Model, Vec<ObjectId>), Failure> {
    let none = Vec::new();
    match (from, to) {
        (Source::Written(from), Source::Written(to)) => {
            Ok((Model::clone(from), Model::clone(to), none))
        }
        (Source::Live(from), Source::Live(to)) => {
            let (from, to) = (&from.database.model, &to.database.model);
            Ok((from.clone(), to.clone(), none))
        }
        (Source::Live(from), Source::Written(to)) => {
            let mut wanted =
                normal::normal_beside(&mut from.connection, to, &from.database.model).await?;
            let renamed = given.renamed(&from.database.model, &wanted)?;
            let kept = keep_or_drop(&mut wanted, &renamed, drop_undeclared);
            Ok((from.database.model.clone(), wanted, kept))
        }
        (Source::Written(from), Source::Live(to)) => {
            let from = normal::normal_beside(&mut to.connection, from, &to.database.model).await?;
            Ok((from, to.database.model.clone(), none))
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
