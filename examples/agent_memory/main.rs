//! A shared memory of eight agents: `cargo run --bin agent_memory`.
//!
//! Eight agents discuss six complaints at the same time. They add to a shared context per complaint, store memories,
//! recall them by content and by similarity, and forget what nobody has used for a while. About a third of their futures
//! are dropped at a random point, as by a timeout or a client that hangs up. Each agent keeps a ledger of what was
//! acknowledged. At the end the program compares the ledgers with the tables: no update is lost, no memory is stored
//! twice. If something differs, it prints what, and fails.
//!
//! No server is required: the program starts an embedded Postgres, where the agents share one connection. If
//! `DATABASE_URL` is set, they use eight connections to that server, in a Postgres schema of their own.
//!
//! - `tables.rs` — the tables: contexts, memories and steps
//! - `context.rs` — reads a context, and updates it if its version is still the same
//! - `memory.rs` — stores, recalls and forgets memories
//! - `step.rs` — does something exactly once, even if the future that did it was dropped
//! - `agent.rs`, `ledger.rs` — an agent, and what it knows about its work
//! - `check.rs` — compares the ledgers with the tables
//! - `setup.rs`, `data.rs` — create the tables, choose the data

mod agent;
mod check;
mod context;
mod data;
mod ledger;
mod memory;
mod setup;
mod step;
mod tables;

use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use schema_core::Pool;
use schema_embedded::Server;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::agent::Agent;
use crate::data::World;
use crate::ledger::Ledger;

/// The number of agents, and of connections if the server accepts as many.
const AGENTS: i32 = 8;
/// How long the agents may take. They need a few seconds.
const LIMIT: Duration = Duration::from_secs(20);

#[tokio::main]
async fn main() -> Result<()> {
    let server = Server::from_env_or_embedded()
        .await
        .context("could not start the embedded Postgres")?;
    let result = run(&server).await;
    server.stop().await;
    result
}

async fn run(server: &Server) -> Result<()> {
    let world = Arc::new(data::load()?);
    let pool = setup::connect(server).await?;
    setup::create(&pool, &world).await?;

    let began = Instant::now();
    let ledger = timeout(LIMIT, work(&pool, &world))
        .await
        .context("the agents took too long")??;
    let time = began.elapsed();
    let checks = check::compare(&ledger, &check::read(&pool).await?);

    let mut out = io::stdout();
    let connections = server.max_connections().min(AGENTS.unsigned_abs());
    writeln!(
        out,
        "{AGENTS} agents on {connections} {}: {:.1} s",
        if connections == 1 {
            "connection"
        } else {
            "connections"
        },
        time.as_secs_f64()
    )?;
    writeln!(out, "{ledger}\n\n{}\n", check::table(&checks))?;
    if let Some(complaint) = world.complaints.first() {
        writeln!(out, "recalled, nearest to “{}”:", complaint.text)?;
        for memory in memory::recall_by_similarity(&pool, &complaint.embedding).await? {
            writeln!(out, "- agent {}: {}", memory.source.agent, memory.content)?;
        }
    }
    pool.close(Duration::from_secs(5)).await;
    ensure!(
        checks.iter().all(check::Check::holds),
        "the ledgers and the tables differ"
    );
    writeln!(out, "\nno update was lost, and no memory was stored twice")?;
    Ok(())
}

/// Lets the agents work, and returns what they know.
async fn work(pool: &Pool, world: &Arc<World>) -> Result<Ledger> {
    let mut agents = JoinSet::new();
    for number in 1..=AGENTS {
        agents.spawn(Agent::new(number, pool.clone(), Arc::clone(world)).work());
    }
    let mut all = Ledger::default();
    while let Some(ledger) = agents.join_next().await {
        all.add(ledger??);
    }
    Ok(all)
}
