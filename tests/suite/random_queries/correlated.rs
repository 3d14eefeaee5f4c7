//! Subqueries that read the sources of the query around them.

use schema_core::prelude::*;

use crate::expression::{Ex, condition, ex};
use crate::tables::{Part, Thing, Twin};
use schema_tests::choices::Choices;
use schema_tests::choose;

/// Sources that a subquery can read.
pub(crate) trait Correlated: Sized {
    fn exists(choices: &mut Choices) -> Ex<Self, bool>;
    fn count(choices: &mut Choices) -> Ex<Self, i64>;
}

macro_rules! correlated {
    ($scope:ty, $outer:ident) => {
        impl Correlated for $scope {
            fn exists(c: &mut Choices) -> Ex<Self, bool> {
                let parts = Part
                    .select()
                    .correlate($outer)
                    .filter(Part.thing_id.eq($outer.id));
                choose!(c, "correlated"; ;
                    "exists" => ex(exists(parts)),
                    "exists, grouped" => ex(exists(parts.group_by(Part.label).having(count().gt(1)).columns(Part.label))),
                    "in" => ex($outer.int.is_in(parts.columns(Part.code))),
                    "> all" => ex($outer.int.gt(schema_core::expr::all(parts.columns(Part.code)))),
                    "scalar" => ex(scalar(parts.columns(max(Part.code))).eq($outer.int_or)),
                    "boxed condition" => {
                        // A condition of the outer query, inside the subquery.
                        let condition = condition::<(Thing,)>(c);
                        ex(exists(Part.select().correlate(Thing).filter(condition)))
                    },
                )
            }

            fn count(c: &mut Choices) -> Ex<Self, i64> {
                let parts = Part
                    .select()
                    .correlate($outer)
                    .filter(Part.thing_id.eq($outer.id));
                choose!(c, "correlated count"; ;
                    "count" => ex(scalar(parts.columns(count()))),
                    "sum" => ex(scalar(parts.columns(sum(Part.code)))),
                    "first" => ex(scalar(parts.order_by(Part.id.desc()).limit(1).columns(Part.id))),
                    "column of the outer query" => ex(scalar(parts.columns($outer.big).limit(1))),
                )
            }
        }
    };
}

correlated!((Thing,), Thing);
correlated!((Thing, Option<Twin>), Twin);
