// A join by foreign key needs an alias to read a table twice.
use schema_core::prelude::*;

#[table(name = "employees")]
struct Employee {
    #[column(primary_key)]
    id: i64,
    #[column(references = Employee.id)]
    manager_id: Option<i64>,
}

fn main() {
    let _ = Employee.select().left_join_on(Employee.manager_id);
}
