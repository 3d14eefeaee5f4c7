// The first part of a recursive query cannot read the query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Person {
    id: i64,
    name: String,
}

fn main() {
    let person = Person.select().columns(SelectPerson {
        id: Person.id,
        name: Person.name,
    });
    let _ = with_recursive(person.union(person));
}
