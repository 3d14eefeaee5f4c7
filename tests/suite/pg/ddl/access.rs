//! Policies, grants, triggers, `updated_at`, functions, sequences and roles.

use chrono::{DateTime, TimeZone as _, Utc};
use schema_core::prelude::*;
use schema_tests::db;
use sqlx::AssertSqlSafe;

#[table(name = "notes", row_level_security)]
#[policy(name = "own", to = "schema_tests_app", using = "owner = current_user")]
#[grant(select, update(text), to = "schema_tests_app")]
#[trigger(name = "log", after(insert, update(text)), for_each = row, when = "new.text <> ''", execute = "log()")]
#[derive(Debug, PartialEq)]
struct Note {
    #[column(primary_key, default = sql("nextval('note_numbers')"))]
    id: i64,
    owner: String,
    text: String,
    #[column(updated_at)]
    changed_at: DateTime<Utc>,
}

#[table(name = "logged")]
#[grant(insert, to = "schema_tests_app")]
struct Logged {
    note: i64,
}

const SCHEMA: Schema = schema![Note, Logged].with(&[
    Object::Role(RoleDef::new("schema_tests_app")),
    Object::Sequence(SequenceDef::new("note_numbers").start(1000)),
    Object::Function(FunctionDef::new(
        "log()",
        "create function log() returns trigger language plpgsql as $$
         begin
             insert into logged (note) values (new.id);
             return new;
         end $$",
    )),
]);

fn long_ago() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2020, 1, 1, 0, 0, 0).unwrap()
}

fn new(owner: &str, text: &str) -> NewNote {
    NewNote {
        owner: owner.into(),
        text: text.into(),
    }
}

#[test]
fn a_policy_hides_rows_and_a_grant_allows_columns() {
    db::run(async |db| {
        SCHEMA.create().unwrap().execute(db.pool()).await.unwrap();
        for owner in ["schema_tests_app", "other"] {
            let insert = Note.insert(new(owner, owner));
            insert.execute(db.pool()).await.unwrap();
        }

        let mut transaction = db.pool().begin().await.unwrap();
        let usage = format!("grant usage on schema {} to schema_tests_app", db.schema());
        for statement in [usage.as_str(), "set local role schema_tests_app"] {
            sqlx::query(AssertSqlSafe(statement.to_owned()))
                .execute(&mut *transaction)
                .await
                .unwrap();
        }
        let texts = Note.select().columns(Note.text);
        let texts = texts.fetch_all(&mut *transaction).await.unwrap();
        assert_eq!(texts, ["schema_tests_app"]);
        let changed = Note.update().set(Note.text, "new").all_rows();
        assert_eq!(changed.execute(&mut *transaction).await.unwrap(), 1);
        let denied = Note.update().set(Note.owner, "other").all_rows();
        let denied = denied.execute(&mut *transaction).await.unwrap_err();
        assert!(denied.to_string().contains("permission denied"), "{denied}");
        transaction.rollback().await.unwrap();

        // Policies do not apply to the owner.
        let count = Note.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(count.unwrap(), 2);
    });
}

#[test]
fn a_trigger_fires_and_an_update_sets_the_time() {
    db::run(async |db| {
        SCHEMA.create().unwrap().execute(db.pool()).await.unwrap();
        for text in ["a", ""] {
            let insert = Note.insert(new("other", text));
            let insert = insert.set(Note.changed_at, long_ago());
            insert.execute(db.pool()).await.unwrap();
        }
        let logged = Logged.select().columns(Logged.note);
        assert_eq!(logged.fetch_all(db.pool()).await.unwrap(), [1000]);

        let update = Note.update().set(Note.text, "b").filter(Note.id.eq(1001));
        update.execute(db.pool()).await.unwrap();
        let logged = Logged.select().columns(Logged.note).order_by(Logged.note);
        assert_eq!(logged.fetch_all(db.pool()).await.unwrap(), [1000, 1001]);
        let changed = Note.select().columns(Note.changed_at).order_by(Note.id);
        let changed = changed.fetch_all(db.pool()).await.unwrap();
        assert_eq!(changed[0], long_ago());
        assert!(changed[1] > Utc.with_ymd_and_hms(2025, 1, 1, 0, 0, 0).unwrap());

        // Another value that an update sets is kept.
        let other = Utc.with_ymd_and_hms(2021, 1, 1, 0, 0, 0).unwrap();
        let update = Note.update().set(Note.changed_at, other).all_rows();
        update.execute(db.pool()).await.unwrap();
        let changed = Note.select().columns(Note.changed_at);
        let changed = changed.fetch_all(db.pool()).await.unwrap();
        assert_eq!(changed, [other, other]);
    });
}

#[test]
fn a_script_runs_again_and_drops_everything_but_the_role() {
    db::run(async |db| {
        for _ in 0..2 {
            let script = SCHEMA.create_if_not_exists().unwrap();
            script.execute(db.pool()).await.unwrap();
        }
        SCHEMA.drop().unwrap().execute(db.pool()).await.unwrap();
        let left: Vec<String> = sqlx::query_scalar(
            "select relname::text from pg_class where relnamespace = current_schema()::regnamespace
             union all select proname::text from pg_proc where pronamespace = current_schema()::regnamespace",
        )
        .fetch_all(db.pool())
        .await
        .unwrap();
        assert_eq!(left, [""; 0]);
        SCHEMA.create().unwrap().execute(db.pool()).await.unwrap();
    });
}
