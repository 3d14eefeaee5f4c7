//! `seed`: fills the tables of the database with fake data.

use std::collections::BTreeMap;

use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::observe::SeedBar;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::introspect::{Others, Scope};
use crate::plan::Database;
use crate::seed::{SeedOptions, seed};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_field_names, reason = "the flag is `--seed`")]
pub(in crate::cli) struct Seed {
    /// The seed of the random numbers: the same seed gives the same rows
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// The number of rows of each table
    #[arg(long, default_value_t = 100)]
    pub(super) rows: u64,
    /// The number of rows of one table: `orders=1000`
    #[arg(long, value_name = "TABLE=ROWS", value_parser = rows_of)]
    pub(super) rows_of: Vec<(String, u64)>,
    /// Add rows to tables that have some
    #[arg(long)]
    pub(super) append: bool,
}

pub(super) async fn run(context: &Context, args: Seed) -> Result<Outcome, Failure> {
    let options = SeedOptions {
        seed: args.seed,
        rows: args.rows,
        rows_of: args.rows_of.into_iter().collect(),
        append: args.append,
    };
    let mut connection = context.connect().await?;
    let scope = Scope {
        first: context.global.schema.clone(),
        // Other Postgres schemas belong to the program only if its structs name them.
        others: if context.has_tables() {
            let namespaces = context.tables()?.namespaces;
            Others::Listed(namespaces.into_iter().map(|one| one.name).collect())
        } else {
            Others::default()
        },
        ..Scope::default()
    };
    let database = Database::read(&mut connection, &scope).await?;
    let bar = SeedBar::new(!context.global.json);
    let seeded = seed(&mut connection, &database.model, &options, &bar).await?;
    let mut text = Text::default();
    let mut rows = BTreeMap::new();
    for (table, count) in &seeded.rows {
        text.line(format_args!("{table}: {count} rows"));
        rows.insert(table.to_string(), count);
    }
    Ok(Outcome::new(Status::Ok, text, json!({ "rows": rows })))
}

fn rows_of(text: &str) -> Result<(String, u64), String> {
    let error = || "write a table and a number: `orders=1000`".to_owned();
    let (table, rows) = text.split_once('=').ok_or_else(error)?;
    let rows = rows.trim().parse().map_err(|_| error())?;
    Ok((table.trim().to_owned(), rows))
}
