//! Random pairs of schemas: the second is made from the first by keeping, changing, renaming, dropping and adding objects.

mod access;
mod columns;
mod constraints;
mod defaults;
mod indexes;
mod partitions;
mod relations;
mod retyped;
mod routines;
mod tables;
mod types;
mod views;

use schema_ddl::diff::Renames;
use schema_ddl::model::{Check, Extension, Model, Name, Namespace};
use schema_tests::choices::Choices;
use schema_tests::choose;

use self::access::{grants, not_public, roles};
use self::defaults::default_privileges;
use self::partitions::partitions;
use self::relations::foreign_keys;
use self::retyped::retyped;
use self::routines::{readers, routines};
use self::tables::table;
use self::types::{composite, domain, enumeration, owner, sequence};
use self::views::views;

/// The Postgres schema of names without one.
pub(crate) const FIRST: &str = "app";

/// A schema, and another one.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) first: Model,
    pub(crate) second: Model,
    /// The tables and columns of the first schema that have other names in the second one.
    pub(crate) renames: Renames,
}

/// Makes a pair for the role that creates everything.
pub(crate) fn pair(c: &mut Choices, user: &str) -> Pair {
    let mut renames = Renames::default();
    let first = schema(c, &Model::default(), &mut renames, user);
    let second = schema(c, &first, &mut renames, user);
    Pair {
        first,
        second,
        renames,
    }
}

/// Makes a pair of a table whose columns get other types.
pub(crate) fn retyped_pair(c: &mut Choices) -> Pair {
    let (mut first, mut second) = (Model::default(), Model::default());
    retyped(c, &Model::default(), &mut first);
    retyped(c, &first, &mut second);
    Pair {
        first,
        second,
        renames: Renames::default(),
    }
}

fn schema(c: &mut Choices, old: &Model, renames: &mut Renames, user: &str) -> Model {
    let mut model = Model::default();
    let namespace_before = old.namespaces.first();
    model
        .namespaces
        .extend(again(c, "schema", namespace_before, |_| true, namespace));
    choose!(c, "extension";
        "no extension" => (),
        "extension" => model.extensions.push(Extension { name: "pg_trgm".to_owned(), version: None }),
        ;
    );
    roles(c, old, &mut model);
    for name in ["mood", "state"] {
        let old = old.enumeration(&Name::new(name));
        model
            .enums
            .extend(again(c, "enum", old, |_| true, |c| enumeration(c, name)));
    }
    let domain_before = old.domains.first();
    model
        .domains
        .extend(again(c, "domain", domain_before, |_| true, domain));
    let composite_before = old.composites.first();
    model
        .composites
        .extend(again(c, "composite", composite_before, |_| true, composite));
    let sequence_before = old.sequences.first();
    model
        .sequences
        .extend(again(c, "sequence", sequence_before, |_| true, sequence));
    routines(c, old, &mut model);
    for name in ["a", "b", "c", "d"] {
        if let Some(table) = table(c, old, &model, name, renames) {
            model.tables.push(table);
        }
    }
    foreign_keys(c, old, &mut model, renames);
    owner(c, &mut model);
    partitions(c, old, &mut model);
    readers(c, &mut model);
    views(c, old, &mut model);
    grants(c, &mut model);
    not_public(c, &mut model);
    default_privileges(c, &mut model, user);
    model
}

fn namespace(c: &mut Choices) -> Namespace {
    Namespace {
        name: "side".to_owned(),
        comment: comment(c),
    }
}

/// Keeps an object, makes it anew, or leaves it out. An object that does not fit its new surroundings is made anew.
fn again<T: Clone>(
    c: &mut Choices,
    group: &'static str,
    old: Option<&T>,
    fits: impl Fn(&T) -> bool,
    make: impl FnOnce(&mut Choices) -> T,
) -> Option<T> {
    match old {
        Some(old) => match c.pick(group, &["kept", "dropped", "changed"], 3) {
            "kept" if fits(old) => Some(old.clone()),
            "dropped" => None,
            _ => Some(make(c)),
        },
        None => match c.pick(group, &["none", "new"], 2) {
            "new" => Some(make(c)),
            _ => None,
        },
    }
}

/// The name that a table of the second schema has in the first one.
fn name_before(renames: &Renames, name: &Name) -> Name {
    let before = renames.tables.iter().find(|(_, new)| new == name);
    before.map_or_else(|| name.clone(), |(old, _)| old.clone())
}

fn comment(c: &mut Choices) -> Option<String> {
    choose!(c, "comment";
        "no comment" => None,
        "a comment" => Some("it's 100 %".to_owned()),
        "another comment" => Some("two\nlines".to_owned()),
        ;
    )
}

fn check(name: &str, expression: &str) -> Check {
    Check {
        name: name.to_owned(),
        expression: expression.to_owned(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}
