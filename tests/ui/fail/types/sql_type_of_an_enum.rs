// Related to finding A13: an enum is sent as its own type.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {
    Open,
}

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "text")]
    status: Status,
}

fn main() {}
