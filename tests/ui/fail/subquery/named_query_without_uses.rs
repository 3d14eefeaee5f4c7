// A query whose subquery reads from a name declares that by `uses`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { account_id: i64 }

#[derive(Selectable)]
struct Busy { account_id: i64 }

fn main() {
    let busy = Order.select().columns(SelectBusy { account_id: Order.account_id });
    let ids = Busy.select().columns(Busy.account_id);
    let _ = with(busy).query(
        Account
            .select()
            .filter(Account.id.is_in(ids)),
    );
}
