//! The steps that need a server.

use std::time::{Duration, Instant};

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use schema_kit::introspect::{self, Scope};
use schema_kit::plan::{Compared, Options, Plan};
use schema_tests::db;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

use crate::tables::{changed, model};
use crate::{SIZES, assert_linear};

/// How many tables are created or dropped in a transaction, which can hold a limited number of locks.
const AT_ONCE: usize = 100;

async fn execute(connection: &mut PgConnection, sql: String) {
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
}

async fn create(connection: &mut PgConnection, from: &Model, to: &Model) {
    let plan = Plan::new(from, to, &Renames::default()).unwrap();
    let statements: Vec<&str> = plan.statements().collect();
    for part in statements.chunks(AT_ONCE) {
        execute(connection, part.join(";\n")).await;
    }
}

#[test]
#[ignore = "creates 1,000 tables; runs with DATABASE_URL set and --include-ignored"]
fn a_push_of_many_tables_is_linear() {
    db::run_concurrent(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut is = Model::default();
        let mut times: [[Duration; SIZES.len()]; 4] = Default::default();
        for (at, tables) in SIZES.into_iter().enumerate() {
            let tables = model(tables);
            create(&mut connection, &is, &tables).await;
            is.clone_from(&tables);
            execute(&mut connection, "analyze".to_owned()).await;
            let wanted = changed(&tables);
            let mut best = [Duration::MAX; 4];
            for _ in 0..3 {
                let mut start = Instant::now();
                let mut lap = |at: usize, start: &mut Instant| {
                    best[at] = best[at].min(start.elapsed());
                    *start = Instant::now();
                };
                introspect::read(&mut connection, &Scope::default())
                    .await
                    .unwrap();
                lap(0, &mut start);
                let options = Options::default();
                let compared = Compared::tables(&mut connection, &tables, &options)
                    .await
                    .unwrap();
                lap(1, &mut start);
                let plan = compared
                    .plan(&mut connection, &options.renames)
                    .await
                    .unwrap();
                assert!(plan.is_empty(), "{plan}");
                lap(2, &mut start);
                let compared = Compared::tables(&mut connection, &wanted, &options)
                    .await
                    .unwrap();
                start = Instant::now();
                compared
                    .plan(&mut connection, &options.renames)
                    .await
                    .unwrap();
                lap(3, &mut start);
            }
            for (step, best) in best.into_iter().enumerate() {
                times[step][at] = best;
            }
        }
        for from in (1..is.tables.len()).step_by(AT_ONCE) {
            let to = is.tables.len().min(from + AT_ONCE);
            let names: Vec<String> = (from..to).map(|at| format!("t{at}")).collect();
            execute(&mut connection, format!("drop table {}", names.join(", "))).await;
        }
        assert_linear("introspection", times[0]);
        assert_linear("introspection and normal form", times[1]);
        assert_linear("plan of unchanged tables", times[2]);
        assert_linear("plan that changes all, with counts", times[3]);
    });
}
