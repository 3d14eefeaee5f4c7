//! The peak memory of the process, as reported by Linux.

use std::fs;

use serde::{Deserialize, Serialize};

use super::repeat::{Inputs, repeat};
use super::{Single, runtime};
use crate::{Result, Workload};

/// Peak memory in KiB.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Memory {
    /// After connecting.
    pub before: u64,
    /// After the workload.
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

/// Reads `VmHWM`: <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>.
fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let size = line.and_then(|line| line.trim().strip_suffix(" kB"));
    Ok(size.ok_or("`VmHWM` is missing")?.parse()?)
}
