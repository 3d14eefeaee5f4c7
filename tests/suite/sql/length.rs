//! Texts with many parameters, and long texts.

use std::borrow::Cow;

use schema_core::exec::Statement as _;
use schema_core::expr::{RawSql, raw};
use schema_core::prelude::*;

use crate::tables::Counter;

#[table(name = "wide")]
#[derive(Debug)]
pub(crate) struct Wide {
    #[column(primary_key)]
    pub(crate) a: i64,
    pub(crate) b: i64,
    pub(crate) c: i64,
    pub(crate) d: i64,
    pub(crate) e: i64,
    pub(crate) f: i64,
    pub(crate) g: i64,
    pub(crate) h: i64,
    pub(crate) i: i64,
    pub(crate) j: i64,
    pub(crate) k: i64,
    pub(crate) l: Option<i64>,
}

/// A column with a name of the maximum length, to get long texts from short queries.
#[table(name = "long")]
#[derive(Debug)]
pub(crate) struct Long {
    #[column(
        primary_key,
        name = "column_whose_name_is_as_long_as_postgres_takes_them_63_bytes_id"
    )]
    pub(crate) id: i64,
}

const LONG: &str = r#""long"."column_whose_name_is_as_long_as_postgres_takes_them_63_bytes_id""#;

/// Combines ten copies of a condition.
macro_rules! ten {
    ($condition:expr) => {{
        let condition = $condition;
        condition
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
            .and(condition)
    }};
}

/// The text `column = $1 and column = $2 …`.
fn chain(column: &str, count: usize) -> String {
    let conditions: Vec<String> = (1..=count)
        .map(|number| format!("{column} = ${number}"))
        .collect();
    conditions.join(" and ")
}

/// `true`, padded with leading spaces to `N` bytes.
struct Spaces<const N: usize>;

impl<const N: usize> Spaces<N> {
    const TEXT: &'static str = {
        const fn bytes<const N: usize>() -> [u8; N] {
            let mut bytes = [b' '; N];
            let (_, end) = bytes.split_at_mut(N - 4);
            end.copy_from_slice(b"true");
            bytes
        }
        match str::from_utf8(const { &bytes::<N>() }) {
            Ok(text) => text,
            Err(_) => "",
        }
    };
}

impl<const N: usize> RawSql for Spaces<N> {
    const PIECES: &'static [&'static str] = &[Self::TEXT];
}

const BASE: &str = r#"select "counters"."id" from "counters" where "#;

cases! {
    fn more_than_nine_parameters(sql) {
        let new = NewWide {
            a: 1,
            b: 2,
            c: 3,
            d: 4,
            e: 5,
            f: 6,
            g: 7,
            h: 8,
            i: 9,
            j: 10,
            k: 11,
        };
        sql.check(Wide.insert(new).set(Wide.l, 12), |text| {
            assert_eq!(
                text,
                r#"insert into "wide" ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"#
            );
        });
        sql.check(
            Counter
                .select()
                .columns(Counter.id)
                .filter(ten!(Counter.id.eq(7)))
                .limit(3),
            |text| {
                assert_eq!(
                    text,
                    format!("{BASE}{} limit $11", chain(r#""counters"."id""#, 10))
                );
            },
        );
    }

    fn more_than_ten_columns(sql) {
        sql.check(
            Wide.select().columns((Wide.j, Wide.k)).filter(Wide.l.eq(1)),
            |text| {
                assert_eq!(
                    text,
                    r#"select "wide"."j", "wide"."k" from "wide" where "wide"."l" = $1"#
                );
            },
        );
    }

    fn more_than_99_parameters(sql) {
        sql.check(
            Counter
                .select()
                .columns(Counter.id)
                .filter(ten!(ten!(Counter.id.eq(7))))
                .limit(3),
            |text| {
                assert_eq!(
                    text,
                    format!("{BASE}{} limit $101", chain(r#""counters"."id""#, 100))
                );
            },
        );
    }

    fn texts_of_all_lengths(sql) {
        let (one, some, several) = (
            Long.id.eq(7),
            ten!(Long.id.eq(7)),
            ten!(ten!(Long.id.eq(7))),
        );
        sql.check(Long.select().filter(one).filter(one), |text| {
            assert_eq!(
                text,
                format!(r#"select {LONG} from "long" where {}"#, chain(LONG, 2))
            );
            assert!((257..=1024).contains(&text.len()));
        });
        sql.check(Long.select().filter(some).filter(some), |text| {
            assert_eq!(
                text,
                format!(r#"select {LONG} from "long" where {}"#, chain(LONG, 20))
            );
            assert!((1025..=4096).contains(&text.len()));
        });
        sql.check(Long.select().filter(several).filter(some), |text| {
            assert_eq!(
                text,
                format!(r#"select {LONG} from "long" where {}"#, chain(LONG, 110))
            );
            assert!((4097..=16_384).contains(&text.len()));
        });
        sql.check(
            Long.select()
                .filter(several)
                .filter(several)
                .filter(several),
            |text| {
                assert_eq!(
                    text,
                    format!(r#"select {LONG} from "long" where {}"#, chain(LONG, 300))
                );
                assert!(text.len() > 16_384);
            },
        );
    }

    fn texts_around_the_sizes_of_the_buffers(sql) {
        macro_rules! lengths {
            ($($length:literal)*) => {$(
                let condition = raw::<bool, Spaces<{ $length - BASE.len() }>, ()>(());
                sql.check(Counter.select().columns(Counter.id).filter(condition), |text| {
                    assert_eq!(text.len(), $length);
                    assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), format!("{BASE}true"));
                });
            )*};
        }
        lengths!(64 255 256 257 1023 1024 1025 4095 4096 4097 16383 16384 16385);
    }
}

#[test]
fn a_long_text_is_written_at_run_time() {
    let constant = raw::<bool, Spaces<{ 16_384 - BASE.len() }>, ()>(());
    let longer = raw::<bool, Spaces<{ 16_385 - BASE.len() }>, ()>(());
    let all = Counter.select().columns(Counter.id);
    assert!(matches!(all.filter(constant).to_sql(), Cow::Borrowed(_)));
    assert!(matches!(all.filter(longer).to_sql(), Cow::Owned(_)));
}
