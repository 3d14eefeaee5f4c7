//! Documents and embeddings.

use std::fmt::Write as _;

use toasty::stmt::Value;
use workloads::input::{self, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown_value};

use crate::Toasty;

/// A document. toasty can access the fields of its JSON.
#[derive(Debug, toasty::Embed)]
struct Analysis {
    agent: String,
    score: f64,
    tags: Vec<String>,
}

#[derive(Debug, toasty::Model)]
#[table = "documents"]
struct Document {
    #[key]
    #[auto]
    id: i64,
    title: String,
    #[document]
    analysis: Analysis,
}

impl Shown for Document {
    fn show(&self, text: &mut String) {
        let Analysis { agent, score, tags } = &self.analysis;
        shown_value(&self.id, text);
        shown_value(&self.title, text);
        let analysis = input::Analysis {
            agent: agent.clone(),
            score: *score,
            tags: tags.clone(),
        };
        shown_value(&analysis, text);
    }
}

impl Documents for Toasty {
    /// toasty has no containment. Its guide searches for a part of a document in this way.
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let documents = Document::filter(Document::fields().analysis().agent().eq(agent))
            .exec(&mut self.0)
            .await?;
        Ok(documents)
    }

    /// toasty has no vectors. Its guide recommends raw SQL for unsupported features. The vector is sent as text.
    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let mut vector = String::with_capacity(12 * DIMENSIONS);
        for (place, number) in query.iter().enumerate() {
            let separator = if place == 0 { '[' } else { ',' };
            write!(vector, "{separator}{number}")?;
        }
        vector.push(']');
        let rows = toasty::sql::query(
            "select id, embedding <=> $1::text::vector from embeddings
            order by embedding <=> $1::text::vector limit 10",
        )
        .bind(vector)
        .exec(&mut self.0)
        .await?;
        rows.iter()
            .map(|row| match row {
                Value::Record(record) => match record.fields[..] {
                    [Value::I64(id), Value::F64(distance)] => Ok((id, distance)),
                    _ => Err("a row has other values".into()),
                },
                _ => Err("a row is no record".into()),
            })
            .collect()
    }
}
