//! What `#[hide_bounds]` needs: a token that is written in another file than the item is.

macro_rules! with_token_of_another_file {
    ($($item:tt)*) => {
        ::schema_macros::hide_bounds_of! { (here) $($item)* }
    };
}
