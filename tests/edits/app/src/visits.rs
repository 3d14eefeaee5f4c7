//! Visits and their payments: subqueries.

use schema_core::Result;
use schema_core::prelude::*;
use sqlx::PgPool;

#[table(name = "visits")]
#[derive(Debug, Clone)]
pub struct Visit {
    #[column(primary_key, identity)]
    pub id: i64,
    pub room: String,
    pub minutes: i32,
}

#[table(name = "payments")]
#[derive(Debug, Clone)]
pub struct Payment {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = Visit.id)]
    pub visit_id: i64,
    pub method: String,
}

#[derive(Debug, Selectable)]
pub struct Paid {
    pub visit_id: i64,
    pub payments: i64,
}

pub async fn paid_often(pool: &PgPool) -> Result<Vec<String>> {
    let paid = Payment
        .select()
        .group_by(Payment.visit_id)
        .columns(SelectPaid {
            visit_id: Payment.visit_id,
            payments: count(),
        })
        .as_table();
    Visit
        .select()
        .inner_join(paid, Paid.visit_id.eq(Visit.id))
        .filter(Paid.payments.gt(1))
        .columns(Visit.room)
        .fetch_all(pool)
        .await
}

#[derive(Debug, Selectable)]
pub struct Long {
    pub id: i64,
    pub length: i32,
}

pub async fn long(pool: &PgPool, least: i32) -> Result<Vec<Long>> {
    let long = Visit
        .select()
        .filter(Visit.minutes.ge(least))
        .columns(SelectLong {
            id: Visit.id,
            length: Visit.minutes,
        });
    with(long)
        .query(Long.select().order_by(Long.length.desc()))
        .fetch_all(pool)
        .await
}

pub async fn unpaid(pool: &PgPool) -> Result<Vec<Visit>> {
    let payments = Payment
        .select()
        .correlate(Visit)
        .filter(Payment.visit_id.eq(Visit.id));
    Visit
        .select()
        .filter(exists(payments).not())
        .fetch_all(pool)
        .await
}

pub async fn paid_in_cash(pool: &PgPool) -> Result<Vec<String>> {
    let cash = Payment
        .select()
        .filter(Payment.method.eq("cash"))
        .columns(Payment.visit_id);
    Visit
        .select()
        .filter(Visit.id.is_in(cash))
        .columns(Visit.room)
        .fetch_all(pool)
        .await
}
