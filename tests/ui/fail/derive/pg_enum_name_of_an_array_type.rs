// Related to finding A3: `_text` is the array of `text`.
use schema_core::prelude::*;

#[derive(PgEnum)]
#[pg_enum(name = "_text")]
enum Texts {
    A,
}

fn main() {}
