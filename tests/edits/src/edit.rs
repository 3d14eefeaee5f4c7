//! An edit, read from a TOML file.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

/// An edit of the application or a mistake in it, and the errors expected from the compiler.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    /// The file name without its extension.
    #[serde(skip)]
    pub(crate) name: String,
    /// A short description of the edit.
    pub(crate) title: String,
    /// The heading it is listed under.
    pub(crate) group: String,
    /// The equivalent row of `peers.toml`.
    pub(crate) peer_row: Option<u32>,
    /// The replacements that make up the edit.
    pub(crate) replace: Vec<Replace>,
    /// The lines that a user must now change, at least one for each use of the edited item.
    #[serde(default)]
    pub(crate) line_to_change: Vec<Place>,
    /// The names that the headline must contain. `MedicalOrder|medical_orders` accepts either. A name that begins with a
    /// capital may be part of a word, such as `NewMedicalOrder`.
    #[serde(default)]
    pub(crate) names: Vec<String>,
    /// The expected number of errors: one for each mistake, or for each use of the edited item.
    #[serde(default = "one")]
    pub(crate) uses: usize,
    /// The reason why no compiler could notice the edit.
    pub(crate) uncatchable: Option<String>,
    /// The reason why nothing has to be changed: the edit must compile.
    pub(crate) fits: Option<String>,
}

/// A replacement of a text in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Replace {
    /// The file, relative to the application's folder: `src/schema.rs`.
    pub(crate) file: PathBuf,
    /// The text to replace, which must occur exactly once.
    pub(crate) find: String,
    /// The new text.
    pub(crate) with: String,
}

/// Lines of the edited application, found by their text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    /// The file, relative to the application's folder.
    pub(crate) file: PathBuf,
    /// A text that the line contains.
    pub(crate) text: String,
}

const fn one() -> usize {
    1
}

impl Edit {
    fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)?;
        let mut edit: Self = toml::from_str(&text)?;
        let name = path.file_stem().and_then(|name| name.to_str());
        name.context("the file's name is not UTF-8")?
            .clone_into(&mut edit.name);
        edit.check()?;
        Ok(edit)
    }

    fn check(&self) -> Result<()> {
        ensure!(
            self.number().is_some(),
            "the group has no number; write `group = \"6. Reading\"`"
        );
        ensure!(
            !self.replace.is_empty(),
            "replaces nothing; add `[[replace]]`"
        );
        if self.must_compile() {
            ensure!(
                self.uncatchable.is_none() || self.fits.is_none(),
                "both `uncatchable` and `fits`; remove one"
            );
            return Ok(());
        }
        ensure!(
            !self.line_to_change.is_empty(),
            "no line to change; add `line_to_change = [{{ file = \"…\", text = \"…\" }}]`"
        );
        ensure!(
            !self.names.is_empty(),
            "no names for the headline; add `names = [\"…\"]`"
        );
        ensure!(
            self.uses > 0,
            "`uses` is 0; write `fits = \"why nothing has to be changed\"` instead"
        );
        Ok(())
    }

    /// True if no error is expected.
    pub(crate) fn must_compile(&self) -> bool {
        self.uncatchable.is_some() || self.fits.is_some()
    }

    /// The number at the start of its group.
    fn number(&self) -> Option<u32> {
        let (number, _) = self.group.split_once('.')?;
        number.parse().ok()
    }

    /// Returns the edited text of each changed file.
    pub(crate) fn apply(&self, folder: &Path) -> Result<BTreeMap<&Path, String>> {
        let mut files = BTreeMap::new();
        for Replace { file, find, with } in &self.replace {
            let text = match files.entry(file.as_path()) {
                Entry::Occupied(text) => text.into_mut(),
                Entry::Vacant(place) => {
                    let text = fs::read_to_string(folder.join(file));
                    place.insert(text.with_context(|| format!("cannot read {}", file.display()))?)
                }
            };
            match text.matches(find.as_str()).count() {
                1 => *text = text.replacen(find.as_str(), with, 1),
                0 => bail!("{} does not contain `{find}`", file.display()),
                n => bail!(
                    "{} contains `{find}` {n} times; include more of the surrounding text",
                    file.display()
                ),
            }
        }
        Ok(files)
    }
}

/// Reads the edits of a folder, or only the named ones.
pub(crate) fn read(folder: &Path, only: &[String]) -> Result<Vec<Edit>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut edits = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        edits.push(Edit::read(&path).with_context(|| path.display().to_string())?);
    }
    ensure!(
        !edits.is_empty(),
        "no edits (`*.toml`) in {}",
        folder.display()
    );
    for name in only {
        ensure!(
            edits.iter().any(|edit| edit.name == *name),
            "no edit `{name}` in {}",
            folder.display()
        );
    }
    edits.retain(|edit| only.is_empty() || only.contains(&edit.name));
    edits.sort_by(|a, b| (a.number(), &a.name).cmp(&(b.number(), &b.name)));
    Ok(edits)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Edit, read};

    const APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/app");

    fn edit(find: &str) -> Edit {
        let text = format!(
            "title = 't'\ngroup = '1. g'\n[[replace]]\nfile = 'src/schema.rs'\nfind = '{find}'\nwith = 'x'"
        );
        toml::from_str(&text).unwrap()
    }

    fn problem(find: &str) -> String {
        let edit = edit(find);
        let result = edit.apply(Path::new(APP));
        result.unwrap_err().to_string()
    }

    #[test]
    fn replaces_a_text_that_occurs_once() {
        let edit = edit("pub enum OrderStatus");
        let files = edit.apply(Path::new(APP)).unwrap();
        assert!(files[Path::new("src/schema.rs")].contains("\nx {\n    Pending"));
    }

    #[test]
    fn rejects_a_text_that_does_not_occur() {
        assert_eq!(
            problem("pub nothing"),
            "src/schema.rs does not contain `pub nothing`"
        );
    }

    #[test]
    fn rejects_a_text_that_occurs_twice() {
        assert_eq!(
            problem("pub id: i64"),
            "src/schema.rs contains `pub id: i64` 3 times; include more of the surrounding text"
        );
    }

    #[test]
    fn rejects_an_edit_without_expectations() {
        let problem = edit("pub id: i64").check().unwrap_err().to_string();
        assert!(problem.starts_with("no line to change; add"), "{problem}");
    }

    #[test]
    fn rejects_a_missing_folder() {
        let problem = read(Path::new("nowhere"), &[]).unwrap_err().to_string();
        assert_eq!(problem, "cannot read nowhere");
    }

    /// Finds an edit that no longer applies, without a full run of the catalogue.
    #[test]
    fn every_edit_applies_to_the_application() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/cases");
        let edits = read(Path::new(folder), &[]).unwrap();
        for edit in edits {
            let files = edit.apply(Path::new(APP));
            let files = files.unwrap_or_else(|error| panic!("{}: {error}", edit.name));
            for place in &edit.line_to_change {
                let original = std::fs::read_to_string(Path::new(APP).join(&place.file)).unwrap();
                let text = files.get(place.file.as_path()).unwrap_or(&original);
                assert!(text.contains(&place.text), "{}: {place:?}", edit.name);
            }
        }
    }
}
