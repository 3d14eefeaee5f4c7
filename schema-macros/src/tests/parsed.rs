//! The parsed model of valid attributes.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::parse;
use crate::attr::{DefaultValue, Deferrable, Identity, Method, Target};
use crate::model::{ActionKind, ColumnRef, Index};

fn names(columns: &[ColumnRef]) -> Vec<String> {
    columns
        .iter()
        .map(|column| column.ident.to_string())
        .collect()
}

/// The parts of an index in a readable form.
fn parts(index: &Index) -> Vec<String> {
    let part = |part: &crate::model::IndexPart| {
        let target = match &part.target {
            Target::Column(column) => column.ident.to_string(),
            Target::Sql(sql) => sql.value(),
        };
        let modifiers = &part.modifiers;
        let mut words = vec![target];
        words.extend(
            modifiers
                .direction
                .as_ref()
                .map(|d| format!("{:?}", d.value)),
        );
        words.extend(modifiers.nulls.as_ref().map(|n| format!("{:?}", n.value)));
        words.extend(modifiers.collate.as_ref().map(|c| c.value.value()));
        words.extend(modifiers.class.as_ref().map(ToString::to_string));
        words.join(" ")
    };
    index.parts.iter().map(part).collect()
}

fn orders() -> TokenStream {
    quote! {
        #[unique(patient_id, code, name = "one_code", nulls_not_distinct)]
        /// Orders of the clinic.
        ///
        ///  - one per visit
        #[primary_key(id, patient_id, name = "orders_key")]
        #[index(status, created_at.desc().nulls_last(), name = "by_status")]
        #[index(hnsw(embedding.vector_cosine_ops), with(m = 16, ef_construction = 64))]
        #[index(sql("lower(code)").collate("C"), where = "deleted_at is null", include(id, price), unique)]
        #[check(name = "positive", "price > 0")]
        #[check("price < 9")]
        #[foreign_key(id, code, references = (lab::Code.id, lab::Code.code), on_update = cascade, initially_deferred)]
        #[derive(Debug)]
        pub struct MedicalOrder {
            #[column(identity = by_default)]
            pub id: i64,
            /// The patient of the order.
            #[column(references = Patient.id, on_delete = cascade)]
            #[column(index)]
            pub patient_id: i64,
            #[column(default = OrderStatus::Pending)]
            status: OrderStatus,
            #[column(default = sql("now() + interval '1 day'"), name = "created")]
            created_at: DateTime<Utc>,
            #[column(sql_type = "varchar(20)", collate = "C", check = "code <> ''", unique)]
            code: std::option::Option<String>,
            #[column(generated(virtual, "1"))]
            r#type: i32,
            price: i32,
            embedding: Vector<384>,
        }
    }
}

#[test]
fn columns() {
    let table = parse(
        quote!(name = "orders", schema = "clinic", crate = my::core),
        orders(),
    );
    assert_eq!(table.sql_name.value, "orders");
    assert_eq!(table.sql_schema.as_ref().unwrap().value, "clinic");
    assert_eq!(table.krate.to_token_stream().to_string(), "my :: core");
    assert_eq!(
        table.comment.as_deref(),
        Some("Orders of the clinic.\n\n - one per visit")
    );
    let [id, patient_id, status, created_at, code, kind, ..] = &table.columns[..] else {
        panic!("eight columns");
    };
    assert_eq!(id.identity.as_ref().unwrap().value, Identity::ByDefault);
    assert_eq!(
        patient_id.comment.as_deref(),
        Some("The patient of the order.")
    );
    assert!(matches!(
        &status.default.as_ref().unwrap().value,
        DefaultValue::Value(_)
    ));
    assert_eq!(created_at.sql_name.value, "created");
    let DefaultValue::Sql(default) = &created_at.default.as_ref().unwrap().value else {
        panic!("a default in SQL");
    };
    assert_eq!(default.value(), "now() + interval '1 day'");
    assert_eq!(code.sql_type.as_ref().unwrap().value(), "varchar(20)");
    assert_eq!(code.collate.as_ref().unwrap().value(), "C");
    assert!(code.written_optional && !id.written_optional);
    assert_eq!(kind.sql_name.value, "type");
    assert!(kind.is_virtual());
}

#[test]
fn keys() {
    let table = parse(TokenStream::new(), orders());
    assert_eq!(table.sql_name.value, "medical_order");
    assert_eq!(table.krate.to_token_stream().to_string(), ":: schema_core");
    let primary_key = table.primary_key().unwrap();
    assert_eq!(names(&primary_key.columns), ["id", "patient_id"]);
    assert_eq!(primary_key.name.as_ref().unwrap().value, "orders_key");
    let [code, pair] = &table.uniques[..] else {
        panic!("two unique constraints");
    };
    assert!(code.origin.on_field && names(&code.columns) == ["code"]);
    assert!(pair.nulls_not_distinct && names(&pair.columns) == ["patient_id", "code"]);
    let [patient, lab] = &table.foreign_keys[..] else {
        panic!("two foreign keys");
    };
    assert_eq!(
        patient.on_delete.as_ref().unwrap().kind,
        ActionKind::Cascade
    );
    assert_eq!(patient.deferrable, Deferrable::No);
    assert_eq!(lab.table.to_token_stream().to_string(), "lab :: Code");
    assert_eq!(lab.references, ["id", "code"]);
    assert_eq!(lab.deferrable, Deferrable::InitiallyDeferred);
    let checks: Vec<_> = table
        .checks
        .iter()
        .map(|check| check.condition.value())
        .collect();
    assert_eq!(checks, ["code <> ''", "price > 0", "price < 9"]);
}

#[test]
fn indexes() {
    let table = parse(TokenStream::new(), orders());
    let [patient, status, embedding, code] = &table.indexes[..] else {
        panic!("four indexes");
    };
    assert_eq!(parts(patient), ["patient_id"]);
    assert_eq!(parts(status), ["status", "created_at Desc Last"]);
    assert_eq!(status.method, Method::Btree);
    assert_eq!(embedding.method, Method::Hnsw);
    assert_eq!(parts(embedding), ["embedding vector_cosine_ops"]);
    assert_eq!(embedding.with.len(), 2);
    assert_eq!(parts(code), ["lower(code) C"]);
    assert_eq!(names(&code.include), ["id", "price"]);
    assert_eq!(code.filter.as_ref().unwrap().value(), "deleted_at is null");
    assert!(code.unique.is_some());
}

#[test]
fn a_raw_identifier_may_omit_its_prefix() {
    let table = parse(
        TokenStream::new(),
        quote!(
            #[index(type)]
            #[unique(r#type)]
            struct Account {
                r#type: i32,
            }
        ),
    );
    assert_eq!(names(&table.uniques[0].columns), ["r#type"]);
    assert_eq!(parts(&table.indexes[0]), ["r#type"]);
}

#[test]
fn a_column_may_have_the_name_of_a_key() {
    let table = parse(
        TokenStream::new(),
        quote! {
            #[index(name, include(include), name = "i")]
            #[unique(name, name = "u")]
            struct Account { name: String, include: i32, sql: i32 }
        },
    );
    assert_eq!(parts(&table.indexes[0]), ["name"]);
    assert_eq!(names(&table.uniques[0].columns), ["name"]);
}

#[test]
fn expressions_inside_a_method() {
    let table = parse(
        TokenStream::new(),
        quote! {
            #[index(btree(sql("lower(email)").desc().nulls_first(), id))]
            #[index(gin(email.gin_trgm_ops))]
            struct Account { id: i64, email: String }
        },
    );
    assert_eq!(parts(&table.indexes[0]), ["lower(email) Desc First", "id"]);
    assert_eq!(parts(&table.indexes[1]), ["email gin_trgm_ops"]);
}
