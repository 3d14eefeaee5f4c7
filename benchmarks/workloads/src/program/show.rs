//! Prints the rows of a workload, for comparison with other drivers.

use super::repeat::show;
use super::{Single, runtime};
use crate::{Result, Workload};

pub(super) fn run<D: Single>(url: &str, workload: Workload) -> Result<()> {
    runtime()?.block_on(async {
        let mut driver = D::connect(url).await?;
        let mut text = String::new();
        driver.begin().await?;
        show(&mut driver, workload, &mut text).await?;
        driver.commit().await?;
        println!("{text}");
        Ok(())
    })
}
