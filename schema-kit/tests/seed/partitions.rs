use super::{assert_true, count, seeded};

#[test]
fn rows_fit_into_partitions() {
    seeded(
        "create table by_time (id bigint generated always as identity, at timestamptz not null default now(), note text,
            primary key (id, at)) partition by range (at);
         create table by_time_1 partition of by_time for values from ('2031-01-01') to ('2031-02-01');
         create table by_time_2 partition of by_time for values from ('2031-03-01') to ('2031-04-01');
         create table by_list (country text not null, n int not null) partition by list (country);
         create table by_list_1 partition of by_list for values in ('de', 'fr', null);
         create table by_list_2 partition of by_list for values in ('us');
         create table by_hash (id int primary key) partition by hash (id);
         create table by_hash_1 partition of by_hash for values with (modulus 2, remainder 0);
         create table by_hash_2 partition of by_hash for values with (modulus 2, remainder 1);
         create table nested (region text, day date, primary key (region, day)) partition by list (region);
         create table nested_eu partition of nested for values in ('eu') partition by range (day);
         create table nested_eu_1 partition of nested_eu for values from (minvalue) to ('1950-01-01');
         create table two (a int, b int) partition by range (a, b);
         create table two_1 partition of two for values from (5, 90000) to (5, 90010);
         create table only_default (a int) partition by range (a);
         create table only_default_1 partition of only_default default;
         create table child (id bigint, at timestamptz, foreign key (id, at) references by_time)",
        async |connection, seeded| {
            assert_eq!(count(&seeded, "by_time"), 60);
            assert_eq!(count(&seeded, "nested"), 60);
            assert_true(connection, "select count(*) > 10 from by_time_1").await;
            assert_true(connection, "select count(*) > 10 from by_time_2").await;
            assert_true(connection, "select count(distinct country) = 3 from by_list").await;
            assert_true(connection, "select count(*) = 60 from two_1").await;
            assert_true(connection, "select count(id) > 30 from child").await;
            assert_eq!(seeded.rows.len(), 7);
        },
    );
}

#[test]
fn a_hash_partition_that_is_missing_is_avoided() {
    seeded(
        "create table t (id int primary key) partition by hash (id);
         create table t_0 partition of t for values with (modulus 2, remainder 0)",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 from t").await;
        },
    );
}
