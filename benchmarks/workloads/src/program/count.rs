//! Counts instructions and allocations of repetitions between two marks.

use counting_allocator::Allocated;

use super::repeat::{Inputs, repeat};
use super::{Single, runtime};
use crate::{Error, Result, Workload};

/// The name of [`counted`] for callgrind's `--toggle-collect`.
pub const COUNTED: &str = "workloads::program::count::counted*";

/// Marks the code for callgrind, which counts while this function runs.
// Not generic, so that there is a single function with a fixed name.
#[inline(never)]
pub fn counted(run: &mut dyn FnMut()) -> Allocated {
    counting_allocator::count(run).1
}

pub(super) fn run<D: Single>(url: &str, workload: Workload, repetitions: u32) -> Result<Allocated> {
    let runtime = runtime()?;
    let warm_up = workload.warm_up();
    let mut driver = runtime.block_on(async {
        let mut driver = D::connect(url).await?;
        driver.begin().await?;
        let inputs = Inputs::new(workload, 0, warm_up)?;
        repeat(&mut driver, workload, inputs).await?;
        Ok::<_, Error>(driver)
    })?;

    let mut inputs = Some(Inputs::new(workload, warm_up, repetitions)?);
    let mut result = Ok(());
    let allocated = counted(&mut || {
        if let Some(inputs) = inputs.take() {
            result = runtime.block_on(repeat(&mut driver, workload, inputs));
        }
    });
    result?;
    runtime.block_on(driver.commit())?;
    Ok(allocated)
}
