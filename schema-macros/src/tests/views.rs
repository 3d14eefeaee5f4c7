//! The messages of `#[view]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::{one, split};
use crate::pipeline;
use crate::util::errors::Errors;

/// The messages for `#[view(args)] item`.
fn messages(args: TokenStream, item: TokenStream) -> Vec<String> {
    let item: Item = syn::parse2(item).unwrap();
    let mut errors = Errors::new();
    pipeline::read_view(args, &item, &mut errors);
    split(errors.finish().err())
}

/// The only message for these arguments.
#[track_caller]
fn of_args(args: TokenStream) -> String {
    let args = quote!(query = Order.select(), #args);
    one(messages(
        args,
        quote!(
            struct Open {
                id: i64,
            }
        ),
    ))
}

/// The only message for a view that is not materialized, with these attributes on its field.
#[track_caller]
fn on_field(attributes: TokenStream) -> String {
    let item = quote!(struct Open { #attributes id: i64 });
    one(messages(quote!(query = Order.select()), item))
}

#[test]
fn a_view_without_mistakes() {
    let item = quote! {
        #[index(id.desc(), note)]
        #[unique(id, note, name = "one")]
        struct Open { #[column(unique, name = "No")] id: i64, #[column(index)] note: String }
    };
    let args = quote! {
        query = Order.select(), name = "open", schema = "clinic", materialized, no_data, with(fillfactor = 70, toast = "x"),
        crate = schema
    };
    assert_eq!(messages(args, item.clone()), [""; 0]);
    let args = quote!(
        query = a,
        security_invoker,
        security_barrier,
        check_option = local
    );
    let item = quote!(
        struct Open {
            id: i64,
        }
    );
    assert_eq!(messages(args, item), [""; 0]);
}

#[test]
fn keys() {
    assert_eq!(
        of_args(quote!(renamed_from = "x")),
        "unknown key `renamed_from` in `#[view]`; expected one of `query`, `sql`, `name`, `schema`, `materialized`, …"
    );
    assert_eq!(
        of_args(quote!(materialized = true)),
        "`materialized` takes no value; write `materialized`"
    );
    assert_eq!(
        of_args(quote!(materialized, with = 3)),
        "`with` needs storage parameters; write `with(fillfactor = 70)`"
    );
    assert_eq!(
        of_args(quote!(check_option)),
        "`check_option` needs a value; write `check_option = cascaded`"
    );
    assert_eq!(
        of_args(quote!(check_option = cascade)),
        "unknown `check_option` `cascade`; did you mean `cascaded`?"
    );
    assert_eq!(
        of_args(quote!(query = Order.select())),
        "duplicate `query` in `#[view]`; remove one"
    );
    assert_eq!(
        of_args(quote!(name = "pg_open")),
        "view name `pg_open` starts with `pg_`, like Postgres's own; choose another `name` or add `schema`"
    );
}

#[test]
fn a_query_in_sql() {
    let of_sql = |args: TokenStream| {
        let item = quote!(
            struct Open {
                #[column(sql_type = "varchar(9)")]
                id: String,
            }
        );
        messages(args, item)
    };
    assert_eq!(of_sql(quote!(sql = "select 'a'")), [""; 0]);
    assert_eq!(
        one(of_sql(quote!(sql = " "))),
        "the SQL of `sql` is empty or contains a NUL character; write an SQL expression"
    );
    assert_eq!(
        one(of_sql(quote!(sql = "CREATE VIEW a AS SELECT 'a'"))),
        "`sql` is only the query of the view; begin it with `select` or `with`"
    );
    assert_eq!(
        of_args(quote!(sql = "select 1")),
        "view `Open` has both `query` and `sql`; remove one"
    );
}

#[test]
fn keys_of_the_other_kind() {
    assert_eq!(
        of_args(quote!(no_data)),
        "`no_data` is for a materialized view; add `materialized` or remove it"
    );
    assert_eq!(
        of_args(quote!(with(fillfactor = 70))),
        "`with` is for a materialized view; add `materialized` or remove it"
    );
    assert_eq!(
        of_args(quote!(materialized, security_barrier)),
        "a materialized view has no `security_barrier`; remove it"
    );
}

#[test]
fn what_only_tables_have() {
    let refused = |attributes: TokenStream, what: &str| {
        assert_eq!(
            on_field(attributes),
            format!("a view has no {what}; remove it, or put it on a table of the query")
        );
    };
    refused(quote!(#[column(primary_key)]), "primary key");
    refused(quote!(#[column(references = Patient.id)]), "foreign key");
    refused(quote!(#[column(check = "id > 0")]), "check");
    refused(quote!(#[column(default = 1)]), "default");
    refused(quote!(#[column(identity)]), "identity column");
    refused(
        quote!(#[column(generated(stored, "1"))]),
        "generated column",
    );
    refused(quote!(#[column(sql_type = "int")]), "`sql_type`");
    refused(quote!(#[column(collate = "C")]), "`collate`");
    refused(quote!(#[column(renamed_from = "x")]), "`renamed_from`");
    let no_index =
        "view `Open` does not store its rows, so it has no index; add `materialized` to `#[view]`";
    assert_eq!(on_field(quote!(#[column(index)])), no_index);
    assert_eq!(on_field(quote!(#[column(unique)])), no_index);
}

#[test]
fn shapes() {
    let args = || quote!(query = Order.select());
    assert_eq!(
        one(messages(
            TokenStream::new(),
            quote!(
                struct Open {
                    id: i64,
                }
            )
        )),
        "view `Open` has no query; write `#[view(query = Table.select().columns(SelectOpen { … }))]` or `sql = \"select …\"`"
    );
    assert_eq!(
        one(messages(
            args(),
            quote!(
                struct Open {}
            )
        )),
        "view `Open` has no columns; add a field"
    );
    assert_eq!(
        one(messages(
            args(),
            quote!(
                fn open() {}
            )
        )),
        "`#[view]` cannot be used on this item; put it on a struct with named fields"
    );
}
