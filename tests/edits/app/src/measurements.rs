//! Measurements of devices: prepared queries, pages, batches and copies.

use std::collections::HashMap;

use futures_util::TryStreamExt;
use schema_core::Result;
use schema_core::prelude::*;
use schema_core::query::Batch;
use schema_core::query::dynamic::Sortable;
use schema_core::query::page::Page;
use sqlx::PgPool;

#[table(name = "devices")]
#[derive(Debug, Clone)]
pub struct Device {
    #[column(primary_key)]
    pub id: i64,
    pub label: String,
}

#[table(name = "measurements")]
#[derive(Debug, Clone)]
pub struct Measurement {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = Device.id)]
    pub device_id: i64,
    pub value: f64,
    pub unit: String,
}

#[derive(Debug, Params)]
pub struct Above {
    pub device: i64,
    pub least: f64,
}

pub async fn above(pool: &PgPool, devices: &[i64]) -> Result<Vec<Measurement>> {
    let query = Measurement
        .select()
        .filter(Measurement.device_id.eq(Above.device))
        .filter(Measurement.value.ge(Above.least))
        .prepare::<Above>()?;
    let mut found = Vec::new();
    for device in devices {
        let above = query.bind(Above {
            device: *device,
            least: 7.5,
        });
        found.extend(above.fetch_all(pool).await?);
    }
    Ok(found)
}

pub async fn page(pool: &PgPool, cursor: Option<&str>) -> Result<Page<Measurement>> {
    let keyset = Measurement
        .select()
        .keyset((Measurement.value.desc(), Measurement.id.desc()));
    keyset.at(cursor)?.page(20).fetch_one(pool).await
}

pub async fn labels(pool: &PgPool) -> Result<HashMap<i64, String>> {
    Device
        .select()
        .columns((Device.id, Device.label))
        .fetch_map(pool)
        .await
}

pub async fn overview(pool: &PgPool) -> Result<(Vec<Device>, i64, u64)> {
    Batch::new()
        .fetch_all(Device.select().order_by(Device.label))
        .fetch_one(Measurement.select().columns(count()))
        .execute(Measurement.delete().filter(Measurement.value.lt(0.0)))
        .run(pool)
        .await
}

pub async fn load(pool: &PgPool, values: &[(i64, f64)]) -> Result<u64> {
    let rows = values.iter().map(|(device, value)| NewMeasurement {
        device_id: *device,
        value: *value,
        unit: "mmHg".to_owned(),
    });
    Measurement.copy_in(rows).execute(pool).await
}

pub async fn dump(connection: &mut sqlx::PgConnection) -> Result<Vec<(i64, f64)>> {
    let all = Measurement
        .select()
        .columns((Measurement.device_id, Measurement.value));
    all.copy_out(connection).await?.try_collect().await
}

pub async fn sorted(pool: &PgPool, sort: &str) -> Result<Vec<Measurement>> {
    let sortable = Sortable::<(Measurement,)>::new()
        .by("value", Measurement.value)
        .by("unit", Measurement.unit);
    Measurement
        .select()
        .order_by(sortable.parse(sort)?)
        .fetch_all(pool)
        .await
}

pub async fn is_indexed(pool: &PgPool, device: i64) -> Result<bool> {
    let plan = Measurement
        .select()
        .filter(Measurement.device_id.eq(device))
        .explain()
        .plan(pool)
        .await?;
    Ok(!plan.indexes().is_empty())
}
