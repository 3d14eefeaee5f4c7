//! The text of a migration.
//!
//! # How a migration runs
//!
//! Without marks, a migration runs in one transaction. A mark is a comment on a line of its own between two statements,
//! and applies to the statements after it:
//!
//! | mark | the statements after it run |
//! |---|---|
//! | `-- schema: transaction` | in a new transaction, after those before it are committed |
//! | `-- schema: outside` | one by one, outside a transaction |
//! | `-- schema: batches` | one by one, each again and again in a transaction of its own, until it changes no row |
//! | `-- no-transaction`, as the first line | as after `-- schema: outside`; this is the mark of `sqlx migrate` |
//!
//! `-- schema: allow drop-column` says that someone has looked at this danger of the next statement, so that `check` does not
//! report it. Several rules are separated by commas. `-- schema: squashes …` is written by `squash`: the statements after it
//! are those of an older migration, and begin a new transaction.
//!
//! ```
//! use schema_kit::migrate::Text;
//!
//! let text = Text::parse(
//!     "alter type status add value 'archived';\n\
//!      -- schema: transaction\n\
//!      update orders set status = 'archived';\n\
//!      -- schema: outside\n\
//!      create index concurrently orders_status on orders (status);\n",
//! )?;
//! let outside: Vec<bool> = text.statements().iter().map(|statement| statement.outside).collect();
//! assert_eq!(outside, [false, false, true]);
//! assert_eq!(text.statements()[2].line, 5);
//! # Ok::<(), schema_kit::migrate::TextError>(())
//! ```
//!
//! # Statements outside a transaction
//!
//! Outside a transaction, each statement still has a transaction of its own, in which it is recorded as done, if the
//! server accepts that. It then runs exactly once. Statements that the server refuses in a transaction (`create index
//! concurrently`, `vacuum`), and those that may commit themselves (`do`, `call`), are recorded as started before and as
//! done after. If the connection is lost in between, the next run repeats them; see
//! [`Migrator::run`](super::Migrator::run).
//!
//! # Batches
//!
//! A change of many rows in one statement keeps all of them locked until it ends. In batches, others wait for a thousand
//! rows at most:
//!
//! ```sql
//! -- schema: batches
//! update orders set total = 0
//! where id in (select id from orders where total is null limit 1000);
//! ```
//!
//! The statement must choose its rows by a condition that they no longer satisfy afterwards. It is recorded as done in the
//! transaction in which it changes nothing, so an interrupted run goes on with the rows that remain. Other tools take the
//! mark for a comment, and run the statement once.

pub(crate) mod squashed;
mod statement;

use std::mem;
use std::ops::Range;

use schema_ddl::hazard::{Rule, ScriptStatement};
use schema_ddl::sql::lexer::{NotClosed, Token, TokenKind, tokens};
pub use squashed::Squashed;
pub use statement::Statement;
pub(crate) use statement::StatementKind;

/// A text that cannot be split into statements.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// A string, a quoted name or a comment has no end.
    #[error(transparent)]
    NotClosed(#[from] NotClosed),
    /// A mark that does not exist.
    #[error(
        "line {line} has the unknown mark `-- schema: {mark}`; write `-- schema: transaction`, `-- schema: outside`, `-- schema: batches` or `-- schema: allow …`"
    )]
    UnknownMark {
        /// The word after the colon.
        mark: String,
        /// Its line.
        line: usize,
    },
    /// A rule that does not exist.
    #[error("line {line} allows the unknown rule `{rule}`; write the code that `check` prints")]
    UnknownRule {
        /// The code.
        rule: String,
        /// The line of the mark.
        line: usize,
    },
    /// A mark within a statement, or on the line of one.
    #[error(
        "the mark on line {line} is within a statement or on its line; write it on a line of its own between two statements"
    )]
    MisplacedMark {
        /// Its line.
        line: usize,
    },
    /// A statement that begins or ends a transaction.
    #[error(
        "the statement on line {line} begins or ends a transaction, which the marks do; write `-- schema: transaction` instead"
    )]
    TransactionControl {
        /// Its line.
        line: usize,
    },
    /// An index without a name, which an interrupted migration could not find again.
    #[error(
        "the index on line {line} has no name, so an interrupted build could not be found; give it a name"
    )]
    UnnamedIndex {
        /// The line of its statement.
        line: usize,
    },
    /// A statement in batches that is no change of rows, so that it would never end.
    #[error(
        "the statement on line {line} changes no rows, so it cannot run in batches; write `-- schema: transaction` on the line before it"
    )]
    NoBatches {
        /// The line of the statement.
        line: usize,
    },
    /// A command of `psql`, such as those that `pg_dump` writes.
    #[error("line {line} has `{command}`, a command of psql that is not SQL; delete it")]
    Psql {
        /// The command.
        command: String,
        /// Its line.
        line: usize,
    },
    /// `copy … from stdin`, whose rows only `psql` sends.
    #[error(
        "the statement on line {line} waits for rows that only psql sends; write `insert` instead, or load the rows with psql"
    )]
    CopyFromStdin {
        /// The line of the statement.
        line: usize,
    },
    /// A statement in a transaction that the server refuses there.
    #[error(
        "the statement on line {line} cannot run in a transaction; write `-- schema: outside` on the line before it"
    )]
    NeedsOutside {
        /// The line of the statement.
        line: usize,
    },
}

/// The statements of a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    statements: Vec<Statement>,
    squashed: Vec<Squashed>,
    /// Wrong marks, with the number of statements before each.
    problems: Vec<(usize, TextError)>,
}

impl Text {
    /// Splits a text into statements, as the server would.
    ///
    /// ```
    /// use schema_kit::migrate::Text;
    ///
    /// let text = Text::parse("select ';'; -- a comment; not a statement\ncreate rule r as on insert to t do (a; b)")?;
    /// let sql: Vec<&str> = text.statements().iter().map(|statement| &*statement.sql).collect();
    /// assert_eq!(sql, ["select ';'", "create rule r as on insert to t do (a; b)"]);
    /// # Ok::<(), schema_kit::migrate::TextError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a string, a quoted name or a comment is not closed.
    pub fn parse(sql: &str) -> Result<Self, TextError> {
        let sql = sql.strip_prefix('\u{feff}').unwrap_or(sql);
        let tokens = tokens(sql)?;
        let mut split = Split {
            sql,
            text: Self {
                statements: Vec::new(),
                squashed: Vec::new(),
                problems: Vec::new(),
            },
            outside: sql.starts_with("-- no-transaction"),
            batches: false,
            part: 0,
            allowed: Vec::new(),
        };
        let mut nesting = Nesting::default();
        let mut from = 0;
        for (i, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Semicolon && nesting.is_outermost() {
                split.push(&tokens, from..i);
                from = i + 1;
                nesting = Nesting::default();
            } else {
                nesting.read(token);
            }
        }
        split.push(&tokens, from..tokens.len());
        Ok(split.text)
    }

    /// The statements, in their order.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The migrations that were squashed into this one, in their order.
    ///
    /// ```
    /// use schema_kit::migrate::Text;
    ///
    /// let text = Text::parse(
    ///     "-- schema: squashes 1_create_t 8e1f8ad5d53a4b2a8f5b2f4f7d7d8d11\n\
    ///      create table t (a int);\n\
    ///      -- schema: squashes 2_fill_t 0e5f7c3f9a8b4c2d8f5b2f4f7d7d8d22\n\
    ///      insert into t values (1);\n",
    /// )?;
    /// let versions: Vec<i64> = text.squashed().iter().map(|one| one.version).collect();
    /// assert_eq!(versions, [1, 2]);
    /// # Ok::<(), schema_kit::migrate::TextError>(())
    /// ```
    pub fn squashed(&self) -> &[Squashed] {
        &self.squashed
    }

    /// Checks that the marks are correct, and that each statement can run where they put it.
    ///
    /// ```
    /// use schema_kit::migrate::Text;
    ///
    /// let text = Text::parse("create index concurrently orders_status on orders (status);")?;
    /// assert_eq!(
    ///     text.check().unwrap_err().to_string(),
    ///     "the statement on line 1 cannot run in a transaction; write `-- schema: outside` on the line before it",
    /// );
    /// # Ok::<(), schema_kit::migrate::TextError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first problem.
    pub fn check(&self) -> Result<(), TextError> {
        self.check_from(0)
    }

    /// Checks the statements from this number on.
    pub(crate) fn check_from(&self, from: usize) -> Result<(), TextError> {
        if let Some((_, problem)) = self.problems.iter().find(|(before, _)| *before >= from) {
            return Err(problem.clone());
        }
        for statement in self.statements.iter().skip(from) {
            let line = statement.line;
            match &statement.kind {
                StatementKind::TransactionControl => {
                    return Err(TextError::TransactionControl { line });
                }
                StatementKind::Psql { command, line } => {
                    let command = command.clone();
                    return Err(TextError::Psql {
                        command,
                        line: *line,
                    });
                }
                StatementKind::CopyFromStdin => return Err(TextError::CopyFromStdin { line }),
                StatementKind::CreateIndex { .. } | StatementKind::DropIndex { .. }
                    if !statement.outside =>
                {
                    return Err(TextError::NeedsOutside { line });
                }
                kind if statement.batches && *kind != StatementKind::Rows => {
                    return Err(TextError::NoBatches { line });
                }
                StatementKind::CreateIndex { index: None, .. } => {
                    return Err(TextError::UnnamedIndex { line });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns the statements with their transactions, to [find their dangers](schema_ddl::hazard::lint).
    ///
    /// ```
    /// use schema_ddl::hazard::{LintOptions, Rule, lint};
    /// use schema_ddl::model::Model;
    /// use schema_kit::migrate::Text;
    ///
    /// let text = Text::parse("drop table orders;")?;
    /// let dangers = lint(&text.script(), &Model::default(), &LintOptions::default());
    /// assert_eq!(dangers[0].1.rule, Rule::DropTable);
    /// # Ok::<(), schema_kit::migrate::TextError>(())
    /// ```
    pub fn script(&self) -> Vec<ScriptStatement<'_>> {
        let statements = self.statements.iter();
        statements
            .map(|statement| ScriptStatement {
                sql: &statement.sql,
                transaction: (!statement.outside && !statement.batches).then_some(statement.part),
            })
            .collect()
    }

    /// The checksums of the statements.
    pub(crate) fn checksums(&self) -> Vec<Vec<u8>> {
        self.statements
            .iter()
            .map(|statement| statement.checksum.to_vec())
            .collect()
    }
}

/// The statements so far, and how the next one runs.
struct Split<'a> {
    sql: &'a str,
    text: Text,
    outside: bool,
    batches: bool,
    part: usize,
    /// The rules that the next statement may break.
    allowed: Vec<Rule>,
}

impl Split<'_> {
    /// Adds the statement of a range of tokens, if it has one.
    fn push(&mut self, tokens: &[Token<'_>], range: Range<usize>) {
        let code = |i: &usize| tokens[*i].is_code();
        let first = range.clone().find(code);
        for i in range.clone() {
            let before = i.checked_sub(1).map(|before| &tokens[before]);
            if let Some(mark) = mark(&tokens[i]) {
                let line = tokens[i].line;
                let is_alone = before.is_none_or(|before| before.text.contains('\n'))
                    && first.is_none_or(|first| i < first);
                self.mark(mark, line, is_alone);
            }
        }
        let (Some(first), Some(last)) = (first, range.rev().find(code)) else {
            return;
        };
        let tokens = &tokens[first..=last];
        self.text.statements.push(Statement {
            sql: self.sql[tokens[0].start..tokens[tokens.len() - 1].end()].to_owned(),
            line: tokens[0].line,
            outside: self.outside,
            batches: self.batches,
            part: self.part,
            checksum: statement::checksum(tokens),
            allowed: mem::take(&mut self.allowed),
            kind: StatementKind::of(tokens),
        });
    }

    fn mark(&mut self, mark: &str, line: usize, is_alone: bool) {
        let before = self.text.statements.len();
        if let (Some(rules), true) = (mark.strip_prefix("allow "), is_alone) {
            for code in rules.split(',').map(str::trim) {
                if let Some(rule) = Rule::from_code(code) {
                    self.allowed.push(rule);
                } else {
                    let rule = code.to_owned();
                    let problem = TextError::UnknownRule { rule, line };
                    self.text.problems.push((before, problem));
                }
            }
            return;
        }
        match mark {
            _ if !is_alone => {
                let problem = TextError::MisplacedMark { line };
                self.text.problems.push((before, problem));
            }
            "transaction" => (self.outside, self.batches) = (false, false),
            "outside" => (self.outside, self.batches) = (true, false),
            "batches" => (self.outside, self.batches) = (false, true),
            _ if let Some(squashed) = Squashed::parse(mark, before) => {
                (self.outside, self.batches) = (false, false);
                self.allowed.clear();
                self.text.squashed.push(squashed);
            }
            _ => {
                let mark = mark.to_owned();
                let problem = TextError::UnknownMark { mark, line };
                self.text.problems.push((before, problem));
            }
        }
        self.part += 1;
    }
}

/// Returns the word of a mark.
fn mark<'a>(token: &Token<'a>) -> Option<&'a str> {
    if token.kind != TokenKind::Comment {
        return None;
    }
    let comment = token.text.strip_prefix("--")?.trim_start();
    Some(comment.strip_prefix("schema:")?.trim())
}

/// Returns true if a semicolon ends the statement. It does not within parentheses or in a body `begin atomic … end`.
#[derive(Default)]
struct Nesting {
    parentheses: usize,
    blocks: usize,
    statement: Beginning,
}

/// The first words of a statement.
#[derive(Default, Clone, Copy, PartialEq)]
enum Beginning {
    #[default]
    Nothing,
    /// `create`, also with `or replace`.
    Create,
    /// `create function` or `create procedure`, whose body may be SQL.
    Routine,
    Other,
}

impl Nesting {
    const fn is_outermost(&self) -> bool {
        self.parentheses == 0 && self.blocks == 0
    }

    fn read(&mut self, token: &Token<'_>) {
        match token.kind {
            TokenKind::Open => self.parentheses += 1,
            TokenKind::Close => self.parentheses = self.parentheses.saturating_sub(1),
            TokenKind::Word => self.read_word(token),
            _ => {}
        }
    }

    fn read_word(&mut self, token: &Token<'_>) {
        self.statement = match self.statement {
            Beginning::Nothing if token.is("create") => Beginning::Create,
            Beginning::Create if token.is("or") || token.is("replace") => Beginning::Create,
            Beginning::Create if token.is("function") || token.is("procedure") => {
                Beginning::Routine
            }
            Beginning::Routine => Beginning::Routine,
            _ => Beginning::Other,
        };
        if self.statement != Beginning::Routine || self.parentheses > 0 {
            return;
        }
        if token.is("begin") || (self.blocks > 0 && token.is("case")) {
            self.blocks += 1;
        } else if token.is("end") {
            self.blocks = self.blocks.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests;
