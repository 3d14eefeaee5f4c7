-- Pairs of schemas. Each becomes the other one, and back.

-- # a check is added
create table t (a int, b int, c text);
-- becomes
create table t (a int constraint t_a check (a > 0), b int, c text);

-- # a check gets another condition
create table t (a int constraint t_a check (a > 0));
-- becomes
create table t (a int constraint t_a check (a > 1));

-- # several checks change and one gets another name
create table t (a int, constraint x check (a > 0), constraint y check (a < 9));
-- becomes
create table t (a int, constraint z check (a > 0), constraint y check (a < 10));

-- # a check compares with labels of an enum
create type e as enum ('a', 'b');
create table t (e e constraint t_e check (e <> 'a'));
-- becomes
create type e as enum ('a', 'b', 'c');
create table t (e e constraint t_e check (e in ('a', 'c')));

-- # a check has a backslash
create table t (c text constraint k check (c ~ '^\d+$'));
-- becomes
create table t (c text constraint k check (c ~ '^\w+\.$'));

-- # a unique constraint is added
create table t (a int, b int, c text);
-- becomes
create table t (a int unique, b int, c text);

-- # a unique constraint gets other columns
create table t (a int, b int, constraint u unique (a));
-- becomes
create table t (a int, b int, constraint u unique (a, b));

-- # a unique constraint gets another name
create table t (a int constraint u unique);
-- becomes
create table t (a int constraint v unique);

-- # a unique constraint treats NULLs as equal
create table t (a int constraint u unique);
-- becomes
create table t (a int constraint u unique nulls not distinct);

-- # a unique index becomes a unique constraint
create table t (a int);
create unique index u on t (a);
-- becomes
create table t (a int constraint u unique);

-- # a unique constraint moves to a new column
create table t (a int unique);
-- becomes
create table t (b int unique);

-- # a column becomes the primary key
create table t (a int, b int);
-- becomes
create table t (a int primary key, b int);

-- # a column that is not NULL becomes the primary key
create table t (a int not null);
-- becomes
create table t (a int primary key);

-- # a primary key of one column becomes one of two with a new column
create table t (a int primary key);
-- becomes
create table t (a int, b int, primary key (a, b));

-- # a primary key of two columns becomes one of two others
create table t (a int, b int, c int, primary key (a, b));
-- becomes
create table t (a int, b int, c int, primary key (b, c));

-- # a primary key moves to a new column and the old one is dropped
create table t (a int primary key);
-- becomes
create table t (b int primary key);

-- # a new column is the primary key of a table without one
create table t (b int);
-- becomes
create table t (a int primary key, b int);

-- # a primary key gets another name
create table t (a int constraint x primary key);
-- becomes
create table t (a int constraint y primary key);

-- # a primary key that is referenced changes
create table t (a int primary key);
create table u (a int references t);
-- becomes
create table t (a int unique, b int primary key);
create table u (a int references t (a));

-- # a foreign key is added
create table t (a int primary key, b int unique);create table u (t int);
-- becomes
create table t (a int primary key, b int unique);create table u (t int references t);

-- # a foreign key gets other actions
create table t (a int primary key, b int unique);create table u (t int references t);
-- becomes
create table t (a int primary key, b int unique);create table u (t int references t on delete cascade on update set null);

-- # a foreign key references another column
create table t (a int primary key, b int unique);create table u (t int constraint f references t (a));
-- becomes
create table t (a int primary key, b int unique);create table u (t int constraint f references t (b));

-- # a foreign key has several columns
create table t (a int, b int, primary key (a, b));
create table u (a int, b int);
-- becomes
create table t (a int, b int, primary key (a, b));
create table u (a int, b int, foreign key (a, b) references t);

-- # a table references itself
create table t (a int primary key);
-- becomes
create table t (a int primary key, parent int references t);

-- # a foreign key has a long name
create table t (a int primary key, b int unique);create table u (a_column_with_a_very_long_name_that_is_nearly_too_long int);
-- becomes
create table t (a int primary key, b int unique);create table u (a_column_with_a_very_long_name_that_is_nearly_too_long int references t);

-- # tables and their constraints are created in one step
create table x (a int);
-- becomes
create table b (id int primary key, code int unique);
create table a (id int primary key, b int references b);
create table x (a int references b (code));

-- # a generated column has a key
create table t (a int primary key);
-- becomes
create table t (a int primary key, g int generated always as (a * 2) stored unique references t);

-- # columns with defaults are added
create table t (a int);
-- becomes
create table t (a int, b int default 1, c text default 'it''s "x"' not null, d timestamptz default now(), e boolean default true);

-- # columns with arrays are added
create table t (a int);
-- becomes
create table t (a int, b int[] default '{}', c text[] default '{a,"b c"}' not null, d int[][] default '{{1,2},{3,4}}', e date[] default '{2026-01-31}', f uuid[] default '{}', g jsonb[] default array['{"a": 1}'::jsonb]);

-- # a default changes
create table t (a int default 1, b text default 'x', c jsonb default '{}', d numeric(10,2) default 1.5, e interval default '1 day', f uuid default gen_random_uuid(), g timestamp default '2026-01-31');
-- becomes
create table t (a int default 2, b text, c jsonb default '{"a": [true]}', d numeric(10,2) default 2.50, e interval default '2 hours', f uuid, g timestamp default now());

-- # a column gets another type
create table t (a text, b text, c int, d varchar(10), e timestamp);
-- becomes
create table t (a jsonb, b timestamptz, c bigint, d varchar(20), e timestamptz(3));

-- # an integer becomes a serial
create table t (a int not null);
-- becomes
create table t (a serial);

-- # NULL is allowed and forbidden
create table t (a int not null, b int);
-- becomes
create table t (a int, b int not null);

-- # columns of every type have defaults
create table t (a int);
-- becomes
create table t (a smallint default 1, b bigint default 2, c real default 1.5, d double precision default 2.5, e char(3) default 'x',
  f varchar(9) default 'y', g json default '[]', h time default '12:00', i date default '2026-01-31', j point default '(1,2)', k line default '{1,2,3}',
  l bit(3) default B'101', m macaddr default '08:00:2b:01:02:03', n macaddr8 default '08:00:2b:01:02:03:04:05', o inet default '10.0.0.1',
  p cidr default '10.0.0.0/8', q bytea default '\x00', r money default 1, s xml, t tsvector, u int4range default '[1,2)', v numeric[] default '{1.5}', w time[] default '{12:00}',
  x inet[] default '{10.0.0.1}', y interval[] default '{1 day}', z bit(3)[] default '{101}');

-- # names have other characters
create table "a b" ("c-d" int);
-- becomes
create table "a b" ("c-d" int, "E" int, "select" text, "it's" int default 1);

-- # a column has the name of an enum
create type e as enum ('a');
create table t (a int);
-- becomes
create type e as enum ('a');
create table t (a int, e e default 'a');

-- # an enum is created
create table t (a int, b int, c text);
-- becomes
create type e as enum ('a', 'b', 'c');create table t (a int, b int, c text);

-- # labels are added at all places
create type e as enum ('b');
-- becomes
create type e as enum ('a', 'b', 'c');

-- # a label is removed
create type e as enum ('a', 'b', 'c');
-- becomes
create type e as enum ('a', 'c');

-- # labels get another order
create type e as enum ('a', 'b', 'c');create table t (a e);
-- becomes
create type e as enum ('c', 'a', 'b');create table t (a e);

-- # labels of a column with a default get another order
create type e as enum ('a', 'b', 'c');create table t (a e default 'b', b e[] default '{a,b}');
-- becomes
create type e as enum ('c', 'a', 'b');create table t (a e default 'b', b e[] default '{a,b}');

-- # labels of arrays get another order
create type e as enum ('a', 'b', 'c');create table t (a e[], b e[][] default '{{a,b},{c,a}}' not null);
-- becomes
create type e as enum ('c', 'a', 'b');create table t (a e[], b e[][] default '{{a,b},{c,a}}' not null);

-- # a label is removed and the default changes
create type e as enum ('a', 'b', 'c');create table t (a e default 'b');
-- becomes
create type e as enum ('a', 'c');
create table t (a e default 'c');

-- # a text becomes an enum
create type e as enum ('a', 'b', 'c');create table t (a text, b text default 'a', c text[] default '{a}');
-- becomes
create type e as enum ('a', 'b', 'c');create table t (a e, b e default 'a', c e[] default '{a}');

-- # an enum becomes another one
create type e as enum ('a', 'b', 'c');create type f as enum ('a', 'b');
create table t (a e, b e default 'a');
-- becomes
create type e as enum ('a', 'b', 'c');create type f as enum ('a', 'b');
create table t (a f, b f default 'b');

-- # a default of an enum is set
create type e as enum ('a', 'b', 'c');create table t (a e);
-- becomes
create type e as enum ('a', 'b', 'c');create table t (a e default 'a');

-- # a generated column is added
create table t (a int);
-- becomes
create table t (a int, b int generated always as (a + 1) stored);

-- # a generated column gets another expression
create table t (a int, b int generated always as (a + 1) stored);
-- becomes
create table t (a int, b int generated always as (a + 2) stored);

-- # a generated column becomes a plain one
create table t (a int, b int generated always as (a + 1) stored);
-- becomes
create table t (a int, b int);

-- # a generated column reads JSON
create table t (a jsonb);
-- becomes
create table t (a jsonb, b text generated always as (a ->> 'x') stored);

-- # an identity is added
create table t (a int not null);
-- becomes
create table t (a int generated always as identity);

-- # an identity gets other options
create table t (a int generated always as identity);
-- becomes
create table t (a int generated by default as identity (start 10 increment 5 maxvalue 500 cache 7 cycle));

-- # a serial becomes an identity
create table t (a serial);
-- becomes
create table t (a int generated by default as identity);

-- # indexes of all kinds are created
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create index i on t (a desc nulls last, b);
create index j on t (lower(c));
create index k on t (a) where b > 0;
create index l on t using hash (a);
create unique index m on t (b) include (a);
create index n on t using gin (to_tsvector('english', c));
create index o on t (c text_pattern_ops) with (fillfactor = 70);

-- # an index changes
create table t (a int, b int, c text);create index i on t (a);
create index j on t (a) where b > 0;
create index k on t (lower(c));
create index l on t (a) with (fillfactor = 70);
-- becomes
create table t (a int, b int, c text);create index i on t (a desc);
create index j on t (a) where b > 1;
create index k on t (upper(c));
create index l on t (a) with (fillfactor = 80);

-- # an index gets another method and class
create table t (a int, b int, c text);create index i on t (a);
create index j on t (c);
-- becomes
create table t (a int, b int, c text);create index i on t using brin (a);
create index j on t (c text_pattern_ops);

-- # a column is added with the index on it
create table t (a int);
-- becomes
create table t (a int, b int);
create index i on t (b);

-- # row-level security is enabled and forced
create table t (a int);
-- becomes
create table t (a int);
alter table t enable row level security, force row level security;

-- # a policy is created
create table t (a int);
alter table t enable row level security;
-- becomes
create table t (a int);
alter table t enable row level security;create policy p on t as restrictive for update to public using (a > 0) with check (a > 1);

-- # a policy is altered
create table t (a int);
alter table t enable row level security;create policy p on t using (a > 0);
-- becomes
create table t (a int);
alter table t enable row level security;create policy p on t to current_user using (a > 1) with check (a > 2);

-- # a policy is created again
create table t (a int);
alter table t enable row level security;create policy p on t for select using (a > 0);
-- becomes
create table t (a int);
alter table t enable row level security;create policy p on t as restrictive for delete using (a > 0);

-- # a policy without conditions
create table t (a int);
alter table t enable row level security;
-- becomes
create table t (a int);
alter table t enable row level security;create policy p on t for select;

-- # several policies change with row-level security
create table t (a int);
create policy p on t;
create policy q on t for insert with check (a > 0);
-- becomes
create table t (a int);
alter table t enable row level security;
create policy q on t for insert with check (a > 1);
create policy r on t for delete using (true);
comment on policy r on t is 'x';

-- # a table with policies is created
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create table u (a int);
alter table u enable row level security;
create policy p on u using (a in (select a from t));

-- # a sequence is created
create table t (a int);
-- becomes
create table t (a int);
create sequence s as smallint increment 2 minvalue 3 maxvalue 30 start 5 cache 4 cycle;

-- # a sequence changes
create sequence s;
-- becomes
create sequence s increment 3 maxvalue 100 cache 2 cycle;

-- # a default is the next value of a sequence
create sequence s;
create table t (a int);
-- becomes
create sequence s;
create table t (a int default nextval('s'));

-- # a view is created
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create view v as select a, b from t where a > 0;

-- # a view is created with its table

-- becomes
create table t (a int);
create view v as select a from t;

-- # a view gets another query
create table t (a int, b int, c text);create view v as select a from t;
-- becomes
create table t (a int, b int, c text);create view v as select a, b from t where b > 0;

-- # a view gets options
create table t (a int, b int, c text);create view v as select a from t;
-- becomes
create table t (a int, b int, c text);create view v with (security_barrier, security_invoker) as select a from t;

-- # options of a view change
create table t (a int, b int, c text);create view v with (check_option = local) as select a from t;
-- becomes
create table t (a int, b int, c text);create view v with (check_option = cascaded, security_barrier) as select a from t;

-- # a materialized view is created
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create materialized view m as select a from t;
create index i on m (a);

-- # a materialized view gets another query
create table t (a int, b int, c text);create materialized view m as select a from t;
-- becomes
create table t (a int, b int, c text);create materialized view m as select a, b from t;

-- # options of a materialized view change
create table t (a int, b int, c text);create materialized view m with (fillfactor = 70) as select a from t;
-- becomes
create table t (a int, b int, c text);create materialized view m with (fillfactor = 80, autovacuum_enabled = false) as select a from t;

-- # a materialized view without rows
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create materialized view m as select a from t with no data;

-- # a column under a view is dropped
create table t (a int, b int, c text);create view v as select a, b from t;
-- becomes
create table t (a int, c text);
create view v as select a from t;

-- # a column under views changes its type
create table t (a int, b int, c text);create view v as select a from t;
create view w as select a from v;
create materialized view m as select a from w;
-- becomes
create table t (a bigint, b int, c text);create view v as select a from t;
create view w as select a from v;
create materialized view m as select a from w;

-- # dependent views are created
create table t (a int, b int, c text);
-- becomes
create table t (a int, b int, c text);create materialized view m as select a from t;
create materialized view n as select a from m;
create view v as select a from n;
create view w as select a from v;

-- # columns of vectors have defaults
create table t (a int);
-- becomes
create table t (a int, v vector(3) default '[1,2,3]', b halfvec(2) default '[1,2]', c sparsevec(5) default '{1:1}/5', d vector(2)[] default '{}');

-- # tables are dropped with their foreign keys
create table a (id int primary key);
create table b (id int primary key, a int references a);
alter table a add b int references b;
-- becomes
create table c (id int);

-- # partitions are created
create table t (a int) partition by range (a);
-- becomes
create table t (a int) partition by range (a);
create table t1 partition of t for values from (1) to (10);
create table t2 partition of t default;

-- # comments change
create table t (a int);
comment on table t is 'x';
-- becomes
create table t (a int);
comment on table t is 'it''s y';
comment on column t.a is 'z';

-- # a table has a text search column
create table t (a text);
-- becomes
create table t (a text, v tsvector generated always as (to_tsvector('english', a)) stored);
create index i on t using gin (v);
