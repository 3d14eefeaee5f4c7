//! sea-query: each text is built from a tree of values.

use sea_query::{
    Expr, ExprTrait as _, Iden, JoinType, Order, PostgresQueryBuilder, Query, SelectStatement,
};
use workloads::Result;
use workloads::generate::{Filters, Generator};

#[derive(Iden)]
enum Owners {
    Table,
    Id,
    Name,
    Email,
}

#[derive(Iden)]
enum Items {
    Table,
    Id,
    OwnerId,
    Quantity,
    Active,
    Name,
    Description,
    CreatedAt,
    Price,
}

struct SeaQuery;

/// The first 50 items with their owners, ordered.
fn select() -> SelectStatement {
    Query::select()
        .columns([
            (Items::Table, Items::Id),
            (Items::Table, Items::OwnerId),
            (Items::Table, Items::Quantity),
            (Items::Table, Items::Active),
            (Items::Table, Items::Name),
            (Items::Table, Items::Description),
            (Items::Table, Items::CreatedAt),
            (Items::Table, Items::Price),
        ])
        .columns([
            (Owners::Table, Owners::Id),
            (Owners::Table, Owners::Name),
            (Owners::Table, Owners::Email),
        ])
        .from(Items::Table)
        .join(
            JoinType::LeftJoin,
            Owners::Table,
            Expr::col((Items::Table, Items::OwnerId)).equals((Owners::Table, Owners::Id)),
        )
        .order_by((Items::Table, Items::CreatedAt), Order::Desc)
        .limit(50)
        .take()
}

fn fixed(quantity: i32) -> SelectStatement {
    select()
        .and_where(Expr::col((Items::Table, Items::Active)))
        .and_where(Expr::col((Items::Table, Items::Quantity)).gt(quantity))
        .take()
}

fn dynamic(filters: Filters<'_>) -> SelectStatement {
    select()
        .apply_if(filters.owner_id, |query, id| {
            query.and_where(Expr::col((Items::Table, Items::OwnerId)).eq(id));
        })
        .apply_if(filters.quantity, |query, quantity| {
            query.and_where(Expr::col((Items::Table, Items::Quantity)).gt(quantity));
        })
        .apply_if(filters.active, |query, active| {
            query.and_where(Expr::col((Items::Table, Items::Active)).eq(active));
        })
        .apply_if(filters.name, |query, name| {
            query.and_where(Expr::col((Items::Table, Items::Name)).like(name));
        })
        .take()
}

impl Generator for SeaQuery {
    /// Also returns the values, because sea-query cannot produce the text without them.
    fn fixed(quantity: i32) -> impl AsRef<str> {
        fixed(quantity).build(PostgresQueryBuilder).0
    }

    fn dynamic(filters: Filters<'_>) -> impl AsRef<str> {
        dynamic(filters).build(PostgresQueryBuilder).0
    }

    fn fixed_with_values(quantity: i32) -> Option<impl Sized> {
        Some(fixed(quantity).build(PostgresQueryBuilder))
    }

    fn dynamic_with_values(filters: Filters<'_>) -> Option<impl Sized> {
        Some(dynamic(filters).build(PostgresQueryBuilder))
    }
}

fn main() -> Result<()> {
    workloads::generate::main::<SeaQuery>()
}
