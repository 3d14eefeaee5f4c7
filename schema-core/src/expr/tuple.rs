//! Tuples of expressions: the fields of a row, the arguments of a function that accepts any number of them.

use super::function::Argument;
use super::{Expression, InScope, RawArgument};
use crate::scope::{Kind, kind_of};
use crate::sql::Fragment;
use crate::tuples::{for_each_scope, for_each_tuple};
use crate::types::Nullability;

/// A tuple of expressions.
pub trait Expressions: Fragment {
    /// The kind of the expressions together.
    type Kind: Kind;
}

/// A tuple of expressions in the scope `S`.
pub trait ExpressionsIn<S, I>: Expressions {
    /// The nullability of an expression that is NULL if any of these is.
    type Any: Nullability;
    /// The nullability of an expression that is NULL only if all of these are.
    type All: Nullability;
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name: Expression),+> Expressions for ($($name,)+) {
            type Kind = kind_of!($($name)+);
        }

        impl<S, $($name: InScope<S, $place>, $place),+> ExpressionsIn<S, ($($place,)+)> for ($($name,)+) {
            type Any = tuple!(@ Or $($name)+);
            type All = tuple!(@ And $($name)+);
        }
    };
    (@ $together:ident $name:ident) => { $name::Null };
    (@ $together:ident $name:ident $($rest:ident)+) => {
        <$name::Null as Nullability>::$together<tuple!(@ $together $($rest)+)>
    };
}

for_each_tuple!(tuple);

/// An argument of any type: an expression or a value. `K` is its type, and whether it is a value that may be NULL; the
/// compiler infers both.
pub trait AnyArgument<K, X> {
    /// Converts the argument.
    fn into_any(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<A: RawArgument<T, K, X>, T, K, X> AnyArgument<(T, K), X> for A {
    fn into_any(self) -> X {
        self.into_raw()
    }
}

/// A tuple of arguments of any types, which is converted into the tuple `X` of expressions.
#[diagnostic::on_unimplemented(
    message = "this is not a tuple of expressions and values",
    label = "expected a tuple such as `(Table.name, 1)`",
    note = "a tuple has at most 12 elements here; an integer is an `i32` or `i64`"
)]
pub trait AnyArguments<K, X> {
    /// Converts the arguments.
    fn into_arguments(self) -> X;
}

macro_rules! arguments {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: AnyArgument<$place, $other>, $place, $other),+>
            AnyArguments<($($place,)+), ($(Argument<$other>,)+)> for ($($name,)+)
        {
            fn into_arguments(self) -> ($(Argument<$other>,)+) {
                ($(Argument::new(self.$index.into_any()),)+)
            }
        }
    };
}

for_each_scope!(arguments);
