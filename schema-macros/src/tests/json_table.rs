//! Messages of `#[derive(JsonTable)]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::one;
use crate::derive::JsonTable;

/// The only message for a struct with these attributes on it and on its field `id`.
#[track_caller]
fn message(on_struct: TokenStream, on_field: TokenStream) -> String {
    let item = quote! {
        #on_struct
        struct Item {
            #[json_table(ordinality)]
            number: i32,
            #on_field
            id: i64,
        }
    };
    one(messages!(JsonTable, item))
}

#[test]
fn mistakes_on_the_struct() {
    assert_eq!(
        message(quote!(#[json_table(paths = "$[*]")]), quote!()),
        "unknown key `paths` in `#[json_table]`; did you mean `path`?"
    );
    assert_eq!(
        message(quote!(#[json_table(path = "$", path = "$")]), quote!()),
        "duplicate `path` in `#[json_table]`; remove one"
    );
    assert_eq!(
        one(messages!(
            JsonTable,
            quote!(
                struct Item(i64);
            )
        )),
        "`Item` has no named fields; `Selectable` requires a struct with named fields"
    );
}

#[test]
fn mistakes_on_a_field() {
    for (attribute, expected) in [
        (
            quote!(#[json_table(path = "$.a", exists = "$.b")]),
            "`id` has one place in the JSON, not both `path` and `exists`; remove one",
        ),
        (
            quote!(#[json_table(path = "$.a")] #[json_table(path = "$.b")]),
            "duplicate `path` in `#[json_table]`; remove one",
        ),
        (
            quote!(#[json_table(ordinality)]),
            "`number` is the number of the row already; remove `ordinality` of `id`",
        ),
        (
            quote!(#[json_table(ordinality = 1)]),
            "`ordinality` takes no value; write `ordinality`",
        ),
        (
            quote!(#[json_table(number)]),
            "unknown key `number` in `#[json_table]`; expected one of `path`, `exists`, `ordinality`",
        ),
    ] {
        assert_eq!(message(quote!(), attribute), expected);
    }
}

#[test]
fn paths() {
    for path in ["items[*]", "", "\"$\"", "$\0"] {
        assert_eq!(
            message(quote!(#[json_table(path = #path)]), quote!()),
            "a path into JSON starts at `$`; write it like `\"$.items[*]\"`"
        );
    }
    for (path, name) in [
        ("$.items[*] ? (@.count > $least)", "least"),
        ("$.items[0 to $\"last item\"]", "last item"),
        ("$._1 + $1", "1"),
    ] {
        let expected = format!(
            "`${name}` is a variable, and `json_table` sets none; compare the columns in `filter`"
        );
        assert_eq!(
            message(quote!(), quote!(#[json_table(path = #path)])),
            expected
        );
    }
    for path in [
        "$",
        "strict $.items[*]",
        "lax $.a",
        "($.a + 1).type()",
        "-$.a",
        r#"$.name ? (@ like_regex "^a$b" || @ == "\"$x")"#,
    ] {
        let item = quote! {
            #[json_table(path = #path, crate = core)]
            struct Item {
                #[json_table(exists = #path)]
                id: bool,
            }
        };
        assert!(messages!(JsonTable, item).is_empty(), "{path}");
    }
}
