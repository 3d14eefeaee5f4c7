//! Conditions, operators and functions, checked by the rows they match or the value they return.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use schema_core::expr::now;
use schema_core::prelude::*;
use schema_tests::db;

use crate::company::{Employee, company, ids, names, value};

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
fn an_empty_list_matches_nothing() {
    db::run(async |db| {
        company(&db).await;
        let none: Vec<i64> = vec![];

        assert_eq!(ids!(db, Employee.id.eq_any(&none)), [0; 0]);
        assert_eq!(ids!(db, Employee.id.ne_all(&none)), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.id.eq_any(&none).not()), [1, 2, 3, 4]);
    });
}

/// Findings C5 and E: an empty list is the exception to "NULL does not match".
#[test]
fn null_and_lists() {
    db::run(async |db| {
        company(&db).await;
        let none: Vec<i32> = vec![];

        assert_eq!(ids!(db, Employee.bonus.ne_all(&none)), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.bonus.eq_any(&none)), [0; 0]);
        assert_eq!(ids!(db, Employee.bonus.eq_any(&none).not()), [1, 2, 3, 4]);
        assert_eq!(ids!(db, Employee.bonus.ne_all([10])), [1]);
        assert_eq!(ids!(db, Employee.bonus.eq_any([10]).not()), [1]);
        let nobody = Employee
            .select()
            .filter(Employee.id.gt(100))
            .columns(Employee.salary);
        assert_eq!(ids!(db, Employee.bonus.is_not_in(nobody)), [1, 2, 3, 4]);
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
fn and_or_not_are_grouped_as_written() {
    db::run(async |db| {
        company(&db).await;
        let ana = Employee.name.eq("Ana");
        let ben = Employee.name.eq("Ben");
        let low = Employee.salary.lt(250);

        // (Ana or Ben) and low, versus Ana or (Ben and low)
        assert_eq!(ids!(db, ana.or(ben).and(low)), [2]);
        assert_eq!(ids!(db, ana.or(ben.and(low))), [1, 2]);
        assert_eq!(ids!(db, low.and(ana.or(ben))), [2]);
        // not (Ana or Ben), versus (not Ana) or Ben
        assert_eq!(ids!(db, ana.or(ben).not()), [3, 4]);
        assert_eq!(ids!(db, ana.not().or(ben)), [2, 3, 4]);
        assert_eq!(ids!(db, ana.and(low).not()), [1, 2, 3, 4]);
        assert_eq!(ids!(db, ana.not().not()), [1]);
        // Two filters are combined by `and`, whatever they contain.
        let rows = Employee.select().filter(ana.or(ben)).filter(low);
        assert_eq!(names(&rows.fetch_all(db.pool()).await.unwrap()), ["Ben"]);
        // Comparisons of a comparison and of a null test.
        assert_eq!(ids!(db, ana.eq(low)), [4; 0]);
        assert_eq!(ids!(db, Employee.bonus.is_null().eq(low)), [1, 2, 4]);
        assert_eq!(ids!(db, ana.eq(true)), [1]);
    });
}

#[test]
fn arithmetic_is_grouped_as_written() {
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
fn raw_sql_accepts_twelve_values() {
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
fn intervals_are_added_to_times() {
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
