// Each column of a foreign key must have the type of the column it references.
use schema_core::prelude::*;

#[table(name = "rooms")]
#[primary_key(house, number)]
struct Room {
    house: i64,
    number: i32,
}

#[table(name = "visits")]
#[foreign_key(house, room, references = (Room.house, Room.number))]
struct Visit {
    #[column(primary_key)]
    house: i64,
    room: i64,
}

fn main() {}
