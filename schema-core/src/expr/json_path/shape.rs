//! The shape of a value in JSON: which paths lead into it.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use super::{JsonAt, JsonField, JsonOptional, JsonPlace};

/// A type of a JSON payload with typed paths: a scalar, a list, an `Option`, or a struct or an enum with
/// `#[derive(JsonPaths)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no typed paths; derive `JsonPaths` for it, or mark the field `#[json_paths(opaque)]`",
    label = "no paths lead into this"
)]
pub trait JsonShape {
    /// An expression, or a struct with the paths to the fields.
    type Paths<P: JsonPlace>: NewPath;
}

/// A path, whose type determines its only value.
pub trait NewPath: Copy {
    /// The value.
    const NEW: Self;
}

/// Field `INDEX` of a payload struct, on a type that represents all its fields. `#[derive(JsonPaths)]` implements it.
pub trait JsonFieldOf<const INDEX: usize>: 'static {
    /// The key as a literal of SQL, with its quotes.
    const KEY: &'static str;
    /// The key.
    const NAME: &'static str;
}

/// A field of any type that serde supports, from `#[json_paths(opaque)]`: it is JSON, and no path leads into it.
#[derive(Debug)]
pub struct Opaque<T>(PhantomData<T>);

macro_rules! scalars {
    ($($(#[$cfg:meta])* $type:ty => $sql:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl JsonShape for $type {
            type Paths<P: JsonPlace> = JsonField<P, $sql>;
        }
    )*};
}

scalars! {
    bool => Self;
    i8 => i16;
    i16 => Self;
    i32 => Self;
    i64 => Self;
    u8 => i16;
    u16 => i32;
    u32 => i64;
    f32 => Self;
    f64 => Self;
    char => String;
    String => Self;
    #[cfg(feature = "uuid")] uuid::Uuid => Self;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal => Self;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc> => Self;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime => Self;
    #[cfg(feature = "chrono")] chrono::NaiveDate => Self;
    #[cfg(feature = "chrono")] chrono::NaiveTime => Self;
}

macro_rules! json {
    ($([$($generics:tt)*] $type:ty => $json:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> JsonShape for $type {
            type Paths<P: JsonPlace> = JsonAt<P, $json>;
        }
    )*};
}

json! {
    [T] Opaque<T> => T;
    [T] Vec<T> => Self;
    [T, const N: usize] [T; N] => Self;
    [T] Box<T> => Self;
    [K, V, H] HashMap<K, V, H> => Self;
    [K, V] BTreeMap<K, V> => Self;
    [] serde_json::Value => Self;
}

#[diagnostic::do_not_recommend]
impl<T: JsonShape> JsonShape for Option<T> {
    type Paths<P: JsonPlace> = T::Paths<JsonOptional<P>>;
}
