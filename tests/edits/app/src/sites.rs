//! Sites of the clinic: composites, domains, paths into JSON, ranges, addresses, text search and arrays.

use schema_core::Result;
use schema_core::expr::any;
use schema_core::expr::function::text_search::{English, plainto_tsquery, ts_rank};
use schema_core::expr::function::{array_append, cardinality, coalesce};
use schema_core::prelude::*;
use schema_core::types::{Cidr, Inet, Range, TsVector};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "zip", check = "value ~ '^[0-9]+$'")]
pub struct Zip(pub String);

#[derive(PgComposite, Debug, Clone, PartialEq)]
pub struct Address {
    pub street: String,
    pub zip: Zip,
    pub floor: Option<i32>,
}

#[derive(Debug, Clone, Serialize, Deserialize, JsonPaths)]
pub struct Contact {
    pub name: String,
    pub phone: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, JsonPaths)]
pub struct Settings {
    pub theme: String,
    pub timeout: f64,
    pub contact: Contact,
}

#[table(name = "sites")]
#[derive(Debug, Clone)]
pub struct Site {
    #[column(primary_key, identity)]
    pub id: i64,
    pub name: String,
    pub address: Address,
    pub postbox: Option<Zip>,
    pub settings: Json<Settings>,
    pub host: Inet,
    pub hours: Range<i32>,
    pub tags: Vec<String>,
    #[column(generated = "to_tsvector('english', name)")]
    pub search: TsVector,
}

pub async fn in_street(pool: &PgPool, street: &str) -> Result<Vec<(i64, Option<i32>)>> {
    Site.select()
        .filter(Site.address.field(Address.street).eq(street))
        .columns((Site.id, Site.address.field(Address.floor)))
        .fetch_all(pool)
        .await
}

pub async fn move_to(pool: &PgPool, site: i64, street: String) -> Result<u64> {
    let address = Address {
        street,
        zip: Zip("1010".to_owned()),
        floor: None,
    };
    Site.update()
        .set(Site.address, &address)
        .set(Site.postbox, address.zip.clone())
        .filter(Site.id.eq(site))
        .execute(pool)
        .await
}

pub async fn slow(pool: &PgPool) -> Result<Vec<(i64, String)>> {
    Site.select()
        .filter(Site.settings.path().timeout.gt(30.0))
        .columns((Site.id, Site.settings.path().contact.phone))
        .fetch_all(pool)
        .await
}

pub async fn set_theme(pool: &PgPool, theme: &str) -> Result<u64> {
    Site.update()
        .set(
            Site.settings,
            Site.settings.with(Site.settings.path().theme, theme),
        )
        .all_rows()
        .execute(pool)
        .await
}

pub async fn open(pool: &PgPool, hour: i32, network: Cidr) -> Result<Vec<i64>> {
    Site.select()
        .filter(Site.hours.contains_element(hour))
        .filter(Site.host.subnet_of(network))
        .columns(Site.id)
        .fetch_all(pool)
        .await
}

pub async fn find(pool: &PgPool, words: &str) -> Result<Vec<(i64, f32)>> {
    let query = plainto_tsquery(English, words);
    Site.select()
        .filter(Site.search.matches_query(query))
        .columns((Site.id, ts_rank(Site.search, query)))
        .fetch_all(pool)
        .await
}

pub async fn tagged(pool: &PgPool, tag: &str) -> Result<Vec<(String, i32)>> {
    Site.select()
        .filter(
            Site.tags
                .overlaps(["main"])
                .or(value(tag).eq(any(Site.tags))),
        )
        .columns((Site.name, cardinality(Site.tags)))
        .fetch_all(pool)
        .await
}

pub async fn tag(pool: &PgPool, site: i64, tag: &str) -> Result<u64> {
    Site.update()
        .set(Site.tags, array_append(Site.tags, tag))
        .filter(Site.id.eq(site))
        .execute(pool)
        .await
}

pub async fn postboxes(pool: &PgPool) -> Result<Vec<Zip>> {
    Site.select()
        .columns(coalesce(Site.postbox, Site.address.field(Address.zip)))
        .fetch_all(pool)
        .await
}

pub fn describe(site: &Site) -> String {
    let settings = &site.settings;
    format!(
        "{}: {} s, {}",
        site.name, settings.timeout, settings.contact.name
    )
}
