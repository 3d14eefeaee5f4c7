//! `diagram`: draws the tables.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::Failure;
use crate::cli::args::DiagramFormat;
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status};
use crate::cli::source::{self, Source};
use crate::diagram;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Diagram {
    /// What to draw: a URL of a database, a snapshot file, `migrations` or `structs`
    #[arg(long, value_name = "SOURCE", default_value = "structs")]
    pub(super) from: String,
    /// `mermaid`, or `svg`
    #[arg(long, value_name = "FORMAT", default_value = "mermaid")]
    pub(super) format: DiagramFormat,
    /// The file to write, instead of the terminal
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

pub(super) async fn run(context: &Context, args: Diagram) -> Result<Outcome, Failure> {
    let Diagram {
        from,
        format,
        output,
    } = args;
    let scope = source::scope(context, false, false);
    let source = Source::read(context, &from, &scope).await?;
    let drawing = match format {
        DiagramFormat::Mermaid => diagram::mermaid(source.model()),
        DiagramFormat::Svg => diagram::svg(source.model()),
    };
    let Some(path) = output else {
        let data = json!({ "diagram": drawing });
        return Ok(Outcome::new(Status::Ok, drawing, data));
    };
    fs::write(&path, drawing)
        .map_err(|error| format!("could not write `{}`: {error}", path.display()))?;
    let path = path.display().to_string();
    Ok(Outcome::new(
        Status::Ok,
        format!("wrote {path}\n"),
        json!({ "file": path }),
    ))
}
