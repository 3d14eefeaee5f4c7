//! Bounds on types that the compiler infers from an argument.

/// Ties a type `X`, which the compiler infers from the argument `Self`, to that argument.
///
/// The caret of a failing bound is on the argument only if the bound names its type. A bound `I: RowLevel` is about the
/// places alone, so a method requires `E: Inferred<I, Is: RowLevel>` instead. A blanket impl over `E` would do the same,
/// but the compiler adds a line to the error for each impl between the method and the bound.
pub trait Inferred<X> {
    /// The type `X` itself.
    type Is;
}

impl<E, X> Inferred<X> for E {
    type Is = X;
}
