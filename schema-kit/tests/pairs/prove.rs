//! The checks of one pair of schemas: the first is created and filled, and becomes the second.

use schema_ddl::diff::{Renames, Transaction};
use schema_ddl::model::Model;
use schema_ddl::online::OnlineOptions;
use schema_kit::normal;
use schema_kit::plan::Plan;
use sqlx::PgConnection;

use crate::apply::{Refused, apply, apply_begin, listed};
use crate::coverage::Coverage;
use crate::database::Target;
use crate::dump::{difference, dump};
use crate::generate::Pair;
use crate::{migrate, rewrite, rows};

/// The result of a pair.
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// The number of changes.
    pub(crate) actions: usize,
    /// True if the plan has more than one transaction.
    pub(crate) split: bool,
    /// The number of columns that another one has replaced.
    pub(crate) swapped: usize,
    /// The number of tables that were written again.
    pub(crate) rewritten: usize,
    /// The error of the server, if the rows do not fit the second schema.
    pub(crate) refused: Option<String>,
    /// True if migrations came to the same schemas.
    pub(crate) migrated: bool,
    /// The objects and properties that the pair changes.
    pub(crate) coverage: Coverage,
}

/// How the second schema is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Plain,
    Online,
    /// As online, but the plan ends half way, and another one does the rest.
    Interrupted,
}

/// Creates the first schema with rows, changes it to the second one, and compares.
pub(crate) async fn prove(
    target: &mut Target,
    way: Way,
    with_migrations: bool,
    pair: &Pair,
) -> Result<Proof, String> {
    target.clear().await;
    create(&mut target.connection, &pair.first).await?;
    rows::fill(&mut target.connection, &pair.first).await;
    let before = target.read().await?;
    let wanted = normal::normal(&mut target.connection, &pair.second)
        .await
        .map_err(|error| format!("the normal form of the second schema: {error}"))?;
    normal_beside(target, pair, &before, &wanted).await?;
    let survivors = rows::survivors(&mut target.connection, &before, &wanted, &pair.renames).await;
    let files = rewrite::files(&mut target.connection).await;

    let (plan, result) = change(target, way, pair, [&before, &wanted]).await?;
    let mut proof = Proof {
        actions: plan.changes.len(),
        split: plan.changes.iter().any(|change| {
            !matches!(
                change.transaction,
                Transaction::Inside | Transaction::CommitAfter
            )
        }),
        swapped: plan
            .statements()
            .filter(|sql| {
                sql.starts_with("alter table") && sql.contains(" rename column \"schema_swap_")
            })
            .count(),
        ..Proof::default()
    };
    if let Err(refused) = result {
        proof.refused = Some(rolled_back(target, way, pair, &before, &plan, refused).await?);
        return Ok(proof);
    }
    let in_plan = |error: String| format!("{error} after\n{}", listed(&plan));
    let after = target.read().await?;
    proof.coverage.add(&plan, &before, &after, &pair.renames);
    let rest = changes(&after, &wanted, &pair.renames)?;
    if !rest.is_empty() {
        return Err(in_plan(format!("these changes remain:\n{}", listed(&rest))));
    }
    let now = rewrite::files(&mut target.connection).await;
    proof.rewritten = rewrite::check(&plan, [&before, &wanted], &files, &now).map_err(in_plan)?;
    for survivor in survivors {
        survivor
            .check(&mut target.connection)
            .await
            .map_err(in_plan)?;
    }
    normal_beside(target, pair, &after, &wanted).await?;
    let changed = dump(&target.url).await;
    back(target, pair, &after, &before).await?;
    target.clear().await;
    create(&mut target.connection, &pair.second).await?;
    let created = dump(&target.url).await;
    if let Some(difference) = difference(&changed, &created) {
        return Err(in_plan(format!("`pg_dump` differs:\n{difference}")));
    }
    if with_migrations {
        target.clear().await;
        proof.migrated = migrate::prove(target, way, pair, [&before, &wanted], &created)
            .await
            .map_err(|error| format!("migrations: {error}"))?;
    }
    Ok(proof)
}

/// Asserts that the normal form is the same if only what differs from the database is created.
async fn normal_beside(
    target: &mut Target,
    pair: &Pair,
    database: &Model,
    wanted: &Model,
) -> Result<(), String> {
    let beside = normal::normal_beside(&mut target.connection, &pair.second, database)
        .await
        .map_err(|error| format!("the normal form beside the database: {error}"))?;
    if beside == *wanted {
        return Ok(());
    }
    let there = changes(&beside, wanted, &Renames::default())?;
    Err(format!(
        "the normal form beside the database differs:\n{}",
        listed(&there)
    ))
}

/// Makes the plan and runs it, in one way.
async fn change(
    target: &mut Target,
    way: Way,
    pair: &Pair,
    [before, wanted]: [&Model; 2],
) -> Result<(Plan, Result<(), Refused>), String> {
    if way == Way::Plain {
        let plan = changes(before, wanted, &pair.renames)?;
        let result = apply(&mut target.connection, &plan).await;
        return Ok((plan, result));
    }
    let options = OnlineOptions {
        server_version: target
            .connection
            .server_version_num()
            .map(|number| number / 10_000),
        ..OnlineOptions::default()
    };
    let online = |from: &Model| {
        Plan::online(from, wanted, &pair.renames, &options).map_err(|error| error.to_string())
    };
    let mut plan = online(before)?;
    if way == Way::Online {
        let result = apply(&mut target.connection, &plan).await;
        return Ok((plan, result));
    }
    let half = plan.changes.len() / 2;
    let mut result = apply_begin(&mut target.connection, &plan, half).await;
    if result.is_ok() {
        let rest = online(&target.read_half_way().await?)?;
        result = apply(&mut target.connection, &rest).await;
        plan.changes.extend(rest.changes);
    }
    Ok((plan, result))
}

/// Checks what a refused change leaves, and returns the code of the error.
async fn rolled_back(
    target: &mut Target,
    way: Way,
    pair: &Pair,
    before: &Model,
    plan: &Plan,
    refused: Refused,
) -> Result<String, String> {
    let (statement, error) = (&refused.statement, &refused.error);
    if !refused.is_by_rows() {
        return Err(format!("`{statement}`: {error} in\n{}", listed(plan)));
    }
    let after = target.read_half_way().await?;
    match way {
        Way::Plain if after != *before => {
            return Err(format!("`{statement}` failed and something changed"));
        }
        // The steps before it are made, and the way back is open.
        Way::Online | Way::Interrupted => back(target, pair, &after, before).await?,
        Way::Plain => {}
    }
    Ok(refused.code())
}

/// Changes the schema back, as a `down` migration does.
async fn back(
    target: &mut Target,
    pair: &Pair,
    after: &Model,
    before: &Model,
) -> Result<(), String> {
    let renames = pair.renames.inverse();
    let plan = changes(after, before, &renames)?;
    if let Err(refused) = apply(&mut target.connection, &plan).await {
        if refused.is_by_rows() {
            return Ok(());
        }
        return Err(format!(
            "back: `{}`: {} in\n{}",
            refused.statement,
            refused.error,
            listed(&plan)
        ));
    }
    let rest = changes(&target.read().await?, before, &renames)?;
    if rest.is_empty() {
        Ok(())
    } else {
        let (rest, plan) = (listed(&rest), listed(&plan));
        Err(format!(
            "back: these changes remain:\n{rest}\nafter\n{plan}"
        ))
    }
}

pub(crate) fn changes(from: &Model, to: &Model, renames: &Renames) -> Result<Plan, String> {
    Plan::new(from, to, renames).map_err(|error| error.to_string())
}

async fn create(connection: &mut PgConnection, model: &Model) -> Result<(), String> {
    let plan = changes(&Model::default(), model, &Renames::default())?;
    apply(connection, &plan).await.map_err(|refused| {
        format!(
            "create: `{}`: {} in\n{}",
            refused.statement,
            refused.error,
            listed(&plan)
        )
    })
}
