//! Departments and their employees, for the tests of queries.

use schema_core::prelude::*;
use schema_tests::db::TestDb;

#[table(name = "departments")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Department {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) name: String,
}

#[table(name = "employees")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Employee {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) name: String,
    #[column(references = Department.id)]
    pub(crate) department_id: Option<i64>,
    #[column(references = Employee.id)]
    pub(crate) manager_id: Option<i64>,
    pub(crate) salary: i32,
    pub(crate) bonus: Option<i32>,
}

alias!(pub(crate) Manager = Employee);

/// Ana manages Ben and Cem, Dora has no department, and the archive has no employees.
pub(crate) async fn company(db: &TestDb) {
    create!(db, Department, Employee);
    let departments = [(1, "surgery"), (2, "archive")].map(|(id, name)| NewDepartment {
        id,
        name: name.into(),
    });
    Department
        .insert_many(departments)
        .execute(db.pool())
        .await
        .unwrap();
    let people = [
        (1, "Ana", Some(1), None, 300, Some(30)),
        (2, "Ben", Some(1), Some(1), 200, None),
        (3, "Cem", Some(1), Some(1), 200, Some(10)),
        (4, "Dora", None, None, 100, None),
    ];
    for (id, name, department, manager, salary, bonus) in people {
        let name = name.to_owned();
        Employee
            .insert(NewEmployee { id, name, salary })
            .set(Employee.department_id, department)
            .set(Employee.manager_id, manager)
            .set(Employee.bonus, bonus)
            .execute(db.pool())
            .await
            .unwrap();
    }
}

/// The ids of the employees that match a condition.
macro_rules! ids {
    ($db:expr, $condition:expr) => {
        Employee
            .select()
            .filter($condition)
            .order_by(Employee.id.asc())
            .columns(Employee.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}
pub(crate) use ids;

/// The value of an expression for the only row of a table.
macro_rules! value {
    ($db:expr, $table:ident, $expression:expr) => {
        $table
            .select()
            .columns($expression)
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}
pub(crate) use value;

pub(crate) fn names(employees: &[Employee]) -> Vec<&str> {
    employees
        .iter()
        .map(|employee| employee.name.as_str())
        .collect()
}
