//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! bit-vec = "0.8"
//! chrono = "0.4"
//! rust_decimal = "1"
//! schema-core = { version = "0.1", features = ["bit-vec", "rust_decimal"] }
//! serde_json = "1"
//! uuid = "1"
//! ```

// Left out, because attributes do not express it:
// * column "a""b" of "type": its name contains a quote, which attributes do not accept
// * column "c" of "References": its statistics target
// * column "c" of "References": its storage `external`
// * column "doubled" of "every_type": it is generated with the function `double`, which is left out
// * column "money" of "every_type": no Rust type is known for `money`
// * column "number" of "every_type": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "precise" of "every_type": no Rust type is known for `"precise"`
// * column "twice" of "every_type": its default `double(2)` uses the function `double`, which is left out
// * column "v" of "every_type": no Rust type is known for `tstzmultirange`
// * column "x" of "only_xml": no Rust type is known for `xml`
// * column "xml" of "every_type": no Rust type is known for `xml`, so the program cannot insert rows
// * composite type "precise": no column that was pulled has this type, and `schema!` finds types by their columns
// * constraint "References_b_d_fkey" of "References": no primary key or unique constraint that was pulled has these columns in this order
// * constraint "References_d_b_fkey" of "References": `match full`
// * constraint "References_d_fkey" of "References": its action `on delete`, which always fails: `d` cannot be NULL
// * constraint "also_b" of "every_type": its columns that are only included
// * constraint "every_type_b_key" of "every_type": `deferrable`
// * constraint "every_type_b_key" of "every_type": another unique constraint has the same columns
// * constraint "with_function" of "every_type": it uses the function `double`, which is left out
// * domain "short": its check `length((VALUE)::text) > 1`; a domain has one
// * domain "short": its type `varchar(20)`, which is that of the Rust type instead
// * enum "empty": an enum without labels
// * enum "order": its comment, which is only in the source
// * enum "unused": no column that was pulled has this type, and `schema!` finds types by their columns
// * function "double(integer)": functions are not attributes
// * grant to "public" on table "target": privileges are not attributes
// * index "every_type_double_idx": it uses the function `double`, which is left out
// * sequence "invoice_number": the sequence of column "number" of "every_type"; an identity column has its own
// * table "References": `unlogged`
// * table "References": the spaces at the ends of the lines of its comment
// * table "empty_table": a table without columns
// * table "every_type": its storage parameter `autovacuum_enabled = false`
// * table "excluded": its name has a meaning for Postgres, and attributes do not accept it
// * table "only_xml": no column has a Rust type
// * table "pg_like": its name has a meaning for Postgres, and attributes do not accept it
// * view "all_references": `#[view]` needs its query in Rust

use bit_vec::BitVec;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::types::{Cidr, Circle, Inet, JsonPath, MacAddr, MacAddr8, Point, Range, RegConfig, TsQuery, TsVector};
use uuid::Uuid;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "order")]
pub enum Order {
    New,
    #[pg_enum(rename = "In Progress")]
    InProgress,
    Übung,
    #[pg_enum(rename = "2nd")]
    Label2nd,
    #[pg_enum(rename = "-")]
    Label5,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "email", check = "VALUE ~~ '%@%'::text")]
pub struct Email(pub String);

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "short", check = "(VALUE)::text <> ''::text")]
pub struct Short(pub String);

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "tags", no_array)]
pub struct Tags(pub Vec<String>);

#[derive(PgComposite, Debug, Clone, PartialEq)]
#[pg_composite(name = "nested")]
pub struct Nested {
    pub home: Option<Place>,
    pub status: Option<Order>,
}

#[derive(PgComposite, Debug, Clone, PartialEq)]
#[pg_composite(name = "place")]
pub struct Place {
    pub street: Option<String>,
    #[pg_composite(name = "Post Code")]
    pub post_code: Option<String>,
    pub number: Option<i32>,
}

#[table(name = "%%")]
#[derive(Debug, Clone)]
pub struct TableRow {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "1st")]
#[derive(Debug, Clone)]
pub struct Table1st {
    #[column(primary_key)]
    pub id: i32,
}

/// Spaces around.
#[table(name = "References")]
#[foreign_key(d, b, references = (Target.a, Target.b), on_delete = cascade)]
#[foreign_key(d, references = Target.d, name = "second")]
#[derive(Debug, Clone)]
pub struct Reference {
    #[column(primary_key)]
    pub id: i64,
    #[doc = " A tab\there."]
    pub a: i64,
    pub b: Option<i64>,
    #[column(sql_type = "varchar(10)", references = Target.c, on_update = cascade, deferrable)]
    pub c: Option<String>,
    #[column(references = Target.d, initially_deferred)]
    pub d: i32,
    #[column(default = 4, references = Target.d, on_delete = set_default)]
    pub e: Option<i32>,
}

#[table(name = "every_type")]
#[primary_key(id, name = "same_as_key")]
#[unique(b, name = "also_b")]
#[check(name = "every_type_a_check", "a > 0")]
#[check(name = "positive", "limited >= (0)::numeric")]
#[index(brin(a), with(pages_per_range = 64))]
#[index(hash(email))]
#[index(gin(j.jsonb_path_ops), with(fastupdate = "off"))]
#[index(spgist(l))]
#[index(gist(u))]
#[derive(Debug, Clone)]
pub struct EveryType {
    #[column(default = gen_random_uuid())]
    pub id: Uuid,
    #[column(default = 1)]
    pub a: i16,
    pub b: Option<f32>,
    pub c: Option<Vec<u8>>,
    #[column(sql_type = "timestamp(3)")]
    pub d: Option<NaiveDateTime>,
    pub e: Option<Vec<NaiveDate>>,
    pub f: Option<NaiveTime>,
    #[column(default = sql("'1 day'::interval"))]
    pub g: Interval,
    #[column(sql_type = "interval day to second(3)")]
    pub h: Option<Interval>,
    #[column(sql_type = "json")]
    pub i: Option<serde_json::Value>,
    #[column(default = sql("'{}'::jsonb"))]
    pub j: serde_json::Value,
    pub k: Option<JsonPath>,
    pub l: Option<Inet>,
    pub m: Option<Cidr>,
    pub n: Option<MacAddr>,
    pub o: Option<MacAddr8>,
    pub p: Option<TsVector>,
    pub q: Option<TsQuery>,
    pub r: Option<RegConfig>,
    pub s: Option<Point>,
    pub t: Option<Circle>,
    pub u: Option<Range<i32>>,
    pub w: Option<Bits<3>>,
    #[column(sql_type = "varbit(5)")]
    pub x: Option<BitVec>,
    #[column(sql_type = "char(3)[]")]
    pub y: Option<Vec<String>>,
    #[column(sql_type = "name")]
    pub z: Option<String>,
    #[column(default = Order::InProgress)]
    pub order: Order,
    pub orders: Option<Vec<Order>>,
    pub place: Option<Place>,
    pub places: Option<Vec<Place>>,
    pub nested: Option<Nested>,
    #[column(default = sql("'a@b'::text"))]
    pub email: Email,
    pub short: Option<Short>,
    pub tags: Option<Tags>,
    #[column(identity = by_default)]
    pub number: i32,
    #[column(generated = "3 * number")]
    pub tripled: Option<i32>,
    pub twice: i32,
    #[column(sql_type = "numeric(10,2)", default = sql("0"))]
    pub limited: Decimal,
    pub big: Option<Decimal>,
}

#[table(name = "new_patient")]
#[derive(Debug, Clone)]
pub struct NewPatient {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "option")]
#[derive(Debug, Clone)]
pub struct OptionRow {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "patient")]
#[derive(Debug, Clone)]
pub struct PatientRow {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "patient_columns")]
#[derive(Debug, Clone)]
pub struct PatientColumn {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "patients")]
#[derive(Debug, Clone)]
pub struct Patients {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "target")]
#[primary_key(a, b)]
#[index(d, unique, name = "target_d")]
#[derive(Debug, Clone)]
pub struct Target {
    pub a: i32,
    pub b: i64,
    #[column(unique)]
    pub c: String,
    pub d: i32,
}

#[table(name = "type")]
#[index(
    sql("lower(\"Self\")").collate("C").desc().nulls_last(),
    column_12.nulls_first(),
    name = "by_expression",
    where = "\"2fa\"",
    include(n2fa)
)]
#[index(name.text_pattern_ops, with(fillfactor = 70))]
#[index(r#where, unique_)]
#[derive(Debug, Clone)]
pub struct Type {
    #[column(primary_key, identity)]
    pub r#type: i64,
    #[column(name = "Self")]
    pub self_: String,
    #[column(name = "self")]
    pub self_2: String,
    #[column(name = "unique", unique)]
    pub unique_: String,
    pub select: String,
    pub r#where: Option<String>,
    #[column(default = 7)]
    pub größe: i32,
    #[column(name = "first-name", default = "it's")]
    pub first_name_2: String,
    #[column(name = "firstName")]
    pub first_name_3: Option<String>,
    #[column(default = sql("'a\\b'::text"))]
    pub first_name: String,
    #[column(name = "2fa", default = false)]
    pub n2fa: bool,
    #[column(name = "%")]
    pub column_12: Option<f32>,
    #[column(name = "__x__y", default = sql("0.5"))]
    pub x_y: f64,
    #[column(collate = "C")]
    pub name: Option<String>,
    #[column(name = "sql")]
    pub sql_: Option<String>,
    pub r#gen: Option<String>,
    pub r#async: Option<String>,
    pub union: Option<String>,
    pub str: Option<String>,
    #[column(unique)]
    pub find: Option<String>,
    pub insert: Option<String>,
    pub v0: Option<String>,
}

#[table(name = "vec")]
#[derive(Debug, Clone)]
pub struct VecRow {
    #[column(primary_key)]
    pub id: i32,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        TableRow,
        Table1st,
        Reference,
        EveryType,
        NewPatient,
        OptionRow,
        PatientRow,
        PatientColumn,
        Patients,
        Target,
        Type,
        VecRow,
    ]
}
