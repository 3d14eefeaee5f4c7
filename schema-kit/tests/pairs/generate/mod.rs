//! Random pairs of schemas: the second is made from the first by keeping, changing, dropping and adding objects.

mod columns;
mod indexes;
mod relations;
mod tables;
mod types;
mod views;

use schema_ddl::model::{Check, Model, Name};
use schema_tests::choices::Choices;
use schema_tests::choose;

use self::relations::{foreign_keys, partitions};
use self::tables::table;
use self::types::{composite, domain, enumeration, routines, sequence};
use self::views::{grants, views};

/// A schema, and another one.
pub(crate) fn pair(c: &mut Choices) -> (Model, Model) {
    let first = schema(c, &Model::default());
    let second = schema(c, &first);
    (first, second)
}

fn schema(c: &mut Choices, old: &Model) -> Model {
    let mut model = Model::default();
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
        if let Some(table) = table(c, old, &model, name) {
            model.tables.push(table);
        }
    }
    foreign_keys(c, old, &mut model);
    partitions(c, old, &mut model);
    views(c, old, &mut model);
    grants(c, &mut model);
    model
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
