//! Text, bytes and UUIDs.

use schema_core::prelude::*;
use schema_tests::db;
use uuid::Uuid;

use super::{assert_literals, shown};

round_trip! {
    string_is_text: String = [
        String::new(), " ".into(), "Größe 患者 🩺".into(), "it's".into(), "a\\b".into(), "\"quoted\"".into(),
        "line\nline\ttab".into(), "NULL".into(), "{a,b}".into(), "$1".into(), "x".repeat(100_000),
    ];
    bytes_are_bytea: Vec<u8> = [vec![], vec![0], b"\\x'\"\0".to_vec(), (0..=255).collect()];
    uuid_is_uuid: Uuid = [Uuid::nil(), Uuid::max(), Uuid::from_u128(0x1234_5678_9abc_def0)];
}

#[test]
fn text_is_read_from_varchar_and_char_and_name() {
    #[table(name = "texts")]
    #[derive(Debug)]
    struct Text {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "varchar(20)")]
        short: String,
        #[column(sql_type = "char(5)")]
        padded: String,
        #[column(sql_type = "name")]
        name: Option<String>,
        #[column(sql_type = "varchar(20)[]")]
        list: Vec<String>,
    }

    db::run(async |db| {
        create!(db, Text);
        let new = |id| NewText {
            id,
            short: "Größe".into(),
            padded: "ab".into(),
            list: vec!["it's".into(), "\"".into()],
        };
        Text.insert(new(1))
            .set(Text.name, "ana")
            .execute(db.pool())
            .await
            .unwrap();
        Text.insert_many([new(2)])
            .set(Text.name, "ana")
            .execute(db.pool())
            .await
            .unwrap();

        let found = Text
            .select()
            .filter(
                Text.short
                    .eq("Größe")
                    .and(Text.padded.eq("ab"))
                    .and(Text.name.eq_any(["ana"])),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(found.len(), 2);
        for text in found {
            assert!([1, 2].contains(&text.id));
            assert_eq!(text.short, "Größe");
            assert_eq!(text.padded, "ab   ");
            assert_eq!(text.name.as_deref(), Some("ana"));
            assert_eq!(text.list, ["it's", "\""]);
        }
    });
}

#[test]
fn text_is_read_from_citext_if_the_server_has_it() {
    #[table(name = "accounts")]
    #[derive(Debug)]
    struct Account {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "citext")]
        email: String,
    }

    db::run(async |db| {
        let available: bool = sqlx::query_scalar(
            "select exists(select 1 from pg_available_extensions where name = 'citext')",
        )
        .fetch_one(db.pool())
        .await
        .unwrap();
        let script = schema![Account].create().unwrap();
        let created = script.execute(db.pool()).await;
        assert_eq!(created.is_ok(), available, "{created:?}");
        if !available {
            return;
        }

        let new = NewAccount {
            id: 1,
            email: "Ana@Example.org".into(),
        };
        Account.insert(new).execute(db.pool()).await.unwrap();
        let new = NewAccount {
            id: 2,
            email: "lee@example.org".into(),
        };
        Account.insert_many([new]).execute(db.pool()).await.unwrap();

        let all = Account.select().order_by(Account.id.asc());
        let all = all.fetch_all(db.pool()).await.unwrap();
        assert_eq!(all[0].email, "Ana@Example.org");
        assert_eq!((all[1].id, all[1].email.as_str()), (2, "lee@example.org"));
    });
}
