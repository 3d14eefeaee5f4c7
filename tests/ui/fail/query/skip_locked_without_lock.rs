// `skip_locked` is a word of a lock.
use schema_core::prelude::*;

#[table(name = "jobs")]
struct Job {
    id: i64,
}

fn main() {
    let _ = Job.select().limit(1).skip_locked();
}
