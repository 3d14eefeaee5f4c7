//! The clinic's program.

mod orders;
mod program;
mod tables;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    program::run(&std::env::var("DATABASE_URL")?).await
}
