//! Indexes.

use super::{changes, changes_one, foreign_key, index, partitioned, primary_key, table, unique};
use crate::model::{AttachedIndex, Index, Table};

#[test]
fn an_index_is_built_while_others_write() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.indexes.push(Index {
                comment: Some("c".into()),
                unique: true,
                ..index("t_a_idx", "a")
            });
        },
        &[
            r#"outside: create unique index concurrently "t_a_idx" on "t" ("a")"#,
            r#"comment on index "t_a_idx" is 'c'"#,
        ],
    );
}

#[test]
fn an_index_of_a_new_table_is_created_at_once() {
    let new = Table {
        indexes: vec![index("t_a_idx", "a")],
        ..table("t", "a integer")
    };
    changes(
        &[],
        &[new],
        &[
            "create table \"t\" (\n    \"a\" integer\n)",
            r#"create index "t_a_idx" on "t" ("a")"#,
        ],
    );
}

#[test]
fn an_index_is_dropped_while_others_use_its_table() {
    let from = Table {
        indexes: vec![index("t_a_idx", "a")],
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| to.indexes.clear(),
        &[r#"outside: drop index concurrently "t_a_idx""#],
    );
}

#[test]
fn an_index_that_could_be_the_key_of_a_foreign_key_is_dropped_before_it_is_added() {
    let old = Table {
        uniques: vec![unique("t_id_key", "id")],
        indexes: vec![Index {
            unique: true,
            ..index("t_id_idx", "id")
        }],
        ..table("t", "id integer")
    };
    let other = table("other", "a integer");
    let mut new = old.clone();
    new.indexes.clear();
    let references = Table {
        foreign_keys: vec![foreign_key("other_fk", "a", "t")],
        ..other.clone()
    };
    changes(
        &[old, other],
        &[new, references],
        &[
            r#"drop index "t_id_idx""#,
            r#"alter table "other" add constraint "other_fk" foreign key ("a") references "t" ("id") not valid"#,
            r#"alone: alter table "other" validate constraint "other_fk""#,
        ],
    );
}

#[test]
fn an_index_of_a_dropped_column_is_dropped_with_the_lock_of_the_column() {
    let from = Table {
        indexes: vec![index("t_a_idx", "a")],
        ..table("t", "a integer, b integer")
    };
    changes_one(
        &from,
        |to| {
            to.indexes.clear();
            to.columns.remove(0);
        },
        &[
            r#"drop index "t_a_idx""#,
            r#"alter table "t" drop column "a""#,
        ],
    );
}

#[test]
fn the_old_index_serves_until_the_new_one_is_built() {
    let from = Table {
        indexes: vec![index("t_idx", "a")],
        ..table("t", "a integer, b integer")
    };
    changes_one(
        &from,
        |to| to.indexes = vec![index("t_idx", "b")],
        &[
            r#"alter index "t_idx" rename to "t_idx_old""#,
            r#"outside: create index concurrently "t_idx" on "t" ("b")"#,
            r#"outside: drop index concurrently "t_idx_old""#,
        ],
    );
}

#[test]
fn an_index_whose_column_gets_another_type_cannot_serve() {
    let by_expression = Index {
        filter: Some("a > 0".into()),
        ..index("t_idx", "a")
    };
    let from = Table {
        indexes: vec![by_expression],
        primary_key: Some(primary_key("t_pkey", "a")),
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| to.columns[0].data_type = crate::model::DataType::parse("bigint"),
        &[
            r#"drop index "t_idx""#,
            r#"alter table "t" alter column "a" type bigint"#,
            r#"outside: create index concurrently "t_idx" on "t" ("a") where a > 0"#,
        ],
    );
}

#[test]
fn an_index_that_could_be_the_key_of_a_foreign_key_does_not_serve_until_the_new_one_is_built() {
    let model = |column: &str| {
        let unique_index = Index {
            unique: true,
            ..index("t_idx", column)
        };
        Table {
            uniques: vec![unique("t_id_key", "id")],
            indexes: vec![unique_index],
            ..table("t", "id integer, a integer")
        }
    };
    let other = table("other", "a integer");
    let referencing = Table {
        foreign_keys: vec![foreign_key("other_fkey", "a", "t")],
        ..other.clone()
    };
    changes(
        &[model("id"), other],
        &[model("a"), referencing],
        &[
            r#"drop index "t_idx""#,
            r#"alter table "other" add constraint "other_fkey" foreign key ("a") references "t" ("id") not valid"#,
            r#"outside: create unique index concurrently "t_idx" on "t" ("a")"#,
            r#"alone: alter table "other" validate constraint "other_fkey""#,
        ],
    );
}

#[test]
fn the_index_of_a_partitioned_table_is_built_by_partition() {
    let from = partitioned("t", "id integer, a integer");
    let mut to = from.clone();
    to[0].indexes.push(index("t_a_idx", "a"));
    for (part, name) in [(1, "t_1_a_idx"), (2, "t_2_a_idx")] {
        to[part].indexes.push(index(name, "a"));
    }
    changes(
        &from,
        &to,
        &[
            r#"create index "t_a_idx" on only "t" ("a")"#,
            r#"outside: create index concurrently "t_1_a_idx" on "t_1" ("a")"#,
            r#"outside: create index concurrently "t_2_a_idx" on "t_2" ("a")"#,
            r#"alter index "t_a_idx" attach partition "t_1_a_idx""#,
            r#"alter index "t_a_idx" attach partition "t_2_a_idx""#,
        ],
    );
}

#[test]
fn an_index_of_a_partition_with_a_name_is_built_once() {
    let from = partitioned("t", "id integer, a integer");
    let mut to = from.clone();
    to[0].indexes.push(index("t_a_idx", "a"));
    to[1].attached.push(AttachedIndex {
        name: "mine".into(),
        index: "t_a_idx".into(),
        is_named: true,
    });
    changes(
        &from,
        &to,
        &[
            r#"outside: create index concurrently "mine" on "t_1" ("a")"#,
            r#"create index "t_a_idx" on only "t" ("a")"#,
            r#"outside: create index concurrently "t_2_a_idx" on "t_2" ("a")"#,
            r#"alter index "t_a_idx" attach partition "mine""#,
            r#"alter index "t_a_idx" attach partition "t_2_a_idx""#,
        ],
    );
}

#[test]
fn the_index_of_a_partitioned_table_cannot_be_dropped_concurrently() {
    let mut from = partitioned("t", "id integer, a integer");
    let to = from.clone();
    from[0].indexes.push(index("t_a_idx", "a"));
    changes(&from, &to, &[r#"drop index "t_a_idx""#]);
}

#[test]
fn the_index_of_a_partition_that_leaves_is_dropped_with_its_partitions() {
    let mut from = partitioned("p", "id integer");
    from[0].indexes.push(index("p_idx", "id"));
    let key = from[0].partition_by.clone();
    from[1].partition_by = key;
    from[1].attached.push(AttachedIndex {
        name: "p_1_idx".into(),
        index: "p_idx".into(),
        is_named: true,
    });
    let mut to = from.clone();
    to[1].partition_of = None;
    to[1].attached.clear();
    changes(
        &from,
        &to,
        &[
            r#"alter table "p" detach partition "p_1""#,
            r#"drop index "p_1_idx""#,
        ],
    );
}

#[test]
fn the_index_of_a_table_that_gets_a_partition_is_built_at_once() {
    let mut from = partitioned("t", "id integer, a integer");
    let mut to = from.clone();
    from[2].partition_of = None;
    to[0].indexes.push(index("t_a_idx", "a"));
    for part in [1, 2] {
        to[part].attached.push(AttachedIndex {
            name: format!("mine_{part}"),
            index: "t_a_idx".into(),
            is_named: true,
        });
    }
    changes(
        &from,
        &to,
        &[
            r#"outside: create index concurrently "mine_1" on "t_1" ("a")"#,
            r#"create index "t_a_idx" on "t" ("a")"#,
            r#"outside: create index concurrently "mine_2" on "t_2" ("a")"#,
            r#"alter table "t" attach partition "t_2" default"#,
        ],
    );
}
