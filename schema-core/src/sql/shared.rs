//! Values that a statement contains several times and sends once.

use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::postgres::PgArgumentBuffer;

/// A shared value: the place in the program that made it, and a number among the values made there.
///
/// The text of a statement is a constant, so it can number shared parameters only by the place. If a statement contains
/// two values that were made at the same place, it is written at run time instead, and numbers them by value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shared {
    place: u64,
    value: u64,
}

impl Shared {
    /// Creates a new value at a place.
    pub fn new(place: u64) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            place,
            value: NEXT.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// The value of a place, for tests that compare the two renderings.
    pub(super) const fn at(place: u64) -> Self {
        Self { place, value: 0 }
    }

    /// The same value, sent as another type: it has a number of its own.
    #[must_use]
    pub const fn sent_as(self, data_type: &str) -> Self {
        Self {
            place: place_of_type(self.place, data_type),
            value: self.value,
        }
    }
}

/// A place in the program, as a number: the FNV-1a hash of its file, line and column.
pub const fn place(file: &str, line: u32, column: u32) -> u64 {
    let hash = place_of_type(0xcbf2_9ce4_8422_2325, file);
    let hash = (hash ^ line as u64).wrapping_mul(PRIME);
    (hash ^ column as u64).wrapping_mul(PRIME)
}

const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The place of a value that is sent as a type.
pub(super) const fn place_of_type(place: u64, data_type: &str) -> u64 {
    let bytes = data_type.as_bytes();
    let mut hash = place;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(PRIME);
        i += 1;
    }
    hash
}

/// The shared values of a statement, with their numbers. The first one needs no allocation.
#[derive(Debug)]
pub(super) struct SharedValues {
    first: Option<(Shared, usize)>,
    /// In one box, so that most statements initialize and drop only one word.
    rest: Option<Box<Rest>>,
    by_value: bool,
    conflict: bool,
}

#[derive(Debug, Default)]
struct Rest {
    others: Vec<(Shared, usize)>,
    numbering: Numbering,
}

/// The numbers of parameters, if equal values have one number.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The number of each parameter, in the order of the text.
    pub(super) numbers: Vec<usize>,
    /// The types and the contents of the values, in the order of their numbers; NULL and arrays are not compared.
    pub(super) values: Vec<Option<(&'static str, PgArgumentBuffer)>>,
    /// The values as SQL, if they shall be literals.
    pub(super) literals: Option<Vec<String>>,
}

impl SharedValues {
    pub(super) const fn by_place() -> Self {
        Self::new(false)
    }

    pub(super) const fn by_value() -> Self {
        Self::new(true)
    }

    const fn new(by_value: bool) -> Self {
        Self {
            first: None,
            rest: None,
            by_value,
            conflict: false,
        }
    }

    /// Returns the number of a value that the statement already has.
    pub(super) fn number(&mut self, shared: Shared) -> Option<usize> {
        let same = |other: &&(Shared, usize)| {
            other.0.place == shared.place && (!self.by_value || other.0.value == shared.value)
        };
        let &(other, number) = self
            .first
            .iter()
            .chain(self.rest.iter().flat_map(|rest| rest.others.iter()))
            .find(same)?;
        self.conflict |= other.value != shared.value;
        Some(number)
    }

    pub(super) fn insert(&mut self, shared: Shared, number: usize) {
        if self.first.is_none() {
            self.first = Some((shared, number));
        } else {
            let rest = self.rest.get_or_insert_default();
            rest.others.push((shared, number));
        }
    }

    /// Removes the values with larger numbers.
    pub(super) fn forget_after(&mut self, last: usize) {
        if self.first.is_some_and(|(_, number)| number > last) {
            self.first = None;
        }
        if let Some(rest) = &mut self.rest {
            rest.others.retain(|&(_, number)| number <= last);
        }
    }

    /// Returns the numbers of the parameters, which are empty at first.
    pub(super) fn numbering(&mut self) -> &mut Numbering {
        &mut self.rest.get_or_insert_default().numbering
    }

    /// Returns the values as literals, if they were asked for.
    pub(super) fn into_literals(self) -> Vec<String> {
        let literals = self.rest.and_then(|rest| rest.numbering.literals);
        literals.unwrap_or_default()
    }

    pub(super) fn into_numbers(self) -> Vec<usize> {
        self.rest
            .map_or_else(Vec::new, |rest| rest.numbering.numbers)
    }

    #[inline]
    pub(super) const fn has_conflict(&self) -> bool {
        self.conflict
    }
}
