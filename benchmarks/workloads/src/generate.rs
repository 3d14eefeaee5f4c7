//! SQL generation without a server: the queries, and the program of a library that generates them.

use std::hint::black_box;
use std::time::Instant;

use crate::Result;
use crate::program::count::counted;
use crate::program::{print_json, turns};

/// The fields of a search form. Empty fields do not filter.
#[derive(Debug, Clone, Copy)]
pub struct Filters<'a> {
    /// Items of this owner.
    pub owner_id: Option<i64>,
    /// Items above this quantity.
    pub quantity: Option<i32>,
    /// Items that are active or not.
    pub active: Option<bool>,
    /// Items whose name matches this pattern.
    pub name: Option<&'a str>,
}

/// A form with three of four fields filled in.
pub const FILTERS: Filters<'static> = Filters {
    owner_id: Some(7),
    quantity: Some(100),
    active: None,
    name: Some("%number%"),
};

/// A library that generates SQL.
pub trait Generator {
    /// The text of a static query: the first 50 items with their owners, by two conditions, ordered.
    fn fixed(quantity: i32) -> impl AsRef<str>;

    /// The text of the same query with conditions chosen at run time.
    fn dynamic(filters: Filters<'_>) -> impl AsRef<str>;

    /// The text and the values of [`Self::fixed`]; `None` if the library binds values only when a statement runs.
    fn fixed_with_values(_quantity: i32) -> Option<impl Sized> {
        None::<()>
    }

    /// The text and the values of [`Self::dynamic`].
    fn dynamic_with_values(_filters: Filters<'_>) -> Option<impl Sized> {
        None::<()>
    }
}

/// The counted functions by their names on the command line.
pub const TEXTS: [(&str, &str); 4] = [
    ("fixed", "static query: text"),
    ("fixed-with-values", "static query: text and values"),
    ("dynamic", "dynamic query: text"),
    ("dynamic-with-values", "dynamic query: text and values"),
];

/// The program of a library.
///
/// `show` prints the texts. `count <text> <repetitions>` prints the allocations. `time <text>` runs as many repetitions
/// as each number on standard input says, and prints the nanoseconds.
pub fn main<G: Generator>() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["show"] => {
            println!("{}", G::fixed(100).as_ref());
            println!("{}", G::dynamic(FILTERS).as_ref());
            Ok(())
        }
        ["count", text, repetitions] => count::<G>(text, repetitions.parse()?),
        ["time", text] => turns(|repetitions| {
            let began = Instant::now();
            if repeat::<G>(text, repetitions) {
                Ok(began.elapsed())
            } else {
                Err("the library does not generate this text".into())
            }
        }),
        _ => Err("expected `show`, `count <text> <repetitions>` or `time <text>`".into()),
    }
}

/// Generates a text repeatedly; false if the library does not.
///
/// A separate loop for each function, as in a program that generates a single text.
fn repeat<G: Generator>(text: &str, repetitions: u32) -> bool {
    let mut made = true;
    match text {
        "fixed" => (0..repetitions).for_each(|_| {
            black_box(G::fixed(black_box(100)).as_ref());
        }),
        "dynamic" => (0..repetitions).for_each(|_| {
            black_box(G::dynamic(black_box(FILTERS)).as_ref());
        }),
        "fixed-with-values" => (0..repetitions).for_each(|_| {
            made &= black_box(G::fixed_with_values(black_box(100))).is_some();
        }),
        "dynamic-with-values" => (0..repetitions).for_each(|_| {
            made &= black_box(G::dynamic_with_values(black_box(FILTERS))).is_some();
        }),
        _ => made = false,
    }
    made
}

fn count<G: Generator>(text: &str, repetitions: u32) -> Result<()> {
    let mut made = true;
    let mut run = || made &= repeat::<G>(text, repetitions);
    run();
    let allocated = counted(&mut run);
    if made {
        print_json(&Some((allocated.count, allocated.bytes)))
    } else {
        print_json(&None::<()>)
    }
}
