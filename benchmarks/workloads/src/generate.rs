//! Making SQL, without a server: the texts that are compared, and the program of who makes them.

use std::hint::black_box;

use crate::Result;
use crate::program::count::counted;
use crate::program::print_json;

/// What a person typed into the fields of a form: those that are empty are no filter.
#[derive(Debug, Clone, Copy)]
pub struct Filters<'a> {
    /// Items of this owner.
    pub owner_id: Option<i64>,
    /// Items of more than this quantity.
    pub quantity: Option<i32>,
    /// Items that are active, or are not.
    pub active: Option<bool>,
    /// Items whose name is like this.
    pub name: Option<&'a str>,
}

/// Three of four.
pub const FILTERS: Filters<'static> = Filters {
    owner_id: Some(7),
    quantity: Some(100),
    active: None,
    name: Some("%number%"),
};

/// A library that makes SQL.
pub trait Generator {
    /// The text of a query whose shape the program knows: items with their owners, by two conditions, ordered, the
    /// first 50.
    fn fixed(quantity: i32) -> impl AsRef<str>;

    /// The text of the same with conditions that are chosen when it runs.
    fn dynamic(filters: Filters<'_>) -> impl AsRef<str>;

    /// The text and the values of [`Self::fixed`]; `None` where the library makes values when a statement runs.
    fn fixed_with_values(_quantity: i32) -> Option<impl Sized> {
        None::<()>
    }

    /// The text and the values of [`Self::dynamic`].
    fn dynamic_with_values(_filters: Filters<'_>) -> Option<impl Sized> {
        None::<()>
    }
}

/// What is counted, by its name on the command line.
pub const TEXTS: [(&str, &str); 4] = [
    ("fixed", "static query: text"),
    ("fixed-with-values", "static query: text and values"),
    ("dynamic", "dynamic query: text"),
    ("dynamic-with-values", "dynamic query: text and values"),
];

/// The program of a library: `show` prints the texts, `count <text> <repetitions>` what was allocated.
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
        _ => Err("expected `show`, or `count`, a text and a number".into()),
    }
}

fn count<G: Generator>(text: &str, repetitions: u32) -> Result<()> {
    let mut made = true;
    // Each way in a loop of its own, as in a program that makes one text.
    let mut run = || match text {
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
    };
    run();
    let allocated = counted(&mut run);
    if made {
        print_json(&Some((allocated.count, allocated.bytes)))
    } else {
        print_json(&None::<()>)
    }
}
