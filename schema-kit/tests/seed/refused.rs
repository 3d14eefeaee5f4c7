use super::error;

#[test]
fn a_check_that_no_row_satisfies_is_named() {
    assert_eq!(
        error(
            "create table ok (id int primary key);
             create table t (id int primary key, a int not null constraint impossible check (a * a < 0))"
        ),
        "the server refused 300 rows of \"t\" because of `impossible`: new row for relation \"t\" violates check constraint \"impossible\"; give the column a default, or seed this table by hand"
    );
}

#[test]
fn an_exception_of_a_trigger_is_reported() {
    assert_eq!(
        error(
            "create table t (id int primary key);
             create function no() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
             create trigger no before insert on t for each row execute function no()"
        ),
        "the server refused 300 rows of \"t\": never; give the column a default, or seed this table by hand"
    );
}

#[test]
fn a_partitioned_table_without_partitions_is_an_error() {
    assert_eq!(
        error("create table t (at date not null) partition by range (at)"),
        "\"t\" has no partition for its rows; create one first"
    );
}

#[test]
fn a_type_without_known_values_is_an_error() {
    assert_eq!(
        error("create table t (a int, b pg_snapshot, c pg_snapshot not null)"),
        "column `c` of \"t\" has type `pg_snapshot`, for which no values are known; give it a default, or let it be NULL"
    );
}
