//! Shapes of the lists of other libraries: `insert`. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::{concat, lower};
use schema_core::prelude::*;
use serde_json::json;

use crate::tables::{
    Counter, Employee, Enrollment, MedicalOrder, NewCounter, NewEnrollment, NewMedicalOrder,
    NewNote, NewPatient, NewVisit, Note, OrderStatus, Patient, Visit,
};

#[derive(Selectable)]
struct Pair {
    first: String,
    second: String,
}

fn ana() -> NewPatient {
    NewPatient {
        email: "a@b.org".into(),
        name: "Ana".into(),
    }
}

cases! {
    fn inserts(sql) {
        // drizzle: insert sql · insert with spaces · char insert · insert undefined · insert via db.execute w/ query builder
        // kysely: `insert into t (a, b) values ($1, $2)`
        // sea-query: `insert into t (a, b) values (…)`
        sql.is(Patient.insert(ana()), expect![[r#"insert into "patients" ("email", "name") values ($1, $2)"#]]);
        // drizzle: insert with overridden default values · insert with explicit column list · mySchema :: insert with overridden default values
        sql.is(Patient.insert(ana()).set(Patient.active, true), expect![[r#"insert into "patients" ("email", "name", "active") values ($1, $2, $3)"#]]);
        // drizzle: mySchema :: insert with spaces · insert + select · mySchema :: insert + select
        // kysely: `insert into s.t (…) values (…) returning s.t.id`
        sql.is(Visit.insert(NewVisit { patient_id: 7 }).returning(Visit.id), expect![[r#"
            insert into "sql text"."visits" ("patient_id")
            values ($1)
            returning "sql text"."visits"."id""#]]);
        // drizzle: Insert all defaults in 1 row · Query check: Insert all defaults in 1 row
        // kysely: `insert into t default values`
        // sea-query: `insert into t values (default)`
        sql.is(Counter.insert(NewCounter {}), expect![[r#"insert into "counters" default values"#]]);
        // sea-query: `insert into t values (default) returning id`
        sql.is(Counter.insert(NewCounter {}).returning(Counter.id), expect![[r#"insert into "counters" default values returning "counters"."id""#]]);
        // drizzle: Insert all defaults in multiple rows · Query check: Insert all defaults in multiple rows
        sql.is(Counter.insert_many([NewCounter {}, NewCounter {}]), expect![[r#"insert into "counters" select from generate_series(1, $1)"#]]);
        // drizzle: json insert
        sql.is(
            Note.insert(NewNote { title: "a".into(), tags: vec![] }).set(Note.body, json!({"a": 1})),
            expect![[r#"insert into "notes" ("title", "tags", "body") values ($1, $2, $3)"#]],
        );
        // sea-query: `insert … values (…, array['a', 'b'])` · `insert … values (…, '{}')` · `insert … values ($1::e[])`
        sql.is(
            Note.insert(NewNote { title: "a".into(), tags: vec!["x".into()] }).set(Note.states, vec![OrderStatus::Paid]),
            expect![[r#"insert into "notes" ("title", "tags", "states") values ($1, $2, $3)"#]],
        );
        // sea-query: `insert … values ('large'::e)`
        sql.is(MedicalOrder.insert(NewMedicalOrder { patient_id: 1 }).set(MedicalOrder.status, OrderStatus::Paid), expect![[r#"insert into "medical_orders" ("patient_id", "status") values ($1, $2)"#]]);
        // sea-query: `insert … values ('1970-01-01 00:00:00')`
        sql.is(
            MedicalOrder
                .insert(NewMedicalOrder { patient_id: 1 })
                .set(MedicalOrder.created_at, chrono::DateTime::UNIX_EPOCH),
            expect![[r#"insert into "medical_orders" ("patient_id", "created_at") values ($1, $2)"#]],
        );
        // kysely: `insert … values ((select max(a) from u), concat('a', 'b'), $1)` · `insert … values ((select a from u where … limit $2), $3)`
        sql.is(
            Patient.insert_columns((Patient.age, Patient.name, Patient.email)).from(select((
                scalar(MedicalOrder.select().columns(max(MedicalOrder.priority))),
                concat(("Bar", "son")),
                value("a@b.org"),
            ))),
            expect![[r#"
                insert into "patients" ("age", "name", "email")
                select (select max("medical_orders"."priority")
                from "medical_orders"), concat($1::text, $2::text), $3::text"#]],
        );
        // drizzle: insert into ... select · insert into ... select #2 · insert into ... select with keys in different order · insert into ... select with generated column · insert with explicit column list - select · ignore generated columns in insert
        // kysely: `insert into t (a, b) select c, $1 as b from u`
        // sea-query: `insert into t (a, b) select c, d from u where c like '%'`
        sql.is(
            Patient
                .insert_columns((Patient.name, Patient.email))
                .from(Employee.select().filter(Employee.name.like("%")).columns((Employee.name, value("a@b.org")))),
            expect![[r#"
                insert into "patients" ("name", "email")
                select "employees"."name", $1::text
                from "employees"
                where "employees"."name" like $2"#]],
        );
        // kysely: `insert into t (a, b) select v.a, v.b from (values …) as v(a, b) returning a, b`
        sql.is(
            Patient
                .insert_columns((Patient.name, Patient.email))
                .from(values(vec![Pair { first: "a".into(), second: "b".into() }]).select().columns((Pair.first, Pair.second)))
                .returning((Patient.name, Patient.email)),
            expect![[r#"
                insert into "patients" ("name", "email")
                select "Pair"."first", "Pair"."second"
                from unnest($1::text[], $2::text[]) as "Pair" ("first", "second")
                returning "patients"."name", "patients"."email""#]],
        );
        // drizzle: insert many · insert multiple rows into table with generated identity column · mySchema :: insert many
        // kysely: `insert into t (a, b) values ($1, $2), ($3, $4)`
        // sea-query: `insert into t (a, b) values (…), (null, …)`
        sql.is(Patient.insert_many([ana(), ana()]), expect![[r#"
            insert into "patients" ("email", "name")
            select "email", "name"
            from unnest($1, $2) as "rows" ("email", "name")"#]]);
        // drizzle: insert many with returning · Mappers: insert returning all + select + update returning + delete returning · Jit mappers: insert returning all + select + update returning + delete returning
        sql.is(Patient.insert_many([ana(), ana()]).returning_all(), expect![[r#"
            insert into "patients" ("email", "name")
            select "email", "name"
            from unnest($1, $2) as "rows" ("email", "name")
            returning "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active""#]]);
        // drizzle: insert returning sql · mySchema :: insert returning sql · insert via db.execute + returning · insert via db.execute + select via db.execute
        // kysely: `insert … returning a, b as c`
        // sea-query: `insert … returning a, b`
        sql.is(Patient.insert(ana()).returning((Patient.id, Patient.name.concat("!"))), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            returning "patients"."id", "patients"."name" || $3"#]]);
        // sea-query: `insert … returning *`
        sql.is(Patient.insert(ana()).returning_all(), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            returning "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active""#]]);
    }

    fn conflicts(sql) {
        // drizzle: insert with onConflict do nothing · build query insert with onConflict do nothing
        // kysely: `on conflict do nothing`
        sql.is(Patient.insert(ana()).on_conflict_do_nothing(), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict do nothing"#]]);
        // drizzle: insert with onConflict do nothing + target · build query insert with onConflict do nothing + target · mySchema :: build query insert with onConflict do nothing + target
        // kysely: `on conflict (a) do nothing`
        sql.is(Patient.insert(ana()).on_conflict(Patient.email).do_nothing(), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict ("email") do nothing"#]]);
        // sea-query: `on conflict (a, b) do nothing`
        sql.is(
            Enrollment
                .insert(NewEnrollment { course: 1, student: 2, seat: 3 })
                .on_conflict((Enrollment.course, Enrollment.student))
                .do_nothing(),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("course", "student") do nothing"#]],
        );
        // kysely: `on conflict on constraint c do nothing`
        // sea-query: `on conflict on constraint c do nothing`
        sql.is(Patient.insert(ana()).on_constraint("patients_email_key").do_nothing(), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict on constraint "patients_email_key" do nothing"#]]);
        // drizzle: insert with onConflict do update · build query insert with onConflict do update · insert with onConflict do update placeholder
        // kysely: `on conflict (a) do update set b = $4`
        sql.is(Patient.insert(ana()).on_conflict(Patient.email).do_update().set(Patient.name, "Ana"), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict ("email") do update set "name" = $3"#]]);
        // kysely: `on conflict on constraint c do update set b = $4 returning *`
        sql.is(
            Patient.insert(ana()).on_constraint("patients_email_key").do_update().set(Patient.name, "Ana").returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict on constraint "patients_email_key" do update set "name" = $3
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        // drizzle: insert with explicit column list - on conflict · build query insert with onConflict do update / multiple columns · mySchema :: build query insert with onConflict do update / multiple columns
        // sea-query: `on conflict (a, b) do update set c = excluded.c, d = excluded.d`
        sql.is(
            Enrollment
                .insert(NewEnrollment { course: 1, student: 2, seat: 3 })
                .on_conflict((Enrollment.course, Enrollment.student))
                .do_update()
                .set_excluded((Enrollment.seat, Enrollment.note)),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("course", "student") do update set "seat" = excluded."seat",
                "note" = excluded."note""#]],
        );
        // sea-query: `on conflict (a, b) do update set a = …, b = …`
        sql.is(
            Enrollment
                .insert(NewEnrollment { course: 1, student: 2, seat: 3 })
                .on_conflict((Enrollment.course, Enrollment.student))
                .do_update()
                .set(Enrollment.seat, 4)
                .set(Enrollment.note, "x"),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("course", "student") do update set "seat" = $4, "note" = $5"#]],
        );
        // sea-query: `on conflict (a) do update set b = excluded.b`
        sql.is(Patient.insert(ana()).on_conflict(Patient.email).do_update().set_excluded(Patient.name), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict ("email") do update set "name" = excluded."name""#]]);
        // sea-query: `on conflict (a, b) do update set c = 1 + 2` · `… set c = 'x', d = excluded.d`
        sql.is(
            Patient
                .insert(ana())
                .on_conflict(Patient.email)
                .do_update()
                .set_excluded(Patient.name)
                .set(Patient.age, value(1) + 2),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = excluded."name", "age" =
                $3::integer + $4"#]],
        );
        // kysely: `on conflict (a) where … do update set b = $5, a = excluded.a where excluded.a != $6 returning *`
        sql.is(
            Patient
                .insert(ana())
                .on_conflict(Patient.email)
                .do_update()
                .set_excluded(Patient.name)
                .set(Patient.age, 3)
                .filter(excluded(Patient.name).ne("x"))
                .returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = excluded."name", "age" = $3
                where excluded."name" <> $4
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        // drizzle: functional index; onConflict do update
        sql.is(Patient.insert(ana()).on_conflict_expression(lower(Patient.email)).do_update().set_excluded(Patient.name), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict ((lower("patients"."email"))) do update set "name" =
            excluded."name""#]]);
        // sea-query: `on conflict (a, lower(b)) do update …` · `on conflict (a, (b is null)) do nothing`
        sql.is(
            Patient
                .insert(ana())
                .on_conflict_expression(lower(Patient.email))
                .and_expression(Patient.age.is_null())
                .do_update()
                .set_excluded(Patient.age),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ((lower("patients"."email")), ("patients"."age" is null)) do
                update set "age" = excluded."age""#]],
        );
    }
}
