//! Invoices: conflicts, `merge`, rows of other tables, locks.

use schema_core::Result;
use schema_core::expr::function::ceil;
use schema_core::prelude::*;
use schema_core::query::{new, old, truncate};
use sqlx::PgPool;

#[table(name = "clients")]
#[derive(Debug, Clone)]
pub struct Client {
    #[column(primary_key)]
    pub id: i64,
    pub name: String,
    pub discount: f64,
    #[column(default = false)]
    pub blocked: bool,
}

#[table(name = "invoices")]
#[derive(Debug, Clone)]
pub struct Invoice {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(unique)]
    pub number: String,
    #[column(references = Client.id)]
    pub client_id: i64,
    pub amount: f64,
    #[column(default = false)]
    pub paid: bool,
    pub remark: Option<String>,
}

/// Invoices of another system.
#[table(name = "imports")]
#[derive(Debug, Clone)]
pub struct Import {
    #[column(primary_key)]
    pub id: i64,
    pub code: String,
    pub client: i64,
    pub price: f64,
}

/// The invoice for an import.
#[derive(Debug, Insertable, Selectable)]
#[insertable(Invoice)]
pub struct Imported {
    pub number: String,
    pub client_id: i64,
    pub amount: f64,
}

#[derive(Debug, Selectable)]
pub struct NewAmount {
    pub id: i64,
    pub amount: f64,
}

pub async fn upsert(pool: &PgPool, invoices: Vec<NewInvoice>) -> Result<u64> {
    Invoice
        .insert_many(invoices)
        .on_conflict(Invoice.number)
        .do_update()
        .set_excluded((Invoice.amount, Invoice.client_id))
        .set(Invoice.remark, "imported twice")
        .execute(pool)
        .await
}

pub async fn merge(pool: &PgPool) -> Result<u64> {
    Invoice
        .merge(Import, Invoice.number.eq(Import.code))
        .when_matched()
        .and(Invoice.paid.not())
        .then_update()
        .set(Invoice.amount, Import.price)
        .when_not_matched()
        .then_insert()
        .set(Invoice.number, Import.code)
        .set(Invoice.client_id, Import.client)
        .set(Invoice.amount, Import.price)
        .execute(pool)
        .await
}

pub async fn copy_imports(pool: &PgPool) -> Result<u64> {
    let rows = Import.select().columns(SelectImported {
        number: Import.code,
        client_id: Import.client,
        amount: Import.price,
    });
    Invoice.insert_from(rows).execute(pool).await
}

pub async fn add_clients(pool: &PgPool) -> Result<u64> {
    Client
        .insert_columns((Client.id, Client.name, Client.discount))
        .from(
            Import
                .select()
                .columns((Import.client, Import.code, value(0.0))),
        )
        .execute(pool)
        .await
}

pub async fn restore(pool: &PgPool, id: i64, row: NewInvoice) -> Result<u64> {
    Invoice
        .insert(row)
        .overriding_system_value()
        .set(Invoice.id, id)
        .execute(pool)
        .await
}

pub async fn discount(pool: &PgPool) -> Result<u64> {
    Invoice
        .update()
        .from(Client)
        .set(Invoice.amount, Invoice.amount - Client.discount)
        .filter(Invoice.client_id.eq(Client.id).and(Client.blocked.not()))
        .execute(pool)
        .await
}

pub async fn reprice(pool: &PgPool, amounts: &[NewAmount]) -> Result<Vec<i64>> {
    Invoice
        .update()
        .from(values(amounts))
        .set(Invoice.amount, NewAmount.amount)
        .filter(Invoice.id.eq(NewAmount.id))
        .returning(Invoice.id)
        .fetch_all(pool)
        .await
}

pub async fn round_up(pool: &PgPool) -> Result<Vec<(f64, f64)>> {
    Invoice
        .update()
        .set(Invoice.amount, ceil(Invoice.amount))
        .filter(Invoice.paid.not())
        .returning((old(Invoice).amount, new(Invoice).amount))
        .fetch_all(pool)
        .await
}

pub async fn drop_blocked(pool: &PgPool) -> Result<Vec<String>> {
    Invoice
        .delete()
        .using(Client)
        .filter(Invoice.client_id.eq(Client.id))
        .filter(Client.blocked)
        .returning(Invoice.number)
        .fetch_all(pool)
        .await
}

pub async fn next(pool: &PgPool) -> Result<Option<Invoice>> {
    Invoice
        .select()
        .inner_join_on(Invoice.client_id)
        .filter(Client.blocked.not())
        .order_by(Invoice.id)
        .columns(Invoice.all())
        .limit(1)
        .for_update()
        .of(Invoice)
        .skip_locked()
        .fetch_optional(pool)
        .await
}

pub async fn largest(pool: &PgPool) -> Result<Vec<String>> {
    Invoice
        .select()
        .order_by(Invoice.amount.desc())
        .columns(Invoice.number)
        .limit_with_ties(3)
        .fetch_all(pool)
        .await
}

pub async fn clear(pool: &PgPool) -> Result<()> {
    truncate((Import, Invoice))
        .restart_identity()
        .execute(pool)
        .await?;
    Ok(())
}
