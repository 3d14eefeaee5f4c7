//! The parts of a definition that count in its fingerprint.

mod access;
mod parts;
mod storage;

use std::collections::HashSet;

use super::hash::Hash;

use crate::ddl::testing::{
    BIGINT, CHECK, FOREIGN_KEY, INDEX, INTEGER, PRIMARY_KEY, TABLE, TEXT, UNIQUE, VECTOR, by,
    column, expression,
};
use crate::def::{
    ColumnDef, DefaultDef, ForeignKeyDef, GeneratedDef, Identity, IndexElement, PrimaryKeyDef,
    TableDef, TableName,
};
use crate::types::{CompositeDef, CompositeFieldDef, DomainDef, EnumDef, TypeDef};

const A: ColumnDef = column("a", INTEGER);
const B: ColumnDef = column("b", INTEGER);
const KEY: ForeignKeyDef = FOREIGN_KEY;
const BY_A: IndexElement = by("a");
const EXPRESSION: IndexElement = expression("a");

/// Asserts that all fingerprints differ.
#[track_caller]
fn assert_distinct(fingerprints: &[u64]) {
    let distinct: HashSet<_> = fingerprints.iter().collect();
    assert_eq!(distinct.len(), fingerprints.len(), "{fingerprints:#x?}");
}

const fn named(schema: Option<&'static str>, name: &'static str) -> TableName {
    TableName { schema, name }
}

#[test]
fn each_part_of_a_table_counts() {
    let tables: [TableDef; 12] = [
        TABLE,
        TableDef {
            name: named(None, "t"),
            ..TABLE
        },
        TableDef {
            name: named(Some("t"), ""),
            ..TABLE
        },
        TableDef {
            comment: Some(""),
            ..TABLE
        },
        TableDef {
            columns: &[A],
            ..TABLE
        },
        TableDef {
            columns: &[A, B],
            ..TABLE
        },
        TableDef {
            primary_key: Some(PRIMARY_KEY),
            ..TABLE
        },
        TableDef {
            primary_key: Some(PrimaryKeyDef {
                name: Some("k"),
                ..PRIMARY_KEY
            }),
            ..TABLE
        },
        TableDef {
            uniques: &[UNIQUE],
            ..TABLE
        },
        TableDef {
            foreign_keys: &[KEY],
            ..TABLE
        },
        TableDef {
            checks: &[CHECK],
            ..TABLE
        },
        TableDef {
            indexes: &[INDEX],
            ..TABLE
        },
    ];
    assert_distinct(&tables.map(|table| table.fingerprint()));
}

#[test]
fn the_order_of_columns_does_not_count() {
    let table = |columns| TableDef { columns, ..TABLE }.fingerprint();
    assert_eq!(table(&[A, B]), table(&[B, A]));
    assert_ne!(table(&[A, A]), table(&[B, B]));
}

#[test]
fn each_part_of_a_column_counts() {
    let generated = |stored| {
        Some(GeneratedDef {
            expression: "1",
            stored,
        })
    };
    let columns = [
        A,
        B,
        column("a", BIGINT),
        column("a", VECTOR),
        column("a", VECTOR.with_modifier(3)),
        column("a", INTEGER.array_of()),
        ColumnDef {
            sql_type: Some("integer"),
            ..A
        },
        ColumnDef {
            nullable: true,
            ..A
        },
        ColumnDef {
            default: Some(DefaultDef::Sql("1")),
            ..A
        },
        ColumnDef {
            default: Some(DefaultDef::Sql("2")),
            ..A
        },
        ColumnDef {
            default: Some(DefaultDef::Value(String::new)),
            ..A
        },
        ColumnDef {
            identity: Some(Identity::Always),
            ..A
        },
        ColumnDef {
            identity: Some(Identity::ByDefault),
            ..A
        },
        ColumnDef {
            generated: generated(true),
            ..A
        },
        ColumnDef {
            generated: generated(false),
            ..A
        },
        ColumnDef {
            collate: Some("C"),
            ..A
        },
        ColumnDef {
            comment: Some("C"),
            ..A
        },
    ];
    assert_distinct(&columns.map(|column| Hash::new().column(&column).0));
    let renamed = ColumnDef {
        renamed_from: Some("c"),
        field: "r#a",
        required: true,
        ..A
    };
    assert_eq!(Hash::new().column(&renamed).0, Hash::new().column(&A).0);
}

#[test]
fn each_part_of_a_type_counts() {
    const ENUM: EnumDef = EnumDef {
        schema: None,
        name: "t",
        labels: &["a", "b"],
    };
    const SWAPPED: EnumDef = EnumDef {
        labels: &["b", "a"],
        ..ENUM
    };
    const ELSEWHERE: EnumDef = EnumDef {
        schema: Some("s"),
        ..ENUM
    };
    const DOMAIN: DomainDef = DomainDef {
        schema: None,
        name: "t",
        base: TEXT,
        check: None,
    };
    const CHECKED: DomainDef = DomainDef {
        check: Some("value > 1"),
        ..DOMAIN
    };
    const INTEGERS: DomainDef = DomainDef {
        base: INTEGER,
        ..DOMAIN
    };
    const EMPTY: CompositeDef = CompositeDef {
        schema: None,
        name: "t",
        fields: &[],
    };
    const FIELD: CompositeFieldDef = CompositeFieldDef {
        name: "a",
        data_type: INTEGER,
    };
    const ONE: CompositeDef = CompositeDef {
        fields: &[FIELD],
        ..EMPTY
    };
    assert_distinct(
        &[
            TypeDef::Enum(&ENUM),
            TypeDef::Enum(&SWAPPED),
            TypeDef::Enum(&ELSEWHERE),
            TypeDef::Domain(&DOMAIN),
            TypeDef::Domain(&CHECKED),
            TypeDef::Domain(&INTEGERS),
            TypeDef::Composite(&EMPTY),
            TypeDef::Composite(&ONE),
        ]
        .map(|def| def.fingerprint()),
    );
}

#[test]
fn texts_of_each_length_differ() {
    let texts = [
        "",
        "\0",
        "a",
        "aaaaaaa",
        "aaaaaaaa",
        "aaaaaaaaa",
        "aaaaaaaab",
        "baaaaaaaa",
    ];
    assert_distinct(&texts.map(|text| Hash::new().text(text).0));
    // The lock files of users depend on it.
    assert_eq!(Hash::new().text("patients").0, 0x23af_fc9b_50cc_f99b);
}
