//! `schema.lock` next to the migrations.

use super::Report;
use crate::cli::Failure;
use crate::cli::context::Context;
use crate::migrate::Lock;

/// Compares `schema.lock` with the last snapshot, and with the structs if they are like the snapshot.
pub(super) fn check(
    context: &Context,
    version: i64,
    fingerprints: Option<String>,
    report: &mut Report,
) -> Result<(), Failure> {
    let Some(lock) = Lock::read(&context.global.migrations)? else {
        report.note("there is no `schema.lock`; `generate` writes it");
        return Ok(());
    };
    match lock.version {
        Some(found) if found == version => {
            if fingerprints.is_some_and(|expected| expected != lock.fingerprints) {
                report.problem(
                    "schema.lock",
                    "`schema.lock` differs from the structs, which are like the last migration; run `generate`, which \
                     writes it again",
                );
            }
        }
        Some(found) => report.problem(
            "schema.lock",
            format!(
                "`schema.lock` is of migration {found}, but the last snapshot is of {version}; run `generate`, which \
                 writes it again"
            ),
        ),
        None => report.problem(
            "schema.lock",
            "`schema.lock` is damaged; run `generate`, which writes it again",
        ),
    }
    Ok(())
}
