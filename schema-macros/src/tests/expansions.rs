//! Snapshots of the expansions. `UPDATE_EXPECT=1 cargo test -p schema-macros` updates them.

use expect_test::expect_file;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::{Expr, Item, Stmt};

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
fn view() {
    let item = quote! {
        /// Open orders.
        pub struct OpenOrder {
            #[column(unique)]
            pub id: i64,
            note: Option<String>,
        }
    };
    let args = quote! {
        name = "open_orders",
        materialized,
        with(fillfactor = 70),
        query = Order.select().columns(SelectOpenOrder { id: Order.id, note: Order.note })
    };
    let text = pretty(pipeline::view(args, &item));
    expect_file!["snapshots/view.rs"].assert_eq(&text);
}

#[test]
fn view_in_sql() {
    let args = quote!(
        name = "open_orders",
        sql = "select id from orders where open;"
    );
    let item = quote!(
        struct OpenOrder {
            id: i64,
        }
    );
    let text = pretty(pipeline::view(args, &item));
    expect_file!["snapshots/view_in_sql.rs"].assert_eq(&text);
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
    let def = definition(pipeline::table(TokenStream::new(), &item)).unwrap();
    let text = pretty(quote!(const DEF: __p::TableDef = __p::TableDef { #def };));
    expect_file!["snapshots/constraints.txt"].assert_eq(&text);
}

#[test]
fn access() {
    let item = quote! {
        #[policy(name = "own", command = update, to("app", "admin"), using = "a", with_check = "b", restrictive)]
        #[grant(select, update(owner), to = "app", with_grant_option)]
        #[trigger(name = "log", after(insert, update(owner)), for_each = row, when = "c", execute = "log()")]
        struct Item {
            owner: String,
            #[column(updated_at)]
            changed: DateTime<Utc>,
        }
    };
    let args = quote!(row_level_security = forced);
    let def = definition(pipeline::table(args, &item)).unwrap();
    let text = pretty(quote!(const DEF: __p::TableDef = __p::TableDef { #def };));
    expect_file!["snapshots/access.txt"].assert_eq(&text);
}

/// The table's definition: the first brace group in the call of `__p::table!`.
fn definition(tokens: TokenStream) -> Option<TokenStream> {
    let file: syn::File = syn::parse2(tokens).unwrap();
    let block = file.items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == "_" => Some(&item.expr),
        _ => None,
    });
    let Some(Expr::Block(block)) = block.map(Box::as_ref) else {
        return None;
    };
    let table = block.block.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Item(Item::Macro(item)) => Some(item.mac.tokens.clone()),
        Stmt::Macro(stmt) => Some(stmt.mac.tokens.clone()),
        _ => None,
    });
    table?.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    })
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
fn params() {
    let text = pretty(pipeline::params(quote! {
        pub struct ByAge { pub min: i32, name: Option<String> }
    }));
    expect_file!["snapshots/params.rs"].assert_eq(&text);
}

#[test]
fn json_paths() {
    let text = pretty(pipeline::json_paths(quote! {
        #[serde(rename_all = "camelCase")]
        struct Analysis {
            agent_name: String,
            #[serde(default)]
            score: Option<f64>,
            #[json_paths(opaque)]
            r#type: Kind,
            #[serde(skip)]
            cache: Cache,
        }
    }));
    expect_file!["snapshots/json_paths.rs"].assert_eq(&text);
}

#[test]
fn domain() {
    let text = pretty(pipeline::pg_newtype(quote!(
        #[pg_newtype(domain = "email", check = "value like '%@%'")]
        struct Email(String);
    )));
    expect_file!["snapshots/domain.rs"].assert_eq(&text);
}

#[test]
fn composite() {
    let text = pretty(pipeline::pg_composite(quote! {
        #[pg_composite(schema = "clinic")]
        pub struct Address { pub street: String, #[pg_composite(name = "code")] zip: Option<String> }
    }));
    expect_file!["snapshots/composite.rs"].assert_eq(&text);
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
fn json_table() {
    let text = pretty(pipeline::json_table(quote! {
        #[json_table(path = "$.items[*]")]
        struct Item {
            #[json_table(ordinality)]
            number: i32,
            count: Option<i32>,
            #[json_table(path = "$.\"it's\"")]
            name: String,
            #[json_table(exists = "strict $.note")]
            r#type: bool,
        }
    }));
    expect_file!["snapshots/json_table.rs"].assert_eq(&text);
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
