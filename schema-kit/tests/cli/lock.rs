//! `schema.lock` and `check_migrations!`.

use std::fs;
use std::path::Path;

use schema_core::prelude::*;
use schema_kit::cli::Status;
use schema_kit::migrate::Lock;

use crate::run;
use crate::tables::{first, second};

/// A schema with everything that a fingerprint covers. It is like the migration in `tests/cli/migrations`.
mod committed {
    use schema_core::prelude::*;

    #[derive(PgEnum)]
    pub(crate) enum Status {
        Pending,
        Paid,
    }

    #[derive(PgNewtype)]
    #[pg_newtype(domain = "email", check = "value like '%@%'")]
    pub(crate) struct Email(String);

    #[derive(PgComposite)]
    pub(crate) struct Address {
        pub(crate) street: String,
        pub(crate) status: Status,
    }

    /// The people.
    #[table(schema = "clinic", name = "patients")]
    pub(crate) struct Patient {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(unique)]
        pub(crate) email: Email,
        pub(crate) home: Option<Address>,
        #[column(default = Status::Pending)]
        pub(crate) status: Status,
    }

    #[table(name = "orders")]
    #[index(btree(text, code), name = "orders_text")]
    #[check("total > 0")]
    pub(crate) struct Order {
        #[column(primary_key, default = gen_random_uuid())]
        pub(crate) id: uuid::Uuid,
        #[column(references = Patient.id, on_delete = cascade, index)]
        pub(crate) patient_id: i64,
        pub(crate) text: String,
        #[column(sql_type = "varchar(20)", default = sql("'x'"))]
        pub(crate) code: String,
        pub(crate) total: i32,
        pub(crate) embedding: Vector<3>,
    }

    pub(crate) const SCHEMA: Schema = schema![Order, Patient];
}

// This program compiles, so the fingerprints that the compiler computes are those that `generate` wrote.
schema_core::check_migrations!(committed::SCHEMA, "tests/cli/migrations");

/// Writes the committed folder again. Run it after a change of `committed`, with `SCHEMA_ALLOW_DRIFT=1`.
#[tokio::test]
async fn the_committed_lock_is_the_one_that_generate_writes() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/migrations");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let outcome = run(
        Some(committed::SCHEMA),
        &["--migrations", path, "generate", "first"],
    )
    .await;
    assert_eq!(outcome.status, Status::Ok, "{}", outcome.text);
    if std::env::var_os("SCHEMA_ALLOW_DRIFT").is_some() {
        fs::copy(
            folder.path().join("schema.lock"),
            committed.join("schema.lock"),
        )
        .unwrap();
    }

    let written = Lock::read(path).unwrap().unwrap();

    assert_eq!(written.version, outcome.data["version"].as_i64());
    let expected = Lock::read(committed).unwrap().unwrap();
    assert_eq!(written.fingerprints, expected.fingerprints);
    let kinds: Vec<&str> = written
        .fingerprints
        .lines()
        .map(|line| line.rsplit_once(' ').unwrap().0)
        .collect();
    assert_eq!(
        kinds,
        [
            r#"table "orders""#,
            r#"table "clinic"."patients""#,
            r#"type "address""#,
            r#"type "email""#,
            r#"type "status""#,
        ]
    );
}

#[tokio::test]
async fn an_edit_changes_only_the_lines_of_its_table() {
    let lines = |schema: Schema| -> Vec<String> {
        schema.fingerprints().lines().map(str::to_owned).collect()
    };
    let (before, after) = (lines(first::SCHEMA), lines(second::SCHEMA));
    assert_eq!((before.len(), after.len()), (2, 3));
    assert!(
        before[0].starts_with("table \"orders\" ") && before[1].starts_with("table \"users\" ")
    );
    assert_ne!(before[0], after[0]);
    assert_eq!(lines(schema![first::User]), before[1..]);
}

#[tokio::test]
async fn generate_and_check_keep_the_lock_like_the_migrations() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let command = async |args: &[&str]| {
        let all = [&["--migrations", path], args].concat();
        run(Some(first::SCHEMA), &all).await
    };
    let check = ["check", "--offline"];
    let file = folder.path().join("schema.lock");
    command(&["generate", "first"]).await;
    let first_lock = fs::read_to_string(&file).unwrap();

    // An empty migration changes the version only.
    command(&["generate", "data", "--empty"]).await;
    let lock = fs::read_to_string(&file).unwrap();
    let without_version = |text: &str| text.replace(text.lines().nth(3).unwrap(), "");
    assert_ne!(lock, first_lock);
    assert_eq!(without_version(&lock), without_version(&first_lock));
    assert_eq!(command(&check).await.status, Status::Ok);

    for (damaged, message) in [
        (first_lock, "schema.lock: `schema.lock` is of migration "),
        (
            lock.replace("0x", "0xf"),
            "schema.lock: `schema.lock` differs from the structs, which are like the last migration; run `generate`",
        ),
        (
            format!("<<<<<<< HEAD\nmigration 1\n{lock}"),
            "schema.lock: `schema.lock` is damaged; run `generate`",
        ),
    ] {
        fs::write(&file, damaged).unwrap();
        let outcome = command(&check).await;
        assert_eq!(outcome.status, Status::Problems);
        assert!(outcome.text.starts_with(message), "{}", outcome.text);
        let outcome = command(&["generate", "again"]).await;
        assert_eq!(outcome.status, Status::NoChanges);
        assert!(
            outcome.text.contains("wrote `schema.lock`"),
            "{}",
            outcome.text
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), lock);
    }

    fs::remove_file(&file).unwrap();
    let outcome = command(&check).await;
    assert_eq!(outcome.status, Status::Ok);
    assert!(
        outcome.text.contains("there is no `schema.lock`"),
        "{}",
        outcome.text
    );
    command(&["generate", "again"]).await;
    assert_eq!(fs::read_to_string(&file).unwrap(), lock);
}
