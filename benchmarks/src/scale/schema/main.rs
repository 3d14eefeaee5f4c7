//! Scaling of schema.

mod joins;
mod parameters;
mod wide;

use sqlx::{Connection as _, PgConnection};
use workloads::Result;
use workloads::scale::Scaled;

struct Schema(PgConnection);

impl Scaled for Schema {
    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn columns(&mut self, columns: u32) -> Result<usize> {
        Ok(wide::read(&mut self.0, columns).await?)
    }

    async fn joins(&mut self, joins: u32) -> Result<usize> {
        Ok(joins::read(&mut self.0, joins).await?)
    }

    async fn parameters(&mut self, parameters: u32) -> Result<usize> {
        Ok(parameters::read(&mut self.0, parameters).await?)
    }
}

fn main() -> Result<()> {
    workloads::scale::main::<Schema>()
}
