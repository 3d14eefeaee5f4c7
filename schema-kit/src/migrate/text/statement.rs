//! One statement.

use schema_ddl::hazard::Rule;
use schema_ddl::sql::lexer::{Token, TokenKind};
use sha2::{Digest as _, Sha256};

/// One statement of a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The text, without its semicolon and the comments around it.
    pub sql: String,
    /// The line it starts on. The first one is 1.
    pub line: usize,
    /// True if it runs outside a transaction.
    pub outside: bool,
    /// True if it is repeated, each time in a transaction of its own, until it changes no row: `-- schema: batches`.
    pub batches: bool,
    /// The rules of dangers that it may break: `-- schema: allow …`.
    pub allowed: Vec<Rule>,
    /// The number of the transaction that it runs in, if it is not `outside`. The first one is 0.
    pub(crate) part: usize,
    /// A hash of the statement without its comments and layout.
    pub(crate) checksum: [u8; 32],
    pub(crate) kind: StatementKind,
}

/// The kind of a statement, as far as the runner depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StatementKind {
    /// `create index concurrently`, with the texts of the names.
    CreateIndex { index: Option<Named>, table: String },
    /// `drop index concurrently` of one index.
    DropIndex { index: String },
    /// Another statement that cannot run in a transaction.
    Outside { concurrently: bool },
    /// `insert`, `update`, `delete` and `merge`.
    Rows,
    /// `begin`, `commit` and the like.
    TransactionControl,
    /// A command of `psql`, with its line.
    Psql { command: String, line: usize },
    /// `copy … from stdin`.
    CopyFromStdin,
    /// Any other.
    Other,
}

/// A name in SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// As the statement spells it.
    pub(crate) sql: String,
    /// The name itself.
    pub(crate) name: String,
}

impl StatementKind {
    /// Returns true if the server refuses the statement in a transaction, or if the statement may commit.
    pub(crate) const fn needs_outside(&self) -> bool {
        matches!(
            self,
            Self::CreateIndex { .. } | Self::DropIndex { .. } | Self::Outside { .. }
        )
    }

    /// Returns true if others can read and write while the statement waits for its locks.
    pub(crate) const fn is_concurrent(&self) -> bool {
        matches!(
            self,
            Self::CreateIndex { .. }
                | Self::DropIndex { .. }
                | Self::Outside { concurrently: true }
        )
    }

    pub(crate) fn of(tokens: &[Token<'_>]) -> Self {
        let code: Vec<Token<'_>> = tokens
            .iter()
            .filter(|token| token.is_code())
            .copied()
            .collect();
        let is = |at: usize, words: &[&str]| {
            code.get(at)
                .is_some_and(|token| words.iter().any(|word| token.is(word)))
        };
        if let Some(command) = psql(&code) {
            return command;
        }
        if is(0, &["copy"])
            && code
                .windows(2)
                .any(|two| two[0].is("from") && two[1].is("stdin"))
        {
            return Self::CopyFromStdin;
        }
        if is_transaction_control(&code) {
            return Self::TransactionControl;
        }
        let concurrently = code.iter().any(|token| token.is("concurrently"));
        if concurrently && is(0, &["create"]) {
            return create_index(&code).unwrap_or(Self::Other);
        }
        if concurrently && is(0, &["drop"]) && is(1, &["index"]) {
            return drop_index(&code);
        }
        let is_refused = is(0, &["vacuum", "cluster", "reindex", "repack", "call", "do"])
            || (is(0, &["create", "drop", "alter"])
                && is(1, &["database", "tablespace", "subscription", "system"]))
            || (is(0, &["alter"]) && is(1, &["table"]) && is_concurrent_detach(&code));
        if is_refused {
            Self::Outside { concurrently }
        } else if is_change_of_rows(&code) {
            Self::Rows
        } else {
            Self::Other
        }
    }
}

/// Returns the first command of `psql`: outside of quotes, SQL has no backslash.
fn psql(code: &[Token<'_>]) -> Option<StatementKind> {
    let at = code.iter().position(|token| token.text.starts_with('\\'))?;
    let (command, end) = (code[at], code[at].end());
    let word = code.get(at + 1).filter(|next| next.start == end);
    Some(StatementKind::Psql {
        command: format!("{}{}", command.text, word.map_or("", |word| word.text)),
        line: command.line,
    })
}

/// After `with`, one of the queries changes rows.
fn is_change_of_rows(code: &[Token<'_>]) -> bool {
    let is_change = |token: &Token<'_>| {
        ["insert", "update", "delete", "merge"]
            .iter()
            .any(|word| token.is(word))
    };
    match code.first() {
        Some(first) if first.is("with") => {
            let mut depth = 0_usize;
            code.iter().any(|token| {
                match token.kind {
                    TokenKind::Open => depth += 1,
                    TokenKind::Close => depth = depth.saturating_sub(1),
                    _ => {}
                }
                depth == 0 && is_change(token)
            })
        }
        first => first.is_some_and(is_change),
    }
}

/// `savepoint` and `rollback to` stay within the transaction.
fn is_transaction_control(code: &[Token<'_>]) -> bool {
    let word = |at: usize, words: &[&str]| {
        code.get(at)
            .is_some_and(|token| words.iter().any(|word| token.is(word)))
    };
    let is_rollback_to = word(0, &["rollback"]) && code.iter().any(|token| token.is("to"));
    (word(0, &["begin", "commit", "end", "rollback", "abort"]) && !is_rollback_to)
        || (word(0, &["start", "prepare"]) && word(1, &["transaction"]))
}

fn is_concurrent_detach(code: &[Token<'_>]) -> bool {
    code.iter().any(|token| token.is("detach"))
        && code
            .last()
            .is_some_and(|token| token.is("concurrently") || token.is("finalize"))
}

/// `create [unique] index concurrently [if not exists] [name] on [only] table …`
fn create_index(code: &[Token<'_>]) -> Option<StatementKind> {
    let mut rest = code.get(1..)?;
    if rest.first()?.is("unique") {
        rest = &rest[1..];
    }
    if !rest.first()?.is("index") || !rest.get(1)?.is("concurrently") {
        return None;
    }
    rest = &rest[2..];
    if rest.first()?.is("if") {
        rest = rest.get(3..)?;
    }
    let index = if rest.first()?.is("on") {
        None
    } else {
        let index = named(rest.first()?);
        rest = &rest[1..];
        Some(index)
    };
    rest = rest.get(1..)?;
    if rest.first()?.is("only") {
        rest = &rest[1..];
    }
    let (table, _) = path(rest);
    Some(StatementKind::CreateIndex { index, table })
}

/// `drop index concurrently [if exists] name`
fn drop_index(code: &[Token<'_>]) -> StatementKind {
    let mut rest = code.get(3..).unwrap_or_default();
    if rest.first().is_some_and(|token| token.is("if")) {
        rest = rest.get(2..).unwrap_or_default();
    }
    let (index, _) = path(rest);
    StatementKind::DropIndex { index }
}

/// A name with its schema, as written, and the tokens after it.
fn path<'t, 'a>(tokens: &'t [Token<'a>]) -> (String, &'t [Token<'a>]) {
    let mut length = tokens.len().min(1);
    while tokens.get(length).is_some_and(|token| token.text == ".") && length + 1 < tokens.len() {
        length += 2;
    }
    let text = tokens[..length].iter().map(|token| token.text).collect();
    (text, &tokens[length..])
}

fn named(token: &Token<'_>) -> Named {
    let name = if token.kind == TokenKind::Quoted {
        token.text.trim_matches('"').replace("\"\"", "\"")
    } else {
        token.text.to_lowercase()
    };
    Named {
        sql: token.text.to_owned(),
        name,
    }
}

/// A checksum that ignores comments, layout, line ends, and the case of words without quotes.
pub(crate) fn checksum(tokens: &[Token<'_>]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for token in tokens.iter().filter(|token| token.is_code()) {
        match token.kind {
            TokenKind::Word => digest.update(token.text.to_ascii_lowercase()),
            _ => digest.update(token.text.replace("\r\n", "\n")),
        }
        digest.update([0]);
    }
    digest.finalize().into()
}
