//! A breakdown of the instructions of a look-up and of a row, by the parts of sqlx, schema and their dependencies.

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::{Kind, Workload};

use crate::callgrind;
use crate::drivers::{Driver, Profile};
use crate::record::Record;
use crate::server::Server;

/// The tables for a look-up and for a row.
pub(crate) const LOOK_UP: &str = "anatomy of a look-up";
pub(crate) const ROW: &str = "anatomy of a row";

/// The drivers.
const DRIVERS: [&str; 3] = ["schema", "sqlx", "sqlx floor"];

/// Assigns functions to parts by a substring of their name; the first match wins. Inlined code counts towards the
/// function it is inlined into.
const PARTS: [(&str, &[&str]); 11] = [
    (
        "sqlx: streams, futures, spans",
        &[
            "async_stream",
            "fuse::Fuse",
            "tracing",
            "try_stream",
            "futures_",
        ],
    ),
    (
        "sqlx: logger, and the clock",
        &["logger", "Timespec", "Instant", "clock_gettime"],
    ),
    (
        "sqlx: statement cache",
        &[
            "statement_cache",
            "foldhash",
            "hashlink",
            "::resolve::",
            "hashbrown",
        ],
    ),
    (
        "sqlx: reading values, checked",
        &[
            "Row::try_get",
            "row::PgRow",
            "PgValueRef",
            "PgTypeInfo",
            "type_info",
            "types::Type<",
            "decode::Decode<",
            "int_decode",
        ],
    ),
    (
        "sqlx: messages and parameters written",
        &[
            "FrontendMessage",
            "EncodeMessage",
            "put_name",
            "WriteBuffer",
            "socket::Write",
            "buffered::BufferedSocket",
            "try_write",
            "rguments",
            "encode::Encode",
        ],
    ),
    (
        "sqlx: messages read",
        &[
            "BackendMessage",
            "ReceivedMessage",
            "CommandComplete",
            "PgStream",
            "ReadBuffer",
            "socket::Read",
            "try_read",
            "bytes::",
            "atoi",
            "memchr",
        ],
    ),
    (
        "ours, and the program",
        &["schema_core", "driver_", "workloads"],
    ),
    ("sqlx: the rest", &["sqlx_"]),
    (
        "tokio: waiting for the answer",
        &["tokio", "mio::", "LocalKey"],
    ),
    (
        "allocator, copying",
        &[
            "alloc",
            "free",
            "unlink_chunk",
            "_rust_",
            "RawVec",
            "memcpy",
            "memmove",
        ],
    ),
    ("text and dates", &["from_utf8", "chrono"]),
];
const REST: &str = "the rest";

/// Counts by function and adds up by part.
pub(crate) fn measure(server: &Server, drivers: &[Driver], record: &mut Record) -> Result<()> {
    for (table, kind) in [(LOOK_UP, Kind::Find), (ROW, Kind::Items)] {
        let rows = kind.sizes().first().copied().unwrap_or(1);
        let workload = Workload { kind, rows };
        let url = server.url_through_proxy(workload)?;
        for driver in drivers.iter().filter(|it| DRIVERS.contains(&it.name)) {
            eprintln!("{table}, {}", driver.name);
            let repetitions = workload.repetitions();
            let arguments = [&url, &workload.to_string(), &repetitions.to_string()];
            let program = driver.executable(Profile::Release)?;
            let functions = callgrind::functions(&program, &arguments.map(String::as_str))
                .with_context(|| driver.name)?;
            let units = f64::from(repetitions * kind.units());
            let parts = PARTS.iter().map(|(part, _)| *part).chain([REST]);
            for part in parts {
                let of_part = functions.iter().filter(|(name, _)| part_of(name) == part);
                let instructions = of_part.map(|(_, instructions)| instructions).sum::<f64>() + 0.0;
                let place = Place {
                    table,
                    row: part,
                    x: None,
                    driver: driver.name,
                };
                record.add(place, "instructions", Sample::exact(instructions / units));
            }
        }
    }
    Ok(())
}

fn part_of(function: &str) -> &'static str {
    let part = PARTS
        .iter()
        .find(|(_, names)| names.iter().any(|name| function.contains(name)));
    part.map_or(REST, |(part, _)| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_fits() {
        let function = "<sqlx_core::ext::async_stream::TryAsyncStream<T> as Stream>::poll_next";
        assert_eq!(part_of(function), "sqlx: streams, futures, spans");
        assert_eq!(part_of("_int_malloc"), "allocator, copying");
        assert_eq!(
            part_of("schema_core::row::reader::RowReader::value"),
            "ours, and the program"
        );
        assert_eq!(part_of("recv"), REST);
    }
}
