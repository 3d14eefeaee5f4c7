//! Declares what every node of an expression is.

/// `expression!(impl[T: SqlType] Node<T> { base: T, kind: Constant, precedence: ATOM })`: that the node is an expression,
/// a condition if it is a `bool`, and can be an operand.
macro_rules! expression {
    (impl[$($generics:tt)*] $type:ty { base: $base:ty, kind: $kind:ty, precedence: $precedence:expr
     $(, column: $column:expr)? $(, parameter: $parameter:expr)? $(, subject: $subject:ty)? $(,)? }
     $(where $($bound:tt)*)?) => {
        impl<$($generics)*> $crate::expr::Expression for $type $(where $($bound)*)? {
            type Base = $base;
            type Kind = $kind;
            type Subject = $crate::expr::declare::subject!($base $(, $subject)?);
            const PRECEDENCE: u8 = {
                #[allow(unused_imports, reason = "a node may compute its precedence")]
                use $crate::expr::binary::precedence::*;
                $precedence
            };
            $(const COLUMN: Option<(&'static str, &'static str)> = $column;)?
            $(const PARAMETER: bool = $parameter;)?
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::query::SelectionKind for $type $(where $($bound)*)? {
            type Kind = $kind;
        }

        impl<__Scope, __Place, $($generics)*>
            $crate::query::Selection<
                __Scope,
                __Place,
                $crate::query::DecodeExpression<
                    Self,
                    <Self as $crate::expr::InScope<__Scope, __Place>>::Null,
                >,
            > for $type
        where
            Self: $crate::expr::InScope<__Scope, __Place>,
            $($($bound)*)?
        {
        }

        #[diagnostic::do_not_recommend]
        impl<__For, $($generics)*> $crate::expr::IntoExpr<$base, __For> for $type $(where $($bound)*)? {
            type Expr = Self;

            #[inline]
            fn into_expr(self) -> Self {
                self
            }
        }

        $crate::expr::declare::never!(0 IntoExpr into_expr [$($generics)*] $type $(where $($bound)*)?);

        #[diagnostic::do_not_recommend]
        impl<__For, __Column, $($generics)*> $crate::expr::Assign<__Column, __For> for $type
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

/// What messages call an expression: a column itself, of all else its type.
macro_rules! subject {
    ($base:ty) => {
        $base
    };
    ($base:ty, $subject:ty) => {
        $subject
    };
}
pub(crate) use subject;

/// `never!(0 IntoExpr into_expr [] &str)`: an implementation that never applies. Where there is but one, the compiler
/// takes it, and tells that two associated types differ, or how the implementation is made; where there are two and
/// neither fits, it tells what the trait says.
macro_rules! never {
    ($which:literal IntoExpr into_expr [$($generics:tt)*] $type:ty $(where $($bound:tt)*)?) => {
        #[diagnostic::do_not_recommend]
        #[allow(unused_lifetimes, reason = "without it, the compiler refuses a bound that cannot hold")]
        impl<__For, __Type: $crate::types::SqlType, $($generics)*> $crate::expr::IntoExpr<__Type, __For> for $type
        where
            for<'never> $crate::table::Impossible: $crate::expr::Never<$which>,
            $($($bound)*)?
        {
            type Expr = <$crate::table::Impossible as $crate::expr::Never<$which>>::Expr<__Type>;

            fn into_expr(self) -> Self::Expr {
                <$crate::table::Impossible as $crate::expr::Never<$which>>::never()
            }
        }
    };
    ($which:literal Assign assign [$($generics:tt)*] $type:ty) => {
        #[diagnostic::do_not_recommend]
        #[allow(unused_lifetimes, reason = "without it, the compiler refuses a bound that cannot hold")]
        impl<__For, __Column: $crate::types::ColumnType, $($generics)*> $crate::expr::Assign<__Column, __For> for $type
        where
            for<'never> $crate::table::Impossible: $crate::expr::Never<$which>,
        {
            type Expr = <$crate::table::Impossible as $crate::expr::Never<$which>>::Expr<__Column::Base>;

            fn assign(self) -> Self::Expr {
                <$crate::table::Impossible as $crate::expr::Never<$which>>::never()
            }
        }
    };
}
pub(crate) use never;

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
