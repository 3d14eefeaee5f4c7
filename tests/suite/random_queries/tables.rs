//! The tables, and the types of their columns.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::query::truncate;
use schema_core::types::{Inet, Range};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use schema_tests::choices::Choices;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
pub(crate) enum Mood {
    Calm,
    Tense,
    Wild,
}

/// Declares `Thing`: a column of each type, and one that can be NULL.
macro_rules! things {
    ($($column:ident $nullable:ident: $type:ty;)*) => {
        /// A table with two columns of each type.
        #[table(name = "things")]
        #[derive(Debug)]
        pub(crate) struct Thing {
            #[column(primary_key)]
            pub(crate) id: i64,
            $(pub(crate) $column: $type, pub(crate) $nullable: Option<$type>,)*
        }

        pub(crate) fn new_thing(id: i64, choices: &mut Choices) -> NewThing {
            NewThing { id, $($column: <$type as Random>::random(choices),)* }
        }

        /// Inserts a row with every column set.
        pub(crate) async fn insert_thing(id: i64, choices: &mut Choices, connection: &mut PgConnection) {
            let insert = Thing.insert(new_thing(id, choices))$(.set(Thing.$nullable, maybe::<$type>(choices)))*;
            insert.execute(connection).await.unwrap();
        }
    };
}

things! {
    boolean boolean_or: bool;
    small small_or: i16;
    int int_or: i32;
    big big_or: i64;
    float float_or: f32;
    double double_or: f64;
    number number_or: Decimal;
    text text_or: String;
    bytes bytes_or: Vec<u8>;
    uuid uuid_or: Uuid;
    date date_or: NaiveDate;
    time time_or: NaiveTime;
    stamp stamp_or: NaiveDateTime;
    moment moment_or: DateTime<Utc>;
    interval interval_or: Interval;
    json json_or: serde_json::Value;
    ints ints_or: Vec<i32>;
    texts texts_or: Vec<String>;
    range range_or: Range<i32>;
    mood mood_or: Mood;
    inet inet_or: Inet;
    vector vector_or: Vector<3>;
}

alias!(pub(crate) Twin = Thing);
alias!(pub(crate) Inner = Thing);

/// A table with a foreign key, an identity, a unique column and defaults.
#[table(name = "parts")]
#[derive(Debug)]
pub(crate) struct Part {
    #[column(primary_key, identity = by_default)]
    pub(crate) id: i64,
    #[column(references = Thing.id)]
    pub(crate) thing_id: Option<i64>,
    #[column(unique)]
    pub(crate) code: i32,
    #[column(default = "none")]
    pub(crate) label: String,
    pub(crate) weight: Option<f64>,
}

/// A table all of whose columns can be NULL: an outer join cannot tell its rows by a column.
#[table(name = "loose")]
#[derive(Debug)]
pub(crate) struct Loose {
    pub(crate) int: Option<i32>,
    pub(crate) text: Option<String>,
}

/// A random value of a column.
pub(crate) trait Random: Sized {
    fn random(choices: &mut Choices) -> Self;
}

/// A value, or NULL in half of all cases.
pub(crate) fn maybe<T: Random>(choices: &mut Choices) -> Option<T> {
    choices.flag().then(|| T::random(choices))
}

macro_rules! random {
    ($($type:ty: |$choices:ident| $value:expr;)*) => {$(
        impl Random for $type {
            fn random($choices: &mut Choices) -> Self {
                $value
            }
        }
    )*};
}

random! {
    bool: |c| c.flag();
    i16: |c| c.one_of(&[0, 1, 2, -3, 7]);
    i32: |c| c.one_of(&[0, 1, 2, -1, 5, 40, i32::MAX]);
    i64: |c| c.one_of(&[0, 1, 2, -1, 3, 1000, i64::MIN]);
    f32: |c| c.one_of(&[0.0, 0.5, -1.5, 3.25]);
    f64: |c| c.one_of(&[0.0, 0.5, 1.0, -2.25, 1e6]);
    Decimal: |c| Decimal::new(c.one_of(&[0, 15, -25, 1000, 7]), c.below(3));
    String: |c| c.one_of(&["", "a", "Ab", "b%", "it's", "{\"a\": 1}"]).to_owned();
    Vec<u8>: |c| c.one_of(&[vec![], vec![0], vec![1, 255]]);
    Uuid: |c| c.one_of(&[Uuid::nil(), Uuid::from_u128(7), Uuid::max()]);
    NaiveDate: |c| NaiveDate::default() + TimeDelta::days(c.one_of(&[0, 1, -400, 20_000]));
    NaiveTime: |c| NaiveTime::MIN + TimeDelta::seconds(c.one_of(&[0, 1, 3600, 86_399]));
    NaiveDateTime: |c| DateTime::<Utc>::random(c).naive_utc();
    DateTime<Utc>: |c| DateTime::UNIX_EPOCH + TimeDelta::seconds(c.one_of(&[0, 1, 86_400, 1_700_000_000]));
    Interval: |c| Interval::new(c.one_of(&[0, 1, -13]), c.one_of(&[0, 2]), c.one_of(&[0, 90_000_000]));
    serde_json::Value: |c| c.one_of(&[json!(null), json!(1), json!("a"), json!([1, "a", null]), json!({"a": {"b": 1}})]);
    Vec<i32>: |c| c.one_of(&[vec![], vec![1], vec![2, 1, 2], vec![5, 40]]);
    Vec<String>: |c| c.one_of(&[vec![], vec!["a".to_owned()], vec!["b".to_owned(), "a".to_owned()]]);
    Range<i32>: |c| c.one_of(&[Range::from(0..0), Range::from(1..5), Range::from(3..), Range::from(..=2)]);
    Mood: |c| c.one_of(&[Mood::Calm, Mood::Tense, Mood::Wild]);
    Inet: |c| c.one_of(&["10.0.0.1", "10.0.0.0/8", "::1"]).parse().unwrap();
    Vector<3>: |c| Vector::from(c.one_of(&[[1.0, 0.0, 0.0], [0.5, -1.0, 2.0], [0.0, 0.0, 0.0]]));
}

pub(crate) const SCHEMA: Schema = schema![Thing, Part, Loose];

/// Replaces the rows of all tables by a few random ones.
pub(crate) async fn fill(seed: u64, connection: &mut PgConnection) {
    let c = &mut Choices::of_seed(seed);
    truncate((Thing, Part, Loose))
        .restart_identity()
        .execute(&mut *connection)
        .await
        .unwrap();
    for id in 1..=4 {
        insert_thing(id, c, connection).await;
    }
    for code in 1..=4 {
        let part = Part
            .insert(NewPart { code })
            .set(Part.thing_id, c.one_of(&[None, Some(1), Some(2), Some(4)]));
        let part = part
            .set(Part.label, String::random(c))
            .set(Part.weight, maybe::<f64>(c));
        part.execute(&mut *connection).await.unwrap();
    }
    for _ in 0..3 {
        let row = Loose
            .insert(NewLoose {})
            .set(Loose.int, maybe::<i32>(c))
            .set(Loose.text, maybe::<String>(c));
        row.execute(&mut *connection).await.unwrap();
    }
}
