// The fields of a composite type have names.
use schema_core::prelude::*;

#[derive(PgComposite)]
struct Address(String, String);

fn main() {}
