//! Queries that are built at run time.

use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Department, Employee, company, ids, names};

#[test]
fn none_as_a_filter_keeps_all_rows() {
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
fn conditions_are_added_to_a_boxed_query_in_a_loop() {
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
