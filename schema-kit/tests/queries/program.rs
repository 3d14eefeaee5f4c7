//! The tables and queries of this program.

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::sync::OnceLock;

use schema_core::Result;
use schema_core::prelude::*;
use schema_kit::queries::{self, Found};
use sqlx::PgPool;

#[derive(Debug, PgEnum)]
pub(crate) enum Status {
    Open,
    Done,
}

#[table(name = "patients")]
#[derive(Debug)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    #[column(index)]
    pub(crate) age: Option<i32>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) city: String,
}

#[table(name = "orders")]
#[derive(Debug)]
pub(crate) struct Order {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(index)]
    pub(crate) patient_id: i64,
    pub(crate) status: Status,
    pub(crate) history: Vec<Status>,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Selectable)]
pub(crate) struct Summary {
    pub(crate) id: i64,
    pub(crate) age: Option<i32>,
}

/// The texts of the queries of [`run`].
pub(crate) const BY_EMAIL: &str = r#"select "patients"."id", "patients"."email", "patients"."age", "patients"."city" from "patients" where "patients"."email" = $1"#;
pub(crate) const BY_CITY: &str =
    r#"select "patients"."id" from "patients" where "patients"."city" = $1"#;
pub(crate) const SUMMARY: &str =
    r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" >= $1"#;
pub(crate) const WITH_ORDERS: &str = r#"select "patients"."id", "patients"."email", "patients"."age", "patients"."city", "orders"."id", "orders"."patient_id", "orders"."status", "orders"."history", "orders"."note" from "patients" left join "orders" on "orders"."patient_id" = "patients"."id""#;
pub(crate) const ASSUMED: &str = r#"select "patients"."age", count(*) from "patients" where "patients"."age" is not null group by "patients"."age""#;
pub(crate) const RAW: &str = r#"select "patients"."age" + 1 from "patients""#;
pub(crate) const DELETE: &str = r#"delete from "orders" where "orders"."note" = $1"#;
pub(crate) const CREATE: &str = r#"insert into "orders" ("patient_id", "status", "history") values ($1, $2, $3) returning "orders"."id", "orders"."patient_id", "orders"."status", "orders"."history", "orders"."note""#;

async fn run(pool: &PgPool) -> Result<()> {
    let _: Patient = Patient
        .select()
        .filter(Patient.email.eq("ana@example.org"))
        .fetch_one(pool)
        .await?;
    let cities = Patient.select().filter(Patient.city.eq("Rome"));
    let _: Vec<i64> = cities.columns(Patient.id).fetch_all(pool).await?;
    let summary = SelectSummary {
        id: Patient.id,
        age: Patient.age,
    };
    let adults = Patient.select().filter(Patient.age.ge(18));
    let _: Vec<Summary> = adults.columns(summary).fetch_all(pool).await?;
    let _: Vec<(Patient, Option<Order>)> = Patient
        .select()
        .left_join(Order, Order.patient_id.eq(Patient.id))
        .fetch_all(pool)
        .await?;
    let _: Vec<(i32, i64)> = Patient
        .select()
        .filter(Patient.age.is_not_null())
        .group_by(Patient.age)
        .columns((Patient.age.assume_not_null(), count()))
        .fetch_all(pool)
        .await?;
    // The Rust side is wrong: it is an `integer`.
    let next_age = sql!(i64, "{} + 1", Patient.age);
    let _ = Patient.select().columns(next_age).fetch_all(pool).await?;
    Order
        .delete()
        .filter(Order.note.eq("obsolete"))
        .execute(pool)
        .await?;
    let order = NewOrder {
        patient_id: 1,
        status: Status::Open,
        history: vec![Status::Done],
    };
    let _: Order = Order.insert(order).returning_all().fetch_one(pool).await?;
    // Written at run time.
    let at_run_time = Patient
        .select()
        .filter(Patient.city.eq("at run time"))
        .boxed();
    let _: Vec<Patient> = at_run_time.fetch_all(pool).await?;
    Ok(())
}

/// Makes the compiler generate the code of [`run`], which is not run.
pub(crate) fn compiled(pool: &PgPool) {
    let future: Pin<Box<dyn Future<Output = Result<()>> + '_>> = Box::pin(run(pool));
    drop(black_box(future));
}

/// The queries of this program.
pub(crate) fn found() -> Vec<Found> {
    static FOUND: OnceLock<Vec<Found>> = OnceLock::new();
    let read = || queries::read(std::env::current_exe().unwrap()).unwrap();
    FOUND.get_or_init(read).clone()
}

/// The query with this text.
#[track_caller]
pub(crate) fn query(sql: &str) -> Found {
    let mut found = found();
    let index = found.iter().position(|query| query.sql == sql);
    let index = index.unwrap_or_else(|| panic!("{sql} is not in {found:#?}"));
    found.swap_remove(index)
}
