//! `macaddr` and `macaddr8`.

use std::fmt;
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::{NetworkError, serde_as_text};
use crate::types::{ArrayElement, DataType, SqlType, wire};

macro_rules! mac_addresses {
    ($($(#[$doc:meta])* $name:ident $length:literal $sql:literal $oid:literal $array_oid:literal $expected:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $length]);

        impl FromStr for $name {
            type Err = NetworkError;

            fn from_str(text: &str) -> Result<Self, NetworkError> {
                bytes(text).map(Self).ok_or_else(|| NetworkError::text(text, $expected))
            }
        }

        /// Writes the address as Postgres prints it, with colons.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_bytes(&self.0, f)
            }
        }

        impl From<[u8; $length]> for $name {
            fn from(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }
        }

        serde_as_text!($name);

        impl SqlType for $name {
            const DATA_TYPE: DataType = DataType::builtin($sql, $oid, $array_oid);

            fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
                buffer.extend_from_slice(&self.0);
                Ok(())
            }

            fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
                Ok(Self(wire::exactly(bytes)?))
            }

            fn literal(&self, sql: &mut String) {
                wire::push(sql, format_args!(concat!("'{}'::", $sql), self));
            }
        }

        impl ArrayElement for $name {}
    )*};
}

mac_addresses! {
    /// A MAC address of 6 bytes: `macaddr`.
    ///
    /// ```
    /// use schema_core::types::MacAddr;
    ///
    /// let address: MacAddr = "08-00-2b-01-02-03".parse()?;
    /// assert_eq!(address, MacAddr([0x08, 0, 0x2b, 1, 2, 3]));
    /// assert_eq!(address.to_string(), "08:00:2b:01:02:03");
    /// # Ok::<(), schema_core::types::NetworkError>(())
    /// ```
    MacAddr 6 "macaddr" 829 1040 "a MAC address such as `08:00:2b:01:02:03`";
    /// A MAC address of 8 bytes: `macaddr8`.
    ///
    /// ```
    /// use schema_core::types::MacAddr8;
    ///
    /// let address: MacAddr8 = "08:00:2b:01:02:03:04:05".parse()?;
    /// assert_eq!(address.0[7], 5);
    /// # Ok::<(), schema_core::types::NetworkError>(())
    /// ```
    MacAddr8 8 "macaddr8" 774 775 "a MAC address such as `08:00:2b:01:02:03:04:05`";
}

/// Parses bytes of two hexadecimal digits, with colons or hyphens in between.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let mut parts = text.split([':', '-']);
    for byte in &mut bytes {
        let part = parts.next()?;
        if part.len() != 2 || part.starts_with('+') {
            return None;
        }
        *byte = u8::from_str_radix(part, 16).ok()?;
    }
    parts.next().is_none().then_some(bytes)
}

fn write_bytes(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (position, byte) in bytes.iter().enumerate() {
        let colon = if position > 0 { ":" } else { "" };
        write!(f, "{colon}{byte:02x}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_length_is_checked, assert_round_trip, literal};

    #[test]
    fn round_trips() {
        let mac: MacAddr = "08:00:2B:ff-02-03".parse().unwrap();
        assert_round_trip(&mac);
        assert_length_is_checked(&mac);
        assert_eq!(literal(&mac), "'08:00:2b:ff:02:03'::macaddr");
        let mac: MacAddr8 = "08:00:2b:01:02:03:04:05".parse().unwrap();
        assert_round_trip(&mac);
        assert_length_is_checked(&mac);
        assert_eq!(literal(&mac), "'08:00:2b:01:02:03:04:05'::macaddr8");
    }

    #[test]
    fn rejects_what_is_not_an_address() {
        for text in [
            "",
            "08:00:2b:01:02",
            "08:00:2b:01:02:03:04",
            "8:0:2b:01:02:03",
            "gg:00:2b:01:02:03",
            "+8:00:2b:01:02:03",
        ] {
            let error = text.parse::<MacAddr>().unwrap_err().to_string();
            assert!(error.ends_with("is not a MAC address such as `08:00:2b:01:02:03`"));
        }
    }
}
