//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! rust_decimal = "1"
//! schema-core = { version = "0.1", features = ["rust_decimal"] }
//! ```

// Left out:
// * column "actor_id" of "actor": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "address_id" of "address": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "category_id" of "category": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "city_id" of "city": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "country_id" of "country": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "film_id" of "film": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "inventory_id" of "inventory": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "language_id" of "language": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "payment_id" of "payment": the options of its sequence
// * column "rental_id" of "rental": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "staff_id" of "staff": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "store_id" of "store": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * domain "bigrating": `not null`; the columns that have this type may be NULL
// * domain "bigrating": its default `'none'::text`
// * sequence "actor_actor_id_seq": the sequence of column "actor_id" of "actor"; an identity column has its own
// * sequence "address_address_id_seq": the sequence of column "address_id" of "address"; an identity column has its own
// * sequence "category_category_id_seq": the sequence of column "category_id" of "category"; an identity column has its own
// * sequence "city_city_id_seq": the sequence of column "city_id" of "city"; an identity column has its own
// * sequence "country_country_id_seq": the sequence of column "country_id" of "country"; an identity column has its own
// * sequence "film_film_id_seq": the sequence of column "film_id" of "film"; an identity column has its own
// * sequence "inventory_inventory_id_seq": the sequence of column "inventory_id" of "inventory"; an identity column has its own
// * sequence "language_language_id_seq": the sequence of column "language_id" of "language"; an identity column has its own
// * sequence "rental_rental_id_seq": the sequence of column "rental_id" of "rental"; an identity column has its own
// * sequence "staff_staff_id_seq": the sequence of column "staff_id" of "staff"; an identity column has its own
// * sequence "store_store_id_seq": the sequence of column "store_id" of "store"; an identity column has its own

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::types::{Range, TsVector};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "mpaa_rating", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MpaaRating {
    G,
    Pg,
    #[pg_enum(rename = "PG-13")]
    Pg13,
    R,
    #[pg_enum(rename = "NC-17")]
    Nc17,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "bigrating")]
pub struct Bigrating(pub String);

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "year", check = "(VALUE >= 1901) AND (VALUE <= 2155)")]
pub struct Year(pub i32);

#[table(name = "actor")]
#[index(last_name, name = "idx_actor_last_name")]
#[derive(Debug, Clone)]
pub struct Actor {
    #[column(primary_key, identity = by_default)]
    pub actor_id: i32,
    pub first_name: String,
    pub last_name: String,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "address")]
#[derive(Debug, Clone)]
pub struct Address {
    #[column(primary_key, identity = by_default)]
    pub address_id: i32,
    pub address: String,
    pub address2: Option<String>,
    pub district: String,
    #[column(references = City.city_id, on_delete = restrict, on_update = cascade)]
    pub city_id: i32,
    pub postal_code: Option<String>,
    pub phone: String,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "category")]
#[derive(Debug, Clone)]
pub struct Category {
    #[column(primary_key, identity = by_default)]
    pub category_id: i32,
    pub name: String,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "city")]
#[index(country_id, name = "idx_fk_country_id")]
#[derive(Debug, Clone)]
pub struct City {
    #[column(primary_key, identity = by_default)]
    pub city_id: i32,
    pub city: String,
    #[column(references = Country.country_id, on_delete = restrict, on_update = cascade)]
    pub country_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "country")]
#[derive(Debug, Clone)]
pub struct Country {
    #[column(primary_key, identity = by_default)]
    pub country_id: i32,
    pub country: String,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "customer")]
#[derive(Debug, Clone)]
pub struct Customer {
    #[column(primary_key, default = sql("nextval('customer_customer_id_seq'::regclass)"))]
    pub customer_id: i32,
    #[column(references = Store.store_id, on_delete = restrict, on_update = cascade)]
    pub store_id: i32,
    pub first_name: String,
    pub last_name: String,
    pub email: Option<String>,
    #[column(references = Address.address_id, on_delete = restrict, on_update = cascade)]
    pub address_id: i32,
    #[column(default = true)]
    pub activebool: bool,
    #[column(default = sql("CURRENT_DATE"))]
    pub create_date: NaiveDate,
    #[column(default = now())]
    pub last_update: Option<DateTime<Utc>>,
    pub active: Option<i32>,
    #[column(default = sql("last_day(now())"))]
    pub month_end: NaiveDate,
    pub rating: Option<Bigrating>,
}

/// A film.
///
///   Two lines.
#[table(name = "film")]
#[index(gist(fulltext))]
#[index(title, name = "idx_title")]
#[trigger(name = "last_updated", before(update), for_each = row, execute = "last_updated()")]
#[derive(Debug, Clone)]
pub struct Film {
    #[column(primary_key, identity = by_default)]
    pub film_id: i32,
    pub title: String,
    pub description: Option<String>,
    pub release_year: Option<Year>,
    #[column(references = Language.language_id, on_delete = restrict, on_update = cascade)]
    pub language_id: i16,
    #[column(references = Language.language_id, on_delete = restrict, on_update = cascade)]
    pub original_language_id: Option<i16>,
    #[column(default = 3)]
    pub rental_duration: i16,
    #[column(sql_type = "numeric(4,2)", default = sql("4.99"))]
    pub rental_rate: Decimal,
    /// In minutes: 1 < length
    pub length: Option<i16>,
    #[column(sql_type = "numeric(5,2)", default = sql("19.99"))]
    pub replacement_cost: Decimal,
    #[column(default = MpaaRating::G)]
    pub rating: Option<MpaaRating>,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
    pub special_features: Option<Vec<String>>,
    pub fulltext: TsVector,
}

#[table(name = "film_actor")]
#[primary_key(actor_id, film_id)]
#[derive(Debug, Clone)]
pub struct FilmActor {
    #[column(references = Actor.actor_id, on_delete = restrict, on_update = cascade)]
    pub actor_id: i32,
    #[column(references = Film.film_id, on_delete = restrict, on_update = cascade)]
    pub film_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "film_category")]
#[primary_key(film_id, category_id)]
#[derive(Debug, Clone)]
pub struct FilmCategory {
    #[column(references = Film.film_id, on_delete = restrict, on_update = cascade)]
    pub film_id: i32,
    #[column(references = Category.category_id, on_delete = restrict, on_update = cascade)]
    pub category_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "inventory")]
#[index(store_id, film_id, name = "idx_store_id_film_id")]
#[derive(Debug, Clone)]
pub struct Inventory {
    #[column(primary_key, identity = by_default)]
    pub inventory_id: i32,
    #[column(references = Film.film_id, on_delete = restrict, on_update = cascade)]
    pub film_id: i32,
    #[column(references = Store.store_id, on_delete = restrict, on_update = cascade)]
    pub store_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "language")]
#[derive(Debug, Clone)]
pub struct Language {
    #[column(primary_key, identity = by_default)]
    pub language_id: i16,
    #[column(sql_type = "char(20)")]
    pub name: String,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[table(name = "payment")]
#[primary_key(payment_date, payment_id)]
#[partition_by(range(payment_date))]
#[partition(
    name = "payment_p2022_01",
    from = "2022-01-01 00:00:00+00",
    to = "2022-02-01 00:00:00+00"
)]
#[partition(
    name = "payment_p2022_02",
    from = "2022-02-01 00:00:00+00",
    to = "2022-03-01 00:00:00+00"
)]
#[derive(Debug, Clone)]
pub struct Payment {
    #[column(identity = by_default)]
    pub payment_id: i32,
    #[column(references = Customer.customer_id)]
    pub customer_id: i32,
    pub staff_id: i32,
    pub rental_id: i32,
    #[column(sql_type = "numeric(5,2)")]
    pub amount: Decimal,
    pub payment_date: DateTime<Utc>,
}

#[table(name = "rental")]
#[index(rental_date, inventory_id, customer_id, unique, name = "idx_unq_rental")]
#[exclude(rental_period with "&&")]
#[derive(Debug, Clone)]
pub struct Rental {
    #[column(primary_key, identity = by_default)]
    pub rental_id: i32,
    pub rental_date: DateTime<Utc>,
    #[column(references = Inventory.inventory_id, on_delete = restrict, on_update = cascade)]
    pub inventory_id: i32,
    #[column(references = Customer.customer_id, on_delete = restrict, on_update = cascade)]
    pub customer_id: i32,
    pub return_date: Option<DateTime<Utc>>,
    #[column(references = Staff.staff_id, on_delete = restrict, on_update = cascade)]
    pub staff_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
    pub rental_period: Option<Range<DateTime<Utc>>>,
}

#[table(name = "staff")]
#[derive(Debug, Clone)]
pub struct Staff {
    #[column(primary_key, identity = by_default)]
    pub staff_id: i32,
    pub first_name: String,
    pub last_name: String,
    #[column(references = Address.address_id, on_delete = restrict, on_update = cascade)]
    pub address_id: i32,
    pub email: Option<String>,
    #[column(references = Store.store_id)]
    pub store_id: i32,
    #[column(default = true)]
    pub active: bool,
    pub username: String,
    pub password: Option<String>,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
    pub picture: Option<Vec<u8>>,
}

#[table(name = "store")]
#[index(manager_staff_id, unique, name = "idx_unq_manager_staff_id")]
#[derive(Debug, Clone)]
pub struct Store {
    #[column(primary_key, identity = by_default)]
    pub store_id: i32,
    pub manager_staff_id: i32,
    #[column(references = Address.address_id, on_delete = restrict, on_update = cascade)]
    pub address_id: i32,
    #[column(default = now())]
    pub last_update: DateTime<Utc>,
}

#[view(
    name = "actor_names",
    sql = r"SELECT actor_id,
    ((first_name || ' '::text) || last_name) AS name
   FROM actor"
)]
#[derive(Debug, Clone)]
pub struct ActorName {
    pub actor_id: Option<i32>,
    pub name: Option<String>,
}

#[view(
    name = "rental_by_category",
    materialized,
    sql = r"SELECT c.name AS category,
    count(*) AS rentals
   FROM (((rental r
     JOIN inventory i USING (inventory_id))
     JOIN film_category fc USING (film_id))
     JOIN category c USING (category_id))
  GROUP BY c.name"
)]
#[index(category, unique, name = "rental_category")]
#[derive(Debug, Clone)]
pub struct RentalByCategory {
    pub category: Option<String>,
    pub rentals: Option<i64>,
}

/// Objects that belong to no table.
const OBJECTS: &[Object] = &[
    Object::Sequence(SequenceDef::new("customer_customer_id_seq")),
    Object::Function(FunctionDef::new(
        "last_day(timestamp with time zone)",
        r#"create or replace function "last_day"(timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
    select (date_trunc('month', $1 at time zone 'UTC') + interval '1 month - 1 day')::date
$function$"#,
    )),
    Object::Function(FunctionDef::new(
        "last_updated()",
        r#"create or replace function "last_updated"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    new.last_update = current_timestamp;
    return new;
end $function$"#,
    )),
];

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        Actor,
        Address,
        Category,
        City,
        Country,
        Customer,
        Film,
        FilmActor,
        FilmCategory,
        Inventory,
        Language,
        Payment,
        Rental,
        Staff,
        Store,
        ActorName,
        RentalByCategory,
    ]
    .with(OBJECTS)
}
