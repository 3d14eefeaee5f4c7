//! Documents and embeddings.

use pgvector::Vector;
use serde_json::json;
use tokio_postgres::types::Json;
use tokio_postgres::{Client, Error, Row, Statement};
use workloads::input::{Analysis, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown};

use crate::TokioPostgres;

struct Document {
    id: i64,
    title: String,
    analysis: Analysis,
}

shown!(Document: id, title, analysis);

pub(crate) struct Statements {
    json: Statement,
    nearest: Statement,
}

impl Statements {
    pub(crate) async fn prepare(client: &Client) -> Result<Self, Error> {
        Ok(Self {
            json: client
                .prepare("select id, title, analysis from documents where analysis @> $1")
                .await?,
            nearest: client
                .prepare("select id, embedding <=> $1 from embeddings order by embedding <=> $1 limit $2")
                .await?,
        })
    }
}

fn read(row: &Row) -> Result<Document, Error> {
    let Json(analysis) = row.try_get(2)?;
    Ok(Document {
        id: row.try_get(0)?,
        title: row.try_get(1)?,
        analysis,
    })
}

impl Documents for TokioPostgres {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let part = Json(json!({ "agent": agent }));
        let rows = self.client.query(&self.documents.json, &[&part]).await?;
        Ok(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let query = Vector::from(query.to_vec());
        let rows = self
            .client
            .query(&self.documents.nearest, &[&query, &10_i64])
            .await?;
        let nearest = rows
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
        Ok(nearest.collect::<Result<_, Error>>()?)
    }
}
