//! Names that Rust or a statement uses itself.
#![allow(non_camel_case_types, reason = "the names are keywords")]

use schema_core::prelude::*;
use schema_core::table::Source;

#[table]
#[derive(Debug)]
struct r#type {
    #[column(primary_key)]
    r#fn: i64,
    #[column(references = r#type.r#fn)]
    r#match: Option<i64>,
}

alias!(r#impl = r#type);

#[derive(Selectable, Debug)]
struct r#loop {
    r#in: i64,
}

// Finding A19.
#[test]
fn a_raw_identifier_is_a_name_without_its_prefix() {
    let query = r#type
        .select()
        .left_join(r#impl, r#type.r#match.eq(r#impl.r#fn))
        .columns((r#type.r#fn, r#impl.r#fn));
    assert_eq!(
        query.to_sql(),
        r#"select "type"."fn", "impl"."fn" from "type" left join "type" as "impl" on "type"."match" = "impl"."fn""#
    );
    assert_eq!(format!("{:?} {:?}", r#type, r#type.r#fn), "type type.fn");
    let one = r#type
        .select()
        .columns(Selectloop { r#in: r#type.r#fn })
        .as_table();
    assert_eq!(
        one.select().to_sql(),
        r#"select "loop"."in" from (select "type"."fn" from "type") as "loop" ("in")"#
    );
    let _ = r#type.insert(Newtype { r#fn: 1 });
}

// Related to finding A19: an alias whose name is written as a raw identifier equals one that is not.
#[test]
fn a_raw_identifier_is_the_same_name() {
    mod raw {
        use super::r#type;
        schema_core::alias!(pub(super) r#union = r#type);
    }
    mod plain {
        use super::r#type;
        schema_core::alias!(pub(super) union = r#type);
    }
    fn same<A: Source<Id = B::Id>, B: Source>() {}
    same::<raw::r#union, plain::union>();
}

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
}

#[table(name = "visits", schema = "clinic")]
struct ClinicVisit {
    #[column(primary_key)]
    id: i64,
}

#[table(name = "visits", schema = "archive")]
struct OldVisit {
    #[column(primary_key)]
    id: i64,
}

alias!(Now = Visit);

// Related to finding A19: Postgres distinguishes tables of one name if both are in a schema. See
// `fail/query/same_name_in_a_postgres_schema.rs`.
#[test]
fn tables_of_one_name_can_be_joined_if_each_has_a_schema() {
    let query = ClinicVisit
        .select()
        .inner_join(OldVisit, ClinicVisit.id.eq(OldVisit.id))
        .inner_join(Now, Now.id.eq(OldVisit.id));
    assert!(query.to_sql().ends_with(
        r#" from "clinic"."visits" join "archive"."visits" on "clinic"."visits"."id" = "archive"."visits"."id" join "visits" as "Now" on "Now"."id" = "archive"."visits"."id""#
    ));
}
