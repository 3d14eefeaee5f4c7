//! What `#[table]` may stand on.

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
        "`#[table]` does not work on an enum; a Postgres enum is `#[derive(PgEnum)]`"
    );
}

#[test]
fn refuses_a_union() {
    assert_eq!(
        message(quote!(union Word { a: u32, b: f32 })),
        "`#[table]` does not work on a union; write a struct with named fields"
    );
}

#[test]
fn refuses_a_function() {
    assert_eq!(
        message(quote!(
            fn accounts() {}
        )),
        "`#[table]` does not work on this item; put it on a struct with named fields"
    );
}

#[test]
fn refuses_a_tuple_struct() {
    assert_eq!(
        message(quote!(
            struct Account(i64);
        )),
        "table `Account` is a tuple struct; give its fields names, they become the columns"
    );
}

#[test]
fn refuses_a_unit_struct() {
    assert_eq!(
        message(quote!(
            struct Account;
        )),
        "table `Account` is a unit struct; add named fields, they become the columns"
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
            "`Account` cannot have a type parameter; write the type itself",
            "`Account` cannot have a const parameter; write the value itself",
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
        "`#[column]` on a struct; write it on a field"
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
            "`#[unique]` on a field; write it on the struct, or here `#[column(unique)]`",
            "`#[foreign_key]` on a field; write it on the struct, or here `#[column(references = Table.column)]`",
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
fn an_item_that_is_no_rust_is_kept() {
    let text = pipeline::table(TokenStream::new(), &quote!(fn account)).to_string();
    assert!(text.starts_with("fn account"), "{text}");
    assert!(text.contains("compile_error"));
}

/// What `#[table]` makes of an item, without spaces.
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
    // Nothing has to be given whose type is not known.
    let (_, new) = text.split_once("structNewAccount{").unwrap();
    let (new, _) = new.split_once('}').unwrap();
    assert!(new.contains("id:i64") && !new.contains("extra"), "{new}");
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_field_that_is_there_twice_expands_once() {
    let text = expanded(quote!(
        struct Account {
            id: i64,
            age: i32,
            age: i64,
        }
    ));
    assert!(text.contains("structAccount{id:i64,age:i32}"), "{text}");
    assert!(text.contains("field`age`istheretwice;removeone"), "{text}");
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_misspelt_key_is_read_as_the_one_that_is_near() {
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
fn a_guessed_key_gives_no_error_of_its_own() {
    let text = expanded(quote!(
        struct Account {
            #[column(unique, uniqe, defalt)]
            email: String,
        }
    ));
    assert_eq!(text.matches("compile_error").count(), 2, "{text}");
}

#[test]
fn a_reference_that_cannot_be_read_is_to_a_table_that_is_not_known() {
    let text = expanded(quote!(
        struct Account {
            #[column(references = "owners.id", on_delete = cascade)]
            owner_id: i64,
        }
    ));
    assert!(
        text.contains("KeyTo<__AccountLost>for__account::owner_id"),
        "{text}"
    );
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn a_second_primary_key_is_unique() {
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
fn an_enum_expands_as_a_postgres_enum_unless_it_is_one() {
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
fn a_field_that_is_being_typed_leaves_the_others() {
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
fn a_key_that_is_being_typed_is_read_as_the_only_one_that_begins_so() {
    let text = expanded(quote!(
        struct Account {
            #[column(un)]
            email: String,
        }
    ));
    assert!(text.contains("didyoumean`unique`?"), "{text}");
    assert!(text.contains("fnfind_by_email"), "{text}");
}
