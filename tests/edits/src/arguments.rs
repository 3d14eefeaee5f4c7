//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::app;

const USAGE: &str =
    "usage: cargo run -p schema-edits -- [folder] [--app folder] [--record] [--only name]…";

/// The parsed command line.
#[derive(Debug)]
pub(crate) struct Arguments {
    /// The folder of edits.
    pub(crate) edits: PathBuf,
    /// The folder of the application to edit.
    pub(crate) app: PathBuf,
    /// Write the results.
    pub(crate) record: bool,
    /// The names of the edits to try; all if empty.
    pub(crate) only: Vec<String>,
}

impl Arguments {
    pub(crate) fn parse(mut words: impl Iterator<Item = OsString>) -> Result<Self> {
        let mut edits = None;
        let mut app = None;
        let mut record = false;
        let mut only = Vec::new();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--record") => record = true,
                Some("--app") => {
                    let folder = words.next().context("`--app` needs a folder")?;
                    app = Some(PathBuf::from(folder));
                }
                Some("--only") => {
                    let name = words.next().and_then(|name| name.into_string().ok());
                    only.push(name.context("`--only` needs the name of an edit")?);
                }
                Some(option) if option.starts_with('-') => {
                    bail!("unknown option `{option}`; {USAGE}")
                }
                _ if edits.is_none() => edits = Some(PathBuf::from(word)),
                _ => bail!("one folder at a time; {USAGE}"),
            }
        }
        let folder = |given: Option<PathBuf>, own: &str| {
            let path = given.unwrap_or_else(|| app::root().join(own));
            path.canonicalize()
                .with_context(|| format!("no folder {}", path.display()))
        };
        Ok(Self {
            edits: folder(edits, OWN_EDITS)?,
            app: folder(app, OWN_APP)?,
            record,
            only,
        })
    }

    /// True for the repository's own edits in its own application.
    pub(crate) fn is_own_folder(&self) -> bool {
        let own = |path| app::root().join(path).canonicalize().ok();
        own(OWN_EDITS).as_ref() == Some(&self.edits) && own(OWN_APP).as_ref() == Some(&self.app)
    }
}

const OWN_EDITS: &str = "tests/edits/cases";
const OWN_APP: &str = "tests/edits/app";
