//! The items that `#[table]` accepts, and its expansion of invalid ones.

use proc_macro2::TokenStream;
use quote::quote;

use super::{message, messages};
use crate::pipeline;

#[test]
fn refuses_an_enum() {
    assert_eq!(
        message(quote!(
            enum Status {
                Open,
            }
        )),
        "`#[table]` cannot be used on an enum; use `#[derive(PgEnum)]` for a Postgres enum"
    );
}

#[test]
fn refuses_a_union() {
    assert_eq!(
        message(quote!(union Word { a: u32, b: f32 })),
        "`#[table]` cannot be used on a union; use a struct with named fields"
    );
}

#[test]
fn refuses_a_function() {
    assert_eq!(
        message(quote!(
            fn accounts() {}
        )),
        "`#[table]` cannot be used on this item; put it on a struct with named fields"
    );
}

#[test]
fn refuses_a_tuple_struct() {
    assert_eq!(
        message(quote!(
            struct Account(i64);
        )),
        "table `Account` is a tuple struct; write a named field for each column"
    );
}

#[test]
fn refuses_a_unit_struct() {
    assert_eq!(
        message(quote!(
            struct Account;
        )),
        "table `Account` is a unit struct; add a named field for each column"
    );
}

#[test]
fn refuses_a_struct_without_fields() {
    assert_eq!(
        message(quote!(
            struct Account {}
        )),
        "table `Account` has no columns; add a field"
    );
}

#[test]
fn refuses_every_parameter() {
    assert_eq!(
        messages(
            TokenStream::new(),
            quote!(
                struct Account<'a, T, const N: usize>
                where
                    T: Copy,
                {
                    id: &'a [T; N],
                }
            )
        ),
        [
            "`Account` cannot have a lifetime; use owned types, such as `String`",
            "`Account` cannot have a type parameter; use a concrete type",
            "`Account` cannot have a const parameter; use a concrete value",
            "`Account` cannot have a `where` clause; remove it",
        ]
    );
}

#[test]
fn refuses_cfg_on_a_column() {
    assert_eq!(
        message(quote!(
            struct Account {
                #[cfg(test)]
                id: i64,
            }
        )),
        "`#[cfg]` on a column is not supported; put it on the struct"
    );
}

#[test]
fn refuses_a_helper_inside_cfg_attr() {
    assert_eq!(
        message(quote!(
            struct Account {
                #[cfg_attr(test, column(unique))]
                id: i64,
            }
        )),
        "`#[column]` inside `cfg_attr` is not supported; write it without a condition"
    );
}

#[test]
fn a_column_attribute_on_the_struct_is_misplaced() {
    assert_eq!(
        message(quote!(
            #[column(unique)]
            struct Account {
                id: i64,
            }
        )),
        "`#[column]` is not valid on a struct; move it to a field"
    );
}

#[test]
fn a_struct_attribute_on_a_field_is_misplaced() {
    assert_eq!(
        messages(
            TokenStream::new(),
            quote!(
                struct Account {
                    #[unique]
                    id: i64,
                    #[foreign_key(b)]
                    other_id: i64,
                }
            )
        ),
        [
            "`#[unique]` is not valid on a field; move it to the struct or write `#[column(unique)]` here",
            "`#[foreign_key]` is not valid on a field; move it to the struct or write `#[column(references = Table.column)]` here",
        ]
    );
}

#[test]
fn helpers_are_stripped_and_other_attributes_stay_when_there_are_errors() {
    let item = quote! {
        #[derive(Debug)]
        #[index(nothing)]
        #[serde(rename_all = "camelCase")]
        struct Account { #[column(uniqe)] #[serde(skip)] id: i64 }
    };
    let text = pipeline::table(TokenStream::new(), &item).to_string();
    let item = quote! {
        #[derive(Debug)]
        #[serde(rename_all = "camelCase")]
        struct Account { #[serde(skip)] id: i64 }
    };
    assert!(text.contains(&item.to_string()), "{text}");
    assert_eq!(text.matches("compile_error").count(), 2);
}

#[test]
fn an_item_that_is_not_valid_rust_is_kept() {
    let text = pipeline::table(TokenStream::new(), &quote!(fn account)).to_string();
    assert!(text.starts_with("fn account"), "{text}");
    assert!(text.contains("compile_error"));
}

/// The expansion of `#[table]`, without spaces.
fn expanded(item: TokenStream) -> String {
    let text = pipeline::table(TokenStream::new(), &item).to_string();
    text.replace(' ', "")
}

#[test]
fn a_struct_with_parameters_expands_without_them() {
    let text = expanded(quote!(
        struct Account<T> {
            id: i64,
            extra: PhantomData<T>,
        }
    ));
    assert!(
        text.contains("structAccount{id:i64,extra:__AccountLost}"),
        "{text}"
    );
    assert!(text.contains("type__AccountLost=[();::core::compile_error!{"));
    // A field of unknown type is not required in an insert.
    let (_, new) = text.split_once("structNewAccount{").unwrap();
    let (new, _) = new.split_once('}').unwrap();
    assert!(new.contains("id:i64") && !new.contains("extra"), "{new}");
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_duplicate_field_expands_once() {
    let text = expanded(quote!(
        struct Account {
            id: i64,
            age: i32,
            age: i64,
        }
    ));
    assert!(text.contains("structAccount{id:i64,age:i32}"), "{text}");
    assert!(text.contains("duplicatefield`age`;removeone"), "{text}");
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_misspelled_key_is_parsed_as_the_similar_one() {
    let text = expanded(quote!(
        struct Account {
            #[column(uniqe)]
            email: String,
        }
    ));
    assert!(text.contains("fnfind_by_email"), "{text}");
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_guessed_key_gives_no_further_error() {
    let text = expanded(quote!(
        struct Account {
            #[column(unique, uniqe, defalt)]
            email: String,
        }
    ));
    assert_eq!(text.matches("compile_error").count(), 2, "{text}");
}

#[test]
fn an_invalid_reference_is_to_the_lost_type() {
    let text = expanded(quote!(
        struct Account {
            #[column(references = "owners.id", on_delete = cascade)]
            owner_id: i64,
        }
    ));
    assert!(
        text.contains("KeyTo<__AccountLost>foraccount_::owner_id"),
        "{text}"
    );
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_second_primary_key_becomes_unique() {
    let text = expanded(quote!(
        struct Account {
            #[column(primary_key)]
            id: i64,
            #[column(primary_key)]
            email: String,
        }
    ));
    assert!(text.contains("fnfind_by_email"), "{text}");
}

#[test]
fn an_enum_expands_as_a_postgres_enum_unless_it_derives_one() {
    let text = expanded(quote!(
        enum Status {
            Open,
        }
    ));
    assert!(text.contains("forStatus"), "{text}");
    let text = expanded(quote!(
        #[derive(PgEnum)]
        enum Status {
            Open,
        }
    ));
    assert!(!text.contains("forStatus"), "{text}");
}

#[test]
fn an_incomplete_field_keeps_the_others() {
    for half in [
        quote!(pub age: ,),
        quote!(pub age),
        quote!(pub age: std::,),
        quote!(#[column(unique)] age: Option<i32,),
    ] {
        let text = expanded(quote!(
            #[derive(Debug)]
            pub struct Account { id: i64, #half #[column(unique)] pub email: String }
        ));
        let start = "#[derive(Debug)]pubstructAccount{id:i64,";
        assert!(text.contains(start), "{text}");
        assert!(
            text.contains("age:__AccountLost,pubemail:String}"),
            "{text}"
        );
        assert!(text.contains("fnfind_by_email"), "{text}");
        assert!(text.contains("write`age:Type`"), "{text}");
        assert_eq!(text.matches("compile_error").count(), 1, "{text}");
    }
}

#[test]
fn an_incomplete_key_is_parsed_as_its_only_completion() {
    let text = expanded(quote!(
        struct Account {
            #[column(un)]
            email: String,
        }
    ));
    assert!(text.contains("didyoumean`unique`?"), "{text}");
    assert!(text.contains("fnfind_by_email"), "{text}");
}
