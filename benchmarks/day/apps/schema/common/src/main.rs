//! The clinic's program.

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    clinic::run(&std::env::var("DATABASE_URL")?).await
}
