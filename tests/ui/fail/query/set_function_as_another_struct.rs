// The function returns one column of texts.
use schema_core::prelude::*;

sql_function! {
    set fn split(text: String, delimiter: String) -> String = "string_to_table";
}

#[derive(Selectable)]
struct Word {
    number: i64,
}

fn main() {
    let _ = split("a b", " ").as_alias(Word).select();
}
