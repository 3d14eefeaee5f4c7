//! `with recursive`.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::clause::{is_cycle, search_order};

use crate::tables::{Employee, Patient};

#[derive(Selectable)]
struct Report {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Known {
    id: i64,
}

cases! {
    fn recursive(sql) {
        let chiefs = Employee
            .select()
            .filter(Employee.manager_id.is_null())
            .columns(SelectReport { id: Employee.id, name: Employee.name });
        let below = Employee
            .select()
            .inner_join(Report, Employee.manager_id.eq(Report.id))
            .columns(SelectReport { id: Employee.id, name: Report.name.concat("/").concat(Employee.name) });
        let tree = with_recursive(chiefs.union_all(below));
        sql.is(tree.query(Report.select().filter(Report.name.like("%/%"))), expect![[r#"
            with recursive "Report" ("id", "name") as (select "employees"."id",
            "employees"."name"
            from "employees"
            where "employees"."manager_id" is null union all
            select "employees"."id", "Report"."name" || $1 || "employees"."name"
            from "employees"
            join "Report" on "employees"."manager_id" = "Report"."id")
            select "Report"."id", "Report"."name"
            from "Report"
            where "Report"."name" like $2"#]]);
        sql.is(
            tree.search_depth_first(Report.id).query(Report.select().order_by(search_order(Report))),
            expect![[r#"
                with recursive "Report" ("id", "name") as (select "employees"."id",
                "employees"."name"
                from "employees"
                where "employees"."manager_id" is null union all
                select "employees"."id", "Report"."name" || $1 || "employees"."name"
                from "employees"
                join "Report" on "employees"."manager_id" = "Report"."id") search depth first
                by "id" set "search_order"
                select "Report"."id", "Report"."name"
                from "Report"
                order by "Report"."search_order""#]],
        );
        sql.is(
            tree.search_breadth_first((Report.name, Report.id))
                .cycle(Report.id)
                .query(Report.select().filter(is_cycle(Report).not()).columns((Report.id, is_cycle(Report)))),
            expect![[r#"
                with recursive "Report" ("id", "name") as (select "employees"."id",
                "employees"."name"
                from "employees"
                where "employees"."manager_id" is null union all
                select "employees"."id", "Report"."name" || $1 || "employees"."name"
                from "employees"
                join "Report" on "employees"."manager_id" = "Report"."id") search breadth
                first by "name", "id" set "search_order" cycle "id" set "is_cycle" using
                "cycle_path"
                select "Report"."id", "Report"."is_cycle"
                from "Report"
                where not "Report"."is_cycle""#]],
        );
        let known = Patient.select().columns(SelectKnown { id: Patient.id });
        sql.is(
            with(known)
                .with_recursive(chiefs.union(below))
                .query(Known.select().inner_join(Report, Known.id.eq(Report.id)).columns(Report.name)),
            expect![[r#"
                with recursive "Known" ("id") as (select "patients"."id"
                from "patients"), "Report" ("id", "name") as (select "employees"."id",
                "employees"."name"
                from "employees"
                where "employees"."manager_id" is null union
                select "employees"."id", "Report"."name" || $1 || "employees"."name"
                from "employees"
                join "Report" on "employees"."manager_id" = "Report"."id")
                select "Report"."name"
                from "Known"
                join "Report" on "Known"."id" = "Report"."id""#]],
        );
    }
}
