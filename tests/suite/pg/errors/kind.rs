//! Errors that a program reacts to: conflicts, time limits, read-only transactions, missing resources. Findings D21 and
//! D22.

use std::time::Duration;

use schema_core::error::{ConflictKind, ResourceKind, TimeoutKind};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use sqlx::{Connection as _, Executor as _, PgConnection, Postgres, Transaction};

use super::{chain, sql};

#[table(name = "accounts")]
#[derive(Debug)]
struct Account {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    balance: i64,
}

async fn accounts(db: &TestDb) {
    create!(db, Account);
    for (id, balance) in [(1, 100), (2, 200)] {
        Account
            .insert(NewAccount { id, balance })
            .execute(db.pool())
            .await
            .unwrap();
    }
}

async fn begin(db: &TestDb, options: &'static str) -> Transaction<'static, Postgres> {
    let mut transaction = db.pool().begin().await.unwrap();
    transaction.execute(options).await.unwrap();
    transaction
}

/// Adds 1 to the balance of an account.
async fn increase(transaction: &mut PgConnection, id: i64) -> Result<u64, Error> {
    Account
        .update()
        .set(Account.balance, Account.balance + 1)
        .filter(Account.id.eq(id))
        .execute(transaction)
        .await
}

const INCREASE: &str =
    r#"update "accounts" set "balance" = "accounts"."balance" + $1 where "accounts"."id" = $2"#;

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_serialization_failure_is_retryable() {
    db::run_concurrent(async |db| {
        accounts(&db).await;
        let serializable = "set transaction isolation level serializable";
        let mut first = begin(&db, serializable).await;
        let mut second = begin(&db, serializable).await;

        // Each reads what the other one writes.
        for transaction in [&mut first, &mut second] {
            let all = Account.select().columns(sum(Account.balance));
            all.fetch_one(&mut **transaction).await.unwrap();
        }
        increase(&mut first, 1).await.unwrap();
        increase(&mut second, 2).await.unwrap();
        first.commit().await.unwrap();
        let error = Error::from(second.commit().await.unwrap_err());

        assert!(
            matches!(
                error,
                Error::Conflict {
                    kind: ConflictKind::Serialization,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(error.is_retryable());
        assert_eq!((error.code(), error.sql()), (Some("40001"), None));
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_row_that_changed_since_the_snapshot_is_retryable() {
    db::run_concurrent(async |db| {
        accounts(&db).await;
        let mut first = begin(&db, "set transaction isolation level repeatable read").await;
        Account.find(1).fetch_one(&mut *first).await.unwrap();
        Account
            .delete()
            .filter(Account.id.eq(1))
            .execute(db.pool())
            .await
            .unwrap();

        let error = increase(&mut first, 1).await.unwrap_err();

        assert!(error.is_retryable(), "{error:?}");
        assert_eq!(error.sql(), Some(INCREASE));
        assert_eq!(
            chain(&error),
            format!(
                "the transaction conflicts with a concurrent one: could not serialize access due to concurrent delete: \
                 in the statement `{INCREASE}`"
            )
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_deadlock_is_retryable() {
    db::run_concurrent(async |db| {
        accounts(&db).await;
        let quick = "set local deadlock_timeout = '50ms'";
        let (mut first, mut second) = (begin(&db, quick).await, begin(&db, quick).await);
        increase(&mut first, 1).await.unwrap();
        increase(&mut second, 2).await.unwrap();

        // Each waits for the other one; the server ends one of them.
        let wait = async |mut waiting: Transaction<'static, Postgres>, id| {
            let result = increase(&mut waiting, id).await;
            waiting.rollback().await.unwrap();
            result
        };
        let results = tokio::join!(wait(first, 2), wait(second, 1));
        let ((Ok(_), Err(error)) | (Err(error), Ok(_))) = results else {
            panic!("{results:?}");
        };

        assert!(
            matches!(
                error,
                Error::Conflict {
                    kind: ConflictKind::Deadlock,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(error.is_retryable());
        assert_eq!(error.sql(), Some(INCREASE));
        assert_eq!(
            chain(&error),
            format!(
                "the transaction was in a deadlock: deadlock detected: in the statement `{INCREASE}`"
            )
        );
        assert!(
            error
                .cause()
                .unwrap()
                .detail()
                .unwrap()
                .contains("waits for")
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_lock_that_is_not_free_in_time_is_a_timeout() {
    db::run_concurrent(async |db| {
        accounts(&db).await;
        let mut first = begin(&db, "select 1").await;
        increase(&mut first, 1).await.unwrap();

        let mut second = begin(&db, "set local lock_timeout = '50ms'").await;
        let error = increase(&mut second, 1).await.unwrap_err();

        assert!(
            matches!(
                error,
                Error::Timeout {
                    kind: TimeoutKind::Lock,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(!error.is_retryable());
        assert_eq!(
            chain(&error),
            format!(
                "a lock was not available in time: canceling statement due to lock timeout: \
                 in the statement `{INCREASE}`"
            )
        );
    });
}

#[test]
#[ignore = "the embedded server has no `statement_timeout`; runs with DATABASE_URL set and --include-ignored"]
fn a_statement_that_runs_too_long_is_a_timeout() {
    db::run_concurrent(async |db| {
        let mut transaction = begin(&db, "set local statement_timeout = '50ms'").await;
        let sleep = generate_series(1, 2)
            .select()
            .filter(sql!(bool, "pg_sleep(5) is null"))
            .columns(count());

        let error = sleep.fetch_one(&mut *transaction).await.unwrap_err();

        assert!(
            matches!(
                error,
                Error::Timeout {
                    kind: TimeoutKind::Statement,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(!error.is_retryable());
        assert!(chain(&error).starts_with(
            "the statement took longer than `statement_timeout`: canceling statement due to statement timeout: in"
        ));
        transaction.rollback().await.unwrap();
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_cancelled_statement_is_no_timeout() {
    db::run_concurrent(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let pid: i32 = sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        let sleep = generate_series(1, 2)
            .select()
            .filter(sql!(bool, "pg_sleep(5) is null"))
            .columns(count());
        let cancel = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let cancel = sqlx::query("select pg_cancel_backend($1)").bind(pid);
            cancel.execute(db.pool()).await.unwrap();
        };

        let (result, ()) = tokio::join!(sleep.fetch_one(&mut *connection), cancel);
        let error = result.unwrap_err();

        assert!(matches!(error, Error::Cancelled(_)), "{error:?}");
        assert!(!error.is_retryable());
        assert!(chain(&error).starts_with(
            "the statement was cancelled: canceling statement due to user request: in the statement `select"
        ));
    });
}

#[test]
fn a_read_only_transaction_changes_nothing() {
    db::run(async |db| {
        accounts(&db).await;
        let mut transaction = begin(&db, "set transaction read only").await;

        let error = increase(&mut transaction, 1).await.unwrap_err();

        assert!(matches!(error, Error::ReadOnly(_)), "{error:?}");
        assert_eq!(
            chain(&error),
            format!(
                "the transaction is read-only: cannot execute UPDATE in a read-only transaction: \
                 in the statement `{INCREASE}`"
            )
        );
        transaction.rollback().await.unwrap();
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_too_many_is_a_missing_resource() {
    db::run_concurrent(async |db| {
        let role = format!("{}_limited", db.schema());
        sql(&db, &format!("create role {role} login connection limit 0")).await;

        let options = db.connect_options().clone().username(&role);
        let error = Error::from(PgConnection::connect_with(&options).await.unwrap_err());

        sql(&db, &format!("drop role {role}")).await;
        assert!(
            matches!(
                error,
                Error::Resource {
                    kind: ResourceKind::Connections,
                    ..
                }
            ),
            "{error:?}"
        );
        assert!(!error.is_retryable());
        assert_eq!(
            chain(&error),
            format!(
                "the server has too many connections: too many connections for role \"{role}\""
            )
        );
    });
}

#[test]
fn other_missing_resources_are_told_apart() {
    db::run(async |db| {
        sql(
            &db,
            "create function lack(code text) returns integer language plpgsql as \
             $$ begin raise exception 'missing' using errcode = code; end $$",
        )
        .await;
        for (code, kind) in [
            ("53100", ResourceKind::Disk),
            ("53200", ResourceKind::Memory),
            ("53300", ResourceKind::Connections),
            ("53400", ResourceKind::Other),
        ] {
            let lack =
                generate_series(1, 1)
                    .select()
                    .columns(sql!(i32, "lack({})", code.to_owned()));
            let error = lack.fetch_one(db.pool()).await.unwrap_err();

            let Error::Resource { kind: actual, .. } = error else {
                panic!("{error:?}");
            };
            assert_eq!(actual, kind);
        }
    });
}

#[test]
fn a_printed_chain_has_each_message_once_and_no_value() {
    db::run(async |db| {
        accounts(&db).await;

        let again = Account.insert(NewAccount {
            id: 1234,
            balance: 200,
        });
        let error = again.execute(db.pool()).await.unwrap_err();

        assert_eq!(
            chain(&error),
            "the statement violates the unique constraint `accounts_balance_key` of table `accounts`, \
             on column `balance`: duplicate key value violates unique constraint \"accounts_balance_key\": \
             in the statement `insert into \"accounts\" (\"id\", \"balance\") values ($1, $2)`"
        );
        let cause = error.cause().unwrap();
        assert_eq!(cause.detail(), Some("Key (balance)=(200) already exists."));
        assert_eq!(cause.hint(), None);
        assert!(cause.as_sqlx().as_database_error().is_some());
    });
}

#[test]
fn a_long_statement_is_shortened_in_the_message() {
    db::run(async |db| {
        let conditions: Vec<_> = (0..100).map(|id| Account.id.ne(id)).collect();
        let query = Account.select().filter(conditions);
        let text = query.to_sql().into_owned();

        let error = query.fetch_all(db.pool()).await.unwrap_err();

        assert_eq!(error.sql(), Some(&*text));
        assert_eq!(error.code(), Some("42P01"));
        assert!(text.len() > 2000);
        assert_eq!(
            chain(&error),
            format!(
                "the server reported an error: relation \"accounts\" does not exist: in the statement `{}…`",
                &text[..500]
            )
        );
    });
}

#[test]
fn a_lost_connection_is_reported_once() {
    db::run(async |db| {
        let error = Error::from(sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into()));

        assert!(matches!(error, Error::Connection(_)), "{error:?}");
        assert_eq!(
            chain(&error),
            "the connection to the server was lost: error communicating with database: connection reset"
        );
        drop(db);
    });
}
