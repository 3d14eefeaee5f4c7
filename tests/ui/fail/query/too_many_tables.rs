// A query can read from at most twelve tables.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

macro_rules! thirteen {
    ($($alias:ident)*) => {
        $(alias!($alias = User);)*

        fn main() {
            let _ = User.select()$(.cross_join($alias))*;
        }
    };
}

thirteen!(A B C D E F G H I J K L);
