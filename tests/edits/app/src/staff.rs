//! Staff and applicants: set operations, recursion, groups and windows.

use chrono::{DateTime, Utc};
use schema_core::Result;
use schema_core::expr::function::{
    current_row, date_trunc, field, lag, percentile_cont, preceding, stddev,
};
use schema_core::expr::rollup;
use schema_core::prelude::*;
use schema_core::query::clause::search_order;
use sqlx::PgPool;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Team {
    Nurses,
    Surgery,
    Night,
}

#[table(name = "employees")]
#[derive(Debug, Clone)]
pub struct Employee {
    #[column(primary_key)]
    pub id: i64,
    pub name: String,
    #[column(references = Employee.id)]
    pub manager_id: Option<i64>,
    pub team: Team,
    pub grade: i32,
    pub salary: f64,
    pub hired: DateTime<Utc>,
}

#[table(name = "applicants")]
#[derive(Debug, Clone)]
pub struct Applicant {
    #[column(primary_key, identity)]
    pub id: i64,
    pub name: String,
    pub wish: Option<f64>,
}

pub async fn names(pool: &PgPool) -> Result<Vec<String>> {
    let employees = Employee.select().columns(Employee.name);
    employees
        .union(Applicant.select().columns(Applicant.name))
        .order_by(output::<1>())
        .fetch_all(pool)
        .await
}

pub async fn costs(pool: &PgPool) -> Result<Vec<(String, Option<f64>)>> {
    let employees = Employee
        .select()
        .columns((Employee.name, Employee.salary.nullable()));
    employees
        .union_all(Applicant.select().columns((Applicant.name, Applicant.wish)))
        .fetch_all(pool)
        .await
}

/// A person below another one.
#[derive(Debug, Selectable)]
pub struct Report {
    pub id: i64,
    pub name: String,
    pub depth: i32,
}

pub async fn below(pool: &PgPool, chief: i64) -> Result<Vec<(i64, String)>> {
    let first = Employee
        .select()
        .filter(Employee.manager_id.eq(chief))
        .columns(SelectReport {
            id: Employee.id,
            name: Employee.name,
            depth: value(1),
        });
    let repeated = Employee
        .select()
        .inner_join(Report, Employee.manager_id.eq(Report.id))
        .columns(SelectReport {
            id: Employee.id,
            name: Employee.name,
            depth: Report.depth + 1,
        });
    with_recursive(first.union_all(repeated))
        .search_depth_first(Report.id)
        .query(
            Report
                .select()
                .filter(Report.depth.le(9))
                .order_by(search_order(Report))
                .columns((Report.id, Report.name)),
        )
        .fetch_all(pool)
        .await
}

pub async fn best_paid(pool: &PgPool) -> Result<Vec<Employee>> {
    Employee
        .select()
        .distinct_on(Employee.team)
        .order_by(Employee.salary.desc())
        .fetch_all(pool)
        .await
}

pub async fn ranking(pool: &PgPool) -> Result<Vec<(i64, i64, Option<f64>)>> {
    let team = partition_by(Employee.team).order_by(Employee.salary.desc());
    let recent = order_by(Employee.hired).rows_between(preceding(2), current_row());
    Employee
        .select()
        .columns((
            Employee.id,
            rank().over(team),
            sum(Employee.salary).over(recent),
        ))
        .fetch_all(pool)
        .await
}

pub async fn raises(pool: &PgPool) -> Result<Vec<(i64, Option<f64>)>> {
    let before = lag(Employee.salary).over(order_by(Employee.hired));
    Employee
        .select()
        .columns((Employee.id, before))
        .fetch_all(pool)
        .await
}

pub async fn medians(pool: &PgPool) -> Result<Vec<(Team, Option<f64>, Option<f64>)>> {
    Employee
        .select()
        .group_by(Employee.team)
        .having(count().gt(3))
        .columns((
            Employee.team,
            percentile_cont(0.5).within_group(Employee.salary),
            stddev(Employee.salary),
        ))
        .fetch_all(pool)
        .await
}

pub async fn totals(pool: &PgPool) -> Result<Vec<(Option<Team>, Option<i32>, i64)>> {
    Employee
        .select()
        .group_by(rollup((Employee.team, Employee.grade)))
        .columns((Employee.team, Employee.grade, count()))
        .fetch_all(pool)
        .await
}

pub async fn hired(pool: &PgPool) -> Result<Vec<(DateTime<Utc>, i64)>> {
    let month = date_trunc(field::Month, Employee.hired);
    Employee
        .select()
        .group_by(month)
        .columns((
            grouped(month),
            count().filter(Employee.team.eq(Team::Night)),
        ))
        .fetch_all(pool)
        .await
}

pub async fn bands(pool: &PgPool) -> Result<Vec<(i64, String, String)>> {
    let band = case_when(Employee.grade.gt(5), "senior").otherwise("junior");
    Employee
        .select()
        .filter(row((Employee.grade, Employee.id)).gt((3, 7)))
        .columns((Employee.id, band, Employee.grade.cast::<String>()))
        .fetch_all(pool)
        .await
}
