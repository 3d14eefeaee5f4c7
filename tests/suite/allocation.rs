//! Allocations made to build a query, its text and its parameters.
//!
//! `allocation_counter` installs a counting allocator in this binary. It counts on the current thread only.
#![allow(missing_docs, reason = "tests")]

use std::hint::black_box;

use allocation_counter::measure;
use schema_core::exec::Statement as _;
use schema_core::prelude::*;

#[table(name = "notes")]
#[derive(Debug)]
pub struct Note {
    #[column(primary_key, identity)]
    pub id: i64,
    pub title: String,
    pub priority: i32,
    pub done: Option<bool>,
    pub embedding: Vector<3>,
}

/// Counts the allocations of `run`.
fn allocations<T>(run: impl FnOnce() -> T) -> u64 {
    let mut result = None;
    let info = measure(|| result = Some(run()));
    drop(result);
    info.count_total
}

#[test]
fn allocations_are_counted() {
    assert_eq!(allocations(|| vec![black_box(1)]), 1);
    assert_eq!(allocations(|| black_box(1)), 0);
}

#[test]
fn building_a_query_allocates_nothing() {
    let vector = Vector::from([1.0, 2.0, 3.0]);
    let count = allocations(|| {
        let distance = Note.embedding.cosine_distance(&vector);
        Note.select()
            .filter(
                Note.id
                    .gt(black_box(1))
                    .and(Note.title.ilike("%a%").or(Note.done.is_null())),
            )
            .filter(Some(distance.lt(0.3)))
            .order_by((distance.asc(), Note.id.desc()))
            .limit(5)
            .columns((Note.id, distance))
    });
    assert_eq!(count, 0);
    let count = allocations(|| {
        Note.update()
            .set(Note.priority, Note.priority + black_box(1))
            .set(Note.done, Some(true))
            .filter(Note.id.eq(7))
            .returning_all()
    });
    assert_eq!(count, 0);
}

#[test]
fn the_text_of_a_static_query_is_a_constant() {
    let select = Note
        .select()
        .filter(Note.id.eq(black_box(7)))
        .order_by(Note.title.asc())
        .limit(3);
    assert_eq!(allocations(|| select.to_sql()), 0);
    let update = Note.update().set(Note.priority, 1).filter(Note.id.eq(7));
    assert_eq!(allocations(|| update.to_sql()), 0);
    let delete = Note.delete().all_rows();
    assert_eq!(allocations(|| delete.to_sql()), 0);
    let new = NewNote {
        title: "a".into(),
        priority: 1,
        embedding: Vector::from([1.0, 2.0, 3.0]),
    };
    let insert = Note.insert(new).returning(Note.id);
    assert_eq!(allocations(|| insert.to_sql()), 0);
}

#[test]
fn the_text_of_a_dynamic_query_takes_one_allocation() {
    let query = Note
        .select()
        .filter(Some(Note.id.eq(black_box(7))))
        .order_by(vec![Note.title.asc()]);
    assert!(query.to_sql().len() < 512);
    assert_eq!(allocations(|| query.to_sql()), 1);
    // The buffer starts at 512 bytes and at least doubles each time it grows.
    let conditions: Vec<_> = (0..100).map(|id| Note.id.ne(id)).collect();
    let query = Note.select().filter(conditions);
    assert!((2048..4096).contains(&query.to_sql().len()));
    assert_eq!(allocations(|| query.to_sql()), 4);
}

#[test]
fn the_parameters_of_a_static_query_take_two_allocations() {
    let query = || {
        Note.select()
            .filter(
                Note.id
                    .gt(black_box(1))
                    .and(Note.priority.ne(3))
                    .and(Note.title.ne("a title")),
            )
            .limit(3)
    };
    assert_eq!(
        allocations(|| query().into_sqlx().is_ok()),
        2,
        "one for the types, one for the values"
    );
    assert_eq!(allocations(|| Note.select().into_sqlx().is_ok()), 0);
    assert!(allocations(|| Note.find(black_box(7)).into_sqlx().is_ok()) <= 2);
}

#[test]
fn a_shared_value_takes_no_allocation_of_its_own() {
    let query = || {
        let priority = param!(black_box(3));
        Note.select()
            .filter(Note.priority.ne(priority))
            .order_by((Note.priority - priority).desc())
            .columns((Note.id, Note.priority - priority))
    };
    assert_eq!(
        allocations(|| query().into_sqlx().is_ok()),
        2,
        "one for the types, one for the values"
    );
}
