//! `inet` and `cidr`.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::{NetworkError, serde_as_text};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The address of a host, with the length of its network's prefix: `inet`.
///
/// ```
/// use std::net::IpAddr;
///
/// use schema_core::types::Inet;
///
/// let host: Inet = "192.168.1.7/24".parse()?;
/// assert_eq!(host.prefix(), 24);
/// assert_eq!(host.network().to_string(), "192.168.1.0/24");
///
/// let alone = Inet::from("::1".parse::<IpAddr>()?);
/// assert_eq!(alone.to_string(), "::1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Queries accept an `IpAddr` wherever they accept an `Inet`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Inet {
    address: IpAddr,
    prefix: u8,
}

/// A network, an address without bits after its prefix: `cidr`.
///
/// ```
/// use schema_core::types::Cidr;
///
/// let network: Cidr = "10.0.0.0/8".parse()?;
/// assert!(network.contains("10.1.2.3".parse()?));
///
/// let error = "10.0.0.1/8".parse::<Cidr>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`10.0.0.1/8` has bits after its prefix, which a network has not; use `Inet`"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cidr(Inet);

/// The number of bits of an address.
const fn bits(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

/// Returns the address without the bits after the prefix.
fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    match address {
        IpAddr::V4(address) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
            Ipv4Addr::from_bits(address.to_bits() & mask).into()
        }
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(prefix)).unwrap_or(0);
            Ipv6Addr::from_bits(address.to_bits() & mask).into()
        }
    }
}

impl Inet {
    /// Creates the address of a host in a network with this prefix.
    ///
    /// # Errors
    ///
    /// If the prefix is longer than the address.
    pub fn new(address: IpAddr, prefix: u8) -> Result<Self, NetworkError> {
        let bits = bits(address);
        if prefix > bits {
            return Err(NetworkError::Prefix { prefix, bits });
        }
        Ok(Self { address, prefix })
    }

    /// Returns the address without its prefix.
    ///
    /// ```
    /// # use schema_core::types::Inet;
    /// let host: Inet = "192.168.1.7/24".parse()?;
    /// assert_eq!(host.address().to_string(), "192.168.1.7");
    /// # Ok::<(), schema_core::types::NetworkError>(())
    /// ```
    pub const fn address(&self) -> IpAddr {
        self.address
    }

    /// Returns the length of the network's prefix.
    pub const fn prefix(&self) -> u8 {
        self.prefix
    }

    /// Returns the network of the host.
    pub fn network(&self) -> Cidr {
        Cidr(Self {
            address: masked(self.address, self.prefix),
            prefix: self.prefix,
        })
    }
}

impl Cidr {
    /// Creates a network.
    ///
    /// # Errors
    ///
    /// If the prefix is longer than the address, or if the address has bits after it.
    pub fn new(address: IpAddr, prefix: u8) -> Result<Self, NetworkError> {
        Self::of(Inet::new(address, prefix)?)
    }

    fn of(inet: Inet) -> Result<Self, NetworkError> {
        if masked(inet.address, inet.prefix) == inet.address {
            return Ok(Self(inet));
        }
        let network = format!("{}/{}", inet.address, inet.prefix);
        Err(NetworkError::HostBits { network })
    }

    /// Returns the first address of the network.
    pub const fn address(&self) -> IpAddr {
        self.0.address
    }

    /// Returns the length of the prefix.
    ///
    /// ```
    /// # use schema_core::types::Cidr;
    /// let network: Cidr = "2001:db8::/32".parse()?;
    /// assert_eq!((network.prefix(), network.address().is_ipv6()), (32, true));
    /// # Ok::<(), schema_core::types::NetworkError>(())
    /// ```
    pub const fn prefix(&self) -> u8 {
        self.0.prefix
    }

    /// Returns true if the address is in the network.
    pub fn contains(&self, address: IpAddr) -> bool {
        bits(address) == bits(self.0.address) && masked(address, self.0.prefix) == self.0.address
    }
}

impl From<IpAddr> for Inet {
    fn from(address: IpAddr) -> Self {
        Self {
            address,
            prefix: bits(address),
        }
    }
}

impl From<Ipv4Addr> for Inet {
    fn from(address: Ipv4Addr) -> Self {
        IpAddr::from(address).into()
    }
}

impl From<Ipv6Addr> for Inet {
    fn from(address: Ipv6Addr) -> Self {
        IpAddr::from(address).into()
    }
}

impl From<Cidr> for Inet {
    fn from(network: Cidr) -> Self {
        network.0
    }
}

impl TryFrom<Inet> for Cidr {
    type Error = NetworkError;

    /// Fails if the address has bits after its prefix. [`Inet::network`] removes them.
    fn try_from(inet: Inet) -> Result<Self, NetworkError> {
        Self::of(inet)
    }
}

/// The prefix may be absent: it is then the whole address.
impl FromStr for Inet {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, NetworkError> {
        let error = || NetworkError::text(text, "an address such as `192.168.1.7` or `::1/64`");
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| error())?;
        match prefix {
            Some(prefix) => Self::new(address, prefix.parse().map_err(|_| error())?),
            None => Ok(address.into()),
        }
    }
}

impl FromStr for Cidr {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, NetworkError> {
        Self::of(text.parse()?)
    }
}

/// Writes the address as Postgres prints it: without the prefix if that is the whole address.
impl fmt::Display for Inet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.address)?;
        if self.prefix < bits(self.address) {
            write!(f, "/{}", self.prefix)?;
        }
        Ok(())
    }
}

/// Writes the network as Postgres prints it: always with the prefix.
impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0.address, self.0.prefix)
    }
}

serde_as_text!(Inet);
serde_as_text!(Cidr);

/// The families of the binary format.
const IPV4: u8 = 2;
const IPV6: u8 = 3;

/// Bytes that are not a network address.
#[derive(Debug, thiserror::Error)]
#[error("`{family}` is not a family of network addresses")]
struct UnknownFamily {
    family: u8,
}

fn encode(inet: Inet, is_cidr: bool, buffer: &mut PgArgumentBuffer) {
    let mut header = |family, length| {
        buffer.extend_from_slice(&[family, inet.prefix, u8::from(is_cidr), length]);
    };
    match inet.address {
        IpAddr::V4(address) => {
            header(IPV4, 4);
            buffer.extend_from_slice(&address.octets());
        }
        IpAddr::V6(address) => {
            header(IPV6, 16);
            buffer.extend_from_slice(&address.octets());
        }
    }
}

fn decode(mut bytes: &[u8]) -> Result<Inet, BoxDynError> {
    let [family, prefix, _is_cidr, _length] = wire::take(&mut bytes)?;
    let address = match family {
        IPV4 => IpAddr::from(wire::exactly::<4>(bytes)?),
        IPV6 => IpAddr::from(wire::exactly::<16>(bytes)?),
        family => return Err(Box::new(UnknownFamily { family })),
    };
    Ok(Inet::new(address, prefix)?)
}

/// Can also be read from `cidr`.
impl SqlType for Inet {
    const DATA_TYPE: DataType = DataType::builtin("inet", 869, 1041).also(&[(650, 651)], &[]);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(*self, false, buffer);
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        decode(bytes)
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{self}'::inet"));
    }
}

impl ArrayElement for Inet {}

impl SqlType for Cidr {
    const DATA_TYPE: DataType = DataType::builtin("cidr", 650, 651);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(self.0, true, buffer);
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(Self::of(decode(bytes)?)?)
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{self}'::cidr"));
    }
}

impl ArrayElement for Cidr {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };

    fn inet(text: &str) -> Inet {
        text.parse().unwrap()
    }

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    #[test]
    fn round_trips() {
        for text in [
            "0.0.0.0/0",
            "192.168.1.7",
            "192.168.1.7/24",
            "::/0",
            "2001:db8::7/64",
        ] {
            assert_eq!(inet(text).to_string(), text);
            assert_round_trip(&inet(text));
            assert_round_trip(&inet(text).network());
            assert_length_is_checked(&inet(text));
            assert_no_panic(&inet(text));
        }
        assert_eq!(encoded(&inet("1.2.3.4/8")), [2, 8, 0, 4, 1, 2, 3, 4]);
        assert_eq!(encoded(&cidr("1.0.0.0/8")), [2, 8, 1, 4, 1, 0, 0, 0]);
    }

    #[test]
    fn a_network_is_the_prefix() {
        assert_eq!(inet("10.1.2.3/9").network(), cidr("10.0.0.0/9"));
        assert_eq!(inet("10.1.2.3").network().to_string(), "10.1.2.3/32");
        assert_eq!(
            inet("2001:db8:ffff::1/33").network(),
            cidr("2001:db8:8000::/33")
        );
        assert!(!cidr("::/0").contains(Ipv4Addr::LOCALHOST.into()));
    }

    #[test]
    fn rejects_what_is_not_an_address() {
        let error = |text: &str| text.parse::<Inet>().unwrap_err().to_string();
        assert_eq!(
            error("a"),
            "`a` is not an address such as `192.168.1.7` or `::1/64`"
        );
        assert_eq!(
            error("1.2.3.4/x"),
            "`1.2.3.4/x` is not an address such as `192.168.1.7` or `::1/64`"
        );
        assert_eq!(
            error("1.2.3.4/33"),
            "the prefix /33 is longer than the 32 bits of the address"
        );
        assert_eq!(
            decode_error::<Inet>(&[9, 8, 0, 4, 1, 2, 3, 4]),
            "`9` is not a family of network addresses"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&inet("1.2.3.4")), "'1.2.3.4'::inet");
        assert_eq!(literal(&cidr("1.2.3.4/32")), "'1.2.3.4/32'::cidr");
    }

    #[cfg(feature = "json")]
    #[test]
    fn serializes_as_text() {
        assert_eq!(
            serde_json::to_string(&inet("::1/64")).unwrap(),
            "\"::1/64\""
        );
        assert_eq!(
            serde_json::from_str::<Cidr>("\"10.0.0.0/8\"").unwrap(),
            cidr("10.0.0.0/8")
        );
        assert!(serde_json::from_str::<Cidr>("\"10.0.0.1/8\"").is_err());
    }
}
