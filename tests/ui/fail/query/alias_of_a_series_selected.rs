// The alias is no table: it names the rows of a function.
use schema_core::prelude::*;

alias!(Number = schema_core::query::Series<i32>);

fn main() {
    let _ = async |pool: &sqlx::PgPool| Number.select().fetch_all(pool).await;
}
