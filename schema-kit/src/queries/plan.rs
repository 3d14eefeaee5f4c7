//! Reads the plan of a statement.

use std::collections::BTreeSet;
use std::fmt;

use schema_ddl::model::Name;
use serde::Serialize;
use serde_json::Value;

use super::problem::bare;
use crate::normal::scratch::SCRATCH;

/// How a statement reads a table, if the server avoids to read every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Access {
    /// The table.
    pub table: Name,
    /// The indexes. If there are none, every row is read.
    pub indexes: Vec<String>,
    /// The condition that the indexes serve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The distance whose order the index serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The condition that is tested for each row that is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
}

/// Writes `patients by patients_age_idx (age >= $1)`.
impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bare(&self.table))?;
        if self.indexes.is_empty() {
            f.write_str(" row by row")?;
        } else {
            write!(f, " by {}", self.indexes.join(" and "))?;
        }
        for served in self.condition.iter().chain(&self.order) {
            write!(f, " {served}")?;
        }
        self.filter
            .iter()
            .try_for_each(|filter| write!(f, ", tests {filter}"))
    }
}

/// What a plan says about a statement.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) accesses: Vec<Access>,
    /// The tables that are read as a whole.
    pub(super) scans: Vec<FullScan>,
    /// The distances by which rows are sorted, rather than read in this order.
    pub(super) sorted_by: Vec<Distance>,
    /// Tables that are not in the schemas of the model.
    pub(super) outside: Vec<Name>,
    /// The names under which the tables are read.
    aliases: Vec<(String, Name)>,
}

/// A table that is read as a whole.
#[derive(Debug)]
pub(super) struct FullScan {
    pub(super) table: Name,
    /// The condition that an index could serve.
    pub(super) condition: Option<String>,
}

/// A distance by which rows are ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Distance {
    pub(super) sql: String,
    pub(super) operator: &'static str,
    /// The table and the column whose distance it is.
    pub(super) column: Option<(Name, String)>,
}

/// The operators that return a distance.
const DISTANCES: [&str; 7] = ["<->", "<=>", "<#>", "<+>", "<~>", "<%>", "<<->"];

/// The part of a plan above a node.
#[derive(Debug, Clone, Copy)]
struct Above<'p> {
    /// True if a `limit` ends the scan early.
    limited: bool,
    /// The condition of the join for each row of the other side.
    join: Option<&'p str>,
}

impl Plan {
    /// Reads the result of `explain (verbose, format json)`. `schemas` are those of the model.
    pub(super) fn read(json: &Value, schemas: &BTreeSet<String>) -> Self {
        let mut plan = Self::default();
        let above = Above {
            limited: false,
            join: None,
        };
        if let Some(root) = json.get(0).and_then(|first| first.get("Plan")) {
            plan.node(root, above, schemas);
            plan.sorts(root);
        }
        plan
    }

    fn node(&mut self, node: &Value, above: Above<'_>, schemas: &BTreeSet<String>) {
        let kind = text(node, "Node Type").unwrap_or_default();
        if let Some(table) = text(node, "Relation Name") {
            let table = self.table(node, table, schemas);
            if kind != "ModifyTable" {
                self.access(node, kind, table, above);
            }
        }
        if kind == "Bitmap Heap Scan" {
            return;
        }
        for child in children(node) {
            let is_subplan = matches!(
                text(child, "Parent Relationship"),
                Some("InitPlan" | "SubPlan")
            );
            self.node(child, below(node, kind, above, is_subplan), schemas);
        }
    }

    /// Notes the table of a node.
    fn table(&mut self, node: &Value, table: &str, schemas: &BTreeSet<String>) -> Name {
        let schema = text(node, "Schema").unwrap_or(SCRATCH);
        let name = if schema == SCRATCH {
            Name::new(table)
        } else {
            Name::in_schema(schema, table)
        };
        let is_known = schemas.contains(schema)
            || matches!(schema, "pg_catalog" | "information_schema" | SCRATCH);
        if !is_known && !self.outside.contains(&name) {
            self.outside.push(name.clone());
        }
        if let Some(alias) = text(node, "Alias") {
            self.aliases.push((alias.to_owned(), name.clone()));
        }
        name
    }

    fn access(&mut self, node: &Value, kind: &str, table: Name, above: Above<'_>) {
        let owned = |key| text(node, key).map(str::to_owned);
        let mut indexes = Vec::new();
        let mut condition = owned("Index Cond");
        if kind == "Bitmap Heap Scan" {
            bitmap_indexes(node, &mut indexes);
            condition = owned("Recheck Cond");
        } else {
            indexes.extend(owned("Index Name"));
        }
        let order = owned("Order By");
        let filter = owned("Filter");
        let by_place = matches!(kind, "Tid Scan" | "Tid Range Scan" | "Sample Scan");
        if condition.is_none() && order.is_none() && !by_place {
            let filter = filter.as_deref().or(above.join);
            if filter.is_some() || !above.limited {
                self.scans.push(FullScan {
                    table: table.clone(),
                    condition: filter.map(str::to_owned),
                });
            }
        }
        self.accesses.push(Access {
            table,
            indexes,
            condition,
            order,
            filter,
        });
    }

    /// Collects the distances that are sorted by. The names of all tables are known by then.
    fn sorts(&mut self, node: &Value) {
        if matches!(text(node, "Node Type"), Some("Sort" | "Incremental Sort")) {
            let keys = node.get("Sort Key").and_then(Value::as_array);
            for key in keys.into_iter().flatten().filter_map(Value::as_str) {
                if let Some(distance) = self.distance(key)
                    && !self.sorted_by.contains(&distance)
                {
                    self.sorted_by.push(distance);
                }
            }
        }
        children(node).for_each(|child| self.sorts(child));
    }

    fn distance(&self, key: &str) -> Option<Distance> {
        let found = |operator: &'static str| {
            let (left, right) = key.split_once(&format!(" {operator} "))?;
            Some((operator, left, right))
        };
        let (operator, left, right) = DISTANCES.into_iter().find_map(found)?;
        Some(Distance {
            sql: key.to_owned(),
            operator,
            column: self.column(left).or_else(|| self.column(right)),
        })
    }

    /// Returns the table and the column that an operand is: `((items.embedding`.
    fn column(&self, operand: &str) -> Option<(Name, String)> {
        let operand = operand.trim_matches(['(', ')', ' ']);
        let (alias, column) = operand.rsplit_once('.')?;
        let unquoted = |name: &str| name.trim_matches('"').replace("\"\"", "\"");
        let (alias, column) = (unquoted(alias), unquoted(column));
        let (_, table) = self.aliases.iter().find(|(name, _)| *name == alias)?;
        Some((table.clone(), column))
    }
}

/// Returns the part of the plan above the children of a node.
fn below<'p>(node: &'p Value, kind: &str, above: Above<'p>, is_subplan: bool) -> Above<'p> {
    let limited = match kind {
        _ if is_subplan => false,
        "Limit" => true,
        // They read all rows before they return the first.
        "Sort" | "Incremental Sort" | "Aggregate" | "Hash" | "WindowAgg" | "SetOp" => false,
        _ => above.limited,
    };
    let join = match kind {
        "Nested Loop" => text(node, "Join Filter"),
        "Materialize" | "Memoize" | "Gather" => above.join,
        _ => None,
    };
    Above {
        limited,
        join: join.filter(|_| !is_subplan),
    }
}

fn bitmap_indexes(node: &Value, indexes: &mut Vec<String>) {
    for child in children(node) {
        indexes.extend(text(child, "Index Name").map(str::to_owned));
        bitmap_indexes(child, indexes);
    }
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    let plans = node.get("Plans").and_then(Value::as_array);
    plans.into_iter().flatten()
}

fn text<'p>(node: &'p Value, key: &str) -> Option<&'p str> {
    node.get(key)?.as_str()
}
