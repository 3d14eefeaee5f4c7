//! Generated code must be free of warnings under the lints of a strict program. The Clippy lints only take effect in
//! `cargo clippy --all-targets`.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    unnameable_types,
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    redundant_lifetimes,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    variant_size_differences,
    unit_bindings,
    meta_variable_misuse,
    non_ascii_idents,
    rust_2018_idioms,
    nonstandard_style,
    future_incompatible,
    unused,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo
)]
#![forbid(unsafe_code)]
#![allow(
    clippy::multiple_crate_versions,
    clippy::cargo_common_metadata,
    reason = "they concern the package, not the code"
)]

pub mod clinic {
    //! Tables with every kind of attribute, and each derive.

    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;
    use serde::{Deserialize, Serialize};

    /// The status of an order.
    #[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Status {
        /// Not paid yet.
        Pending,
        /// Paid.
        Paid,
    }

    /// The number of an order.
    #[derive(PgNewtype, Debug, Clone, Copy, PartialEq, Eq)]
    pub struct OrderId(i64);

    /// A postal code.
    #[derive(PgNewtype, Debug, Clone, PartialEq, Eq)]
    #[pg_newtype(domain = "zip", check = "value <> ''")]
    pub struct Zip(String);

    /// A postal address.
    #[derive(PgComposite, Debug, Clone, PartialEq, Eq)]
    pub struct Address {
        /// The street.
        pub street: String,
        zip: Option<Zip>,
    }

    /// The findings of an agent.
    #[derive(Serialize, Deserialize, Debug, Clone)]
    pub struct Analysis {
        /// The agent.
        pub agent: String,
    }

    /// A patient.
    #[table(name = "patients")]
    #[derive(Debug, Clone)]
    pub struct Patient {
        /// The number.
        #[column(primary_key, identity)]
        pub id: i64,
        /// The address.
        #[column(unique)]
        pub email: String,
        name: String,
    }

    /// An order.
    #[table(name = "orders", schema = "clinic")]
    #[index(status, created_at.desc())]
    #[index(hnsw(embedding.vector_cosine_ops), with(m = 16))]
    #[unique(patient_id, number)]
    #[check("number > 0")]
    #[derive(Debug)]
    pub struct Order {
        /// The number.
        #[column(primary_key)]
        pub id: OrderId,
        /// The patient.
        #[column(references = Patient.id, on_delete = cascade)]
        pub patient_id: i64,
        /// The number within the patient's orders.
        pub number: i32,
        /// The status.
        #[column(default = Status::Pending)]
        pub status: Status,
        /// The findings.
        pub analysis: Option<Json<Analysis>>,
        /// The embedding for semantic search.
        pub embedding: Option<Vector<3>>,
        /// The time of creation.
        #[column(default = now())]
        pub created_at: DateTime<Utc>,
        /// The type.
        #[column(generated = "number::text")]
        pub r#type: String,
    }

    /// A table with a single column, whose row is `Copy`.
    #[table(name = "days")]
    #[derive(Debug, Clone, Copy)]
    pub struct Day {
        /// The number.
        #[column(primary_key, identity)]
        pub id: i64,
    }

    /// A private, unused table.
    #[table(name = "visits")]
    struct Visit {
        #[column(primary_key)]
        id: i64,
        note: Option<String>,
    }

    /// A row to insert.
    #[derive(Insertable, Debug)]
    #[insertable(Patient)]
    pub struct Draft<'a> {
        /// The address.
        pub email: &'a str,
        /// The name.
        pub name: String,
    }

    /// A row to read.
    #[derive(Selectable, Debug)]
    pub struct Line {
        /// The order.
        pub id: OrderId,
        /// The patient, if there is one.
        pub patient: Option<Patient>,
    }

    /// Orders that are paid.
    #[view(
        name = "paid_orders",
        materialized,
        query = Order.select().filter(Order.status.eq(Status::Paid)).columns(SelectPaidOrder {
            id: Order.id,
            number: Order.number,
        })
    )]
    #[derive(Debug, Clone, Copy)]
    pub struct PaidOrder {
        /// The order.
        #[column(unique)]
        pub id: OrderId,
        /// Its number.
        pub number: i32,
    }

    /// A private, unused view.
    #[view(query = Visit.select().columns(SelectNote { note: Visit.note }))]
    struct Note {
        note: Option<String>,
    }

    alias!(
        /// A second patient.
        pub Partner = Patient
    );
}

use clinic::{Draft, Order, PaidOrder, Partner, Patient, SelectLine, Status};
use schema_core::prelude::*;

#[test]
fn generated_code_produces_no_warnings() {
    let draft = Draft {
        email: "ana@example.org",
        name: "Ana".to_owned(),
    };
    assert_eq!(
        Patient.insert(draft).to_sql(),
        r#"insert into "patients" ("email", "name") values ($1, $2)"#
    );
    assert_eq!(
        PaidOrder.refresh().to_sql(),
        r#"refresh materialized view "paid_orders""#
    );
    let length = 3;
    let query = Order
        .select()
        .left_join_on(Order.patient_id)
        .inner_join(Partner, Partner.id.eq(Order.patient_id))
        .filter(Order.status.eq(Status::Paid))
        .filter(sql!(bool, "length({}) > {length}", Partner.email))
        .columns(SelectLine {
            id: Order.id,
            patient: Patient.all(),
        });
    assert!(
        query
            .to_sql()
            .starts_with(r#"select "clinic"."orders"."id""#)
    );
}
