// Related to section B: these methods do not support these types.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(brin(flag))]
struct Item {
    #[column(primary_key)]
    id: i64,
    flag: bool,
}

fn main() {}
