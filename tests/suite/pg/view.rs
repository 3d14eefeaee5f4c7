//! Views: created from a typed query, and read like tables.

use schema_core::prelude::*;
use schema_core::schema;
use schema_tests::db::{self, TestDb};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum OrderStatus {
    Open,
    Paid,
    Lost,
}

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

#[table(name = "orders")]
struct Order {
    #[column(primary_key, identity)]
    id: i64,
    #[column(references = Patient.id)]
    patient_id: i64,
    status: OrderStatus,
    amount: i32,
    note: Option<String>,
}

/// Orders that are "not" paid yet.
#[view(
    name = "open_orders",
    security_invoker,
    query = Order
        .select()
        .inner_join(Patient, Order.patient_id.eq(Patient.id))
        .filter(Order.status.eq_any([OrderStatus::Open, OrderStatus::Lost]))
        .filter(Order.amount.gt(-5).and(Patient.name.ne("it's $1")))
        .columns(SelectOpenOrder {
            id: Order.id,
            patient: Patient.name,
            note: Order.note,
            kind: value("open"),
        })
)]
#[derive(Debug, PartialEq)]
struct OpenOrder {
    id: i64,
    /// The patient's name.
    patient: String,
    note: Option<String>,
    #[column(name = "Kind")]
    kind: String,
}

/// A view of a view.
#[view(
    name = "a_first",
    query = OpenOrder.select().filter(OpenOrder.note.is_not_null()).columns(SelectNoted { id: OpenOrder.id })
)]
#[derive(Debug, PartialEq)]
struct Noted {
    id: i64,
}

#[view(
    name = "totals",
    materialized,
    with(fillfactor = 70),
    query = Order.select().group_by(Order.patient_id).columns(SelectTotal {
        patient_id: Order.patient_id,
        orders: count(),
        last: max(Order.id),
    })
)]
#[index(orders.desc(), patient_id)]
#[derive(Debug, PartialEq)]
struct Total {
    #[column(unique)]
    patient_id: i64,
    orders: i64,
    last: Option<i64>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Named {
    name: String,
}

/// Names from a `with` clause and a `union`.
#[view(
    query = with(Patient.select().columns(SelectNamed { name: Patient.name }))
        .query(Named.select().columns(SelectWord { word: Named.name }))
)]
#[derive(Debug, PartialEq)]
struct Word {
    word: String,
}

#[view(
    name = "both",
    query = Word.select().columns(SelectBoth { text: Word.word }).union(
        OpenOrder.select().columns(SelectBoth { text: OpenOrder.kind })
    )
)]
#[derive(Debug, PartialEq)]
struct Both {
    text: String,
}

#[view(name = "later", materialized, no_data, query = Patient.select().columns(SelectLater { id: Patient.id }))]
#[derive(Debug, PartialEq)]
struct Later {
    id: i64,
}

const SCHEMA: Schema = schema![Both, Noted, Later, Total, OpenOrder, Word, Order, Patient];

async fn fill(db: &TestDb) {
    for (id, name) in [(1, "Ana"), (2, "Bo")] {
        let patient = NewPatient {
            id,
            name: String::from(name),
        };
        Patient.insert(patient).execute(db.pool()).await.unwrap();
    }
    let orders = [
        (1, OrderStatus::Open, Some("now")),
        (1, OrderStatus::Paid, None),
        (2, OrderStatus::Lost, None),
    ];
    for (patient_id, status, note) in orders {
        let order = NewOrder {
            patient_id,
            status,
            amount: 1,
        };
        let order = Order.insert(order).set(Order.note, note.map(str::to_owned));
        order.execute(db.pool()).await.unwrap();
    }
}

async fn create(db: &TestDb) {
    let script = SCHEMA.create().unwrap();
    script.execute(db.pool()).await.unwrap();
    fill(db).await;
}

fn open(id: i64, patient: &str, note: Option<&str>) -> OpenOrder {
    OpenOrder {
        id,
        patient: String::from(patient),
        note: note.map(str::to_owned),
        kind: String::from("open"),
    }
}

#[test]
fn a_view_is_read_like_a_table() {
    db::run(async |db| {
        create(&db).await;

        let rows = OpenOrder
            .select()
            .order_by(OpenOrder.id)
            .fetch_all(db.pool())
            .await;
        assert_eq!(
            rows.unwrap(),
            [open(1, "Ana", Some("now")), open(3, "Bo", None)]
        );
        let rows: Vec<(i64, OpenOrder)> = Order
            .select()
            .inner_join(OpenOrder, Order.id.eq(OpenOrder.id))
            .filter(OpenOrder.patient.eq("Bo"))
            .columns((Order.patient_id, OpenOrder.all()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows, [(2, open(3, "Bo", None))]);
        let noted = Noted.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(noted, [Noted { id: 1 }]);
        let texts: Vec<String> = Both
            .select()
            .order_by(Both.text)
            .columns(Both.text)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(texts, ["Ana", "Bo", "open"]);
    });
}

alias!(Other = OpenOrder);

#[test]
fn a_view_has_aliases_and_joins_by_itself() {
    db::run(async |db| {
        create(&db).await;
        let pairs: Vec<(i64, Option<i64>)> = OpenOrder
            .select()
            .left_join(Other, Other.id.gt(OpenOrder.id))
            .order_by(OpenOrder.id)
            .columns((OpenOrder.id, Other.id))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(pairs, [(1, Some(3)), (3, None)]);
    });
}

#[test]
fn a_materialized_view_has_the_rows_of_its_last_refresh() {
    db::run(async |db| {
        create(&db).await;
        let rows = || {
            Total
                .select()
                .order_by(Total.patient_id)
                .fetch_all(db.pool())
        };
        assert_eq!(rows().await.unwrap(), []);

        Total.refresh().execute(db.pool()).await.unwrap();

        let total = |patient_id, orders, last| Total {
            patient_id,
            orders,
            last: Some(last),
        };
        assert_eq!(rows().await.unwrap(), [total(1, 2, 2), total(2, 1, 3)]);
        Order
            .delete()
            .filter(Order.patient_id.eq(1))
            .execute(db.pool())
            .await
            .unwrap();
        Total
            .refresh()
            .concurrently()
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(rows().await.unwrap(), [total(2, 1, 3)]);
    });
}

#[test]
fn a_view_without_data_is_empty_until_its_refresh() {
    db::run(async |db| {
        create(&db).await;
        let error = Later.select().fetch_all(db.pool()).await.unwrap_err();
        assert!(
            format!("{error:?}").contains("has not been populated"),
            "{error:?}"
        );
        Later.refresh().execute(db.pool()).await.unwrap();
        assert_eq!(Later.select().fetch_all(db.pool()).await.unwrap().len(), 2);
    });
}

#[test]
fn existing_views_are_kept_and_all_are_dropped() {
    db::run(async |db| {
        let keep = SCHEMA.create_if_not_exists().unwrap();
        for _ in 0..2 {
            keep.execute(db.pool()).await.unwrap();
        }
        fill(&db).await;
        assert_eq!(
            OpenOrder.select().fetch_all(db.pool()).await.unwrap().len(),
            2
        );

        SCHEMA.drop().unwrap().execute(db.pool()).await.unwrap();

        sqlx::query("create table totals (id bigint)")
            .execute(db.pool())
            .await
            .unwrap();
        let error = keep.execute(db.pool()).await.unwrap_err();
        assert!(
            format!("{error:?}").contains(
                "relation totals exists and is a table, but the schema declares a materialized view; rename one of them"
            ),
            "{error:?}"
        );
    });
}

#[test]
fn rows_are_loaded_before_materialized_views_are_created() {
    db::run(async |db| {
        let script = SCHEMA.create_tables().unwrap();
        script.execute(db.pool()).await.unwrap();
        fill(&db).await;
        let script = SCHEMA.create_indexes().unwrap();
        script.execute(db.pool()).await.unwrap();
        assert_eq!(Total.select().fetch_all(db.pool()).await.unwrap().len(), 2);
    });
}

#[test]
fn comments_are_in_the_database() {
    db::run(async |db| {
        create(&db).await;
        let comments: Vec<String> = sqlx::query_scalar(
            "select description from pg_description where objoid = 'open_orders'::regclass order by objsubid",
        )
        .fetch_all(db.pool())
        .await
        .unwrap();
        assert_eq!(
            comments,
            [r#"Orders that are "not" paid yet."#, "The patient's name."]
        );
    });
}

#[view(
    name = "a_ranks",
    sql = "select patient, dense_rank() over (order by id), '[1]'::json from open_orders;"
)]
#[derive(Debug, PartialEq)]
struct Ranked {
    patient: Option<String>,
    rank: Option<i64>,
    #[column(sql_type = "json")]
    list: Option<serde_json::Value>,
}

#[view(name = "best", materialized, sql = "select max(rank) from a_ranks")]
#[derive(Debug, PartialEq)]
struct Best {
    #[column(unique)]
    rank: Option<i64>,
}

#[test]
fn a_view_of_sql_is_created_after_what_its_text_names() {
    const WITH_SQL: Schema = schema![Best, Ranked, OpenOrder, Order, Patient];
    db::run(async |db| {
        let script = WITH_SQL.create().unwrap();
        script.execute(db.pool()).await.unwrap();
        fill(&db).await;
        let ranked = Ranked.select().order_by(Ranked.rank.desc());
        let ranked = ranked.fetch_all(db.pool()).await.unwrap();
        let last = Ranked {
            patient: Some("Bo".into()),
            rank: Some(2),
            list: Some(serde_json::json!([1])),
        };
        assert_eq!(ranked.first(), Some(&last));
        let refresh = Best.refresh().concurrently();
        refresh.execute(db.pool()).await.unwrap();
        let best = Best.select().fetch_one(db.pool()).await.unwrap();
        assert_eq!(best, Best { rank: Some(2) });
    });
}
