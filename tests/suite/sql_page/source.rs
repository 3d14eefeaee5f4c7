//! Reads the cases of `tests/suite/sql`.

use std::fs;
use std::path::Path;

use crate::lexer::{closing, find_word, next, split};
use crate::shapes::LISTS;

/// A statement of a case, and its text.
pub(crate) struct Example {
    pub(crate) file: String,
    pub(crate) case: String,
    /// The variables that the statement uses.
    pub(crate) variables: Vec<String>,
    pub(crate) rust: String,
    /// In lines, as the case has it.
    pub(crate) sql: String,
    /// The comments before it that name a list of another library and shapes of it.
    pub(crate) shapes: Vec<ShapesOf>,
}

/// `// list: shape · shape`.
pub(crate) struct ShapesOf {
    pub(crate) list: String,
    pub(crate) shapes: Vec<String>,
}

impl ShapesOf {
    fn parse(comment: &str) -> Option<Self> {
        let (list, shapes) = comment.split_once(": ")?;
        LISTS.contains(&list).then(|| Self {
            list: list.to_owned(),
            shapes: shapes.split(" · ").map(str::to_owned).collect(),
        })
    }
}

impl Example {
    /// The text that is sent.
    pub(crate) fn text(&self) -> String {
        self.sql.replace('\n', " ")
    }
}

/// All examples of all files, in their order.
pub(crate) fn examples(folder: &Path) -> Vec<Example> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut examples = Vec::new();
    for path in files {
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let source = fs::read_to_string(&path).unwrap();
        if let Some(at) = source.find("\ncases! {") {
            let open = at + "\ncases! ".len();
            let cases = &source[open + 1..closing(&source, open)];
            read_cases(&file, cases, &helpers(&source[..at]), &mut examples);
        }
    }
    examples
}

fn read_cases(file: &str, cases: &str, helpers: &[Variable], examples: &mut Vec<Example>) {
    let mut at = 0;
    while at < cases.len() {
        if cases[at..].starts_with("\n    fn ") {
            let name = &cases[at + "\n    fn ".len()..];
            let name = &name[..name.find('(').unwrap()];
            let open = at + cases[at..].find('{').unwrap();
            let end = closing(cases, open);
            read_case(file, name, &cases[open..end], helpers, examples);
            at = end;
        }
        at = next(cases, at);
    }
}

fn read_case(
    file: &str,
    case: &str,
    body: &str,
    helpers: &[Variable],
    examples: &mut Vec<Example>,
) {
    let mut variables = helpers.to_vec();
    let mut shapes = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let rest = &body[at..];
        if let Some(comment) = rest.strip_prefix("\n        // ") {
            shapes.extend(ShapesOf::parse(comment.lines().next().unwrap_or_default()));
            at = next(body, at);
        } else if rest.starts_with("\n        let ") {
            let start = at + rest.find("let ").unwrap();
            let end = start + split(&body[start..], ';')[0].len() + 1;
            let statement = dedent(body, start, end);
            variables.push(Variable::new(statement));
            at = end;
        } else if rest.starts_with("sql.is(") {
            let open = at + "sql.is".len();
            let end = closing(body, open);
            let arguments = split(&body[open + 1..end], ',');
            let start = open + 1 + arguments[0].len() - arguments[0].trim_start().len();
            let mut rust = dedent(body, start, open + 1 + arguments[0].trim_end().len());
            examples.push(Example {
                file: file.to_owned(),
                case: case.to_owned(),
                variables: used(&variables, &mut rust),
                sql: expected(arguments[1]),
                rust,
                shapes: std::mem::take(&mut shapes),
            });
            at = end;
        } else {
            at = next(body, at);
        }
    }
}

/// A `let`, or a macro or function without arguments of the file, which is shown as one.
#[derive(Clone)]
struct Variable {
    names: Vec<String>,
    statement: String,
    /// How the code spells it, if not as a name: `busy!()`.
    call: Option<String>,
}

impl Variable {
    fn new(statement: String) -> Self {
        let names = statement.trim_start_matches("let ");
        let end = names.find(['=', ':']).unwrap_or(0);
        let names = names[..end].split(['(', ')', ',', ' ']);
        Self {
            names: names
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            statement,
            call: None,
        }
    }

    fn is_used(&self, code: &str) -> bool {
        let is_closure = self.statement.contains("= |");
        self.names
            .iter()
            .any(|name| find_word(code, name) || is_closure && code.contains(&format!("{name}(")))
            || self
                .call
                .as_ref()
                .is_some_and(|call| code.contains(call.as_str()))
    }
}

/// The macros and functions without arguments of a file.
fn helpers(source: &str) -> Vec<Variable> {
    let mut helpers = Vec::new();
    for (start, body, call) in [("\nmacro_rules! ", "() => {", "!()"), ("\nfn ", " {", "()")] {
        for (at, _) in source.match_indices(start) {
            let rest = &source[at + start.len()..];
            let name = rest[..rest.find([' ', '(']).unwrap()].to_owned();
            let has_arguments = call == "()" && !rest[name.len()..].starts_with("()");
            let Some(open) = rest.find(body).filter(|_| !has_arguments) else {
                continue;
            };
            let open = open + body.len() - 1;
            let inner = &rest[open + 1..closing(rest, open)];
            let value = inner.len() - inner.trim_start().len();
            let value = dedent(inner, value, inner.trim_end().len());
            helpers.push(Variable {
                statement: format!("let {name} = {value};"),
                call: Some(format!("{name}{call}")),
                names: Vec::new(),
            });
        }
    }
    helpers
}

/// The `let`s of the variables that the code uses, and of those that they use. The code is changed to use the helpers by
/// their names.
fn used(variables: &[Variable], code: &mut String) -> Vec<String> {
    let mut all = code.clone();
    let mut lets: Vec<&Variable> = Vec::new();
    for variable in variables.iter().rev() {
        let is_shadowed = lets
            .iter()
            .any(|other| !other.names.is_empty() && other.names == variable.names);
        if !is_shadowed && variable.is_used(&all) {
            all.push_str(&variable.statement);
            lets.push(variable);
        }
    }
    let calls: Vec<&str> = lets
        .iter()
        .filter_map(|variable| variable.call.as_deref())
        .collect();
    let by_name = |code: &str| {
        calls.iter().fold(code.to_owned(), |code, call| {
            code.replace(call, call.trim_end_matches(['!', '(', ')']))
        })
    };
    *code = by_name(code);
    lets.into_iter()
        .rev()
        .map(|variable| by_name(&variable.statement))
        .collect()
}

/// The code without the indentation of its first line.
fn dedent(source: &str, start: usize, end: usize) -> String {
    let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let indentation = source[line..].len() - source[line..].trim_start_matches(' ').len();
    let mut lines = source[start..end].lines();
    let mut code = lines.next().unwrap().to_owned();
    for line in lines {
        code.push('\n');
        let spaces = line.len() - line.trim_start_matches(' ').len();
        code.push_str(&line[indentation.min(spaces)..]);
    }
    code
}

/// The text in `expect![[r#"…"#]]`.
fn expected(argument: &str) -> String {
    let (quote, end) = if argument.contains("r#\"") {
        ("r#\"", "\"#")
    } else {
        ("\"", "\"")
    };
    let start = argument.find(quote).unwrap() + quote.len();
    let text = &argument[start..argument.rfind(end).unwrap()];
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}
