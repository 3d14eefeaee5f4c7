//! The models of functions: those of the program, and those that set `updated_at` columns.

use std::collections::BTreeSet;

use schema_ddl::model::{DataType, Name, Routine, RoutineKind, UPDATED_AT_PREFIX};
use schema_ddl::sql::lexer::{Token, TokenKind, tokens};
use schema_ddl::sql::quote;

use super::Schema;
use crate::ddl::error::DdlError;
use crate::def::{FunctionDef, Object};

/// Returns the functions of the program and those that triggers of `updated_at` columns call.
pub(super) fn routines(schema: &Schema) -> Result<Vec<Routine>, DdlError> {
    let mut all = Vec::new();
    for object in schema.objects() {
        if let Object::Function(def) = object {
            all.push(routine(def)?);
        }
    }
    let of_columns: BTreeSet<(Option<&str>, &str)> = schema
        .tables()
        .iter()
        .flat_map(|table| {
            let columns = table.access.updated_at.iter();
            columns.map(|column| (table.name.schema, *column))
        })
        .collect();
    for (schema, column) in of_columns {
        all.push(Routine::updated_at(schema, column));
    }
    Ok(all)
}

/// The name of the function and of the triggers that set a column to `now()`.
pub(crate) fn updated_at_name(column: &str) -> String {
    format!("{UPDATED_AT_PREFIX}{column}")
}

/// Checks a function and returns its model.
pub(crate) fn routine(def: &FunctionDef) -> Result<Routine, DdlError> {
    let wrong = |problem: String| DdlError::Function {
        signature: def.signature,
        problem,
    };
    let Some((name, _, types)) = Signature::read(def.signature, 0) else {
        return Err(wrong(
            "has no types of arguments in its name; write `name()` or `name(bigint, text)`".into(),
        ));
    };
    let text = Text::read(def.text).filter(|text| text.name == name);
    let Some(text) = text else {
        return Err(wrong(
            "has a text that creates something else; begin it with `create function` and this name"
                .into(),
        ));
    };
    let written = text.arguments.iter().filter(|one| !one.is_out());
    let written: Vec<&Argument<'_>> = written.collect();
    if written.len() != types.len() {
        let (said, has) = (types.len(), written.len());
        let problem =
            format!("has {said} arguments in its name and {has} in its text; correct one of them");
        return Err(wrong(problem));
    }
    for (argument, data_type) in written.iter().zip(&types) {
        if !argument.has_type(data_type) {
            let written = argument.source;
            return Err(wrong(format!(
                "has another argument in its text: `{written}` is no `{data_type}`; correct one of them"
            )));
        }
    }
    let types: Vec<String> = types.iter().map(|one| canonical(one)).collect();
    Ok(Routine {
        name,
        arguments: types.join(", "),
        kind: text.kind,
        definition: text.definition(),
        uses: Vec::new(),
        comment: None,
    })
}

/// A type as the server prints it in the identity of a function.
fn canonical(data_type: &str) -> String {
    let data_type = DataType {
        modifier: None,
        ..DataType::parse(data_type)
    };
    if data_type.built_in {
        return data_type.to_string();
    }
    let brackets = if data_type.array { "[]" } else { "" };
    let name = quote::word(&data_type.name.name);
    let schema = data_type.name.schema.as_deref().map(quote::word);
    let schema = schema.map(|schema| format!("{schema}."));
    format!("{}{name}{brackets}", schema.unwrap_or_default())
}

/// Returns a name with the types of arguments, as an [`ObjectId`](schema_ddl::model::ObjectId) contains it.
pub(super) fn identity(signature: &str) -> String {
    match Signature::read(signature, 0) {
        Some((name, _, types)) => {
            let types: Vec<String> = types.iter().map(|one| canonical(one)).collect();
            format!("{}({})", name.name, types.join(", "))
        }
        None => signature.to_owned(),
    }
}

/// Returns the function of a call, with the types of its arguments: a function of a trigger has none.
pub(super) fn called(call: &str) -> Option<Name> {
    let (name, ..) = Signature::read(call, 0)?;
    let with_types = format!("{}()", name.name);
    Some(name.beside(with_types))
}

/// A name and a list in parentheses.
struct Signature;

impl Signature {
    /// Reads a name, the byte after the list, and the parts of the list, from a place in a text.
    fn read(text: &str, from: usize) -> Option<(Name, usize, Vec<&str>)> {
        let all = tokens(text).ok()?;
        let mut code = all
            .iter()
            .filter(|token| token.is_code() && token.start >= from)
            .peekable();
        let first = code.next()?.name()?;
        let mut name = Name::new(first);
        if code.peek().is_some_and(|token| token.text == ".") {
            code.next();
            name = Name::in_schema(name.name, code.next()?.name()?);
        }
        let open = code.next().filter(|token| token.text == "(")?;
        let mut parts = Vec::new();
        let (mut depth, mut start) = (1_usize, open.end());
        for token in code {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth -= 1,
                _ => {}
            }
            if depth == 0 || depth == 1 && token.text == "," {
                parts.push(text.get(start..token.start)?.trim());
                start = token.end();
            }
            if depth == 0 {
                parts.retain(|part| !part.is_empty());
                return Some((name, token.end(), parts));
            }
        }
        None
    }
}

/// The statement that creates a function.
struct Text<'a> {
    sql: &'a str,
    kind: RoutineKind,
    /// The byte of the word `function` or `procedure`.
    kind_at: usize,
    name: Name,
    arguments: Vec<Argument<'a>>,
}

impl<'a> Text<'a> {
    fn read(sql: &'a str) -> Option<Self> {
        let sql = sql.trim().trim_end_matches(';').trim_end();
        let all = tokens(sql).ok()?;
        let mut code = all.iter().filter(|token| token.is_code());
        code.next().filter(|token| token.is("create"))?;
        let mut word = code.next()?;
        if word.is("or") {
            code.next().filter(|token| token.is("replace"))?;
            word = code.next()?;
        }
        let kind = match word {
            word if word.is("function") => RoutineKind::Function,
            word if word.is("procedure") => RoutineKind::Procedure,
            _ => return None,
        };
        let (name, _, parts) = Signature::read(sql, word.end())?;
        Some(Self {
            sql,
            kind,
            kind_at: word.start,
            name,
            arguments: parts.into_iter().map(Argument::read).collect(),
        })
    }

    /// The statement with `create or replace`.
    fn definition(&self) -> String {
        let rest = self.sql.get(self.kind_at..).unwrap_or_default();
        format!("create or replace {rest}")
    }
}

/// An argument as the text of a function writes it.
struct Argument<'a> {
    source: &'a str,
    mode: Option<String>,
    /// The name, if there is one, and the type.
    words: Vec<&'a str>,
}

impl<'a> Argument<'a> {
    fn read(source: &'a str) -> Self {
        let all = tokens(source).unwrap_or_default();
        let code: Vec<&Token<'_>> = all.iter().filter(|token| token.is_code()).collect();
        let is_mode = |token: &&&Token<'_>| {
            let modes = ["in", "out", "inout", "variadic"];
            modes.iter().any(|mode| token.is(mode))
        };
        let mode = code.first().filter(is_mode);
        let skipped = usize::from(mode.is_some());
        let is_default =
            |token: &&&Token<'_>| token.is("default") || matches!(token.text, "=" | ":=");
        let rest = code.iter().skip(skipped);
        let end = rest.clone().find(is_default).map(|token| token.start);
        let end = end.unwrap_or(source.len());
        // The whole text, and the text after the first word, which may be a name.
        let starts = rest.take(2).map(|token| token.start);
        let words = starts.filter_map(|start| source.get(start..end));
        Self {
            source,
            mode: mode.map(|token| token.text.to_lowercase()),
            words: words.map(str::trim).collect(),
        }
    }

    fn is_out(&self) -> bool {
        self.mode.as_deref() == Some("out")
    }

    /// True if the argument can have this type.
    fn has_type(&self, data_type: &str) -> bool {
        let wanted = canonical(data_type);
        // `orders.id%type` is a type that only the server knows.
        self.source.contains('%') || self.words.iter().any(|words| canonical(words) == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fails(signature: &'static str, text: &'static str, problem: &str) {
        let error = routine(&FunctionDef::new(signature, text)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("function `{signature}` {problem}")
        );
    }

    #[test]
    fn the_arguments_are_those_of_the_server() {
        let def = FunctionDef::new(
            r#"Clinic."Total"(int, VARCHAR(20)[], "Mood", double precision)"#,
            "CREATE FUNCTION clinic.\"Total\"(a integer default 1, out b text, varchar[], inout m \"Mood\", f float8 = 1.5)\n\
             language sql as 'select 1';\n",
        );
        let routine = routine(&def).unwrap();
        assert_eq!(routine.name, Name::in_schema("clinic", "Total"));
        assert_eq!(
            routine.arguments,
            "integer, character varying[], \"Mood\", double precision"
        );
        assert!(
            routine
                .definition
                .starts_with("create or replace FUNCTION clinic.\"Total\"(")
        );
        assert!(routine.definition.ends_with("'select 1'"));
    }

    #[test]
    fn a_procedure_is_one() {
        let def = FunctionDef::new("a()", "create or replace procedure a() language sql as ''");
        let routine = routine(&def).unwrap();
        assert_eq!(routine.kind, RoutineKind::Procedure);
        assert_eq!(
            routine.definition,
            "create or replace procedure a() language sql as ''"
        );
    }

    #[test]
    fn a_text_that_creates_something_else_is_an_error() {
        let other =
            "has a text that creates something else; begin it with `create function` and this name";
        fails(
            "a()",
            "create function b() returns int language sql as ''",
            other,
        );
        fails("a()", "create view a as select 1", other);
        fails("a()", "select a()", other);
        fails("a()", "create function a", other);
        fails(
            "a",
            "create function a() returns int language sql as ''",
            "has no types of arguments in its name; write `name()` or `name(bigint, text)`",
        );
    }

    #[test]
    fn other_arguments_are_an_error() {
        fails(
            "a(int)",
            "create function a() returns int language sql as ''",
            "has 1 arguments in its name and 0 in its text; correct one of them",
        );
        fails(
            "a(int)",
            "create function a(b bigint default 0) returns int language sql as ''",
            "has another argument in its text: `b bigint default 0` is no `int`; correct one of them",
        );
    }

    #[test]
    fn an_update_that_sets_the_column_keeps_its_value() {
        let routine = Routine::updated_at(Some("clinic"), "changed");
        assert_eq!(
            routine.name,
            Name::in_schema("clinic", "schema_touch_changed")
        );
        assert!(
            routine
                .definition
                .contains("if new.\"changed\" is not distinct from old.\"changed\"")
        );
    }
}
