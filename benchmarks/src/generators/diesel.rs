//! Diesel's query builder. Diesel builds the text of a static query once per connection and then caches the statement
//! by its type. The count is that of building the text.

use diesel::pg::{Pg, PgQueryBuilder};
use diesel::prelude::*;
use diesel::query_builder::{QueryBuilder as _, QueryFragment};
use workloads::Result;
use workloads::generate::{Filters, Generator};

use tables::{items, owners};

mod tables {
    diesel::table! {
        owners (id) {
            id -> Int8,
            name -> Text,
            email -> Text,
        }
    }

    diesel::table! {
        items (id) {
            id -> Int8,
            owner_id -> Int8,
            quantity -> Int4,
            active -> Bool,
            name -> Text,
            description -> Text,
            created_at -> Timestamptz,
            price -> Double,
        }
    }

    diesel::joinable!(items -> owners (owner_id));
    diesel::allow_tables_to_appear_in_same_query!(items, owners);
}

struct Diesel;

fn text(query: &impl QueryFragment<Pg>) -> String {
    let mut builder = PgQueryBuilder::default();
    match query.to_sql(&mut builder, &Pg) {
        Ok(()) => builder.finish(),
        Err(error) => error.to_string(),
    }
}

impl Generator for Diesel {
    fn fixed(quantity: i32) -> impl AsRef<str> {
        let query = items::table
            .left_join(owners::table)
            .filter(items::active.and(items::quantity.gt(quantity)))
            .order(items::created_at.desc())
            .limit(50)
            .select((items::all_columns, owners::all_columns.nullable()));
        text(&query)
    }

    fn dynamic(filters: Filters<'_>) -> impl AsRef<str> {
        let mut query = items::table
            .left_join(owners::table)
            .order(items::created_at.desc())
            .limit(50)
            .select((items::all_columns, owners::all_columns.nullable()))
            .into_boxed();
        if let Some(id) = filters.owner_id {
            query = query.filter(items::owner_id.eq(id));
        }
        if let Some(quantity) = filters.quantity {
            query = query.filter(items::quantity.gt(quantity));
        }
        if let Some(active) = filters.active {
            query = query.filter(items::active.eq(active));
        }
        if let Some(name) = filters.name {
            query = query.filter(items::name.like(name));
        }
        text(&query)
    }
}

fn main() -> Result<()> {
    workloads::generate::main::<Diesel>()
}
