// An invalid attribute is one error; the rest of the program can still use the table and its columns.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(nmae)]
struct Visit {
    #[column(primary_key, identity, uniqe)]
    id: i64,
    #[column(defalt = 1)]
    count: i32,
    name: String,
}

fn main() {
    let _ = Visit
        .select()
        .filter(Visit.name.eq("a").and(Visit.count.gt(1)));
    let _ = Visit
        .insert(NewVisit { name: "a".into() })
        .set(Visit.count, 2);
    let _ = Visit.find(7);
}
