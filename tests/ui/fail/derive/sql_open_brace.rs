// A literal brace is written `{{`.
use schema_core::prelude::*;

fn main() {
    let _ = sql!(bool, "a = '{'");
}
