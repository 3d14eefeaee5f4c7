//! Makes the rows of one table.

use std::collections::BTreeMap;

use fake::RngExt as _;
use schema_ddl::model::{Model, Name, Table};

use super::check::Order;
use super::columns::{From, Slot};
use super::keys::Filler;
use super::partition::{self, Place};
use super::source::Source;
use super::unique::Unique;
use super::{Random, SeedError, resolve};

/// How often a row is made again if its values exist already.
const ATTEMPTS: u32 = 1000;
/// The number of attempts after which unique columns of any type receive a different value for each row.
const RANDOM_ATTEMPTS: u32 = 3;
/// The share of NULLs in unique columns.
const NULLS: f64 = 0.1;

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) values: Vec<Option<String>>,
    /// The places of unique constraints, and the row's keys in them.
    pub(super) keys: Vec<(usize, String)>,
    /// The number of rows that the server refused in this place.
    pub(super) refused: u32,
}

/// Makes rows.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) table: Name,
    slots: Vec<Slot>,
    pub(super) fillers: Vec<Filler>,
    /// Each referencing column of a row that references itself, and the referenced one.
    itself: Vec<(usize, usize)>,
    /// The numbers of sequences, by the place of the column.
    sequences: BTreeMap<usize, std::vec::IntoIter<String>>,
    uniques: Vec<(Unique, Vec<usize>)>,
    orders: Vec<(usize, usize, bool)>,
    places: Vec<Place>,
    pub(super) random: Random,
    pub(super) number: u64,
}

impl Rows {
    /// Finds the restrictions of a table.
    pub(super) fn new(
        model: &Model,
        table: &Table,
        mut slots: Vec<Slot>,
        random: Random,
    ) -> Result<Self, SeedError> {
        let place_of = |slots: &[Slot], name: &str| slots.iter().position(|slot| slot.name == name);
        let mut sources: Vec<Source> = slots
            .iter()
            .filter_map(|slot| match &slot.from {
                From::Source(source) => Some((**source).clone()),
                _ => None,
            })
            .collect();
        let orders = resolve::apply_checks(&table.checks, &mut sources);
        let places = partition::places(model, table, &sources)
            .ok_or_else(|| partition::missing(&table.name))?;
        for source in sources {
            let slot = slots.iter_mut().find(|slot| slot.name == source.name);
            if let Some(slot) = slot {
                slot.from = From::Source(Box::new(source));
            }
        }
        let order = |order: Order| {
            let small = place_of(&slots, &order.small)?;
            Some((small, place_of(&slots, &order.large)?, order.or_equal))
        };
        let orders = orders.into_iter().filter_map(order).collect();
        // If the server makes one of the columns, it is unique by itself.
        let uniques = Unique::of(table).into_iter().filter_map(|unique| {
            let columns = unique.columns.iter().map(|name| place_of(&slots, name));
            let columns = columns.collect::<Option<Vec<usize>>>()?;
            Some((unique, columns))
        });
        Ok(Self {
            table: table.name.clone(),
            uniques: uniques.collect(),
            slots,
            fillers: Vec::new(),
            itself: Vec::new(),
            sequences: BTreeMap::new(),
            orders,
            places,
            random,
            number: 0,
        })
    }

    /// Returns the names of the columns.
    pub(super) fn columns(&self) -> Vec<String> {
        self.slots.iter().map(|slot| slot.name.clone()).collect()
    }

    /// Returns the place of a column.
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.name == column)
    }

    /// Returns the columns whose values come from a sequence.
    pub(super) fn of_sequences(&self) -> Vec<(usize, String)> {
        let slots = self.slots.iter().enumerate();
        slots
            .filter(|(_, slot)| matches!(slot.from, From::Sequence))
            .map(|(at, slot)| (at, slot.name.clone()))
            .collect()
    }

    pub(super) fn set_sequence(&mut self, place: usize, numbers: Vec<String>) {
        self.sequences.insert(place, numbers.into_iter());
    }

    /// Lets each row reference itself.
    pub(super) fn reference_itself(&mut self, column: usize, referenced: usize) {
        self.itself.push((column, referenced));
    }

    /// True if no two rows have the same values in these columns.
    pub(super) fn is_unique(&self, places: &[usize]) -> bool {
        let mut uniques = self.uniques.iter();
        uniques.any(|(_, columns)| columns.iter().all(|place| places.contains(place)))
    }

    /// Returns the columns of unique constraints, to learn which values exist.
    pub(super) fn uniques(&mut self) -> impl Iterator<Item = &mut Unique> {
        let uniques = self.uniques.iter_mut().map(|(unique, _)| unique);
        uniques.filter(|unique| unique.is_plain())
    }

    /// Makes a row. If that is impossible, returns the unique constraint that allows no more rows.
    pub(super) fn next(&mut self) -> Result<Row, String> {
        let mut last = None;
        for attempt in 0..ATTEMPTS {
            let Some(values) = self.values(attempt) else {
                continue;
            };
            let taken = |(unique, columns): &(Unique, Vec<usize>)| {
                let key = unique.key(columns.iter().map(|at| values[*at].as_deref()))?;
                unique.is_taken(&key).then(|| unique.name.clone())
            };
            self.number += 1;
            if let Some(name) = self.uniques.iter().find_map(taken) {
                last = Some(name);
                continue;
            }
            return Ok(self.accept(values));
        }
        Err(last.unwrap_or_else(|| String::from("foreign key")))
    }

    fn accept(&mut self, mut values: Vec<Option<String>>) -> Row {
        // Only here, because the numbers are counted.
        for (place, numbers) in &mut self.sequences {
            values[*place] = numbers.next();
        }
        for (column, referenced) in &self.itself {
            let value = values[*referenced].clone();
            values[*column] = value;
        }
        let mut keys = Vec::new();
        for (at, (unique, columns)) in self.uniques.iter_mut().enumerate() {
            if let Some(key) = unique.key(columns.iter().map(|at| values[*at].as_deref())) {
                unique.take(key.clone());
                keys.push((at, key));
            }
        }
        Row {
            values,
            keys,
            refused: 0,
        }
    }

    /// Forgets a row that the server refused for another reason than its uniqueness.
    pub(super) fn forget(&mut self, row: &Row) {
        for (at, key) in &row.keys {
            self.uniques[*at].0.release(key);
        }
    }

    fn values(&mut self, attempt: u32) -> Option<Vec<Option<String>>> {
        let mut values = vec![None; self.slots.len()];
        let mut assigned = vec![false; self.slots.len()];
        let random = &mut self.random;
        for filler in &mut self.fillers {
            if !filler.fill(&mut values, &mut assigned, self.number, random) {
                // The next attempt chooses other rows.
                self.number += 1;
                return None;
            }
        }
        let place = match self.places.len() {
            0 | 1 => self.places.first(),
            count => self.places.get(random.random_range(0..count)),
        };
        for (at, slot) in self.slots.iter().enumerate() {
            let From::Source(source) = &slot.from else {
                continue;
            };
            let restricted = place.and_then(|place| place.iter().find(|one| one.name == slot.name));
            let source = restricted.unwrap_or(source);
            let mut sets = self
                .uniques
                .iter()
                .filter(|(_, columns)| columns.contains(&at));
            let is_key = sets.clone().any(|(_, columns)| columns.len() == 1);
            let is_distinct = is_key || (attempt > RANDOM_ATTEMPTS && sets.next().is_some());
            values[at] = match is_distinct {
                true if source.nullable && random.random_bool(NULLS) => None,
                true => Some(source.distinct(random, self.number, attempt > 0)),
                false => source.make(random),
            };
        }
        self.sort(&mut values);
        Some(values)
    }

    /// Exchanges the values of columns that have the wrong order.
    fn sort(&self, values: &mut [Option<String>]) {
        for (small, large, or_equal) in &self.orders {
            let (From::Source(source), From::Source(_)) =
                (&self.slots[*small].from, &self.slots[*large].from)
            else {
                continue;
            };
            let ticks = |value: &Option<String>| source.unit()?.parse(value.as_deref()?);
            let (Some((a, _)), Some((b, _))) = (ticks(&values[*small]), ticks(&values[*large]))
            else {
                continue;
            };
            if a > b {
                values.swap(*small, *large);
            } else if a == b
                && !or_equal
                && let Some(unit) = source.unit()
            {
                values[*large] = Some(unit.format(b + 1));
            }
        }
    }
}
