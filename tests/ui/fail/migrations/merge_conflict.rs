// Two branches generated a migration.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient { #[column(primary_key)] id: i64 }

schema_core::check_migrations!(schema![Patient], "fail/migrations/conflict");

fn main() {}
