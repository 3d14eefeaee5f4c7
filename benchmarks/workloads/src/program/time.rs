//! Measures wall time. The caller runs several drivers in turns.

use std::io::{self, BufRead as _, Write as _};
use std::time::{Duration, Instant};

use super::repeat::{Inputs, repeat};
use super::{Single, runtime};
use crate::{Error, Result, Workload};

pub(super) fn run<D: Single>(url: &str, workload: Workload) -> Result<()> {
    let runtime = runtime()?;
    let mut driver = runtime.block_on(D::connect(url))?;
    let mut done = 0;
    turns(|repetitions| {
        let inputs = Inputs::new(workload, done, repetitions)?;
        done += repetitions;
        runtime.block_on(async {
            driver.begin().await?;
            let began = Instant::now();
            repeat(&mut driver, workload, inputs).await?;
            let time = began.elapsed();
            driver.commit().await?;
            Ok::<_, Error>(time)
        })
    })
}

/// For each number on standard input, runs that many repetitions and prints how many nanoseconds they take.
pub(crate) fn turns(mut run: impl FnMut(u32) -> Result<Duration>) -> Result<()> {
    for line in io::stdin().lock().lines() {
        let time = run(line?.trim().parse()?)?;
        println!("{}", time.as_nanos());
        io::stdout().flush()?;
    }
    Ok(())
}
