//! What the same edits come to in other libraries: `peers.toml`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// All that was measured.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Peers {
    /// The edits, by the numbers of the rows.
    pub(crate) titles: BTreeMap<String, String>,
    #[serde(rename = "peer")]
    pub(crate) peers: Vec<Peer>,
}

/// A library.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Peer {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) results: Vec<PeerResult>,
}

/// What an edit came to.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeerResult {
    /// Which of the edits.
    pub(crate) row: u32,
    /// Whether the compiler noticed.
    pub(crate) caught: bool,
    /// Whether the first error is on the line to change.
    #[serde(default)]
    pub(crate) line: bool,
    #[serde(default)]
    pub(crate) errors: usize,
    /// Lines of output.
    #[serde(default)]
    pub(crate) lines: usize,
}

pub(crate) fn read() -> Result<Peers> {
    toml::from_str(include_str!("../peers.toml")).context("tests/edits/peers.toml")
}
