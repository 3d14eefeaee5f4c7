//! Tests of what is created.

use schema_ddl::model::{
    Check, Column, DataType, Enum, ForeignKey, PartitionBy, PartitionOf, PartitionStrategy,
    PrimaryKey, View,
};

use super::*;

fn table(name: &str, check: &str) -> Table {
    Table {
        columns: vec![Column {
            default: Some("'open'::\"state\"".to_owned()),
            ..Column::new("a", DataType::parse("state"))
        }],
        primary_key: Some(PrimaryKey {
            name: format!("{name}_pkey"),
            columns: vec!["a".to_owned()],
            include: vec![],
            deferrable: schema_ddl::model::Deferrable::No,
            comment: None,
        }),
        checks: vec![Check {
            name: "check".to_owned(),
            expression: check.to_owned(),
            no_inherit: false,
            not_valid: false,
            not_enforced: false,
            comment: None,
        }],
        ..Table::new(Name::new(name))
    }
}

fn key_to(table: &str) -> ForeignKey {
    ForeignKey {
        name: format!("to_{table}"),
        columns: vec!["a".to_owned()],
        table: Name::new(table),
        references: vec!["a".to_owned()],
        match_type: schema_ddl::model::Match::Simple,
        on_delete: schema_ddl::model::Action::NoAction,
        on_delete_columns: vec![],
        on_update: schema_ddl::model::Action::NoAction,
        deferrable: schema_ddl::model::Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn model(tables: Vec<Table>) -> Model {
    Model {
        enums: vec![Enum {
            name: Name::new("state"),
            labels: vec!["open".to_owned()],
            comment: None,
        }],
        tables,
        ..Model::default()
    }
}

/// The database prints what `table` declares.
fn printed(name: &str) -> Table {
    let mut printed = table(name, "a IS NOT NULL");
    printed.columns[0].default = Some("'open'::state".to_owned());
    printed
}

/// Returns the tables that are created whole, and those of which only the keys are.
fn created(wanted: &Model, database: &Model) -> (Vec<String>, Vec<String>) {
    let needed = Needed::new(wanted, database);
    let names = |whole: bool| {
        let tables = needed.model.tables.iter();
        let some = tables.filter(|table| table.checks.is_empty() != whole);
        some.map(|table| table.name.name.clone()).collect()
    };
    (names(true), names(false))
}

#[test]
fn a_table_in_the_words_of_the_server_is_not_created() {
    let wanted = model(vec![table("t", "a  is not null /* always */")]);
    let database = model(vec![printed("t")]);
    assert_eq!(created(&wanted, &database), (vec![], vec![]));
    let other = model(vec![table("t", "(a is not null)")]);
    assert_eq!(created(&other, &database).0, ["t"]);
    assert_eq!(created(&wanted, &Model::default()).0, ["t"]);
}

#[test]
fn only_casts_to_own_types_lose_their_quotes() {
    let types = HashSet::from(["state"]);
    let text = |sql| without_layout(sql, &types);
    assert_eq!(text("'a'::\"state\""), text("'a' ::state"));
    for (a, b) in [
        ("a = \"current_user\"", "a = current_user"),
        ("a::\"char\"", "a::char"),
        ("\"state\" = 1", "state = 1"),
        ("'A'", "'a'"),
        ("\"A\"", "\"a\""),
        ("a < - 1", "a <- 1"),
    ] {
        assert_ne!(text(a), text(b));
    }
}

#[test]
fn of_a_table_that_another_one_names_the_keys_are_created() {
    let mut changed = table("changed", "a is null");
    changed.foreign_keys.push(key_to("named"));
    let mut named = table("named", "a is not null");
    named.foreign_keys.push(key_to("other"));
    let other = table("other", "a is not null");
    let wanted = model(vec![changed, named, other]);
    let mut named = printed("named");
    named.foreign_keys.push(key_to("other"));
    let database = model(vec![printed("changed"), named, printed("other")]);
    let (whole, keys) = created(&wanted, &database);
    assert_eq!(
        (whole, keys),
        (vec!["changed".to_owned()], vec!["named".to_owned()])
    );
}

#[test]
fn views_and_defaults_name_tables_also_in_quotes_and_strings() {
    let mut wanted = model(vec![
        table("The table", "a is not null"),
        table("t", "a is not null"),
    ]);
    let database = model(vec![printed("The table"), printed("t")]);
    assert_eq!(created(&wanted, &database), (vec![], vec![]));
    wanted.views = vec![View::new(Name::new("v"), "select a from \"The table\"")];
    assert_eq!(created(&wanted, &database).1, ["The table"]);
    wanted.views = vec![View::new(Name::new("v"), "select 'T'::regclass")];
    assert_eq!(created(&wanted, &database).1, ["t"]);
}

#[test]
fn a_partition_that_changes_brings_the_others_with_it() {
    let tables = |make: fn(&str) -> Table| {
        let mut parent = make("parent");
        parent.partition_by = Some(PartitionBy {
            strategy: PartitionStrategy::List,
            key: "a".to_owned(),
        });
        let part = |name| Table {
            partition_of: Some(PartitionOf {
                parent: Name::new("parent"),
                bound: format!("for values in ('{name}')"),
            }),
            ..make(name)
        };
        vec![parent, part("one"), part("two"), make("t")]
    };
    let mut wanted = model(tables(|name| table(name, "a is not null")));
    let database = model(tables(printed));
    assert_eq!(created(&wanted, &database), (vec![], vec![]));
    wanted.tables[2].comment = Some("changed".to_owned());
    assert_eq!(created(&wanted, &database).0, ["parent", "one", "two"]);
}

#[test]
fn sequences_of_a_table_belong_to_it() {
    let sequence = |cache| Sequence {
        name: Name::new("numbers"),
        data_type: DataType::parse("bigint"),
        options: schema_ddl::model::SequenceOptions {
            cache: Some(cache),
            ..Default::default()
        },
        owned_by: Some((Name::new("t"), "a".to_owned())),
        comment: None,
    };
    let mut wanted = model(vec![
        table("t", "a is not null"),
        table("u", "a is not null"),
    ]);
    let mut database = model(vec![printed("t"), printed("u")]);
    wanted.sequences = vec![sequence(1)];
    database.sequences = vec![sequence(1)];
    assert_eq!(created(&wanted, &database), (vec![], vec![]));
    assert!(Needed::new(&wanted, &database).model.sequences.is_empty());
    wanted.tables[1].columns[0].default = Some("nextval('numbers')".to_owned());
    assert_eq!(created(&wanted, &database).0, ["t", "u"]);
    wanted.tables.truncate(1);
    wanted.sequences = vec![sequence(2)];
    assert_eq!(created(&wanted, &database).0, ["t"]);
}
