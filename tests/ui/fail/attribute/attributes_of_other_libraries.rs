// Section D: attributes of other libraries. The unit tests of the macro have more.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    #[sea_orm(default_value = 0)]
    age: i32,
}

fn main() {
    let _ = User.find(1).to_sql();
}
