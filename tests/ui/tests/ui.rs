//! Programs that must not compile, and what the compiler says of them.
#![allow(missing_docs, reason = "tests")]

#[test]
fn fail() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fail/*/*.rs");
}
