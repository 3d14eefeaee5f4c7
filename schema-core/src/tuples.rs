//! The arities of tuples for which the crate implements its traits.
//!
//! Selections, orderings, groups, keys and the arguments of functions have at most 16 elements; a query reads from at
//! most 12 sources.

/// Calls `$callback!` once for each arity up to 16: `$callback! { A 0 A1 A2, B 1 B1 B2, … }`. Each element has a type
/// parameter, its index, and two further type parameters.
macro_rules! for_each_tuple {
    ($callback:ident) => {
        $crate::tuples::for_each_scope!($callback);
        $crate::tuples::each_arity! { $callback
            [A 0 A1 A2, B 1 B1 B2, C 2 C1 C2, D 3 D1 D2, E 4 E1 E2, F 5 F1 F2, G 6 G1 G2, H 7 H1 H2, J 8 J1 J2,
             K 9 K1 K2, L 10 L1 L2, M 11 M1 M2]
            N 12 N1 N2, O 13 O1 O2, P 14 P1 P2, Q 15 Q1 Q2,
        }
    };
}
pub(crate) use for_each_tuple;

/// Calls `$callback!` once for each arity up to 12, which is the largest number of sources of a query.
macro_rules! for_each_scope {
    ($callback:ident) => {
        $crate::tuples::each_arity! { $callback []
            A 0 A1 A2, B 1 B1 B2, C 2 C1 C2, D 3 D1 D2, E 4 E1 E2, F 5 F1 F2, G 6 G1 G2, H 7 H1 H2, J 8 J1 J2,
            K 9 K1 K2, L 10 L1 L2, M 11 M1 M2,
        }
    };
}
pub(crate) use for_each_scope;

/// Calls `$callback!` once for each arity up to 8, for tuples that are rarely longer: an error about them lists all impls.
macro_rules! for_each_of_eight {
    ($callback:ident) => {
        $crate::tuples::each_arity! { $callback []
            A 0 A1 A2, B 1 B1 B2, C 2 C1 C2, D 3 D1 D2, E 4 E1 E2, F 5 F1 F2, G 6 G1 G2, H 7 H1 H2,
        }
    };
}
pub(crate) use for_each_of_eight;

/// Calls `$callback!` with the elements in brackets and the first of the others, with the first two of the others, and
/// so on.
macro_rules! each_arity {
    ($callback:ident [$($before:tt)*]) => {};
    ($callback:ident [] $a:ident $i:tt $b:ident $c:ident, $($rest:tt)*) => {
        $callback! { $a $i $b $c }
        $crate::tuples::each_arity! { $callback [$a $i $b $c] $($rest)* }
    };
    ($callback:ident [$($before:tt)+] $a:ident $i:tt $b:ident $c:ident, $($rest:tt)*) => {
        $callback! { $($before)+, $a $i $b $c }
        $crate::tuples::each_arity! { $callback [$($before)+, $a $i $b $c] $($rest)* }
    };
}
pub(crate) use each_arity;
