// The referenced columns must be unique together.
use schema_core::prelude::*;

#[table(name = "rooms")]
struct Room {
    #[column(primary_key)]
    house: i64,
    number: i32,
}

#[table(name = "visits")]
#[foreign_key(house, room, references = (Room.house, Room.number))]
struct Visit {
    #[column(primary_key)]
    house: i64,
    room: i32,
}

fn main() {}
