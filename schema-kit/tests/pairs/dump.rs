//! The schema as `pg_dump` prints it.

use std::env;

use schema_ddl::sql::quote;
use sqlx::PgConnection;
use tokio::process::Command;

/// Returns the statements of `pg_dump`, sorted, without what depends on the way to a schema: the order of statements and
/// of columns, and the names of constraints that only say `not null`.
pub(crate) async fn dump(connection: &mut PgConnection, url: &str) -> Vec<String> {
    let schema: String = sqlx::query_scalar("select current_schema()::text")
        .fetch_one(connection)
        .await
        .unwrap();
    let program = env::var("PG_DUMP").unwrap_or_else(|_| "pg_dump".to_owned());
    let output = Command::new(&program)
        .args([
            "--schema-only",
            "--schema",
            &quote::name(&schema),
            "--dbname",
            url,
        ])
        .output()
        .await
        .unwrap_or_else(|error| panic!("`{program}`: {error}; set `PG_DUMP` to its path"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("--") && !line.starts_with('\\'));
    let text: Vec<&str> = lines.collect();
    let mut statements: Vec<String> = text.join("\n").split(";\n").map(normalized).collect();
    statements.retain(|statement| !statement.is_empty());
    statements.sort();
    statements
}

fn normalized(statement: &str) -> String {
    let statement = statement.trim();
    let mut lines: Vec<String> = statement
        .lines()
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect();
    if statement.starts_with("CREATE TABLE") || statement.starts_with("CREATE UNLOGGED TABLE") {
        for line in &mut lines {
            if let (Some(start), true) = (line.find(" CONSTRAINT "), line.ends_with(" NOT NULL"))
                && !line.trim_start().starts_with("CONSTRAINT")
            {
                line.replace_range(start..line.len() - " NOT NULL".len(), "");
            }
        }
        lines.sort();
    }
    lines.join("\n")
}

/// Returns the statements that only one of two dumps has.
pub(crate) fn difference(changed: &[String], created: &[String]) -> Option<String> {
    if changed == created {
        return None;
    }
    let only = |these: &[String], those: &[String]| {
        let only = these.iter().filter(|one| !those.contains(one)).cloned();
        only.collect::<Vec<String>>().join("\n")
    };
    Some(format!(
        "changed:\n{}\ncreated:\n{}",
        only(changed, created),
        only(created, changed)
    ))
}
