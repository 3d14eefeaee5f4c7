//! An agent: a series of steps, chosen at random. Agents with the same number choose the same steps.

use std::sync::Arc;
use std::time::Duration;

use example_data::Diagnosis;
use fastrand::Rng;
use schema_core::prelude::*;
use schema_core::{Pool, Result};
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::context;
use crate::data::World;
use crate::ledger::Ledger;
use crate::memory;
use crate::step::{Action, Done, once};
use crate::tables::{NewMemory, Outcome, Source};

/// Steps of each agent.
const STEPS: i32 = 60;
/// Memories that nobody has used for this time are old.
const OLD: Interval = Interval::from_microseconds(300_000);

/// An agent at work.
pub(crate) struct Agent {
    number: i32,
    pool: Pool,
    world: Arc<World>,
    /// Chooses the steps.
    random: Rng,
    /// Chooses pauses, and the futures that are dropped.
    noise: Rng,
    ledger: Ledger,
}

impl Agent {
    pub(crate) fn new(number: i32, pool: Pool, world: Arc<World>) -> Self {
        let seed = u64::from(number.unsigned_abs());
        Self {
            number,
            pool,
            world,
            random: Rng::with_seed(seed),
            noise: Rng::with_seed(!seed),
            ledger: Ledger::default(),
        }
    }

    /// Takes all steps, and returns the ledger.
    pub(crate) async fn work(mut self) -> Result<Ledger> {
        let world = Arc::clone(&self.world);
        for step in 1..=STEPS {
            let complaint = self.random.usize(..world.complaints.len());
            let findings = &world.complaints[complaint].findings;
            let finding = &findings[self.random.usize(..findings.len())];
            match self.random.u32(..10) {
                0..4 => self.update(step, finding).await?,
                4..7 => self.store(step, complaint, finding).await?,
                7 => self.recall_by_facts(finding).await?,
                8 => self.recall_by_similarity(finding).await?,
                _ => self.forget(step).await?,
            }
        }
        Ok(self.ledger)
    }

    /// Adds a finding to the context that it is nearest to. If another agent was faster, reads the context again.
    async fn update(&mut self, step: i32, finding: &Diagnosis) -> Result<()> {
        loop {
            let context = context::nearest(&self.pool, &finding.embedding).await?;
            let id = context.id;
            self.think().await;
            let draft = context::draft(context, self.number, &finding.code);
            let action = Action::Update(draft);
            if self.persist(step, &action).await?.is_some() {
                self.ledger.updated(id, self.number, &finding.code);
                return Ok(());
            }
            self.ledger.conflicts += 1;
        }
    }

    async fn store(&mut self, step: i32, complaint: usize, finding: &Diagnosis) -> Result<()> {
        let Diagnosis {
            code,
            description,
            chapter,
            embedding,
        } = finding;
        let complaint = &self.world.complaints[complaint];
        let content = format!("“{}” may be {description}", complaint.text);
        let key = memory::key(&content);
        let memory = NewMemory {
            key: key.clone(),
            context_id: complaint.id,
            content,
            source: Json(Source {
                agent: self.number,
                step,
            }),
            facts: json!({"code": code, "chapter": chapter}),
            embedding: embedding.clone(),
        };
        let outcome = self.persist(step, &Action::Store(memory)).await?;
        self.ledger
            .stored(key, outcome == Some(Outcome::Stored { is_new: true }));
        Ok(())
    }

    async fn recall_by_facts(&mut self, finding: &Diagnosis) -> Result<()> {
        let facts = json!({"chapter": finding.chapter});
        let recalled = memory::recall_by_facts(&self.pool, &facts).await?;
        self.ledger.recalled(recalled);
        Ok(())
    }

    async fn recall_by_similarity(&mut self, finding: &Diagnosis) -> Result<()> {
        let recalled = memory::recall_by_similarity(&self.pool, &finding.embedding).await?;
        self.ledger.recalled(recalled);
        Ok(())
    }

    async fn forget(&mut self, step: i32) -> Result<()> {
        if let Some(Outcome::Forgot(memories)) = self.persist(step, &Action::Forget(OLD)).await? {
            self.ledger.forgot(memories);
        }
        Ok(())
    }

    /// Performs an action once. The futures of a third of the attempts are dropped, after up to 20 milliseconds; the
    /// action is then tried again.
    async fn persist(&mut self, step: i32, action: &Action) -> Result<Option<Outcome>> {
        loop {
            let attempt = once(&self.pool, self.number, step, action);
            let limit = match self.noise.u32(..3) {
                0 => Duration::from_micros(self.noise.u64(..20_000)),
                _ => Duration::MAX,
            };
            let Ok(done) = timeout(limit, attempt).await else {
                self.ledger.dropped += 1;
                continue;
            };
            return Ok(done?.map(|Done { outcome, earlier }| {
                self.ledger.steps += 1;
                self.ledger.unknown += i64::from(earlier);
                outcome
            }));
        }
    }

    /// Stands for the call of a model. No connection is held meanwhile.
    async fn think(&mut self) {
        sleep(Duration::from_micros(self.noise.u64(..3_000))).await;
    }
}
