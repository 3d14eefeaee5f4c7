//! Mistakes in the input of the derives for structs.

use quote::{ToTokens, quote};
use syn::DeriveInput;

use super::one;
use crate::derive::{Insertable, PgNewtype, Selectable};
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
