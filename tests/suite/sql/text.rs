//! Functions of text, bytes and any values; collations.

use expect_test::expect;
use schema_core::expr::collation;
use schema_core::expr::function::{
    bit_count, bit_length, char_length, concat, concat_ws, convert_from, convert_to, decode,
    encode, format, get_bit, get_byte, length_bytes, ltrim_characters, md5_bytes, normalize,
    num_nonnulls, num_nulls, overlay, parse_ident, quote_ident, quote_literal, quote_nullable,
    regexp_count_flags, regexp_instr, regexp_instr_flags, regexp_like_flags, regexp_match,
    regexp_match_flags, regexp_split_to_array_flags, regexp_substr_flags, rtrim_characters,
    set_bit, set_byte, sha224, sha256, sha384, sha512, substring_bytes, substring_from, to_bin,
    to_oct, unistr,
};
use schema_core::prelude::*;

use crate::tables::{Note, Patient};

cases! {
    fn any_values(sql) {
        sql.is(
            Patient.select().columns((
                concat((Patient.name, 1, None::<String>, Patient.age)),
                concat_ws(", ", (Patient.name, Patient.email)),
                format("%s: %L", (Patient.id, "a")),
                num_nulls((Patient.age, 1)),
                num_nonnulls((Patient.age,)),
            )),
            expect![[r#"
                select concat("patients"."name", $1::integer, $2::text, "patients"."age"),
                concat_ws($3::text, "patients"."name", "patients"."email"), format($4::text,
                "patients"."id", $5::text), num_nulls("patients"."age", $6::integer),
                num_nonnulls("patients"."age")
                from "patients""#]],
        );
    }

    fn of_text(sql) {
        let n = Patient.name;
        sql.is(
            Patient.select().columns((
                bit_length(n),
                char_length(n),
                ltrim_characters(n, "a"),
                rtrim_characters(n, "a"),
                normalize(n),
                overlay(n, "x", 1, 2),
                parse_ident("a.b"),
                quote_ident(n),
                quote_literal(n),
                quote_nullable(None::<String>),
                substring_from(n, 2),
                to_bin(5_i64),
                to_oct(8_i64),
                unistr("\\0061"),
            )),
            expect![[r#"
                select bit_length("patients"."name"), char_length("patients"."name"),
                ltrim("patients"."name", $1::text), rtrim("patients"."name", $2::text),
                normalize("patients"."name"), overlay("patients"."name", $3::text,
                $4::integer, $5::integer), parse_ident($6::text),
                quote_ident("patients"."name"), quote_literal("patients"."name"),
                quote_nullable($7::text), substring("patients"."name", $8::integer),
                to_bin($9::bigint), to_oct($10::bigint), unistr($11::text)
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns((
                regexp_count_flags(n, "a", 1, "i"),
                regexp_instr(n, "a"),
                regexp_instr_flags(n, "a", 1, 1, 0, "i"),
                regexp_like_flags(n, "a", "i"),
                regexp_match(n, "(a)(b)?"),
                regexp_match_flags(n, "a", "i"),
                regexp_split_to_array_flags(n, "a", "i"),
                regexp_substr_flags(n, "a", 1, 1, "i"),
            )),
            expect![[r#"
                select regexp_count("patients"."name", $1::text, $2::integer, $3::text),
                regexp_instr("patients"."name", $4::text), regexp_instr("patients"."name",
                $5::text, $6::integer, $7::integer, $8::integer, $9::text),
                regexp_like("patients"."name", $10::text, $11::text),
                regexp_match("patients"."name", $12::text), regexp_match("patients"."name",
                $13::text, $14::text), regexp_split_to_array("patients"."name", $15::text,
                $16::text), regexp_substr("patients"."name", $17::text, $18::integer,
                $19::integer, $20::text)
                from "patients""#]],
        );
    }

    fn of_bytes(sql) {
        let bytes = || value(vec![1_u8]);
        sql.is(
            Patient.select().columns((
                encode(sha256(bytes()), "hex"),
                sha224(bytes()),
                sha384(bytes()),
                sha512(bytes()),
                decode("00", "hex"),
                convert_from(bytes(), "UTF8"),
                convert_to(Patient.name, "LATIN1"),
                length_bytes(bytes()),
                md5_bytes(bytes()),
                get_bit(bytes(), 0_i64),
                set_bit(bytes(), 0_i64, 1),
                get_byte(bytes(), 0),
                set_byte(bytes(), 0, 1),
                substring_bytes(bytes(), 1, 1),
                bytes().concat(vec![2_u8]),
            )),
            expect![[r#"
                select encode(sha256($1::bytea), $2::text), sha224($3::bytea),
                sha384($4::bytea), sha512($5::bytea), decode($6::text, $7::text),
                convert_from($8::bytea, $9::text), convert_to("patients"."name", $10::text),
                length($11::bytea), md5($12::bytea), get_bit($13::bytea, $14::bigint),
                set_bit($15::bytea, $16::bigint, $17::integer), get_byte($18::bytea,
                $19::integer), set_byte($20::bytea, $21::integer, $22::integer),
                substring($23::bytea, $24::integer, $25::integer), $26::bytea || $27
                from "patients""#]],
        );
        sql.is(
            Note.select().columns((bit_count(Note.bits), bit_count(bytes()))),
            expect![[r#"select bit_count("notes"."bits"), bit_count($1::bytea) from "notes""#]],
        );
    }

    fn collations(sql) {
        collation!(German = "de-x-icu");
        sql.is(
            Patient
                .select()
                .filter(Patient.name.collate(collation::C).lt("b"))
                .order_by(Patient.name.concat("x").collate(collation::Posix).desc())
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" collate "C" < $1
                order by ("patients"."name" || $2) collate "POSIX" desc"#]],
        );
        assert_eq!(
            Patient.select().order_by(Patient.name.collate(German)).columns(Patient.id).to_sql(),
            r#"select "patients"."id" from "patients" order by "patients"."name" collate "de-x-icu""#
        );
    }
}
