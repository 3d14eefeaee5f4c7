// A copy needs a connection.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
}

async fn run(number: i32) -> schema_core::Result<()> {
    User.copy_in([NewUser { id: 7 }]).execute(number).await?;
    Ok(())
}

fn main() {}
