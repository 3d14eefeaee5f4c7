use std::fs;

use schema_ddl::model::{Model, Name, Table};
use tempfile::{TempDir, tempdir};

use super::*;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// The error, without the path of the folder.
fn error(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    let error = Folder::read(folder.path()).and_then(|folder| folder.head().map(|_| ()));
    let path = format!("{}/", folder.path().display());
    error.unwrap_err().to_string().replace(&path, "")
}

#[test]
fn both_layouts_of_sqlx_are_read() {
    let folder = folder(&[
        ("2_b.up.sql", "select 2"),
        ("2_b.down.sql", "select -2"),
        ("1_a_c.sql", "select 1"),
        ("README.md", "x"),
    ]);
    let folder = Folder::read(folder.path()).unwrap();
    let names: Vec<_> = folder
        .migrations()
        .iter()
        .map(|one| (one.version, one.name.as_str(), one.down.is_some()))
        .collect();
    assert_eq!(names, [(1, "a_c", false), (2, "b", true)]);
    assert!(folder.migration(2).is_some() && folder.migration(3).is_none());
    assert!(folder.ignored()[0].ends_with("README.md"));
}

#[test]
fn each_problem_names_its_file_and_the_remedy() {
    for (files, message) in [
        (
            &[("1_a.sql", ""), ("1_b.sql", "")][..],
            "`1_a.sql` and `1_b.sql` have the same version 1; rename the files of the one that no database has applied",
        ),
        (
            &[("1_a.up.sql", ""), ("1_b.down.sql", "")],
            "`1_a.up.sql` and `1_b.down.sql` have the same version 1; rename the files of the one that no database has applied",
        ),
        (
            &[("1_a.down.sql", "")],
            "`1_a.down.sql` has no `.up.sql` beside it; restore that file, or delete this one",
        ),
        (
            &[("init.sql", "")],
            "`init.sql` is not named as a migration; rename it to `<version>_<name>.up.sql` with a version such as 20260131120000, or move it out of the folder",
        ),
        (&[("1_a.sql", "select 'x")], "`1_a.sql` cannot be read"),
        (
            &[("1_a.sql", ""), ("1_a.snapshot.json", r#"{"format":2}"#)],
            "the snapshot `1_a.snapshot.json` has format 2, but this version of schema-kit reads formats up to 1; update schema-kit",
        ),
        (
            &[("1_a.sql", ""), ("1_a.snapshot.json", "<<<<<<< HEAD")],
            "the snapshot `1_a.snapshot.json` is damaged; restore it from version control, and resolve merge conflicts by generating the later migration again",
        ),
        (
            &[
                ("1_a.sql", ""),
                (
                    "1_a.snapshot.json",
                    r#"{"format":1,"parent":null,"model":{}}"#,
                ),
                ("2_b.sql", ""),
                ("2_b.snapshot.json", r#"{"format":1,"parent":1,"model":{}}"#),
                ("3_c.sql", ""),
                ("3_c.snapshot.json", r#"{"format":1,"parent":1,"model":{}}"#),
            ],
            "`2_b.snapshot.json` and `3_c.snapshot.json` are both made from the snapshot of version 1; delete the files of the one that no database has applied, and generate it again",
        ),
        (
            &[
                ("2_b.sql", ""),
                ("2_b.snapshot.json", r#"{"format":1,"parent":1,"model":{}}"#),
            ],
            "`2_b.snapshot.json` is made from the snapshot of version 1, which is not before it in the folder; restore that snapshot",
        ),
    ] {
        assert_eq!(error(files), message);
    }
}

#[test]
fn a_folder_that_is_missing_is_an_error() {
    let folder = tempdir().unwrap();
    let error = Folder::read(folder.path().join("migrations")).unwrap_err();
    assert!(matches!(error, FolderError::NotFound { .. }));
}

#[test]
fn a_written_migration_follows_the_one_before() {
    let directory = tempdir().unwrap();
    let model = Model {
        tables: vec![Table::new(Name::new("t"))],
        ..Model::default()
    };
    let mut new = NewMigration::new("Créate the \"t\"!", "create table t ();");
    new.down = Some("drop table t;".to_owned());
    new.snapshot = Some(model.clone());
    let first = Folder::write(directory.path().join("migrations"), &new).unwrap();
    let second = Folder::write(directory.path().join("migrations"), &new).unwrap();
    assert!(second > first);

    let folder = Folder::read(directory.path().join("migrations")).unwrap();
    assert!(folder.ignored().is_empty());
    assert_eq!(folder.migrations()[0].name, "créate_the_t");
    let head = folder.head().unwrap().unwrap();
    assert_eq!((head.version, head.parent), (second, Some(first)));
    assert_eq!(head.model().unwrap(), model);
    assert_eq!(folder.heads(), [head]);
}

#[test]
fn a_name_has_a_letter_or_a_digit() {
    let directory = tempdir().unwrap();
    let error = Folder::write(directory.path(), &NewMigration::new("…", "")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`…` is not a valid name for a migration; use letters and digits"
    );
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}
