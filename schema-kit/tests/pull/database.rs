//! Databases that are pulled.

use schema_core::ddl::Schema;
use schema_ddl::diff::{Action, Renames, diff};
use schema_ddl::model::{Kind, Model, ObjectId};
use schema_kit::introspect::{self, Scope};
use schema_kit::normal;
use schema_kit::pull::{self, PullOptions, Pulled};
use schema_tests::db;
use sqlx::AssertSqlSafe;

use crate::{expect, pulled, queries};

/// Creates a fixture, pulls it, and compares the recorded source and its tables with the database.
#[track_caller]
fn check(name: &str, sql: &str, schema: fn() -> Schema) {
    db::run(async |db| {
        if name == "recent" && db.server_version_num() < 180_000 {
            return;
        }
        let mut connection = db.pool().acquire().await.unwrap();
        let create = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        create.execute(&mut *connection).await.unwrap();
        let scope = Scope {
            grants: true,
            ..Scope::default()
        };
        let mut is = introspect::read(&mut connection, &scope)
            .await
            .unwrap()
            .model;
        // They are those of the server, which other tests add to.
        is.extensions.clear();
        is.grants
            .retain(|grant| grant.role == "public" && grant.on.kind == Kind::Table);

        let pulled = pull::rust(&is, &PullOptions::default());
        expect(&format!("pulled/{name}.rs"), &pulled.source);
        let of_source = schema().model().unwrap();
        let of_source = normal::normal(&mut connection, &of_source).await.unwrap();
        let wanted = normal::normal(&mut connection, &pulled.model)
            .await
            .unwrap();
        assert_eq!(
            statements(&changes(&wanted, &of_source)),
            Vec::<String>::new()
        );
        everything_else_is_named(&is, &pulled);
        drop(connection);
        queries::check(&db, name, &is).await;
    });
}

fn changes(from: &Model, to: &Model) -> Vec<Action> {
    diff(from, to, &Renames::default()).unwrap()
}

fn statements(actions: &[Action]) -> Vec<String> {
    actions
        .iter()
        .flat_map(|action| action.statements.clone())
        .collect()
}

/// Each object in which the database differs from the source is in the list.
#[track_caller]
fn everything_else_is_named(is: &Model, pulled: &Pulled) {
    let mut to = pulled.model.clone();
    to.extensions.clear();
    let named = |id: &ObjectId| {
        let object = id.to_string();
        pulled.left_out.iter().any(|one| one.object == object)
    };
    for action in changes(is, &to) {
        let object = &action.object;
        // A type that is replaced has this name meanwhile.
        if object.name.name.ends_with("__old") {
            continue;
        }
        let table = ObjectId::new(Kind::Table, object.name.clone());
        let is_grant = object.kind == Kind::Grant;
        let is_named = named(object) || named(&table) || is_grant;
        assert!(is_named, "{object} is not named: {:?}", action.statements);
    }
    let grants = pulled
        .left_out
        .iter()
        .filter(|one| one.object.starts_with("grant "));
    assert_eq!(grants.count(), is.grants.len());
}

macro_rules! databases {
    ($($name:ident),* $(,)?) => {$(
        #[test]
        fn $name() {
            let sql = include_str!(concat!("fixtures/", stringify!($name), ".sql"));
            check(stringify!($name), sql, pulled::$name::schema);
        }
    )*};
}

databases! { chinook, kinds, nautobot, northwind, oscar, pagila, recent, supabase_auth }
