//! The time it takes to read many tables.

use std::time::{Duration, Instant};

use schema_kit::introspect::{self, Scope};
use schema_tests::db;

use crate::execute;

/// Creates tables with ten columns, two indexes and a foreign key each.
const TABLES: &str = "
do $$
begin
    for i in {from}..{to} loop
        execute format(
            'create table t%s (
                id bigint primary key, a text not null, b text default ''x'', c integer check (c > 0), d numeric(10,2),
                e timestamptz default now(), f jsonb, g uuid, h boolean, parent bigint references t%s
            )', i, i
        );
        execute format('create index t%s_a on t%s (a)', i, i);
        execute format('create index t%s_b on t%s (lower(b), c desc) where c > 1', i, i);
    end loop;
end
$$";

#[test]
#[ignore = "creates 1,000 tables; runs with DATABASE_URL set and --include-ignored"]
fn the_time_is_linear_in_the_number_of_tables() {
    db::run_concurrent(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut created = 0;
        let mut per_table = Duration::MAX / 2;
        for tables in [100, 300, 1_000] {
            // In parts, because a transaction can hold a limited number of locks.
            while created < tables {
                let sql = TABLES
                    .replace("{from}", &(created + 1).to_string())
                    .replace("{to}", &(created + 100).to_string());
                execute(&mut connection, &sql).await;
                created += 100;
            }
            execute(&mut connection, "analyze").await;
            let mut times: Vec<Duration> = Vec::new();
            for _ in 0..3 {
                let start = Instant::now();
                let read = introspect::read(&mut connection, &Scope::default())
                    .await
                    .unwrap();
                times.push(start.elapsed());
                assert_eq!(read.model.tables.len(), tables);
            }
            println!("{tables} tables: {times:?}");
            // The cost of a table does not grow with their number. The time itself depends on what else runs.
            let best = times.into_iter().min().unwrap() / u32::try_from(tables).unwrap();
            assert!(best < 2 * per_table, "{best:?} instead of {per_table:?}");
            per_table = best;
        }
        for from in (1..=created).step_by(100) {
            let tables: Vec<String> = (from..from + 100).map(|i| format!("t{i}")).collect();
            execute(
                &mut connection,
                &format!("drop table {}", tables.join(", ")),
            )
            .await;
        }
    });
}
