//! The size of a table's expansion.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use measurements::Place;
use syn::visit::Visit;

use super::check::prepare;
use crate::bench::{Bench, EXPANSION};
use crate::description::Description;

/// The counts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    lines: usize,
    formatted: usize,
    items: usize,
    impls: usize,
}

/// Subtracts the counts of 10 tables from those of 20, so that code outside the tables is not counted.
pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    const MORE: usize = 10;
    let mut counts = Vec::new();
    for tables in [2 * MORE, MORE] {
        prepare(bench, &Description::new(tables).without_queries())?;
        let of_all: Result<Vec<Counts>> = bench
            .apps
            .iter()
            .map(|app| Counts::of(&app.expand()?))
            .collect();
        counts.push(of_all?);
    }
    let names: Vec<&str> = bench.apps.iter().map(crate::app::App::name).collect();
    for ((name, twice), once) in names.into_iter().zip(&counts[0]).zip(&counts[1]) {
        for (row, unit, all, base) in [
            ("lines", "lines", twice.lines, once.lines),
            ("lines, formatted", "lines", twice.formatted, once.formatted),
            ("items", "items", twice.items, once.items),
            ("impls", "impls", twice.impls, once.impls),
        ] {
            #[expect(clippy::cast_precision_loss, reason = "there are thousands of lines")]
            let each = (all - base) as f64 / MORE as f64;
            bench.record_exact(Place::new(EXPANSION, row, name), unit, each);
        }
    }
    Ok(())
}

impl Counts {
    fn of(expanded: &str) -> Result<Self> {
        let mut counter = Counter::default();
        counter.visit_file(&syn::parse_file(expanded)?);
        Ok(Self {
            lines: lines(expanded),
            formatted: lines(&formatted(expanded)?),
            items: counter.items,
            impls: counter.impls,
        })
    }
}

/// Counts the non-blank lines.
fn lines(code: &str) -> usize {
    code.lines().filter(|line| !line.trim().is_empty()).count()
}

/// Formats the code with rustfmt, because the compiler prints long lines.
fn formatted(code: &str) -> Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt")?;
    let mut stdin = rustfmt.stdin.take().context("rustfmt has no input")?;
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || stdin.write_all(code.as_bytes()));
        let output = rustfmt.wait_with_output()?;
        writer
            .join()
            .map_err(|_| anyhow::anyhow!("could not write to rustfmt"))??;
        ensure!(output.status.success(), "rustfmt fails");
        Ok(String::from_utf8(output.stdout)?)
    })
}

/// Counts items, including those in modules, impls and blocks.
#[derive(Debug, Default)]
struct Counter {
    items: usize,
    impls: usize,
}

impl<'ast> Visit<'ast> for Counter {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        self.items += 1;
        self.impls += usize::from(matches!(item, syn::Item::Impl(_)));
        syn::visit::visit_item(self, item);
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        self.items += 1;
        syn::visit::visit_impl_item(self, item);
    }

    fn visit_trait_item(&mut self, item: &'ast syn::TraitItem) {
        self.items += 1;
        syn::visit::visit_trait_item(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn items_in_items_count() -> anyhow::Result<()> {
        let code =
            "const _: () = { impl S { fn f() {} const C: u8 = 1; } };\n\nmod m { fn g() {} }\n";
        let counts = Counts::of(code)?;
        assert_eq!((counts.lines, counts.items, counts.impls), (2, 6, 1));
        Ok(())
    }
}
