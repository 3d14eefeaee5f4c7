//! Objects that have no place in a model are listed.

use schema_ddl::model::Model;
use schema_kit::introspect::{self, Scope, Unmodelled};
use schema_tests::db;

use crate::{execute, introspection, version};

/// Runs SQL, and asserts the list. `{s}` in a name is the schema.
#[track_caller]
fn lists(sql: &str, expected: &[(&str, &str)]) -> Model {
    let sql = sql.replace("{s}", "{schema}");
    let read = introspection(&sql, &Scope::default());
    let actual: Vec<(String, String)> = read.unmodelled.into_iter().map(without_schema).collect();
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(kind, name)| ((*kind).to_owned(), (*name).to_owned()))
        .collect();
    assert_eq!(actual, expected);
    read.model
}

/// Replaces the schema of the test.
fn without_schema(object: Unmodelled) -> (String, String) {
    let mut name = object.name;
    if let Some(at) = name.find("test_") {
        let end = name[at..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .map_or(name.len(), |length| at + length);
        name.replace_range(at..end, "{s}");
    }
    (object.kind, name)
}

#[test]
fn objects_of_other_kinds_are_listed() {
    let model = lists(
        r#"
        create table a (x integer, y integer);
        create type span as range (subtype = integer);
        create type shell;
        create collation german from "C";
        create statistics stats on x, y from a;
        create operator === (leftarg = integer, rightarg = integer, function = int4eq);
        create text search configuration words (copy = simple);
        create text search dictionary word (template = simple);
        create rule nothing as on delete to a do instead nothing;
        create operator class my_ops for type integer using hash as operator 1 =, function 1 hashint4(integer);
        "#,
        &[
            ("base type", "{s}.shell"),
            ("collation", "{s}.german"),
            ("operator", "{s}.===(integer,integer)"),
            ("operator class", "{s}.my_ops USING hash"),
            ("operator family", "{s}.my_ops USING hash"),
            ("range type", "{s}.span"),
            ("rule", "nothing on {s}.a"),
            ("statistics object", "{s}.stats"),
            ("text search configuration", "{s}.words"),
            ("text search dictionary", "{s}.word"),
        ],
    );
    assert_eq!((model.tables.len(), model.routines.len()), (1, 0));
}

#[test]
fn properties_without_a_place_are_listed() {
    lists(
        r"
        create type base as (x integer, y integer);
        comment on column base.x is 'Field';
        create table a (x integer primary key with (fillfactor = 70), y text, constraint u unique (y));
        alter table a replica identity full, alter x set (n_distinct = 5), cluster on a_pkey;
        comment on index u is 'Index';
        create table child (z integer) inherits (a);
        create table typed of base;
        create index i on a ((x + 1));
        alter index i alter column 1 set statistics 99;
        create unlogged sequence s;
        create view v as select x from a;
        alter view v alter x set default 7;
        create function act() returns trigger language plpgsql as 'begin return new; end';
        create trigger t instead of insert on v for each row execute function act();
        create trigger r before insert on a for each row execute function act();
        alter table a enable always trigger r;
        create table rooms (r inet, n integer, exclude using gist (r inet_ops with &&) include (n));
        ",
        &[
            ("clustered index", "{s}.a_pkey"),
            ("column options", "{s}.a.x"),
            ("comment on a field", "{s}.base.x"),
            ("comment on the index of a constraint", "\"u\" of \"a\""),
            ("default of a view", "{s}.v.x"),
            (
                "included columns of an exclusion constraint",
                "\"rooms_r_n_excl\" of \"rooms\"",
            ),
            ("replica identity", "{s}.a"),
            ("statistics of an index", "{s}.i"),
            ("storage parameters of a constraint", "\"a_pkey\" of \"a\""),
            ("table inheritance", "{s}.child"),
            ("table of a type", "{s}.typed"),
            ("trigger of a view", "\"t\" of {s}.v"),
            ("trigger that fires in replicas", "\"r\" of {s}.a"),
            ("unlogged sequence", "{s}.s"),
        ],
    );
}

#[test]
fn a_not_null_that_is_not_valid_is_listed() {
    db::run(async |db| {
        if version(&db) < 180_000 {
            return;
        }
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table a (x integer, y integer);
            alter table a add constraint x_set not null x not valid, add constraint y_set not null y no inherit",
        )
        .await;
        let read = crate::read(&mut connection, &Scope::default()).await;
        let list: Vec<_> = read.unmodelled.into_iter().map(without_schema).collect();
        let expected = [
            ("name of a not null", "x_set on {s}.a"),
            ("name of a not null", "y_set on {s}.a"),
            ("not null that is not valid", "x_set on {s}.a"),
            ("not null without inheritance", "y_set on {s}.a"),
        ];
        assert_eq!(
            list,
            expected.map(|(kind, name)| (kind.to_owned(), name.to_owned()))
        );
    });
}

#[test]
fn objects_of_the_database_are_listed() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let schema = db.schema();
        execute(
            &mut connection,
            &format!(
                "create type status as enum ('a');
                create function to_int(status) returns integer language sql as 'select 1';
                create cast (status as integer) with function to_int(status);
                create function stop() returns event_trigger language plpgsql as 'begin end';
                create event trigger {schema}_e on ddl_command_start execute function stop();
                alter event trigger {schema}_e disable;
                create publication {schema}_p;
                create foreign data wrapper {schema}_w;
                create server {schema}_s foreign data wrapper {schema}_w;
                create foreign table f (x integer) server {schema}_s;
                create user mapping for current_user server {schema}_s;
                alter default privileges in schema {schema} grant select on tables to public"
            ),
        )
        .await;
        let read = introspect::read(&mut connection, &Scope::default()).await;
        execute(
            &mut connection,
            &format!(
                "drop event trigger {schema}_e; drop publication {schema}_p;
                drop foreign data wrapper {schema}_w cascade"
            ),
        )
        .await;
        let list: Vec<(String, String)> = read
            .unwrap()
            .unmodelled
            .into_iter()
            .filter(|object| object.name.contains(schema))
            .map(|object| (object.kind, object.name.replace(schema, "s")))
            .collect();
        let expected = [
            ("cast", "(s.status AS integer)"),
            (
                "default privileges",
                "for role postgres in schema s on tables",
            ),
            ("event trigger", "s_e"),
            ("foreign data wrapper", "s_w"),
            ("foreign server", "s_s"),
            ("foreign table", "s.f"),
            ("publication", "s_p"),
            ("user mapping", "postgres on server s_s"),
        ];
        assert_eq!(
            list,
            expected.map(|(kind, name)| (kind.to_owned(), name.to_owned()))
        );
    });
}
