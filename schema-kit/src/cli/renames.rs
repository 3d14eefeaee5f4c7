//! Which tables and columns keep their rows under another name: from arguments, a file, or the terminal.

use std::fs;

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;

use super::Failure;
use super::args::RenameArgs;
use super::context::Context;
use crate::plan::{Question, parse_rename, questions};

/// Returns the renames of the attributes, of the arguments, and of the file of answers.
pub(super) fn given(
    context: &Context,
    args: &RenameArgs,
    wanted: &Model,
) -> Result<Renames, Failure> {
    let mut renames = context.renames();
    for text in &args.rename {
        parse_rename(text, wanted, &mut renames)?;
    }
    if let Some(path) = &args.answers {
        let text = fs::read_to_string(path).map_err(|error| {
            format!(
                "could not read the answers in `{}`: {error}",
                path.display()
            )
        })?;
        for line in text.lines().map(str::trim) {
            if !line.is_empty() && !line.starts_with('#') {
                parse_rename(line, wanted, &mut renames)?;
            }
        }
    }
    Ok(renames)
}

/// Asks about each new name that may be a rename. Without a terminal it returns the hints to print.
pub(super) fn ask(
    context: &Context,
    from: &Model,
    to: &Model,
    renames: &mut Renames,
) -> Result<Vec<String>, Failure> {
    if !context.is_interactive() {
        let open = questions(from, to, renames);
        return Ok(open.iter().map(hint).collect());
    }
    // A renamed table can have renamed columns, so each answer leads to new questions.
    let mut answered: Vec<(Option<String>, String)> = Vec::new();
    loop {
        let open = questions(from, to, renames).into_iter().find(|question| {
            let table = question.table.as_ref().map(ToString::to_string);
            !answered.contains(&(table, question.new.clone()))
        });
        let Some(question) = open else {
            return Ok(Vec::new());
        };
        let mut items = vec!["yes, it is new".to_owned()];
        items.extend(
            question
                .candidates
                .iter()
                .map(|old| format!("no, it is \"{old}\" under another name")),
        );
        let chosen = dialoguer::Select::new()
            .with_prompt(question.to_string())
            .items(&items)
            .default(0)
            .interact()?;
        if let Some(old) = chosen
            .checked_sub(1)
            .and_then(|at| question.candidates.get(at))
        {
            question.answer(old, renames);
        }
        let table = question.table.as_ref().map(ToString::to_string);
        answered.push((table, question.new.clone()));
    }
}

fn hint(question: &Question) -> String {
    let old = question.candidates.first().map_or("", String::as_str);
    let what = match &question.table {
        Some(table) => format!("column \"{}\" of table {table}", question.new),
        None => format!("table \"{}\"", question.new),
    };
    format!(
        "{what} is created and \"{old}\" is dropped; if it is the same under another name, write `renamed_from = \"{old}\"` or pass `--rename {}`",
        question.rename(old)
    )
}
