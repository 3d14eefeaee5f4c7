//! Logs. A test and its service run on one thread, so the lines of a thread are those of a test.

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::Once;

use serde_json::{Value, json};

use crate::clinic::run;

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Appends to the lines of the thread.
struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Collects what each thread logs.
pub(crate) fn init() {
    static INIT: Once = Once::new();
    INIT.call_once(|| {
        let json = tracing_subscriber::fmt().json().flatten_event(true);
        json.with_writer(|| Lines).init();
    });
}

/// Returns the events with this message.
fn events(text: &str, message: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|event: &Value| event["message"] == message)
        .collect()
}

#[test]
fn requests_and_errors_are_logged_without_values() {
    run(async |clinic| {
        clinic.get("/orders?search=secret").await.expect(200);
        clinic.sql("alter table patients rename to people").await;
        let secret = json!({"email": "secret@example.org", "name": "secret", "born": "1979-02-28"});
        clinic.post("/patients", secret).await.expect(500);
    });

    let text = String::from_utf8(LINES.take()).unwrap();
    let responses = events(&text, "response");
    assert_eq!(responses.len(), 2);
    assert_eq!(responses[0]["status"], 200);
    assert_eq!(responses[0]["span"]["method"], "GET");
    assert_eq!(responses[0]["span"]["path"], "/orders");
    assert!(responses[0]["latency_ms"].is_number());
    assert_eq!(responses[1]["status"], 500);

    let errors = events(&text, "a statement failed");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0]["level"], "ERROR");
    assert_eq!(errors[0]["code"], "42P01");
    let sql = errors[0]["sql"].as_str().unwrap();
    assert!(sql.starts_with(r#"insert into "patients""#), "{sql}");
    assert_eq!(errors[0]["span"]["path"], "/patients");

    assert!(!text.contains("secret"), "{text}");
}
