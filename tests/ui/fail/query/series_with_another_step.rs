// The step between integers is an integer.
use schema_core::prelude::*;

fn main() {
    let _ = generate_series_by(1, 9, Interval::from_days(1));
}
