//! A query is as large as its values.
#![allow(missing_docs, reason = "tests")]

use std::mem::size_of_val;

use schema_core::prelude::*;

#[table(name = "notes")]
#[derive(Debug)]
pub struct Note {
    #[column(primary_key, identity)]
    pub id: i64,
    pub title: String,
    pub priority: i32,
    pub embedding: Vector<384>,
}

alias!(Other = Note);

#[test]
fn tables_and_columns_are_zero_sized() {
    assert_eq!(size_of_val(&Note), 0);
    assert_eq!(size_of_val(&Other), 0);
    assert_eq!(size_of_val(&Note.id), 0);
    assert_eq!(size_of_val(&Note.embedding), 0);
}

#[test]
fn queries_without_values_are_zero_sized() {
    assert_eq!(size_of_val(&Note.select()), 0);
    assert_eq!(size_of_val(&Note.delete().all_rows()), 0);
    let query = Note
        .select()
        .left_join(Other, Note.id.eq(Other.id))
        .filter(Note.title.like(Other.title).or(Note.priority.is_null()))
        .order_by((Note.priority.desc(), Note.id.asc()))
        .group_by((Note.id, Note.title))
        .having(count().eq(max(Note.id)))
        .columns((Note.title, count()));
    assert_eq!(size_of_val(&query), 0);
}

#[test]
fn a_condition_is_as_large_as_its_values() {
    assert_eq!(size_of_val(&Note.id.eq(7)), 8);
    assert_eq!(size_of_val(&Note.priority.eq(7)), 4);
    assert_eq!(size_of_val(&Note.title.eq("a")), size_of::<&str>());
    assert_eq!(size_of_val(&Note.id.between(1, 2)), 16);
    assert_eq!(size_of_val(&Note.id.eq_any(vec![7])), size_of::<Vec<i64>>());
    assert_eq!(size_of_val(&Note.select().filter(Note.id.eq(7))), 8);
    assert_eq!(size_of_val(&Note.find(7)), 8);
    assert_eq!(size_of_val(&Note.delete().filter(Note.id.eq(7))), 8);
}

#[test]
fn operators_add_nothing() {
    let (a, b) = (Note.id.eq(7), Note.id.ne(8));
    assert_eq!(size_of_val(&a.and(b)), 16);
    assert_eq!(size_of_val(&a.or(b).not().and(Note.priority.is_null())), 16);
    assert_eq!(size_of_val(&((Note.id + 1) * 2 - Note.id)), 16);
    assert_eq!(size_of_val(&Note.select().filter(a).filter(b)), 16);
}

#[test]
fn a_borrowed_vector_is_a_pointer() {
    let vector = Vector::from([0.0; 384]);
    let distance = Note.embedding.cosine_distance(&vector);
    assert_eq!(size_of_val(&distance), size_of::<usize>());
    assert_eq!(size_of_val(&distance.asc()), size_of::<usize>());
}

#[test]
fn an_error_is_small_enough_for_clippy() {
    // Clippy's `result_large_err` warns in users' code from 128 bytes.
    assert!(size_of::<Error>() < 128, "{}", size_of::<Error>());
}
