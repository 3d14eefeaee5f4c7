// An unknown case for `rename_all`; the error lists all seven.
use schema_core::prelude::*;

#[derive(PgEnum)]
#[pg_enum(rename_all = "kebab_case")]
enum Status {
    InProgress,
}

fn main() {}
