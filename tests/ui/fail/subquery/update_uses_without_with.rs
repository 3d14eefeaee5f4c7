// The query that the update uses is not defined.
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Person {
    id: i64,
    name: String,
}

async fn run(pool: &sqlx::PgPool) {
    let ids = Person.select().columns(Person.id);
    let update = Pet.update().uses(Person).set(Pet.name, "");
    let _ = update.filter(Pet.id.is_in(ids)).execute(pool).await;
}

fn main() {}
