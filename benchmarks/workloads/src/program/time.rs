//! Measures wall time. The caller runs several drivers in turns.

use std::io::{self, BufRead as _, Write as _};
use std::time::Instant;

use super::repeat::{Inputs, repeat};
use super::{Single, runtime};
use crate::{Error, Result, Workload};

pub(super) fn run<D: Single>(url: &str, workload: Workload) -> Result<()> {
    let runtime = runtime()?;
    let mut driver = runtime.block_on(D::connect(url))?;
    let mut done = 0;
    for line in io::stdin().lock().lines() {
        let repetitions = line?.trim().parse()?;
        let inputs = Inputs::new(workload, done, repetitions)?;
        done += repetitions;
        let nanoseconds = runtime.block_on(async {
            driver.begin().await?;
            let began = Instant::now();
            repeat(&mut driver, workload, inputs).await?;
            let nanoseconds = began.elapsed().as_nanos();
            driver.commit().await?;
            Ok::<_, Error>(nanoseconds)
        })?;
        println!("{nanoseconds}");
        io::stdout().flush()?;
    }
    Ok(())
}
