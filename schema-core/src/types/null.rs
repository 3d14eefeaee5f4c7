//! Nullability, as types: [`NeverNull`] and [`Nullable`].

use std::fmt::Debug;

use crate::types::{ColumnType, SqlType};

/// The nullability of an expression: [`NeverNull`] or [`Nullable`].
pub trait Nullability: Copy + Debug + 'static {
    /// The Rust type of an expression of type `T`: `T` or `Option<T>`.
    type Of<T: SqlType>: ColumnType<Base = T>;
    /// The nullability of an expression that is NULL if either operand is.
    type Or<Other: Nullability>: Nullability;
    /// The nullability of an expression that is NULL only if both operands are.
    type And<Other: Nullability>: Nullability;
    /// The nullability of a function's result, if `Self` is the nullability of the parameter and `N` that of the
    /// argument. A function returns NULL for NULL, unless it declares that the parameter accepts NULL.
    type Strict<N: Nullability>: Nullability;
    /// True if the value can be NULL.
    const NULLABLE: bool;
}

/// The expression is never NULL. Its Rust type is `T`.
#[derive(Debug, Clone, Copy)]
pub struct NeverNull;

/// The expression can be NULL. Its Rust type is `Option<T>`.
#[derive(Debug, Clone, Copy)]
pub struct Nullable;

impl Nullability for NeverNull {
    type Of<T: SqlType> = T;
    type Or<Other: Nullability> = Other;
    type And<Other: Nullability> = Self;
    type Strict<N: Nullability> = N;
    const NULLABLE: bool = false;
}

impl Nullability for Nullable {
    type Of<T: SqlType> = Option<T>;
    type Or<Other: Nullability> = Self;
    type And<Other: Nullability> = Other;
    type Strict<N: Nullability> = NeverNull;
    const NULLABLE: bool = true;
}

/// A NULL whose Rust type is not an `Option`.
#[derive(Debug, thiserror::Error)]
#[error("the value is NULL but its Rust type is not nullable; use `Option<…>`")]
pub(crate) struct UnexpectedNull;
