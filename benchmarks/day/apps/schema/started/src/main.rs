//! The clinic's program. A debug build first makes the database like the structs.

use std::error::Error;

use schema_kit::cli::{Status, execute};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    if cfg!(debug_assertions) {
        let outcome = execute(Some(clinic::tables()), ["clinic", "push", "--yes"]).await?;
        if outcome.status == Status::Error {
            return Err(outcome.text.into());
        }
    }
    clinic::run(&std::env::var("DATABASE_URL")?).await
}
