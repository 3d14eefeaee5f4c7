//! SQL text that is written at run time.

use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::Arc;

use super::constant::DISTINCT;
use super::path::{ON, SUBQUERY};
use super::scan::Gate;
use super::{Path, Scan, Shared, SharedValues, Token, place_of_type};

/// The initial size of a text. Most statements are shorter.
const CAPACITY: usize = 512;

/// The size up to which a buffer is kept.
const MAX_KEPT: usize = 16 * 1024;

thread_local! {
    /// The buffer of [`SqlWriter::shared_text`].
    static BUFFER: Cell<String> = const { Cell::new(String::new()) };
}

/// The text of a statement, and the number of its parameters so far.
#[derive(Debug)]
pub struct SqlWriter {
    sql: String,
    parameters: usize,
    shared: SharedValues,
    numbers: Numbers,
    distinct: bool,
    gate: Gate,
    /// The joins that the columns of this `select` add.
    paths: Vec<&'static Path>,
    /// The number of them that are in its `from` already.
    joined_paths: usize,
}

/// The text that replaces the parameters.
#[derive(Debug, Clone)]
enum Numbers {
    /// `$1`, `$2`, …
    InOrder,
    /// These numbers.
    Given(std::vec::IntoIter<usize>),
    /// These literals.
    Literals(std::vec::IntoIter<String>),
}

impl Default for SqlWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl SqlWriter {
    /// Creates an empty text with room for most statements.
    pub fn new() -> Self {
        Self::reusing(String::with_capacity(CAPACITY))
    }

    fn reusing(sql: String) -> Self {
        Self {
            sql,
            parameters: 0,
            shared: SharedValues::by_value(),
            numbers: Numbers::InOrder,
            distinct: false,
            gate: Gate::NEW,
            paths: Vec::new(),
            joined_paths: 0,
        }
    }

    /// Creates an empty text whose parameters have these numbers, in the order of the text.
    pub fn numbered(numbers: Vec<usize>) -> Self {
        Self {
            numbers: Numbers::Given(numbers.into_iter()),
            ..Self::new()
        }
    }

    /// A writer that has a literal for each parameter.
    pub fn with_literals(literals: Vec<String>) -> Self {
        Self {
            numbers: Numbers::Literals(literals.into_iter()),
            ..Self::new()
        }
    }

    /// Returns a written text that can be cloned without a copy.
    ///
    /// It is written into a buffer that the thread keeps, so that the result is the only allocation.
    pub(crate) fn shared_text(write: impl FnOnce(&mut Self)) -> Arc<str> {
        let mut sql = Self::reusing(take_buffer());
        write(&mut sql);
        share(sql.sql)
    }

    /// Appends SQL.
    pub fn text(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    /// Appends `distinct`.
    pub fn distinct(&mut self) {
        self.distinct = true;
        self.text(DISTINCT);
    }

    /// Returns true if the text contains a `select distinct`.
    pub const fn is_distinct(&self) -> bool {
        self.distinct
    }

    /// Appends the next parameter.
    pub fn parameter(&mut self) {
        self.parameters += 1;
        let given = match &mut self.numbers {
            Numbers::InOrder => None,
            Numbers::Given(numbers) => numbers.next(),
            Numbers::Literals(literals) => {
                let literal = literals.next().unwrap_or_default();
                return self.sql.push_str(&literal);
            }
        };
        self.number(given.unwrap_or(self.parameters));
    }

    /// Appends a shared parameter: the next one, or the one that already has the value.
    pub fn shared(&mut self, shared: Shared) {
        if !matches!(self.numbers, Numbers::InOrder) {
            return self.parameter();
        }
        let number = self.shared.number(shared).unwrap_or_else(|| {
            self.parameters += 1;
            self.shared.insert(shared, self.parameters);
            self.parameters
        });
        self.number(number);
    }

    fn number(&mut self, number: usize) {
        match u8::try_from(number) {
            Ok(digit @ 1..=9) => {
                self.sql.push('$');
                self.sql.push(char::from(b'0' + digit));
            }
            _ => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.sql, "${number}");
            }
        }
    }

    /// Appends a name, quoted.
    pub fn name(&mut self, name: &str) {
        self.text("\"");
        self.text(name);
        self.text("\"");
    }

    /// Appends tokens.
    pub fn tokens(&mut self, tokens: &[Token]) {
        for token in tokens {
            match *token {
                Token::Text(text) => self.text(text),
                Token::Parameter(_) => self.parameter(),
                Token::Sub(inner) => self.tokens(inner),
                Token::Name(name) => self.name(name),
                Token::Column(source, name) => {
                    self.tokens(source);
                    self.text(".\"");
                    self.text(name);
                    self.text("\"");
                }
                Token::Names(prefix, names) => self.list(names, |sql, name| {
                    sql.tokens(prefix);
                    sql.name(name);
                }),
                ref other => self.other(other),
            }
        }
    }

    /// Appends one of the tokens of which a statement has few. Out of line, so that the others stay cheap.
    #[inline(never)]
    fn other(&mut self, token: &Token) {
        match *token {
            Token::Text(_)
            | Token::Parameter(_)
            | Token::Sub(_)
            | Token::Name(_)
            | Token::Column(..)
            | Token::Names(..) => {}
            Token::SelectDistinct => self.distinct(),
            Token::Shared(place, data_type) => {
                self.shared(Shared::at(place_of_type(place, data_type.name)));
            }
            Token::Casts(names, table) => self.list(names, |sql, name| {
                sql.name(name);
                if let Some((name, brackets)) = table.cast(name) {
                    sql.text("::");
                    sql.text(name);
                    sql.text(brackets);
                }
            }),
            Token::List(parts) => self.list(parts, |sql, part| sql.tokens(part)),
            Token::Params(types) => self.list(types, |sql, _| sql.parameter()),
            Token::Values(count, _) => self.list(0..count, |sql, _| sql.parameter()),
            Token::Number(number) => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.sql, "{number}");
            }
            Token::Select(scan, joins, inner) => self.select(scan, joins, |sql| sql.tokens(inner)),
            Token::Joined(outer) => self.gate.join(outer),
            Token::FromStart => self.from_start(),
            Token::FromEnd => self.from_end(),
            Token::Path(path, columns) => self.list(columns, |sql, column| sql.path(path, column)),
            Token::ConditionStart(or) => self.condition_start(or),
            Token::ConditionEnd => self.condition_end(),
            Token::AfterWhere => self.after_where(),
        }
    }

    /// Begins the `from` of a `select`.
    #[inline]
    pub const fn from_start(&mut self) {
        self.gate.start_from();
    }

    /// Ends the `from`, with the joins that columns add.
    #[inline]
    pub fn from_end(&mut self) {
        self.gate.end_from();
        if !self.paths.is_empty() {
            self.joins();
        }
    }

    #[cold]
    fn joins(&mut self) {
        self.joined_paths = self.paths.len();
        for i in 0..self.joined_paths {
            let path = self.paths[i];
            self.text(path.keyword(self.gate.has_outer_join()));
            self.tokens(path.from);
            self.text(ON);
            self.condition(path);
        }
    }

    /// Appends a column of a path's row.
    fn path(&mut self, path: &'static Path, column: &str) {
        if self.gate.adds_joins() {
            self.add_path(path);
            return self.column(path, column);
        }
        let [select, from, condition, end] = SUBQUERY;
        self.text(select);
        self.column(path, column);
        self.text(from);
        self.tokens(path.from);
        self.text(condition);
        self.condition(path);
        self.text(end);
    }

    fn column(&mut self, path: &Path, column: &str) {
        self.name(path.name);
        self.text(".");
        self.name(column);
    }

    /// Appends the condition that finds a path's row.
    fn condition(&mut self, path: &Path) {
        self.column(path, path.column);
        self.text(" = ");
        self.tokens(path.key);
    }

    /// Notes a join that the `select` needs, and before it those that lead to it.
    fn add_path(&mut self, path: &'static Path) {
        if let Some(parent) = path.parent {
            self.add_path(parent);
        }
        if !self.paths.iter().any(|other| other.name == path.name) {
            self.paths.push(path);
        }
    }

    /// Begins the condition of a `where`; `or` is true if it is an `or`.
    #[inline]
    pub fn condition_start(&mut self, or: bool) {
        if self.gate.pending != Scan::Plain {
            for text in self.gate.start(or) {
                self.text(text);
            }
        }
    }

    /// Ends the condition of a `where`.
    #[inline]
    pub fn condition_end(&mut self) {
        if self.gate.open {
            self.sql.push_str(self.gate.end());
        }
    }

    /// Ends the place of the `where`, whether there is one or not.
    #[inline]
    pub fn after_where(&mut self) {
        if self.gate.pending != Scan::Plain {
            for text in self.gate.rest() {
                self.text(text);
            }
        }
    }

    /// Appends a `select` that finds the nearest rows by this scan. If `joins` is true, its columns can add joins.
    ///
    /// It is written twice if a column after the `from` adds one.
    pub fn select(&mut self, scan: Scan, joins: bool, write: impl Fn(&mut Self)) {
        let around = self.gate.enter(scan, joins);
        let paths = std::mem::take(&mut self.paths);
        let joined = std::mem::take(&mut self.joined_paths);
        let (start, parameters, numbers) = (self.sql.len(), self.parameters, self.numbers.clone());
        write(self);
        if self.joined_paths < self.paths.len() {
            self.sql.truncate(start);
            self.parameters = parameters;
            self.numbers = numbers;
            self.shared.forget_after(parameters);
            self.gate = around;
            self.gate.enter(scan, joins);
            write(self);
        }
        self.paths = paths;
        self.joined_paths = joined;
        self.gate.leave(around);
    }

    /// Appends items, separated by `", "`.
    pub fn list<I: IntoIterator>(&mut self, items: I, mut write: impl FnMut(&mut Self, I::Item)) {
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            write(self, item);
        }
    }

    /// Returns the text.
    pub fn finish(self) -> String {
        self.sql
    }
}

fn take_buffer() -> String {
    // The buffer is gone while the thread ends.
    let mut buffer = BUFFER.try_with(Cell::take).unwrap_or_default();
    buffer.reserve(CAPACITY);
    buffer
}

fn share(mut buffer: String) -> Arc<str> {
    let text = Arc::from(buffer.as_str());
    if buffer.capacity() <= MAX_KEPT {
        buffer.clear();
        // Ignored while the thread ends.
        let _ = BUFFER.try_with(|kept| kept.set(buffer));
    }
    text
}
