// The argument of a function in `from` is a column of a table before it.
use schema_core::prelude::*;

sql_function! {
    set fn split(text: String, delimiter: String) -> String = "string_to_table";
}

#[derive(Selectable)]
struct Word {
    word: String,
}

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let words = split(User.name, " ").as_alias(Word);
    let _ = words.select();
}
