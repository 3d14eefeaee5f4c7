//! Temporary.
use crate::model::Model;
use serde::{Deserialize, Serialize};
/// A danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hazard {
    /// The object.
    pub object: String,
    /// The message.
    pub message: String,
    /// The safer way.
    pub safer: Option<String>,
    /// A query.
    pub count: Option<String>,
}
impl Hazard {
    /// Loses data.
    pub fn is_destructive(&self) -> bool {
        self.message.contains("loses")
    }
}
/// Finds hazards.
pub fn hazards(statement: &str, _before: &Model) -> Vec<Hazard> {
    if let Some(rest) = statement.strip_prefix("drop table ") {
        return vec![Hazard {
            object: rest.to_owned(),
            message: format!("loses the rows of {rest}"),
            safer: None,
            count: Some(format!("select count(*) from {rest}")),
        }];
    }
    if let Some((table, column)) = statement
        .strip_prefix("alter table ")
        .and_then(|rest| rest.split_once(" drop column "))
    {
        return vec![Hazard {
            object: table.to_owned(),
            message: format!("loses the values of {column}"),
            safer: None,
            count: Some(format!("select count({column}) from {table}")),
        }];
    }
    Vec::new()
}
