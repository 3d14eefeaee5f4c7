//! What the macros expand to, for a reviewer to read. `UPDATE_EXPECT=1 cargo test -p schema-macros` writes the snapshots.

use expect_test::expect_file;
use proc_macro2::TokenStream;
use quote::quote;

use crate::pipeline;

fn pretty(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

#[test]
fn table() {
    let item = quote! {
        /// A visit's order.
        #[derive(Debug)]
        pub struct MedicalOrder {
            #[column(primary_key, identity)]
            pub id: i64,
            #[column(references = Patient.id, on_delete = cascade)]
            pub patient_id: i64,
            #[column(default = 0)]
            priority: i32,
            pub r#type: Option<String>,
        }
    };
    let text = pretty(pipeline::table(quote!(name = "medical_orders"), &item));
    expect_file!["snapshots/table.rs"].assert_eq(&text);
}

#[test]
fn constraints() {
    let item = quote! {
        #[primary_key(tenant, number)]
        #[unique(tenant, code, name = "one_code")]
        #[index(hnsw(embedding.vector_cosine_ops), with(m = 16))]
        #[index(sql("lower(code)").collate("C").desc(), where = "number > 0")]
        #[foreign_key(tenant, code, references = (Code.tenant, Code.code))]
        #[check(name = "positive", "number > 0")]
        struct Item {
            tenant: i64,
            number: i64,
            code: String,
            embedding: Vector<3>,
        }
    };
    let text = pretty(pipeline::table(TokenStream::new(), &item));
    let def = &text[text.find("const DEF").unwrap()..];
    let end = def.find("impl<S: __p::Source> ItemColumns").unwrap();
    expect_file!["snapshots/constraints.txt"].assert_eq(&def[..end]);
}

#[test]
fn pg_enum() {
    let text = pretty(pipeline::pg_enum(quote! {
        #[pg_enum(schema = "clinic")]
        enum OrderStatus { Open, InProgress }
    }));
    expect_file!["snapshots/pg_enum.rs"].assert_eq(&text);
}

#[test]
fn newtype() {
    let text = pretty(pipeline::pg_newtype(quote!(
        struct OrderId(i64);
    )));
    expect_file!["snapshots/newtype.rs"].assert_eq(&text);
}

#[test]
fn insertable() {
    let text = pretty(pipeline::insertable(quote! {
        #[insertable(MedicalOrder)]
        struct Import<'a> { patient_id: i64, #[insertable(column = note)] text: &'a str }
    }));
    expect_file!["snapshots/insertable.rs"].assert_eq(&text);
}

#[test]
fn selectable() {
    let text = pretty(pipeline::selectable(quote! {
        struct Summary { id: i64, patient: Option<Patient> }
    }));
    expect_file!["snapshots/selectable.rs"].assert_eq(&text);
}

#[test]
fn sql() {
    let call = pipeline::sql(quote!(i64, "length({}) + {offset}", name));
    let text = pretty(quote!(const _: () = #call;));
    expect_file!["snapshots/sql.rs"].assert_eq(&text);
}

#[test]
fn thirteen_columns_stay_short() {
    let fields = (0..11).map(|i| quote::format_ident!("column_{i}"));
    let item = quote! {
        #[index(column_0, column_1.desc())]
        struct Wide {
            #[column(primary_key, identity)]
            id: i64,
            #[column(references = Other.id)]
            other_id: i64,
            #(#[column(default = 0)] #fields: i32,)*
        }
    };
    let lines = pretty(pipeline::table(TokenStream::new(), &item))
        .lines()
        .count();
    assert!(lines <= 550, "{lines} lines");
}
