//! The UI test that `docs/testing.md` shows, as users run it: without the wrapper of `ui.rs`.
#![allow(missing_docs, reason = "tests")]

#[test]
fn wrong_queries_do_not_compile() {
    trybuild::TestCases::new().compile_fail("guide/*.rs");
}
