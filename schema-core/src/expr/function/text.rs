//! Functions of text.
//!
//! <https://www.postgresql.org/docs/current/functions-string.html>,
//! <https://www.postgresql.org/docs/current/functions-matching.html>
//!
//! Each returns NULL if an argument is NULL. Positions count characters and start at 1.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{left, lower, starts_with};
//!
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, email: String, name: Option<String> }
//! let query = Patient
//!     .select()
//!     .filter(starts_with(lower(Patient.email), "ana").and(lower(Patient.email).ne(Patient.email)))
//!     .columns((Patient.id, left(Patient.name, 1)));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select "patients"."id", left("patients"."name", $1::integer) from "patients" where "#.to_owned()
//!         + r#"starts_with(lower("patients"."email"), $2::text) and lower("patients"."email") <> "patients"."email""#
//! );
//! ```

functions! {
    /// The code point of the first character, or 0 if there is none.
    ascii(text: String) -> i32;
    /// The number of bits.
    bit_length(text: String) -> i32;
    /// The text without the longest start and end that consist of `characters` only.
    btrim(text: String, characters: String) -> String;
    /// The text for comparisons without regard to case. Postgres 18.
    casefold(text: String) -> String;
    /// The number of characters, as [`length`].
    char_length(text: String) -> i32;
    /// The character with this code point.
    chr(code: i32) -> String;
    /// The text with the first letter of each word in upper case and the others in lower case.
    initcap(text: String) -> String;
    /// The first `count` characters; if negative, all but the last.
    left(text: String, count: i32) -> String;
    /// The number of characters.
    length(text: String) -> i32;
    /// The text in lower case, according to its collation.
    lower(text: String) -> String;
    /// The text of this length: extended at the start by `fill`, or cut off at the end.
    lpad(text: String, length: i32, fill: String) -> String;
    /// The text without spaces at its start.
    ltrim(text: String) -> String;
    /// The text without the longest start that consists of `characters` only.
    ltrim_characters(text: String, characters: String) -> String = "ltrim";
    /// The MD5 hash, as 32 hexadecimal digits.
    md5(text: String) -> String;
    /// The text in Unicode's normalization form C.
    normalize(text: String) -> String;
    /// The number of bytes.
    octet_length(text: String) -> i32;
    /// The text with the `count` characters from a position on replaced by another text.
    overlay(text: String, new: String, start: i32, count: i32) -> String;
    /// The parts of a name that is qualified and quoted: `"a".b`.
    parse_ident(name: String) -> Vec<String>;
    /// The text as a name of SQL, in quotes if it needs them.
    quote_ident(text: String) -> String;
    /// The text as a literal of SQL.
    quote_literal(text: String) -> String;
    /// The text as a literal of SQL, or `NULL` if it is NULL.
    quote_nullable(text: Option<String>) -> String;
    /// The number of matches of a POSIX regular expression.
    regexp_count(text: String, pattern: String) -> i32;
    /// The number of matches from a position on, with flags such as `i`.
    regexp_count_flags(text: String, pattern: String, start: i32, flags: String) -> i32 = "regexp_count";
    /// The position of the first match of a POSIX regular expression, or 0 if there is none.
    regexp_instr(text: String, pattern: String) -> i32;
    /// The position of a match from a position on: where it starts if `end` is 0, or the position after it if it is 1.
    regexp_instr_flags(text: String, pattern: String, start: i32, number: i32, end: i32, flags: String) -> i32
        = "regexp_instr";
    /// True if a POSIX regular expression matches some part of the text.
    regexp_like(text: String, pattern: String) -> bool;
    /// True if a POSIX regular expression with flags such as `i` matches some part of the text.
    regexp_like_flags(text: String, pattern: String, flags: String) -> bool = "regexp_like";
    /// What the groups of the first match of a POSIX regular expression matched, or the whole match if it has no groups;
    /// NULL if there is no match.
    regexp_match(text: String, pattern: String) -> Option<Vec<Option<String>>>;
    /// [`regexp_match`] with flags such as `i`.
    regexp_match_flags(text: String, pattern: String, flags: String) -> Option<Vec<Option<String>>> = "regexp_match";
    /// The text with its first match of a POSIX regular expression replaced, or all with the flag `g`. In the replacement,
    /// `\1` is what the first group matched.
    regexp_replace(text: String, pattern: String, replacement: String, flags: String) -> String;
    /// The parts between the matches of a POSIX regular expression.
    regexp_split_to_array(text: String, pattern: String) -> Vec<String>;
    /// [`regexp_split_to_array`] with flags such as `i`.
    regexp_split_to_array_flags(text: String, pattern: String, flags: String) -> Vec<String> = "regexp_split_to_array";
    /// The first match of a POSIX regular expression, or NULL if there is none.
    regexp_substr(text: String, pattern: String) -> Option<String>;
    /// The match with a number from a position on, with flags such as `i`.
    regexp_substr_flags(text: String, pattern: String, start: i32, number: i32, flags: String) -> Option<String>
        = "regexp_substr";
    /// The text, `count` times.
    repeat(text: String, count: i32) -> String;
    /// The text with each `from` replaced.
    replace(text: String, from: String, to: String) -> String;
    /// The characters in reverse order.
    reverse(text: String) -> String;
    /// The last `count` characters; if negative, all but the first.
    right(text: String, count: i32) -> String;
    /// The text of this length: extended at the end by `fill`, or cut off there.
    rpad(text: String, length: i32, fill: String) -> String;
    /// The text without spaces at its end.
    rtrim(text: String) -> String;
    /// The text without the longest end that consists of `characters` only.
    rtrim_characters(text: String, characters: String) -> String = "rtrim";
    /// The part with this number, among those between delimiters. A negative number counts from the end.
    split_part(text: String, delimiter: String, number: i32) -> String;
    /// True if the text starts with `prefix`, whose `%` and `_` have no special meaning.
    starts_with(text: String, prefix: String) -> bool;
    /// The parts between delimiters.
    string_to_array(text: String, delimiter: String) -> Vec<String>;
    /// The position of `part` in the text, or 0 if it is not contained.
    strpos(text: String, part: String) -> i32;
    /// The `count` characters from a position on.
    substring(text: String, start: i32, count: i32) -> String;
    /// The characters from a position on.
    substring_from(text: String, start: i32) -> String = "substring";
    /// The number in binary digits. Postgres 16.
    to_bin(number: i64) -> String;
    /// The number in hexadecimal digits.
    to_hex(number: i64) -> String;
    /// The number in octal digits. Postgres 16.
    to_oct(number: i64) -> String;
    /// The text with each character of `from` replaced by the one at the same position of `to`, or removed if there is none.
    translate(text: String, from: String, to: String) -> String;
    /// The text without spaces at its start and end.
    trim(text: String) -> String;
    /// The text with each `\\XXXX` replaced by the character with this code point.
    unistr(text: String) -> String;
    /// The text in upper case, according to its collation.
    upper(text: String) -> String;
}
