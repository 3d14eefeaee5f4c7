//! Documents and embeddings.

use pgvector::Vector;
use serde_json::json;
use sqlx::Row as _;
use sqlx::types::Json;
use workloads::input::{Analysis, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown};

use crate::Sqlx;

struct Document {
    id: i64,
    title: String,
    analysis: Analysis,
}

shown!(Document: id, title, analysis);

impl Documents for Sqlx {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let rows = sqlx::query("select id, title, analysis from documents where analysis @> $1")
            .bind(Json(json!({ "agent": agent })))
            .fetch_all(&mut self.0)
            .await?;
        let documents = rows.iter().map(|row| {
            let Json(analysis) = row.try_get(2)?;
            Ok(Document {
                id: row.try_get(0)?,
                title: row.try_get(1)?,
                analysis,
            })
        });
        Ok(documents.collect::<sqlx::Result<Vec<_>>>()?)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let rows = sqlx::query(
            "select id, embedding <=> $1 from embeddings order by embedding <=> $1 limit $2",
        )
        .bind(Vector::from(query.to_vec()))
        .bind(10_i64)
        .fetch_all(&mut self.0)
        .await?;
        let nearest = rows
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
        Ok(nearest.collect::<sqlx::Result<_>>()?)
    }
}
