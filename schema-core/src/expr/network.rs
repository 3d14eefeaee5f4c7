//! The operators of network addresses: `<<`, `<<=`, `>>`, `>>=`, `&&`.
//!
//! <https://www.postgresql.org/docs/current/functions-net.html>

use schema_macros::hide_bounds;

use super::binary::{binary, operator};
use super::{Addable, Expression, Fits, IntoExpr, Op, Operand, OperandOf};
use crate::types::{Cidr, Inet, SqlType};

operator! {
    /// `<<`
    SubnetOf " << " OTHER;
    /// `<<=`
    SubnetOfOrEqual " <<= " OTHER;
    /// `>>`
    SupernetOf " >> " OTHER;
    /// `>>=`
    SupernetOfOrEqual " >>= " OTHER;
    /// `&&`
    SharesAddresses " && " OTHER;
}

/// A type of network addresses: [`Inet`] or [`Cidr`]. `O` is always the operator or function `D`; it is a parameter so that
/// another type produces a single error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "this is for network addresses, and the expression is of type `{Self}`",
    label = "neither `Inet` nor `Cidr`"
)]
pub trait NetworkType<D, O>: SqlType {
    /// The type itself.
    type This: SqlType;
}

#[diagnostic::do_not_recommend]
impl<D> NetworkType<D, D> for Inet {
    type This = Self;
}
#[diagnostic::do_not_recommend]
impl<D> NetworkType<D, D> for Cidr {
    type This = Self;
}

macro_rules! fits {
    ($($operator:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Fits<$operator, Inet> for Inet {}
        #[diagnostic::do_not_recommend]
        impl Fits<$operator, Cidr> for Inet {}
        #[diagnostic::do_not_recommend]
        impl Fits<$operator, Inet> for Cidr {}
        #[diagnostic::do_not_recommend]
        impl Fits<$operator, Cidr> for Cidr {}
    )*};
}

fits! { SubnetOf SubnetOfOrEqual SupernetOf SupernetOfOrEqual SharesAddresses }

/// `+` and `-` move an address by a number.
#[diagnostic::do_not_recommend]
impl Addable for Inet {
    type Right = i64;
}

/// The operators of network addresses. [`function::network`](super::function::network) has the functions.
///
/// The right operand can be an `IpAddr`, an [`Inet`], a [`Cidr`] or an expression of one of them.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::types::{Cidr, Inet};
///
/// #[table(name = "logins")]
/// #[index(gist(address.inet_ops))]
/// struct Login {
///     #[column(primary_key)]
///     id: i64,
///     address: Inet,
/// }
///
/// let local: Cidr = "10.0.0.0/8".parse()?;
/// assert_eq!(
///     Login.select().filter(Login.address.subnet_of(local)).columns(Login.id).to_sql(),
///     r#"select "logins"."id" from "logins" where "logins"."address" << $1::cidr"#
/// );
/// assert_eq!(
///     Login.select().columns(Login.address + 1).to_sql(),
///     r#"select "logins"."address" + $1 from "logins""#
/// );
/// # Ok::<(), schema_core::types::NetworkError>(())
/// ```
#[hide_bounds]
pub trait NetworkMethods: Expression {
    /// `self << network`: true if `self` is in the network and smaller than it.
    fn subnet_of<R, O, N, X>(self, network: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: NetworkType<SubnetOf, O>,
        R: OperandOf<O, <Self::Base as NetworkType<SubnetOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(network.into_expr()))
    }

    /// `self <<= network`: true if `self` is in the network or equals it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::{Cidr, Inet};
    /// # #[table(name = "logins")]
    /// # struct Login { #[column(primary_key)] id: i64, address: Inet }
    /// # #[table(name = "networks")]
    /// # struct Network { #[column(primary_key)] id: i64, range: Cidr }
    /// let inside = Login.address.subnet_of_or_equal(Network.range);
    /// let blocked = Network.select().correlate(Login).filter(inside).columns(Network.id);
    /// assert_eq!(
    ///     Login.select().filter(exists(blocked)).columns(Login.id).to_sql(),
    ///     concat!(
    ///         r#"select "logins"."id" from "logins" where exists "#,
    ///         r#"(select "networks"."id" from "networks" where "logins"."address" <<= "networks"."range")"#,
    ///     )
    /// );
    /// ```
    fn subnet_of_or_equal<R, O, N, X>(self, network: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: NetworkType<SubnetOfOrEqual, O>,
        R: OperandOf<O, <Self::Base as NetworkType<SubnetOfOrEqual, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(network.into_expr()))
    }

    /// `self >> address`: true if the address is in the network `self` and smaller than it.
    fn supernet_of<R, O, N, X>(self, address: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: NetworkType<SupernetOf, O>,
        R: OperandOf<O, <Self::Base as NetworkType<SupernetOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(address.into_expr()))
    }

    /// `self >>= address`: true if the address is in the network `self` or equals it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// use std::net::IpAddr;
    /// # use schema_core::types::Cidr;
    /// # #[table(name = "networks")]
    /// # struct Network { #[column(primary_key)] id: i64, range: Cidr }
    /// let client: IpAddr = "10.1.2.3".parse()?;
    /// let of_client = Network.range.supernet_of_or_equal(client).or(Network.range.supernet_of(client));
    /// assert_eq!(
    ///     Network.select().filter(of_client).columns(Network.id).to_sql(),
    ///     r#"select "networks"."id" from "networks" where "networks"."range" >>= $1::inet or "networks"."range" >> $2::inet"#
    /// );
    /// # Ok::<(), std::net::AddrParseError>(())
    /// ```
    fn supernet_of_or_equal<R, O, N, X>(self, address: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: NetworkType<SupernetOfOrEqual, O>,
        R: OperandOf<O, <Self::Base as NetworkType<SupernetOfOrEqual, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(address.into_expr()))
    }

    /// `self && other`: true if one of the two contains or equals the other one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Cidr;
    /// # #[table(name = "networks")]
    /// # struct Network { #[column(primary_key)] id: i64, range: Cidr }
    /// let range: Cidr = "10.0.0.0/8".parse()?;
    /// assert_eq!(
    ///     Network.select().filter(Network.range.shares_addresses_with(range)).columns(Network.id).to_sql(),
    ///     r#"select "networks"."id" from "networks" where "networks"."range" && $1::cidr"#
    /// );
    /// # Ok::<(), schema_core::types::NetworkError>(())
    /// ```
    fn shares_addresses_with<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: NetworkType<SharesAddresses, O>,
        R: OperandOf<O, <Self::Base as NetworkType<SharesAddresses, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }
}

impl<E: Expression> NetworkMethods for E {}
