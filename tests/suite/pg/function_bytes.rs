//! Functions of bytes, bits and decimals, and more of numbers.

use rust_decimal::Decimal;
use schema_core::expr::function::{
    acosd, acosh, asind, asinh, atan2d, atand, atanh, bit_count, convert_from, convert_to, cosd,
    cosh, cot, cotd, crc32, crc32c, decode, div, encode, erf, erfc, factorial, gamma, gcd, get_bit,
    get_byte, lcm, length_bytes, lgamma, log, log_base, md5_bytes, min_scale, pow, random_between,
    random_normal, round_to, scale, set_bit, set_byte, sha224, sha256, sha384, sha512, sign, sind,
    sinh, substring_bytes, tand, tanh, trim_scale, trunc_to, width_bucket,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "entries")]
struct Entry {
    #[column(primary_key)]
    id: i32,
    name: String,
    nick: Option<String>,
    size: Option<i32>,
    content: Vec<u8>,
    ready: Option<bool>,
}

async fn entries(db: &TestDb) {
    create!(db, Entry);
    for (id, name, size, ready) in [(1, "Ana", Some(6), Some(true)), (2, "bob", None, None)] {
        let new = NewEntry {
            id,
            name: name.into(),
            content: vec![1, 2, 255],
        };
        let entry = Entry
            .insert(new)
            .set(Entry.size, size)
            .set(Entry.ready, ready);
        entry.execute(db.pool()).await.unwrap();
    }
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        Entry
            .select()
            .filter(Entry.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn bytes_and_bits() {
    db::run(async |db| {
        entries(&db).await;
        let c = Entry.content;

        let of_bytes = values!(
            db,
            1,
            encode(c, "hex"),
            decode("0102ff", "hex"),
            length_bytes(c),
            get_byte(c, 2),
            set_byte(c, 0, 9),
            get_bit(c, 0_i64),
            set_bit(c, 1_i64, 1),
            bit_count(c),
        );
        assert_eq!(
            of_bytes,
            (
                "0102ff".into(),
                vec![1, 2, 255],
                3,
                255,
                vec![9, 2, 255],
                1,
                vec![3, 2, 255],
                10
            )
        );
        let of_bytes = values!(
            db,
            1,
            substring_bytes(c, 2, 1),
            c.concat([0_u8].as_slice()),
            convert_from(decode("616263", "hex"), "UTF8"),
            convert_to("é", "UTF8"),
            md5_bytes(convert_to("a", "UTF8")),
        );
        assert_eq!(
            of_bytes,
            (
                vec![2],
                vec![1, 2, 255, 0],
                "abc".into(),
                vec![0xc3, 0xa9],
                "0cc175b9c0f1b6a831c399e269772661".into()
            )
        );
        let hashes = values!(db, 1, sha224(c), sha256(c), sha384(c), sha512(c));
        let lengths = [
            hashes.0.len(),
            hashes.1.len(),
            hashes.2.len(),
            hashes.3.len(),
        ];
        assert_eq!(lengths, [28, 32, 48, 64]);
        if db.server_version_num() >= 180_000 {
            let sums = values!(
                db,
                1,
                crc32(convert_to("a", "UTF8")),
                crc32c(convert_to("a", "UTF8"))
            );
            assert_eq!(sums, (0xe8b7_be43, 0xc1d0_4330));
        }
        let of_numbers = values!(
            db,
            1,
            Entry.size.bit_and(3),
            Entry.size.bit_or(1),
            Entry.size.bit_xor(3),
            Entry.size.bit_not(),
            Entry.id.shift_left(4),
            (Entry.size + 10).shift_right(1),
            value(Bits::<4>::from([true, false, true, false]))
                .bit_not()
                .eq(Bits::<4>::from([false, true, false, true])),
        );
        assert_eq!(
            of_numbers,
            (Some(2), Some(7), Some(5), Some(-7), 16, Some(8), true)
        );
        assert_eq!(
            values!(db, 2, Entry.size.bit_and(3), Entry.size.bit_not()),
            (None, None)
        );
    });
}

#[test]
fn numbers() {
    db::run(async |db| {
        entries(&db).await;
        let d = || value(Decimal::new(2550, 2));

        let decimals: (
            Decimal,
            Decimal,
            i32,
            i32,
            Decimal,
            Decimal,
            Decimal,
            Decimal,
        ) = values!(
            db,
            1,
            div(d(), Decimal::TEN),
            round_to(d(), 1),
            scale(d()),
            min_scale(d()),
            trim_scale(d()),
            trunc_to(d(), 0),
            log_base(value(Decimal::TWO), Decimal::from(8)),
            factorial(5_i64),
        );
        let number = Decimal::from;
        assert_eq!(decimals.0, number(2));
        assert_eq!(
            (decimals.1, decimals.2, decimals.3),
            (Decimal::new(255, 1), 2, 1)
        );
        assert_eq!((decimals.4, decimals.5), (Decimal::new(255, 1), number(25)));
        assert_eq!((decimals.6, decimals.7), (number(3), number(120)));
        let integers = values!(
            db,
            1,
            gcd(Entry.size, 4),
            lcm(Entry.id, 6),
            sign(value(-2.5)),
            log(100.0),
            pow(2.0, 3.0),
            width_bucket(5.5, 0.0, 10.0, 5),
        );
        assert_eq!(integers, (Some(2), 6, -1.0, 2.0, 8.0, 3));
        let angles = values!(
            db,
            1,
            sind(30.0),
            cosd(60.0),
            tand(45.0),
            cotd(45.0),
            asind(0.5),
            acosd(0.5),
            atand(1.0),
            atan2d(1.0, 1.0)
        );
        assert_eq!(angles, (0.5, 0.5, 1.0, 1.0, 30.0, 60.0, 45.0, 45.0));
        let others = values!(
            db,
            1,
            sinh(0.0),
            cosh(0.0),
            tanh(0.0),
            asinh(0.0),
            acosh(1.0),
            atanh(0.0),
            cot(1.0),
            erf(0.0),
            erfc(0.0),
            random_normal(7.0, 0.0)
        );
        let cot = 1.0 / 1_f64.tan();
        assert!((others.6 - cot).abs() < 1e-9);
        assert_eq!(
            others,
            (0.0, 1.0, 0.0, 0.0, 0.0, 0.0, others.6, 0.0, 1.0, 7.0)
        );
        let random = values!(db, 1, random_between(value(3), 3)).0;
        assert_eq!(random, 3);
        if db.server_version_num() >= 180_000 {
            assert_eq!(values!(db, 1, gamma(5.0), lgamma(1.0)), (24.0, 0.0));
        }
    });
}
