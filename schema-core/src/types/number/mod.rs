//! Numbers: integers, floats and decimals.

#[cfg(feature = "bigdecimal")]
mod big_decimal;
#[cfg(feature = "rust_decimal")]
mod decimal;
mod float;
mod int;
#[cfg(any(feature = "rust_decimal", feature = "bigdecimal"))]
mod numeric;
