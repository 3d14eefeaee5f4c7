// A table was removed from the schema, and no migration was generated.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status { Pending, Paid }

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, status: Status }

schema_core::check_migrations!(schema![Order], "fail/migrations/folder");

fn main() {}
