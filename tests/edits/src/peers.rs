//! The results of the same edits with other libraries, from `peers.toml`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// All measurements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Peers {
    /// The titles of the edits by row number.
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

/// The result of an edit.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeerResult {
    /// The row number of the edit.
    pub(crate) row: u32,
    /// The compiler reported an error.
    pub(crate) caught: bool,
    /// The first error is on the line to change.
    #[serde(default)]
    pub(crate) line: bool,
    #[serde(default)]
    pub(crate) errors: usize,
    /// Number of lines of output.
    #[serde(default)]
    pub(crate) lines: usize,
}

pub(crate) fn read() -> Result<Peers> {
    toml::from_str(include_str!("../peers.toml")).context("tests/edits/peers.toml")
}
