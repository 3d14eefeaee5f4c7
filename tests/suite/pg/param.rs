//! `param!`: a value that a statement contains several times.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Employee, company, ids};

#[test]
fn one_value_has_one_number() {
    db::run(async |db| {
        company(&db).await;
        let step = param!(100);

        let query = Employee
            .select()
            .filter(Employee.salary.gt(step).and(Employee.id.lt(9)))
            .order_by((Employee.salary / step).desc())
            .order_by(Employee.id)
            .columns((Employee.id, Employee.salary / step));

        assert!(query.to_sql().contains("> $1"), "{}", query.to_sql());
        let rows = query.fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows, [(1, 3), (2, 2), (3, 2)]);
    });
}

#[test]
fn one_value_after_two_operators() {
    db::run(async |db| {
        company(&db).await;
        let name = param!("Ana");

        let rows: Vec<(String, i64)> = Employee
            .select()
            .filter(Employee.name.eq(name))
            .filter(Employee.name.ilike(name))
            .columns((Employee.name, Employee.id))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [("Ana".to_owned(), 1)]);
    });
}

#[test]
fn groups_by_an_expression() {
    db::run(async |db| {
        company(&db).await;
        let hundred = Employee.salary / param!(200);

        let rows: Vec<(i32, i64)> = Employee
            .select()
            .group_by(hundred)
            .having(grouped(hundred).ge(0))
            .columns((grouped(hundred), count()))
            .order_by(grouped(hundred).desc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(1, 3), (0, 1)]);
    });
}

#[test]
fn groups_by_an_expression_that_may_be_null() {
    db::run(async |db| {
        company(&db).await;
        let bonus = Employee.bonus / param!(10);

        let rows: Vec<(Option<i32>, Option<i64>, i64)> = Employee
            .select()
            .group_by((bonus, Employee.department_id))
            .order_by((grouped(bonus).asc().nulls_last(), Employee.department_id))
            .columns((grouped(bonus), Employee.department_id, count()))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let expected = [
            (Some(1), Some(1), 1),
            (Some(3), Some(1), 1),
            (None, Some(1), 1),
            (None, None, 1),
        ];
        assert_eq!(rows, expected);
    });
}

#[test]
fn distinct_rows_ordered_by_an_expression() {
    db::run(async |db| {
        company(&db).await;
        let hundred = Employee.salary / param!(200);

        let rows: Vec<i32> = Employee
            .select()
            .distinct()
            .columns(hundred)
            .order_by(hundred.desc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [1, 0]);
    });
}

#[test]
fn values_of_a_loop_are_not_mixed_up() {
    db::run(async |db| {
        company(&db).await;
        let near = |id: i64| {
            let id = param!(id);
            Employee.id.ge(id).and(Employee.id.le(id))
        };

        assert_eq!(ids!(db, any_of([2, 4].map(near))), [2, 4]);
        assert_eq!(ids!(db, any_of([4, 4, 1].map(near))), [1, 4]);
        assert_eq!(ids!(db, all_of([2, 4].map(near))), [0; 0]);
    });
}

#[test]
fn values_of_a_function_called_twice_are_not_mixed_up() {
    fn paid<'a>(salary: i32) -> BoxedCondition<'a, (Employee,)> {
        let salary = param!(salary);
        Employee
            .salary
            .ge(salary)
            .and(Employee.salary.le(salary))
            .boxed()
    }

    db::run(async |db| {
        company(&db).await;
        let is = |salary: i32| Employee.salary.eq(param!(salary));

        assert_eq!(ids!(db, is(300).or(is(100))), [1, 4]);
        assert_eq!(ids!(db, is(300).or(is(300))), [1]);
        assert_eq!(ids!(db, paid(300).or(paid(100))), [1, 4]);
        let query = Employee
            .select()
            .filter(is(100).or(is(200)))
            .filter(Employee.id.gt(2))
            .order_by(Employee.id)
            .columns((Employee.id, Employee.salary + 7));
        let rows = query.fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows, [(3, 207), (4, 107)]);
    });
}

#[test]
fn values_of_a_boxed_query_are_not_mixed_up() {
    db::run(async |db| {
        company(&db).await;
        let mut query = Employee.select().order_by(Employee.id).boxed();
        for name in ["%a%", "%d%"] {
            let name = param!(name);
            query = query.filter(Employee.name.ilike(name).or(Employee.name.eq(name)));
        }

        let rows = query.clone().fetch_all(db.pool()).await.unwrap();
        let total = query.count().fetch_one(db.pool()).await.unwrap();

        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [4]);
        assert_eq!(total, 1);
    });
}

#[test]
fn one_value_in_an_update_and_in_a_subquery() {
    db::run(async |db| {
        company(&db).await;
        let least = param!(250);

        let rich = Employee
            .select()
            .filter(Employee.salary.gt(least))
            .columns(max(Employee.salary));
        let rows: Vec<(i64, Option<i32>)> = Employee
            .update()
            .set(Employee.bonus, scalar(rich) - least)
            .filter(Employee.salary.lt(least))
            .filter(Employee.id.ne(3))
            .returning((Employee.id, Employee.bonus))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(2, Some(50)), (4, Some(50))]);
    });
}

// Finding A6.
#[test]
fn an_expression_that_selects_and_orders_distinct_rows_is_sent_once() {
    db::run(async |db| {
        company(&db).await;
        let raised = Employee.salary + 100;

        let query = Employee
            .select()
            .filter(Employee.id.lt(3))
            .order_by(raised.desc())
            .columns((Employee.id, raised))
            .distinct()
            .limit(2);

        assert_eq!(
            query.to_sql(),
            r#"select distinct "employees"."id", "employees"."salary" + $1 from "employees" where "employees"."id" < $2 order by "employees"."salary" + $1 desc limit $3"#
        );
        let rows = query.fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows, [(1, 400), (2, 300)]);

        let boxed = query.boxed().order_by(Employee.id);
        assert_eq!(boxed.fetch_all(db.pool()).await.unwrap(), rows);
    });
}

// Finding A6: the value is a vector, and the text is shared with a `param!`.
#[test]
fn a_distance_that_selects_and_orders_distinct_rows_is_sent_once() {
    #[table(name = "places")]
    struct Place {
        #[column(primary_key)]
        id: i64,
        at: Vector<2>,
    }

    db::run(async |db| {
        create!(db, Place);
        let row = |id, x| NewPlace {
            id,
            at: Vector::from([x, 0.0]),
        };
        let places = [row(1, 5.0), row(2, 1.0)];
        Place.insert_many(places).execute(db.pool()).await.unwrap();
        let origin = Vector::from([0.0, 0.0]);
        let distance = Place.at.l2_distance(&origin);
        let shared = param!(3);

        let rows: Vec<(i64, f64, i64)> = Place
            .select()
            .distinct()
            .order_by((distance.asc(), (Place.id + shared).asc()))
            .columns((Place.id, distance, Place.id + shared))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows, [(2, 1.0, 5), (1, 5.0, 4)]);
    });
}
