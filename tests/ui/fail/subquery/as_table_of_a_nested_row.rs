// Each field of a derived table is a single column.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

#[derive(Selectable)]
struct Nested {
    order: Order,
    number: i64,
}

fn main() {
    let orders = Order.select().columns(SelectNested {
        order: Order.all(),
        number: Order.id,
    });
    let _ = orders.as_table();
}
