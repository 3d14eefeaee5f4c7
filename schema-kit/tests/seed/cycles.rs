use super::{assert_true, error, seeded};

#[test]
fn a_table_that_references_itself_becomes_a_tree() {
    seeded(
        "create table nodes (
            id bigint generated always as identity primary key, parent_id bigint references nodes, check (parent_id <> id))",
        async |connection, _| {
            assert_true(
                connection,
                "with recursive tree as (
                    select id from nodes where parent_id is null
                    union all select n.id from nodes n join tree t on n.parent_id = t.id)
                 select count(*) = 60 from tree",
            )
            .await;
            assert_true(connection, "select count(parent_id) > 30 from nodes").await;
        },
    );
}

#[test]
fn a_cycle_is_closed_by_an_update() {
    seeded(
        "create table departments (id int primary key, head_id bigint);
         create table employees (
            id bigserial primary key, department_id int not null references departments, deputy_id bigint unique references employees);
         alter table departments add foreign key (head_id) references employees",
        async |connection, _| {
            assert_true(connection, "select count(head_id) > 30 from departments").await;
            assert_true(connection, "select count(deputy_id) > 30 from employees").await;
        },
    );
}

#[test]
fn a_cycle_of_columns_that_cannot_be_null_is_deferred() {
    seeded(
        "create table a (id int primary key, b_id uuid not null);
         create table b (id uuid primary key, a_id int not null references a);
         alter table a add foreign key (b_id) references b deferrable;
         create table s (id bigserial primary key, next_id bigint not null references s deferrable initially deferred)",
        async |connection, _| {
            assert_true(
                connection,
                "select count(*) = 60 from a join b on a.b_id = b.id join a a2 on a2.id = b.a_id",
            )
            .await;
            assert_true(connection, "select count(*) = 60 from s join s n on n.id = s.next_id").await;
        },
    );
}

#[test]
fn a_row_that_must_reference_a_row_of_its_table_references_itself() {
    seeded(
        "create table a (id bigint generated always as identity primary key, root_id bigint not null references a);
         create table b (id uuid primary key, root_id uuid not null references b)",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 and bool_and(id = root_id) from a").await;
            assert_true(connection, "select count(*) = 60 and bool_and(id = root_id) from b").await;
        },
    );
}

#[test]
fn a_self_reference_stays_in_its_tenant() {
    seeded(
        "create table tenants (id int primary key);
         create table t (
            tenant_id int not null references tenants, id int, parent_id int, primary key (tenant_id, id),
            foreign key (tenant_id, parent_id) references t)",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 and count(parent_id) > 5 from t").await;
        },
    );
}

#[test]
fn a_cycle_that_nothing_can_close_is_an_error() {
    assert_eq!(
        error(
            "create table a (id int primary key, b_id int not null);
             create table b (id int primary key, a_id int not null references a);
             alter table a add foreign key (b_id) references b;
             create table c (id int primary key, a_id int references a)"
        ),
        r#"tables reference each other: "a", "b"; make a column of one of the foreign keys nullable, or the foreign key deferrable"#
    );
}
