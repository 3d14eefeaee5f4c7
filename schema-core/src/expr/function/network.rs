//! Functions of network addresses.
//!
//! <https://www.postgresql.org/docs/current/functions-net.html>
//!
//! They have the names of Postgres, and the module is not re-exported. Each returns NULL if an argument is NULL.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::network;
//! use schema_core::types::Inet;
//!
//! # #[table(name = "logins")]
//! # struct Login { #[column(primary_key)] id: i64, address: Inet }
//! let by_network = Login
//!     .select()
//!     .filter(network::family(Login.address).eq(4))
//!     .columns((network::host(Login.address), network::network(Login.address)));
//! assert_eq!(
//!     by_network.to_sql(),
//!     r#"select host("logins"."address"), network("logins"."address") from "logins" where family("logins"."address") = $1"#
//! );
//! let parts = Login.select().columns((
//!     network::masklen(Login.address),
//!     network::netmask(Login.address),
//!     network::hostmask(Login.address),
//!     network::broadcast(Login.address),
//!     network::abbrev(Login.address),
//!     network::text(Login.address),
//! ));
//! assert_eq!(
//!     parts.to_sql(),
//!     concat!(
//!         r#"select masklen("logins"."address"), netmask("logins"."address"), hostmask("logins"."address"), "#,
//!         r#"broadcast("logins"."address"), abbrev("logins"."address"), text("logins"."address") from "logins""#,
//!     )
//! );
//! ```

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::network::NetworkType;
use crate::expr::{Expression, IntoArgument};
use crate::types::{Cidr, Inet, MacAddr8, NeverNull};

/// Functions of one address or network.
macro_rules! of_address {
    ($($(#[$doc:meta])* $name:ident $function:ident $open:literal => $output:ty;)*) => {$(
        #[doc = concat!("`", $open, "address)`")]
        #[derive(Debug)]
        pub enum $name {}

        impl<A: NetworkType<Self, Self>> Function<(A,)> for $name {
            type Parameters = (A,);
            type Output = $output;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[hide_bounds]
        pub fn $function<E: Expression<Base: NetworkType<$name, F>>, F>(
            address: E,
        ) -> Call<F, (Argument<E>,)> {
            Call::new((Argument::new(address),))
        }
    )*};
}

of_address! {
    /// The address in a short form: that of a network omits zeros at its end.
    Abbrev abbrev "abbrev(" => String;
    /// The last address of the network.
    Broadcast broadcast "broadcast(" => Inet;
    /// The version of the protocol: 4 or 6.
    Family family "family(" => i32;
    /// The address as text, without its prefix.
    Host host "host(" => String;
    /// The mask of the bits after the prefix.
    HostMask hostmask "hostmask(" => Inet;
    /// The length of the prefix.
    MaskLen masklen "masklen(" => i32;
    /// The mask of the prefix.
    NetMask netmask "netmask(" => Inet;
    /// The network, without the bits after the prefix.
    Network network "network(" => Cidr;
    /// The address as text, always with its prefix.
    Text text "text(" => String;
}

/// Functions of two addresses or networks.
macro_rules! of_two_addresses {
    ($($(#[$doc:meta])* $name:ident $function:ident $open:literal => $output:ty;)*) => {$(
        #[doc = concat!("`", $open, "a, b)`")]
        #[derive(Debug)]
        pub enum $name {}

        impl<A: NetworkType<Self, Self>> Function<(A, A)> for $name {
            type Parameters = (A, A);
            type Output = $output;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[hide_bounds]
        pub fn $function<
            A: Expression<Base: NetworkType<$name, F>>,
            F,
            B: Expression,
            V: IntoArgument<Option<A::Base>, $name, B>,
        >(
            a: A,
            b: V,
        ) -> Call<F, (Argument<A>, Argument<B>)> {
            Call::new((Argument::new(a), Argument::new(b.into_argument())))
        }
    )*};
}

of_two_addresses! {
    /// The smallest network that contains both.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::network;
    /// # use schema_core::types::Inet;
    /// # use std::net::Ipv4Addr;
    /// # #[table(name = "logins")]
    /// # struct Login { #[column(primary_key)] id: i64, address: Inet }
    /// let home = Inet::from(Ipv4Addr::LOCALHOST);
    /// let columns = (network::inet_merge(Login.address, home), network::inet_same_family(Login.address, home));
    /// assert_eq!(
    ///     Login.select().columns(columns).to_sql(),
    ///     r#"select inet_merge("logins"."address", $1::inet), inet_same_family("logins"."address", $2::inet) from "logins""#
    /// );
    /// ```
    InetMerge inet_merge "inet_merge(" => Cidr;
    /// True if both have the same version of the protocol.
    InetSameFamily inet_same_family "inet_same_family(" => bool;
}

functions! {
    /// The address with another length of the prefix.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::network;
    /// # use schema_core::types::Inet;
    /// # #[table(name = "logins")]
    /// # struct Login { #[column(primary_key)] id: i64, address: Inet }
    /// let sites = Login.select().columns(network::network(network::set_masklen(Login.address, 24)));
    /// assert_eq!(
    ///     sites.to_sql(),
    ///     r#"select network(set_masklen("logins"."address", $1::integer)) from "logins""#
    /// );
    /// ```
    set_masklen(address: Inet, prefix: i32) -> Inet;
    /// The address with its seventh bit set, for the use in an IPv6 address.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::network;
    /// # use schema_core::types::MacAddr8;
    /// # #[table(name = "devices")]
    /// # struct Device { #[column(primary_key)] id: i64, mac: MacAddr8 }
    /// assert_eq!(
    ///     Device.select().columns(network::macaddr8_set7bit(Device.mac)).to_sql(),
    ///     r#"select macaddr8_set7bit("devices"."mac") from "devices""#
    /// );
    /// ```
    macaddr8_set7bit(address: MacAddr8) -> MacAddr8;
}
