use schema_tests::db;

use super::{assert_true, execute, model, rows, seed, seeded};

#[test]
fn each_type_has_values() {
    seeded(
        "create type mood as enum ('sad', 'it''s \"ok\"', 'a,b');
         create domain positive as int not null check (value > 0);
         create domain mail as text check (value ~ '^[a-z]+@[a-z]+\\.org$');
         create type address as (street text, number positive, moods mood[], \"at\" timestamptz);
         create table t (
            id uuid primary key, a smallint not null, b integer not null, c bigint not null, d numeric not null,
            e numeric(4,2) not null, e2 numeric(3,3) not null, f real not null, g double precision not null,
            h money not null, i varchar(3) not null, j char(5) not null, k text not null, l bytea not null,
            m date not null, n timestamp not null, o timestamptz not null, p time not null, q timetz not null,
            r interval not null, s boolean not null, u json not null, v jsonb not null, w mood not null,
            x positive, y mail not null, z address not null,
            aa text[] not null, ab int[] not null, ac mood[] not null, ad address[] not null, ae jsonb[] not null,
            ba int4range not null, bb int8range not null, bc numrange not null, bd tsrange not null,
            be tstzrange not null, bf daterange not null, bg datemultirange not null,
            ca inet not null, cb cidr not null, cc macaddr not null, cd macaddr8 not null,
            da point not null, db line not null, dc lseg not null, dd box not null, de path not null,
            df polygon not null, dg circle not null, ea bit(5) not null, eb bit varying(7) not null,
            fa tsvector not null, fb tsquery not null, fc jsonpath not null, fd pg_lsn not null, fe oid not null,
            ga text[] not null check (cardinality(ga) between 2 and 3), gb name not null, gc interval day to second not null
         )",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 from t").await;
            assert_true(connection, "select count(distinct w) = 3 from t").await;
            assert_true(connection, "select bool_and((z).number > 0) from t").await;
            assert_true(connection, "select count(distinct k) > 10 from t").await;
        },
    );
}

#[test]
fn vectors_have_their_dimensions() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let has_vector: bool =
            sqlx::query_scalar("select exists (select from pg_extension where extname = 'vector')")
                .fetch_one(&mut *connection)
                .await
                .unwrap();
        if !has_vector {
            return;
        }
        execute(
            &mut connection,
            "create table docs (
                id bigint generated always as identity primary key,
                embedding vector(384) not null, half halfvec(16) not null, sparse sparsevec(50) not null,
                several vector(3)[] not null, any_length vector not null);
             create index on docs using hnsw (embedding vector_cosine_ops)",
        )
        .await;
        let model = model(&mut connection).await;
        seed(&mut connection, &model, &rows(60)).await.unwrap();
        assert_true(
            &mut connection,
            "select count(*) = 60 and bool_and(vector_dims(embedding) = 384)
                and count(distinct embedding::text) = 60 from docs",
        )
        .await;
    });
}

#[test]
fn the_server_makes_numbers_defaults_and_generated_values() {
    seeded(
        "create table t (
            a bigint generated always as identity primary key, b serial, c int generated always as (a * 2) stored,
            d text not null default 'x', e int default 7, f text not null,
            at timestamptz not null default now(), u uuid not null default gen_random_uuid())",
        async |connection, _| {
            assert_true(
                connection,
                "select bool_and(d = 'x' and e = 7 and c = a * 2) and max(a) = 60 and max(b) = 60 from t",
            )
            .await;
            // Such a default would be different each time.
            assert_true(
                connection,
                "select bool_and(at < '2026-01-01') and count(distinct at) > 50 and count(distinct u) = 60 from t",
            )
            .await;
        },
    );
}

#[test]
fn a_table_with_nothing_but_a_number_has_rows() {
    seeded(
        "create table a (id bigint generated always as identity primary key);
         create table b (id serial primary key);
         create table c (x text default 'a');
         create table \"odd \"\" name\" (\"in\" int references b, \"a\tb\" text not null)",
        async |connection, seeded| {
            assert_eq!(seeded.rows.len(), 4);
            assert_true(connection, "select count(*) = 60 and max(id) = 60 from a").await;
            // The sequence continues after the rows.
            execute(connection, "insert into a default values").await;
            execute(connection, "insert into b default values").await;
        },
    );
}

#[test]
fn names_of_columns_choose_generators() {
    seeded(
        "create table customers (
            email text not null, first_name text not null, name text not null, phone text not null,
            website text not null, birth_date date not null, age int not null, price numeric(10, 2) not null,
            created_at timestamptz not null, country_code char(2) not null, short_email varchar(8) not null unique)",
        async |connection, _| {
            assert_true(
                connection,
                "select bool_and(email like '%_@_%._%' and name like '% %' and website like 'https://%'
                    and birth_date < '2010-01-01' and age between 18 and 90 and price > 0
                    and phone ~ '[0-9]{3}' and country_code ~ '^[A-Z]{2}$') from customers",
            )
            .await;
        },
    );
}
