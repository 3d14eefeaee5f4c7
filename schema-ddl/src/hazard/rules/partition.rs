//! Partitions.

use crate::hazard::model;
use crate::hazard::report::Report;
use crate::hazard::{LockMode, Rule};
use crate::model::{Name, Table};

/// A table becomes a partition.
pub(super) fn attach(report: &mut Report<'_>, parent: &Name, partition: &Name) {
    report.lock(parent, LockMode::ShareUpdateExclusive);
    report.lock(partition, LockMode::AccessExclusive);
    let message = format!(
        "All rows of {partition} are compared with its bound, and reads and writes of it wait."
    );
    report
        .add_table(Rule::AttachPartition, partition, message)
        .safer("Add the bound as a check before, `not valid` and then validated: it proves that no row is outside.")
        .locked(&[partition]);
    let message = format!("It fails if rows of {partition} are outside of its bound.");
    report
        .add_table(Rule::RowsOutside, partition, message)
        .safer("Count the rows outside of the bound first.");
    default_of(report, parent);
}

/// The default partition, if there is one, is searched for rows of the new one.
pub(super) fn default_of(report: &mut Report<'_>, parent: &Name) {
    let is_default = |table: &&Table| {
        let place = table.partition_of.as_ref();
        place.is_some_and(|place| place.bound.eq_ignore_ascii_case("default"))
    };
    let default = model::partitions(report.model, parent).find(is_default);
    let Some(default) = default.map(|table| table.name.clone()) else {
        return;
    };
    report.lock(&default, LockMode::AccessExclusive);
    let message = format!(
        "All rows of the default partition {default} are read, and reads and writes of it wait."
    );
    report
        .add_table(Rule::AttachPartition, &default, message)
        .safer("Add a check to the default partition before that excludes the rows of the new one.")
        .locked(&[&default]);
}

/// A partition becomes a table.
pub(super) fn detach(report: &mut Report<'_>, parent: &Name, partition: &Name, concurrently: bool) {
    if concurrently {
        report.lock(parent, LockMode::ShareUpdateExclusive);
        report.lock(partition, LockMode::AccessExclusive);
    } else {
        report.lock(parent, LockMode::AccessExclusive);
        report.lock(partition, LockMode::AccessExclusive);
        let message = format!("Reads and writes of {parent} wait as long as this waits itself.");
        report
            .add_table(Rule::DetachPartition, parent, message)
            .safer("Use `detach partition … concurrently` outside a transaction.")
            .locked(&[parent, partition]);
    }
    let message = format!("Queries of {parent} no longer see the rows of {partition}.");
    report.add_table(Rule::DroppedInUse, partition, message);
}
