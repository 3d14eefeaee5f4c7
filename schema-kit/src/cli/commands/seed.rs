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

pub(super) async fn run(context: &Context, options: &SeedOptions) -> Result<Outcome, Failure> {
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
    let seeded = seed(&mut connection, &database.model, options, &bar).await?;
    let mut text = Text::default();
    let mut rows = BTreeMap::new();
    for (table, count) in &seeded.rows {
        text.line(format_args!("{table}: {count} rows"));
        rows.insert(table.to_string(), count);
    }
    Ok(Outcome::new(Status::Ok, text, json!({ "rows": rows })))
}
