// Section D: what one writes for Diesel, SeaORM, sqlx, Prisma or Drizzle. The unit tests of the macro have more words.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(pk)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.find(1);
}
