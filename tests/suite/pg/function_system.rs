//! Functions of the session, and UUIDs.

use schema_core::expr::function::{
    current_database, current_schema, current_setting, current_setting_or_null, current_user,
    hashtextextended, pg_advisory_xact_lock, pg_backend_pid, pg_column_size, pg_is_in_recovery,
    pg_notify, pg_size_pretty, pg_sleep, pg_try_advisory_xact_lock, pg_typeof, session_user,
    set_config, txid_current, uuid_extract_timestamp, uuid_extract_version, uuidv4, uuidv7,
    uuidv7_shifted, version,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use uuid::Uuid;

#[table(name = "entries")]
struct Entry {
    #[column(primary_key)]
    id: i32,
    name: String,
    nick: Option<String>,
    size: Option<i32>,
    content: Vec<u8>,
    ready: Option<bool>,
}

async fn entries(db: &TestDb) {
    create!(db, Entry);
    for (id, name, size, ready) in [(1, "Ana", Some(6), Some(true)), (2, "bob", None, None)] {
        let new = NewEntry {
            id,
            name: name.into(),
            content: vec![1, 2, 255],
        };
        let entry = Entry
            .insert(new)
            .set(Entry.size, size)
            .set(Entry.ready, ready);
        entry.execute(db.pool()).await.unwrap();
    }
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        Entry
            .select()
            .filter(Entry.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn the_session() {
    db::run(async |db| {
        entries(&db).await;

        let names = values!(
            db,
            1,
            current_user().eq(session_user()),
            current_database().ne(""),
            current_schema().is_not_null(),
            version().like("PostgreSQL%"),
            pg_backend_pid().gt(0),
            pg_is_in_recovery(),
            txid_current().gt(0),
        );
        assert_eq!(names, (true, true, true, true, true, false, true));
        let settings = values!(
            db,
            1,
            set_config("app.name", "a", true),
            current_setting("server_version_num").cast::<i32>(),
            current_setting_or_null("app.unknown", true),
        );
        assert_eq!(settings, ("a".into(), db.server_version_num(), None));
        let empty = String::new;
        let locks = values!(
            db,
            1,
            pg_advisory_xact_lock(hashtextextended(Entry.name, 0_i64)),
            pg_try_advisory_xact_lock(7_i64),
            pg_notify("channel", "payload"),
            pg_sleep(0.0),
        );
        assert_eq!(locks, (empty(), true, empty(), empty()));
        let values = values!(
            db,
            1,
            pg_typeof(Entry.nick),
            pg_column_size(Entry.nick),
            pg_column_size(Entry.id),
            pg_size_pretty(10_i64)
        );
        assert_eq!(values, ("text".into(), None, 4, "10 bytes".into()));
    });
}

#[test]
fn uuids() {
    db::run(async |db| {
        entries(&db).await;
        let v1 = Uuid::parse_str("a6631bd0-9b39-11ee-8c90-0242ac120002").unwrap();

        let parts: (
            Option<i16>,
            Option<i16>,
            Option<chrono::DateTime<chrono::Utc>>,
        ) = values!(
            db,
            1,
            uuid_extract_version(v1),
            uuid_extract_version(Uuid::nil()),
            uuid_extract_timestamp(v1),
        );
        assert_eq!((parts.0, parts.1), (Some(1), None));
        assert!(parts.2.is_some());
        if db.server_version_num() >= 180_000 {
            let made = values!(
                db,
                1,
                uuidv4(),
                uuidv7(),
                uuidv7_shifted(Interval::from_seconds(60))
            );
            let versions = [made.0, made.1, made.2].map(|id| id.get_version_num());
            assert_eq!(versions, [4, 7, 7]);
            assert!(made.2 > made.1);
        }
    });
}
