//! The choices that determine a random case: drawn from a seed, recorded, and replayed when a failure is shrunk.
//!
//! A case, such as a query or a schema, is a function of a list of numbers. Each number chooses among alternatives, of which
//! the first is the simplest, and the end of the list means zeros. So a shorter list, or one with smaller numbers, is a
//! simpler case, and a failure is shrunk without knowledge of what the numbers mean.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Numbers of choices that are drawn for one case. Later choices are the simplest ones.
const LONGEST: usize = 2_000;

/// The choices of one case.
#[derive(Debug)]
pub struct Choices {
    seed: u64,
    numbers: Vec<u32>,
    next: usize,
    replayed: bool,
    postgres_18: bool,
    /// The number of compound parts that may still be chosen.
    fuel: u32,
    depth: usize,
    tree: String,
    made: Vec<(&'static str, &'static str)>,
    offered: Vec<(&'static str, &'static [&'static str])>,
}

impl Choices {
    /// Draws the choices from a seed.
    pub fn of_seed(seed: u64) -> Self {
        Self {
            seed,
            numbers: Vec::new(),
            next: 0,
            replayed: false,
            postgres_18: false,
            fuel: 0,
            depth: 0,
            tree: String::new(),
            made: Vec::new(),
            offered: Vec::new(),
        }
    }

    /// Makes these choices.
    pub fn replay(numbers: Vec<u32>) -> Self {
        Self {
            numbers,
            replayed: true,
            ..Self::of_seed(0)
        }
    }

    /// Sets how many compound parts the case may have, and whether the server is Postgres 18.
    pub fn begin(&mut self, postgres_18: bool) {
        self.postgres_18 = postgres_18;
        self.fuel = 1 + self.below(16);
    }

    /// Returns true if the server is Postgres 18 or later.
    pub const fn postgres_18(&self) -> bool {
        self.postgres_18
    }

    /// Returns a number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        let number = match self.numbers.get(self.next) {
            Some(number) => *number,
            None if self.replayed || self.next >= LONGEST => 0,
            None => {
                let number = u32::try_from(next_random(&mut self.seed) >> 40).unwrap_or(0);
                self.numbers.push(number);
                number
            }
        };
        self.next += 1;
        number % end
    }

    /// Returns an index of a slice of this length.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// Returns one of these values.
    pub fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.index(values.len())].clone()
    }

    /// Returns true in half of all cases.
    pub fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Chooses a name. The first `simple` ones contain no other part; only they are chosen after the case has grown enough.
    pub fn pick(
        &mut self,
        group: &'static str,
        names: &'static [&'static str],
        simple: usize,
    ) -> &'static str {
        self.offered.push((group, names));
        let grown = self.fuel == 0 && simple > 0;
        let index = self.index(if grown { simple } else { names.len() });
        if index >= simple {
            self.fuel = self.fuel.saturating_sub(1);
        }
        let name = names[index];
        self.made.push((group, name));
        let _ = writeln!(self.tree, "{:1$}{group}: {name}", "", self.depth * 2);
        name
    }

    /// Adds what follows below the last choice in the printed tree, until [`leave`](Self::leave).
    pub fn enter(&mut self) {
        self.depth += 1;
    }

    /// Ends what [`enter`](Self::enter) began.
    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// The choices as an indented list.
    pub fn tree(&self) -> &str {
        &self.tree
    }

    /// The numbers that were used.
    pub fn numbers(&self) -> Vec<u32> {
        let used = self.next.min(self.numbers.len());
        self.numbers[..used].to_vec()
    }
}

/// The next number of the generator `SplitMix64`.
pub fn next_random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Chooses a name and evaluates its branch. Names before the `;` contain no other part.
#[macro_export]
macro_rules! choose {
    ($choices:ident, $group:expr; $($simple:literal => $leaf:expr,)* ; $($name:literal => $branch:expr,)*) => {{
        const SIMPLE: usize = <[&str]>::len(&[$($simple),*]);
        let name = $choices.pick($group, &[$($simple,)* $($name),*], SIMPLE);
        $choices.enter();
        let result = match name {
            $($simple => $leaf,)*
            $($name => $branch,)*
            _ => unreachable!("a name that is not listed"),
        };
        $choices.leave();
        result
    }};
}

/// How often each alternative was chosen.
#[derive(Debug, Default)]
pub struct Coverage(BTreeMap<(&'static str, &'static str), usize>);

impl Coverage {
    /// Counts the choices of a case.
    pub fn add(&mut self, choices: &Choices) {
        for (group, names) in &choices.offered {
            for name in *names {
                self.0.entry((group, name)).or_default();
            }
        }
        for choice in &choices.made {
            *self.0.entry(*choice).or_default() += 1;
        }
    }

    /// The alternatives that were never chosen.
    pub fn missing(&self) -> Vec<String> {
        let missing = self.0.iter().filter(|(_, count)| **count == 0);
        missing
            .map(|((group, name), _)| format!("{group}: {name}"))
            .collect()
    }

    /// The number of alternatives.
    #[allow(clippy::len_without_is_empty, reason = "there is always one")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// A line for each group: its alternatives, and how often each was chosen.
    pub fn list(&self) -> String {
        let mut list = String::new();
        let mut current = "";
        for ((group, name), count) in &self.0 {
            if *group != current {
                let _ = write!(list, "\n{group}:");
                current = group;
            }
            let _ = write!(list, " {name} ({count}),");
        }
        list
    }
}

/// Returns the simplest choices found for which `fails` is still true: first without parts of the list, then with smaller
/// numbers.
pub async fn shrink(mut numbers: Vec<u32>, mut fails: impl AsyncFnMut(&[u32]) -> bool) -> Vec<u32> {
    let mut smaller = true;
    while smaller {
        smaller = false;
        for length in [256, 128, 64, 32, 16, 8, 4, 2, 1] {
            let mut start = 0;
            while start < numbers.len() {
                let end = (start + length).min(numbers.len());
                let mut without = numbers.clone();
                without.drain(start..end);
                let mut zeros = numbers.clone();
                zeros[start..end].fill(0);
                if fails(&without).await {
                    (numbers, smaller) = (without, true);
                } else if zeros != numbers && fails(&zeros).await {
                    (numbers, smaller) = (zeros, true);
                    start = end;
                } else {
                    start = end;
                }
            }
        }
        for i in 0..numbers.len() {
            // The numbers are taken modulo the number of alternatives, which is small.
            for number in 0..numbers[i].min(64) {
                let mut less = numbers.clone();
                less[i] = number;
                if fails(&less).await {
                    (numbers, smaller) = (less, true);
                    break;
                }
            }
        }
    }
    numbers
}
