// The key has the name that Prisma gives it, in another case.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    #[column(updatedAt)]
    changed: chrono::DateTime<chrono::Utc>,
}

fn main() {}
