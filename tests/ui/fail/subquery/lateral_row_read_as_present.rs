// A left lateral join may find no row.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { id: i64, account_id: i64 }

#[derive(Selectable)]
struct Last { id: i64 }

fn main() {
    let _ = async |pool: &sqlx::PgPool| {
        let last = Order.select().limit(1).columns(SelectLast { id: Order.id });
        let query = Account.select().left_join_lateral(last.as_table());
        let rows = query.fetch_all(pool).await.unwrap();
        let _: Vec<(Account, Last)> = rows;
    };
}
