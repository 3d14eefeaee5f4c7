// There are seven cases.
use schema_core::prelude::*;

#[derive(PgEnum)]
#[pg_enum(rename_all = "kebab_case")]
enum Status {
    InProgress,
}

fn main() {}
