//! Scripts of a model with every kind of object.

use schema_core::ddl::Script;
use schema_tests::db::{self, TestDb};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Executor as _};

use super::catalog;

fn name(name: &str) -> Value {
    json!({ "name": name })
}

fn id(kind: &str, of: &str) -> Value {
    json!({ "kind": kind, "name": name(of) })
}

fn column(name: &str, data_type: &str) -> Value {
    json!({ "name": name, "data_type": data_type })
}

fn index(name: &str, column: &str, unique: bool) -> Value {
    let element = json!({ "on": { "column": column } });
    json!({ "name": name, "method": "btree", "elements": [element], "unique": unique })
}

fn foreign_key(name: &str, column: &str, table: &str, references: &str) -> Value {
    json!({ "name": name, "columns": [column], "table": self::name(table), "references": [references] })
}

/// Objects whose names are in the test's namespace, and two roles.
fn model(reader: &str, group: &str) -> Value {
    let touch = "create or replace function touch() returns trigger language plpgsql as $$\n\
                 begin\n  return new; -- a 'text'\nend\n$$";
    let orders = json!({
        "name": name("orders"),
        "columns": [
            column("id", "bigint"),
            { "name": "number", "data_type": "bigint", "default": "nextval('numbers'::regclass)" },
            column("status", "status"),
            column("home", "address"),
            { "name": "at", "data_type": "tsrange", "statistics": 7, "comment": "It's \"when\"." },
            column("place", "bigint"),
        ],
        "primary_key": { "name": "orders_pkey", "columns": ["id"] },
        "checks": [{ "name": "later", "expression": "id > 0", "not_valid": true, "comment": "not yet" }],
        "exclusions": [{
            "name": "one_at_a_time", "method": "gist", "elements": [{ "on": { "column": "at" }, "operator": "&&" }],
        }],
        // The second one needs an index.
        "foreign_keys": [
            foreign_key("orders_place_fkey", "place", "places", "id"),
            foreign_key("orders_number_fkey", "number", "orders", "place"),
        ],
        "indexes": [index("orders_place_idx", "place", true)],
        "triggers": [{
            "name": "touch", "function": name("touch()"), "disabled": true, "comment": "later",
            "definition": "create trigger touch before update on orders\nfor each row execute function touch()",
        }],
        "policies": [{
            "name": "own rows", "permissive": true, "command": "select", "roles": [reader], "using": "id > 1",
        }],
        "row_security": "forced",
        "comment": "Orders.",
    });
    let places = json!({
        "name": name("places"),
        "columns": [column("id", "bigint"), { "name": "first", "data_type": "bigint", "nullable": true }],
        "primary_key": { "name": "places_pkey", "columns": ["id"] },
        "foreign_keys": [foreign_key("places_first_fkey", "first", "orders", "id")],
    });
    let events = json!({
        "name": name("events"),
        "columns": [column("day", "date")],
        "indexes": [index("events_day_idx", "day", false)],
        "partition_by": { "strategy": "range", "key": "day" },
    });
    let partition = json!({
        "name": name("events_2026"),
        "columns": [{ "name": "day", "data_type": "date", "default": "'2026-06-01'::date" }],
        "partition_of": {
            "parent": name("events"), "bound": "for values from ('2026-01-01') to ('2027-01-01')",
        },
    });
    json!({
        "roles": [
            { "name": group, "comment": "Readers of the ddl test." },
            { "name": reader, "attributes": ["inherit"], "member_of": [group] },
        ],
        "enums": [{ "name": name("status"), "labels": ["open", "two\nlines"], "comment": "State." }],
        "domains": [{
            "name": name("zip"), "base": "text",
            "checks": [{ "name": "zip_check", "expression": "value ~ '^[0-9]+$'" }],
        }],
        "composites": [{ "name": name("address"), "fields": [{ "name": "zip", "data_type": "zip" }] }],
        "sequences": [{
            "name": name("numbers"), "data_type": "bigint", "options": { "start": 10 },
            "owned_by": [name("orders"), "number"], "comment": "Numbers.",
        }],
        "routines": [
            { "name": name("touch"), "arguments": "", "kind": "function", "definition": touch },
            {
                "name": name("label"), "arguments": "status, integer", "kind": "function",
                "definition": "create or replace function label(a status, b integer) returns text language sql \
                               begin atomic; select a::text || b; end",
                "comment": "A label.",
            },
        ],
        "tables": [orders, places, events, partition],
        "views": [
            { "name": name("open_orders"), "query": "select id,\n  'a\nb' as text from orders", "options": { "security_invoker": "true" } },
            {
                "name": name("numbers_of_orders"), "query": "select id from open_orders", "materialized": true,
                "indexes": [index("numbers_of_orders_key", "id", true)], "comment": "Stored.",
            },
        ],
        "grants": [
            { "on": id("table", "orders"), "role": reader, "privilege": "select" },
            { "on": id("sequence", "numbers"), "role": reader, "privilege": "usage" },
        ],
        "not_public": [id("routine", "touch()")],
    })
}

/// Lists everything in the test's namespace, in an order that does not depend on the time of creation.
const ALL: &str = "
    select line from (
        select format('%s %s %s %s %s', relkind, relname, relpersistence, relrowsecurity, relforcerowsecurity) ||
            coalesce(' ' || relacl::text, '') || coalesce(' ' || obj_description(oid, 'pg_class'), '')
        from pg_class where relnamespace = current_schema()::regnamespace
    union all
        select format('%s.%s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attstattarget,
            pg_get_expr(adbin, adrelid)) || coalesce(' ' || col_description(attrelid, attnum), '')
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace) and attnum > 0
    union all
        select format('%s of %s: %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid), convalidated)
            || coalesce(' ' || obj_description(oid, 'pg_constraint'), '')
        from pg_constraint where connamespace = current_schema()::regnamespace
    union all
        select pg_get_indexdef(indexrelid) from pg_index
        where indexrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
    union all
        select pg_get_viewdef(oid) || reloptions::text from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('v', 'm')
    union all
        select pg_get_functiondef(oid) || coalesce(proacl::text, '') || coalesce(obj_description(oid, 'pg_proc'), '')
        from pg_proc where pronamespace = current_schema()::regnamespace
    union all
        select format('%s %s %s', typtype, typname, obj_description(oid, 'pg_type')) from pg_type
        where typnamespace = current_schema()::regnamespace
    union all
        select format('%s: %L', enumtypid::regtype, enumlabel) from pg_enum
        where enumtypid in (select oid from pg_type where typnamespace = current_schema()::regnamespace)
    union all
        select pg_get_triggerdef(oid) || tgenabled::text || coalesce(obj_description(oid, 'pg_trigger'), '') from pg_trigger
        where tgrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
            and not tgisinternal
    union all
        select format('%s %s %s %s', polname, polrelid::regclass, polroles::regrole[], pg_get_expr(polqual, polrelid))
        from pg_policy where polrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
    union all
        select format('%s is owned by %s %s', objid::regclass, refobjid::regclass, refobjsubid) from pg_depend
        where classid = 'pg_class'::regclass and deptype = 'a' and refobjsubid > 0 and refclassid = 'pg_class'::regclass
            and objid in (select oid from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace)
    union all
        select format('%s is a partition of %s', inhrelid::regclass, inhparent::regclass) from pg_inherits
        where inhrelid in (select oid from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace)
    ) as lines (line) where line is not null order by line collate \"C\"";

async fn run(db: &TestDb, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    db.pool().execute(sql).await.unwrap();
}

async fn roles(db: &TestDb, group: &str) -> String {
    let sql = format!(
        "select r.rolname::text || coalesce(' in ' || g.rolname, '') || coalesce(': ' || shobj_description(r.oid, 'pg_authid'), '')
         from pg_roles r left join pg_auth_members m on m.member = r.oid left join pg_roles g on g.oid = roleid
         where r.rolname ~ '^{group}' order by r.rolname"
    );
    catalog(db, &sql).await
}

#[test]
fn every_kind_of_object_is_created_kept_completed_and_dropped() {
    db::run(async |db| {
        let group = format!("{} group", db.schema());
        let reader = format!("{group} reader");
        let model = serde_json::from_value(model(&reader, &group)).unwrap();
        let create = Script::create(&model).unwrap();
        create.execute(db.pool()).await.unwrap();
        let whole = catalog(&db, ALL).await;
        for line in [
            "orders_number_fkey of orders: FOREIGN KEY (number) REFERENCES orders(place) t",
            "later of orders: CHECK ((id > 0)) NOT VALID f not yet",
            "numbers is owned by orders 2",
            "events_2026 is a partition of events",
            "status: E'two\\nlines'",
        ] {
            let shown = line.replace("E'two\\nlines'", "'two\nlines'");
            assert!(whole.contains(&shown), "{shown}\n{whole}");
        }
        let error = create.execute(db.pool()).await.unwrap_err();
        assert!(error.to_string().contains("already exists"), "{error}");

        // It runs again, and adds each object that is missing.
        let keep = Script::create_if_not_exists(&model).unwrap();
        keep.execute(db.pool()).await.unwrap();
        assert_eq!(catalog(&db, ALL).await, whole);
        for missing in [
            "drop materialized view numbers_of_orders",
            "drop index numbers_of_orders_key",
            "drop view open_orders cascade",
            "drop policy \"own rows\" on orders",
            "alter table orders disable row level security",
            "alter table orders no force row level security",
            "drop trigger touch on orders",
            "drop function touch() cascade",
            "drop function label(status, integer)",
            "alter table places drop constraint places_first_fkey",
            "alter table orders drop constraint orders_number_fkey",
            "drop index events_day_idx",
            "drop table events_2026",
            "drop table events",
            "alter sequence numbers owned by none",
            "alter table orders alter number drop default; drop sequence numbers; alter table orders alter number set default 1",
            &format!("revoke select on orders from \"{reader}\""),
            &format!("revoke \"{group}\" from \"{reader}\""),
            "comment on table orders is null",
        ] {
            let before = roles(&db, &group).await;
            run(&db, missing).await;
            keep.execute(db.pool()).await.unwrap();
            // The default of an existing column remains.
            if missing.contains("set default 1") {
                run(
                    &db,
                    "alter table orders alter number set default nextval('numbers'::regclass)",
                )
                .await;
            }
            assert_eq!(catalog(&db, ALL).await, whole, "{missing}");
            assert_eq!(roles(&db, &group).await, before, "{missing}");
        }

        // What exists is not changed.
        for change in [
            "create or replace view open_orders with (security_invoker = false) as select id, 'a'::text as text from orders",
            "create or replace function label(a status, b integer) returns text language sql as $$ select 'x' $$",
            "alter policy \"own rows\" on orders using (id > 7)",
            "alter table orders enable trigger touch",
            "alter sequence numbers increment 5",
            "alter table orders alter at set statistics 9",
            "alter table orders validate constraint later",
            "alter type status add value 'more'",
            "alter domain zip drop constraint zip_check",
        ] {
            run(&db, change).await;
            let changed = catalog(&db, ALL).await;
            keep.execute(db.pool()).await.unwrap();
            assert_eq!(catalog(&db, ALL).await, changed, "{change}");
        }

        // Without the objects that a later one needs, everything is dropped as well.
        run(&db, "drop function label(status, integer)").await;
        let drop = Script::drop(&model).unwrap();
        drop.execute(db.pool()).await.unwrap();
        assert_eq!(catalog(&db, ALL).await, "");
        drop.execute(db.pool()).await.unwrap();

        // The roles remain, which `create` accepts.
        create.execute(db.pool()).await.unwrap();
        assert_eq!(catalog(&db, ALL).await, whole);
        drop.execute(db.pool()).await.unwrap();
        run(
            &db,
            &format!("drop role \"{reader}\"; drop role \"{group}\""),
        )
        .await;
    });
}
