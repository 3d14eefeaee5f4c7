//! Repeats a workload.

use std::hint::black_box;

use super::Single;
use crate::input::{self, DIMENSIONS, NewItem, NewUser};
use crate::workload::ROWS;
use crate::{Kind, Result, Workload};

/// The agent whose documents are searched.
pub(super) const AGENT: &str = "triage";
/// The lower limit of the quantity of listed items.
pub(super) const QUANTITY: i32 = 100;

/// The inputs of the repetitions, created before the measurement.
pub(super) enum Inputs {
    /// A number of repetitions without input.
    Nothing(u32),
    Keys(Vec<i64>),
    Changes(Vec<(i64, i32, String)>),
    Item(Vec<NewItem>),
    Items(Vec<Vec<NewItem>>),
    Users(Vec<Vec<NewUser>>),
    Vectors(Vec<[f32; DIMENSIONS]>),
}

impl Inputs {
    /// Creates the inputs of the repetitions from `from` on.
    pub(super) fn new(workload: Workload, from: u32, repetitions: u32) -> Result<Self> {
        let numbers = from..from + repetitions;
        let key = |i: u32| i64::from(i % ROWS) + 1;
        Ok(match workload.kind {
            Kind::Find => Self::Keys(numbers.map(key).collect()),
            Kind::Update => Self::Changes(numbers.map(key).map(change).collect()),
            Kind::InsertOne => Self::Item(numbers.map(input::item).collect()),
            Kind::InsertMany => Self::Items(numbers.map(|_| input::items(workload.rows)).collect()),
            Kind::InsertUsers => {
                Self::Users(numbers.map(|_| input::users(workload.rows)).collect())
            }
            Kind::Nearest => {
                let skip = usize::try_from(from)?;
                let queries = input::queries()?.into_iter().cycle().skip(skip);
                Self::Vectors(queries.take(usize::try_from(repetitions)?).collect())
            }
            _ => Self::Nothing(repetitions),
        })
    }
}

/// Writes the existing values, so that later reads of the table are not affected.
fn change(key: i64) -> (i64, i32, String) {
    let quantity = i32::try_from(key % 1_000).unwrap_or_default();
    let description = format!("The description of item number {key}, which is a bit longer");
    (key, quantity, description)
}

/// Runs one repetition for each input.
pub(super) async fn repeat<D: Single>(
    driver: &mut D,
    workload: Workload,
    inputs: Inputs,
) -> Result<()> {
    match inputs {
        Inputs::Nothing(repetitions) => read(driver, workload, repetitions).await?,
        Inputs::Keys(keys) => {
            for key in keys {
                black_box(driver.find(key).await?);
            }
        }
        Inputs::Changes(changes) => {
            for (key, quantity, description) in changes {
                driver.update(key, quantity, description).await?;
            }
        }
        Inputs::Item(items) => {
            for item in items {
                black_box(driver.insert_one(item).await?);
            }
        }
        Inputs::Items(repetitions) => {
            for items in repetitions {
                driver.insert_many(items).await?;
            }
        }
        Inputs::Users(repetitions) => {
            for users in repetitions {
                driver.insert_users(users).await?;
            }
        }
        Inputs::Vectors(queries) => {
            for query in queries {
                black_box(driver.nearest(&query).await?);
            }
        }
    }
    Ok(())
}

async fn read<D: Single>(driver: &mut D, workload: Workload, repetitions: u32) -> Result<()> {
    match workload.kind {
        Kind::Trivial => {
            for _ in 0..repetitions {
                black_box(driver.trivial().await?);
            }
        }
        Kind::Medium => {
            for _ in 0..repetitions {
                black_box(driver.medium().await?);
            }
        }
        Kind::Associations => {
            for _ in 0..repetitions {
                black_box(driver.associations().await?);
            }
        }
        Kind::Items => {
            for _ in 0..repetitions {
                black_box(driver.items().await?);
            }
        }
        Kind::List => {
            for _ in 0..repetitions {
                black_box(driver.list(QUANTITY).await?);
            }
        }
        Kind::Json => {
            for _ in 0..repetitions {
                black_box(driver.json(AGENT).await?);
            }
        }
        kind => return Err(format!("`{}` needs an input", kind.name()).into()),
    }
    Ok(())
}

/// Runs the workload once and appends the rows.
pub(super) async fn show<D: Single>(
    driver: &mut D,
    workload: Workload,
    text: &mut String,
) -> Result<()> {
    use crate::Shown as _;

    match Inputs::new(workload, 6, 1)? {
        Inputs::Keys(keys) => {
            for key in keys {
                driver.find(key).await?.show(text);
            }
        }
        Inputs::Vectors(queries) => {
            for query in queries {
                driver.nearest(&query).await?.show(text);
            }
        }
        Inputs::Nothing(_) => match workload.kind {
            Kind::Trivial => driver.trivial().await?.show(text),
            Kind::Medium => driver.medium().await?.show(text),
            Kind::Associations => driver.associations().await?.show(text),
            Kind::Items => driver.items().await?.show(text),
            Kind::List => driver.list(QUANTITY).await?.show(text),
            _ => driver.json(AGENT).await?.show(text),
        },
        Inputs::Changes(_) => driver.update(7, -1, "changed".to_owned()).await?,
        // The effect of these is checked in the table.
        inputs => repeat(driver, workload, inputs).await?,
    }
    Ok(())
}
