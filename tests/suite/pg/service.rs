//! Queries that a service needs (findings, section C).

#![allow(
    clippy::use_self,
    reason = "in generated items, `Self` is another type"
)]

use std::marker::PhantomData;

use schema_core::prelude::*;
use schema_tests::db;
use serde::Deserialize;

use crate::company::{Department, Employee, NewDepartment, company};

// Finding C3: expressions, and aggregates by `sql!`.
#[test]
fn groups_by_sql_and_aggregates_by_sql() {
    db::run(async |db| {
        company(&db).await;
        let initial = sql!(String, "left({}, 1)", Employee.name);
        let ids = sql!(
            Vec<i64>,
            "array_agg({} order by {})",
            Employee.id,
            Employee.id
        )
        .aggregate();

        let rows: Vec<(i32, Vec<i64>)> = Employee
            .select()
            .group_by(Employee.salary)
            .having(ids.ne(vec![4]))
            .order_by(Employee.salary)
            .columns((Employee.salary, ids))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows, [(200, vec![2, 3]), (300, vec![1])]);

        let rows: Vec<(String, i64)> = Employee
            .select()
            .group_by((initial, Employee.bonus))
            .having(Employee.bonus.is_not_null())
            .order_by(grouped(initial).asc())
            .columns((grouped(initial), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows, [("A".to_owned(), 1), ("C".to_owned(), 1)]);
    });
}

// Finding C4.
fn earners(salary: i32) -> impl Query<Row = Employee> {
    Employee
        .select()
        .filter(Employee.salary.gt(salary))
        .order_by(Employee.id)
}

fn in_surgery() -> BoxedCondition<'static, (Department,)> {
    Department.name.eq("surgery").boxed()
}

#[test]
fn a_function_returns_a_query_or_a_condition() {
    db::run(async |db| {
        company(&db).await;
        let rows = earners(200).fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows.len(), 1);
        let first: Option<Employee> = earners(10).fetch_optional(db.pool()).await.unwrap();
        assert_eq!(first.map(|it| it.id), Some(1));

        let departments = Department.select().filter(!in_surgery());
        let names: Vec<String> = departments
            .columns(Department.name)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(names, ["archive"]);
    });
}

// Finding C5: `insert_many` of an iterator.
#[test]
fn rows_of_an_iterator_are_inserted() {
    db::run(async |db| {
        create!(db, Department);
        let names = ["surgery", "archive"];
        let rows = (1..).zip(names).map(|(id, name)| NewDepartment {
            id,
            name: name.into(),
        });
        let inserted = Department.insert_many(rows).returning(Department.id);
        assert_eq!(inserted.fetch_all(db.pool()).await.unwrap(), [1, 2]);

        let none = std::iter::empty::<NewDepartment>();
        let inserted = Department.insert_many(none).execute(db.pool()).await;
        assert_eq!(inserted.unwrap(), 0);
    });
}

// Finding C5: `!`, `&`, `|` on conditions.
#[test]
fn conditions_are_joined_by_operators() {
    db::run(async |db| {
        company(&db).await;
        let matching = async |condition: BoxedCondition<'_, (Employee,)>| -> Vec<i64> {
            let query = Employee.select().filter(condition).order_by(Employee.id);
            query
                .columns(Employee.id)
                .fetch_all(db.pool())
                .await
                .unwrap()
        };
        let (rich, poor) = (Employee.salary.gt(250), Employee.salary.lt(150));
        assert_eq!(matching((rich | poor).boxed()).await, [1, 4]);
        assert_eq!(matching((!(rich | poor)).boxed()).await, [2, 3]);
        assert_eq!(
            matching((!rich & Employee.bonus.is_not_null()).boxed()).await,
            [3]
        );
        let absent: Option<BoxedCondition<'_, (Employee,)>> = None;
        assert_eq!(matching((poor & absent).boxed()).await, [4]);
    });
}

#[table(name = "documents", insert(name = DocumentInput, derive(Deserialize, Default)))]
#[index(slug, unique, where = "not deleted")]
#[index(slug, owner, unique, where = "deleted")]
#[derive(Debug, Clone, PartialEq)]
struct Document {
    #[column(primary_key, identity)]
    id: i64,
    slug: String,
    owner: i64,
    deleted: bool,
    title: Option<String>,
}

// Finding C5: on conflict on a partial unique index; derives on the insert struct, and another name for it.
#[test]
fn a_partial_unique_index_is_the_target_of_a_conflict() {
    db::run(async |db| {
        create!(db, Document);
        let input: DocumentInput =
            serde_json::from_str(r#"{ "slug": "a", "owner": 1, "deleted": false }"#).unwrap();
        assert_eq!(DocumentInput::default().slug, "");
        let upsert = Document
            .insert(input.clone())
            .set(Document.title, "new")
            .on_conflict(Document.slug)
            .do_update()
            .set(Document.title, excluded(Document.title))
            .returning(Document.id);
        assert_eq!(
            upsert.to_sql(),
            r#"insert into "documents" ("slug", "owner", "deleted", "title") values ($1, $2, $3, $4) on conflict ("slug") where not deleted do update set "title" = excluded."title" returning "documents"."id""#
        );
        for _ in 0..2 {
            upsert.clone().fetch_one(db.pool()).await.unwrap();
        }
        let deleted = DocumentInput {
            deleted: true,
            ..input
        };
        for expected in [1, 0] {
            let insert = Document.insert(deleted.clone());
            let insert = insert
                .on_conflict((Document.slug, Document.owner))
                .do_nothing();
            assert_eq!(insert.execute(db.pool()).await.unwrap(), expected);
        }
        let rows = Document
            .select()
            .order_by(Document.id)
            .fetch_all(db.pool())
            .await;
        let rows: Vec<_> = rows.unwrap().into_iter().map(|it| it.title).collect();
        assert_eq!(rows, [Some("new".to_owned()), None]);
    });
}

/// A key that tells of which table it is.
#[derive(PgNewtype)]
struct Key<T>(i64, PhantomData<fn() -> T>);

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

#[table(name = "owners")]
struct Owner {
    #[column(primary_key)]
    id: Key<Owner>,
    name: String,
}

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: Key<Pet>,
    #[column(references = Owner.id)]
    owner_id: Key<Owner>,
}

// Finding C5: a typed id.
#[test]
fn a_generic_newtype_is_a_key() {
    fn key<T>(id: i64) -> Key<T> {
        Key(id, PhantomData)
    }

    db::run(async |db| {
        create!(db, Owner, Pet);
        let name = "Ana".to_owned();
        let owner = NewOwner { id: key(7), name };
        Owner.insert(owner).execute(db.pool()).await.unwrap();
        let pet = NewPet {
            id: key(1),
            owner_id: key(7),
        };
        Pet.insert_many([pet]).execute(db.pool()).await.unwrap();

        let found = Pet
            .select()
            .inner_join_on(Pet.owner_id)
            .filter(Owner.id.eq_any([key(7), key(8)]))
            .columns((Pet.id, Owner.id, Owner.name));
        let (pet, owner, name) = found.fetch_one(db.pool()).await.unwrap();
        assert_eq!((pet.0, owner.0, name.as_str()), (1, 7, "Ana"));
        assert_eq!(
            Owner.find(owner).fetch_one(db.pool()).await.unwrap().id.0,
            7
        );
    });
}
