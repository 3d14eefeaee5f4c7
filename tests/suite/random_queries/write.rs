//! Statements that change rows.

use schema_core::prelude::*;
use schema_core::query::{merge_action, new, old};

use crate::expression::{Ex, Ty, condition, expr, with_type};
use crate::run::{Made, change, query};
use crate::tables::{Loose, Mood, NewPart, Part, Random as _, Thing, Twin, maybe, new_thing};
use schema_tests::choices::Choices;
use schema_tests::choose;

type Things = (Thing,);
type Both = (Thing, Option<Twin>);

#[derive(Insertable, Selectable)]
#[insertable(Part)]
struct Copied {
    code: i32,
    label: String,
    weight: Option<f64>,
}

fn new_part(c: &mut Choices) -> NewPart {
    NewPart {
        code: c.one_of(&[100, 1, 2, 101]),
    }
}

pub(crate) fn insert(c: &mut Choices) -> Made {
    let part = new_part(c);
    choose!(c, "insert"; ;
        "values" => change(Thing.insert(new_thing(c.one_of(&[50, 1]), c))),
        "values, returning" => query(
            Thing.insert(new_thing(50, c)).set(Thing.int_or, maybe::<i32>(c)).set(Thing.text_or, "x").returning((Thing.id, Thing.int_or, Thing.text_or.concat("!"))),
        ),
        "returning all" => query(Thing.insert(new_thing(51, c)).returning_all()),
        "returning a boxed expression" => with_type!(c, "returning", T => insert_returning::<T>(c)),
        "defaults" => query(Part.insert(part).returning_all()),
        "many" => {
            let rows: Vec<_> = (0..c.below(3)).map(|_| new_part(c)).collect();
            query(Part.insert_many(rows).on_conflict_do_nothing().returning(Part.id))
        },
        "select" => {
            let filter = condition::<Things>(c);
            let things = Thing.select().filter(filter).columns(SelectCopied {
                code: Thing.int + 200,
                label: Thing.text,
                weight: expr::<Things, f64>(c).nullable(),
            });
            query(Part.insert_from(things).on_conflict(Part.code).do_nothing().returning((Part.id, Part.weight)))
        },
        "columns from select" => {
            let things = Thing.select().columns((expr::<Things, i32>(c).nullable(), expr::<Things, String>(c).nullable()));
            change(Loose.insert_columns((Loose.int, Loose.text)).from(things))
        },
        "on conflict do nothing" => change(Part.insert(part).on_conflict_do_nothing()),
        "on conflict do update" => query(
            Part.insert(part)
                .on_conflict(Part.code)
                .do_update()
                .set(Part.label, excluded(Part.label).concat(Part.label))
                .set(Part.weight, maybe::<f64>(c))
                .filter(Part.label.is_distinct_from(excluded(Part.label)))
                .returning((Part.id, Part.label)),
        ),
        "set excluded" => change(Part.insert(part).on_conflict(Part.code).do_update().set_excluded((Part.label, Part.weight))),
        "overriding system value" => change(Part.insert(part).overriding_system_value().set(Part.id, 70)),
    )
}

fn insert_returning<T: Ty>(c: &mut Choices) -> Made {
    let insert = Thing.insert(new_thing(52, c));
    match expr::<Things, T>(c) {
        Ex::Never(e) => query(insert.returning(e)),
        Ex::Null(e) => query(insert.returning(e)),
    }
}

pub(crate) fn update(c: &mut Choices) -> Made {
    let filter = condition::<Things>(c);
    choose!(c, "update"; ;
        "values" => change(Thing.update().set(Thing.int, i32::random(c)).set(Thing.mood_or, maybe::<Mood>(c)).filter(filter)),
        "set if" => change(Thing.update().set_if(Thing.int_or, c.flag().then_some(Some(7))).set(Thing.boolean, true).filter(filter)),
        "expression" => set(c),
        "expression, again" => set(c),
        "all rows" => change(Thing.update().set(Thing.int_or, expr::<Things, i32>(c).nullable()).all_rows()),
        "from" => {
            let (e, condition) = (expr::<Both, String>(c).nullable(), condition::<Both>(c));
            query(
                Thing
                    .update()
                    .from(Twin)
                    .set(Thing.text_or, e)
                    .filter(Thing.id.eq(Twin.big))
                    .filter(condition)
                    .returning((Thing.id, Thing.text_or)),
            )
        },
        "limit" => change(Thing.update().set(Thing.int, 3).filter(filter).limit(2)),
        "returning" => with_type!(c, "returning", T => update_returning::<T>(c)),
        "returning old and new" => {
            let update = Thing.update().set(Thing.int_or, i32::random(c)).filter(filter);
            if c.postgres_18() {
                query(update.returning((old(Thing).int_or, new(Thing).int_or, old(Thing).text)))
            } else {
                query(update.returning_all())
            }
        },
    )
}

/// Sets a column of each type to an expression that fits it.
macro_rules! sets {
    ($c:ident; $($name:literal $type:ty: $column:ident $nullable:ident;)*) => {
        choose!($c, "set"; ; $($name => {
            let filter = condition::<Things>($c);
            match expr::<Things, $type>($c) {
                Ex::Never(e) => change(Thing.update().set(Thing.$column, e).filter(filter)),
                Ex::Null(e) => change(Thing.update().set(Thing.$nullable, e).filter(filter)),
            }
        },)*)
    };
}

fn set(c: &mut Choices) -> Made {
    sets!(c;
        "integer" i32: int int_or;
        "boolean" bool: boolean boolean_or;
        "smallint" i16: small small_or;
        "bigint" i64: big big_or;
        "real" f32: float float_or;
        "double precision" f64: double double_or;
        "numeric" rust_decimal::Decimal: number number_or;
        "text" String: text text_or;
        "bytea" Vec<u8>: bytes bytes_or;
        "uuid" uuid::Uuid: uuid uuid_or;
        "date" chrono::NaiveDate: date date_or;
        "time" chrono::NaiveTime: time time_or;
        "timestamp" chrono::NaiveDateTime: stamp stamp_or;
        "timestamptz" chrono::DateTime<chrono::Utc>: moment moment_or;
        "interval" Interval: interval interval_or;
        "jsonb" serde_json::Value: json json_or;
        "integer[]" Vec<i32>: ints ints_or;
        "text[]" Vec<String>: texts texts_or;
        "int4range" schema_core::types::Range<i32>: range range_or;
        "enum" Mood: mood mood_or;
        "inet" schema_core::types::Inet: inet inet_or;
        "vector" Vector<3>: vector vector_or;
    )
}

fn update_returning<T: Ty>(c: &mut Choices) -> Made {
    let update = Thing
        .update()
        .set(Thing.text_or, maybe::<String>(c))
        .all_rows();
    match expr::<Things, T>(c) {
        Ex::Never(e) => query(update.returning(e)),
        Ex::Null(e) => query(update.returning(e)),
    }
}

pub(crate) fn delete(c: &mut Choices) -> Made {
    let filter = condition::<Things>(c);
    choose!(c, "delete"; ;
        "filter" => change(Thing.delete().filter(filter)),
        "all rows" => change(Part.delete().all_rows()),
        "using" => query(
            Part.delete().using(Thing).filter(Part.thing_id.eq(Thing.id)).filter(filter).returning((Part.code, Thing.int_or)),
        ),
        "limit" => change(Part.delete().filter(Part.code.gt(1)).limit(1)),
        "returning all" => query(Loose.delete().filter(Loose.int.is_null()).returning_all()),
        "returning old and new" => {
            let delete = Part.delete().filter(Part.code.ge(1));
            if c.postgres_18() {
                query(delete.returning((old(Part).code, new(Part).code)))
            } else {
                query(delete.returning_all())
            }
        },
    )
}

pub(crate) fn merge(c: &mut Choices) -> Made {
    let filter = condition::<Things>(c);
    let merge = Part.merge(Thing, Part.thing_id.eq(Thing.id));
    choose!(c, "merge"; ;
        "update" => {
            let label = expr::<Things, f64>(c).nullable();
            change(merge.when_matched().and(filter).then_update().set(Part.weight, label).when_matched().then_do_nothing())
        },
        "delete" => change(merge.when_matched().and(filter).then_delete()),
        "insert" => change(
            merge
                .when_not_matched()
                .and(filter)
                .then_insert()
                .set(Part.code, Thing.int + 300)
                .set(Part.label, Thing.text)
                .set(Part.weight, expr::<Things, f64>(c).nullable()),
        ),
        "not matched by source" => change(
            merge.when_not_matched_by_source().and(Part.code.gt(1)).then_update().set(Part.label, "gone").when_not_matched_by_source().then_delete(),
        ),
        "returning" => query(
            merge.when_matched().and(filter).then_update().set(Part.label, Thing.text).returning((merge_action(), Part.id, Thing.id, Thing.text)),
        ),
    )
}
