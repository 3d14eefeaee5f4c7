// Section D: what one writes for SeaORM or sqlx.
use schema_core::prelude::*;

#[derive(PgEnum)]
#[pg_enum(type_name = "status")]
enum Status {
    Open,
}

fn main() {}
