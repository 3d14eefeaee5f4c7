//! Assertions about plans, for tests.

use super::{NodeKind, Plan, PlanNode};
use crate::def::TableName;
use crate::table::{Relation, Source, SourceColumns, Table};

impl Plan {
    /// Asserts that the plan does not read the table row by row. The message contains the plan.
    ///
    /// ```should_panic
    /// # use schema_core::prelude::*;
    /// # use schema_core::query::plan::Plan;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// let json = r#"[{"Plan": {"Node Type": "Seq Scan", "Relation Name": "patients", "Plan Rows": 7}}]"#;
    /// Plan::parse(json).unwrap().assert_no_seq_scan_of(Patient);
    /// ```
    ///
    /// # Panics
    /// If it does.
    #[track_caller]
    pub fn assert_no_seq_scan_of<T>(&self, _table: T)
    where
        T: SourceColumns<Source: Source<Relation: Table>>,
    {
        let name = <<T::Source as Source>::Relation as Relation>::NAME;
        let scanned = self
            .nodes()
            .into_iter()
            .any(|node| *node.kind() == NodeKind::SeqScan && reads(node, name));
        assert!(
            !scanned,
            "the plan scans table `{}` sequentially; add an index for its conditions, or change them:\n{self}",
            name.name
        );
    }

    /// Asserts that the plan reads no table row by row. The message contains the plan.
    ///
    /// # Panics
    /// If it does.
    #[track_caller]
    pub fn assert_no_seq_scan(&self) {
        let scans = self.sequential_scans();
        assert!(
            scans.is_empty(),
            "the plan scans tables sequentially: {}; add an index for their conditions:\n{self}",
            scans.join(", ")
        );
    }

    /// Asserts that the plan reads an index. The message contains the plan.
    ///
    /// # Panics
    /// If it does not.
    #[track_caller]
    pub fn assert_uses_index(&self, index: &str) {
        let indexes = self.indexes();
        let used = if indexes.is_empty() {
            String::from("none")
        } else {
            indexes.join(", ")
        };
        assert!(
            indexes.contains(&index),
            "the plan does not use index `{index}`, and of others it uses {used}:\n{self}"
        );
    }
}

/// Returns true if the node reads the table. The plan names Postgres schemas only if it is verbose.
fn reads(node: &PlanNode, name: TableName) -> bool {
    node.table() == Some(name.name)
        && match (node.schema(), name.schema) {
            (Some(actual), Some(expected)) => actual == expected,
            _ => true,
        }
}
