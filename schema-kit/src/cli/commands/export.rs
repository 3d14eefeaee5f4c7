//! `export`: the SQL that creates the structs' tables.

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use serde_json::json;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};
use crate::plan::Plan;

pub(super) fn run(context: &Context) -> Result<Outcome, Failure> {
    let plan = Plan::new(&Model::default(), &context.tables()?, &Renames::default())?;
    let sql = plan.sql();
    let data = json!({ "sql": sql });
    Ok(Outcome::new(Status::Ok, sql, data))
}
