//! The size of a constant text, before it is rendered.

use std::marker::PhantomData;

use super::constant::{DISTINCT, LONGEST, ORDER_BY};
use super::parameter::at;
use super::path::{ON, SUBQUERY};
use super::scan::Gate;
use super::{Fragment, Path, SentAs, Token, place_of_type};
use crate::def::same;

/// The largest number of shared parameters in a constant text.
const MAX_SHARED: usize = 8;

/// The largest number of joins that the columns of a constant text add.
const MAX_PATHS: usize = 8;

/// The size of a text, and the numbers of its shared parameters.
pub(super) struct Size {
    pub(super) length: usize,
    pub(super) parameters: usize,
    /// The length of their types, or 0 if they do not fit.
    pub(super) types: usize,
    shared: [(u64, usize); MAX_SHARED],
    pub(super) shared_count: usize,
    pub(super) overflow: bool,
    distinct: bool,
    pub(super) repeats: bool,
    gate: Gate,
    /// The joins that columns add, each with the number of its `select`.
    paths: [Option<(u16, &'static Path)>; MAX_PATHS],
    path_count: usize,
}

/// The size of a query's text. It is a constant, so that the compiler walks over the tokens only once.
pub(super) struct Measured<Q>(PhantomData<Q>);

impl<Q: Fragment> Measured<Q> {
    pub(super) const SIZE: Size = {
        let mut size = Size {
            length: 0,
            parameters: 0,
            types: 0,
            shared: [(0, 0); MAX_SHARED],
            shared_count: 0,
            overflow: false,
            distinct: false,
            repeats: false,
            gate: Gate::NEW,
            paths: [None; MAX_PATHS],
            path_count: 0,
        };
        size.tokens(Q::TOKENS);
        if size.length + size.types > LONGEST {
            size.types = 0;
        }
        size
    };
}

impl Size {
    const fn tokens(&mut self, tokens: &[Token]) {
        let mut i = 0;
        while i < tokens.len() {
            match tokens[i] {
                Token::Text(text) => {
                    self.length += text.len();
                    if self.distinct && same(text, ORDER_BY) {
                        self.repeats = true;
                    }
                }
                Token::SelectDistinct => {
                    self.length += DISTINCT.len();
                    self.distinct = true;
                }
                Token::Parameter(data_type) => self.parameter(data_type),
                Token::Shared(place, data_type) => self.shared(place, data_type),
                Token::Sub(inner) => self.tokens(inner),
                Token::Name(name) => self.name(name),
                Token::Column(source, name) => {
                    self.tokens(source);
                    self.length += ".".len();
                    self.name(name);
                }
                Token::Names(prefix, names) => {
                    let mut j = 0;
                    while j < names.len() {
                        self.length += separator(j).len();
                        self.tokens(prefix);
                        self.name(names[j]);
                        j += 1;
                    }
                }
                Token::Casts(names, table) => {
                    let mut j = 0;
                    while j < names.len() {
                        self.length += separator(j).len();
                        self.name(names[j]);
                        if let Some((name, brackets)) = table.cast(names[j]) {
                            self.length += "::".len() + name.len() + brackets.len();
                        }
                        j += 1;
                    }
                }
                Token::List(parts) => {
                    let mut j = 0;
                    while j < parts.len() {
                        self.length += separator(j).len();
                        self.tokens(parts[j]);
                        j += 1;
                    }
                }
                Token::Params(types) => {
                    let mut j = 0;
                    while j < types.len() {
                        self.length += separator(j).len();
                        self.parameter(types[j]);
                        j += 1;
                    }
                }
                Token::Values(count, types) => {
                    let mut j = 0;
                    while j < count {
                        self.length += separator(j).len();
                        self.parameter(at(types, j));
                        j += 1;
                    }
                }
                Token::Number(number) => self.length += digits(number) as usize,
                Token::Select(scan, joins, inner) => {
                    let around = self.gate.enter(scan, joins);
                    let first = self.path_count;
                    self.tokens(inner);
                    self.joins(first);
                    self.gate.leave(around);
                }
                Token::Joined(outer) => self.gate.join(outer),
                Token::FromStart => self.gate.start_from(),
                Token::FromEnd => self.gate.end_from(),
                Token::Path(path, columns) => {
                    let mut j = 0;
                    while j < columns.len() {
                        self.length += separator(j).len();
                        self.path(path, columns[j]);
                        j += 1;
                    }
                }
                Token::ConditionStart(or) => {
                    let [gate, and, open] = self.gate.start(or);
                    self.length += gate.len() + and.len() + open.len();
                }
                Token::ConditionEnd => self.length += self.gate.end().len(),
                Token::AfterWhere => {
                    let [before, gate] = self.gate.rest();
                    self.length += before.len() + gate.len();
                }
            }
            i += 1;
        }
    }

    /// Adds a column of a path's row.
    const fn path(&mut self, path: &'static Path, column: &str) {
        self.name(path.name);
        self.length += ".".len();
        self.name(column);
        if self.gate.adds_joins() {
            self.add_path(path);
        } else {
            let mut i = 0;
            while i < SUBQUERY.len() {
                self.length += SUBQUERY[i].len();
                i += 1;
            }
            self.tokens(path.from);
            self.condition(path);
        }
    }

    /// Adds the condition that finds a path's row.
    const fn condition(&mut self, path: &Path) {
        self.name(path.name);
        self.length += ".".len();
        self.name(path.column);
        self.length += " = ".len();
        self.tokens(path.key);
    }

    /// Notes a join that this `select` needs, and before it those that lead to it.
    const fn add_path(&mut self, path: &'static Path) {
        if let Some(parent) = path.parent {
            self.add_path(parent);
        }
        let mut i = 0;
        while i < self.path_count {
            if let Some((select, other)) = self.paths[i]
                && select == self.gate.number
                && same(other.name, path.name)
            {
                return;
            }
            i += 1;
        }
        if self.path_count == MAX_PATHS {
            self.overflow = true;
        } else {
            self.paths[self.path_count] = Some((self.gate.number, path));
            self.path_count += 1;
        }
    }

    /// Adds the joins of this `select`, which are noted at index `first` and later.
    const fn joins(&mut self, first: usize) {
        let mut i = first;
        while i < self.path_count {
            if let Some(path) = self.join_of(i, self.gate.number) {
                self.length += path.keyword(self.gate.has_outer_join()).len() + ON.len();
                self.tokens(path.from);
                self.condition(path);
            }
            i += 1;
        }
    }

    /// Returns the join at an index, if the `select` with this number has it.
    pub(super) const fn join_of(&self, index: usize, number: u16) -> Option<&'static Path> {
        if index < self.path_count
            && let Some((select, path)) = self.paths[index]
            && select == number
        {
            Some(path)
        } else {
            None
        }
    }

    /// The number of all joins that columns add.
    pub(super) const fn joins_added(&self) -> usize {
        self.path_count
    }

    const fn name(&mut self, name: &str) {
        self.length += name.len() + 2;
    }

    const fn parameter(&mut self, data_type: SentAs) {
        self.parameters += 1;
        self.types += data_type.size as usize;
        self.number(self.parameters);
    }

    const fn shared(&mut self, place: u64, data_type: SentAs) {
        let place = place_of_type(place, data_type.name);
        if let Some(number) = self.number_of(place) {
            self.number(number);
        } else {
            self.parameter(data_type);
            if self.shared_count == MAX_SHARED {
                self.overflow = true;
            } else {
                self.shared[self.shared_count] = (place, self.parameters);
                self.shared_count += 1;
            }
        }
    }

    pub(super) const fn number_of(&self, place: u64) -> Option<usize> {
        let mut i = 0;
        while i < self.shared_count {
            if self.shared[i].0 == place {
                return Some(self.shared[i].1);
            }
            i += 1;
        }
        None
    }

    /// Adds the length of `$` and a number.
    const fn number(&mut self, number: usize) {
        self.length += 1 + digits(number) as usize;
    }
}

/// The number of digits of a number.
pub(super) const fn digits(number: usize) -> u32 {
    match number.checked_ilog10() {
        Some(digits) => digits + 1,
        None => 1,
    }
}

/// The text before the `i`th item of a list.
pub(super) const fn separator(i: usize) -> &'static str {
    if i > 0 { ", " } else { "" }
}
