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

// Left out:
// * column "a""b" of "type": its name contains a quote, which attributes do not accept
// * column "c" of "References": its statistics target
// * column "c" of "References": its storage `external`
// * column "money" of "every_type": no Rust type is known for `money`
// * column "precise" of "every_type": no Rust type is known for `"precise"`
// * column "v" of "every_type": no Rust type is known for `tstzmultirange`
// * column "x" of "half_guarded": no Rust type is known for `xml`
// * column "x" of "only_xml": no Rust type is known for `xml`
// * column "xml" of "every_type": no Rust type is known for `xml`, so the program cannot insert rows
// * composite type "precise": no column that was pulled has this type, and `schema!` finds types by their columns
// * constraint "References_b_d_fkey" of "References": no primary key or unique constraint that was pulled has these columns in this order
// * constraint "References_d_b_fkey" of "References": `match full`
// * constraint "References_d_fkey" of "References": its action `on delete`, which always fails: `d` cannot be NULL
// * domain "short": its check `length((VALUE)::text) > 1`; a domain has one
// * domain "short": its type `varchar(20)`, which is that of the Rust type instead
// * enum "empty": an enum without labels
// * enum "order": its comment, which is only in the source
// * enum "unused": no column that was pulled has this type, and `schema!` finds types by their columns
// * function "all_of(integer)": `Schema::with` has no aggregates
// * function "double(integer)": `public` cannot execute it, which `Schema::with` does not say
// * function "uses_empty(integer)": its body uses the table "empty_table", which is left out
// * function "uses_unused(unused)": it uses the enum "unused", which is left out
// * grant to "kinds_group" on column "id" of "all_references": the columns of a view have no privileges of their own in `Schema::with`
// * grant to "kinds_user" on column "x" of "half_guarded": its object is left out
// * grant to "kinds_user" on sequence "small": its object is left out
// * grant to "kinds_user" on table "by_range_2026": `#[partition]` has no privileges
// * grant to "kinds_user" on table "half_guarded": another privilege on the object is left out, and one that declares some has no others
// * index "counts_of_places": its comment
// * policy "by_id" of "half_guarded": another policy of the table is left out, and a table that declares one has no others
// * policy "never" of "policies_off": row-level security of the table is off, and `#[policy]` needs it
// * policy "own" of "guarded": its comment
// * policy "without_condition" of "half_guarded": it has no condition, and `#[policy]` needs one
// * role "kinds_other": no policy and no privilege that was pulled names it, and roles are those of the whole server
// * sequence "invoice_number": its comment
// * sequence "small": its values are `smallint`, and those of a `SequenceDef` are `bigint`
// * table "References": the spaces at the ends of the lines of its comment
// * table "by_class": its partitioning by `name text_pattern_ops`, because an attribute has no operator class and no collation for it
// * table "by_class_a": a partition of "by_class"; programs use that table
// * table "by_range_other": its storage parameters
// * table "empty_table": a table without columns
// * table "excluded": its name has a meaning for Postgres, and attributes do not accept it
// * table "half_guarded": its row-level security, because not all of its policies can be written
// * table "only_xml": no column has a Rust type
// * table "pg_like": its name has a meaning for Postgres, and attributes do not accept it
// * trigger "counted" of "guarded": it is disabled
// * trigger "late" of "half_guarded": `#[trigger]` creates no constraint triggers
// * trigger "plain" of "half_guarded": another trigger of the table is left out, and a table that declares one has no others
// * view "money_of": it uses the column "money" of "every_type", which is left out
// * view "of_empty": it uses the table "empty_table", which is left out
// * view "of_left_out": it uses the view "of_empty", which is left out
// * view "of_views": its option `security_invoker = false`
// * view "own_rows": the spaces at the ends of the lines of its comment on `note`
// * view "with_ctid": its column `ctid` has a name of Postgres itself
// * view "with_xml": no Rust type is known for `xml`, the type of its column `xml`

use bit_vec::BitVec;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
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
#[table(name = "References", unlogged)]
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

#[table(name = "by_class")]
#[derive(Debug, Clone)]
pub struct ByClass {
    pub name: String,
}

#[table(name = "by_hash")]
#[partition_by(hash(id))]
#[partition(name = "by_hash_0", modulus = 2, remainder = 0)]
#[derive(Debug, Clone)]
pub struct ByHash {
    #[column(primary_key)]
    pub id: i32,
}

#[table(name = "by_list")]
#[partition_by(list(sql("lower(kind)")))]
#[partition(name = "by_list_a", values("a", "it's, so", null))]
#[derive(Debug, Clone)]
pub struct ByList {
    pub kind: Option<String>,
    pub number: Option<i32>,
}

#[table(name = "by_range")]
#[primary_key(day, id, include(note), deferrable)]
#[partition_by(range(day, id))]
#[partition(name = "by_range_2026", from("2026-01-01", "1"), to("2027-01-01", maxvalue))]
#[partition(name = "by_range_other", default)]
#[derive(Debug, Clone)]
pub struct ByRange {
    pub id: i64,
    pub day: NaiveDate,
    pub note: Option<String>,
}

#[table(name = "counted")]
#[derive(Debug, Clone)]
pub struct Counted {
    pub order: Option<Order>,
    pub place: Option<Place>,
    pub email: Option<Email>,
}

#[table(name = "every_type", with(autovacuum_enabled = false))]
#[primary_key(id, name = "same_as_key")]
#[unique(b, include(a), name = "also_b")]
#[unique(b, initially_deferred)]
#[check(name = "every_type_a_check", "a > 0")]
#[check(name = "positive", "limited >= (0)::numeric")]
#[check(name = "with_function", "double((a)::integer) > 0")]
#[index(brin(a), with(pages_per_range = 64))]
#[index(sql("double((a)::integer)"), name = "every_type_double_idx")]
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
    #[column(default = sql("nextval('invoice_number'::regclass)"))]
    pub number: i32,
    #[column(generated = "double(number)")]
    pub doubled: Option<i32>,
    #[column(generated = "3 * number")]
    pub tripled: Option<i32>,
    #[column(default = sql("double(2)"))]
    pub twice: i32,
    #[column(sql_type = "numeric(10,2)", default = sql("0"))]
    pub limited: Decimal,
    pub big: Option<Decimal>,
}

#[table(name = "guarded", row_level_security = forced)]
#[policy(
    name = "Read it",
    command = select,
    restrictive,
    using = "(id > 0) AND (EXISTS ( SELECT\n   FROM target\n  WHERE (target.a = 1)))"
)]
#[policy(
    name = "own",
    to("kinds_group", "kinds_user"),
    using = "owner = CURRENT_USER",
    with_check = "owner <> 'nobody'::text"
)]
#[grant(select, insert(id, note), update(note), to = "kinds_user")]
#[grant(select, to = "kinds_group", with_grant_option)]
#[trigger(name = "counted", after(truncate), for_each = statement, execute = "touch()")]
#[trigger(
    name = "touched",
    before(insert, update(note, owner)),
    for_each = row,
    when = "(new.note <> 'no'::text)",
    execute = "touch('a', 'b')"
)]
#[derive(Debug, Clone)]
pub struct Guarded {
    #[column(primary_key)]
    pub id: i64,
    #[column(default = sql("CURRENT_USER"))]
    pub owner: String,
    pub note: Option<String>,
    #[column(default = sql("nextval('\"Numbers\"'::regclass)"))]
    pub number: i64,
    #[column(updated_at)]
    pub changed_at: DateTime<Utc>,
}

#[table(name = "half_guarded")]
#[trigger(
    name = "schema_touch_changed_at",
    before(update),
    for_each = row,
    execute = "schema_touch_changed_at()"
)]
#[derive(Debug, Clone)]
pub struct HalfGuarded {
    pub id: Option<i32>,
    pub changed_at: Option<DateTime<Utc>>,
}

#[table(name = "kept_apart")]
#[exclude(period with "&&", where = "room > 0", deferrable)]
#[exclude(btree(room with "=", sql("abs(room)") with "="), name = "kept_apart_room_abs_excl")]
#[exclude(
    sql("int4range(room, (room + 1))") with "&&",
    period with "-|-",
    initially_deferred,
    name = "rooms_in_order"
)]
#[derive(Debug, Clone)]
pub struct KeptApart {
    pub period: Range<NaiveDate>,
    pub room: i32,
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

#[table(name = "policies_off")]
#[derive(Debug, Clone)]
pub struct PoliciesOff {
    pub id: Option<i32>,
}

#[table(name = "target")]
#[primary_key(a, b)]
#[index(d, unique, name = "target_d")]
#[grant(select, to = "public")]
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

#[view(
    name = "all_references",
    sql = r#"SELECT id,
    a,
    b,
    c,
    d,
    e
   FROM "References""#
)]
#[derive(Debug, Clone)]
pub struct AllReference {
    pub id: Option<i64>,
    pub a: Option<i64>,
    pub b: Option<i64>,
    #[column(sql_type = "varchar(10)")]
    pub c: Option<String>,
    pub d: Option<i32>,
    pub e: Option<i32>,
}

#[view(
    name = "calls_rows",
    sql = r#"SELECT id
   FROM rows_of() rows_of(id, "The owner", note)"#
)]
#[derive(Debug, Clone)]
pub struct CallsRow {
    pub id: Option<i64>,
}

#[view(
    name = "counts",
    materialized,
    with(fillfactor = 80),
    sql = r#"SELECT "order",
    count(*) AS count,
    (array_agg(place))[1] AS place,
    array_agg(email) AS emails
   FROM counted
  GROUP BY "order""#
)]
#[index(sql("abs(count)").desc(), name = "counts_by_double", where = "count > 1")]
#[index(brin(count), name = "counts_of_places")]
#[index(order, unique)]
#[derive(Debug, Clone)]
pub struct Count {
    pub order: Option<Order>,
    pub count: Option<i64>,
    pub place: Option<Place>,
    pub emails: Option<Vec<Email>>,
}

#[view(
    name = "of_views",
    sql = r#"SELECT o.id,
    o."The owner",
    o.note,
    double(3) AS six,
    (now())::time(2) without time zone AS at,
    NULL::character varying(7) AS "varchar",
    '{}'::json AS "json"
   FROM (own_rows o
     JOIN "References" r USING (id))"#
)]
#[derive(Debug, Clone)]
pub struct OfView {
    pub id: Option<i64>,
    #[column(name = "The owner")]
    pub the_owner: Option<String>,
    pub note: Option<String>,
    pub six: Option<i32>,
    #[column(sql_type = "time(2)")]
    pub at: Option<NaiveTime>,
    #[column(sql_type = "varchar(7)")]
    pub varchar: Option<String>,
    #[column(sql_type = "json")]
    pub json: Option<serde_json::Value>,
}

/// The rows of the user.
#[view(
    name = "own_rows",
    check_option = local,
    security_barrier,
    security_invoker,
    sql = r##"SELECT id,
    owner AS "The owner",
    note
   FROM guarded
  WHERE ((owner = CURRENT_USER) AND (note <> 'a "#b"'::text))"##
)]
#[derive(Debug, Clone)]
pub struct OwnRow {
    pub id: Option<i64>,
    /// Always the user.
    #[column(name = "The owner")]
    pub the_owner: Option<String>,
    /// A space before.
    pub note: Option<String>,
}

/// Objects that belong to no table.
const OBJECTS: &[Object] = &[
    Object::Extension("pg_trgm"),
    Object::Role(RoleDef::new("kinds_group")),
    Object::Role(RoleDef::new("kinds_user").login().no_inherit().member_of(&["kinds_group"])),
    Object::Sequence(SequenceDef::new("Numbers").increment(5).min(10).cache(3).cycle()),
    Object::Sequence(SequenceDef::new("invoice_number")),
    Object::Function(FunctionDef::new(
        "\"Do\"(integer)",
        r#"create or replace procedure "Do"(IN number integer)
 LANGUAGE sql
AS $procedure$select double(number)$procedure$"#,
    )),
    Object::Function(FunctionDef::new(
        "calls_it(integer, text[])",
        r#"create or replace function "calls_it"(a integer, OUT b text, VARIADIC c text[] DEFAULT '{}'::text[])
 RETURNS text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (double(a))::text AS double;
END"#,
    )),
    Object::Function(FunctionDef::new(
        "double(integer)",
        r#"create or replace function "double"(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 2 * $1$function$"#,
    )),
    Object::Function(FunctionDef::new(
        "rows_of()",
        r#"create or replace function "rows_of"()
 RETURNS SETOF own_rows
 LANGUAGE sql
AS $function$select * from own_rows$function$"#,
    )),
    Object::Function(FunctionDef::new(
        "touch()",
        r##"create or replace function "touch"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    new.note = 'touched "' || tg_argv[0] || '"#';
    return new;
end
$function$"##,
    )),
    Object::Grant(GrantDef::new(&[Privilege::Usage], GrantOn::Enum("order"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Usage], GrantOn::Domain("email"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Usage], GrantOn::Composite("place"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Select, Privilege::Usage], GrantOn::Sequence("Numbers"), "kinds_user").with_grant_option()),
    Object::Grant(GrantDef::new(&[Privilege::Execute], GrantOn::Function("\"Do\"(integer)"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Execute], GrantOn::Function("calls_it(integer, text[])"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Execute], GrantOn::Function("double(integer)"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Select], GrantOn::View("all_references"), "kinds_group")),
    Object::Grant(GrantDef::new(&[Privilege::Select], GrantOn::View("all_references"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Select], GrantOn::View("own_rows"), "kinds_user")),
    Object::Grant(GrantDef::new(&[Privilege::Select], GrantOn::MaterializedView("counts"), "kinds_user")),
];

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        TableRow,
        Table1st,
        Reference,
        ByClass,
        ByHash,
        ByList,
        ByRange,
        Counted,
        EveryType,
        Guarded,
        HalfGuarded,
        KeptApart,
        NewPatient,
        OptionRow,
        PatientRow,
        PatientColumn,
        Patients,
        PoliciesOff,
        Target,
        Type,
        VecRow,
        AllReference,
        CallsRow,
        Count,
        OfView,
        OwnRow,
    ]
    .with(OBJECTS)
}
