//! Every Rust type of the mapping table: to the server and back, as NULL, in arrays, as a literal, in a filter.

use std::fmt::Debug;

use bigdecimal::BigDecimal;
use bit_vec::BitVec;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::types::SqlType;
use schema_tests::db::{self, TestDb};
use serde::{Deserialize, Serialize};
use serde_json::{Value as JsonValue, json};
use sqlx::{AssertSqlSafe, Row as _};
use time::macros::{date, datetime, time};
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};
use uuid::Uuid;

/// What tells two values apart: `NaN` is equal to itself, `-0` is not `0`, and `1.0` is not `1.00`.
fn shown(value: &impl Debug) -> String {
    format!("{value:?}")
}

/// Reads the literals of values back, and those of arrays of them.
async fn assert_literals<T: SqlType + Debug>(db: &TestDb, values: &[T]) {
    for value in values {
        let mut sql = String::from("select (");
        value.literal(&mut sql);
        sql.push_str(")::");
        sql.push_str(&T::DATA_TYPE.sql());
        let row = sqlx::query(AssertSqlSafe(sql))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let raw = row.try_get_raw(0).unwrap();
        let back = T::decode(raw.as_bytes().unwrap()).unwrap();
        assert_eq!(shown(&back), shown(value));
    }
}

/// A table with columns of one type, and all that has to hold for it. A line is a test:
/// `name: Type = [values]`, the values being different to the server.
macro_rules! round_trip {
    ($($name:ident: $type:ty = [$($value:expr),+ $(,)?];)*) => {$(
        #[test]
        fn $name() {
            #[table(name = "round_trips")]
            #[derive(Debug)]
            struct RoundTrip {
                #[column(primary_key)]
                id: i32,
                value: $type,
                optional: Option<$type>,
                list: Vec<$type>,
                sparse: Vec<Option<$type>>,
                no_list: Option<Vec<$type>>,
            }

            fn list() -> Vec<$type> {
                vec![$($value),+]
            }

            fn sparse() -> Vec<Option<$type>> {
                std::iter::once(None).chain(list().into_iter().map(Some)).collect()
            }

            fn rows() -> Vec<NewRoundTrip> {
                let row = |(id, value)| NewRoundTrip { id, value, list: list(), sparse: sparse() };
                (0..).zip(list()).map(row).collect()
            }

            fn assert_row(row: &RoundTrip, value: &$type) {
                assert_eq!(shown(&row.value), shown(value));
                assert_eq!(shown(&row.list), shown(&list()));
                assert_eq!(shown(&row.sparse), shown(&sparse()));
            }

            let values = list();
            db::run(async |db| {
                create!(db, RoundTrip);

                // One by one, as parameters.
                for (row, value) in rows().into_iter().zip(&values) {
                    let row = RoundTrip
                        .insert(row)
                        .set(RoundTrip.optional, value)
                        .set(RoundTrip.no_list, &values[..])
                        .returning_all()
                        .fetch_one(db.pool())
                        .await
                        .unwrap();
                    assert_row(&row, value);
                    assert_eq!(shown(&row.optional), shown(&Some(value)));
                    assert_eq!(shown(&row.no_list), shown(&Some(&values)));
                }

                // In a filter, as a value, as a list and as an array.
                for (id, value) in (0..).zip(&values) {
                    let equal = RoundTrip.select().filter(RoundTrip.value.eq(value));
                    let ids = equal.columns(RoundTrip.id).fetch_all(db.pool()).await.unwrap();
                    assert_eq!(ids, [id]);
                    let others = RoundTrip.select().filter(RoundTrip.value.ne(value));
                    let ids = others.columns(RoundTrip.id).fetch_all(db.pool()).await.unwrap();
                    assert_eq!(ids.len(), values.len() - 1);
                    let listed = std::slice::from_ref(value);
                    let listed = RoundTrip.select().filter(RoundTrip.optional.eq_any(listed));
                    let ids = listed.columns(RoundTrip.id).fetch_all(db.pool()).await.unwrap();
                    assert_eq!(ids, [id]);
                }
                let all = RoundTrip.select().filter(RoundTrip.list.eq(&values)).columns(count());
                let all = all.fetch_one(db.pool()).await.unwrap();
                assert_eq!(usize::try_from(all).unwrap(), values.len());
                let none: Vec<$type> = Vec::new();
                let none = RoundTrip.select().filter(RoundTrip.value.eq_any(none)).columns(count());
                assert_eq!(none.fetch_one(db.pool()).await.unwrap(), 0);

                // All at once, as arrays, with NULL for what is not given.
                RoundTrip.delete().all_rows().execute(db.pool()).await.unwrap();
                RoundTrip.insert_many(rows()).execute(db.pool()).await.unwrap();
                let nulls = RoundTrip.optional.is_null().and(RoundTrip.no_list.is_null());
                let back = RoundTrip.select().filter(nulls).order_by(RoundTrip.id.asc());
                let back = back.fetch_all(db.pool()).await.unwrap();
                assert_eq!(back.len(), values.len());
                for (row, value) in back.iter().zip(&values) {
                    assert_row(row, value);
                    assert!(row.optional.is_none() && row.no_list.is_none());
                }

                assert_literals(&db, &values).await;
                assert_literals(&db, &[list()]).await;
                assert_literals(&db, &[sparse()]).await;
            });
        }
    )*};
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
    #[pg_enum(rename = "so, it's \\ {so}")]
    SoSo,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
struct Code(String);

#[derive(PgNewtype, Debug, Clone, Copy, PartialEq)]
struct Amount(i64);

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Analysis {
    agent: String,
    scores: Vec<f64>,
    note: Option<String>,
}

fn analysis(agent: &str, scores: &[f64], note: Option<&str>) -> Json<Analysis> {
    Json(Analysis {
        agent: agent.to_owned(),
        scores: scores.to_vec(),
        note: note.map(str::to_owned),
    })
}

fn chrono_moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn big(text: &str) -> BigDecimal {
    text.parse().unwrap()
}

fn pairs<const N: usize>(pairs: &[(u32, f32)]) -> SparseVector<N> {
    SparseVector::from_pairs(pairs.iter().copied()).unwrap()
}

fn bits(text: &str) -> BitVec {
    text.chars().map(|character| character == '1').collect()
}

round_trip! {
    bool_is_boolean: bool = [true, false];
    i16_is_smallint: i16 = [0, 1, -1, i16::MIN, i16::MAX];
    i32_is_integer: i32 = [0, 1, -1, i32::MIN, i32::MAX];
    i64_is_bigint: i64 = [0, 1, -1, i64::MIN, i64::MAX];
    f32_is_real: f32 = [
        0.0, 0.1, -1.5, 1e-5, 1e15, f32::MIN, f32::MAX, f32::MIN_POSITIVE, f32::INFINITY, f32::NEG_INFINITY, f32::NAN,
    ];
    f64_is_double_precision: f64 = [
        -0.0, 0.1, -1.5, 1e-5, 1e15, f64::MIN, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN,
    ];
    string_is_text: String = [
        String::new(), " ".into(), "Größe 患者 🩺".into(), "it's".into(), "a\\b".into(), "\"quoted\"".into(),
        "line\nline\ttab".into(), "NULL".into(), "{a,b}".into(), "$1".into(), "x".repeat(100_000),
    ];
    bytes_are_bytea: Vec<u8> = [vec![], vec![0], b"\\x'\"\0".to_vec(), (0..=255).collect()];
    uuid_is_uuid: Uuid = [Uuid::nil(), Uuid::max(), Uuid::from_u128(0x1234_5678_9abc_def0)];

    chrono_date_time_is_timestamptz: DateTime<Utc> = [
        chrono_moment("2024-02-29T23:59:59.999999Z"), chrono_moment("1969-12-31T23:59:59Z"),
        chrono_moment("-4711-01-01T00:00:00.000001Z"), chrono_moment("+200000-12-31T00:00:00Z"),
    ];
    chrono_naive_date_time_is_timestamp: NaiveDateTime = [
        chrono_moment("2024-02-29T23:59:59.999999Z").naive_utc(), chrono_moment("-4711-01-01T00:00:00Z").naive_utc(),
        chrono_moment("+200000-12-31T00:00:00Z").naive_utc(),
    ];
    chrono_naive_date_is_date: NaiveDate = [
        NaiveDate::from_ymd_opt(2000, 1, 1).unwrap(), NaiveDate::from_ymd_opt(1999, 12, 31).unwrap(),
        NaiveDate::from_ymd_opt(-4711, 1, 1).unwrap(), NaiveDate::from_ymd_opt(200_000, 2, 29).unwrap(),
    ];
    chrono_naive_time_is_time: NaiveTime = [
        NaiveTime::MIN, NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap(),
    ];
    time_offset_date_time_is_timestamptz: OffsetDateTime = [
        datetime!(2024-02-29 23:59:59.999999 UTC), datetime!(1969-12-31 23:59:59 UTC), datetime!(-4711-01-01 0:00 UTC),
        datetime!(9999-12-31 0:00 UTC),
    ];
    time_primitive_date_time_is_timestamp: PrimitiveDateTime = [
        datetime!(2024-02-29 23:59:59.999999), datetime!(-4711-01-01 0:00), datetime!(9999-12-31 0:00),
    ];
    time_date_is_date: Date = [date!(2000-01-01), date!(1999-12-31), date!(-4711-01-01), date!(9999-12-31)];
    time_time_is_time: Time = [Time::MIDNIGHT, time!(23:59:59.999999)];
    interval_is_interval: Interval = [
        Interval::ZERO, Interval::new(14, -3, 4_500_000), Interval::new(-1, 0, -1), Interval::INFINITY,
        Interval::NEG_INFINITY,
    ];

    rust_decimal_is_numeric: Decimal = [
        Decimal::ZERO, Decimal::MAX, Decimal::MIN, decimal("1.00"), decimal("-0.0000000000000000000000000001"),
        decimal("10000"), decimal("0.00010"),
    ];
    bigdecimal_is_numeric: BigDecimal = [
        big("0"), big("1.00"), big("-123456789012345678901234567890.123456789"), big("0.00010"), big("10000"),
    ];

    json_value_is_jsonb: JsonValue = [
        json!(null), json!(true), json!(1.5), json!("it's \"x\" \\ {}"), json!([1, null, "a"]), json!({}),
        json!({"a": {"b": [1, 2]}, "key with 'quote'": "患者"}),
    ];
    json_of_a_struct_is_jsonb: Json<Analysis> = [
        analysis("triage", &[0.5, 1.0], None), analysis("it's \"x\" \\", &[], Some("{NULL}")),
    ];

    enum_is_that_enum: Mood = [Mood::SoSo, Mood::Happy];
    newtype_is_the_type_inside: Code = [Code("A00".into()), Code("it's \"x\" \\".into())];
    newtype_of_a_number: Amount = [Amount(0), Amount(i64::MIN)];

    vector_is_vector: Vector<3> = [
        Vector::from([0.0, -0.5, 1e-7]), Vector::from([f32::MAX, f32::MIN, f32::MIN_POSITIVE]),
    ];
    half_vector_is_halfvec: HalfVector<3> = [
        HalfVector::from([0.0, -0.5, 65504.0]), HalfVector::from([0.1, 6e-8, 1.0]),
    ];
    sparse_vector_is_sparsevec: SparseVector<10> = [
        pairs(&[]), pairs(&[(0, 0.5), (9, -2.0)]), pairs(&[(5, 1e-7)]),
    ];
    bits_are_bit: Bits<9> = [
        Bits::zeros(), "101000001".parse().unwrap(), "111111111".parse().unwrap(),
    ];
    bit_vec_is_varbit: BitVec = [BitVec::new(), bits("1"), bits("0000000001"), bits("1011")];
}

#[test]
fn a_vector_of_the_largest_dimension_round_trips() {
    #[table(name = "embeddings")]
    #[derive(Debug)]
    struct Embedding {
        #[column(primary_key)]
        id: i32,
        large: Vector<16000>,
    }

    db::run(async |db| {
        create!(db, Embedding);
        let numbers: Vec<f32> = (0_u16..16_000).map(f32::from).collect();
        let large = Vector::try_from(numbers).unwrap();
        let row = NewEmbedding {
            id: 1,
            large: large.clone(),
        };

        Embedding.insert(row).execute(db.pool()).await.unwrap();
        let back = Embedding.find(1).fetch_one(db.pool()).await.unwrap();

        assert_eq!(back.id, 1);
        assert_eq!(back.large, large);
    });
}

#[test]
fn empty_arrays_and_arrays_of_nulls_round_trip() {
    #[table(name = "lists")]
    #[derive(Debug)]
    struct List {
        #[column(primary_key)]
        id: i32,
        numbers: Vec<i64>,
        texts: Vec<Option<String>>,
        moods: Option<Vec<Mood>>,
    }

    db::run(async |db| {
        create!(db, List);
        let rows = [
            NewList {
                id: 1,
                numbers: vec![],
                texts: vec![],
            },
            NewList {
                id: 2,
                numbers: vec![1],
                texts: vec![None, None],
            },
        ];

        List.insert_many(&rows[..])
            .set(List.moods, vec![])
            .execute(db.pool())
            .await
            .unwrap();
        let back = List
            .select()
            .order_by(List.id.asc())
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(back[0].id, 1);
        assert!(back[0].numbers.is_empty() && back[0].texts.is_empty());
        assert_eq!(back[1].numbers, [1]);
        assert_eq!(back[1].texts, [None, None]);
        assert_eq!(back[1].moods.as_deref(), Some(&[][..]));
    });
}

#[test]
fn an_empty_list_of_every_length_finds_nothing_and_excludes_nothing() {
    #[table(name = "moods")]
    #[derive(Debug)]
    struct Entry {
        #[column(primary_key)]
        id: i32,
        mood: Option<Mood>,
    }

    db::run(async |db| {
        create!(db, Entry);
        Entry
            .insert(NewEntry { id: 1 })
            .set(Entry.mood, Mood::Happy)
            .execute(db.pool())
            .await
            .unwrap();
        let none: [Mood; 0] = [];

        let found = Entry.select().filter(Entry.mood.eq_any(none));
        let others = Entry.select().filter(Entry.mood.ne_all(none));

        assert!(found.fetch_all(db.pool()).await.unwrap().is_empty());
        let others = others.fetch_all(db.pool()).await.unwrap();
        assert_eq!((others[0].id, others[0].mood), (1, Some(Mood::Happy)));
    });
}

#[test]
fn text_is_read_from_varchar_and_char_and_name() {
    #[table(name = "texts")]
    #[derive(Debug)]
    struct Text {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "varchar(20)")]
        short: String,
        #[column(sql_type = "char(5)")]
        padded: String,
        #[column(sql_type = "name")]
        name: Option<String>,
        #[column(sql_type = "varchar(20)[]")]
        list: Vec<String>,
    }

    db::run(async |db| {
        create!(db, Text);
        let new = |id| NewText {
            id,
            short: "Größe".into(),
            padded: "ab".into(),
            list: vec!["it's".into(), "\"".into()],
        };
        Text.insert(new(1))
            .set(Text.name, "ana")
            .execute(db.pool())
            .await
            .unwrap();
        Text.insert_many([new(2)])
            .set(Text.name, "ana")
            .execute(db.pool())
            .await
            .unwrap();

        let found = Text
            .select()
            .filter(
                Text.short
                    .eq("Größe")
                    .and(Text.padded.eq("ab"))
                    .and(Text.name.eq_any(["ana"])),
            )
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(found.len(), 2);
        for text in found {
            assert!([1, 2].contains(&text.id));
            assert_eq!(text.short, "Größe");
            assert_eq!(text.padded, "ab   ");
            assert_eq!(text.name.as_deref(), Some("ana"));
            assert_eq!(text.list, ["it's", "\""]);
        }
    });
}

#[test]
fn text_is_read_from_citext_where_the_server_has_it() {
    #[table(name = "accounts")]
    #[derive(Debug)]
    struct Account {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "citext")]
        email: String,
    }

    db::run(async |db| {
        let available: bool = sqlx::query_scalar(
            "select exists(select 1 from pg_available_extensions where name = 'citext')",
        )
        .fetch_one(db.pool())
        .await
        .unwrap();
        let script = schema![Account].create().unwrap();
        let created = script.execute(db.pool()).await;
        assert_eq!(created.is_ok(), available, "{created:?}");
        if !available {
            return;
        }

        let new = NewAccount {
            id: 1,
            email: "Ana@Example.org".into(),
        };
        Account.insert(new).execute(db.pool()).await.unwrap();
        let new = NewAccount {
            id: 2,
            email: "lee@example.org".into(),
        };
        Account.insert_many([new]).execute(db.pool()).await.unwrap();

        let all = Account.select().order_by(Account.id.asc());
        let all = all.fetch_all(db.pool()).await.unwrap();
        assert_eq!(all[0].email, "Ana@Example.org");
        assert_eq!((all[1].id, all[1].email.as_str()), (2, "lee@example.org"));
    });
}

#[test]
fn json_is_read_from_json() {
    #[table(name = "documents")]
    #[derive(Debug)]
    struct Document {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "json")]
        body: Json<Analysis>,
        #[column(sql_type = "json")]
        raw: Option<JsonValue>,
    }

    db::run(async |db| {
        create!(db, Document);
        let new = |id| NewDocument {
            id,
            body: analysis("triage", &[0.5], None),
        };
        Document
            .insert(new(1))
            .set(Document.raw, json!({"b": 1, "a": [null]}))
            .execute(db.pool())
            .await
            .unwrap();
        Document
            .insert_many([new(2)])
            .execute(db.pool())
            .await
            .unwrap();

        let all = Document.select().order_by(Document.id.asc());
        let all = all.fetch_all(db.pool()).await.unwrap();

        assert_eq!(all[0].body, analysis("triage", &[0.5], None));
        assert_eq!(all[0].raw, Some(json!({"b": 1, "a": [null]})));
        assert_eq!((all[1].id, &all[1].raw), (2, &None));
    });
}

#[test]
fn a_newtype_around_an_array_round_trips() {
    #[derive(PgNewtype, Debug, PartialEq)]
    #[pg_newtype(no_array)]
    struct Tags(Vec<String>);

    #[table(name = "tagged")]
    #[derive(Debug)]
    struct Tagged {
        #[column(primary_key)]
        id: i32,
        tags: Tags,
    }

    db::run(async |db| {
        create!(db, Tagged);
        let new = |id| NewTagged {
            id,
            tags: Tags(vec!["a\"b".into(), "c,d".into()]),
        };
        Tagged.insert(new(1)).execute(db.pool()).await.unwrap();
        Tagged
            .insert_many([new(2)])
            .execute(db.pool())
            .await
            .unwrap();

        let all = Tagged.select().filter(Tagged.tags.eq(new(0).tags));
        let all = all.fetch_all(db.pool()).await.unwrap();

        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|row| row.id > 0 && row.tags == new(0).tags));
    });
}

#[test]
fn infinite_times_are_errors_that_name_the_column() {
    #[table(name = "events")]
    #[derive(Debug)]
    struct Event {
        #[column(primary_key)]
        id: i32,
        at: DateTime<Utc>,
    }

    db::run(async |db| {
        create!(db, Event);
        sqlx::query("insert into events values (1, 'infinity')")
            .execute(db.pool())
            .await
            .unwrap();

        let error = Event.find(1).fetch_one(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(error.table(), Some("events"));
        assert_eq!(error.column(), Some("at"));
        let ids = Event.select().columns((Event.id, Event.at));
        let error = ids.fetch_one(db.pool()).await.unwrap_err();
        assert_eq!(error.column(), Some("at"));
    });
}
