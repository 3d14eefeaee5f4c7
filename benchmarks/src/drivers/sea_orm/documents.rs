//! Documents and embeddings.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::extension::postgres::{PgBinOper, PgExpr as _};
use sea_orm::sea_query::{ExprTrait as _, IntoColumnRef as _};
use sea_orm::{QueryOrder as _, QuerySelect as _};
use serde_json::json;
use workloads::input::DIMENSIONS;
use workloads::{Documents, Result, Shown, shown_value};

use crate::SeaOrm;

mod document {
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// SeaORM derives the JSON decoding of user types.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct Analysis(pub workloads::input::Analysis);

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "documents")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub analysis: Analysis,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod embedding {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "embeddings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Vector(Some(384))")]
        pub embedding: PgVector,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl Shown for document::Model {
    fn show(&self, text: &mut String) {
        shown_value(&self.id, text);
        shown_value(&self.title, text);
        shown_value(&self.analysis.0, text);
    }
}

impl Documents for SeaOrm {
    async fn json(&mut self, agent: &str) -> Result<impl Shown> {
        let column = Expr::col(document::Column::Analysis.into_column_ref());
        let documents = document::Entity::find()
            .filter(column.contains(Expr::val(json!({ "agent": agent }))))
            .all(self.connection()?)
            .await?;
        Ok(documents)
    }

    async fn nearest(&mut self, query: &[f32; DIMENSIONS]) -> Result<Vec<(i64, f64)>> {
        let query = PgVector::from(query.to_vec());
        let distance = Expr::col(embedding::Column::Embedding)
            .binary(PgBinOper::CosineDistance, Expr::val(query));
        let nearest = embedding::Entity::find()
            .select_only()
            .column(embedding::Column::Id)
            .column_as(distance.clone(), "distance")
            .order_by_asc(distance)
            .limit(10)
            .into_tuple()
            .all(self.connection()?)
            .await?;
        Ok(nearest)
    }
}
