//! `sql!`.

use quote::{ToTokens, quote};

use super::styled;
use crate::raw_sql::RawSql;

#[track_caller]
fn message(text: &str, arguments: proc_macro2::TokenStream) -> String {
    let result = syn::parse2::<RawSql>(quote!(i64, #text, #arguments));
    styled(result.err().expect("an error").to_string())
}

#[test]
fn values_stand_between_the_pieces() {
    let parsed: RawSql = syn::parse2(quote!(i64, "a {} b {name} c {{}}", x + 1)).unwrap();
    assert_eq!(parsed.pieces, ["a ", " b ", " c {}"]);
    let arguments: Vec<_> = parsed
        .arguments
        .iter()
        .map(|a| a.to_token_stream().to_string())
        .collect();
    assert_eq!(arguments, ["x + 1", "name"]);
    assert_eq!(parsed.krate.to_token_stream().to_string(), ":: schema_core");
    let parsed: RawSql = syn::parse2(quote!(crate = my::core, i64, "now()")).unwrap();
    assert_eq!(parsed.pieces, ["now()"]);
    assert_eq!(parsed.krate.to_token_stream().to_string(), "my :: core");
}

#[test]
fn too_few_and_too_many_arguments() {
    assert_eq!(
        message("{} {}", quote!(a)),
        "the text has 2 `{}` and 1 arguments; add the missing ones"
    );
    assert_eq!(
        message("{}", quote!(a, b)),
        "the text has 1 `{}` and 2 arguments; add a `{}` or remove this"
    );
    assert_eq!(
        message(&"{a}".repeat(13), quote!()),
        "`sql!` takes at most 12 values; split the expression"
    );
}

#[test]
fn braces_and_numbers() {
    assert_eq!(
        message("{a", quote!()),
        "a `{` of the text is not closed; write `{}` for a value, `{{` for a brace"
    );
    assert_eq!(
        message("a}", quote!()),
        "a `}` of the text is not opened; write `}}` for a brace"
    );
    assert_eq!(
        message("$1", quote!(a)),
        "`$1` in the text; write `{}` and give the value behind the text"
    );
    assert_eq!(
        message("{a.b}", quote!()),
        "`{a.b}` is not a variable; write `{}` and give the expression behind the text"
    );
}

#[test]
fn a_text_that_is_no_literal() {
    let result = syn::parse2::<RawSql>(quote!(i64, TEXT));
    assert_eq!(
        result.err().unwrap().to_string(),
        "`sql!` takes a type and a text; write `sql!(i64, \"length({})\", value)`"
    );
}
