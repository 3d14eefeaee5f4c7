//! A plan as a tree of nodes.

use std::fmt;

use serde_json::Value;

use super::parse;

/// The plan of a statement, from `explain (format json)`.
///
/// ```
/// use schema_core::query::plan::{NodeKind, Plan};
///
/// // What the server returns for `explain (format json) select … from patients where email = $1`.
/// let plan = Plan::parse(
///     r#"[{"Plan": {"Node Type": "Index Scan", "Relation Name": "patients", "Index Name": "patients_email_key",
///        "Startup Cost": 0.15, "Total Cost": 8.17, "Plan Rows": 1, "Index Cond": "(email = 'a'::text)"}}]"#,
/// )?;
/// assert_eq!(plan.root().kind(), &NodeKind::IndexScan);
/// assert_eq!(plan.root().table(), Some("patients"));
/// assert_eq!(plan.root().estimated_rows(), 1.0);
/// assert_eq!(plan.indexes(), ["patients_email_key"]);
/// assert!(plan.sequential_scans().is_empty());
/// # Ok::<(), schema_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub(super) root: PlanNode,
    pub(super) planning_time: Option<f64>,
    pub(super) execution_time: Option<f64>,
    pub(super) json: Value,
}

impl Plan {
    /// Returns the node that produces the result. Its children are the nodes below it.
    pub fn root(&self) -> &PlanNode {
        &self.root
    }

    /// Returns all nodes, each before its children.
    pub fn nodes(&self) -> Vec<&PlanNode> {
        let mut nodes = Vec::new();
        self.root.collect(&mut nodes);
        nodes
    }

    /// Returns the names of the indexes that are read, each once.
    pub fn indexes(&self) -> Vec<&str> {
        distinct(self.nodes().into_iter().filter_map(PlanNode::index))
    }

    /// Returns the names of the tables that are read row by row, each once.
    pub fn sequential_scans(&self) -> Vec<&str> {
        let scans = self.nodes().into_iter();
        let scans = scans.filter(|node| node.kind == NodeKind::SeqScan);
        distinct(scans.filter_map(PlanNode::table))
    }

    /// Returns the names of the tables that are read or changed, each once.
    pub fn tables(&self) -> Vec<&str> {
        distinct(self.nodes().into_iter().filter_map(PlanNode::table))
    }

    /// Returns the milliseconds that the server needed to make the plan; `analyze` measures them.
    pub fn planning_time(&self) -> Option<f64> {
        self.planning_time
    }

    /// Returns the milliseconds that the statement ran; `analyze` measures them.
    pub fn execution_time(&self) -> Option<f64> {
        self.execution_time
    }

    /// Returns everything that the server reported.
    pub fn json(&self) -> &Value {
        &self.json
    }
}

/// Keeps the first of equal names.
fn distinct<'p>(names: impl Iterator<Item = &'p str>) -> Vec<&'p str> {
    let mut list = Vec::new();
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
    list
}

/// A step of a [`Plan`].
#[derive(Debug, Clone, PartialEq)]
pub struct PlanNode {
    pub(super) kind: NodeKind,
    pub(super) json: Value,
    pub(super) children: Vec<Self>,
}

impl PlanNode {
    /// Returns what the node does.
    pub fn kind(&self) -> &NodeKind {
        &self.kind
    }

    /// Returns the name of the table that the node reads or changes.
    pub fn table(&self) -> Option<&str> {
        self.text("Relation Name")
    }

    /// Returns the Postgres schema of the table. Only [`verbose`](super::Explain::verbose) shows it.
    pub fn schema(&self) -> Option<&str> {
        self.text("Schema")
    }

    /// Returns the name under which the statement reads the table.
    pub fn alias(&self) -> Option<&str> {
        self.text("Alias")
    }

    /// Returns the name of the index that the node reads.
    pub fn index(&self) -> Option<&str> {
        self.text("Index Name")
    }

    /// Returns the number of rows that the server expects.
    pub fn estimated_rows(&self) -> f64 {
        self.number("Plan Rows").unwrap_or_default()
    }

    /// Returns the cost that the server expects until all rows are returned, in the server's units.
    pub fn total_cost(&self) -> f64 {
        self.number("Total Cost").unwrap_or_default()
    }

    /// Returns the cost that the server expects until the first row is returned.
    pub fn startup_cost(&self) -> f64 {
        self.number("Startup Cost").unwrap_or_default()
    }

    /// Returns the number of rows that each run of the node returned, on average; `analyze` counts them.
    pub fn actual_rows(&self) -> Option<f64> {
        self.number("Actual Rows")
    }

    /// Returns how often the node ran; `analyze` counts it.
    pub fn loops(&self) -> Option<f64> {
        self.number("Actual Loops")
    }

    /// Returns the milliseconds that each run of the node needed, with its children; `analyze` measures them.
    pub fn actual_time(&self) -> Option<f64> {
        self.number("Actual Total Time")
    }

    /// Returns the conditions: by their kinds, such as `Index Cond` and `Filter`, and as SQL.
    pub fn conditions(&self) -> Vec<(&str, &str)> {
        let Value::Object(members) = &self.json else {
            return Vec::new();
        };
        members
            .iter()
            .filter(|(name, _)| name.ends_with("Cond") || name.ends_with("Filter"))
            .filter_map(|(name, condition)| Some((name.as_str(), condition.as_str()?)))
            .collect()
    }

    /// Returns the nodes whose rows this one reads.
    pub fn children(&self) -> &[Self] {
        &self.children
    }

    /// Returns everything that the server reported about the node, without its children.
    pub fn json(&self) -> &Value {
        &self.json
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.json.get(name)?.as_str()
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.json.get(name)?.as_f64()
    }

    fn collect<'p>(&'p self, nodes: &mut Vec<&'p Self>) {
        nodes.push(self);
        for child in &self.children {
            child.collect(nodes);
        }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "{:width$}{}", "", self.kind, width = 2 * depth)?;
        if let Some(index) = self.index() {
            write!(f, " using {index}")?;
        }
        if let Some(table) = self.table() {
            write!(f, " on {table}")?;
        }
        write!(f, " (rows={}", self.estimated_rows())?;
        if let Some(rows) = self.actual_rows() {
            write!(f, ", actual rows={rows}")?;
        }
        writeln!(f, ")")?;
        for (name, condition) in self.conditions() {
            let width = 2 * depth + 4;
            writeln!(f, "{:width$}{name}: {condition}", "")?;
        }
        self.children
            .iter()
            .try_for_each(|child| child.write(f, depth + 1))
    }
}

/// The nodes, one a line, each below the one that reads it.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.write(f, 0)
    }
}

macro_rules! kinds {
    ($($name:ident $text:literal;)*) => {
        /// What a [`PlanNode`] does. The ones that Rust or this library has another type for end with `Node`.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum NodeKind {
            $(
                #[doc = concat!("`", $text, "`")]
                $name,
            )*
            /// Any other kind, by the server's name for it.
            Other(Box<str>),
        }

        impl NodeKind {
            pub(super) fn new(text: &str) -> Self {
                match text {
                    $($text => Self::$name,)*
                    other => Self::Other(other.into()),
                }
            }

            /// Returns the server's name for it.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$name => $text,)*
                    Self::Other(text) => text,
                }
            }
        }
    };
}

kinds! {
    SeqScan "Seq Scan";
    IndexScan "Index Scan";
    IndexOnlyScan "Index Only Scan";
    BitmapIndexScan "Bitmap Index Scan";
    BitmapHeapScan "Bitmap Heap Scan";
    SampleScan "Sample Scan";
    TidScan "Tid Scan";
    TidRangeScan "Tid Range Scan";
    SubqueryScan "Subquery Scan";
    FunctionScan "Function Scan";
    TableFunctionScan "Table Function Scan";
    ValuesScan "Values Scan";
    CteScan "CTE Scan";
    WorkTableScan "WorkTable Scan";
    ForeignScan "Foreign Scan";
    NestedLoop "Nested Loop";
    MergeJoin "Merge Join";
    HashJoin "Hash Join";
    HashNode "Hash";
    Sort "Sort";
    IncrementalSort "Incremental Sort";
    Group "Group";
    AggregateNode "Aggregate";
    WindowAgg "WindowAgg";
    Unique "Unique";
    SetOp "SetOp";
    LockRows "LockRows";
    LimitNode "Limit";
    AppendNode "Append";
    MergeAppend "Merge Append";
    RecursiveUnion "Recursive Union";
    BitmapAnd "BitmapAnd";
    BitmapOr "BitmapOr";
    Materialize "Materialize";
    Memoize "Memoize";
    Gather "Gather";
    GatherMerge "Gather Merge";
    ProjectSet "ProjectSet";
    ResultNode "Result";
    ModifyTable "ModifyTable";
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Plan {
    /// Reads the server's answer to `explain (format json)`, for example from a log. Kinds of nodes that this version does
    /// not know are [`NodeKind::Other`].
    ///
    /// # Errors
    /// [`Error::Decode`](crate::Error::Decode) if it is not a plan.
    pub fn parse(json: &str) -> crate::Result<Self> {
        parse::plan(json)
    }
}
