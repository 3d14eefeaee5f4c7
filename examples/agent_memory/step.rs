//! Steps: each takes effect exactly once.
//!
//! If the future of a transaction is dropped during its commit, nobody knows whether it was committed. So each step has a
//! number that the agent chooses, and a row that is written in the same transaction. The agent simply tries the step
//! again: if the row is there, the earlier attempt was committed, and its outcome is in the row.

use schema_core::pool::Transaction;
use schema_core::prelude::*;
use schema_core::{Pool, Result};

use crate::context::{self, Draft};
use crate::memory;
use crate::tables::{NewMemory, NewStep, Outcome, Step};

/// The action of a step.
#[derive(Debug)]
pub(crate) enum Action {
    Update(Draft),
    Store(NewMemory),
    /// Forgets the memories that nobody has used for this time.
    Forget(Interval),
}

/// A step that took effect.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) outcome: Outcome,
    /// An earlier attempt was committed, but its future was dropped before the agent knew.
    pub(crate) earlier: bool,
}

/// Performs an action once. If an earlier attempt was committed, changes nothing and returns the outcome of that.
///
/// Returns `None`, and changes nothing, if another agent has updated the context since it was read.
pub(crate) async fn once(
    pool: &Pool,
    agent: i32,
    number: i32,
    action: &Action,
) -> Result<Option<Done>> {
    // After a serialization failure or a deadlock, the function is called again.
    pool.transaction(async |mut transaction| {
        // Waits for an earlier attempt that the server has not finished yet.
        let claimed = Step
            .insert(NewStep { agent, number })
            .on_conflict((Step.agent, Step.number))
            .do_nothing()
            .execute(&mut transaction)
            .await?;
        let this = Step.agent.eq(agent).and(Step.number.eq(number));
        if claimed == 0 {
            let earlier = Step.select().filter(this).columns(Step.outcome);
            let outcome = earlier.fetch_one(&mut transaction).await?;
            return Ok(outcome.map(|Json(outcome)| Done {
                outcome,
                earlier: true,
            }));
        }
        let Some(outcome) = perform(&mut transaction, action).await? else {
            transaction.rollback().await?;
            return Ok(None);
        };
        Step.update()
            .set(Step.outcome, Json(outcome.clone()))
            .filter(this)
            .execute(&mut transaction)
            .await?;
        Ok(Some(Done {
            outcome,
            earlier: false,
        }))
    })
    .await
}

async fn perform(transaction: &mut Transaction<'_>, action: &Action) -> Result<Option<Outcome>> {
    Ok(match action {
        Action::Update(draft) => context::update(transaction, draft)
            .await?
            .then_some(Outcome::Updated),
        Action::Store(memory) => Some(Outcome::Stored {
            is_new: memory::store(transaction, memory).await?,
        }),
        Action::Forget(unused_for) => Some(Outcome::Forgot(
            memory::forget(transaction, *unused_for).await?,
        )),
    })
}
