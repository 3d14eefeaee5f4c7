//! `sql!`.

use quote::{ToTokens, quote};

use super::styled;
use crate::sql::RawSql;

#[track_caller]
fn message(text: &str, arguments: proc_macro2::TokenStream) -> String {
    let result = syn::parse2::<RawSql>(quote!(i64, #text, #arguments));
    styled(result.err().expect("an error").to_string())
}

#[test]
fn values_split_the_text_into_pieces() {
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
        "the text has 2 `{}` for 1 argument; add the missing arguments"
    );
    assert_eq!(
        message("{}", quote!(a, b)),
        "the text has 1 `{}` for 2 arguments; add a `{}` or remove this argument"
    );
    assert_eq!(
        message(&"{a}".repeat(13), quote!()),
        "`sql!` accepts at most 12 values; split the expression"
    );
}

#[test]
fn braces_and_numbers() {
    assert_eq!(
        message("{a", quote!()),
        "unclosed `{` in the text; write `{}` for a value or `{{` for a brace"
    );
    assert_eq!(
        message("a}", quote!()),
        "unmatched `}` in the text; write `}}` for a brace"
    );
    assert_eq!(
        message("$1", quote!(a)),
        "`$1` is not allowed in the text; write `{}` and pass the value after the text"
    );
    assert_eq!(
        message("{a.b}", quote!()),
        "`{a.b}` is not a variable; write `{}` and pass the expression after the text"
    );
    assert_eq!(
        message(r#"'{"a": 1}'"#, quote!()),
        "`{\"a\": 1}` is not a variable; write `{{` and `}}` for braces in the SQL"
    );
}

#[test]
fn text_that_is_not_a_literal() {
    let result = syn::parse2::<RawSql>(quote!(i64, TEXT));
    assert_eq!(
        result.err().unwrap().to_string(),
        "`sql!` expects a type and a string literal; write `sql!(i64, \"length({})\", value)`"
    );
}
