//! Shapes of the lists of other libraries: what is selected, and from where. The comments name the list and the shape; the
//! pages in `docs/coming-from` show them.

use chrono::DateTime;
use expect_test::expect;
use schema_core::expr::function::{concat, md5};
use schema_core::expr::{any, array, literal};
use schema_core::prelude::*;
use schema_core::query::dynamic::Sortable;

use crate::tables::{Employee, Host, Manager, MedicalOrder, Note, OrderStatus, Patient, Visit};

alias!(Doctor = Patient);
alias!(Own = Visit);

collation! {
    CUtf8 = "pg_c_utf8"
}

#[derive(Selectable)]
struct Label {
    title: String,
    years: Option<i32>,
}

#[derive(Selectable)]
struct Species {
    id: i64,
    price: f64,
}

#[derive(Selectable)]
struct Pair {
    number: i64,
    word: String,
}

cases! {
    fn columns(sql) {
        // drizzle: select all fields · RQB v2 simple find many - no rows · RQB v2 simple find many - multiple rows · RQB v2 simple find many - placeholders · RQB v2 simple find first - result type · RQB v2 transaction find many - no rows · RQB v2 transaction find many - multiple rows · RQB v2 transaction find many - placeholders · RQB v2 find many - table creation func · Mappers: simple select - no rows · Jit mappers: simple select - no rows · table selection with single table
        // kysely: `select * from t` · `select t.* from t`
        // sea-query: `select * from t`
        sql.is(Employee.select(), expect![[r#"
            select "employees"."id", "employees"."name", "employees"."manager_id"
            from "employees""#]]);
        // drizzle: mySchema :: select all fields · prefixed table
        // kysely: `select s.t.* from s.t`
        sql.is(Visit.select(), expect![[r#"
            select "sql text"."visits"."id", "sql text"."visits"."patient_id", "sql text"."visits"."Group"
            from "sql text"."visits""#]]);
        // drizzle: select typed sql · select sql · mySchema :: select sql · mySchema :: select typed sql · build query · mySchema :: build query · 2 consecutive use of .toSQL · Mappers: select complex selections · Jit mappers: select complex selections
        // kysely: `select a from t` · `select a, b from t`
        // sea-query: `select a, b, c from t`
        sql.is(Patient.select().columns((Patient.name, Patient.age)), expect![[r#"select "patients"."name", "patients"."age" from "patients""#]]);
        // drizzle: column.as · partial join with alias · Object keys as column names · orderBy with aliased column
        // kysely: `select a as b from t`
        // sea-query: `select a as b from t`
        sql.is(
            Patient.select().columns(SelectLabel { title: Patient.name, years: Patient.age }).order_by(Patient.name),
            expect![[r#"
                select "patients"."name", "patients"."age"
                from "patients"
                order by "patients"."name""#]],
        );
        // drizzle: select distinct · mySchema :: select distinct
        // kysely: `select distinct a from t`
        sql.is(Patient.select().columns(Patient.age).distinct().order_by(Patient.age), expect![[r#"select distinct "patients"."age" from "patients" order by "patients"."age""#]]);
        // kysely: `select distinct on (a) b from t order by a, c`
        // sea-query: `select distinct on (a) …`
        sql.is(
            MedicalOrder
                .select()
                .distinct_on(MedicalOrder.status)
                .order_by(MedicalOrder.price)
                .columns(MedicalOrder.id),
            expect![[r#"
                select distinct on ("medical_orders"."status") "medical_orders"."id"
                from "medical_orders"
                order by "medical_orders"."status", "medical_orders"."price""#]],
        );
        // kysely: `select distinct on (a::text) b, c from t`
        sql.is(
            MedicalOrder
                .select()
                .distinct_on(MedicalOrder.status.cast::<String>())
                .columns((MedicalOrder.id, MedicalOrder.price)),
            expect![[r#"
                select distinct on ("medical_orders"."status"::text) "medical_orders"."id",
                "medical_orders"."price"
                from "medical_orders"
                order by "medical_orders"."status"::text"#]],
        );
        // drizzle: RQB v2 find many - extras
        // kysely: `select a || ' ' || b as c, (select …) as d from t`
        sql.is(
            Patient.select().columns((
                Patient.name,
                Patient.name.concat(" ").concat(Patient.email),
                scalar(Visit.select().filter(Visit.id.eq(1)).columns(Visit.group)),
            )),
            expect![[r#"
                select "patients"."name", "patients"."name" || $1 || "patients"."email",
                (select "sql text"."visits"."Group"
                from "sql text"."visits"
                where "sql text"."visits"."id" = $2)
                from "patients""#]],
        );
        // kysely: `select concat(a, ' ', cast($1 as varchar), b)`
        sql.is(Patient.select().columns(concat((Patient.name, " ", "M.", Patient.email))), expect![[r#"
            select concat("patients"."name", $1::text, $2::text, "patients"."email")
            from "patients""#]]);
    }

    fn types(sql) {
        // drizzle: all types · all types ~codecs~
        sql.is(Note.select(), expect![[r#"
            select "notes"."id", "notes"."title", "notes"."body", "notes"."analysis",
            "notes"."tags", "notes"."scores", "notes"."states", "notes"."embedding",
            "notes"."half", "notes"."sparse", "notes"."bits"
            from "notes""#]]);
        // drizzle: network types
        sql.is(Host.select(), expect![[r#"
            select "hosts"."id", "hosts"."address", "hosts"."site", "hosts"."mac"
            from "hosts""#]]);
        // drizzle: timestamp timezone · all date and time columns · all date and time columns with timezone second case mode date · all date and time columns with timezone third case mode date · all date and time columns without timezone first case mode string · all date and time columns without timezone second case mode string · all date and time columns without timezone third case mode date · test mode string for timestamp with timezone · test mode date for timestamp with timezone · test mode string for timestamp with timezone in UTC timezone · test mode string for timestamp with timezone in different timezone
        sql.is(MedicalOrder.select().columns((MedicalOrder.created_at, MedicalOrder.due)), expect![[r#"
            select "medical_orders"."created_at", "medical_orders"."due"
            from "medical_orders""#]]);
        // drizzle: db/js timestamp comparison
        sql.is(
            MedicalOrder.select().filter(MedicalOrder.created_at.gt(DateTime::UNIX_EPOCH)).columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."created_at" > $1"#]],
        );
        // drizzle: select with inline params in sql
        sql.is(Patient.select().filter(Patient.age.gt(literal(18))).columns(Patient.id), expect![[r#"select "patients"."id" from "patients" where "patients"."age" > 18::integer"#]]);
        // drizzle: sql.identifier escape
        // kysely: `select "public"."t"."a"`, names of `sql.id` and `sql.ref`
        sql.is(Visit.select().columns(Visit.group), expect![[r#"select "sql text"."visits"."Group" from "sql text"."visits""#]]);
    }

    fn without_from(sql) {
        // drizzle: Mappers: select - nothing to decode - text · Jit mappers: select - nothing to decode - text
        // sea-query: `select 0 + 1 + 2`
        sql.is(select(value(0) + 1 + 2), expect!["select $1::integer + $2 + $3"]);
        // sea-query: `select md5('test')`
        sql.is(select(md5("test")), expect!["select md5($1::text)"]);
        // drizzle: Mappers: select - nothing to decode - null · Jit mappers: select - nothing to decode - null
        sql.is(select(value(None::<String>)), expect!["select $1::text"]);
        // kysely: `select (select a from t order by a limit $1) as b`
        sql.is(
            select(scalar(Patient.select().columns(Patient.name).order_by(Patient.name).limit(1))),
            expect![[r#"
                select (select "patients"."name"
                from "patients"
                order by "patients"."name"
                limit $1)"#]],
        );
        // sea-query: `select array((select * from t))`
        sql.is(select(array(Patient.select().columns(Patient.id))), expect![[r#"select array(select "patients"."id" from "patients")"#]]);
    }

    fn sources(sql) {
        // drizzle: select from alias · column.as · select a field without joining its table
        // kysely: `select * from t as p` · `select p.a from s.t as p`
        sql.is(Manager.select().columns(Manager.name), expect![[r#"select "Manager"."name" from "employees" as "Manager""#]]);
        // drizzle: mySchema :: partial join with alias · mySchema :: select from tables with same name from different schema using alias · Same table name joined between schemas
        // kysely: `select * from s.t as p left join s.t on …` · `… from s.t as p1 left join s.t as p2 on …`
        sql.is(
            Visit.select().left_join(Own, Own.id.eq(Visit.id)).columns((Visit.id, Own.group)),
            expect![[r#"
                select "sql text"."visits"."id", "Own"."Group"
                from "sql text"."visits"
                left join "sql text"."visits" as "Own" on "Own"."id" = "sql text"."visits"."id""#]],
        );
        // kysely: `select a, b from t, u where u.t_id = t.id`
        // sea-query: `select * from t, u where …`
        sql.is(
            Patient
                .select()
                .cross_join(MedicalOrder)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .columns((Patient.name, MedicalOrder.price)),
            expect![[r#"
                select "patients"."name", "medical_orders"."price"
                from "patients"
                cross join "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id""#]],
        );
        // kysely: `select … from t, (select …) as p, (select 1 as one) as o`
        sql.is(
            Patient
                .select()
                .cross_join(
                    MedicalOrder
                        .select()
                        .columns(SelectSpecies { id: MedicalOrder.patient_id, price: MedicalOrder.price })
                        .as_table(),
                )
                .cross_join(generate_series(1, 1))
                .filter(Species.id.eq(Patient.id))
                .columns((Patient.name, Species.price)),
            expect![[r#"
                select "patients"."name", "Species"."price"
                from "patients"
                cross join (select "medical_orders"."patient_id", "medical_orders"."price"
                from "medical_orders") as "Species" ("id", "price")
                cross join generate_series($1::integer, $2::integer) as "generate_series"
                ("value")
                where "Species"."id" = "patients"."id""#]],
        );
        // drizzle: select from subquery sql · select all fields from subquery without alias · select from a many subquery · select from sql · select from raw sql
        // kysely: `select * from (select a from t) as q`
        // sea-query: `select a from (select a, b from t) as q`
        sql.is(
            MedicalOrder
                .select()
                .columns(SelectSpecies { id: MedicalOrder.id, price: MedicalOrder.price })
                .as_table()
                .select()
                .columns(Species.price),
            expect![[r#"
                select "Species"."price"
                from (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders") as "Species" ("id", "price")"#]],
        );
        // sea-query: `with q as (select * from (values (1, 'a'), (2, 'b')) as x) select … from q` · `with q (a, b) as (values …) select …`
        sql.is(
            with(values(vec![Pair { number: 1, word: "hello".into() }]).select()).query(Pair.select()),
            expect![[r#"
                with "Pair" ("number", "word") as (select "Pair"."number", "Pair"."word"
                from unnest($1::bigint[], $2::text[]) as "Pair" ("number", "word"))
                select "Pair"."number", "Pair"."word"
                from "Pair""#]],
        );
        // drizzle: view · materialized view · mySchema :: view · mySchema :: materialized view · view #1 · view #3 · select aliased view · select from existing view · subquery with view
        sql.is(Employee.select().columns(Employee.name), expect![[r#"select "employees"."name" from "employees""#]]);
    }

    fn subqueries_in_the_list(sql) {
        let orders = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id));
        // drizzle: select from a one subquery · $count embedded · $count embedded reuse · $count embedded with filters · RQB v2 find many - $count
        // kysely: `select (select a from u where u.t_id = t.id) as b from t`
        sql.is(Patient.select().columns((Patient.name, scalar(orders.columns(count())))), expect![[r#"
            select "patients"."name", (select count(*)
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")
            from "patients""#]]);
        // drizzle: select with exists
        // kysely: `where exists (select 1 from u where u.t_id = t.id)`
        sql.is(Patient.select().filter(exists(orders)).columns(Patient.id), expect![[r#"
            select "patients"."id"
            from "patients"
            where exists (select 1
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")"#]]);
        // kysely: `where not exists (select …)`
        sql.is(Patient.select().filter(exists(orders).not()).columns(Patient.id), expect![[r#"
            select "patients"."id"
            from "patients"
            where not exists (select 1
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")"#]]);
        // kysely: `where (select a from u where …) = $1` · `where $1 = (select …)`
        sql.is(
            Patient.select().filter(value(3.0).eq(scalar(orders.limit(1).columns(MedicalOrder.price)))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where $1::double precision = (select "medical_orders"."price"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"
                limit $2)"#]],
        );
        // kysely: `where (select a = $1 from u where …)`
        sql.is(
            Patient
                .select()
                .filter(scalar(orders.limit(1).columns(MedicalOrder.status.eq(OrderStatus::Paid))))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (select "medical_orders"."status" = $1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"
                limit $2)"#]],
        );
        // sea-query: `where a in (select b from u)`
        sql.is(
            Patient.select().filter(Patient.id.is_in(MedicalOrder.select().columns(MedicalOrder.patient_id))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" in (select "medical_orders"."patient_id"
                from "medical_orders")"#]],
        );
        // sea-query: `where a in (select 3 + 2 * 2)`
        sql.is(Patient.select().filter(Patient.age.is_in(select(value(3) + value(2) * 2))).columns(Patient.id), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" in (select $1::integer + $2::integer * $3)"#]]);
        // kysely: `where $1 = any((select a from u where …))`
        sql.is(
            Patient.select().filter(value(1.0).eq(any(orders.columns(MedicalOrder.price)))).columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "patients"
                where $1::double precision = any(select "medical_orders"."price"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
        // kysely: `select t.a, (select a from t as p where p.id = t.id) from t`
        sql.is(
            Patient.select().columns((
                Patient.name,
                scalar(Doctor.select().correlate(Patient).filter(Doctor.id.eq(Patient.id)).columns(Doctor.name)),
            )),
            expect![[r#"
                select "patients"."name", (select "Doctor"."name"
                from "patients" as "Doctor"
                where "Doctor"."id" = "patients"."id")
                from "patients""#]],
        );
    }

    fn locks(sql) {
        let one = Patient.select().filter(Patient.name.eq("Ana")).columns(Patient.name);
        // drizzle: select for ...
        // kysely: `… for update`
        sql.is(one.for_update(), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for update"#]]);
        // kysely: `… for update of t`
        sql.is(one.for_update().of(Patient), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for update of "patients""#]]);
        // kysely: `… for update skip locked`
        sql.is(one.for_update().skip_locked(), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for update skip locked"#]]);
        // drizzle: mySchema :: select with for
        // kysely: `… for update of t skip locked` · `… from s.t for update of t skip locked`
        sql.is(Visit.select().columns(Visit.id).for_update().of(Visit).skip_locked(), expect![[r#"
            select "sql text"."visits"."id"
            from "sql text"."visits" for update of "visits" skip locked"#]]);
        // kysely: `… for no key update`
        sql.is(one.for_no_key_update(), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for no key update"#]]);
        // kysely: `… for share` · `… for key share`
        sql.is(one.for_key_share(), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for key share"#]]);
        // kysely: `… for update nowait`
        sql.is(one.for_update().nowait(), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."name" = $1 for update nowait"#]]);
    }

    fn order_and_limit(sql) {
        let all = Patient.select().columns(Patient.name);
        // kysely: `order by a` with a dynamic reference
        let sortable = Sortable::<(Patient,)>::new().by("name", Patient.name);
        sql.is(all.order_by(sortable.parse("-name").unwrap()), expect![[r#"select "patients"."name" from "patients" order by "patients"."name" desc"#]]);
        // kysely: `order by a`
        sql.is(all.order_by(Patient.name), expect![[r#"select "patients"."name" from "patients" order by "patients"."name""#]]);
        // kysely: `order by a, b desc`
        // sea-query: `order by a asc, b desc`
        sql.is(all.order_by((Patient.name, Patient.age.desc())), expect![[r#"
            select "patients"."name"
            from "patients"
            order by "patients"."name", "patients"."age" desc"#]]);
        // kysely: `order by a nulls last` · `order by a desc nulls last, b nulls last`
        // sea-query: `order by a desc nulls first, b asc nulls last`
        sql.is(all.order_by((Patient.age.desc().nulls_first(), Patient.name.asc().nulls_last())), expect![[r#"
            select "patients"."name"
            from "patients"
            order by "patients"."age" desc nulls first, "patients"."name" nulls last"#]]);
        // kysely: `order by alias` · `order by coalesce(a, 'foo'), coalesce(b, 'foo') desc`
        sql.is(
            all.order_by((schema_core::expr::function::coalesce(Patient.age, 0), Patient.name.desc())),
            expect![[r#"
                select "patients"."name"
                from "patients"
                order by coalesce("patients"."age", $1::integer), "patients"."name" desc"#]],
        );
        // kysely: `order by a collate "pg_c_utf8" desc`
        sql.is(all.order_by(Patient.name.collate(CUtf8).desc()), expect![[r#"
            select "patients"."name"
            from "patients"
            order by "patients"."name" collate "pg_c_utf8" desc"#]]);
        // sea-query: `order by case when a = 4 then 0 when a = 5 then 1 else 4 end, b`
        sql.is(
            all.order_by((case(Patient.age).when(4, 0).when(5, 1).otherwise(4), Patient.name)),
            expect![[r#"
                select "patients"."name"
                from "patients"
                order by case "patients"."age" when $1 then $2::integer when $3 then
                $4::integer else $5::integer end, "patients"."name""#]],
        );
        // drizzle: limit 0 · prepared statement with placeholder in .limit · mySchema :: prepared statement with placeholder in .limit · prepared statement with placeholder in .offset
        // kysely: `limit $1 offset $2` · `limit 25 offset 100` · `offset $1 fetch next $2 rows only`
        // sea-query: `limit 10 offset 100` · `where a = $1 limit $2`
        sql.is(all.order_by(Patient.name).limit(10).offset(100), expect![[r#"
            select "patients"."name"
            from "patients"
            order by "patients"."name"
            limit $1 offset $2"#]]);
        // drizzle: RQB v2 simple find first - no rows · RQB v2 simple find first - multiple rows · RQB v2 simple find first - placeholders · RQB v2 transaction find first - no rows · RQB v2 transaction find first - multiple rows · RQB v2 transaction find first - placeholders · RQB v2 find first 100 columns in table · Query error wrapping
        // kysely: `limit $1`
        sql.is(all.limit(1), expect![[r#"select "patients"."name" from "patients" limit $1"#]]);
        // drizzle: limit -1
        // kysely: `limit null`
        sql.is(all.limit(None::<i64>), expect![[r#"select "patients"."name" from "patients" limit $1"#]]);
        // kysely: `offset $1 fetch next $2 rows with ties`
        sql.is(all.order_by(Patient.age).offset(1).limit_with_ties(2), expect![[r#"
            select "patients"."name"
            from "patients"
            order by "patients"."age" fetch first $1 rows with ties offset $2"#]]);
    }
}
