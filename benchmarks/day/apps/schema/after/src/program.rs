//! What the program does when it runs.

use std::error::Error;

use sqlx::PgPool;

use crate::orders;
use crate::tables::{Analysis, Priority};

/// Places an order, and prints those that wait.
pub async fn run(url: &str) -> Result<(), Box<dyn Error>> {
    let pool = PgPool::connect(url).await?;
    let draft = orders::draft(1, "chest pain");
    let id = orders::place(&pool, draft.patient_id, &draft.complaint).await?;
    let analysis = Analysis {
        summary: "suspected infarction".to_owned(),
        confidence: 0.93,
    };
    orders::triage(&pool, id, analysis, Priority::Emergency).await?;
    for (order, patient) in orders::waiting(&pool, 3).await? {
        println!("{}", orders::line(&order, &patient));
    }
    let paid = orders::pay(&pool, id).await?;
    let all = orders::of_patient(&pool, paid.patient_id).await?;
    println!("{} orders", all.len());
    Ok(())
}
