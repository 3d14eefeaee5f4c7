//! Mistakes in the input of the derives.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::DeriveInput;

use super::{one, split};
use crate::derive::{Insertable, PgEnum, PgNewtype, Selectable};
use crate::util::errors::Errors;

/// The messages of one derive.
macro_rules! messages {
    ($derive:ident, $item:expr) => {{
        let input: DeriveInput = syn::parse2($item).unwrap();
        let mut errors = Errors::new();
        $derive::parse(&input, &mut errors);
        split(errors.finish().err())
    }};
}

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
fn newtype() {
    assert!(
        messages!(
            PgNewtype,
            quote!(
                #[pg_newtype(crate = core)]
                struct Id(i64);
            )
        )
        .is_empty()
    );
    let text = "`Id` is not a newtype; write `struct Id(i64);` with one field";
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                struct Id(i64, i64);
            )
        )),
        text
    );
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                struct Id {
                    id: i64,
                }
            )
        )),
        text
    );
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                enum Id {}
            )
        )),
        text
    );
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                struct Id<T>(T);
            )
        )),
        "`Id` cannot have a type parameter; use a concrete type"
    );
}

#[test]
fn insertable() {
    let input = syn::parse2(quote! {
        #[insertable(orders::MedicalOrder, crate = core)]
        struct Draft<'a, T> { #[insertable(column = note)] text: &'a str, r#type: T }
    });
    let input: DeriveInput = input.unwrap();
    let mut errors = Errors::new();
    let parsed = Insertable::parse(&input, &mut errors);
    errors.finish().unwrap();
    let parsed = parsed.unwrap();
    assert_eq!(
        parsed.table.to_token_stream().to_string(),
        "orders :: MedicalOrder"
    );
    let columns: Vec<_> = parsed
        .fields
        .iter()
        .map(|field| field.column.to_string())
        .collect();
    assert_eq!(columns, ["note", "r#type"]);
}

#[test]
fn insertable_mistakes() {
    assert_eq!(
        one(messages!(
            Insertable,
            quote!(
                struct Draft {
                    text: String,
                }
            )
        )),
        "`Draft` does not specify a table; add `#[insertable(Table)]`"
    );
    assert_eq!(
        one(messages!(
            Insertable,
            quote!(
                #[insertable(Order)]
                struct Draft(i64);
            )
        )),
        "`Draft` has no named fields; `Insertable` requires a struct with named fields"
    );
    assert_eq!(
        one(messages!(
            Insertable,
            quote!(
                #[insertable(Order)]
                struct Draft {
                    a: i64,
                    #[insertable(column = a)]
                    b: i64,
                }
            )
        )),
        "fields `a` and `b` both set column `a`; remove one"
    );
    assert_eq!(
        one(messages!(
            Insertable,
            quote!(
                #[insertable(Order)]
                struct Draft {
                    #[insertable(colum = a)]
                    b: i64,
                }
            )
        )),
        "unknown key `colum` in `#[insertable]`; did you mean `column`?"
    );
}

#[test]
fn selectable_mistakes() {
    assert!(
        messages!(
            Selectable,
            quote!(
                #[selectable(crate = core)]
                struct Line {
                    id: i64,
                }
            )
        )
        .is_empty()
    );
    assert_eq!(
        one(messages!(
            Selectable,
            quote!(
                struct Line {
                    #[selectable(A.x)]
                    id: i64,
                }
            )
        )),
        "`#[selectable]` is not valid on a field; remove it and set the expression in the query"
    );
    assert_eq!(
        one(messages!(
            Selectable,
            quote!(
                struct Line<T> {
                    id: T,
                }
            )
        )),
        "`Line` cannot have a type parameter; use a concrete type"
    );
    assert_eq!(
        one(messages!(
            Selectable,
            quote!(
                #[selectable(Order)]
                struct Line {
                    id: i64,
                }
            )
        )),
        "unknown key `Order` in `#[selectable]`; expected `crate`"
    );
    assert_eq!(
        one(messages!(
            Selectable,
            quote!(
                struct Line(i64);
            )
        )),
        "`Line` has no named fields; `Selectable` requires a struct with named fields"
    );
}

#[test]
fn an_invalid_insertable_gives_a_single_error() {
    let item = quote! {
        #[insertable(crate = core)]
        struct Draft<'a> { text: &'a str }
    };
    let text = crate::pipeline::insertable(item)
        .to_string()
        .replace(' ', "");
    assert!(text.contains("usecore::__privateas__p"), "{text}");
    assert!(
        text.contains("impl<'a,__T:__p::Table>__p::InsertRow<__T>forDraft<'a>"),
        "{text}"
    );
    assert_eq!(text.matches("compile_error").count(), 1);
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
    let item = quote! {
        enum Status { Open(i32) }
    };
    let text = crate::pipeline::pg_enum(item).to_string();
    assert!(!text.contains("for Status"), "{text}");
}
