use super::{assert_true, seeded};

#[test]
fn simple_checks_are_understood() {
    // Without understanding them, 300 attempts would not be enough.
    seeded(
        "create table t (
            a int not null check (a >= 2000000000), b int not null check (b in (77777, 88888)),
            c text not null check (c = any (array['x1', 'y2'])), d int not null check (d between 123456 and 123458),
            e text not null check (length(e) = 17), f text not null check (f ~ '^[A-Z]{3}-[0-9]{4}$'),
            g text not null check (g like 'pre-%-post'), h numeric(8, 3) not null check (h > 55555.5 and h < 55556),
            i date not null check (i >= date '1901-01-01' and i < '1901-01-03'),
            j text not null check (j = upper(j)), k jsonb not null check (jsonb_typeof(k) = 'array'),
            l timestamptz check (l is null or l > '2099-01-01'), m text check (m = 'p' or m = 'q'),
            n boolean not null check (not n), o int check (o is not null and o <> 1),
            p timestamptz not null check (p > now()), q double precision not null check (q > 0 and q < 0.001),
            r text[] not null check (r <@ array['red', 'green']), s bytea not null check (length(s) = 3),
            t1 timestamptz not null, t2 timestamptz not null check (t1 < t2), u int not null check (u > -5 and 0 > u),
            v varchar(20) not null check (char_length(v) >= 19), w smallint not null check (w <= -32000),
            x text not null check (x <> ''))",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 from t").await;
            assert_true(
                connection,
                "select count(distinct b) = 2 and count(distinct c) = 2 and count(distinct d) = 3
                    and count(distinct m) = 2 and count(o) = 60 from t",
            )
            .await;
        },
    );
}

#[test]
fn rows_that_the_server_refuses_are_replaced() {
    seeded(
        "create table t (
            id bigint generated always as identity primary key,
            a int not null check (a % 7 = 0), b int, c int, check (num_nonnulls(b, c) = 2),
            d text not null check (d !~ '^[aeiou]'), during daterange not null, exclude using gist (during with &&));
         create function no_ones() returns trigger language plpgsql as
            $$ begin if new.b % 10 = 1 then raise exception 'no'; end if; return new; end $$;
         create trigger no_ones before insert on t for each row execute function no_ones()",
        async |connection, _| {
            assert_true(connection, "select count(*) = 60 and bool_and(b % 10 <> 1) from t").await;
        },
    );
}

#[test]
fn domains_are_checked_also_in_arrays_and_composite_types() {
    seeded(
        "create domain even as int check (value % 2 = 0 and value between 1000000 and 1000003);
         create domain code as varchar(4) check (value ~ '^[0-9]{4}$') not null;
         create type pair as (a even, b code);
         create table t (a even not null, b even[] not null, c pair not null, d pair[] not null, e code)",
        async |connection, _| {
            assert_true(
                connection,
                "select count(*) = 60 and bool_and((c).b ~ '^[0-9]{4}$') and count(distinct a) = 2 from t",
            )
            .await;
        },
    );
}
