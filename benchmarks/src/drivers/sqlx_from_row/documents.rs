//! Documents and embeddings.

use pgvector::Vector;
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;
use workloads::input::{Analysis, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown};

use crate::SqlxFromRow;

#[derive(FromRow)]
struct Document {
    id: i64,
    title: String,
    #[sqlx(json)]
    analysis: Analysis,
}

#[derive(FromRow)]
struct Nearest {
    id: i64,
    distance: f64,
}

shown!(Document: id, title, analysis);

impl Documents for SqlxFromRow {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let documents: Vec<Document> =
            sqlx::query_as("select id, title, analysis from documents where analysis @> $1")
                .bind(Json(json!({ "agent": agent })))
                .fetch_all(&mut self.0)
                .await?;
        Ok(documents)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let nearest: Vec<Nearest> = sqlx::query_as(
            "select id, embedding <=> $1 as distance from embeddings order by embedding <=> $1 limit $2",
        )
        .bind(Vector::from(query.to_vec()))
        .bind(10_i64)
        .fetch_all(&mut self.0)
        .await?;
        Ok(nearest
            .into_iter()
            .map(|row| (row.id, row.distance))
            .collect())
    }
}
