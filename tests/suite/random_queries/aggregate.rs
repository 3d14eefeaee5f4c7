//! Groups, aggregates and windows.

use schema_core::expr::function::{
    any_value, array_agg, array_agg_with_nulls, bool_and, bool_or, cume_dist, current_row,
    first_value, following, jsonb_agg, jsonb_object_agg, lag, last_value, lead, mode, nth_value,
    ntile, percent_rank, percentile_cont, preceding, stddev, string_agg, unbounded_following,
    unbounded_preceding,
};
use schema_core::expr::{cube, grouping, grouping_sets, rollup};
use schema_core::prelude::*;
use uuid::Uuid;

use crate::expression::{Ex, Ty, condition, expr, with_type};
use crate::run::{Made, query};
use crate::select::orderings;
use crate::tables::{Part, Thing, Twin};
use schema_tests::choices::Choices;
use schema_tests::choose;

type Things = (Thing,);
type Both = (Thing, Option<Twin>);

/// Selects an aggregate with and without groups.
macro_rules! selected {
    ($c:ident, $aggregate:expr) => {{
        let (aggregate, filter) = ($aggregate, condition::<Things>($c));
        let things = Thing.select().filter(filter);
        choose!($c, "groups"; ;
            "none" => query(things.columns(aggregate)),
            "column" => query(things.group_by(Thing.boolean_or).columns((Thing.boolean_or, aggregate))),
            "column, having" => query(
                things.group_by(Thing.mood).having(count().gt(1)).columns((aggregate, Thing.mood)).order_by(Thing.mood),
            ),
            "rollup" => query(
                things
                    .group_by(rollup((Thing.boolean, Thing.mood)))
                    .columns((Thing.boolean, Thing.mood, aggregate, grouping((Thing.boolean, Thing.mood)))),
            ),
        )
    }};
}

/// The same with modifiers of the aggregate.
macro_rules! modified {
    ($c:ident, $aggregate:expr) => {
        choose!($c, "modifiers"; ;
            "none" => selected!($c, $aggregate),
            "filter" => selected!($c, $aggregate.filter(condition::<Things>($c))),
        )
    };
}

/// Evaluates an aggregate of an expression of either nullability.
macro_rules! of {
    ($c:ident, $type:ty, $name:ident => $aggregate:expr) => {
        match expr::<Things, $type>($c) {
            Ex::Never($name) => modified!($c, $aggregate),
            Ex::Null($name) => modified!($c, $aggregate),
        }
    };
}

pub(crate) fn aggregate(c: &mut Choices) -> Made {
    choose!(c, "aggregate"; ;
        "count(*)" => modified!(c, count()),
        "count of integer" => count_of_any::<i32>(c),
        "count of text" => count_of_any::<String>(c),
        "count of jsonb" => count_of_any::<serde_json::Value>(c),
        "sum of integer" => of!(c, i32, e => sum(e)),
        "sum of bigint" => of!(c, i64, e => sum(e)),
        "sum of numeric" => of!(c, rust_decimal::Decimal, e => sum(e)),
        "sum distinct" => of!(c, f64, e => sum(e).distinct()),
        "avg" => of!(c, i32, e => avg(e)),
        "min" => of!(c, String, e => min(e)),
        "max" => of!(c, chrono::DateTime<chrono::Utc>, e => max(e)),
        "max of enum" => of!(c, crate::tables::Mood, e => max(e)),
        "min of inet" => of!(c, schema_core::types::Inet, e => min(e)),
        "bool_and" => of!(c, bool, e => bool_and(e)),
        "bool_or" => of!(c, bool, e => bool_or(e)),
        "string_agg" => of!(c, String, e => string_agg(e, ",").order_by(Thing.id.desc())),
        "string_agg distinct" => of!(c, String, e => string_agg(e, ",").distinct()),
        "array_agg_with_nulls" => of!(c, i32, e => array_agg_with_nulls(e)),
        "array_agg" => match expr::<Things, Uuid>(c) {
            Ex::Never(e) => modified!(c, array_agg(e)),
            Ex::Null(e) => modified!(c, array_agg(e.clone().assume_not_null()).filter(e.is_not_null())),
        },
        "any_value" => of!(c, chrono::NaiveDate, e => any_value(e)),
        "jsonb_agg" => of!(c, Vec<i32>, e => jsonb_agg(e)),
        "jsonb_object_agg" => of!(c, i32, e => jsonb_object_agg(Thing.text, e)),
        "stddev" => of!(c, f64, e => stddev(e)),
        "percentile_cont" => of!(c, f64, e => percentile_cont(0.5).within_group(e)),
        "mode" => of!(c, String, e => mode().within_group(e)),
        "bit_and" => of!(c, i64, e => schema_core::expr::function::bit_and(e)),
        "arithmetic" => match expr::<Things, i32>(c) {
            Ex::Never(e) => selected!(c, sum(e) / 2_i64),
            Ex::Null(e) => selected!(c, sum(e) / 2_i64),
        },
    )
}

fn count_of_any<T: Ty>(c: &mut Choices) -> Made {
    let e = expr::<Things, T>(c).nullable();
    choose!(c, "count"; ;
        "count" => modified!(c, count_of(e)),
        "count distinct" => modified!(c, count_distinct(e)),
    )
}

pub(crate) fn group(c: &mut Choices) -> Made {
    let filter = condition::<Things>(c);
    let things = Thing.select().filter(filter);
    let joined = Thing.select().left_join(Twin, condition::<Both>(c));
    choose!(c, "group by"; ;
        "primary key" => query(
            things.inner_join(Part, Part.thing_id.eq(Thing.id)).group_by(Thing.id).columns((Thing.text, Thing.int_or, max(Part.code))),
        ),
        "expression" => {
            let ten = param!(10);
            let tens = Thing.int / ten;
            query(things.group_by(tens).columns((grouped(tens), count())).order_by(grouped(tens).desc()))
        },
        "column of an outer join" => {
            let numbers = expr::<Both, i32>(c).nullable();
            query(joined.group_by(Twin.text).columns((Twin.text, count(), max(numbers))))
        },
        "columns of both tables" => query(
            joined.group_by((Thing.mood, Twin.mood)).having(count().ge(1)).columns((Twin.mood, Thing.mood, count_of(Twin.id))),
        ),
        "cube" => query(
            things.group_by((Thing.mood, cube((Thing.boolean, Thing.small)))).columns((Thing.mood, Thing.boolean, Thing.small, count())),
        ),
        "grouping sets" => query(
            things
                .group_by(grouping_sets((Thing.mood, Thing.boolean), ((Thing.mood, Thing.boolean), Thing.boolean, ())))
                .columns((Thing.mood, Thing.boolean, sum(Thing.int))),
        ),
        "window over groups" => query(
            things.group_by(Thing.mood).columns((Thing.mood, rank().over(order_by(count().desc())), max(Thing.int))),
        ),
    )
}

/// Selects window functions of an expression.
macro_rules! window_functions {
    ($c:ident, $e:ident) => {{
        let filter = condition::<Things>($c);
        let things = Thing.select().filter(filter);
        let window = partition_by(Thing.boolean).order_by(orderings::<Things>($c));
        choose!($c, "window"; ;
            "row_number, lag" => query(things.columns((row_number().over(window.clone()), lag($e).over(window)))),
            "lead with default" => query(things.columns(lead($e.clone()).offset(2).default($e).over(window))),
            "first_value" => query(things.columns((first_value($e.clone()).over(window), first_value($e).over(())))),
            "last_value, rows" => query(
                things.columns(last_value($e).over(order_by(Thing.id).rows_between(preceding(1), following(1)))),
            ),
            "first_value, empty frame" => query(
                things.columns(first_value($e).over(order_by(Thing.id).rows_between(following(1), following(3)))),
            ),
            "nth_value" => query(things.columns(nth_value($e, 2).over(window))),
            "exclude current row" => query(
                things.columns(
                    first_value($e).over(
                        order_by(Thing.int.desc())
                            .range_between(preceding(2), unbounded_following())
                            .exclude_current_row(),
                    ),
                ),
            ),
            "groups" => query(
                things.columns((
                    count_of($e).over(order_by(Thing.mood).groups_between(current_row(), following(1))),
                    rank().over(window.clone()),
                    dense_rank().over(window),
                )),
            ),
            "ranks" => query(
                things.columns((ntile(3).over(window.clone()), percent_rank().over(window.clone()), cume_dist().over(window))),
            ),
            "aggregates" => query(
                things.columns((
                    sum(Thing.int_or).over(window.clone()),
                    avg(Thing.int).over(window),
                    count().over(order_by(Thing.id).rows_between(unbounded_preceding(), preceding(1))),
                    max(Thing.text).over(()),
                    count_of($e).filter(Thing.boolean).over(()),
                )),
            ),
        )
    }};
}

pub(crate) fn window(c: &mut Choices) -> Made {
    with_type!(c, "window of", T => window_of::<T>(c))
}

fn window_of<T: Ty>(c: &mut Choices) -> Made {
    match expr::<Things, T>(c) {
        Ex::Never(e) => window_functions!(c, e),
        Ex::Null(e) => window_functions!(c, e),
    }
}
