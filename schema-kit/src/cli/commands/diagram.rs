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

pub(super) async fn run(
    context: &Context,
    from: &str,
    format: DiagramFormat,
    output: Option<PathBuf>,
) -> Result<Outcome, Failure> {
    let scope = source::scope(context, false, false);
    let source = Source::read(context, from, &scope).await?;
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
