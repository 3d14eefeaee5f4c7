//! Mistakes that a person can make in the day, and the step that finds each.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use measurements::{Place, Results};

use crate::command::Tool;
use crate::measure::{Bench, RUN, is_error};
use crate::project::{self, Files};
use crate::way::Library;

/// The table of the mistakes.
pub(crate) const MISTAKES: &str = "mistakes";

const BUILD: Tool = Tool::Cargo(&["build", "--quiet", "--bin", "clinic"]);

/// A mistake.
struct Mistake {
    title: &'static str,
    /// True if the database is not changed.
    skips_migration: bool,
    schema: Made,
    sqlx: Made,
    diesel: Made,
}

/// How the mistake is made.
enum Made {
    /// The replacements: a file, a text that it contains, and another one.
    By(&'static [(&'static str, &'static str, &'static str)]),
    /// It cannot be made, because of this.
    Never(&'static str),
}

const STRUCTS: &str = "src/tables.rs";
const QUERIES: &str = "src/orders.rs";
const SQLX: &str = "migrations/20260102000000_priority.up.sql";
const DIESEL: &str = "migrations/2026-01-02-000000_priority/up.sql";
const ONCE: Made = Made::Never("it is written once");

const MISTAKES_MADE: [Mistake; 5] = [
    Mistake {
        title: "the database is not changed",
        skips_migration: true,
        schema: Made::By(&[]),
        sqlx: Made::By(&[]),
        diesel: Made::By(&[]),
    },
    Mistake {
        title: "an insert lacks a new column that it must give",
        skips_migration: false,
        schema: Made::By(&[(STRUCTS, "    #[column(default = Priority::Routine)]\n", "")]),
        sqlx: Made::By(&[(SQLX, DEFAULT, BACKFILL)]),
        diesel: Made::By(&[(DIESEL, DEFAULT, BACKFILL)]),
    },
    Mistake {
        title: "a variant has another name in the database",
        skips_migration: false,
        schema: ONCE,
        sqlx: Made::By(&[(SQLX, "'emergency'", "'emergencies'")]),
        diesel: Made::By(&[(DIESEL, "'emergency'", "'emergencies'")]),
    },
    Mistake {
        title: "a column has another type in the database",
        skips_migration: false,
        schema: ONCE,
        sqlx: Made::By(&[(SQLX, "priority priority not", "priority text not")]),
        diesel: Made::By(&[(DIESEL, "priority priority not", "priority text not")]),
    },
    // What else uses the field is adapted, so that only the query is wrong.
    Mistake {
        title: "a column that can be NULL is read as one that cannot",
        skips_migration: false,
        schema: ONCE,
        sqlx: Made::By(&[
            (STRUCTS, OPTIONAL, REQUIRED),
            (
                QUERIES,
                "ai_analysis: None",
                "ai_analysis: Json(Analysis { summary: String::new(), confidence: 0.0 })",
            ),
        ]),
        diesel: Made::By(&[
            (STRUCTS, OPTIONAL, REQUIRED),
            (
                QUERIES,
                "ai_analysis: None",
                "ai_analysis: Json::new(Analysis { summary: String::new(), confidence: 0.0 })",
            ),
            (
                QUERIES,
                "order.ai_analysis.as_ref()",
                "Some(&order.ai_analysis)",
            ),
        ]),
    },
];

/// A text of the struct of an order. Other structs have no field before it.
const OPTIONAL: &str =
    "created_at: DateTime<Utc>,\n    pub(crate) ai_analysis: Option<Json<Analysis>>";
const REQUIRED: &str = "created_at: DateTime<Utc>,\n    pub(crate) ai_analysis: Json<Analysis>";
const DEFAULT: &str = "priority priority not null default 'routine';";
const BACKFILL: &str = "priority priority;
update medical_orders set priority = 'routine';
alter table medical_orders alter column priority set not null;";

impl Bench {
    /// Makes each mistake with each library, and records the step that finds it.
    pub(crate) async fn make_mistakes(&mut self, results: &mut Results) -> Result<()> {
        for mistake in &MISTAKES_MADE {
            for library in Library::ALL {
                let made = match library {
                    Library::Schema => &mistake.schema,
                    Library::Sqlx => &mistake.sqlx,
                    Library::Diesel => &mistake.diesel,
                };
                let found = match made {
                    Made::Never(why) => format!("cannot be made: {why}"),
                    Made::By(changes) => self.found(mistake, library, changes).await?,
                };
                let place = Place::new(MISTAKES, mistake.title, library.name());
                results.put_note(place, &found);
            }
        }
        Ok(())
    }

    async fn found(
        &mut self,
        mistake: &Mistake,
        library: Library,
        changes: &[(&str, &str, &str)],
    ) -> Result<String> {
        let url = self.restore(library, &Files::new()).await?;
        let project = self.project(library)?;
        let mut edit = project::layer(library, "after")?;
        for (file, find, with) in changes {
            let text = edit.get_mut(Path::new(file));
            let text = text.with_context(|| format!("there is no file {file}"))?;
            ensure!(text.contains(find), "{file} does not contain `{find}`");
            *text = text.replace(find, with);
        }
        project.write(&edit)?;
        let migrate = (!mistake.skips_migration).then_some((library.migrate(), "by the migration"));
        let build = (BUILD, "when it is compiled");
        // The command line of this library is a part of the program; those of the others are not.
        let mut steps = if library == Library::Schema {
            vec![Some(build), migrate]
        } else {
            vec![migrate, Some(build)]
        };
        steps.push(Some((RUN, "when it runs")));
        for (tool, when) in steps.into_iter().flatten() {
            let run = tool.run(&project.directory, &url)?;
            if !run.success {
                let is_message = |line: &&str| is_error(line) || line.starts_with("Error");
                let line = run.stderr.lines().find(is_message);
                let line = line.context("the failed step prints no error")?;
                eprintln!("{}, {}: {when}: {line}", mistake.title, library.name());
                return Ok(when.to_owned());
            }
        }
        Ok("not found".to_owned())
    }
}
