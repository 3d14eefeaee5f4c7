//! The model of an exclusion constraint.

use schema_ddl::model::{Exclusion, ExclusionElement, IndexOn};

use super::deferrable;
use crate::def::{ExclusionDef, ExclusionElementDef, IndexOn as IndexOnDef};

pub(super) fn exclusion(name: String, def: &ExclusionDef) -> Exclusion {
    Exclusion {
        name,
        method: def.method.to_owned(),
        elements: def.elements.iter().map(element).collect(),
        filter: def.filter.map(str::to_owned),
        deferrable: deferrable(def.deferrable),
        comment: None,
    }
}

fn element(def: &ExclusionElementDef) -> ExclusionElement {
    ExclusionElement {
        on: match def.on {
            IndexOnDef::Column(name) => IndexOn::Column(name.to_owned()),
            IndexOnDef::Expression(expression) => IndexOn::Expression(expression.to_owned()),
        },
        operator_class: def.operator_class.map(str::to_owned),
        operator: def.operator.to_owned(),
    }
}
