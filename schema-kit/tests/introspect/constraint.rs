//! Constraints of tables.

use schema_ddl::model::{
    Action, Check, Deferrable, Exclusion, ExclusionElement, ForeignKey, IndexOn, Match, Name,
    PrimaryKey, Table, Unique,
};
use schema_tests::db;

use crate::{column, execute, model, nullable, read, strings, table, tables, version};

fn foreign_key(name: &str, column: &str) -> ForeignKey {
    ForeignKey {
        name: name.to_owned(),
        columns: strings(&[column]),
        table: Name::new("parents"),
        references: strings(&["id"]),
        match_type: Match::Simple,
        on_delete: Action::NoAction,
        on_delete_columns: vec![],
        on_update: Action::NoAction,
        deferrable: Deferrable::No,
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
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

#[test]
fn keys_have_included_columns_and_times() {
    let model = model(
        "create table a (
            x integer, y integer, z integer,
            constraint a_key primary key (y, x) include (z) deferrable,
            unique nulls not distinct (z) deferrable initially deferred,
            unique (x) include (y)
        );
        comment on constraint a_key on a is 'Key'",
    );
    let unique = |name: &str, column: &str| Unique {
        name: name.to_owned(),
        columns: strings(&[column]),
        include: vec![],
        nulls_not_distinct: false,
        deferrable: Deferrable::No,
        comment: None,
    };
    let expected = Table {
        primary_key: Some(PrimaryKey {
            name: "a_key".to_owned(),
            columns: strings(&["y", "x"]),
            include: strings(&["z"]),
            deferrable: Deferrable::InitiallyImmediate,
            comment: Some("Key".to_owned()),
        }),
        uniques: vec![
            Unique {
                include: strings(&["y"]),
                ..unique("a_x_y_key", "x")
            },
            Unique {
                nulls_not_distinct: true,
                deferrable: Deferrable::InitiallyDeferred,
                ..unique("a_z_key", "z")
            },
        ],
        ..table(
            "a",
            vec![
                column("x", "integer"),
                column("y", "integer"),
                nullable("z", "integer"),
            ],
        )
    };
    assert_eq!(model, tables(vec![expected]));
}

#[test]
fn checks_have_their_condition_without_the_outer_parentheses() {
    let model = model(
        "create table a (x integer, constraint low check (x > 0 and x < 9) no inherit);
        alter table a add constraint odd check (x % 2 = 1) not valid;
        comment on constraint odd on a is 'Odd'",
    );
    let expected = Table {
        checks: vec![
            Check {
                no_inherit: true,
                ..check("low", "(x > 0) AND (x < 9)")
            },
            Check {
                not_valid: true,
                comment: Some("Odd".to_owned()),
                ..check("odd", "(x % 2) = 1")
            },
        ],
        ..table("a", vec![nullable("x", "integer")])
    };
    assert_eq!(model, tables(vec![expected]));
}

#[test]
fn foreign_keys_have_actions_and_times() {
    let model = model(
        "
        create table parents (id integer unique);
        create table a (
            x integer constraint one references parents (id) on delete cascade on update restrict deferrable initially deferred,
            y integer
        );
        alter table a add constraint two foreign key (y) references parents (id) on delete set null (y)
            on update set default not valid;
        comment on constraint two on a is 'Two';
        ",
    );
    let expected = Table {
        foreign_keys: vec![
            ForeignKey {
                on_delete: Action::Cascade,
                on_update: Action::Restrict,
                deferrable: Deferrable::InitiallyDeferred,
                ..foreign_key("one", "x")
            },
            ForeignKey {
                on_delete: Action::SetNull,
                on_delete_columns: strings(&["y"]),
                on_update: Action::SetDefault,
                not_valid: true,
                comment: Some("Two".to_owned()),
                ..foreign_key("two", "y")
            },
        ],
        ..table(
            "a",
            vec![nullable("x", "integer"), nullable("y", "integer")],
        )
    };
    assert_eq!(model.tables[0], expected);
}

#[test]
fn a_foreign_key_names_columns_in_the_order_of_the_key() {
    let model = model(
        "create table parents (a integer, b integer, primary key (b, a));
        create table t (x integer, y integer, foreign key (y, x) references parents (a, b) match full)",
    );
    let expected = ForeignKey {
        columns: strings(&["y", "x"]),
        references: strings(&["a", "b"]),
        match_type: Match::Full,
        ..foreign_key("t_y_x_fkey", "y")
    };
    assert_eq!(model.tables[1].foreign_keys, [expected]);
}

#[test]
fn a_constraint_can_be_only_declared() {
    db::run(async |db| {
        if version(&db) < 180_000 {
            return;
        }
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table parents (id integer primary key);
            create table a (
                x integer constraint c check (x > 0) not enforced,
                y integer constraint f references parents not enforced
            )",
        )
        .await;
        let read = read(&mut connection, &crate::Scope::default()).await;
        let expected = Table {
            checks: vec![Check {
                not_enforced: true,
                ..check("c", "x > 0")
            }],
            foreign_keys: vec![ForeignKey {
                not_enforced: true,
                ..foreign_key("f", "y")
            }],
            ..table(
                "a",
                vec![nullable("x", "integer"), nullable("y", "integer")],
            )
        };
        assert_eq!(read.model.tables[0], expected);
    });
}

#[test]
fn an_exclusion_has_operators() {
    let model = model(
        "create table rooms (
            during tsrange, room inet, closed boolean,
            constraint free exclude using gist (room inet_ops with =, (during * during) with &&) where (not closed)
                deferrable
        )",
    );
    let element = |on, operator_class: Option<&str>, operator: &str| ExclusionElement {
        on,
        operator_class: operator_class.map(str::to_owned),
        operator: operator.to_owned(),
    };
    let expected = Exclusion {
        name: "free".to_owned(),
        method: "gist".to_owned(),
        elements: vec![
            element(IndexOn::Column("room".to_owned()), Some("inet_ops"), "="),
            element(
                IndexOn::Expression("during * during".to_owned()),
                None,
                "&&",
            ),
        ],
        filter: Some("NOT closed".to_owned()),
        deferrable: Deferrable::InitiallyImmediate,
        comment: None,
    };
    assert_eq!(model.tables[0].exclusions, [expected]);
    assert_eq!(model.tables[0].indexes, []);
}

#[test]
fn an_array_is_read_as_the_server_prints_it_after_a_restore() {
    let read = |sql| model(sql).tables[0].checks[0].expression.clone();
    let first = read("create table a (x varchar check (x in ('b', 'c')))");
    let sql = format!("create table a (x varchar, constraint a_x_check check ({first}))");
    assert_eq!(first, read(&sql));
    assert_eq!(
        first,
        "(x)::text = ANY (ARRAY[('b'::character varying)::text, ('c'::character varying)::text])"
    );
}
