// Attributes name fields, not columns.
use schema_core::prelude::*;

#[table(name = "visits")]
#[unique(mail)]
struct Visit {
    #[column(name = "mail")]
    email: String,
}

fn main() {}
