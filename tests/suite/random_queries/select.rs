//! `select` of one expression, from one table or from a join.

use schema_core::prelude::*;
use schema_core::query::from::{only, tablesample_bernoulli};

use crate::expression::{Env, Ex, Ty, condition, expr, with_type};
use crate::run::{Made, query};
use crate::tables::{Loose, Part, Thing, Twin};
use schema_tests::choices::Choices;
use schema_tests::choose;

/// Declares a function that adds clauses to a query over `$query` and selects an expression over `$scope`.
macro_rules! finish {
    ($($name:ident $one:ident: $query:ty, $scope:ty;)*) => {$(
        fn $name<R: 'static>(c: &mut Choices, mut select: BoxedSelect<'static, $query, R>) -> Made {
            for _ in 0..c.below(3) {
                select = select.filter(condition::<$scope>(c));
            }
            select = select.order_by(orderings::<$scope>(c));
            if c.flag() {
                select = select.limit(c.one_of(&[Some(3), None, Some(0)]));
            }
            if c.flag() {
                select = select.offset(1);
            }
            with_type!(c, "select", T => $one::<T, R>(c, select))
        }

        fn $one<T: Ty, R: 'static>(c: &mut Choices, select: BoxedSelect<'static, $query, R>) -> Made {
            match expr::<$scope, T>(c) {
                Ex::Never(e) => query(select.columns(e)),
                Ex::Null(e) => query(select.columns(e)),
            }
        }
    )*};
}

/// An ordering by an expression of one type.
pub(crate) fn ordering<S: Env, T: Ty>(c: &mut Choices) -> BoxedOrdering<'static, S> {
    let key = expr::<S, T>(c).nullable();
    choose!(c, "ordering"; ;
        "asc" => key.asc().boxed(),
        "desc" => key.desc().boxed(),
        "nulls first" => key.asc().nulls_first().boxed(),
        "nulls last" => key.desc().nulls_last().boxed(),
    )
}

/// Orderings by random expressions.
pub(crate) fn orderings<S: Env>(c: &mut Choices) -> Vec<BoxedOrdering<'static, S>> {
    let mut orderings = Vec::new();
    for _ in 0..c.below(3) {
        orderings.push(with_type!(c, "order by", T => ordering::<S, T>(c)));
    }
    orderings
}

finish! {
    of_thing one_of_thing: (Thing,), (Thing,);
    of_left one_of_left: (Thing, Option<Twin>), (Thing, Option<Twin>);
    of_inner one_of_inner: (Thing, Twin), (Thing, Option<Twin>);
    of_right one_of_right: (Option<Thing>, Twin), (Thing, Option<Twin>);
    of_full one_of_full: (Option<Thing>, Option<Twin>), (Thing, Option<Twin>);
}

pub(crate) fn from_one_table(c: &mut Choices) -> Made {
    choose!(c, "from"; ;
        "table" => of_thing(c, Thing.select().boxed()),
        "only" => of_thing(c, only(Thing).select().boxed()),
        "tablesample" => of_thing(c, tablesample_bernoulli(Thing, 60.0).select().boxed()),
        "distinct" => of_thing(c, Thing.select().distinct().boxed()),
    )
}

pub(crate) fn from_join(c: &mut Choices) -> Made {
    type Both = (Thing, Option<Twin>);
    let on = condition::<Both>(c);
    let things = Thing.select();
    choose!(c, "join"; ;
        "inner" => of_inner(c, things.inner_join(Twin, on).boxed()),
        "inner, equal keys" => of_inner(c, things.inner_join(Twin, Thing.int.eq(Twin.int_or)).boxed()),
        "left" => of_left(c, things.left_join(Twin, on).boxed()),
        "left, no row" => of_left(c, things.left_join(Twin, on.is_null().and(false)).boxed()),
        "right" => of_right(c, things.right_join(Twin, Thing.id.lt(Twin.id)).boxed()),
        "full" => of_full(c, things.full_join(Twin, Thing.id.eq(Twin.big)).boxed()),
        "cross" => of_inner(c, things.cross_join(Twin).boxed()),
        "left, all columns" => query(things.left_join(Twin, on)),
        "full, all columns" => query(things.full_join(Twin, Thing.big.eq(Twin.id)).order_by(Thing.id)),
        "left, if found" => query(
            things.left_join(Twin, on).columns((Thing.id, Twin.if_found((Twin.text, Twin.int_or)))),
        ),
        "left, a table without required columns" => {
            let on = condition::<(Thing,)>(c);
            query(things.left_join(Loose, on).columns((Thing.id, Loose.all())))
        },
        "three tables" => {
            let (on, filter) = (condition::<(Thing,)>(c), condition::<Both>(c));
            query(
                things
                    .left_join(Part, on.and(Part.thing_id.eq(Thing.id)))
                    .left_join(Twin, Twin.id.eq(Part.thing_id))
                    .filter(filter)
                    .columns((Thing.id, Part.code, Part.weight, Twin.text, Part.label.concat(Twin.text))),
            )
        },
        "by a foreign key" => {
            let filter = condition::<(Thing,)>(c);
            query(Part.select().left_join_on(Part.thing_id).filter(filter).columns((Part.id, Thing.id, Thing.mood)))
        },
        "right, by a foreign key" => query(Part.select().right_join_on(Part.thing_id)),
    )
}
