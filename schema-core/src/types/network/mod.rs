//! Network addresses: <https://www.postgresql.org/docs/current/datatype-net-types.html>.

mod error;
mod inet;
mod mac;

pub use self::error::NetworkError;
pub use self::inet::{Cidr, Inet};
pub use self::mac::{MacAddr, MacAddr8};

/// Implements serde's traits for a type by its text.
macro_rules! serde_as_text {
    ($type:ty) => {
        #[cfg(feature = "json")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "json")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
use serde_as_text;
