//! Semantic search of notes.

use schema_core::Result;
use schema_core::prelude::*;
use sqlx::PgPool;

use crate::schema::*;

pub async fn write(pool: &PgPool, order: i64, content: &str, embedding: Vector<3>) -> Result<Note> {
    Note.insert(NewNote {
        order_id: order,
        title: "visit".to_owned(),
        content: content.to_owned(),
        embedding,
    })
    .set(Note.tags, ["visit"])
    .returning_all()
    .fetch_one(pool)
    .await
}

pub async fn nearest(pool: &PgPool, to: &Vector<3>) -> Result<Vec<(i64, f64)>> {
    let distance = Note.embedding.cosine_distance(to);
    Note.select()
        .filter(distance.lt(0.3))
        .order_by(distance.asc())
        .limit(5)
        .columns((Note.id, distance))
        .fetch_all(pool)
        .await
}

pub async fn nearest_to_origin(pool: &PgPool) -> Result<Vec<Note>> {
    let origin = Vector::from([0.1, 0.2, 0.3]);
    Note.select()
        .order_by(Note.embedding.l2_distance(&origin).asc())
        .limit(10)
        .fetch_all(pool)
        .await
}

pub async fn tagged(pool: &PgPool, tag: &str) -> Result<Vec<Note>> {
    Note.select()
        .filter(Note.tags.contains([tag]))
        .fetch_all(pool)
        .await
}

pub async fn replies(pool: &PgPool) -> Result<Vec<(String, Option<String>)>> {
    Note.select()
        .left_join(Parent, Note.parent_id.eq(Parent.id))
        .columns((Note.title, Parent.title))
        .fetch_all(pool)
        .await
}

pub async fn long(pool: &PgPool, length: i32) -> Result<Vec<Note>> {
    Note.select()
        .filter(sql!(bool, "length({}) > {}", Note.content, length))
        .fetch_all(pool)
        .await
}

pub async fn of_patient(pool: &PgPool, patient: i64) -> Result<Vec<Note>> {
    Note.select()
        .inner_join_on(Note.order_id)
        .filter(MedicalOrder.patient_id.eq(patient))
        .columns(Note.all())
        .fetch_all(pool)
        .await
}

pub async fn revise(pool: &PgPool, note: i64, embedding: &Vector<3>) -> Result<u64> {
    Note.update()
        .set(Note.embedding, embedding)
        .filter(Note.id.eq(note))
        .execute(pool)
        .await
}

pub fn fixture() -> Note {
    Note {
        id: 1,
        order_id: 7,
        parent_id: None,
        title: "visit".to_owned(),
        content: "well".to_owned(),
        embedding: Vector::from([1.0, 0.0, 0.0]),
        tags: Vec::new(),
    }
}
