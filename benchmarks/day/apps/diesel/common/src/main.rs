//! The clinic's program.

mod orders;
mod program;
mod schema;
mod tables;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    program::run(&std::env::var("DATABASE_URL")?)
}
