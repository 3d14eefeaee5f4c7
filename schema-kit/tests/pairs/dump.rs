//! The schema as `pg_dump` prints it.

use std::env;

use tokio::process::Command;

/// The functions of the pairs.
const FUNCTIONS: [&str; 6] = ["twice", "touch", "stamp", "log", "total", "rows_of"];

/// Returns the statements of `pg_dump`, sorted, without what depends on the way to a schema: the order of statements and
/// of columns, and the names of the sequences of identity columns and of constraints that only say `not null`.
pub(crate) async fn dump(url: &str) -> Vec<String> {
    let program = env::var("PG_DUMP").unwrap_or_else(|_| "pg_dump".to_owned());
    let output = Command::new(&program)
        .args([
            "--schema-only",
            "--exclude-table=*._sqlx_migrations",
            "--exclude-table=*._schema_migrations",
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
    statements.retain(|statement| !statement.is_empty() && !is_of_others(statement));
    statements.sort();
    statements
}

/// True for a privilege on an object that belongs to another one, and has what the default privileges were at that time: a
/// sequence of an identity column, or a function of an extension.
fn is_of_others(statement: &str) -> bool {
    let is_grant = statement.starts_with("GRANT ") || statement.starts_with("REVOKE ");
    let of_identity = statement.contains(" ON SEQUENCE ") && statement.contains("_id_seq");
    let mut functions = FUNCTIONS.iter();
    let of_extension = statement.contains(" ON FUNCTION ")
        && !functions.any(|name| statement.contains(&format!(".{name}(")));
    is_grant && (of_identity || of_extension)
}

fn normalized(statement: &str) -> String {
    // The roles of a policy have no order.
    let statement = statement.trim();
    let statement = &statement.replace("pairs_writer, pairs_reader", "pairs_reader, pairs_writer");
    let mut lines: Vec<String> = statement
        .lines()
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect();
    if statement.starts_with("CREATE DOMAIN")
        && let Some(line) = lines.first_mut()
    {
        without_name(line);
    }
    lines.retain(|line| !line.trim_start().starts_with("SEQUENCE NAME "));
    if statement.starts_with("CREATE TABLE") || statement.starts_with("CREATE UNLOGGED TABLE") {
        for line in &mut lines {
            if !line.trim_start().starts_with("CONSTRAINT") {
                without_name(line);
            }
        }
        lines.sort();
    }
    lines.join("\n")
}

/// Removes the name of a constraint that only says `not null`.
fn without_name(line: &mut String) {
    let Some(start) = line.find(" CONSTRAINT ") else {
        return;
    };
    let name = start + " CONSTRAINT ".len();
    let end = line[name..].find(" NOT NULL").map(|end| name + end);
    if let Some(end) = end.filter(|end| !line[name..*end].contains('(')) {
        line.replace_range(start..end, "");
    }
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
