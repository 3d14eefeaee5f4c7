//! `with recursive`.

use schema_core::prelude::*;
use schema_core::query::clause::search_order;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::Employee;

questions!(
    employees_with_their_superiors,
    employees_in_depth_first_order,
    number_of_employees_under_each,
    powers_of_two,
);

#[derive(Selectable)]
struct Report {
    id: i32,
    depth: i32,
    path: String,
}

/// The employees from the general manager downwards.
macro_rules! tree {
    () => {{
        let chief = Employee
            .select()
            .filter(Employee.reports_to.is_null())
            .columns(SelectReport {
                id: Employee.employee_id,
                depth: value(0),
                path: Employee.last_name.cast::<String>(),
            });
        let below = Employee
            .select()
            .inner_join(Report, Report.id.eq(Employee.reports_to))
            .columns(SelectReport {
                id: Employee.employee_id,
                depth: Report.depth + 1,
                path: Report.path.concat(" > ").concat(Employee.last_name),
            });
        with_recursive(chief.union_all(below))
    }};
}

async fn employees_with_their_superiors(db: &TestDb) {
    let employees = tree!().query(
        Report
            .select()
            .inner_join(Employee, Employee.employee_id.eq(Report.id))
            .order_by((Report.depth, Report.path))
            .columns((Employee.title, Report.depth, Report.path)),
    );
    same(
        db,
        employees,
        "with recursive report as (
             select employee_id as id, 0 as depth, last_name::text as path from employee where reports_to is null
             union all
             select e.employee_id, r.depth + 1, r.path || ' > ' || e.last_name
             from employee e join report r on r.id = e.reports_to
         )
         select e.title, r.depth, r.path from report r join employee e on e.employee_id = r.id order by 2, 3",
    )
    .await;
}

async fn employees_in_depth_first_order(db: &TestDb) {
    let employees = tree!().search_depth_first(Report.id).query(
        Report
            .select()
            .order_by(search_order(Report))
            .columns((Report.id, Report.depth)),
    );
    same(
        db,
        employees,
        "with recursive report as (
             select employee_id as id, 0 as depth from employee where reports_to is null
             union all
             select e.employee_id, r.depth + 1 from employee e join report r on r.id = e.reports_to
         ) search depth first by id set place
         select id, depth from report order by place",
    )
    .await;
}

#[derive(Selectable)]
struct Above {
    employee: i32,
    superior: Option<i32>,
}

async fn number_of_employees_under_each(db: &TestDb) {
    let own = Employee.select().columns(SelectAbove {
        employee: Employee.employee_id,
        superior: Employee.reports_to,
    });
    let above = Employee
        .select()
        .inner_join(Above, Above.superior.eq(Employee.employee_id))
        .columns(SelectAbove {
            employee: Above.employee,
            superior: Employee.reports_to,
        });
    let numbers = with_recursive(own.union(above)).query(
        Employee
            .select()
            .left_join(Above, Above.superior.eq(Employee.employee_id))
            .group_by(Employee.employee_id)
            .order_by((count_of(Above.employee).desc(), Employee.employee_id))
            .columns((Employee.last_name, count_of(Above.employee))),
    );
    same(
        db,
        numbers,
        "with recursive above (employee, superior) as (
             select employee_id, reports_to from employee
             union
             select a.employee, e.reports_to from above a join employee e on e.employee_id = a.superior
         )
         select e.last_name, count(a.employee) from employee e left join above a on a.superior = e.employee_id
         group by e.employee_id order by 2 desc, e.employee_id",
    )
    .await;
}

#[derive(Selectable)]
struct Power {
    exponent: i32,
    value: i64,
}

async fn powers_of_two(db: &TestDb) {
    let first = select(SelectPower {
        exponent: value(0),
        value: value(1_i64),
    });
    let next = Power
        .select()
        .filter(Power.exponent.lt(20))
        .columns(SelectPower {
            exponent: Power.exponent + 1,
            value: Power.value * 2,
        });
    let powers = with_recursive(first.union_all(next)).query(
        Power
            .select()
            .order_by(Power.exponent)
            .columns((Power.exponent, Power.value)),
    );
    same(
        db,
        powers,
        "with recursive power (exponent, value) as (
             select 0, 1::bigint union all select exponent + 1, value * 2 from power where exponent < 20
         ) select exponent, value from power order by 1",
    )
    .await;
}
