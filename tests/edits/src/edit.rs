//! An edit: a file of data.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

/// An edit of the application, or a mistake in it, and what the compiler should say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    /// The file's name without its ending.
    #[serde(skip)]
    pub(crate) name: String,
    /// What is done, in a few words.
    pub(crate) title: String,
    /// The heading that it stands under.
    pub(crate) group: String,
    /// The row of `peers.toml` that it is the same as.
    pub(crate) peer_row: Option<u32>,
    /// What is written instead of what.
    pub(crate) replace: Vec<Replace>,
    /// The lines that a person must change now, one or several for each use of what is gone.
    #[serde(default)]
    pub(crate) line_to_change: Vec<Place>,
    /// What the headline must name. `MedicalOrder|medical_orders` is one or the other; of a name that begins with a
    /// capital, any word will do that has it in it: `NewMedicalOrder`.
    #[serde(default)]
    pub(crate) names: Vec<String>,
    /// How many errors there should be: one for each mistake, or for each use of what is gone.
    #[serde(default = "one")]
    pub(crate) uses: usize,
    /// Why no compiler could notice.
    pub(crate) uncatchable: Option<String>,
    /// Why nothing has to be changed: the edit must compile.
    pub(crate) fits: Option<String>,
}

/// A text of a file, and what stands there after the edit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Replace {
    /// The file, from the application's folder: `src/schema.rs`.
    pub(crate) file: PathBuf,
    /// A text that is there exactly once.
    pub(crate) find: String,
    /// The new text.
    pub(crate) with: String,
}

/// Lines of the edited application.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    /// The file, from the application's folder.
    pub(crate) file: PathBuf,
    /// What the line contains.
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
            !self.replace.is_empty(),
            "replaces nothing; add `[[replace]]`"
        );
        if self.must_compile() {
            ensure!(
                self.uncatchable.is_none() || self.fits.is_none(),
                "`uncatchable` and `fits`; remove one"
            );
            return Ok(());
        }
        ensure!(
            !self.line_to_change.is_empty(),
            "no line to change; add `line_to_change = [{{ file = \"…\", text = \"…\" }}]`"
        );
        ensure!(
            !self.names.is_empty(),
            "the headline names nothing; add `names = [\"…\"]`"
        );
        ensure!(
            self.uses > 0,
            "`uses` is 0; write `fits = \"why nothing has to be changed\"` instead"
        );
        Ok(())
    }

    /// Whether no error is expected.
    pub(crate) fn must_compile(&self) -> bool {
        self.uncatchable.is_some() || self.fits.is_some()
    }

    /// The edited text of each file.
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
                0 => bail!("{} has no `{find}`", file.display()),
                n => bail!(
                    "{} has `{find}` {n} times; write more of the text around it",
                    file.display()
                ),
            }
        }
        Ok(files)
    }
}

/// The edits of a folder, or those of these names.
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
    edits.sort_by(|a, b| (&a.group, &a.name).cmp(&(&b.group, &b.name)));
    Ok(edits)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Edit, read};

    const APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/app");

    fn edit(find: &str) -> Edit {
        let text = format!(
            "title = 't'\ngroup = 'g'\n[[replace]]\nfile = 'src/schema.rs'\nfind = '{find}'\nwith = 'x'"
        );
        toml::from_str(&text).unwrap()
    }

    fn problem(find: &str) -> String {
        let edit = edit(find);
        let result = edit.apply(Path::new(APP));
        result.unwrap_err().to_string()
    }

    #[test]
    fn replaces_what_is_there_once() {
        let edit = edit("pub enum OrderStatus");
        let files = edit.apply(Path::new(APP)).unwrap();
        assert!(files[Path::new("src/schema.rs")].contains("\nx {\n    Pending"));
    }

    #[test]
    fn refuses_what_is_not_there() {
        assert_eq!(problem("pub nothing"), "src/schema.rs has no `pub nothing`");
    }

    #[test]
    fn refuses_what_is_there_twice() {
        assert_eq!(
            problem("pub id: i64"),
            "src/schema.rs has `pub id: i64` 3 times; write more of the text around it"
        );
    }

    #[test]
    fn refuses_an_edit_that_expects_nothing() {
        let problem = edit("pub id: i64").check().unwrap_err().to_string();
        assert!(problem.starts_with("no line to change; add"), "{problem}");
    }

    #[test]
    fn refuses_a_folder_that_is_not_there() {
        let problem = read(Path::new("nowhere"), &[]).unwrap_err().to_string();
        assert_eq!(problem, "cannot read nowhere");
    }

    /// Without this, an edit that no longer fits the application shows only in the catalogue's own run.
    #[test]
    fn every_edit_fits_the_application() {
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
