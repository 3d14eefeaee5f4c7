//! Indexes.

use schema_ddl::model::{AttachedIndex, Index, IndexElement, IndexOn};
use schema_kit::introspect::Scope;

use crate::{introspection, model, pairs, strings};

fn element(on: IndexOn) -> IndexElement {
    IndexElement {
        on,
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    }
}

fn of(column: &str) -> IndexElement {
    element(IndexOn::Column(column.to_owned()))
}

fn index(name: &str, elements: Vec<IndexElement>) -> Index {
    Index {
        name: name.to_owned(),
        method: "btree".to_owned(),
        elements,
        include: vec![],
        unique: false,
        nulls_not_distinct: false,
        with: pairs(&[]),
        filter: None,
        invalid: false,
        comment: None,
    }
}

#[test]
fn an_index_has_only_what_differs_from_the_default() {
    let model = model(
        r#"
        create table a (x integer, y text, z text collate "C");
        create index i1 on a (x, y desc, z desc nulls last, x nulls first);
        create unique index i2 on a (x) include (y, z) nulls not distinct with (fillfactor = 70) where (x > 0);
        create index i3 on a using gin (to_tsvector('english', y)) with (fastupdate = off);
        create index i4 on a (y text_pattern_ops, lower(y) collate "C", (y || z), z);
        create index i5 on a using hash (y collate "C");
        comment on index i5 is 'Five';
        "#,
    );
    let expected = vec![
        index(
            "i1",
            vec![
                of("x"),
                IndexElement {
                    descending: true,
                    ..of("y")
                },
                IndexElement {
                    descending: true,
                    nulls_first: Some(false),
                    ..of("z")
                },
                IndexElement {
                    nulls_first: Some(true),
                    ..of("x")
                },
            ],
        ),
        Index {
            include: strings(&["y", "z"]),
            unique: true,
            nulls_not_distinct: true,
            with: pairs(&[("fillfactor", "70")]),
            filter: Some("x > 0".to_owned()),
            ..index("i2", vec![of("x")])
        },
        Index {
            method: "gin".to_owned(),
            with: pairs(&[("fastupdate", "off")]),
            ..index(
                "i3",
                vec![element(IndexOn::Expression(
                    "to_tsvector('english'::regconfig, y)".to_owned(),
                ))],
            )
        },
        index(
            "i4",
            vec![
                IndexElement {
                    operator_class: Some("text_pattern_ops".to_owned()),
                    ..of("y")
                },
                IndexElement {
                    collate: Some("\"C\"".to_owned()),
                    ..element(IndexOn::Expression("lower(y)".to_owned()))
                },
                element(IndexOn::Expression("y || z".to_owned())),
                of("z"),
            ],
        ),
        Index {
            method: "hash".to_owned(),
            comment: Some("Five".to_owned()),
            ..index(
                "i5",
                vec![IndexElement {
                    collate: Some("\"C\"".to_owned()),
                    ..of("y")
                }],
            )
        },
    ];
    assert_eq!(model.tables[0].indexes, expected);
}

#[test]
fn an_operator_class_of_an_extension_has_its_options() {
    let model = model(
        "create table a (x text, e vector(3));
        create index i on a using gist (x gist_trgm_ops (siglen = 32));
        create index j on a using hnsw (e vector_l2_ops) with (m = 8)",
    );
    let expected = vec![
        Index {
            method: "gist".to_owned(),
            ..index(
                "i",
                vec![IndexElement {
                    operator_class: Some("gist_trgm_ops (siglen='32')".to_owned()),
                    ..of("x")
                }],
            )
        },
        Index {
            method: "hnsw".to_owned(),
            with: pairs(&[("m", "8")]),
            ..index(
                "j",
                vec![IndexElement {
                    operator_class: Some("vector_l2_ops".to_owned()),
                    ..of("e")
                }],
            )
        },
    ];
    assert_eq!(model.tables[0].indexes, expected);
    assert_eq!(
        model.tables[0].columns[1].data_type.to_string(),
        "vector(3)"
    );
}

#[test]
fn an_index_that_lacks_partitions_is_invalid_and_named() {
    let read = introspection(
        "create table a (x integer) partition by range (x);
        create table a_1 partition of a for values from (1) to (2);
        create index i on only a (x)",
        &Scope::default(),
    );
    assert!(read.model.tables[0].indexes[0].invalid);
    assert_eq!(read.unmodelled.len(), 1);
    assert_eq!(
        read.unmodelled[0].kind,
        "partitioned index that lacks partitions"
    );
}

#[test]
fn an_index_of_a_partition_says_what_it_belongs_to_and_whether_its_name_is_usual() {
    let long = "b".repeat(60);
    let model = model(&format!(
        "create table a (x integer not null, {long} integer) partition by list (x);
        create table a_1 partition of a for values in (1);
        create unique index mine on a_1 (x);
        create unique index one on a (x);
        create unique index other on a (x);
        create index long on a ({long});
        create index by_call on a (abs(x));
        alter table a_1 add constraint a_1_key primary key using index a_1_x_idx"
    ));
    let partition = &model.tables[1];
    let entry = |name: &str, index: &str, is_named| AttachedIndex {
        name: name.to_owned(),
        index: index.to_owned(),
        is_named,
    };
    let expected = [
        entry("a_1_abs_idx", "by_call", false),
        entry(&format!("a_1_{}_idx", &long[..55]), "long", false),
        entry("a_1_key", "other", true),
        entry("mine", "one", true),
    ];
    assert_eq!(partition.attached, expected);
    assert_eq!(partition.primary_key.as_ref().unwrap().name, "a_1_key");
    assert_eq!(partition.indexes, []);
}
