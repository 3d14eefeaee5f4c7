//! Tests of the limits.

use super::{is_source, is_step, problems};

const SOURCE: &str =
    "// Why.\n#[table(name = \"users\")]\nstruct User {}\nfn main() { User.nam; }\n";
const GOOD: &str =
    "error[E0609]: no field `nam` on type `UserColumns`\n --> fail/column/x.rs:4:18\n  |\n";

fn of(stderr: &str) -> Vec<String> {
    problems("column/x", SOURCE, stderr)
}

#[test]
fn accepts_a_good_error() {
    assert_eq!(of(GOOD), [""; 0]);
}

#[test]
fn limits_the_number_of_errors() {
    assert_eq!(
        of(&format!("{GOOD}\n{GOOD}")),
        ["produces 2 errors instead of 1"]
    );
    assert_eq!(of(""), ["produces 0 errors instead of 1"]);
    assert_eq!(
        of(&format!("warning: unused\n{GOOD}")),
        ["produces a warning"]
    );
}

#[test]
fn limits_the_number_of_lines() {
    assert_eq!(
        of(&format!("{GOOD}{}", "  |\n".repeat(6))),
        ["has 9 lines, the limit is 8"]
    );
    let about_types = GOOD.replace("E0609", "E0277");
    assert_eq!(of(&format!("{about_types}{}", "  |\n".repeat(17))), [""; 0]);
    assert_eq!(
        of(&format!("{about_types}{}", "  |\n".repeat(18))),
        ["has 21 lines, the limit is 20"]
    );
}

#[test]
fn limits_the_width_of_lines() {
    let wide = "x".repeat(121);
    assert_eq!(
        of(&format!("{GOOD}{wide}\n")),
        [format!("has a line of 121 columns: {wide}")]
    );
    assert!(is_step(
        "   = note: required for `Col<A, b>` to implement `X`"
    ));
    assert!(!is_step("   = note: add it to `group_by`"));
    assert!(!is_step(
        "   = help: the trait `X` is not implemented for `Y`"
    ));
    assert!(is_source("12 |     let _ = 1;"));
    assert!(!is_source("   |     ^^^"));
}

#[test]
fn rejects_internal_names_in_headlines() {
    assert_eq!(
        of(&GOOD.replace("UserColumns", "__user::id")),
        ["has a hidden name in its headline"]
    );
    let stderr = GOOD.replace("UserColumns", "Op<Eq, Param<i32, i32>>");
    assert_eq!(
        of(&stderr),
        [
            "names `Op<` in its headline",
            "names `Param<` in its headline"
        ]
    );
}

#[test]
fn requires_a_location_in_the_users_program() {
    let macro_line = GOOD.replace("4:18", "2:1");
    assert_eq!(
        of(&macro_line),
        ["points to the whole macro: #[table(name = \"users\")]"]
    );
    let elsewhere = GOOD.replace("fail/column/x.rs", "$WORKSPACE/schema-core/src/lib.rs");
    assert_eq!(of(&elsewhere), ["does not point to the user's program"]);
    let std = format!("{GOOD}  --> $RUST/core/src/panic.rs\n");
    assert_eq!(of(&std).len(), 1);
}

#[test]
fn checks_the_program() {
    assert_eq!(
        problems("column/x", &SOURCE.replace("// Why.\n", "\n"), GOOD),
        ["does not explain in its first line why it must fail"]
    );
    assert_eq!(
        problems("column/x", &format!("{SOURCE}{}", "//\n".repeat(20)), GOOD),
        ["has a program of more than 23 lines"]
    );
}
