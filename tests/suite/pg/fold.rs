//! Decoders that assemble a row from several rows of the server.

use futures_util::TryStreamExt as _;
use schema_core::exec::{Query, Statement};
use schema_core::prelude::*;
use schema_core::row::{Describe, RowDecoder, RowReader};
use schema_core::sql::{Arguments, Fragment, SqlWriter, Token};
use schema_tests::db;
use sqlx::error::BoxDynError;

use crate::company::{Department, Employee, company, names};

/// A query of departments with their employees, ordered by department, as each department with all of them.
struct Folded<Q>(Q);

impl<Q: Fragment> Fragment for Folded<Q> {
    const TOKENS: &'static [Token] = Q::TOKENS;
    const STATIC: bool = Q::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

impl<Q> Statement for Folded<Q> {}

impl<Q, D> Query for Folded<Q>
where
    Q: Query<Decoder = D>,
    D: RowDecoder<Row = (Department, Option<Employee>)>,
{
    type Row = Staffed;
    type Decoder = Departments<D>;

    fn decoder(&self) -> Departments<D> {
        Departments {
            rows: self.0.decoder(),
            current: None,
        }
    }
}

type Staffed = (Department, Vec<Employee>);

struct Departments<D> {
    rows: D,
    current: Option<Staffed>,
}

impl<D: RowDecoder<Row = (Department, Option<Employee>)>> RowDecoder for Departments<D> {
    type Row = Staffed;
    const FOLDS: bool = true;

    fn describe(&self) -> Describe {
        self.rows.describe()
    }

    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<Staffed>, BoxDynError> {
        let Some((department, employee)) = self.rows.push(row)? else {
            return Ok(None);
        };
        match &mut self.current {
            Some((current, staff)) if current.id == department.id => {
                staff.extend(employee);
                Ok(None)
            }
            current => Ok(current.replace((department, employee.into_iter().collect()))),
        }
    }

    fn finish(&mut self) -> Option<Staffed> {
        self.current.take()
    }
}

macro_rules! departments {
    ($condition:expr) => {
        Folded(
            Department
                .select()
                .left_join(Employee, Employee.department_id.eq(Department.id))
                .filter($condition)
                .order_by((Department.id, Employee.id)),
        )
    };
}

#[test]
fn fetch_all_folds_rows() {
    db::run(async |db| {
        company(&db).await;

        let rows = departments!(Department.id.gt(0))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let none = departments!(Department.id.gt(9))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!((rows.len(), none.len()), (2, 0));
        assert_eq!(rows[0].0.name, "surgery");
        assert_eq!(names(&rows[0].1), ["Ana", "Ben", "Cem"]);
        assert_eq!((rows[1].0.name.as_str(), rows[1].1.len()), ("archive", 0));
    });
}

#[test]
fn fetch_one_and_fetch_optional_fold_the_first_row() {
    db::run(async |db| {
        company(&db).await;

        let first = departments!(Department.id.gt(0))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let last = departments!(Department.id.eq(1))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let some = departments!(Department.id.eq(2))
            .fetch_optional(db.pool())
            .await
            .unwrap();
        let none = departments!(Department.id.eq(9))
            .fetch_optional(db.pool())
            .await
            .unwrap();
        let error = departments!(Department.id.eq(9))
            .fetch_one(db.pool())
            .await
            .unwrap_err();

        assert_eq!(names(&first.1), ["Ana", "Ben", "Cem"]);
        assert_eq!(names(&last.1), ["Ana", "Ben", "Cem"]);
        assert_eq!(some.unwrap().0.name, "archive");
        assert!(none.is_none() && error.is_not_found());
    });
}

#[test]
fn a_stream_folds_rows() {
    db::run(async |db| {
        company(&db).await;
        let mut rows = departments!(Department.id.gt(0)).fetch(db.pool());

        let first = rows.try_next().await.unwrap().unwrap();
        let second = rows.try_next().await.unwrap().unwrap();

        assert_eq!((first.1.len(), second.1.len()), (3, 0));
        assert!(rows.try_next().await.unwrap().is_none());
        drop(rows);
        let none: Vec<_> = departments!(Department.id.eq(9))
            .fetch(db.pool())
            .try_collect()
            .await
            .unwrap();
        assert!(none.is_empty());
    });
}

#[test]
fn a_boxed_query_is_folded() {
    db::run(async |db| {
        company(&db).await;
        let query = departments!(Department.id.gt(0)).0.boxed();

        let rows = Folded(query.filter(Employee.id.ne(2)))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(rows.len(), 1);
        assert_eq!(names(&rows[0].1), ["Ana", "Cem"]);
    });
}

#[test]
fn a_connection_is_usable_after_the_first_row() {
    db::run(async |db| {
        company(&db).await;
        let mut connection = db.pool().acquire().await.unwrap();

        let first = departments!(Department.id.gt(0))
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        let rows = Employee.select().fetch_all(&mut *connection).await.unwrap();

        assert_eq!((first.0.id, rows.len()), (1, 4));
    });
}
