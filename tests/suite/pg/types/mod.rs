//! Every Rust type of the mapping table: a round trip, NULL, arrays, a literal, a filter.

use std::fmt::Debug;

use schema_core::types::SqlType;
use schema_tests::db::TestDb;
use sqlx::{AssertSqlSafe, Row as _};

/// A representation for comparisons, in which `NaN` equals itself, `-0` differs from `0`, and `1.0` from `1.00`.
fn shown(value: &impl Debug) -> String {
    format!("{value:?}")
}

/// Checks that Postgres reads the literals of the values back unchanged.
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

/// Generates a test for each line `name: Type = [values]`, with a table of columns of that type. The values must be
/// distinct for the server.
macro_rules! round_trip {
    ($($(#[$attribute:meta])* $name:ident: $type:ty = [$($value:expr),+ $(,)?];)*) => {$(
        #[test]
        $(#[$attribute])*
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

                // One by one, as plain parameters.
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

                // In filters, as a value, in a list and as an array.
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

                // All at once, as arrays, with NULL in the optional columns.
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

mod array;
mod composite;
mod custom;
mod json;
mod network;
mod number;
mod range;
mod text;
mod text_search;
mod time;
mod vector;
