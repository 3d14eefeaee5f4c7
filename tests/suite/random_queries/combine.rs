//! Queries made of queries: derived tables, lateral joins, `with`, set operations, functions in `from`.

use schema_core::expr::function::{char_length, coalesce};
use schema_core::prelude::*;
use schema_core::query::clause::{is_cycle, search_order};
use schema_core::types::{NeverNull, Nullable};
use serde_json::Value;

use crate::expression::{Ex, condition, expr};
use crate::run::{Made, query};
use crate::select::orderings;
use crate::tables::{Part, Random as _, Thing};
use schema_tests::choices::Choices;
use schema_tests::choose;

type Things = (Thing,);

#[derive(Selectable)]
struct Sub {
    key: i32,
    number: Option<i32>,
    text: Option<String>,
}

alias!(OtherSub = Sub);

#[derive(Selectable, Clone)]
struct Listed {
    key: i32,
    text: Option<String>,
}

#[derive(Selectable)]
struct Step {
    id: i64,
    text: String,
}

#[derive(Selectable)]
struct Entry {
    key: String,
    value: Option<Value>,
}

#[derive(Selectable)]
struct NumberedWord {
    word: String,
    number: i64,
}

sql_function! {
    set fn jsonb_each(value: Value) -> (String, Option<Value>);
    set fn split(text: String, delimiter: String) -> String = "string_to_table";
}

type Key = BoxedExpr<'static, Things, i32, NeverNull>;
type Number = BoxedExpr<'static, Things, i32, Nullable>;
type Text = BoxedExpr<'static, Things, String, Nullable>;

/// An expression that is never NULL.
fn key(c: &mut Choices) -> Key {
    match expr::<Things, i32>(c) {
        Ex::Never(e) => e,
        Ex::Null(e) => coalesce(e, Thing.int).boxed_expr(),
    }
}

fn sub(c: &mut Choices) -> SelectSub<Key, Number, Text> {
    SelectSub {
        key: key(c),
        number: expr::<Things, i32>(c).nullable(),
        text: expr::<Things, String>(c).nullable(),
    }
}

macro_rules! things {
    ($c:ident) => {{
        let filter = condition::<Things>($c);
        Thing.select().filter(filter).columns(sub($c))
    }};
}

pub(crate) fn derived(c: &mut Choices) -> Made {
    let things = things!(c);
    choose!(c, "derived table"; ;
        "as_table" => query(things.as_table().select().filter(Sub.number.gt(1).or(Sub.text.is_null()))),
        "as_alias" => query(things.limit(3).as_alias(OtherSub).select().columns((OtherSub.key + 1, OtherSub.text))),
        "inner join" => query(
            Part.select().inner_join(things.as_table(), Sub.key.eq(Part.code)).columns((Part.id, Sub.key, Sub.number)),
        ),
        "left join" => query(
            Part.select().left_join(things.as_table(), Sub.key.eq(Part.code)).columns((Part.id, Sub.key, Sub.number)),
        ),
        "lateral" => {
            let parts = Part
                .select()
                .correlate(Thing)
                .filter(Part.thing_id.eq(Thing.id))
                .filter(condition::<Things>(c))
                .columns(SelectSub { key: Part.code, number: Thing.int_or, text: Part.label.nullable() })
                .order_by(Part.id)
                .limit(2)
                .as_table();
            if c.flag() {
                query(Thing.select().left_join_lateral(parts).columns((Thing.id, Sub.key, Sub.number, Sub.text)))
            } else {
                query(Thing.select().inner_join_lateral(parts).columns((Thing.id, Sub.key, Sub.number, Sub.text)))
            }
        },
        "grouped" => query(things.as_table().select().group_by(Sub.text).columns((Sub.text, sum(Sub.key), max(Sub.number)))),
    )
}

pub(crate) fn named(c: &mut Choices) -> Made {
    let things = things!(c);
    choose!(c, "with"; ;
        "one name" => query(with(things).query(Sub.select().filter(Sub.key.gt(0)))),
        "materialized" => query(with(things).materialized().query(Sub.select().columns((Sub.key, Sub.text)))),
        "not materialized" => query(
            with(things).not_materialized().query(
                Sub.select().left_join(OtherSub, Sub.key.eq(OtherSub.number)).columns((Sub.key, OtherSub.key, OtherSub.text)),
            ),
        ),
        "in a subquery" => query(
            with(things).query(
                Part.select()
                    .uses(Sub)
                    .filter(Part.code.is_in(Sub.select().columns(Sub.key)))
                    .columns(Part.id),
            ),
        ),
        "recursive" => {
            let start = Thing.select().filter(condition::<Things>(c)).columns(SelectStep { id: Thing.id, text: Thing.text });
            let next = Part
                .select()
                .inner_join(Step, Part.thing_id.eq(Step.id).and(char_length(Step.text).lt(20)))
                .columns(SelectStep { id: Part.id + 1, text: Step.text.concat("/").concat(Part.label) });
            let steps = with_recursive(start.union(next));
            choose!(c, "recursive"; ;
                "plain" => query(steps.query(Step.select())),
                "search depth first" => query(
                    steps.search_depth_first(Step.id).query(Step.select().order_by(search_order(Step))),
                ),
                "cycle" => query(steps.cycle(Step.id).query(Step.select().columns((Step.id, is_cycle(Step))))),
            )
        },
        "of a delete" => {
            let filter = condition::<(Thing,)>(c);
            let deleted = Part
                .delete()
                .using(Thing)
                .filter(Part.thing_id.eq(Thing.id))
                .filter(filter)
                .returning(SelectSub { key: Part.code, number: Part.code.nullable(), text: Part.label.nullable() });
            query(with(deleted).query(Sub.select()))
        },
        "of an update" => {
            let updated = Thing
                .update()
                .set(Thing.int_or, expr::<Things, i32>(c).nullable())
                .filter(condition::<Things>(c))
                .returning(sub(c));
            query(with(updated).query(Sub.select().filter(Sub.text.is_not_null())))
        },
    )
}

/// Combines two queries.
macro_rules! combined {
    ($c:ident, $things:ident, $parts:ident) => {
        choose!($c, "set operation"; ;
            "union" => query($things.union($parts)),
            "union all" => query($things.union_all($parts).order_by(output::<1>())),
            "intersect" => query($things.intersect($parts).limit(2)),
            "intersect all" => query($parts.intersect_all($things)),
            "except" => query($things.except($parts).order_by((output::<2>().desc(), output::<1>())).offset(1)),
            "except all" => query($parts.except_all($things)),
            "nested" => query($things.limit(2).union_all($parts.except($parts)).union($parts)),
        )
    };
}
pub(crate) fn set_operation(c: &mut Choices) -> Made {
    let number = expr::<Things, i32>(c);
    let (text, filter) = (expr::<Things, String>(c).nullable(), condition::<Things>(c));
    let parts = Part.select().columns((Part.code, Part.label));
    // The first column can be NULL in neither query, or in one of them.
    match number {
        Ex::Never(number) => {
            let things = Thing.select().filter(filter).columns((number, text));
            combined!(c, things, parts)
        }
        Ex::Null(number) => {
            let things = Thing.select().filter(filter).columns((number, text));
            combined!(c, things, parts)
        }
    }
}

pub(crate) fn function_table(c: &mut Choices) -> Made {
    choose!(c, "from a function"; ;
        "generate_series" => {
            let numbers = generate_series(1_i64, c.one_of(&[3, 0, 5]));
            query(numbers.select().filter(numbers.value.gt(1)))
        },
        "unnest" => {
            let list = unnest(Vec::<i32>::random(c));
            let next = list.value + 1;
            query(list.select().columns(next))
        },
        "values" => {
            let rows: Vec<_> = (0..c.below(3))
                .map(|_| Listed { key: i32::random(c), text: crate::tables::maybe(c) })
                .collect();
            query(Thing.select().left_join(values(rows), Listed.key.eq(Thing.int)).columns((Thing.id, Listed.key, Listed.text)))
        },
        "jsonb_each, lateral" => query(
            Thing
                .select()
                .filter(schema_core::expr::function::jsonb_typeof(Thing.json).eq("object"))
                .inner_join_lateral(jsonb_each(Thing.json).as_alias(Entry))
                .columns((Thing.id, Entry.key, Entry.value)),
        ),
        "of a boxed expression" => {
            let text = expr::<Things, String>(c).nullable();
            query(
                Thing
                    .select()
                    .left_join_lateral(split(text, " ").with_ordinality(NumberedWord))
                    .columns((Thing.id, NumberedWord.word, NumberedWord.number)),
            )
        },
    )
}

pub(crate) fn other_select(c: &mut Choices) -> Made {
    let things = Thing.select().filter(condition::<Things>(c));
    choose!(c, "other clause"; ;
        "distinct" => query(things.columns(sub(c)).distinct()),
        "distinct on" => query(things.columns((Thing.id, Thing.text_or)).distinct_on(Thing.mood)),
        "distinct on, ordered" => query(
            things.distinct_on((Thing.mood_or, Thing.boolean)).order_by(Thing.id.desc()).columns(sub(c)),
        ),
        "with ties" => query(things.order_by(Thing.int_or.desc()).columns(Thing.id).limit_with_ties(2)),
        "for update" => query(things.columns(Thing.id).for_update()),
        "for no key update nowait" => query(things.columns(sub(c)).for_no_key_update().nowait()),
        "for share skip locked" => query(things.order_by(Thing.id).for_share().skip_locked().columns(Thing.text_or)),
        "for key share of" => query(
            things.inner_join(Part, Part.thing_id.eq(Thing.id)).columns((Part.id, Thing.id)).for_key_share().of(Thing),
        ),
        "all columns" => query(things.order_by(orderings::<Things>(c))),
        "without from" => query(select((value(i32::random(c)), value(crate::tables::maybe::<String>(c)), value(2) + 3))),
        "keyset page" => query(things.columns(Thing.text_or).keyset((Thing.int, Thing.id)).page(2)),
        "by key" => query(Thing.find(c.one_of(&[1, 2, 99]))),
        "count of a boxed query" => query(things.columns(sub(c)).distinct().boxed().count()),
    )
}
