// A table was added, and no migration was generated.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status { Pending, Paid }

#[table(name = "patients")]
struct Patient { #[column(primary_key)] id: i64 }

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, status: Status }

#[table(schema = "clinic", name = "visits")]
struct Visit { id: i64 }

schema_core::check_migrations!(schema![Patient, Order, Visit], "fail/migrations/folder");

fn main() {}
