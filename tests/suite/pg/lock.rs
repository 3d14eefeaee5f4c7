//! `for update` and its relatives, with two transactions.

use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "jobs")]
struct Job {
    #[column(primary_key)]
    id: i32,
    #[column(default = false)]
    done: bool,
}

#[test]
fn a_locked_row_is_returned() {
    db::run(async |db| {
        create!(db, Job);
        Job.insert(NewJob { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        for ids in [
            Job.select()
                .columns(Job.id)
                .for_update()
                .fetch_all(db.pool())
                .await,
            Job.select()
                .columns(Job.id)
                .for_no_key_update()
                .nowait()
                .fetch_all(db.pool())
                .await,
            Job.select()
                .columns(Job.id)
                .for_share()
                .of(Job)
                .fetch_all(db.pool())
                .await,
            Job.select()
                .columns(Job.id)
                .for_key_share()
                .skip_locked()
                .fetch_all(db.pool())
                .await,
        ] {
            assert_eq!(ids.unwrap(), [1]);
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn locked_rows_are_skipped_or_refused() {
    db::run_concurrent(async |db| {
        create!(db, Job);
        Job.insert_many([1, 2, 3].map(|id| NewJob { id }))
            .execute(db.pool())
            .await
            .unwrap();
        let next = Job
            .select()
            .filter(Job.done.eq(false))
            .order_by(Job.id)
            .limit(1)
            .columns(Job.id)
            .for_update();

        let mut first = db.pool().begin().await.unwrap();
        let taken = next.skip_locked().fetch_one(&mut *first).await.unwrap();
        assert_eq!(taken, 1);
        let mut second = db.pool().begin().await.unwrap();
        let taken = next.skip_locked().fetch_one(&mut *second).await.unwrap();
        assert_eq!(taken, 2);

        let error = next.nowait().fetch_one(&mut *second).await.unwrap_err();
        assert!(error.to_string().contains("lock"), "{error}");
        second.rollback().await.unwrap();

        // A shared lock goes with another shared one, and not with an update.
        let mut third = db.pool().begin().await.unwrap();
        let shared = Job.select().filter(Job.id.eq(3)).columns(Job.id);
        shared.for_share().fetch_one(&mut *first).await.unwrap();
        shared
            .for_key_share()
            .nowait()
            .fetch_one(&mut *third)
            .await
            .unwrap();
        let error = shared
            .for_update()
            .nowait()
            .fetch_one(&mut *third)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("lock"), "{error}");
        third.rollback().await.unwrap();
        first.rollback().await.unwrap();
    });
}
