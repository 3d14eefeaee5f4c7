//! A helper of `#[hide_bounds]`: it supplies a token from a file other than the item's.

macro_rules! with_token_of_another_file {
    ($($item:tt)*) => {
        ::schema_macros::hide_bounds_of! { (here) $($item)* }
    };
}
