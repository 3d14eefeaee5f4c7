//! The labels of enums, and mistakes in the input of `PgEnum`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use super::one;
use crate::derive::PgEnum;
use crate::util::errors::Errors;

fn labels(item: TokenStream) -> Vec<String> {
    let input: DeriveInput = syn::parse2(item).unwrap();
    let mut errors = Errors::new();
    let parsed = PgEnum::parse(&input, &mut errors);
    errors.finish().unwrap();
    parsed
        .unwrap()
        .variants
        .into_iter()
        .map(|(_, label)| label.value)
        .collect()
}

#[test]
fn labels_follow_the_case() {
    for (case, label) in [
        ("snake_case", "in_progress"),
        ("kebab-case", "in-progress"),
        ("SCREAMING_SNAKE_CASE", "IN_PROGRESS"),
        ("camelCase", "inProgress"),
        ("PascalCase", "InProgress"),
        ("lowercase", "inprogress"),
        ("UPPERCASE", "INPROGRESS"),
    ] {
        let item = quote! {
            #[pg_enum(rename_all = #case)]
            enum Status { InProgress, #[pg_enum(rename = "x y")] Other }
        };
        assert_eq!(labels(item), [label, "x y"]);
    }
    assert_eq!(
        labels(quote!(
            enum Status {
                HTTPError,
                Type2B,
            }
        )),
        ["http_error", "type2_b"]
    );
}

#[test]
fn enum_mistakes() {
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                struct Status;
            )
        )),
        "`Status` is not an enum; use `PgNewtype` for a struct around one value"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {}
            )
        )),
        "enum `Status` has no variants; add one"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {
                    Open(i32),
                }
            )
        )),
        "variant `Open` has fields, which a Postgres enum cannot store; remove them"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {
                    Open,
                    #[pg_enum(rename = "open")]
                    Shut,
                }
            )
        )),
        "variant `Shut` has the same label `open` as another variant; change one `rename`"
    );
}

#[test]
fn enum_attribute_mistakes() {
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                #[pg_enum(rename_all = "kebab_case")]
                enum Status {
                    Open,
                }
            )
        )),
        "unknown case `kebab_case`; did you mean `kebab-case`?"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                #[pg_enum(nme = "x")]
                enum Status {
                    Open,
                }
            )
        )),
        "unknown key `nme` in `#[pg_enum]`; did you mean `name`?"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {
                    #[pg_enum(name = "x")]
                    Open,
                }
            )
        )),
        "unknown key `name` in `#[pg_enum]`; did you mean `rename`?"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {
                    #[cfg(test)]
                    Open,
                }
            )
        )),
        "`#[cfg]` on a variant is not supported; put it on the enum"
    );
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status<const N: usize> {
                    Open,
                }
            )
        )),
        "`Status` cannot have a const parameter; use a concrete value"
    );
    let long = "l".repeat(64);
    assert_eq!(
        one(messages!(
            PgEnum,
            quote!(
                enum Status {
                    #[pg_enum(rename = #long)]
                    Open,
                }
            )
        )),
        "the label `llllllllllllllllllllllll…` has 64 bytes, Postgres allows 63; choose a shorter name"
    );
}

#[test]
fn an_enum_with_an_invalid_attribute_still_expands() {
    let item = quote! {
        #[pg_enum(nam = "status")]
        enum Status { Open }
    };
    let text = crate::pipeline::pg_enum(item).to_string();
    assert!(text.contains("for Status"), "{text}");
    assert_eq!(text.matches("compile_error").count(), 1);
    for item in [
        quote!(
            enum Status {
                Open(i32),
            }
        ),
        quote!(
            enum Status {}
        ),
    ] {
        let text = crate::pipeline::pg_enum(item).to_string();
        assert!(text.contains("for Status"), "{text}");
        assert_eq!(text.matches("compile_error").count(), 1);
    }
}
