//! Databases that are pulled.

use schema_core::ddl::Schema;
use schema_ddl::diff::{Action, Renames, diff};
use schema_ddl::model::{Grant, Kind, Model, ObjectId};
use schema_ddl::sql::quote;
use schema_kit::introspect::{self, Scope};
use schema_kit::pull::{self, PullOptions, Pulled};
use schema_kit::{keep, normal};
use schema_tests::db;
use sqlx::{AssertSqlSafe, PgConnection};

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
        let is = read(&mut connection, name).await;

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
        check_finds_what_is_named(&is, &pulled, of_source);
        drop(connection);
        queries::check(&db, name, &is).await;
    });
}

/// Reads the schema of a fixture, without what other tests add to the server.
async fn read(connection: &mut PgConnection, name: &str) -> Model {
    let scope = Scope {
        roles: true,
        grants: true,
        ..Scope::default()
    };
    let mut is = introspect::read(connection, &scope).await.unwrap().model;
    let extensions = [("kinds", "pg_trgm"), ("recent", "vector")];
    is.extensions
        .retain(|one| extensions.contains(&(name, &one.name)));
    is.roles
        .retain(|role| name == "kinds" && role.name.starts_with("kinds_"));
    // The namespace of a test is not that of another run.
    let namespaces = &is.namespaces;
    is.grants.retain(|grant| {
        grant.on.kind != Kind::Namespace
            || namespaces.iter().any(|one| one.name == grant.on.name.name)
    });
    is
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
    for action in changes(is, &pulled.model) {
        assert!(
            is_named(&action, is, pulled),
            "{} is not named: {:?}",
            action.object,
            action.statements
        );
    }
    for grant in &is.grants {
        let is_kept = pulled.model.grants.contains(grant);
        let what = grant_name(grant);
        let is_named = pulled.left_out.iter().any(|one| one.object == what);
        assert!(
            is_kept != is_named,
            "{what} is pulled and named, or neither"
        );
    }
}

/// `check` compares the structs with the database. It finds nothing in objects that were pulled as they are.
#[track_caller]
fn check_finds_what_is_named(is: &Model, pulled: &Pulled, mut wanted: Model) {
    keep(&mut wanted, is);
    let never = [
        Kind::Extension,
        Kind::Grant,
        Kind::MaterializedView,
        Kind::Policy,
        Kind::Role,
        Kind::Routine,
        Kind::Sequence,
        Kind::Trigger,
        Kind::View,
    ];
    // What uses a column that is left out goes with the column.
    let follows = |object: &ObjectId| {
        let object = object.to_string();
        let mut left_out = pulled.left_out.iter();
        left_out.any(|one| one.object == object && one.reason.starts_with("it uses the "))
    };
    for action in changes(is, &wanted) {
        // A doc comment has no spaces at its ends.
        let mut statements = action.statements.iter();
        let is_comment = statements.all(|sql| sql.starts_with("comment on "));
        let is_possible =
            is_comment || !never.contains(&action.object.kind) || follows(&action.object);
        assert!(
            is_possible && is_named(&action, is, pulled),
            "`check` finds {}: {:?}",
            action.object,
            action.statements
        );
    }
}

fn is_named(action: &Action, is: &Model, pulled: &Pulled) -> bool {
    let object = &action.object;
    let named = |object: &str| pulled.left_out.iter().any(|one| one.object == object);
    // The privileges of a role on an object, or those of all roles on a function.
    if object.kind == Kind::Grant {
        let mut grants = is.grants.iter();
        let mut not_public = is.not_public.iter();
        let is_public = not_public.any(|id| id.name == object.name && named(&id.to_string()));
        return is_public
            || grants.any(|one| one.on.name == object.name && named(&grant_name(one)));
    }
    let table = ObjectId::new(Kind::Table, object.name.clone());
    // A type that is replaced has this name meanwhile.
    let is_replaced = object.name.name.ends_with("__old");
    is_replaced || named(&object.to_string()) || named(&table.to_string())
}

fn grant_name(grant: &Grant) -> String {
    format!("grant to {} on {}", quote::name(&grant.role), grant.on)
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
