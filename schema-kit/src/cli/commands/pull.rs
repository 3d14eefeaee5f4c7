//! `pull`: writes Rust structs.

use std::fs;
use std::path::{Path, PathBuf};

use schema_ddl::model::Model;
use serde_json::json;

use crate::cli::Failure;
use crate::cli::args::{DecimalArg, TimeArg};
use crate::cli::context::Context;
use crate::cli::outcome::{Outcome, Status, Text};
use crate::cli::source::Source;
use crate::introspect::{Scope, Unmodelled};
use crate::pull::{self, DecimalCrate, LeftOut, PullOptions, TimeCrate};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Pull {
    /// What to read: a URL, a snapshot file, a `.prisma` file, or a `.rs` file [default: the database]
    #[arg(long, value_name = "SOURCE")]
    pub(super) from: Option<String>,
    /// The file to write, instead of the terminal. It is not overwritten, unless with `--yes`
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The crate for dates and times
    #[arg(long, value_name = "CRATE", default_value = "chrono")]
    pub(super) time: TimeArg,
    /// The crate for `numeric`
    #[arg(long, value_name = "CRATE", default_value = "rust-decimal")]
    pub(super) decimal: DecimalArg,
}

/// The options that the arguments name.
const fn options(args: &Pull) -> PullOptions {
    PullOptions {
        time: match args.time {
            TimeArg::Chrono => TimeCrate::Chrono,
            TimeArg::Time => TimeCrate::Time,
        },
        decimal: match args.decimal {
            DecimalArg::RustDecimal => DecimalCrate::RustDecimal,
            DecimalArg::Bigdecimal => DecimalCrate::BigDecimal,
        },
    }
}

pub(super) async fn run(context: &Context, args: Pull) -> Result<Outcome, Failure> {
    let options = options(&args);
    let Pull { from, output, .. } = args;
    if let Some(path) = output
        .as_ref()
        .filter(|path| path.exists() && !context.global.yes)
    {
        let path = path.display();
        return Err(format!("`{path}` exists; pass `--yes` to overwrite it").into());
    }
    let (model, mut left_out, unmodelled) = read(context, from).await?;
    let pulled = pull::rust(&model, &options);
    left_out.extend(pulled.left_out);
    let mut text = Text::default();
    for one in &left_out {
        text.line(format_args!("left out: {one}"));
    }
    for one in &unmodelled {
        text.line(format_args!("left out: {} {}", one.kind, one.name));
    }
    let left: Vec<String> = left_out.iter().map(ToString::to_string).collect();
    let mut data = json!({ "left_out": left, "unmodelled": unmodelled });
    let Some(path) = output else {
        let mut shown = Text::from(pulled.source.clone());
        for line in String::from(text).lines() {
            shown.line(format_args!("// {line}"));
        }
        data["source"] = json!(pulled.source);
        return Ok(Outcome::new(Status::Ok, shown, data));
    };
    fs::write(&path, pulled.source)
        .map_err(|error| format!("could not write `{}`: {error}", path.display()))?;
    data["file"] = json!(path);
    text.line(format_args!("wrote {}", path.display()));
    Ok(Outcome::new(Status::Ok, text, data))
}

/// Reads a model, with what the reader itself had to leave out.
async fn read(
    context: &Context,
    from: Option<String>,
) -> Result<(Model, Vec<LeftOut>, Vec<Unmodelled>), Failure> {
    let from = match from {
        Some(from) => from,
        None => context.url("--from")?.to_owned(),
    };
    let extension = Path::new(&from).extension().and_then(|one| one.to_str());
    let parse = match extension {
        Some("prisma") => pull::prisma,
        Some("rs") => pull::diesel,
        _ => {
            let scope = Scope {
                first: context.global.schema.clone(),
                roles: true,
                grants: true,
                ..Scope::default()
            };
            return Ok(match Source::read(context, &from, &scope).await? {
                Source::Written(model) => (*model, Vec::new(), Vec::new()),
                Source::Live(live) => (live.database.model, Vec::new(), live.database.unmodelled),
            });
        }
    };
    let text =
        fs::read_to_string(&from).map_err(|error| format!("could not read `{from}`: {error}"))?;
    let (model, left_out) = parse(&text).map_err(|error| format!("`{from}`: {error}"))?;
    Ok((model, left_out, Vec::new()))
}
