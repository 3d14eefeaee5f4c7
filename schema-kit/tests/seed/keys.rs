use super::{assert_true, count, seeded};

#[test]
fn tables_are_filled_in_the_order_of_their_references() {
    seeded(
        "create table z (id bigint generated always as identity primary key, name text not null);
         create table a (id int primary key, z_id bigint not null references z, maybe bigint references z);
         create table aa (a_id int primary key references a, note text)",
        async |connection, _| {
            assert_true(connection, "select count(distinct z_id) > 20 from a").await;
            assert_true(connection, "select count(*) between 1 and 30 from a where maybe is null").await;
            assert_true(connection, "select count(*) = 60 from aa").await;
        },
    );
}

#[test]
fn unique_constraints_and_indexes_are_satisfied() {
    seeded(
        "create table t (
            id int primary key, code varchar(3) not null unique, on_day date not null unique,
            a text not null, b smallint not null check (b between 1 and 8), unique (a, b),
            email text not null, nothing int, unique nulls not distinct (nothing), flag boolean not null,
            kind text not null check (kind in ('x', 'y', 'z')), n int not null check (n between 1 and 20));
         create unique index on t (lower(email));
         create unique index on t (kind, n);
         create unique index on t (a) where flag",
        async |connection, _| {
            // Each pair of three kinds and 20 numbers once.
            assert_true(connection, "select count(*) = 60 from t").await;
        },
    );
}

#[test]
fn a_unique_constraint_limits_the_rows() {
    seeded(
        "create type size as enum ('s', 'm', 'l');
         create table sizes (size size primary key);
         create table one (size size not null unique references sizes, other boolean not null);
         create table pair (a boolean not null, b boolean not null, primary key (a, b))",
        async |connection, seeded| {
            let _ = connection;
            assert_eq!(count(&seeded, "sizes"), 3);
            assert_eq!(count(&seeded, "one"), 3);
            assert_eq!(count(&seeded, "pair"), 4);
        },
    );
}

#[test]
fn composite_keys_that_share_a_column_agree() {
    seeded(
        "create table tenants (id int primary key, name text not null);
         create table users (tenant_id int not null references tenants, id int, primary key (tenant_id, id));
         create table projects (tenant_id int not null references tenants, id uuid, primary key (tenant_id, id));
         create table tasks (
            id bigserial primary key, tenant_id int not null references tenants, user_id int not null,
            project_id uuid, foreign key (tenant_id, user_id) references users,
            foreign key (tenant_id, project_id) references projects);
         create table members (
            tenant_id int, user_id int, project_id uuid, primary key (tenant_id, user_id, project_id),
            foreign key (tenant_id, user_id) references users on delete cascade,
            foreign key (tenant_id, project_id) references projects on delete cascade)",
        async |connection, seeded| {
            assert_true(connection, "select count(*) = 60 and count(project_id) > 10 from tasks").await;
            assert!(count(&seeded, "members") > 10);
        },
    );
}

#[test]
fn a_key_of_which_one_column_can_be_null_needs_no_row() {
    seeded(
        "create table tenants (id int primary key);
         create table labels (tenant_id int not null references tenants, id int, primary key (tenant_id, id), check (tenant_id < 3));
         create table notes (
            tenant_id int not null references tenants, label_id int, foreign key (tenant_id, label_id) references labels)",
        async |connection, seeded| {
            assert_eq!(count(&seeded, "notes"), 60);
            assert_true(connection, "select count(distinct tenant_id) > 2 and count(label_id) > 0 from notes").await;
        },
    );
}
