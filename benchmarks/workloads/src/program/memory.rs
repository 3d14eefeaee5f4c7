//! The most memory that the process ever had, which Linux counts.

use std::fs;

use serde::{Deserialize, Serialize};

use super::repeat::{Inputs, repeat};
use super::{Single, runtime};
use crate::{Result, Workload};

/// In KiB.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Memory {
    /// When the driver is connected.
    pub before: u64,
    /// When the workload is done.
    pub after: u64,
}

pub(super) fn run<D: Single>(url: &str, workload: Workload) -> Result<Memory> {
    runtime()?.block_on(async {
        let mut driver = D::connect(url).await?;
        driver.begin().await?;
        let inputs = Inputs::new(workload, 0, 1)?;
        let before = peak()?;
        repeat(&mut driver, workload, inputs).await?;
        let after = peak()?;
        driver.commit().await?;
        Ok(Memory { before, after })
    })
}

/// <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>
fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let size = line.and_then(|line| line.trim().strip_suffix(" kB"));
    Ok(size.ok_or("Linux does not say `VmHWM`")?.parse()?)
}
