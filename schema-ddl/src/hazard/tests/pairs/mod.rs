//! Each rule with a script that breaks it and one that does not.

mod loss;
mod others;
mod program;
mod work;

use super::judge;
use crate::hazard::Rule;

/// The rule, a bad script and a good one.
type Pair = (Rule, &'static str, &'static str);

fn pairs() -> impl Iterator<Item = &'static Pair> {
    let all = [loss::PAIRS, work::PAIRS, program::PAIRS, others::PAIRS];
    all.into_iter().flatten()
}

fn has(script: &str, rule: Rule) -> bool {
    judge(script).iter().any(|(_, one)| one.rule == rule)
}

#[test]
fn a_bad_script_breaks_its_rule_and_a_good_one_does_not() {
    let mut wrong = Vec::new();
    for (rule, bad, good) in pairs() {
        if !has(bad, *rule) {
            wrong.push(format!("{rule} does not find: {bad}"));
        }
        if has(good, *rule) {
            wrong.push(format!("{rule} finds: {good}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_rule_has_a_pair() {
    let has_pair = |rule: &&Rule| pairs().any(|(one, _, _)| one == *rule);
    let without: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !has_pair(rule)).collect();
    assert_eq!(without, [] as [&Rule; 0]);
}

#[test]
fn a_code_belongs_to_one_rule() {
    let mut codes: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Rule::ALL.len());
    let is_plain = |code: &&str| code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    assert!(codes.iter().all(is_plain));
}

#[test]
fn each_message_is_a_sentence_and_says_a_safer_way() {
    for (_, bad, good) in pairs() {
        for (_, one) in judge(bad).into_iter().chain(judge(good)) {
            for text in one.safer.iter().chain([&one.message]) {
                assert!(text.ends_with('.'), "{text}");
                assert!(!text.contains('\n') && !text.contains("  "), "{text}");
            }
        }
    }
}

#[test]
fn a_statement_that_is_cut_anywhere_is_read() {
    let model = super::schema();
    for (_, bad, _) in pairs() {
        for (at, _) in bad.char_indices() {
            // The result is that there is one.
            let found = crate::hazard::hazards(&bad[..at], &model);
            assert!(found.iter().all(|one| !one.message.is_empty()));
        }
    }
}
