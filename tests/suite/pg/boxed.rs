//! Boxed queries: clones, pages and totals, chosen columns.

use schema_core::exec::Query;
use schema_core::expr::literal;
use schema_core::prelude::*;
use schema_core::row::RowDecoder;
use schema_core::types::{NeverNull, Nullable};
use schema_tests::db::{self, TestDb};

use crate::company::{Department, Employee, company, ids, names};

async fn all<Q: Query>(db: &TestDb, query: Q) -> Vec<<Q::Decoder as RowDecoder>::Row> {
    query.fetch_all(db.pool()).await.unwrap()
}

#[test]
fn a_page_and_its_total() {
    db::run(async |db| {
        company(&db).await;
        let query = Employee.select().filter(Employee.salary.lt(250)).boxed();

        let total = query.clone().count().fetch_one(db.pool()).await.unwrap();
        let page = query.order_by(Employee.id.desc()).limit(2).offset(1);
        let total_of_page = page.clone().count().fetch_one(db.pool()).await.unwrap();
        let page = all(&db, page).await;

        assert_eq!(names(&page), ["Cem", "Ben"]);
        assert_eq!((total, total_of_page), (3, 3));
    });
}

#[test]
fn a_total_of_distinct_rows_and_of_aggregates() {
    db::run(async |db| {
        company(&db).await;
        let salaries = Employee.select().distinct().columns(Employee.salary);
        let largest = Employee.select().columns(max(Employee.salary));
        let computed = Employee.select().filter(Employee.id.gt(1));
        let computed = computed.columns(Employee.salary + 1).distinct();

        let total = salaries.limit(1).boxed().count();
        let one = largest.boxed().count();
        let two = computed.boxed().filter(Employee.id.lt(9)).count();

        assert_eq!(total.fetch_one(db.pool()).await.unwrap(), 3);
        assert_eq!(one.fetch_one(db.pool()).await.unwrap(), 1);
        assert_eq!(two.fetch_one(db.pool()).await.unwrap(), 2);
    });
}

#[test]
fn a_limit_is_replaced_and_removed() {
    db::run(async |db| {
        company(&db).await;
        let query = Employee
            .select()
            .order_by(Employee.id)
            .limit(1)
            .offset(2)
            .boxed();

        assert_eq!(names(&all(&db, query.clone()).await), ["Cem"]);
        assert_eq!(
            names(&all(&db, query.clone().limit(2)).await),
            ["Cem", "Dora"]
        );
        assert_eq!(all(&db, query.clone().limit(None::<i64>)).await.len(), 2);
        let first = query.offset(None::<i64>);
        assert_eq!(names(&all(&db, first).await), ["Ana"]);
    });
}

#[test]
fn other_columns_are_selected_with_the_same_clauses() {
    db::run(async |db| {
        company(&db).await;
        let query = Employee
            .select()
            .left_join_on(Employee.department_id)
            .order_by(Employee.id)
            .boxed()
            .filter(Employee.id.gt(2));

        let rows: Vec<(i64, Option<String>)> =
            all(&db, query.clone().columns((Employee.id, Department.name))).await;
        let whole: Vec<Employee> = all(&db, query.clone().columns(Employee.all())).await;
        let twice: Vec<i32> = all(
            &db,
            query
                .clone()
                .columns(Employee.name)
                .columns(Employee.salary),
        )
        .await;
        let sum: Vec<Option<i64>> =
            all(&db, Employee.select().boxed().columns(sum(Employee.salary))).await;

        assert_eq!(rows, [(3, Some("surgery".to_owned())), (4, None)]);
        assert_eq!(names(&whole), ["Cem", "Dora"]);
        assert_eq!((twice, sum), (vec![200, 100], vec![Some(800)]));
        assert_eq!(query.count().fetch_one(db.pool()).await.unwrap(), 2);
    });
}

#[test]
fn distinct_is_dropped_with_its_columns() {
    db::run(async |db| {
        company(&db).await;
        let query = Employee
            .select()
            .distinct()
            .columns(Employee.salary)
            .boxed();

        let total = query.clone().columns(Employee.id).count();

        assert_eq!(query.count().fetch_one(db.pool()).await.unwrap(), 3);
        assert_eq!(total.fetch_one(db.pool()).await.unwrap(), 4);
    });
}

#[test]
fn a_generic_function_accepts_every_query() {
    db::run(async |db| {
        company(&db).await;
        let boxed: BoxedSelect<'_, (Department,), Department> = Department.select().boxed();

        assert_eq!(all(&db, boxed).await.len(), 2);
        assert_eq!(
            all(&db, Department.select().columns(Department.id)).await,
            [1, 2]
        );
        assert_eq!(all(&db, Employee.find(1)).await[0].name, "Ana");
        let raised = Employee
            .update()
            .set(Employee.bonus, 1)
            .all_rows()
            .returning(Employee.bonus);
        assert_eq!(all(&db, raised).await, [Some(1); 4]);
    });
}

#[test]
fn conditions_and_orderings_are_cloned() {
    db::run(async |db| {
        company(&db).await;
        let rich: BoxedCondition<'_, (Employee,)> = Employee.salary.gt(150).boxed();
        let by_name: BoxedOrdering<'_, (Employee,)> = Employee.name.desc().boxed();

        assert_eq!(ids!(db, rich.clone()), [1, 2, 3]);
        assert_eq!(ids!(db, rich.clone().not()), [4]);
        let query = Employee.select().filter(rich).order_by(by_name.clone());
        assert_eq!(names(&all(&db, query).await), ["Cem", "Ben", "Ana"]);
        let last = Employee.select().boxed().order_by(by_name).limit(1);
        assert_eq!(names(&all(&db, last).await), ["Dora"]);
    });
}

#[test]
fn a_boxed_query_with_subqueries() {
    db::run(async |db| {
        company(&db).await;
        let staff = Employee
            .select()
            .correlate(Department)
            .filter(Employee.department_id.eq(Department.id));

        let rows: Vec<(String, i64)> = Department
            .select()
            .columns((Department.name, scalar(staff.columns(count()))))
            .boxed()
            .filter(exists(staff.filter(Employee.salary.gt(250))))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("surgery".to_owned(), 3)]);
    });
}

#[test]
fn boxed_expressions_are_selected_and_sorted_by() {
    db::run(async |db| {
        company(&db).await;
        let key = |name: &str| -> BoxedExpr<'static, (Employee,), i32, Nullable> {
            match name {
                "salary" => Employee.salary.boxed_expr(),
                _ => (value(0) - Employee.salary).boxed_expr(),
            }
        };
        let query = |name| Employee.select().order_by(key(name)).columns(key(name));

        let salaries: Vec<Option<i32>> = all(&db, query("salary")).await;
        let negative: Vec<Option<i32>> = all(&db, query("negative")).await;

        assert!(
            salaries.is_sorted() && salaries[0] > Some(0),
            "{salaries:?}"
        );
        assert!(
            negative.is_sorted() && negative[0] < Some(0),
            "{negative:?}"
        );
    });
}

/// A boxed expression that is never NULL can be NULL in a query with an outer join.
#[test]
fn a_boxed_expression_of_a_row_that_is_not_found() {
    db::run(async |db| {
        company(&db).await;
        let name: BoxedExpr<'_, (Department,), String, NeverNull> = Department.name.boxed_expr();
        let no_department = Employee.id.lt(0);

        let rows: Vec<(i64, Option<String>)> = all(
            &db,
            Employee
                .select()
                .left_join(Department, no_department)
                .order_by(Employee.id)
                .limit(1)
                .columns((Employee.id, name)),
        )
        .await;

        assert_eq!(rows, [(1, None)]);
    });
}

/// `order by 1` would order by the first column.
#[test]
fn a_literal_is_no_position_of_a_column() {
    db::run(async |db| {
        company(&db).await;
        let query = Employee
            .select()
            .columns(Employee.id)
            .distinct_on(literal(1));
        let first: Vec<i64> = all(&db, query.order_by(Employee.id.desc())).await;
        assert_eq!(first, [4]);

        let query = Employee
            .select()
            .order_by((literal(1).desc(), Employee.id))
            .columns(Employee.id);
        assert_eq!(all(&db, query).await, [1, 2, 3, 4]);
    });
}
