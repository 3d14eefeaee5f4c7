// The alias belongs to another struct than the subquery.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

#[derive(Selectable)]
struct Busy {
    account_id: i64,
}

alias!(Other = Order);

fn main() {
    let busy = Order.select().columns(SelectBusy {
        account_id: Order.account_id,
    });
    let _ = busy.as_alias(Other);
}
