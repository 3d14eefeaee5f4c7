// Related to section B: these methods do not support these types.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(hash(bits))]
struct Item {
    #[column(primary_key)]
    id: i64,
    bits: Bits<8>,
}

fn main() {}
