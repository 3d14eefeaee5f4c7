//! Declares what every node of an expression is.

/// `expression!(impl[T: SqlType] Node<T> { base: T, kind: Constant, precedence: ATOM })`: that the node is an expression,
/// a condition if it is a `bool`, and can be an operand.
macro_rules! expression {
    (impl[$($generics:tt)*] $type:ty { base: $base:ty, kind: $kind:ty, precedence: $precedence:expr
     $(, column: $column:expr)? $(, parameter: $parameter:expr)? $(,)? }
     $(where $($bound:tt)*)?) => {
        impl<$($generics)*> $crate::expr::Expression for $type $(where $($bound)*)? {
            type Base = $base;
            type Kind = $kind;
            const PRECEDENCE: u8 = {
                #[allow(unused_imports, reason = "a node may compute its precedence")]
                use $crate::expr::binary::precedence::*;
                $precedence
            };
            $(const COLUMN: Option<(&'static str, &'static str)> = $column;)?
            $(const PARAMETER: bool = $parameter;)?
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::IntoExpr<$base> for $type $(where $($bound)*)? {
            type Expr = Self;

            #[inline]
            fn into_expr(self) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl<__Column, $($generics)*> $crate::expr::Assign<__Column> for $type
        where
            __Column: $crate::types::ColumnType<Base = $base>,
            $($($bound)*)?
        {
            type Expr = Self;

            #[inline]
            fn assign(self) -> Self {
                self
            }
        }
    };
}
pub(crate) use expression;

/// `condition!(impl[S] Node<S>)`: that the node is a condition where it is a `bool`.
macro_rules! condition {
    (impl[$($generics:tt)*] $type:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::Condition for $type
        where
            Self: $crate::expr::Expression<Base: $crate::expr::Boolean>,
        {
            type And = Self;
            type Or = Self;

            #[inline]
            fn into_and(self) -> Self {
                self
            }

            #[inline]
            fn into_or(self) -> Self {
                self
            }
        }
    };
}
pub(crate) use condition;
