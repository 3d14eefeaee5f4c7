// A column was added, and no migration was generated.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status { Pending, Paid }

#[table(name = "patients")]
struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, status: Status }

schema_core::check_migrations!(schema![Patient, Order], "fail/migrations/folder");

fn main() {}
