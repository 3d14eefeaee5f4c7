//! What the program does when it runs.

use std::error::Error;

use diesel::prelude::*;

use crate::orders;
use crate::tables::{Analysis, Priority};

/// Places an order, and prints those that wait.
pub(crate) fn run(url: &str) -> Result<(), Box<dyn Error>> {
    let mut connection = PgConnection::establish(url)?;
    let draft = orders::draft(1, "chest pain");
    let id = orders::place(&mut connection, draft.patient_id, &draft.complaint)?;
    let analysis = Analysis {
        summary: "suspected infarction".to_owned(),
        confidence: 0.93,
    };
    orders::triage(&mut connection, id, analysis, Priority::Emergency)?;
    for (order, patient) in orders::waiting(&mut connection, 3)? {
        println!("{}", orders::line(&order, &patient));
    }
    let paid = orders::pay(&mut connection, id)?;
    let all = orders::of_patient(&mut connection, paid.patient_id)?;
    println!("{} orders", all.len());
    Ok(())
}
