// A brace is written twice.
use schema_core::prelude::*;

fn main() {
    let _ = sql!(bool, "a = '{'");
}
