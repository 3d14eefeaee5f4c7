//! Errors of network addresses.

/// A text or a value that is not a valid network address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// The text is not an address.
    #[error("`{text}` is not {expected}")]
    Text {
        /// The text.
        text: String,
        /// An example of what is expected.
        expected: &'static str,
    },
    /// The prefix is longer than the address.
    #[error("the prefix /{prefix} is longer than the {bits} bits of the address")]
    Prefix {
        /// The prefix.
        prefix: u8,
        /// The length of the address.
        bits: u8,
    },
    /// A network has bits after its prefix.
    #[error("`{network}` has bits after its prefix, which a network has not; use `Inet`")]
    HostBits {
        /// The address and its prefix.
        network: String,
    },
}

impl NetworkError {
    pub(super) fn text(text: &str, expected: &'static str) -> Self {
        Self::Text {
            text: text.to_owned(),
            expected,
        }
    }
}
