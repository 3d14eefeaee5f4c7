//! The steps that need no server.

use std::hint::black_box;

use schema_ddl::diff::{Renames, diff};
use schema_ddl::model::Model;
use schema_ddl::online::OnlineOptions;
use schema_kit::keep;
use schema_kit::migrate::{Folder, NewMigration};
use schema_kit::plan::{Plan, questions};

use crate::tables::{changed, model, schema};
use crate::{SIZES, assert_linear, best};

/// Runs a step for each number of tables.
#[track_caller]
fn linear<T>(step: &str, run: impl Fn(&Model, &Model) -> T) {
    let times = SIZES.map(|tables| {
        let from = model(tables);
        let to = changed(&from);
        best(|| drop(black_box(run(&from, &to))))
    });
    assert_linear(step, times);
}

#[test]
fn models_and_fingerprints_of_structs_are_linear() {
    let times = SIZES.map(|tables| {
        let schema = schema(tables);
        best(|| drop(black_box(schema.model().unwrap())))
    });
    assert_linear("model of structs", times);
    let times = SIZES.map(|tables| {
        let schema = schema(tables);
        best(|| drop(black_box(schema.fingerprints())))
    });
    assert_linear("fingerprints of structs", times);
}

#[test]
fn differences_are_linear() {
    let renames = Renames::default();
    linear("diff of equal models", |from, _| {
        diff(from, from, &renames).unwrap()
    });
    linear("diff that creates all", |from, _| {
        diff(&Model::default(), from, &renames).unwrap()
    });
    linear("diff that drops all", |from, _| {
        diff(from, &Model::default(), &renames).unwrap()
    });
    linear("diff that changes all", |from, to| {
        diff(from, to, &renames).unwrap()
    });
}

#[test]
fn plans_with_their_dangers_are_linear() {
    let renames = Renames::default();
    linear("plan that creates all", |from, _| {
        Plan::new(&Model::default(), from, &renames).unwrap()
    });
    linear("plan that changes all", |from, to| {
        Plan::new(from, to, &renames).unwrap()
    });
    linear("online plan that changes all", |from, to| {
        Plan::online(from, to, &renames, &OnlineOptions::default()).unwrap()
    });
    linear("questions about names", |from, to| {
        questions(from, to, &renames)
    });
    linear("kept objects", |from, to| {
        let mut to = to.clone();
        keep(&mut to, from);
        to
    });
    let times = SIZES.map(|tables| {
        let from = model(tables);
        let plan = Plan::new(&from, &changed(&from), &renames).unwrap();
        best(|| {
            let json = plan.to_json();
            black_box((
                Plan::from_json(&json).unwrap(),
                plan.commented_sql(),
                plan.to_string(),
            ));
        })
    });
    assert_linear("text and JSON of a plan", times);
}

#[test]
fn the_folder_is_linear() {
    let times = SIZES.map(|tables| {
        let folder = tempfile::tempdir().unwrap();
        let model = model(tables);
        let plan = Plan::new(&Model::default(), &model, &Renames::default()).unwrap();
        best(|| {
            let mut new = NewMigration::new("all", plan.commented_sql());
            new.snapshot = Some(model.clone());
            Folder::write(folder.path(), &new).unwrap();
            let read = Folder::read(folder.path()).unwrap();
            assert_eq!(read.head().unwrap().unwrap().model().unwrap(), model);
        })
    });
    assert_linear("written and read migration", times);
}
