// The column `full_name` is now called `name`.
use schema_ui_tests::Patient;
use schema_core::prelude::*;

fn main() {
    let _ = Patient.select().columns(Patient.full_name);
}
