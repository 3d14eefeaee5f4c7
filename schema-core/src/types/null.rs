//! Nullability as a type.

use std::fmt::Debug;

use super::{ColumnType, SqlType};

/// Whether an expression can be NULL: [`NotNull`] or [`Nullable`].
pub trait Nullability: Copy + Debug + 'static {
    /// The Rust type of an expression of type `T`.
    type Of<T: SqlType>: ColumnType<Base = T>;
    /// NULL if either is.
    type Or<Other: Nullability>: Nullability;
    /// Whether NULL is a value.
    const NULLABLE: bool;
}

/// Never NULL: `T`.
#[derive(Debug, Clone, Copy)]
pub struct NotNull;

/// May be NULL: `Option<T>`.
#[derive(Debug, Clone, Copy)]
pub struct Nullable;

impl Nullability for NotNull {
    type Of<T: SqlType> = T;
    type Or<Other: Nullability> = Other;
    const NULLABLE: bool = false;
}

impl Nullability for Nullable {
    type Of<T: SqlType> = Option<T>;
    type Or<Other: Nullability> = Self;
    const NULLABLE: bool = true;
}

/// A NULL that the Rust type has no place for.
#[derive(Debug, thiserror::Error)]
#[error("the database holds NULL, and the Rust type has no place for it; use `Option`")]
pub(crate) struct UnexpectedNull;
