//! `docs/where.md` names the file that answers each question.

use std::fs;
use std::path::Path;

#[test]
fn each_question_has_a_file_with_the_answer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/where.md")).unwrap();
    let mut questions = 0;

    for row in page
        .lines()
        .filter(|line| line.starts_with("| W") || line.starts_with("| H"))
    {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [question, file, text] = cells[..] else {
            panic!("three columns expected: {row}");
        };
        // Only the outer backticks: a text may contain some itself.
        let bare = |cell: &str| cell[1..cell.len() - 1].to_owned();
        let (file, text) = (bare(file), bare(text));
        let content = fs::read_to_string(root.join(&file))
            .unwrap_or_else(|error| panic!("{question} {file}: {error}"));
        assert!(content.contains(&text), "{question} {file} lacks `{text}`");
        questions += 1;
    }

    assert_eq!(questions, 20);
}
