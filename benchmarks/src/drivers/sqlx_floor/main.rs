//! The minimum cost of sqlx: runs a prepared statement, fetches its row and decodes nothing. Nothing built on sqlx 0.9
//! can cost less.
//!
//! The cheapest public functions are `Executor::fetch_optional` for one row and `Executor::fetch_many` for several,
//! called on the connection itself, with manually encoded arguments.

use std::future::poll_fn;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{
    Arguments as _, Connection as _, Either, Executor as _, PgConnection, SqlSafeStr as _, SqlStr,
};
use workloads::{Blog, Documents, Driver, Kind, Result, Shop, Shown};

struct SqlxFloor(PgConnection);

const NOT_READ: &str = "the floor is that of reading one row and of reading many";

/// Fetched rows that are not decoded.
struct Fetched;

impl Shown for Fetched {
    fn show(&self, _text: &mut String) {}
}

impl SqlxFloor {
    /// Fetches all rows and drops each on arrival.
    async fn drain(&mut self, sql: &'static str) -> Result<Fetched> {
        let statement: (SqlStr, Option<PgArguments>) =
            (sql.into_sql_str(), Some(PgArguments::default()));
        let mut steps = self.0.fetch_many(statement);
        while let Some(step) = poll_fn(|context| steps.as_mut().poll_next(context)).await {
            match step? {
                Either::Right(row) => drop::<PgRow>(row),
                Either::Left(_) => {}
            }
        }
        Ok(Fetched)
    }
}

impl Driver for SqlxFloor {
    const CANNOT: &'static [(Kind, &'static str)] = &[
        (Kind::Medium, NOT_READ),
        (Kind::Associations, NOT_READ),
        (Kind::InsertUsers, NOT_READ),
        (Kind::List, NOT_READ),
        (Kind::InsertOne, NOT_READ),
        (Kind::InsertMany, NOT_READ),
        (Kind::Update, NOT_READ),
        (Kind::Json, NOT_READ),
        (Kind::Nearest, NOT_READ),
    ];

    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn begin(&mut self) -> Result<()> {
        self.0.execute("begin").await?;
        Ok(())
    }

    async fn commit(&mut self) -> Result<()> {
        self.0.execute("commit").await?;
        Ok(())
    }
}

impl Blog for SqlxFloor {
    async fn trivial(&mut self) -> Result<impl Shown> {
        self.drain("select id, name, hair_color from users").await
    }
}

impl Shop for SqlxFloor {
    async fn items(&mut self) -> Result<impl Shown> {
        self.drain(
            "select id, owner_id, quantity, active, name, description, created_at, price from items",
        )
        .await
    }

    async fn find(&mut self, id: i64) -> Result<impl Shown> {
        let sql = "select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1";
        let mut arguments = PgArguments::default();
        // The length, then the value.
        arguments.reserve(1, 4 + 8);
        arguments.add(id)?;
        let row = self
            .0
            .fetch_optional((sql.into_sql_str(), Some(arguments)))
            .await?;
        Ok(row.map(|_| Fetched))
    }
}

impl Documents for SqlxFloor {}

fn main() -> Result<()> {
    workloads::program::main_without_pool::<SqlxFloor>()
}
