//! What the program does when it runs.

use std::error::Error;

use diesel::prelude::*;

use crate::orders;

/// Places an order, and prints those that wait.
pub(crate) fn run(url: &str) -> Result<(), Box<dyn Error>> {
    let mut connection = PgConnection::establish(url)?;
    let draft = orders::draft(1, "chest pain");
    let id = orders::place(&mut connection, draft.patient_id, &draft.complaint)?;
    for (order, patient) in orders::waiting(&mut connection, 3)? {
        println!("{}", orders::line(&order, &patient));
    }
    let paid = orders::pay(&mut connection, id)?;
    let all = orders::of_patient(&mut connection, paid.patient_id)?;
    println!("{} orders", all.len());
    Ok(())
}
