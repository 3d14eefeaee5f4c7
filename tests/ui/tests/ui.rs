//! Programs that must not compile, and the errors they produce.
#![allow(missing_docs, reason = "tests")]

#[test]
fn fail() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fail/*/*.rs");
}
