//! Reading the JSON of `explain`.

use serde_json::Value;

use super::{NodeKind, Plan, PlanNode};
use crate::error::{Error, Result};

/// JSON that is not a plan.
#[derive(Debug, thiserror::Error)]
#[error("the server's answer to `explain` has no `{member}`")]
struct NoPlan {
    member: &'static str,
}

pub(super) fn plan(json: &str) -> Result<Plan> {
    let json: Value = serde_json::from_str(json).map_err(decode)?;
    // A list with one plan for each statement of which a rule makes several.
    let mut first = match json {
        Value::Array(plans) => plans.into_iter().next().unwrap_or_default(),
        other => other,
    };
    let Some(root) = first.get_mut("Plan").map(Value::take) else {
        return Err(decode(NoPlan { member: "Plan" }));
    };
    Ok(Plan {
        root: node(root)?,
        planning_time: first.get("Planning Time").and_then(Value::as_f64),
        execution_time: first.get("Execution Time").and_then(Value::as_f64),
        json: first,
    })
}

fn node(mut json: Value) -> Result<PlanNode> {
    let Some(kind) = json.get("Node Type").and_then(Value::as_str) else {
        return Err(decode(NoPlan {
            member: "Node Type",
        }));
    };
    let kind = NodeKind::new(kind);
    let children = match json.as_object_mut().and_then(|node| node.remove("Plans")) {
        Some(Value::Array(children)) => children.into_iter().map(node).collect::<Result<_>>()?,
        _ => Vec::new(),
    };
    Ok(PlanNode {
        kind,
        json,
        children,
    })
}

fn decode(source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Decode {
        table: None,
        column: None,
        position: 0,
        source: Box::new(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_kind_is_kept() {
        let plan =
            plan(r#"[{"Plan": {"Node Type": "Async Foo", "Plans": [{"Node Type": "Sort"}]}}]"#);
        let plan = plan.unwrap();
        assert_eq!(plan.root().kind(), &NodeKind::Other("Async Foo".into()));
        assert_eq!(plan.root().children()[0].kind(), &NodeKind::Sort);
        assert_eq!(plan.to_string(), "Async Foo (rows=0)\n  Sort (rows=0)\n");
    }

    #[test]
    fn what_is_no_plan_is_an_error() {
        for json in [
            "",
            "[]",
            "{}",
            "[1]",
            r#"[{"Plan": 1}]"#,
            r#"[{"Plan": {"Plans": []}}]"#,
        ] {
            assert!(matches!(plan(json), Err(Error::Decode { .. })), "{json}");
        }
    }
}
