//! `select`: joins, conditions, orderings, aggregates, JSON, arrays, vectors, and queries built at run time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::expr::functions::now;
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde_json::{Value as JsonValue, json};

#[table(name = "departments")]
#[derive(Debug, Clone, PartialEq)]
struct Department {
    #[column(primary_key)]
    id: i64,
    name: String,
}

#[table(name = "employees")]
#[derive(Debug, Clone, PartialEq)]
struct Employee {
    #[column(primary_key)]
    id: i64,
    name: String,
    #[column(references = Department.id)]
    department_id: Option<i64>,
    #[column(references = Employee.id)]
    manager_id: Option<i64>,
    salary: i32,
    bonus: Option<i32>,
}

alias!(Manager = Employee);

/// Ana leads Ben and Cem; Dora belongs nowhere, and nobody works in the archive.
async fn company(db: &TestDb) {
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

/// The ids of the employees that a condition holds for.
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

/// The value of an expression over the only row of a table.
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

fn names(employees: &[Employee]) -> Vec<&str> {
    employees
        .iter()
        .map(|employee| employee.name.as_str())
        .collect()
}

// Joins

#[test]
fn inner_join_gives_rows_that_have_a_partner() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Department)> = Employee
            .select()
            .inner_join(Department, Employee.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 3);
        assert!(
            rows.iter()
                .all(|(_, department)| department.name == "surgery")
        );
        assert_eq!(rows[2].0.name, "Cem");
    });
}

#[test]
fn left_join_gives_none_where_there_is_no_partner() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Department>)> = Employee
            .select()
            .left_join(Department, Employee.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].1.as_ref().unwrap().name, "surgery");
        assert_eq!((rows[3].0.name.as_str(), &rows[3].1), ("Dora", &None));
    });
}

#[test]
fn left_join_by_the_foreign_key() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Department>)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .filter(Department.id.is_null())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].0.name, "Dora");
    });
}

#[test]
fn inner_join_by_the_foreign_key() {
    db::run(async |db| {
        company(&db).await;

        let rows = Employee.select().inner_join_on(Employee.department_id);
        let rows: Vec<(Employee, Department)> = rows.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows.len(), 3);
    });
}

#[test]
fn right_join_gives_all_rows_of_the_table() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<Employee>, Department)> = Employee
            .select()
            .right_join(Department, Employee.department_id.eq(Department.id))
            .order_by((Department.id.asc(), Employee.id.asc()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].0.as_ref().unwrap().name, "Ana");
        assert_eq!((&rows[3].0, rows[3].1.name.as_str()), (&None, "archive"));
    });
}

#[test]
fn full_join_gives_all_rows_of_both_sides() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Option<Employee>, Option<Department>)> = Employee
            .select()
            .full_join(Department, Employee.department_id.eq(Department.id))
            .order_by((Employee.id.asc(), Department.id.asc()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 5);
        assert!(rows[3].0.is_some() && rows[3].1.is_none());
        assert!(rows[4].0.is_none() && rows[4].1.is_some());
    });
}

#[test]
fn cross_join_gives_every_row_with_every_row() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Department)> = Employee
            .select()
            .cross_join(Department)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 8);
    });
}

#[test]
fn an_alias_joins_a_table_with_itself() {
    db::run(async |db| {
        company(&db).await;

        let pairs: Vec<(String, Option<String>)> = Employee
            .select()
            .left_join(Manager, Employee.manager_id.eq(Manager.id))
            .order_by(Employee.id.asc())
            .columns((Employee.name, Manager.name))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let manager = |name: Option<&str>| name.map(str::to_owned);
        assert_eq!(pairs[0], ("Ana".into(), manager(None)));
        assert_eq!(pairs[1], ("Ben".into(), manager(Some("Ana"))));
    });
}

#[test]
fn an_alias_can_be_selected_from() {
    db::run(async |db| {
        company(&db).await;

        let row = Manager.select().filter(Manager.name.eq("Ana"));
        let row: Employee = row.fetch_one(db.pool()).await.unwrap();
        let found = Manager.find(4).fetch_one(db.pool()).await.unwrap();

        assert_eq!((row.id, found.name.as_str()), (1, "Dora"));
    });
}

#[test]
fn three_tables_are_joined_and_nullable_ones_stay_nullable() {
    db::run(async |db| {
        company(&db).await;

        let rows: Vec<(Employee, Option<Employee>, Option<Department>)> = Employee
            .select()
            .left_join(Manager, Employee.manager_id.eq(Manager.id))
            .left_join(Department, Manager.department_id.eq(Department.id))
            .order_by(Employee.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1].1.as_ref().unwrap().name, "Ana");
        assert_eq!(rows[1].2.as_ref().unwrap().name, "surgery");
        assert!(rows[0].1.is_none() && rows[0].2.is_none());
    });
}

#[test]
fn a_joined_row_of_nulls_but_its_key_is_there() {
    db::run(async |db| {
        company(&db).await;

        let rows = Department
            .select()
            .left_join(
                Employee,
                Employee
                    .department_id
                    .eq(Department.id)
                    .and(Employee.id.eq(2)),
            )
            .order_by(Department.id.asc());
        let rows: Vec<(Department, Option<Employee>)> = rows.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows[0].1.as_ref().unwrap().bonus, None);
        assert!(rows[1].1.is_none());
    });
}

// What is selected

#[test]
fn columns_give_a_value_or_a_tuple() {
    db::run(async |db| {
        company(&db).await;
        let first = Employee.select().order_by(Employee.id.asc()).limit(1);

        let name: String = first
            .columns(Employee.name)
            .fetch_one(db.pool())
            .await
            .unwrap();
        let row: (i64, Option<i32>, i32) = first
            .columns((Employee.id, Employee.bonus, Employee.salary * 2 + 1))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(name, "Ana");
        assert_eq!(row, (1, Some(30), 601));
    });
}

#[test]
fn an_expression_over_a_nullable_column_is_nullable() {
    db::run(async |db| {
        company(&db).await;

        let sums: Vec<Option<i32>> = Employee
            .select()
            .order_by(Employee.id.asc())
            .columns(Employee.bonus + Employee.salary)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(sums, [Some(330), None, Some(210), None]);
    });
}

#[test]
fn a_struct_takes_expressions_and_whole_rows() {
    #[derive(Selectable, Debug)]
    struct Summary {
        name: String,
        department: Option<Department>,
        department_name: Option<String>,
    }

    db::run(async |db| {
        company(&db).await;

        let rows: Vec<Summary> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .order_by(Employee.id.asc())
            .columns(SelectSummary {
                name: Employee.name,
                department: Department.all(),
                department_name: Department.name,
            })
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows[0].name, "Ana");
        assert_eq!(rows[0].department.as_ref().unwrap().id, 1);
        assert_eq!(rows[0].department_name.as_deref(), Some("surgery"));
        assert!(rows[3].department.is_none() && rows[3].department_name.is_none());
    });
}

#[test]
fn distinct_gives_equal_rows_once() {
    db::run(async |db| {
        company(&db).await;

        let salaries = Employee.select().order_by(Employee.salary.asc());
        let salaries = salaries.columns(Employee.salary).distinct();

        assert_eq!(
            salaries.fetch_all(db.pool()).await.unwrap(),
            [100, 200, 300]
        );
    });
}

// Order, limit, offset

#[test]
fn nulls_come_last_of_asc_and_first_of_desc_unless_said() {
    db::run(async |db| {
        company(&db).await;
        macro_rules! ordered {
            ($ordering:expr) => {
                Employee
                    .select()
                    .order_by(($ordering, Employee.id.asc()))
                    .columns(Employee.id)
                    .fetch_all(db.pool())
                    .await
                    .unwrap()
            };
        }

        assert_eq!(ordered!(Employee.bonus.asc()), [3, 1, 2, 4]);
        assert_eq!(ordered!(Employee.bonus.desc()), [2, 4, 1, 3]);
        assert_eq!(ordered!(Employee.bonus.asc().nulls_first()), [2, 4, 3, 1]);
        assert_eq!(ordered!(Employee.bonus.desc().nulls_last()), [1, 3, 2, 4]);
    });
}

#[test]
fn further_orderings_decide_between_equal_rows() {
    db::run(async |db| {
        company(&db).await;

        let ids = Employee
            .select()
            .order_by(Employee.salary.asc())
            .order_by(Employee.name.desc())
            .columns(Employee.id)
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(ids, [4, 3, 2, 1]);
    });
}

#[test]
fn limit_and_offset_give_a_page() {
    db::run(async |db| {
        company(&db).await;
        let ids = Employee
            .select()
            .order_by(Employee.id.asc())
            .columns(Employee.id);

        let page = ids.limit(2).offset(1).fetch_all(db.pool()).await.unwrap();
        let rest = ids.offset(3_u64).fetch_all(db.pool()).await.unwrap();
        let none = ids.limit(0).fetch_all(db.pool()).await.unwrap();

        assert_eq!(page, [2, 3]);
        assert_eq!(rest, [4]);
        assert!(none.is_empty());
    });
}

#[test]
fn a_limit_of_none_is_no_limit() {
    db::run(async |db| {
        company(&db).await;
        let (limit, offset): (Option<i64>, Option<usize>) = (None, None);

        let all = Employee.select().limit(limit).offset(offset);

        assert_eq!(all.fetch_all(db.pool()).await.unwrap().len(), 4);
    });
}

// Aggregates

#[test]
fn aggregates_over_all_rows() {
    db::run(async |db| {
        company(&db).await;

        let row = Employee
            .select()
            .columns((
                count(),
                count_of(Employee.bonus),
                count_distinct(Employee.salary),
                sum(Employee.salary),
                avg(Employee.salary),
                min(Employee.bonus),
                max(Employee.name),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        let max = Some("Dora".to_owned());
        assert_eq!(row, (4, 2, 3, Some(800), Some(200.0), Some(10), max));
    });
}

#[test]
fn aggregates_of_no_rows_are_null_and_counts_are_zero() {
    db::run(async |db| {
        company(&db).await;

        let none = Employee.select().filter(Employee.id.lt(0));
        let row = none
            .columns((
                count(),
                count_of(Employee.bonus),
                sum(Employee.salary),
                avg(Employee.salary),
                min(Employee.salary),
                max(Employee.name),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(row, (0, 0, None, None, None, None));
    });
}

#[test]
fn sums_and_averages_have_the_type_of_their_number() {
    #[table(name = "numbers")]
    #[derive(Debug)]
    struct Numbers {
        #[column(primary_key)]
        small: i16,
        large: i64,
        real: f32,
        double: f64,
        decimal: Decimal,
        span: Interval,
        at: DateTime<Utc>,
    }

    db::run(async |db| {
        create!(db, Numbers);
        let rows = [1, 2].map(|small| NewNumbers {
            small,
            large: i64::from(small) << 40,
            real: f32::from(small) / 2.0,
            double: f64::from(small) / 4.0,
            decimal: Decimal::new(i64::from(small), 2),
            span: Interval::from_minutes(i32::from(small)),
            at: DateTime::UNIX_EPOCH,
        });
        Numbers.insert_many(rows).execute(db.pool()).await.unwrap();

        let (small, large, real): (Option<i64>, Option<i64>, Option<f32>) = value!(
            db,
            Numbers,
            (sum(Numbers.small), sum(Numbers.large), sum(Numbers.real))
        );
        let (double, decimal, span): (Option<f64>, Option<Decimal>, Option<Interval>) = value!(
            db,
            Numbers,
            (sum(Numbers.double), sum(Numbers.decimal), sum(Numbers.span))
        );
        let averages: (Option<f64>, Option<f64>, Option<f64>, Option<f64>) = value!(
            db,
            Numbers,
            (
                avg(Numbers.small),
                avg(Numbers.large),
                avg(Numbers.real),
                avg(Numbers.double)
            )
        );
        let (decimal_average, span_average) =
            value!(db, Numbers, (avg(Numbers.decimal), avg(Numbers.span)));
        let (first, last) = value!(db, Numbers, (min(Numbers.at), max(Numbers.span)));

        assert_eq!((small, large, real), (Some(3), Some(3 << 40), Some(1.5)));
        assert_eq!((double, decimal), (Some(0.75), Some(Decimal::new(3, 2))));
        assert_eq!(span, Some(Interval::from_minutes(3)));
        let large = 1.5 * 2_f64.powi(40);
        assert_eq!(averages, (Some(1.5), Some(large), Some(0.75), Some(0.375)));
        assert_eq!(decimal_average, Some(Decimal::new(15, 3)));
        assert_eq!(span_average, Some(Interval::from_seconds(90)));
        assert_eq!(first, Some(DateTime::UNIX_EPOCH));
        assert_eq!(last, Some(Interval::from_minutes(2)));
    });
}

#[test]
fn group_by_and_having() {
    db::run(async |db| {
        company(&db).await;

        let groups: Vec<(i32, i64, Option<i64>)> = Employee
            .select()
            .filter(Employee.name.ne("Nobody"))
            .group_by(Employee.salary)
            .having(count().gt(1).or(sum(Employee.salary).lt(150)))
            .order_by(Employee.salary.desc())
            .columns((Employee.salary, count(), sum(Employee.bonus)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(groups, [(200, 2, Some(10)), (100, 1, None)]);
    });
}

#[test]
fn group_by_a_joined_column_that_may_be_null() {
    db::run(async |db| {
        company(&db).await;

        let groups: Vec<(Option<String>, i64)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .group_by(Department.name)
            .order_by(count().desc())
            .columns((Department.name, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(groups, [(Some("surgery".into()), 3), (None, 1)]);
    });
}

// Conditions

#[test]
fn comparisons() {
    db::run(async |db| {
        company(&db).await;

        assert_eq!(ids!(db, Employee.salary.eq(200)), [2, 3]);
        assert_eq!(ids!(db, Employee.salary.ne(200)), [1, 4]);
        assert_eq!(ids!(db, Employee.salary.lt(200)), [4]);
        assert_eq!(ids!(db, Employee.salary.le(200)), [2, 3, 4]);
        assert_eq!(ids!(db, Employee.salary.gt(200)), [1]);
        assert_eq!(ids!(db, Employee.salary.ge(200)), [1, 2, 3]);
        assert_eq!(ids!(db, Employee.salary.between(100, 200)), [2, 3, 4]);
        assert_eq!(ids!(db, Employee.id.eq(Employee.manager_id)), [0; 0]);
    });
}

#[test]
fn null_tests_and_distinct_from() {
    db::run(async |db| {
        company(&db).await;

        assert_eq!(ids!(db, Employee.bonus.is_null()), [2, 4]);
        assert_eq!(ids!(db, Employee.bonus.is_not_null()), [1, 3]);
        assert_eq!(ids!(db, Employee.bonus.ne(10)), [1]);
        assert_eq!(ids!(db, Employee.bonus.is_distinct_from(10)), [1, 2, 4]);
        assert_eq!(
            ids!(db, Employee.bonus.is_not_distinct_from(None::<i32>)),
            [2, 4]
        );
        let bonus = Some(10);
        assert_eq!(ids!(db, Employee.bonus.is_not_distinct_from(bonus)), [3]);
    });
}

#[test]
fn lists_of_any_kind() {
    db::run(async |db| {
        company(&db).await;
        let list = vec![1_i64, 3];

        assert_eq!(ids!(db, Employee.id.eq_any(&list)), [1, 3]);
        assert_eq!(ids!(db, Employee.id.eq_any(list.clone())), [1, 3]);
        assert_eq!(ids!(db, Employee.id.eq_any([1, 3])), [1, 3]);
        assert_eq!(ids!(db, Employee.id.eq_any(&list[..1])), [1]);
        assert_eq!(ids!(db, Employee.id.ne_all([1, 3])), [2, 4]);
        assert_eq!(ids!(db, Employee.name.eq_any(["Ana", "x"])), [1]);
        assert_eq!(ids!(db, Employee.bonus.eq_any([10, 30])), [1, 3]);
    });
}

#[test]
fn an_empty_list_holds_nothing() {
    db::run(async |db| {
        company(&db).await;
        let none: Vec<i64> = vec![];

        assert_eq!(ids!(db, Employee.id.eq_any(&none)), [0; 0]);
        assert_eq!(ids!(db, Employee.id.ne_all(&none)), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.id.eq_any(&none).not()), [1, 2, 3, 4]);
    });
}

#[test]
fn a_list_of_100_000_values_is_one_parameter() {
    db::run(async |db| {
        company(&db).await;
        let list: Vec<i64> = (3..100_003).collect();
        let texts: Vec<String> = list.iter().map(ToString::to_string).collect();

        assert_eq!(ids!(db, Employee.id.eq_any(&list)), [3, 4]);
        assert_eq!(ids!(db, Employee.id.ne_all(&list)), [1, 2]);
        assert_eq!(ids!(db, Employee.name.ne_all(&texts)), [1, 2, 3, 4]);
    });
}

#[test]
fn patterns() {
    db::run(async |db| {
        company(&db).await;

        assert_eq!(ids!(db, Employee.name.like("%a")), [1, 4]);
        assert_eq!(ids!(db, Employee.name.like("a%")), [0; 0]);
        assert_eq!(ids!(db, Employee.name.ilike("a%")), [1]);
        assert_eq!(ids!(db, Employee.name.not_like("_e_")), [1, 4]);
        assert_eq!(ids!(db, Employee.name.not_ilike("%E%")), [1, 4]);
        assert_eq!(ids!(db, Employee.name.concat("%").eq("Ana%")), [1]);
        assert_eq!(
            ids!(db, Employee.name.concat("%").like("%\\%")),
            [1, 2, 3, 4]
        );
    });
}

#[test]
fn and_or_not_bind_as_they_are_written() {
    db::run(async |db| {
        company(&db).await;
        let ana = Employee.name.eq("Ana");
        let ben = Employee.name.eq("Ben");
        let low = Employee.salary.lt(250);

        // (Ana or Ben) and low, against Ana or (Ben and low)
        assert_eq!(ids!(db, ana.or(ben).and(low)), [2]);
        assert_eq!(ids!(db, ana.or(ben.and(low))), [1, 2]);
        assert_eq!(ids!(db, low.and(ana.or(ben))), [2]);
        // not (Ana or Ben), against (not Ana) or Ben
        assert_eq!(ids!(db, ana.or(ben).not()), [3, 4]);
        assert_eq!(ids!(db, ana.not().or(ben)), [2, 3, 4]);
        assert_eq!(ids!(db, ana.and(low).not()), [1, 2, 3, 4]);
        assert_eq!(ids!(db, ana.not().not()), [1]);
        // Two filters are joined by `and`, whatever is in them.
        let rows = Employee.select().filter(ana.or(ben)).filter(low);
        assert_eq!(names(&rows.fetch_all(db.pool()).await.unwrap()), ["Ben"]);
        // A comparison of a comparison, and of a null test.
        assert_eq!(ids!(db, ana.eq(low)), [4; 0]);
        assert_eq!(ids!(db, Employee.bonus.is_null().eq(low)), [1, 2, 4]);
        assert_eq!(ids!(db, ana.eq(true)), [1]);
    });
}

#[test]
fn arithmetic_binds_as_it_is_written() {
    db::run(async |db| {
        company(&db).await;
        let (salary, id) = (Employee.salary, Employee.id);
        macro_rules! first {
            ($expression:expr) => {
                Employee
                    .select()
                    .filter(id.eq(1))
                    .columns($expression)
                    .fetch_one(db.pool())
                    .await
                    .unwrap()
            };
        }

        assert_eq!(first!(salary - 100 - 50), 150);
        assert_eq!(first!((salary - 100) * 2), 400);
        assert_eq!(first!(salary * 2 - 100), 500);
        assert_eq!(first!(salary - (salary - 1)), 1);
        assert_eq!(first!(salary / 7 * 7), 294);
        assert_eq!(first!(salary / (Employee.salary / 7)), 7);
        assert_eq!(first!(salary % 7), 6);
        assert!(first!((salary + 1).eq(301)));
        assert!(first!(salary.between(salary - 1, salary + 1)));
    });
}

#[test]
fn raw_sql_is_an_expression_like_any_other() {
    db::run(async |db| {
        company(&db).await;
        let pattern = "^[AB]";

        let found = ids!(
            db,
            sql!(bool, "{} ~ {pattern}", Employee.name).and(Employee.id.gt(1))
        );
        assert_eq!(found, [2]);
        assert_eq!(ids!(db, sql!(i32, "length({})", Employee.name).eq(4)), [4]);
        let row: (i32, Option<String>) = Employee
            .select()
            .order_by(sql!(i32, "-{}", Employee.salary).asc())
            .columns((
                sql!(i32, "{} + {}", Employee.salary, 1_i32) * 2,
                sql!(Option<String>, "nullif({}, {})", Employee.name, "Ana"),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(row, (602, None));
    });
}

#[test]
fn raw_sql_takes_twelve_values() {
    db::run(async |db| {
        company(&db).await;

        let text = sql!(
            String,
            "concat({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
            Employee.name,
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "11",
            "12"
        );
        let text = Employee.find(1).columns(text).fetch_one(db.pool()).await;

        assert_eq!(text.unwrap(), "Ana23456789101112");
    });
}

// Times

#[test]
fn times_move_by_an_interval() {
    #[table(name = "visits")]
    #[derive(Debug)]
    struct Visit {
        #[column(primary_key)]
        id: i32,
        at: DateTime<Utc>,
        local: NaiveDateTime,
        clock: NaiveTime,
        length: Interval,
        until: Option<DateTime<Utc>>,
    }

    db::run(async |db| {
        create!(db, Visit);
        let local = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap();
        let local = local.and_hms_opt(23, 30, 0).unwrap();
        let new = NewVisit {
            id: 1,
            at: local.and_utc(),
            local,
            clock: local.time(),
            length: Interval::from_minutes(45),
        };
        Visit.insert(new).execute(db.pool()).await.unwrap();

        let (end, before, month) = value!(
            db,
            Visit,
            (
                Visit.at + Visit.length,
                Visit.local - Interval::from_hours(24),
                Visit.local + Interval::from_months(1)
            )
        );
        let (clock, twice, until) = value!(
            db,
            Visit,
            (
                Visit.clock + Visit.length,
                Visit.length + Visit.length,
                Visit.until + Visit.length
            )
        );

        assert_eq!(end.to_rfc3339(), "2024-02-01T00:15:00+00:00");
        assert_eq!(before.to_string(), "2024-01-30 23:30:00");
        assert_eq!(month.to_string(), "2024-02-29 23:30:00");
        assert_eq!(clock.to_string(), "00:15:00");
        assert_eq!(twice, Interval::from_minutes(90));
        assert_eq!(until, None);
        let recent = Visit.at.gt(now() - Interval::from_days(1));
        let recent = Visit.select().filter(recent).fetch_all(db.pool()).await;
        assert!(recent.unwrap().is_empty());
    });
}

// JSON

#[table(name = "documents")]
#[derive(Debug)]
struct Document {
    #[column(primary_key)]
    id: i32,
    body: JsonValue,
    meta: Option<Json<Vec<String>>>,
}

async fn document(db: &TestDb) {
    create!(db, Document);
    let body = json!({"agent": "triage", "score": 0.5, "tags": ["a", "b"], "deep": {"list": [1, {"k": "v"}]}, "nil": null});
    Document
        .insert(NewDocument { id: 1, body })
        .set(Document.meta, Json(vec!["x".into(), "y".into()]))
        .execute(db.pool())
        .await
        .unwrap();
}

#[test]
fn json_values_by_key_index_and_path() {
    db::run(async |db| {
        document(&db).await;
        let body = Document.body;

        assert_eq!(
            value!(db, Document, body.get("agent")),
            Some(json!("triage"))
        );
        assert_eq!(value!(db, Document, body.get("nil")), Some(json!(null)));
        assert_eq!(value!(db, Document, body.get("none")), None);
        assert_eq!(
            value!(db, Document, body.get("tags").get(1)),
            Some(json!("b"))
        );
        assert_eq!(
            value!(db, Document, body.get("tags").get(-1)),
            Some(json!("b"))
        );
        assert_eq!(
            value!(db, Document, body.get_text("agent")).as_deref(),
            Some("triage")
        );
        assert_eq!(value!(db, Document, body.get_text("nil")), None);
        assert_eq!(
            value!(db, Document, body.get_text("score")).as_deref(),
            Some("0.5")
        );
        assert_eq!(
            value!(db, Document, Document.meta.get_text(0)).as_deref(),
            Some("x")
        );
        let path = ["deep", "list", "1", "k"];
        assert_eq!(value!(db, Document, body.at(path)), Some(json!("v")));
        assert_eq!(
            value!(db, Document, body.at_text(path)).as_deref(),
            Some("v")
        );
        assert_eq!(value!(db, Document, body.at(["deep", "none"])), None);
    });
}

#[test]
fn json_conditions() {
    db::run(async |db| {
        document(&db).await;
        let (body, meta) = (Document.body, Document.meta);
        macro_rules! holds {
            ($condition:expr) => {{
                let found = Document.select().filter($condition).columns(Document.id);
                found.fetch_optional(db.pool()).await.unwrap() == Some(1)
            }};
        }

        assert!(holds!(body.contains(json!({"agent": "triage"}))));
        assert!(!holds!(body.contains(json!({"agent": "other"}))));
        assert!(holds!(meta.contains(json!(["y"]))));
        assert!(holds!(meta.contained_by(json!(["x", "y", "z"]))));
        assert!(!holds!(meta.contained_by(json!(["x"]))));
        assert!(holds!(body.has_key("nil")) && !holds!(body.has_key("none")));
        assert!(holds!(body.has_any_key(["none", "agent"])));
        assert!(!holds!(body.has_any_key(vec![String::from("none")])));
        assert!(holds!(body.has_all_keys(["score", "agent"])));
        assert!(!holds!(body.has_all_keys(["none", "agent"])));
        assert!(holds!(body.get("tags").contains(json!(["b"]))));
        assert!(holds!(body.get_text("agent").ilike("TRI%")));
        assert!(holds!(
            body.get_text("agent").eq("triage").and(meta.is_not_null())
        ));
        assert!(holds!(
            body.get("deep").get("list").eq(json!([1, {"k": "v"}]))
        ));
    });
}

// Arrays

#[test]
fn arrays_contain_arrays() {
    #[table(name = "tagged")]
    #[derive(Debug)]
    struct Tagged {
        #[column(primary_key)]
        id: i32,
        tags: Vec<String>,
        numbers: Option<Vec<i64>>,
    }

    db::run(async |db| {
        create!(db, Tagged);
        let new = NewTagged {
            id: 1,
            tags: vec!["a".into(), "b".into()],
        };
        let new = Tagged.insert(new).set(Tagged.numbers, [1, 2, 3]);
        new.execute(db.pool()).await.unwrap();
        macro_rules! holds {
            ($condition:expr) => {
                value!(db, Tagged, $condition)
            };
        }

        assert!(holds!(Tagged.tags.contains(["b"])));
        assert!(!holds!(Tagged.tags.contains(["b", "c"])));
        assert!(holds!(Tagged.tags.contained_by(["a", "b", "c"])));
        assert!(holds!(Tagged.tags.contains(vec![])));
        assert_eq!(holds!(Tagged.numbers.contains([2])), Some(true));
        assert_eq!(
            holds!(Tagged.numbers.contained_by(&[2_i64][..])),
            Some(false)
        );
    });
}

// Vectors

#[table(name = "items")]
#[index(hnsw(embedding.vector_cosine_ops), with(m = 8, ef_construction = 32))]
#[derive(Debug)]
struct Item {
    #[column(primary_key)]
    id: i32,
    embedding: Vector<2>,
    half: HalfVector<2>,
    sparse: SparseVector<2>,
    bits: Bits<4>,
    optional: Option<Vector<2>>,
}

async fn items(db: &TestDb, vectors: &[[f32; 2]]) {
    create!(db, Item);
    let rows: Vec<_> = (1..)
        .zip(vectors)
        .map(|(id, vector)| NewItem {
            id,
            embedding: Vector::from(*vector),
            half: HalfVector::from(*vector),
            sparse: SparseVector::from_pairs([(0, vector[0]), (1, vector[1])]).unwrap(),
            bits: Bits::from([true, true, false, false]),
        })
        .collect();
    Item.insert_many(rows).execute(db.pool()).await.unwrap();
}

#[test]
fn six_distances() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let zero = Vector::from([0.0, 0.0]);
        let along = Vector::from([6.0, 8.0]);
        let bits = Bits::from([true, false, true, false]);

        let (l2, inner, cosine): (f64, f64, f64) = value!(
            db,
            Item,
            (
                Item.embedding.l2_distance(&zero),
                Item.embedding.negative_inner_product(&along),
                Item.embedding.cosine_distance(&along)
            )
        );
        let (l1, hamming, jaccard): (f64, f64, f64) = value!(
            db,
            Item,
            (
                Item.embedding.l1_distance(&zero),
                Item.bits.hamming_distance(&bits),
                Item.bits.jaccard_distance(&bits)
            )
        );

        assert_eq!((l2, inner, l1, hamming), (5.0, -50.0, 7.0, 2.0));
        assert!(cosine.abs() < 1e-6, "{cosine}");
        assert!((jaccard - 2.0 / 3.0).abs() < 1e-6, "{jaccard}");
    });
}

#[test]
fn distances_of_half_and_sparse_vectors() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let half = HalfVector::from([0.0, 0.0]);
        let sparse = SparseVector::from_pairs([]).unwrap();

        let distances = value!(
            db,
            Item,
            (
                Item.half.l2_distance(half),
                Item.sparse.l1_distance(sparse),
                Item.embedding.l2_distance(Item.embedding)
            )
        );

        assert_eq!(distances, (5.0, 7.0, 0.0));
    });
}

#[test]
fn a_distance_to_no_vector_is_null() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let query = Vector::from([1.0, 1.0]);

        let distance: Option<f64> = value!(db, Item, Item.optional.cosine_distance(&query));

        assert_eq!(distance, None);
    });
}

#[test]
fn the_nearest_come_first_by_an_hnsw_index() {
    db::run(async |db| {
        let vectors: Vec<[f32; 2]> = (0_u8..200).map(|i| [f32::from(i) / 10.0, 1.0]).collect();
        items(&db, &vectors).await;
        let mut connection = db.pool().acquire().await.unwrap();
        sqlx::query("set enable_seqscan = off")
            .execute(&mut *connection)
            .await
            .unwrap();
        let query = Vector::from([0.0, 1.0]);
        let distance = Item.embedding.cosine_distance(&query);

        let nearest = Item
            .select()
            .filter(distance.lt(0.5))
            .order_by(distance.asc())
            .limit(3)
            .columns((Item.id, distance));
        let plan: Vec<String> = {
            let sql = format!("explain {}", nearest.to_sql());
            let sql = sql
                .replace("$1", "'[0,1]'::vector")
                .replace("$2", "'[0,1]'::vector");
            let sql = sql
                .replace("$3", "0.5")
                .replace("$4", "'[0,1]'::vector")
                .replace("$5", "3");
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                .fetch_all(&mut *connection)
                .await
                .unwrap()
        };
        let nearest = nearest.fetch_all(&mut *connection).await.unwrap();

        assert!(
            plan.iter().any(|line| line.contains("embedding_idx")),
            "{plan:#?}"
        );
        let ids: Vec<i32> = nearest.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, [1, 2, 3]);
        assert!(nearest[0].1.abs() < 1e-6 && nearest[1].1 < nearest[2].1);
    });
}

// Queries that a value decides

#[test]
fn a_filter_of_none_is_no_filter() {
    db::run(async |db| {
        company(&db).await;
        let by = |name: Option<&'static str>| name.map(|name| Employee.name.eq(name));

        assert_eq!(ids!(db, by(Some("Ana"))), [1]);
        assert_eq!(ids!(db, by(None)), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.id.gt(2).and(by(None))), [3, 4]);
        assert_eq!(ids!(db, Employee.id.gt(2).or(by(None))), [3, 4]);
        assert_eq!(ids!(db, Employee.id.gt(2).or(by(Some("Ana")))), [1, 3, 4]);
    });
}

#[test]
fn a_list_of_boxed_conditions() {
    db::run(async |db| {
        company(&db).await;
        let name = String::from("Ana");
        let mut conditions: Vec<BoxedCondition<'_, (Employee,)>> = vec![];
        assert_eq!(ids!(db, std::mem::take(&mut conditions)), [1, 2, 3, 4]);

        conditions.push(Employee.name.ne(name.as_str()).boxed());
        conditions.push(Employee.salary.lt(150).or(Employee.bonus.is_null()).boxed());

        assert_eq!(ids!(db, conditions), [2, 4]);
    });
}

#[test]
fn all_of_and_any_of() {
    db::run(async |db| {
        company(&db).await;
        let named = |names: &[&'static str]| -> Vec<_> {
            names.iter().map(|name| Employee.name.eq(*name)).collect()
        };

        assert_eq!(ids!(db, any_of(named(&["Ana", "Ben"]))), [1, 2]);
        assert_eq!(ids!(db, any_of(named(&[]))), [0; 0]);
        assert_eq!(ids!(db, all_of(named(&["Ana", "Ben"]))), [0; 0]);
        assert_eq!(ids!(db, all_of(named(&[]))), [1, 2, 3, 4]);
        let either = any_of(named(&["Ana", "Ben"])).and(Employee.salary.lt(250));
        assert_eq!(ids!(db, either), [2]);
        assert_eq!(ids!(db, any_of(named(&["Ana", "Ben"])).not()), [3, 4]);
    });
}

#[test]
fn a_boxed_condition_works_in_a_join() {
    fn in_surgery<'a>() -> BoxedCondition<'a, (Department,)> {
        Department.name.eq("surgery").boxed()
    }

    db::run(async |db| {
        company(&db).await;

        let rows = Employee
            .select()
            .inner_join_on(Employee.department_id)
            .filter(in_surgery().and(Employee.id.gt(1)));

        assert_eq!(rows.fetch_all(db.pool()).await.unwrap().len(), 2);
    });
}

#[test]
fn boxed_orderings_are_chosen_at_run_time() {
    fn orderings<'a>(columns: &[&str]) -> Vec<BoxedOrdering<'a, (Employee,)>> {
        columns
            .iter()
            .map(|column| match *column {
                "salary" => Employee.salary.asc().boxed(),
                "bonus" => Employee.bonus.desc().nulls_last().boxed(),
                _ => Employee.id.desc().boxed(),
            })
            .collect()
    }

    db::run(async |db| {
        company(&db).await;
        let ids = async |columns: &[&str]| {
            let query = Employee
                .select()
                .order_by(orderings(columns))
                .columns(Employee.id);
            query.fetch_all(db.pool()).await.unwrap()
        };

        assert_eq!(ids(&["id"]).await, [4, 3, 2, 1]);
        assert_eq!(ids(&["salary", "bonus"]).await, [4, 3, 2, 1]);
        assert_eq!(ids(&["bonus", "id"]).await, [1, 3, 4, 2]);
        let mut unordered = ids(&[]).await;
        unordered.sort_unstable();
        assert_eq!(unordered, [1, 2, 3, 4]);
        let then = Employee
            .select()
            .order_by(orderings(&[]))
            .order_by(Employee.id.desc())
            .order_by(orderings(&[]));
        assert_eq!(then.fetch_all(db.pool()).await.unwrap()[0].id, 4);
        let tuple = (orderings(&[]), Employee.id.desc(), orderings(&[]));
        let tuple = Employee.select().order_by(tuple);
        assert_eq!(tuple.fetch_all(db.pool()).await.unwrap()[0].id, 4);
        let nothing = Employee.select().order_by((orderings(&[]), orderings(&[])));
        assert_eq!(nothing.fetch_all(db.pool()).await.unwrap().len(), 4);
    });
}

#[test]
fn a_boxed_query_takes_conditions_in_a_loop() {
    fn search<'a>(words: &[&'a str]) -> BoxedSelect<'a, (Employee,), Employee> {
        let mut query = Employee.select().order_by(Employee.salary.desc()).boxed();
        for word in words {
            query = query.filter(Employee.name.ilike(*word).or(Employee.salary.eq(0)));
        }
        query.order_by(Employee.id.asc())
    }

    db::run(async |db| {
        company(&db).await;

        let all = search(&[]).fetch_all(db.pool()).await.unwrap();
        let some = search(&["%e%", "%m"]).fetch_all(db.pool()).await.unwrap();
        let page = search(&[]).limit(2).offset(1);
        let page = page.fetch_all(db.pool()).await.unwrap();
        let one = search(&["ana"]).fetch_one(db.pool()).await.unwrap();
        let none = search(&["x"]).fetch_optional(db.pool()).await.unwrap();

        assert_eq!(names(&all), ["Ana", "Ben", "Cem", "Dora"]);
        assert_eq!(names(&some), ["Cem"]);
        assert_eq!(names(&page), ["Ben", "Cem"]);
        assert_eq!((one.id, none), (1, None));
    });
}

#[test]
fn a_boxed_query_keeps_its_columns_and_joins() {
    db::run(async |db| {
        company(&db).await;

        let query: BoxedSelect<'_, _, (String, Option<String>)> = Employee
            .select()
            .left_join_on(Employee.department_id)
            .filter(Employee.id.gt(2).or(Employee.id.eq(1)))
            .columns((Employee.name, Department.name))
            .boxed()
            .filter(Department.id.is_null());
        let rows = query.fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows, [("Dora".to_owned(), None)]);
    });
}
