//! `#[derive(JsonPaths)]`: its messages, and the keys that serde writes.

use quote::quote;
use syn::DeriveInput;

use super::one;
use crate::derive::{JsonPaths, Shape};
use crate::util::errors::Errors;

/// The keys of a struct, each with a question mark if it is optional.
#[track_caller]
fn keys(item: proc_macro2::TokenStream) -> Vec<String> {
    let input: DeriveInput = syn::parse2(item).unwrap();
    let mut errors = Errors::new();
    let parsed = JsonPaths::parse(&input, &mut errors);
    assert!(errors.finish().is_ok());
    let Some(Shape::Object(fields)) = parsed.map(|parsed| parsed.shape) else {
        panic!("not an object");
    };
    let mark = |optional| if optional { "?" } else { "" };
    fields
        .iter()
        .map(|field| format!("{}{}", field.key, mark(field.is_optional)))
        .collect()
}

#[test]
fn keys_are_those_of_serde() {
    let plain = quote!(
        struct A {
            a_b: i32,
            #[serde(rename = "x'y")]
            c: i32,
            r#type: i32,
            #[serde(rename(serialize = "d2", deserialize = "d2"))]
            d: i32,
        }
    );
    assert_eq!(keys(plain), ["a_b", "x'y", "type", "d2"]);
    let optional = quote!(
        struct A {
            #[serde(default)]
            a: i32,
            #[serde(default = "f", alias = "z")]
            b: i32,
            #[serde(skip_serializing_if = "Option::is_none")]
            c: i32,
            #[serde(skip)]
            d: i32,
            #[serde(skip_serializing)]
            e: i32,
            #[json_paths(skip)]
            #[serde(flatten)]
            f: i32,
            #[serde(skip_deserializing)]
            g: i32,
        }
    );
    assert_eq!(keys(optional), ["a?", "b?", "c?", "g"]);
    let all_default = quote!(
        #[serde(default)]
        struct A {
            a: i32,
        }
    );
    assert_eq!(keys(all_default), ["a?"]);
    for (rule, key) in [
        ("lowercase", "full_name"),
        ("UPPERCASE", "FULL_NAME"),
        ("PascalCase", "FullName"),
        ("camelCase", "fullName"),
        ("snake_case", "full_name"),
        ("SCREAMING_SNAKE_CASE", "FULL_NAME"),
        ("kebab-case", "full-name"),
        ("SCREAMING-KEBAB-CASE", "FULL-NAME"),
    ] {
        for attribute in [
            quote!(rename_all = #rule),
            quote!(rename_all(serialize = #rule, deserialize = #rule)),
        ] {
            let item = quote!(
                #[serde(deny_unknown_fields, #attribute)]
                struct A {
                    full_name: i32,
                }
            );
            assert_eq!(keys(item), [key]);
        }
    }
}

#[test]
fn types_that_are_no_objects() {
    for (item, message) in [
        (
            quote!(
                struct A<T> {
                    a: T,
                }
            ),
            "`A` is generic; `JsonPaths` requires a type without parameters",
        ),
        (
            quote!(
                struct A(i32, i32);
            ),
            "`A` is not an object in JSON; use a struct with named fields, or an enum",
        ),
        (
            quote!(
                #[serde(transparent)]
                struct A {
                    a: i32,
                }
            ),
            "`A` is transparent, so its field is no key; make it a tuple struct",
        ),
        (
            quote!(
                #[serde(from = "B")]
                struct A {
                    a: i32,
                }
            ),
            "serde's `from` converts `A`, so its JSON has other fields; remove `JsonPaths`",
        ),
        (
            quote!(
                struct A {
                    #[serde(skip)]
                    a: i32,
                }
            ),
            "no field of `A` has a path; remove `JsonPaths`",
        ),
        (
            quote!(
                #[json_paths(krate = x)]
                struct A {
                    a: i32,
                }
            ),
            "unknown key `krate` in `#[json_paths]`; did you mean `crate`?",
        ),
    ] {
        assert_eq!(one(messages!(JsonPaths, item)), message);
    }
}

#[test]
fn fields_without_a_path() {
    for (field, message) in [
        (
            quote!(#[serde(flatten)] a: i32),
            "`flatten` makes the fields of `a` keys of the outer object; add `#[json_paths(skip)]` for no path",
        ),
        (
            quote!(#[serde(with = "hex")] a: i32),
            "`with` writes `a` as other JSON than its type; add `#[json_paths(skip)]` for no path",
        ),
        (
            quote!(#[serde(rename(serialize = "b"))] a: i32),
            "`a` is written and read by two names; give `rename` one name, or add `#[json_paths(skip)]`",
        ),
        (
            quote!(#[json_paths(opake)] a: i32),
            "unknown key `opake` in `#[json_paths]`; did you mean `opaque`?",
        ),
        (
            quote!(#[json_paths(skip, skip)] a: i32),
            "duplicate `skip` in `#[json_paths]`; remove one",
        ),
    ] {
        let item = quote!(struct A { #field });
        assert_eq!(one(messages!(JsonPaths, item)), message);
    }
}
