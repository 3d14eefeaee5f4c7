//! Macros that declare the nodes of expressions.

/// Implements [`Expression`](super::Expression) for a node, so that it can be selected and used as an operand:
/// `expression!(impl[T: SqlType] Node<T> { base: T, kind: Constant, precedence: ATOM })`.
macro_rules! expression {
    (impl[$($generics:tt)*] $type:ty { base: $base:ty, kind: $kind:ty, precedence: $precedence:expr
     $(, column: $column:expr)? $(, parameter: $parameter:expr)? $(, subject: $subject:ty)? $(, scan: $scan:expr)?
     $(, indexes: $indexes:expr)? $(, computed_from: $computed_from:expr)? $(, subquery: $subquery:expr)? $(,)? } $(where $($bound:tt)*)?) => {
        impl<$($generics)*> $crate::expr::Expression for $type $(where $($bound)*)? {
            type Base = $base;
            type Kind = $kind;
            type Subject = $crate::expr::macros::subject!($base $(, $subject)?);
            const PRECEDENCE: u8 = {
                #[allow(unused_imports, reason = "a node may compute its precedence")]
                use $crate::expr::binary::precedence::*;
                $precedence
            };
            $(const COLUMN: Option<(&'static str, &'static str)> = $column;)?
            $(const PARAMETER: bool = $parameter;)?
            $(const SUBQUERY: bool = $subquery;)?
            $(const SCAN: $crate::sql::Scan = $scan;)?
            $(const INDEXES: Option<(&'static $crate::def::TableDef, &'static str)> = $indexes;)?
            $(const COMPUTED_FROM: Option<(&'static $crate::def::TableDef, &'static str)> = $computed_from;)?
        }

        $crate::expr::macros::selection!([$($generics)*] $type, $kind $(where $($bound)*)?);
        $crate::expr::macros::ascending!([$($generics)*] $type, $kind $(where $($bound)*)?);
        $crate::expr::macros::operand!([$($generics)*] $type, $base $(where $($bound)*)?);
    };
}
pub(crate) use expression;

/// Makes a node a column that can be selected.
macro_rules! selection {
    ([$($generics:tt)*] $type:ty, $kind:ty $(where $($bound:tt)*)?) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::SelectionKind for $type $(where $($bound)*)? {
            type Kind = $kind;
        }

        impl<__Scope, __Place, $($generics)*>
            $crate::expr::Selection<
                __Scope,
                __Place,
                $crate::expr::Decoded<
                    Self,
                    <Self as $crate::expr::InScope<__Scope, __Place>>::Null,
                >,
            > for $type
        where
            Self: $crate::expr::InScope<__Scope, __Place>,
            $($($bound)*)?
        {
        }
    };
}
pub(crate) use selection;

/// Makes a node an ordering: as in SQL, an expression alone is sorted in ascending order.
macro_rules! ascending {
    ([$($generics:tt)*] $type:ty, $kind:ty $(where $($bound:tt)*)?) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::OrderingList for $type $(where $($bound)*)? {
            type Kind = $kind;
            type List = Self;
            const SCAN: $crate::sql::Scan = <Self as $crate::expr::Expression>::SCAN;

            #[inline]
            fn into_list(self) -> Self {
                self
            }
        }

        impl<__Scope, __Place, $($generics)*> $crate::expr::IntoOrdering<__Scope, __Place> for $type
        where
            Self: $crate::expr::InScope<__Scope, __Place>,
            $($($bound)*)?
        {
        }
    };
}
pub(crate) use ascending;

/// Reports Rust's comparison operators on a node, which cannot return SQL.
macro_rules! no_comparison {
    ([$($generics:tt)*] $type:ty) => {
        impl<__Right: $crate::expr::ComparedInRust, $($generics)*> ::std::cmp::PartialEq<__Right> for $type {
            fn eq(&self, _: &__Right) -> bool {
                false
            }
        }

        impl<__Right: $crate::expr::ComparedInRust, $($generics)*> ::std::cmp::PartialOrd<__Right> for $type {
            fn partial_cmp(&self, _: &__Right) -> ::std::option::Option<::std::cmp::Ordering> {
                None
            }
        }
    };
}
pub(crate) use no_comparison;

/// Makes a node an operand of its type, and a value that a column can be set to.
macro_rules! operand {
    ([$($generics:tt)*] $type:ty, $base:ty $(where $($bound:tt)*)?) => {
        #[diagnostic::do_not_recommend]
        impl<__For, $($generics)*> $crate::expr::IntoExpr<$base, __For> for $type $(where $($bound)*)? {
            type Expr = Self;

            #[inline]
            fn into_expr(self) -> Self {
                self
            }
        }

        $crate::expr::macros::never!(0 IntoExpr into_expr [$($generics)*] $type $(where $($bound)*)?);
        $crate::expr::macros::never!(0 Assign assign [$($generics)*] $type $(where $($bound)*)?);

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
pub(crate) use operand;

/// The name of an expression in messages: a column's own, otherwise its type.
macro_rules! subject {
    ($base:ty) => {
        $base
    };
    ($base:ty, $subject:ty) => {
        $subject
    };
}
pub(crate) use subject;

/// An implementation that never applies: `never!(0 IntoExpr into_expr [] &str)`.
///
/// If a type had a single implementation, the compiler would select it and report that two associated types differ, or
/// explain the implementation's bounds. With two implementations that do not apply, it shows the trait's own
/// message. The generated impl is:
///
/// ```text
/// impl<For, T: SqlType> IntoExpr<T, For> for &str
/// where
///     for<'never> Impossible: Never<0>,
/// ```
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
    ($which:literal Assign assign [$($generics:tt)*] $type:ty $(where $($bound:tt)*)?) => {
        #[diagnostic::do_not_recommend]
        #[allow(unused_lifetimes, reason = "without it, the compiler refuses a bound that cannot hold")]
        impl<__For, __Column: $crate::types::ColumnType, $($generics)*> $crate::expr::Assign<__Column, __For> for $type
        where
            for<'never> $crate::table::Impossible: $crate::expr::Never<$which>,
            $($($bound)*)?
        {
            type Expr = <$crate::table::Impossible as $crate::expr::Never<$which>>::Expr<__Column::Base>;

            fn assign(self) -> Self::Expr {
                <$crate::table::Impossible as $crate::expr::Never<$which>>::never()
            }
        }
    };
}
pub(crate) use never;

/// Makes a node a condition if its type is `bool`: `condition!(impl[S] Node<S>)`.
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

        $crate::expr::macros::bool_operators!(impl[$($generics)*] $type where Self: $crate::expr::Expression<Base: $crate::expr::Boolean>);
    };
}
pub(crate) use condition;

/// Implements Rust's operators `&`, `|` and `!` for a condition: `and`, `or` and `not`.
macro_rules! bool_operators {
    (impl[$($generics:tt)*] $type:ty where $($bound:tt)*) => {
        $crate::expr::macros::bool_operators!(@ BitAnd bitand And into_and [$($generics)*] $type, $($bound)*);
        $crate::expr::macros::bool_operators!(@ BitOr bitor Or into_or [$($generics)*] $type, $($bound)*);

        impl<$($generics)*> ::std::ops::Not for $type
        where
            $($bound)*
        {
            type Output = $crate::expr::Unary<$crate::expr::operators::Not, Self>;

            fn not(self) -> Self::Output {
                $crate::expr::Unary::new(self)
            }
        }
    };
    (@ $name:ident $method:ident $operator:ident $into:ident [$($generics:tt)*] $type:ty, $($bound:tt)*) => {
        impl<__Right: $crate::expr::Condition, $($generics)*> ::std::ops::$name<__Right> for $type
        where
            $($bound)*
        {
            type Output = $crate::expr::Op<$crate::expr::operators::$operator, Self, __Right::$operator>;

            fn $method(self, right: __Right) -> Self::Output {
                $crate::expr::binary::binary!(self, right.$into())
            }
        }
    };
}
pub(crate) use bool_operators;
