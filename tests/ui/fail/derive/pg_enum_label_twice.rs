// Labels must be distinct.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {
    Open,
    #[pg_enum(rename = "open")]
    Shut,
}

fn main() {}
