//! Constraints and indexes.

use super::{BY_A, EXPRESSION, Hash, KEY, assert_distinct, named};
use crate::ddl::testing::{CHECK, INDEX, UNIQUE};
use crate::def::{Action, CheckDef, Deferrable, ForeignKeyDef, IndexDef, IndexElement, UniqueDef};

#[test]
fn each_part_of_a_constraint_counts() {
    let lists: [&[ForeignKeyDef]; 11] = [
        &[],
        &[KEY],
        &[KEY, KEY],
        &[ForeignKeyDef {
            name: Some("k"),
            ..KEY
        }],
        &[ForeignKeyDef {
            columns: &["a"],
            ..KEY
        }],
        &[ForeignKeyDef {
            table: named(None, "t"),
            ..KEY
        }],
        &[ForeignKeyDef {
            references: &["a"],
            ..KEY
        }],
        &[ForeignKeyDef {
            on_delete: Action::Cascade,
            ..KEY
        }],
        &[ForeignKeyDef {
            on_update: Action::Cascade,
            ..KEY
        }],
        &[ForeignKeyDef {
            deferrable: Deferrable::InitiallyImmediate,
            ..KEY
        }],
        &[ForeignKeyDef {
            deferrable: Deferrable::InitiallyDeferred,
            ..KEY
        }],
    ];
    assert_distinct(&lists.map(|list| Hash::new().foreign_keys(list).0));
    let lists: [&[UniqueDef]; 4] = [
        &[UNIQUE],
        &[UniqueDef {
            name: Some("k"),
            ..UNIQUE
        }],
        &[UniqueDef {
            columns: &["a"],
            ..UNIQUE
        }],
        &[UniqueDef {
            nulls_not_distinct: true,
            ..UNIQUE
        }],
    ];
    assert_distinct(&lists.map(|list| Hash::new().uniques(list).0));
    let lists: [&[CheckDef]; 3] = [
        &[CHECK],
        &[CheckDef {
            name: Some("k"),
            ..CHECK
        }],
        &[CheckDef {
            expression: "k",
            ..CHECK
        }],
    ];
    assert_distinct(&lists.map(|list| Hash::new().checks(list).0));
}

#[test]
fn each_part_of_an_index_counts() {
    let indexes = [
        INDEX,
        IndexDef {
            name: Some("i"),
            ..INDEX
        },
        IndexDef {
            method: "hash",
            ..INDEX
        },
        IndexDef {
            elements: &[BY_A],
            ..INDEX
        },
        IndexDef {
            elements: &[EXPRESSION],
            ..INDEX
        },
        IndexDef {
            elements: &[IndexElement {
                collate: Some("C"),
                ..BY_A
            }],
            ..INDEX
        },
        IndexDef {
            elements: &[IndexElement {
                operator_class: Some("C"),
                ..BY_A
            }],
            ..INDEX
        },
        IndexDef {
            elements: &[IndexElement {
                descending: true,
                ..BY_A
            }],
            ..INDEX
        },
        IndexDef {
            elements: &[IndexElement {
                nulls_first: Some(true),
                ..BY_A
            }],
            ..INDEX
        },
        IndexDef {
            elements: &[IndexElement {
                nulls_first: Some(false),
                ..BY_A
            }],
            ..INDEX
        },
        IndexDef {
            include: &["a"],
            ..INDEX
        },
        IndexDef {
            unique: true,
            ..INDEX
        },
        IndexDef {
            nulls_not_distinct: true,
            ..INDEX
        },
        IndexDef {
            with: &[("a", "b")],
            ..INDEX
        },
        IndexDef {
            with: &[("ab", "")],
            ..INDEX
        },
        IndexDef {
            filter: Some("a"),
            ..INDEX
        },
    ];
    assert_distinct(&indexes.map(|index| Hash::new().index(index).0));
}
