//! Runs the commands of the README, in their order, on a new service.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use schema_embedded::Server;
use serde_json::{Deserializer, Value};
use tokio::runtime::Builder;

use crate::clinic::{drop_schema, new_schema};

/// The service as a process.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
    }
}

/// A command, and the output that the README shows.
#[derive(Debug, PartialEq)]
struct Example {
    command: String,
    output: String,
}

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    let is_installed = |program: &str| Command::new(program).arg("--version").output().is_ok();
    if !is_installed("curl") || !is_installed("bash") {
        eprintln!("skipped: the commands need bash and curl");
        return;
    }
    let schema = new_schema();
    let mut clinic = Process(
        Command::new(env!("CARGO_BIN_EXE_clinic"))
            .envs([("PORT", "0"), ("POSTGRES_SCHEMA", &schema), ("LOG", "info")])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(clinic.0.stdout.take().unwrap()).lines();
    let mut next = |message: &str| -> Option<Value> {
        lines
            .by_ref()
            .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
            .find(|event: &Value| event["message"] == message)
    };
    let listening = next("listening").expect("the service starts");
    let url = listening["url"].as_str().unwrap();

    let examples = examples(include_str!("../../README.md"));
    assert!(examples.len() > 10, "{examples:?}");
    for example in examples {
        let command = example.command.replace("http://localhost:8080", url);
        let output = Command::new("bash")
            .args(["-c", &command])
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(
            comparable(&printed),
            comparable(&example.output),
            "{command}\nprinted {printed}"
        );
    }

    // The signal of `docker stop` and of ctrl-c in a terminal.
    let id = clinic.0.id().to_string();
    let killed = Command::new("bash")
        .args(["-c", &format!("kill -TERM {id}")])
        .status();
    assert!(killed.unwrap().success());
    let stopped = next("stopped").expect("the service stops");
    assert_eq!(stopped["in_use"], 0);
    assert!(clinic.0.wait().unwrap().success());

    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Server::from_env_or_embedded().await.unwrap();
        if !server.is_embedded() {
            drop_schema(&server, &schema).await;
        }
        server.stop().await;
    });
}

/// Returns the commands in the blocks of the type `console`. A line with a command begins with `$ `.
fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let (true, Some(command)) = (inside, line.strip_prefix("$ ")) {
            examples.push(Example {
                command: command.to_owned(),
                output: String::new(),
            });
        } else if let (true, Some(example)) = (inside, examples.last_mut()) {
            let is_continued = example.output.is_empty() && is_incomplete(&example.command);
            let text = if is_continued {
                &mut example.command
            } else {
                &mut example.output
            };
            text.push('\n');
            text.push_str(line);
        }
    }
    examples
}

/// Returns true if a command goes on in the next line.
fn is_incomplete(command: &str) -> bool {
    command.ends_with('\\') || command.matches('\'').count() % 2 == 1
}

/// Returns the JSON of an output and what follows it. The layout, the times and the last digits of numbers do not matter.
fn comparable(output: &str) -> (Option<Value>, String) {
    let output = output.trim();
    let mut values = Deserializer::from_str(output).into_iter::<Value>();
    let is_json = output.starts_with(['{', '[']);
    let Some(Ok(mut value)) = values.next().filter(|_| is_json) else {
        return (None, output.to_owned());
    };
    blur(&mut value);
    (
        Some(value),
        output[values.byte_offset()..].trim().to_owned(),
    )
}

fn blur(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(blur),
        Value::Object(fields) => {
            for (name, value) in fields {
                if matches!(name.as_str(), "at" | "created_at") {
                    *value = Value::Null;
                }
                blur(value);
            }
        }
        Value::Number(number) if number.is_f64() => {
            *value = Value::String(format!("{:.4}", number.as_f64().unwrap()));
        }
        _ => {}
    }
}
