//! Pairs of schemas. Each becomes the other one, and back.

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "a check is added",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int constraint t_a check (a > 0), b int, c text);"#,
    },
    Case {
        name: "a check gets another condition",
        from: r#"create table t (a int constraint t_a check (a > 0));"#,
        to: r#"create table t (a int constraint t_a check (a > 1));"#,
    },
    Case {
        name: "several checks change and one gets another name",
        from: r#"create table t (a int, constraint x check (a > 0), constraint y check (a < 9));"#,
        to: r#"create table t (a int, constraint z check (a > 0), constraint y check (a < 10));"#,
    },
    Case {
        name: "a check compares with labels of an enum",
        from: r#"create type e as enum ('a', 'b'); create table t (e e constraint t_e check (e <> 'a'));"#,
        to: r#"create type e as enum ('a', 'b', 'c'); create table t (e e constraint t_e check (e in ('a', 'c')));"#,
    },
    Case {
        name: "a check has a backslash",
        from: r#"create table t (c text constraint k check (c ~ '^\d+$'));"#,
        to: r#"create table t (c text constraint k check (c ~ '^\w+\.$'));"#,
    },
    Case {
        name: "a unique constraint is added",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int unique, b int, c text);"#,
    },
    Case {
        name: "a unique constraint gets other columns",
        from: r#"create table t (a int, b int, constraint u unique (a));"#,
        to: r#"create table t (a int, b int, constraint u unique (a, b));"#,
    },
    Case {
        name: "a unique constraint gets another name",
        from: r#"create table t (a int constraint u unique);"#,
        to: r#"create table t (a int constraint v unique);"#,
    },
    Case {
        name: "a unique constraint treats NULLs as equal",
        from: r#"create table t (a int constraint u unique);"#,
        to: r#"create table t (a int constraint u unique nulls not distinct);"#,
    },
    Case {
        name: "a unique index becomes a unique constraint",
        from: r#"create table t (a int); create unique index u on t (a);"#,
        to: r#"create table t (a int constraint u unique);"#,
    },
    Case {
        name: "a unique constraint moves to a new column",
        from: r#"create table t (a int unique);"#,
        to: r#"create table t (b int unique);"#,
    },
    Case {
        name: "a column becomes the primary key",
        from: r#"create table t (a int, b int);"#,
        to: r#"create table t (a int primary key, b int);"#,
    },
    Case {
        name: "a column that is not NULL becomes the primary key",
        from: r#"create table t (a int not null);"#,
        to: r#"create table t (a int primary key);"#,
    },
    Case {
        name: "a primary key of one column becomes one of two with a new column",
        from: r#"create table t (a int primary key);"#,
        to: r#"create table t (a int, b int, primary key (a, b));"#,
    },
    Case {
        name: "a primary key of two columns becomes one of two others",
        from: r#"create table t (a int, b int, c int, primary key (a, b));"#,
        to: r#"create table t (a int, b int, c int, primary key (b, c));"#,
    },
    Case {
        name: "a primary key moves to a new column and the old one is dropped",
        from: r#"create table t (a int primary key);"#,
        to: r#"create table t (b int primary key);"#,
    },
    Case {
        name: "a new column is the primary key of a table without one",
        from: r#"create table t (b int);"#,
        to: r#"create table t (a int primary key, b int);"#,
    },
    Case {
        name: "a primary key gets another name",
        from: r#"create table t (a int constraint x primary key);"#,
        to: r#"create table t (a int constraint y primary key);"#,
    },
    Case {
        name: "a primary key that is referenced changes",
        from: r#"create table t (a int primary key); create table u (a int references t);"#,
        to: r#"create table t (a int unique, b int primary key); create table u (a int references t (a));"#,
    },
    Case {
        name: "a foreign key is added",
        from: r#"create table t (a int primary key, b int unique);create table u (t int);"#,
        to: r#"create table t (a int primary key, b int unique);create table u (t int references t);"#,
    },
    Case {
        name: "a foreign key gets other actions",
        from: r#"create table t (a int primary key, b int unique);create table u (t int references t);"#,
        to: r#"create table t (a int primary key, b int unique);create table u (t int references t on delete cascade on update set null);"#,
    },
    Case {
        name: "a foreign key references another column",
        from: r#"create table t (a int primary key, b int unique);create table u (t int constraint f references t (a));"#,
        to: r#"create table t (a int primary key, b int unique);create table u (t int constraint f references t (b));"#,
    },
    Case {
        name: "a foreign key has several columns",
        from: r#"create table t (a int, b int, primary key (a, b)); create table u (a int, b int);"#,
        to: r#"create table t (a int, b int, primary key (a, b)); create table u (a int, b int, foreign key (a, b) references t);"#,
    },
    Case {
        name: "a table references itself",
        from: r#"create table t (a int primary key);"#,
        to: r#"create table t (a int primary key, parent int references t);"#,
    },
    Case {
        name: "a foreign key has a long name",
        from: r#"create table t (a int primary key, b int unique);create table u (a_column_with_a_very_long_name_that_is_nearly_too_long int);"#,
        to: r#"create table t (a int primary key, b int unique);create table u (a_column_with_a_very_long_name_that_is_nearly_too_long int references t);"#,
    },
    Case {
        name: "tables and their constraints are created in one step",
        from: r#"create table x (a int);"#,
        to: r#"create table b (id int primary key, code int unique); create table a (id int primary key, b int references b); create table x (a int references b (code));"#,
    },
    Case {
        name: "a generated column has a key",
        from: r#"create table t (a int primary key);"#,
        to: r#"create table t (a int primary key, g int generated always as (a * 2) stored unique references t);"#,
    },
    Case {
        name: "columns with defaults are added",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int, b int default 1, c text default 'it''s "x"' not null, d timestamptz default now(), e boolean default true);"#,
    },
    Case {
        name: "columns with arrays are added",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int, b int[] default '{}', c text[] default '{a,"b c"}' not null, d int[][] default '{{1,2},{3,4}}', e date[] default '{2026-01-31}', f uuid[] default '{}', g jsonb[] default array['{"a": 1}'::jsonb]);"#,
    },
    Case {
        name: "a default changes",
        from: r#"create table t (a int default 1, b text default 'x', c jsonb default '{}', d numeric(10,2) default 1.5, e interval default '1 day', f uuid default gen_random_uuid(), g timestamp default '2026-01-31');"#,
        to: r#"create table t (a int default 2, b text, c jsonb default '{"a": [true]}', d numeric(10,2) default 2.50, e interval default '2 hours', f uuid, g timestamp default now());"#,
    },
    Case {
        name: "a column gets another type",
        from: r#"create table t (a text, b text, c int, d varchar(10), e timestamp);"#,
        to: r#"create table t (a jsonb, b timestamptz, c bigint, d varchar(20), e timestamptz(3));"#,
    },
    Case {
        name: "an integer becomes a serial",
        from: r#"create table t (a int not null);"#,
        to: r#"create table t (a serial);"#,
    },
    Case {
        name: "NULL is allowed and forbidden",
        from: r#"create table t (a int not null, b int);"#,
        to: r#"create table t (a int, b int not null);"#,
    },
    Case {
        name: "columns of every type have defaults",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a smallint default 1, b bigint default 2, c real default 1.5, d double precision default 2.5, e char(3) default 'x',
  f varchar(9) default 'y', g json default '[]', h time default '12:00', i date default '2026-01-31', j point default '(1,2)', k line default '{1,2,3}',
  l bit(3) default B'101', m macaddr default '08:00:2b:01:02:03', n macaddr8 default '08:00:2b:01:02:03:04:05', o inet default '10.0.0.1',
  p cidr default '10.0.0.0/8', q bytea default '\x00', r money default 1, s xml, t tsvector, u int4range default '[1,2)', v numeric[] default '{1.5}', w time[] default '{12:00}',
  x inet[] default '{10.0.0.1}', y interval[] default '{1 day}', z bit(3)[] default '{101}');"#,
    },
    Case {
        name: "names have other characters",
        from: r#"create table "a b" ("c-d" int);"#,
        to: r#"create table "a b" ("c-d" int, "E" int, "select" text, "it's" int default 1);"#,
    },
    Case {
        name: "a column has the name of an enum",
        from: r#"create type e as enum ('a'); create table t (a int);"#,
        to: r#"create type e as enum ('a'); create table t (a int, e e default 'a');"#,
    },
    Case {
        name: "an enum is created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create type e as enum ('a', 'b', 'c');create table t (a int, b int, c text);"#,
    },
    Case {
        name: "labels are added at all places",
        from: r#"create type e as enum ('b');"#,
        to: r#"create type e as enum ('a', 'b', 'c');"#,
    },
    Case {
        name: "a label is removed",
        from: r#"create type e as enum ('a', 'b', 'c');"#,
        to: r#"create type e as enum ('a', 'c');"#,
    },
    Case {
        name: "labels get another order",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a e);"#,
        to: r#"create type e as enum ('c', 'a', 'b');create table t (a e);"#,
    },
    Case {
        name: "labels of a column with a default get another order",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a e default 'b', b e[] default '{a,b}');"#,
        to: r#"create type e as enum ('c', 'a', 'b');create table t (a e default 'b', b e[] default '{a,b}');"#,
    },
    Case {
        name: "labels of arrays get another order",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a e[], b e[][] default '{{a,b},{c,a}}' not null);"#,
        to: r#"create type e as enum ('c', 'a', 'b');create table t (a e[], b e[][] default '{{a,b},{c,a}}' not null);"#,
    },
    Case {
        name: "a label is removed and the default changes",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a e default 'b');"#,
        to: r#"create type e as enum ('a', 'c'); create table t (a e default 'c');"#,
    },
    Case {
        name: "a text becomes an enum",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a text, b text default 'a', c text[] default '{a}');"#,
        to: r#"create type e as enum ('a', 'b', 'c');create table t (a e, b e default 'a', c e[] default '{a}');"#,
    },
    Case {
        name: "an enum becomes another one",
        from: r#"create type e as enum ('a', 'b', 'c');create type f as enum ('a', 'b'); create table t (a e, b e default 'a');"#,
        to: r#"create type e as enum ('a', 'b', 'c');create type f as enum ('a', 'b'); create table t (a f, b f default 'b');"#,
    },
    Case {
        name: "a default of an enum is set",
        from: r#"create type e as enum ('a', 'b', 'c');create table t (a e);"#,
        to: r#"create type e as enum ('a', 'b', 'c');create table t (a e default 'a');"#,
    },
    Case {
        name: "a generated column is added",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int, b int generated always as (a + 1) stored);"#,
    },
    Case {
        name: "a generated column gets another expression",
        from: r#"create table t (a int, b int generated always as (a + 1) stored);"#,
        to: r#"create table t (a int, b int generated always as (a + 2) stored);"#,
    },
    Case {
        name: "a generated column becomes a plain one",
        from: r#"create table t (a int, b int generated always as (a + 1) stored);"#,
        to: r#"create table t (a int, b int);"#,
    },
    Case {
        name: "a generated column reads JSON",
        from: r#"create table t (a jsonb);"#,
        to: r#"create table t (a jsonb, b text generated always as (a ->> 'x') stored);"#,
    },
    Case {
        name: "an identity is added",
        from: r#"create table t (a int not null);"#,
        to: r#"create table t (a int generated always as identity);"#,
    },
    Case {
        name: "an identity gets other options",
        from: r#"create table t (a int generated always as identity);"#,
        to: r#"create table t (a int generated by default as identity (start 10 increment 5 maxvalue 500 cache 7 cycle));"#,
    },
    Case {
        name: "a serial becomes an identity",
        from: r#"create table t (a serial);"#,
        to: r#"create table t (a int generated by default as identity);"#,
    },
    Case {
        name: "indexes of all kinds are created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create index i on t (a desc nulls last, b); create index j on t (lower(c)); create index k on t (a) where b > 0; create index l on t using hash (a); create unique index m on t (b) include (a); create index n on t using gin (to_tsvector('english', c)); create index o on t (c text_pattern_ops) with (fillfactor = 70);"#,
    },
    Case {
        name: "an index changes",
        from: r#"create table t (a int, b int, c text);create index i on t (a); create index j on t (a) where b > 0; create index k on t (lower(c)); create index l on t (a) with (fillfactor = 70);"#,
        to: r#"create table t (a int, b int, c text);create index i on t (a desc); create index j on t (a) where b > 1; create index k on t (upper(c)); create index l on t (a) with (fillfactor = 80);"#,
    },
    Case {
        name: "an index gets another method and class",
        from: r#"create table t (a int, b int, c text);create index i on t (a); create index j on t (c);"#,
        to: r#"create table t (a int, b int, c text);create index i on t using brin (a); create index j on t (c text_pattern_ops);"#,
    },
    Case {
        name: "a column is added with the index on it",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int, b int); create index i on t (b);"#,
    },
    Case {
        name: "row-level security is enabled and forced",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int); alter table t enable row level security, force row level security;"#,
    },
    Case {
        name: "a policy is created",
        from: r#"create table t (a int); alter table t enable row level security;"#,
        to: r#"create table t (a int); alter table t enable row level security;create policy p on t as restrictive for update to public using (a > 0) with check (a > 1);"#,
    },
    Case {
        name: "a policy is altered",
        from: r#"create table t (a int); alter table t enable row level security;create policy p on t using (a > 0);"#,
        to: r#"create table t (a int); alter table t enable row level security;create policy p on t to current_user using (a > 1) with check (a > 2);"#,
    },
    Case {
        name: "a policy is created again",
        from: r#"create table t (a int); alter table t enable row level security;create policy p on t for select using (a > 0);"#,
        to: r#"create table t (a int); alter table t enable row level security;create policy p on t as restrictive for delete using (a > 0);"#,
    },
    Case {
        name: "a policy without conditions",
        from: r#"create table t (a int); alter table t enable row level security;"#,
        to: r#"create table t (a int); alter table t enable row level security;create policy p on t for select;"#,
    },
    Case {
        name: "several policies change with row-level security",
        from: r#"create table t (a int); create policy p on t; create policy q on t for insert with check (a > 0);"#,
        to: r#"create table t (a int); alter table t enable row level security; create policy q on t for insert with check (a > 1); create policy r on t for delete using (true); comment on policy r on t is 'x';"#,
    },
    Case {
        name: "a table with policies is created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create table u (a int); alter table u enable row level security; create policy p on u using (a in (select a from t));"#,
    },
    Case {
        name: "a sequence is created",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int); create sequence s as smallint increment 2 minvalue 3 maxvalue 30 start 5 cache 4 cycle;"#,
    },
    Case {
        name: "a sequence changes",
        from: r#"create sequence s;"#,
        to: r#"create sequence s increment 3 maxvalue 100 cache 2 cycle;"#,
    },
    Case {
        name: "a default is the next value of a sequence",
        from: r#"create sequence s; create table t (a int);"#,
        to: r#"create sequence s; create table t (a int default nextval('s'));"#,
    },
    Case {
        name: "a view is created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create view v as select a, b from t where a > 0;"#,
    },
    Case {
        name: "a view is created with its table",
        from: r#""#,
        to: r#"create table t (a int); create view v as select a from t;"#,
    },
    Case {
        name: "a view gets another query",
        from: r#"create table t (a int, b int, c text);create view v as select a from t;"#,
        to: r#"create table t (a int, b int, c text);create view v as select a, b from t where b > 0;"#,
    },
    Case {
        name: "a view gets options",
        from: r#"create table t (a int, b int, c text);create view v as select a from t;"#,
        to: r#"create table t (a int, b int, c text);create view v with (security_barrier, security_invoker) as select a from t;"#,
    },
    Case {
        name: "options of a view change",
        from: r#"create table t (a int, b int, c text);create view v with (check_option = local) as select a from t;"#,
        to: r#"create table t (a int, b int, c text);create view v with (check_option = cascaded, security_barrier) as select a from t;"#,
    },
    Case {
        name: "a materialized view is created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create materialized view m as select a from t; create index i on m (a);"#,
    },
    Case {
        name: "a materialized view gets another query",
        from: r#"create table t (a int, b int, c text);create materialized view m as select a from t;"#,
        to: r#"create table t (a int, b int, c text);create materialized view m as select a, b from t;"#,
    },
    Case {
        name: "options of a materialized view change",
        from: r#"create table t (a int, b int, c text);create materialized view m with (fillfactor = 70) as select a from t;"#,
        to: r#"create table t (a int, b int, c text);create materialized view m with (fillfactor = 80, autovacuum_enabled = false) as select a from t;"#,
    },
    Case {
        name: "a materialized view without rows",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create materialized view m as select a from t with no data;"#,
    },
    Case {
        name: "a column under a view is dropped",
        from: r#"create table t (a int, b int, c text);create view v as select a, b from t;"#,
        to: r#"create table t (a int, c text); create view v as select a from t;"#,
    },
    Case {
        name: "a column under views changes its type",
        from: r#"create table t (a int, b int, c text);create view v as select a from t; create view w as select a from v; create materialized view m as select a from w;"#,
        to: r#"create table t (a bigint, b int, c text);create view v as select a from t; create view w as select a from v; create materialized view m as select a from w;"#,
    },
    Case {
        name: "dependent views are created",
        from: r#"create table t (a int, b int, c text);"#,
        to: r#"create table t (a int, b int, c text);create materialized view m as select a from t; create materialized view n as select a from m; create view v as select a from n; create view w as select a from v;"#,
    },
    Case {
        name: "columns of vectors have defaults",
        from: r#"create table t (a int);"#,
        to: r#"create table t (a int, v vector(3) default '[1,2,3]', b halfvec(2) default '[1,2]', c sparsevec(5) default '{1:1}/5', d vector(2)[] default '{}');"#,
    },
    Case {
        name: "tables are dropped with their foreign keys",
        from: r#"create table a (id int primary key); create table b (id int primary key, a int references a); alter table a add b int references b;"#,
        to: r#"create table c (id int);"#,
    },
    Case {
        name: "partitions are created",
        from: r#"create table t (a int) partition by range (a);"#,
        to: r#"create table t (a int) partition by range (a); create table t1 partition of t for values from (1) to (10); create table t2 partition of t default;"#,
    },
    Case {
        name: "comments change",
        from: r#"create table t (a int); comment on table t is 'x';"#,
        to: r#"create table t (a int); comment on table t is 'it''s y'; comment on column t.a is 'z';"#,
    },
    Case {
        name: "a table has a text search column",
        from: r#"create table t (a text);"#,
        to: r#"create table t (a text, v tsvector generated always as (to_tsvector('english', a)) stored); create index i on t using gin (v);"#,
    },
];
