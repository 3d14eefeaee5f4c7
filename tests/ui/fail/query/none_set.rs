// The type of a `None` is unknown: NULL is set by `null()` (finding D2).
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    #[column(primary_key, identity)]
    id: i64,
    note: Option<String>,
}

fn main() {
    let _ = Order.update().set(Order.note, None).filter(Order.id.eq(1));
}
