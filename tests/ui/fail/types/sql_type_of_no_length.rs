// Related to finding A13: the server rejects a length, a precision or a number of dimensions out of its range.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "varchar(0)")]
    name: String,
}

fn main() {}
