//! Documents and embeddings.

use schema_core::prelude::*;
use serde_json::json;
use workloads::input::{Analysis, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown_value};

use crate::Schema;

#[table(name = "documents")]
struct Document {
    #[column(primary_key, identity = by_default)]
    id: i64,
    title: String,
    analysis: Json<Analysis>,
}

#[table(name = "embeddings")]
#[allow(dead_code, reason = "only its key is read")]
struct Embedding {
    #[column(primary_key, identity = by_default)]
    id: i64,
    embedding: Vector<DIMENSIONS>,
}

impl Shown for Document {
    fn show(&self, text: &mut String) {
        shown_value(&self.id, text);
        shown_value(&self.title, text);
        shown_value(&self.analysis.0, text);
    }
}

impl Documents for Schema {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let documents = Document
            .select()
            .filter(Document.analysis.contains(json!({ "agent": agent })))
            .fetch_all(&mut self.0)
            .await?;
        Ok(documents)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let query = Vector::from(*query);
        let distance = Embedding.embedding.cosine_distance(param!(&query));
        let nearest = Embedding
            .select()
            .order_by(distance.asc())
            .limit(10)
            .columns((Embedding.id, distance))
            .fetch_all(&mut self.0)
            .await?;
        Ok(nearest)
    }
}
