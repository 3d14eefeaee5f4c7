// A view was added, and no migration was generated.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status { Pending, Paid }

#[table(name = "patients")]
struct Patient { #[column(primary_key)] id: i64 }

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, status: Status }

#[view(query = Order.select().columns(SelectIds { id: Order.id }))]
struct Ids { id: i64 }

schema_core::check_migrations!(schema![Patient, Order, Ids], "fail/migrations/folder");

fn main() {}
