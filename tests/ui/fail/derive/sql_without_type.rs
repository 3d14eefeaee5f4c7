// `sql!` needs a type.
use schema_core::prelude::*;

fn main() {
    let _ = sql!("now()");
}
