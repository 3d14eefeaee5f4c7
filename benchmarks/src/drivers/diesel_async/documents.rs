//! Documents and embeddings.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::prelude::*;
use diesel::sql_types::Jsonb;
use diesel_async::RunQueryDsl;
use pgvector::{Vector, VectorExpressionMethods as _};
use serde_json::json;
use workloads::input::{self, DIMENSIONS};
use workloads::{Documents, Result, Shown, shown_value};

use crate::DieselAsync;

diesel::table! {
    documents (id) {
        id -> Int8,
        title -> Text,
        analysis -> Jsonb,
    }
}

diesel::table! {
    use diesel::sql_types::Int8;
    use pgvector::sql_types::Vector;

    embeddings (id) {
        id -> Int8,
        embedding -> Vector,
    }
}

/// JSON as a struct, following Diesel's guide for custom types.
#[derive(Debug, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
struct Analysis(input::Analysis);

impl FromSql<Jsonb, Pg> for Analysis {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let value = <serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(value)?;
        Ok(Self(serde_json::from_value(value)?))
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = documents, check_for_backend(Pg))]
struct Document {
    id: i64,
    title: String,
    analysis: Analysis,
}

impl Shown for Document {
    fn show(&self, text: &mut String) {
        shown_value(&self.id, text);
        shown_value(&self.title, text);
        shown_value(&self.analysis.0, text);
    }
}

impl Documents for DieselAsync {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let documents: Vec<Document> = documents::table
            .filter(documents::analysis.contains(json!({ "agent": agent })))
            .select(Document::as_select())
            .load(&mut self.0)
            .await?;
        Ok(documents)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let query = Vector::from(query.to_vec());
        // Expressions with vectors of pgvector cannot be cloned.
        let distance = || embeddings::embedding.cosine_distance(query.clone());
        let nearest = embeddings::table
            .order(distance())
            .limit(10)
            .select((embeddings::id, distance()))
            .load(&mut self.0)
            .await?;
        Ok(nearest)
    }
}
