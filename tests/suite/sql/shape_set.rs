//! Shapes of the lists of other libraries: `union`, `intersect`, `except`. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Employee, Patient};

cases! {
    fn sets(sql) {
        let a = Patient.select().columns((Patient.id, Patient.name));
        let b = Employee.select().columns((Employee.id, Employee.name));
        // drizzle: set operations (union) from query builder with subquery · set operations (union) as function · set operations; union; date mode
        // kysely: `… union … order by a`
        sql.is(a.union(b).order_by(output::<2>()), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union
            select "employees"."id", "employees"."name"
            from "employees"
            order by 2"#]]);
        // drizzle: set operations (union all) from query builder · set operations (union all) as function
        // kysely: `… union all …`
        sql.is(a.union_all(b).order_by(output::<2>()), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union all
            select "employees"."id", "employees"."name"
            from "employees"
            order by 2"#]]);
        // drizzle: set operations (intersect) from query builder · set operations (intersect) as function
        // kysely: `… intersect …`
        sql.is(a.intersect(b), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" intersect
            select "employees"."id", "employees"."name"
            from "employees""#]]);
        // drizzle: set operations (intersect all) from query builder · set operations (intersect all) as function
        // kysely: `… intersect all …`
        sql.is(a.intersect_all(b), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" intersect all
            select "employees"."id", "employees"."name"
            from "employees""#]]);
        // drizzle: set operations (except) from query builder · set operations (except) as function
        // kysely: `… except …`
        sql.is(a.except(b), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" except
            select "employees"."id", "employees"."name"
            from "employees""#]]);
        // drizzle: set operations (except all) from query builder · set operations (except all) as function
        // kysely: `… except all …`
        sql.is(a.except_all(b), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" except all
            select "employees"."id", "employees"."name"
            from "employees""#]]);
        // kysely: `… union … union …`
        sql.is(a.union(b).union(a), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union
            select "employees"."id", "employees"."name"
            from "employees" union
            select "patients"."id", "patients"."name"
            from "patients""#]]);
        // kysely: `… union (… union …)`
        sql.is(a.union(b.union(a)), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union (select "employees"."id", "employees"."name"
            from "employees" union
            select "patients"."id", "patients"."name"
            from "patients")"#]]);
        // drizzle: set operations (mixed) from query builder with subquery · set operations (mixed all) as function
        // kysely: `… union … union all … intersect … except …` · `… union all … union …`
        sql.is(a.union(b).union_all(b.intersect(a)).except(b).order_by(output::<2>()), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union
            select "employees"."id", "employees"."name"
            from "employees" union all
            select "employees"."id", "employees"."name"
            from "employees" intersect
            select "patients"."id", "patients"."name"
            from "patients" except
            select "employees"."id", "employees"."name"
            from "employees"
            order by 2"#]]);
        // sea-query: `… union (select a from t left join u on … order by u.id)`
        sql.is(a.union(b.order_by(Employee.manager_id)), expect![[r#"
            select "patients"."id", "patients"."name"
            from "patients" union (select "employees"."id", "employees"."name"
            from "employees"
            order by "employees"."manager_id")"#]]);
    }
}
