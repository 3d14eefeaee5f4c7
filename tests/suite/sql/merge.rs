//! `merge`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Counter, Employee, Patient};

#[derive(Selectable)]
struct Tally {
    id: i64,
    hits: i64,
}

alias!(Other = Counter);

cases! {
    fn branches(sql) {
        let merge = Patient.merge(Employee, Patient.id.eq(Employee.id));
        sql.is(
            merge
                .clone()
                .when_matched()
                .and(Patient.name.eq(Employee.name))
                .then_do_nothing()
                .when_matched()
                .then_update()
                .set(Patient.name, Employee.name)
                .set(Patient.age, 41),
            expect![[r#"
                merge into "patients" using "employees" on "patients"."id" = "employees"."id"
                when matched and "patients"."name" = "employees"."name" then do nothing when
                matched then update set "name" = "employees"."name", "age" = $1"#]],
        );
        sql.is(
            merge
                .clone()
                .when_matched()
                .then_delete()
                .when_not_matched()
                .and(Employee.manager_id.is_null())
                .then_insert()
                .set(Patient.email, Employee.name.concat("@example.org"))
                .set(Patient.name, Employee.name)
                .when_not_matched()
                .then_do_nothing(),
            expect![[r#"
                merge into "patients" using "employees" on "patients"."id" = "employees"."id"
                when matched then delete when not matched and "employees"."manager_id" is null
                then insert ("email", "name")
                values ("employees"."name" || $1, "employees"."name") when not matched then do
                nothing"#]],
        );
        sql.is(
            merge
                .when_not_matched_by_source()
                .and(Patient.age.gt(90))
                .then_update()
                .set(Patient.active, false)
                .when_not_matched_by_source()
                .then_delete(),
            expect![[r#"
                merge into "patients" using "employees" on "patients"."id" = "employees"."id"
                when not matched by source and "patients"."age" > $1 then update set "active"
                = $2 when not matched by source then delete"#]],
        );
    }

    fn sources(sql) {
        let sums = Other
            .select()
            .group_by((Other.label, Other.id))
            .columns(SelectTally { id: Other.id, hits: count() });
        sql.is(
            Counter
                .merge(sums.as_table(), Counter.id.eq(Tally.id).and(Tally.hits.gt(3)))
                .when_matched()
                .then_update()
                .set(Counter.hits, Counter.hits + Tally.hits),
            expect![[r#"
                merge into "counters" using (select "Other"."id", count(*)
                from "counters" as "Other"
                group by "Other"."label", "Other"."id") as "Tally" ("id", "hits") on
                "counters"."id" = "Tally"."id" and "Tally"."hits" > $1 when matched then
                update set "hits" = "counters"."hits" + "Tally"."hits""#]],
        );
        sql.is(
            with(sums).query(
                Counter
                    .merge(Tally, Counter.id.eq(Tally.id))
                    .when_not_matched()
                    .then_insert()
                    .set(Counter.hits, Tally.hits),
            ),
            expect![[r#"
                with "Tally" ("id", "hits") as (select "Other"."id", count(*)
                from "counters" as "Other"
                group by "Other"."label", "Other"."id") merge into "counters" using "Tally" on
                "counters"."id" = "Tally"."id" when not matched then insert ("hits")
                values ("Tally"."hits")"#]],
        );
        sql.is(
            Counter
                .merge(Other, Counter.id.eq(Other.hits))
                .when_matched()
                .then_delete()
                .returning((schema_core::query::merge_action(), Counter.id, Other.id)),
            expect![[r#"
                merge into "counters" using "counters" as "Other" on "counters"."id" =
                "Other"."hits" when matched then delete
                returning merge_action(), "counters"."id", "Other"."id""#]],
        );
    }
}
