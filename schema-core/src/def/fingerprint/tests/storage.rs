//! Exclusion constraints, partitions, storage parameters, and the states of constraints.

use super::{Hash, KEY, assert_distinct};
use crate::ddl::testing::{CHECK, PRIMARY_KEY, TABLE, UNIQUE};
use crate::def::{
    CheckDef, Deferrable, ExclusionDef, ExclusionElementDef, ForeignKeyDef, IndexOn,
    PartitionBound, PartitionByDef, PartitionDef, PartitionStrategy, PartitionValue, PrimaryKeyDef,
    StorageDef, TableDef, UniqueDef,
};

const EXCLUSION: ExclusionDef = ExclusionDef {
    name: None,
    method: "gist",
    elements: &[ELEMENT],
    filter: None,
    deferrable: Deferrable::No,
};

const ELEMENT: ExclusionElementDef = ExclusionElementDef {
    on: IndexOn::Column("a"),
    operator_class: None,
    operator: "=",
};

const BY: PartitionByDef = PartitionByDef {
    strategy: PartitionStrategy::Range,
    key: &[IndexOn::Column("a")],
};

#[test]
fn each_part_of_the_storage_counts() {
    let exclusions: [&'static [ExclusionDef]; 7] = [
        &[],
        &[EXCLUSION],
        &[ExclusionDef {
            name: Some("x"),
            ..EXCLUSION
        }],
        &[ExclusionDef {
            method: "btree",
            ..EXCLUSION
        }],
        &[ExclusionDef {
            filter: Some("x"),
            ..EXCLUSION
        }],
        &[ExclusionDef {
            deferrable: Deferrable::InitiallyDeferred,
            ..EXCLUSION
        }],
        &[ExclusionDef {
            elements: &[ExclusionElementDef {
                operator: "&&",
                ..ELEMENT
            }],
            ..EXCLUSION
        }],
    ];
    let keys = [
        BY,
        PartitionByDef {
            strategy: PartitionStrategy::Hash,
            ..BY
        },
        PartitionByDef {
            key: &[IndexOn::Expression("a")],
            ..BY
        },
    ];
    let bounds = [
        PartitionBound::Default,
        PartitionBound::Hash {
            modulus: 2,
            remainder: 0,
        },
        PartitionBound::Hash {
            modulus: 2,
            remainder: 1,
        },
        PartitionBound::List(&[PartitionValue::Text("1")]),
        PartitionBound::List(&[PartitionValue::Sql("1")]),
        PartitionBound::Range(&[PartitionValue::Sql("1")], &[PartitionValue::Sql("2")]),
    ];
    let partitions = bounds.map(|bound| {
        let partition: &'static _ = Box::leak(Box::new(PartitionDef { name: "p", bound }));
        std::slice::from_ref(partition)
    });
    let mut all = Vec::new();
    all.extend(exclusions.map(|exclusions| StorageDef {
        exclusions,
        ..StorageDef::NONE
    }));
    all.extend(keys.map(|by| StorageDef {
        partition_by: Some(by),
        ..StorageDef::NONE
    }));
    all.extend(partitions.map(|partitions| StorageDef {
        partitions,
        ..StorageDef::NONE
    }));
    all.push(StorageDef {
        with: &[("fillfactor", "70")],
        ..StorageDef::NONE
    });
    all.push(StorageDef {
        unlogged: true,
        ..StorageDef::NONE
    });
    let hashes: Vec<u64> = all.iter().map(|one| Hash::new().storage(one).0).collect();
    assert_distinct(&hashes);
}

#[test]
fn the_state_of_a_constraint_counts() {
    let keys = [
        PRIMARY_KEY,
        PrimaryKeyDef {
            include: &["b"],
            ..PRIMARY_KEY
        },
        PrimaryKeyDef {
            deferrable: Deferrable::InitiallyImmediate,
            ..PRIMARY_KEY
        },
        PrimaryKeyDef {
            deferrable: Deferrable::InitiallyDeferred,
            ..PRIMARY_KEY
        },
    ];
    assert_distinct(&keys.map(|key| Hash::new().primary_key(key).0));
    let uniques = [
        UNIQUE,
        UniqueDef {
            include: &["b"],
            ..UNIQUE
        },
        UniqueDef {
            deferrable: Deferrable::InitiallyDeferred,
            ..UNIQUE
        },
    ];
    assert_distinct(&uniques.map(|one| Hash::new().uniques(&[one]).0));
    let checks = [
        CHECK,
        CheckDef {
            not_valid: true,
            ..CHECK
        },
        CheckDef {
            not_enforced: true,
            ..CHECK
        },
    ];
    assert_distinct(&checks.map(|one| Hash::new().checks(&[one]).0));
    let keys = [
        KEY,
        ForeignKeyDef {
            not_valid: true,
            ..KEY
        },
        ForeignKeyDef {
            not_enforced: true,
            ..KEY
        },
    ];
    assert_distinct(&keys.map(|one| Hash::new().foreign_keys(&[one]).0));
}

// The lock files of users contain the results of the first versions.
#[test]
fn a_table_without_these_parts_has_the_hash_of_earlier_versions() {
    static DEF: TableDef = TableDef {
        primary_key: Some(PrimaryKeyDef {
            columns: &["a"],
            ..PRIMARY_KEY
        }),
        uniques: &[UniqueDef {
            columns: &["b"],
            ..UNIQUE
        }],
        foreign_keys: &[KEY],
        checks: &[CheckDef {
            expression: "a > 0",
            ..CHECK
        }],
        ..TABLE
    };
    assert_eq!(DEF.fingerprint(), 0x9489_c50d_6cb3_1a4d);
}
