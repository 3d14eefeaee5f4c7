//! The result of a command, for people and for programs.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::process::ExitCode;

use schema_ddl::model::ObjectId;
use serde::Serialize;
use serde_json::{Value, json};

/// The kind of result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It did its work.
    Ok,
    /// There was nothing to do.
    NoChanges,
    /// It shows changes that it did not make.
    Changes,
    /// `check` found a problem.
    Problems,
    /// It failed.
    Error,
}

/// Lines for people.
#[derive(Debug, Clone, Default)]
pub(super) struct Text(String);

impl Text {
    pub(super) fn line(&mut self, line: impl fmt::Display) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{line}");
    }

    /// Names the objects of the database that the program does not declare and that stay, if there are any.
    pub(super) fn kept(&mut self, objects: &[ObjectId]) {
        const SHOWN: usize = 8;
        if objects.is_empty() {
            return;
        }
        let names: Vec<String> = objects
            .iter()
            .take(SHOWN)
            .map(ToString::to_string)
            .collect();
        let more = match objects.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        self.line(format_args!(
            "kept, no struct describes it: {}{more}; `--drop-undeclared` drops such objects",
            names.join(", ")
        ));
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

/// The result of a command.
#[derive(Debug)]
pub struct Outcome {
    /// The name of the command.
    pub command: &'static str,
    /// The kind of result.
    pub status: Status,
    /// For people.
    pub text: String,
    /// For programs: the fields of `--json` beside `command` and `status`.
    pub data: Value,
}

impl Outcome {
    pub(super) fn new(status: Status, text: impl Into<String>, data: Value) -> Self {
        Self {
            command: "",
            status,
            text: text.into(),
            data,
        }
    }

    pub(super) fn of(self, command: &'static str) -> Self {
        Self { command, ..self }
    }

    /// A failure with its sources.
    pub(super) fn failure(command: &'static str, error: &dyn Error) -> Self {
        let mut causes = Vec::new();
        let mut text = Text::default();
        text.line(format_args!("error: {error}"));
        let mut last = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            let message = error.to_string();
            // A transparent error has the message of its source.
            if message != last {
                text.line(format_args!("  because: {message}"));
                causes.push(message.clone());
            }
            last = message;
            source = error.source();
        }
        let data = json!({ "message": error.to_string(), "causes": causes });
        Self::new(Status::Error, text, data).of(command)
    }

    /// Prints it, and returns the exit code. A closed pipe is no error.
    pub(super) fn print(mut self, is_json: bool) -> ExitCode {
        let is_error = self.status == Status::Error;
        let text = if is_json {
            let mut all = json!({ "command": self.command, "status": self.status });
            if let (Value::Object(all), Value::Object(data)) = (&mut all, &mut self.data) {
                all.append(data);
            }
            format!("{all:#}\n")
        } else {
            self.text
        };
        let _ = if is_error && !is_json {
            io::stderr().write_all(text.as_bytes())
        } else {
            io::stdout().write_all(text.as_bytes())
        };
        match self.status {
            Status::Ok | Status::NoChanges | Status::Changes => ExitCode::SUCCESS,
            Status::Problems | Status::Error => ExitCode::FAILURE,
        }
    }
}
