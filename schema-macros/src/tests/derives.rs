//! Mistakes in the input of the derives for structs.

use quote::{ToTokens, quote};
use syn::DeriveInput;

use super::one;
use crate::derive::{Insertable, Params, PgComposite, PgNewtype, Selectable};
use crate::util::errors::Errors;

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
    // The compiler reports a second value.
    for valid in [
        quote!(
            struct Id(i64, i64);
        ),
        quote!(
            struct Id<T>(i64, PhantomData<T>);
        ),
    ] {
        assert!(messages!(PgNewtype, valid).is_empty());
    }
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
}

#[test]
fn params_mistakes() {
    assert_eq!(
        one(messages!(
            Params,
            quote!(
                struct ByName<'a> {
                    name: &'a str,
                }
            )
        )),
        "`ByName` cannot have a lifetime; use owned types, such as `String`"
    );
    assert_eq!(
        one(messages!(
            Params,
            quote!(
                struct ByName(String);
            )
        )),
        "`ByName` has no named fields; `Params` requires a struct with named fields"
    );
    assert_eq!(
        one(messages!(
            Params,
            quote!(
                #[params(create = core)]
                struct ByName {
                    name: String,
                }
            )
        )),
        "unknown key `create` in `#[params]`; did you mean `crate`?"
    );
}

#[test]
fn domain() {
    let messages = messages!(
        PgNewtype,
        quote!(
            #[pg_newtype(domain = "email", check = "value > 0", schema = "clinic")]
            struct Email(String);
        )
    );
    assert!(messages.is_empty());
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                #[pg_newtype(check = "value > 0", schema = "clinic")]
                struct Email(String);
            )
        )),
        "`schema` is for a domain; add `domain = \"…\"`"
    );
    assert_eq!(
        one(messages!(
            PgNewtype,
            quote!(
                #[pg_newtype(domain = "")]
                struct Email(String);
            )
        )),
        "the domain name is empty; write at least one character"
    );
}

#[test]
fn composite() {
    let messages = messages!(
        PgComposite,
        quote! {
            #[pg_composite(name = "quantity", schema = "clinic", crate = core)]
            struct Dose { #[pg_composite(name = "value")] amount: f64, r#type: Option<String> }
        }
    );
    assert!(messages.is_empty());
    for (input, message) in [
        (
            quote!(
                struct Dose(f64);
            ),
            "`Dose` has no named fields; `PgComposite` requires a struct with named fields",
        ),
        (
            quote! {
                #[pg_composite(nam = "quantity")]
                struct Dose { amount: f64 }
            },
            "unknown key `nam` in `#[pg_composite]`; did you mean `name`?",
        ),
        (
            quote! {
                struct Dose { #[pg_composite(rename = "value")] amount: f64 }
            },
            "unknown key `rename` in `#[pg_composite]`; did you mean `name`?",
        ),
        (
            quote! {
                struct Dose { amount: f64, #[pg_composite(name = "amount")] value: f64 }
            },
            "field `value` has the same name `amount` as another field; change one `name`",
        ),
    ] {
        assert_eq!(one(messages!(PgComposite, input)), message);
    }
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
