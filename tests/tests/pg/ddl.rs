//! What `schema![…]` creates is there: asked of the server's own catalogs.

use chrono::{DateTime, Utc};
use expect_test::{Expect, expect};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

/// The answers to a query of texts, one a line, without the name of the test's namespace.
async fn catalog(db: &TestDb, sql: &str) -> String {
    let lines: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
        .fetch_all(db.pool())
        .await
        .unwrap();
    let namespace = format!("{}.", db.schema());
    lines.join("\n").replace(&namespace, "")
}

async fn check(db: &TestDb, sql: &str, expected: Expect) {
    expected.assert_eq(&catalog(db, sql).await);
}

const COLUMNS: &str = "
    select format('%s %s%s%s%s%s', attname, format_type(atttypid, atttypmod),
        case when attnotnull then ' not null' end,
        case attidentity when 'a' then ' always' when 'd' then ' by default' end,
        case when collname <> 'default' then ' collate ' || collname end,
        case when adbin is not null then
            case attgenerated when 's' then ' stored ' when 'v' then ' virtual ' else ' default ' end
            || pg_get_expr(adbin, adrelid) end)
    from pg_attribute
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    left join pg_collation c on c.oid = attcollation
    where attrelid = 'orders'::regclass and attnum > 0
    order by attnum";

// Postgres 18 lists not-null constraints too.
const CONSTRAINTS: &str = "
    select conname || ': ' || pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'orders'::regclass and contype <> 'n' order by conname";

const INDEXES: &str = "
    select pg_get_indexdef(indexrelid) from pg_index
    join pg_class on oid = indexrelid where indrelid = 'orders'::regclass order by relname";

const COMMENTS: &str = "
    select coalesce(attname, 'table') || ': ' || description from pg_description
    left join pg_attribute on attrelid = objoid and attnum = objsubid and attnum > 0
    where objoid = 'orders'::regclass and classoid = 'pg_class'::regclass order by objsubid";

const ENUMS: &str = "
    select typname || ': ' || string_agg(enumlabel, ', ' order by enumsortorder)
    from pg_enum join pg_type on pg_type.oid = enumtypid
    where typnamespace = current_schema()::regnamespace group by typname order by typname";

#[table(name = "patients")]
#[primary_key(tenant, id)]
#[derive(Debug)]
struct Patient {
    tenant: i32,
    id: i64,
    #[column(unique, references = Order.code, on_delete = set_null, deferrable)]
    last_order: Option<String>,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
#[pg_enum(name = "order status", rename_all = "SCREAMING_SNAKE_CASE")]
enum OrderStatus {
    ToPay,
    #[pg_enum(rename = "it's paid")]
    Paid,
}

/// Orders of the clinic.
///
/// It's "two" paragraphs, with a \ in them.
#[table(name = "orders")]
#[unique(patient_id, note, name = "one_note", nulls_not_distinct)]
#[index(status, created_at.desc().nulls_last(), name = "by_status")]
#[index(hnsw(embedding.vector_cosine_ops), with(m = 8, ef_construction = 32))]
#[index(sql("lower(note)").collate("C"), where = "price > 0", include(id, price), unique)]
#[index(gin(body.jsonb_path_ops), with(fastupdate = false))]
#[index(gin(note.gin_trgm_ops))]
#[check("price > 0", name = "positive")]
#[check("price < 9000")]
#[foreign_key(
    tenant, patient_id, references = (Patient.tenant, Patient.id),
    on_delete = cascade, on_update = restrict, initially_deferred
)]
#[derive(Debug)]
struct Order {
    /// Counted by the server.
    #[column(primary_key, identity)]
    id: i64,
    #[column(identity = by_default, unique)]
    number: i32,
    tenant: i32,
    #[column(index)]
    patient_id: Option<i64>,
    #[column(default = OrderStatus::Paid)]
    status: OrderStatus,
    #[column(default = vec![OrderStatus::ToPay])]
    history: Vec<OrderStatus>,
    #[column(default = 5)]
    price: i32,
    #[column(
        sql_type = "varchar(20)",
        collate = "C",
        default = "it's",
        check = "code <> ''",
        unique
    )]
    code: String,
    note: Option<String>,
    #[column(default = json!({"a": "it's"}))]
    body: serde_json::Value,
    embedding: Option<Vector<3>>,
    #[column(default = now())]
    created_at: DateTime<Utc>,
    #[column(default = sql("now() + interval '1 day'"), name = "due at")]
    due: DateTime<Utc>,
    #[column(generated = "price * 2")]
    double_price: i32,
}

async fn create_orders(db: &TestDb) {
    create!(db, Order, Patient);
}

#[test]
fn columns_with_their_types_and_defaults() {
    db::run(async |db| {
        create_orders(&db).await;
        check(
            &db,
            COLUMNS,
            expect![[r#"
            id bigint not null always
            number integer not null by default
            tenant integer not null
            patient_id bigint
            status "order status" not null default 'it''s paid'::"order status"
            history "order status"[] not null default ARRAY['TO_PAY'::"order status"]
            price integer not null default 5
            code character varying(20) not null collate C default 'it''s'::text
            note text
            body jsonb not null default '{"a": "it''s"}'::jsonb
            embedding vector(3)
            created_at timestamp with time zone not null default now()
            due at timestamp with time zone not null default (now() + '1 day'::interval)
            double_price integer not null stored (price * 2)"#]],
        )
        .await;
    });
}

#[test]
fn constraints_with_their_names_and_actions() {
    db::run(async |db| {
        create_orders(&db).await;
        check(&db, CONSTRAINTS, expect![[r#"
            one_note: UNIQUE NULLS NOT DISTINCT (patient_id, note)
            orders_code_check: CHECK (((code)::text <> ''::text))
            orders_code_key: UNIQUE (code)
            orders_number_key: UNIQUE (number)
            orders_pkey: PRIMARY KEY (id)
            orders_price_check: CHECK ((price < 9000))
            orders_tenant_patient_id_fkey: FOREIGN KEY (tenant, patient_id) REFERENCES patients(tenant, id) ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            positive: CHECK ((price > 0))"#]]).await;
        let patients = CONSTRAINTS.replace("orders", "patients");
        check(&db, &patients, expect![[r#"
            patients_last_order_fkey: FOREIGN KEY (last_order) REFERENCES orders(code) ON DELETE SET NULL DEFERRABLE
            patients_last_order_key: UNIQUE (last_order)
            patients_pkey: PRIMARY KEY (tenant, id)"#]]).await;
    });
}

#[test]
fn indexes_with_their_methods_and_options() {
    db::run(async |db| {
        create_orders(&db).await;
        check(&db, INDEXES, expect![[r#"
            CREATE INDEX by_status ON orders USING btree (status, created_at DESC NULLS LAST)
            CREATE UNIQUE INDEX one_note ON orders USING btree (patient_id, note) NULLS NOT DISTINCT
            CREATE INDEX orders_body_idx ON orders USING gin (body jsonb_path_ops) WITH (fastupdate='false')
            CREATE UNIQUE INDEX orders_code_key ON orders USING btree (code)
            CREATE INDEX orders_embedding_idx ON orders USING hnsw (embedding vector_cosine_ops) WITH (m='8', ef_construction='32')
            CREATE UNIQUE INDEX orders_lower_id_price_idx ON orders USING btree (lower(note) COLLATE "C") INCLUDE (id, price) WHERE (price > 0)
            CREATE INDEX orders_note_idx ON orders USING gin (note gin_trgm_ops)
            CREATE UNIQUE INDEX orders_number_key ON orders USING btree (number)
            CREATE INDEX orders_patient_id_idx ON orders USING btree (patient_id)
            CREATE UNIQUE INDEX orders_pkey ON orders USING btree (id)"#]]).await;
    });
}

#[test]
fn comments_of_the_table_and_its_columns() {
    db::run(async |db| {
        create_orders(&db).await;
        check(
            &db,
            COMMENTS,
            expect![[r#"
            table: Orders of the clinic.

            It's "two" paragraphs, with a \ in them.
            id: Counted by the server."#]],
        )
        .await;
    });
}

#[test]
fn enums_with_their_labels_in_order() {
    db::run(async |db| {
        create_orders(&db).await;
        check(&db, ENUMS, expect!["order status: TO_PAY, it's paid"]).await;
    });
}

#[test]
fn defaults_are_the_values_of_rust() {
    db::run(async |db| {
        create_orders(&db).await;
        let mut transaction = db.pool().begin().await.unwrap();

        let insert = Order.insert(NewOrder { tenant: 1 }).returning_all();
        let row = insert.fetch_one(&mut *transaction).await.unwrap();

        assert_eq!((row.id, row.number, row.tenant), (1, 1, 1));
        assert_eq!(row.status, OrderStatus::Paid);
        assert_eq!(row.history, [OrderStatus::ToPay]);
        assert_eq!((row.price, row.double_price), (5, 10));
        assert_eq!(row.code, "it's");
        assert_eq!(row.body, json!({"a": "it's"}));
        assert_eq!((row.due - row.created_at).num_hours(), 24);
        assert!(row.patient_id.is_none() && row.note.is_none() && row.embedding.is_none());
    });
}

#[test]
fn a_deferred_foreign_key_is_checked_at_commit() {
    db::run(async |db| {
        create_orders(&db).await;
        let mut transaction = db.pool().begin().await.unwrap();
        let order = Order
            .insert(NewOrder { tenant: 1 })
            .set(Order.patient_id, 7);
        order.execute(&mut *transaction).await.unwrap();
        let patient = Patient.insert(NewPatient { tenant: 1, id: 7 });
        let patient = patient.set(Patient.last_order, "it's");
        patient.execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();

        let gone = Patient
            .delete()
            .filter(Patient.tenant.eq(1).and(Patient.id.eq(7)));
        gone.execute(db.pool()).await.unwrap();

        let left = Order.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(left.unwrap(), 0);
    });
}

#[test]
fn create_fails_where_something_is_there() {
    db::run(async |db| {
        create_orders(&db).await;

        let again = schema![Order, Patient].create().unwrap();
        let error = again.execute(db.pool()).await.unwrap_err();

        assert!(error.to_string().contains("already exists"), "{error}");
    });
}

#[test]
fn create_if_not_exists_runs_any_number_of_times() {
    db::run(async |db| {
        let script = schema![Order, Patient].create_if_not_exists().unwrap();
        script.execute(db.pool()).await.unwrap();
        let mut before = String::new();
        for sql in [COLUMNS, CONSTRAINTS, INDEXES, COMMENTS, ENUMS] {
            before += &catalog(&db, sql).await;
        }
        let insert = Order.insert(NewOrder { tenant: 1 });
        insert.execute(db.pool()).await.unwrap();

        script.execute(db.pool()).await.unwrap();
        script.execute(db.pool()).await.unwrap();

        let mut after = String::new();
        for sql in [COLUMNS, CONSTRAINTS, INDEXES, COMMENTS, ENUMS] {
            after += &catalog(&db, sql).await;
        }
        assert_eq!(after, before);
        let rows = Order.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn create_if_not_exists_adds_what_is_missing() {
    db::run(async |db| {
        create_orders(&db).await;
        let all = catalog(&db, INDEXES).await;
        let foreign_keys = catalog(&db, CONSTRAINTS).await;
        db.pool()
            .execute("drop index by_status; alter table orders drop constraint orders_tenant_patient_id_fkey")
            .await
            .unwrap();
        assert_ne!(catalog(&db, INDEXES).await, all);

        let script = schema![Order, Patient].create_if_not_exists().unwrap();
        script.execute(db.pool()).await.unwrap();

        assert_eq!(catalog(&db, INDEXES).await, all);
        // Those that do not close a cycle are part of the table, which is there.
        let is_cyclic = script
            .to_string()
            .contains("add constraint \"orders_tenant_patient_id_fkey\"");
        assert_eq!(catalog(&db, CONSTRAINTS).await == foreign_keys, is_cyclic);
    });
}

#[test]
fn drop_removes_tables_and_enums() {
    db::run(async |db| {
        create_orders(&db).await;

        let script = schema![Order, Patient].drop().unwrap();
        script.execute(db.pool()).await.unwrap();

        let left = "select relname::text from pg_class where relnamespace = current_schema()::regnamespace \
                    union all select typname::text from pg_type where typnamespace = current_schema()::regnamespace";
        assert_eq!(catalog(&db, left).await, "");
        script.execute(db.pool()).await.unwrap();
        create_orders(&db).await;
    });
}

#[test]
fn a_script_runs_statement_by_statement_too() {
    db::run(async |db| {
        for statement in schema![Order, Patient].create().unwrap() {
            db.pool().execute(AssertSqlSafe(statement)).await.unwrap();
        }

        let rows = Order.select().fetch_all(db.pool()).await.unwrap();
        assert!(rows.is_empty());
    });
}

#[test]
fn a_virtual_column_from_postgres_18_on() {
    #[table(name = "prices")]
    #[derive(Debug)]
    struct Price {
        #[column(primary_key)]
        net: i32,
        #[column(generated(virtual, "net * 2"))]
        gross: i32,
    }

    db::run(async |db| {
        let script = schema![Price].create().unwrap();
        let created = script.execute(db.pool()).await;

        if db.server_version_num() < 180_000 {
            let error = created.unwrap_err();
            assert!(error.to_string().contains("syntax error"), "{error}");
            return;
        }
        created.unwrap();
        let row = Price.insert(NewPrice { net: 4 }).returning_all();
        let row = row.fetch_one(db.pool()).await.unwrap();
        assert_eq!((row.net, row.gross), (4, 8));
    });
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Calm,
}

#[table(name = "guests")]
#[derive(Debug)]
struct Guest {
    #[column(primary_key)]
    id: i32,
    mood: Mood,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
#[pg_enum(schema = "clinic of the pg tests")]
enum Kind {
    Dog,
    Cat,
}

#[table(name = "pets", schema = "clinic of the pg tests")]
#[index(name)]
#[derive(Debug)]
struct Pet {
    /// The number on its collar.
    #[column(primary_key, identity = by_default)]
    id: i64,
    #[column(unique)]
    name: String,
    #[column(default = Kind::Cat)]
    kind: Kind,
    others: Option<Vec<Kind>>,
    #[column(references = Pet.id)]
    mother: Option<i64>,
}

alias!(Mother = Pet);

#[test]
fn a_table_in_a_postgres_schema_works_in_every_statement() {
    db::run(async |db| {
        let drop = "drop schema if exists \"clinic of the pg tests\" cascade";
        db.pool().execute(drop).await.unwrap();
        create!(db, Pet);
        let again = schema![Pet].create_if_not_exists().unwrap();
        again.execute(db.pool()).await.unwrap();

        let new = |name: &str| NewPet { name: name.into() };
        let id = Pet
            .insert(new("Rex"))
            .set(Pet.kind, Kind::Dog)
            .returning(Pet.id);
        let id = id.fetch_one(db.pool()).await.unwrap();
        let pups = Pet.insert_many([new("Bo"), new("Lea")]);
        let pups = pups
            .set(Pet.mother, id)
            .set(Pet.others, [Kind::Dog, Kind::Cat]);
        pups.execute(db.pool()).await.unwrap();
        let rename = Pet
            .insert(new("Bo"))
            .on_conflict(Pet.name)
            .do_update()
            .set(Pet.name, excluded(Pet.name).concat("!"))
            .filter(Pet.kind.eq(Kind::Cat))
            .returning_all();
        let renamed = rename.fetch_one(db.pool()).await.unwrap();
        let update = Pet
            .update()
            .set(Pet.kind, Kind::Dog)
            .filter(Pet.name.eq("Lea"));
        update.execute(db.pool()).await.unwrap();

        assert_eq!((renamed.name.as_str(), renamed.kind), ("Bo!", Kind::Cat));
        assert_eq!(renamed.others.unwrap(), [Kind::Dog, Kind::Cat]);
        assert_eq!(renamed.mother, Some(id));
        let pairs: Vec<(String, Option<String>)> = Pet
            .select()
            .left_join(Mother, Pet.mother.eq(Mother.id))
            .filter(Pet.kind.eq_any([Kind::Dog]))
            .order_by(Pet.id.asc())
            .columns((Pet.name, Mother.name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let rex = || "Rex".to_owned();
        assert_eq!(pairs, [(rex(), None), ("Lea".to_owned(), Some(rex()))]);
        let cats = Pet.delete().filter(Pet.kind.ne(Kind::Dog));
        assert_eq!(cats.execute(db.pool()).await.unwrap(), 1);
        let error = Pet.insert(new("Rex")).execute(db.pool()).await.unwrap_err();
        assert_eq!(
            (error.table(), error.column()),
            (Some("pets"), Some("name"))
        );
        assert_eq!(Pet.find(id).fetch_one(db.pool()).await.unwrap().name, "Rex");
        let script = schema![Pet].drop().unwrap();
        script.execute(db.pool()).await.unwrap();
        db.pool().execute(drop).await.unwrap();
    });
}

#[test]
fn a_connection_that_knows_a_dropped_enum_is_stale_until_it_is_cleared() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let schema = schema![Guest];
        let new = || {
            Guest.insert(NewGuest {
                id: 1,
                mood: Mood::Calm,
            })
        };
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        new().execute(&mut *connection).await.unwrap();
        schema
            .drop()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();

        let prepared = new().execute(&mut *connection).await.unwrap_err();
        let other = Guest.update().set(Guest.mood, Mood::Calm).all_rows();
        let other = other.execute(&mut *connection).await.unwrap_err();

        for error in [prepared, other] {
            assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        }
        connection.clear_cached_statements().await.unwrap();
        new().execute(&mut *connection).await.unwrap();
        let row = Guest.find(1).fetch_one(&mut *connection).await.unwrap();
        assert_eq!((row.id, row.mood), (1, Mood::Calm));
    });
}
