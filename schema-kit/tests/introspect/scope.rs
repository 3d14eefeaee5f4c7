//! The schemas that are read, and the transaction.

use schema_ddl::model::{
    DataType, Extension, Kind, Name, Namespace, ObjectId, Sequence, SequenceOptions,
};
use schema_kit::introspect::{self, IntrospectError, Others, Scope};
use schema_tests::db;
use sqlx::Connection as _;

use crate::{execute, introspection, nullable, read, table, tables};

#[test]
fn a_name_in_another_schema_has_the_schema() {
    db::run(async |db| {
        let (first, other) = (db.schema(), format!("{}_x", db.schema()));
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            &format!(
                "create schema {other};
                comment on schema {other} is 'Other';
                create type {other}.status as enum ('new');
                create table {other}.a (id integer primary key);
                create table b (a integer references {other}.a, s {other}.status default 'new');
                create sequence {other}.s;
                create view v as select a.id from {other}.a"
            ),
        )
        .await;
        let scope = Scope {
            others: Others::Listed(vec![other.clone()]),
            ..Scope::schema(first)
        };
        let both = read(&mut connection, &scope).await.model;
        let one = read(&mut connection, &Scope::schema(first)).await.model;
        execute(&mut connection, &format!("drop schema {other} cascade")).await;

        let name = |name: &str| Name::in_schema(&other, name);
        assert_eq!(
            both.namespaces,
            [Namespace {
                name: other.clone(),
                comment: Some("Other".to_owned()),
            }]
        );
        let names: Vec<Name> = both.tables.iter().map(|table| table.name.clone()).collect();
        assert_eq!(names, [Name::new("b"), name("a")]);
        let key = &both.tables[0].foreign_keys[0];
        assert_eq!(
            (&key.table, &key.references[..]),
            (&name("a"), &["id".to_owned()][..])
        );
        let column = &both.tables[0].columns[1];
        assert_eq!(
            column.data_type,
            DataType::parse(&format!("{other}.status"))
        );
        assert_eq!(column.default, Some(format!("'new'::{other}.status")));
        assert_eq!(both.enums[0].name, name("status"));
        assert_eq!(
            both.views[0].reads,
            [
                ObjectId::new(Kind::Table, name("a")),
                ObjectId::part(Kind::Column, name("a"), "id"),
            ]
        );
        assert_eq!(
            both.sequences,
            [Sequence {
                name: name("s"),
                data_type: DataType::parse("bigint"),
                options: SequenceOptions::default(),
                owned_by: None,
                comment: None,
            }]
        );
        // References to a schema that is not read are treated alike.
        assert_eq!((one.tables.len(), one.enums.len()), (1, 0));
        assert_eq!(one.tables[0], both.tables[0]);
        assert_eq!(one.views, both.views);
    });
}

#[test]
fn the_first_schema_is_the_current_one_whatever_the_search_path() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table a (id integer); create view v as select id from a",
        )
        .await;
        let expected = read(&mut connection, &Scope::default()).await;
        execute(
            &mut connection,
            "set search_path = ''; create temporary table a (id integer)",
        )
        .await;
        let actual = read(&mut connection, &Scope::schema(db.schema())).await;
        assert_eq!(actual, expected);

        let error = introspect::read(&mut connection, &Scope::default()).await;
        assert!(
            matches!(error, Err(IntrospectError::NoCurrentSchema)),
            "{error:?}"
        );
        let error = introspect::read(&mut connection, &Scope::schema("none")).await;
        assert!(
            matches!(&error, Err(IntrospectError::MissingSchema { name }) if name == "none"),
            "{error:?}"
        );
        execute(&mut connection, "reset search_path; drop table pg_temp.a").await;
    });
}

#[test]
fn the_types_of_extensions_have_no_schema_and_their_objects_are_not_read() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(
            &mut connection,
            "create table a (e vector(3) default '[1,2,3]', l vector[]);
            create view v as select e <-> '[1,2,3]' as d from a",
        )
        .await;
        let mut read = introspect::read(&mut connection, &Scope::default())
            .await
            .unwrap();
        let column = &read.model.tables[0].columns[0];
        assert_eq!(column.data_type, DataType::parse("vector(3)"));
        assert_eq!(column.default.as_deref(), Some("'[1,2,3]'::vector"));
        let elements = &read.model.tables[0].columns[1].data_type;
        assert_eq!(*elements, DataType::parse("vector[]"));
        assert_eq!(
            read.model.views[0].query,
            "SELECT (e <-> '[1,2,3]'::vector) AS d\n   FROM a"
        );
        assert_eq!(read.model.routines, []);
        let extension = |name: &str| Extension {
            name: name.to_owned(),
            version: None,
        };
        for extension in &mut read.model.extensions {
            assert!(extension.version.take().is_some());
        }
        assert!(read.model.extensions.contains(&extension("vector")));
        assert!(!read.model.extensions.contains(&extension("plpgsql")));

        let scope = Scope {
            others: Others::Listed(vec!["public".to_owned()]),
            ..Scope::default()
        };
        let with_public = introspect::read(&mut connection, &scope).await.unwrap();
        assert_eq!(
            with_public.model.tables[0].columns[0].data_type,
            DataType::parse("vector(3)")
        );
        assert_eq!(with_public.model.routines, []);
    });
}

#[test]
fn changes_of_an_open_transaction_are_read() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut transaction = connection.begin().await.unwrap();
        execute(&mut transaction, "create table a (id integer)").await;
        let error = introspect::read(&mut transaction, &Scope::default()).await;
        assert!(
            matches!(error, Err(IntrospectError::InTransaction)),
            "{error:?}"
        );
        let read = introspect::read_in_transaction(&mut transaction, &Scope::default())
            .await
            .unwrap();
        assert_eq!(
            read.model.tables,
            tables(vec![table("a", vec![nullable("id", "integer")])]).tables
        );
        let path: String = sqlx::query_scalar("show search_path")
            .fetch_one(&mut *transaction)
            .await
            .unwrap();
        assert_eq!(path, format!("{},public", db.schema()));
        transaction.rollback().await.unwrap();
        assert_eq!(
            crate::read(&mut connection, &Scope::default())
                .await
                .model
                .tables,
            []
        );
    });
}

/// Other tests drop their schemas meanwhile, so this also shows that a schema is read again.
#[test]
fn all_other_schemas_are_those_of_users() {
    let scope = Scope {
        others: Others::All,
        ..Scope::default()
    };
    let read = introspection("create table a ()", &scope);
    let names: Vec<&str> = read
        .model
        .namespaces
        .iter()
        .map(|namespace| namespace.name.as_str())
        .collect();
    assert!(names.contains(&"public"), "{names:?}");
    assert!(
        names.iter().all(|name| !name.starts_with("pg_")),
        "{names:?}"
    );
    assert!(!names.contains(&"information_schema"), "{names:?}");
    assert!(read.model.table(&Name::new("a")).is_some());
}
