// Related to finding A13: the server would store fewer digits than the type says.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "timestamp(9) with time zone")]
    at: chrono::DateTime<chrono::Utc>,
}

fn main() {}
