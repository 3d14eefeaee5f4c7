//! `check_migrations!`: reads `schema.lock` of a folder of migrations.

mod line;

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, LitStr, Path as RustPath, Token};

pub(crate) use self::line::Line;

/// The file that `generate` writes.
const FILE: &str = "schema.lock";
/// The variable that turns the check off.
const ALLOW: &str = "SCHEMA_ALLOW_DRIFT";
const GENERATE: &str = "run `cargo run --bin schema -- generate <name>`";

/// The arguments: the path of `schema_core`, the schema, the folder.
pub(crate) struct Check {
    krate: RustPath,
    schema: Expr,
    folder: LitStr,
}

impl Parse for Check {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = input.parse()?;
        input.parse::<Token![,]>()?;
        let schema = input.parse()?;
        input.parse::<Token![,]>()?;
        let folder = input.parse()?;
        Ok(Self {
            krate,
            schema,
            folder,
        })
    }
}

impl Check {
    /// Reads the file and expands to the comparison.
    pub(crate) fn expand(&self) -> syn::Result<TokenStream> {
        let Self { krate, schema, .. } = self;
        // Lets Cargo compile again if the variable changes.
        let allow = quote!(
            const _: ::core::option::Option<&str> = ::core::option_env!(#ALLOW);
        );
        if env::var_os(ALLOW).is_some_and(|value| !value.is_empty() && value != "0") {
            return Ok(quote!(#allow const _: #krate::__private::Schema = #schema;));
        }
        let remedy = remedy();
        let path = self.path();
        let lines = read(Path::new(&path))
            .and_then(|text| parse(&text))
            .map_err(|problem| self.error(&problem, &remedy))?;
        let lines = lines.iter().map(Line::tokens);
        Ok(quote! {
            #allow
            // A thousand tables take longer than the compiler expects of a constant.
            #[allow(long_running_const_eval)]
            const _: () = {
                // Lets Cargo compile again if the file changes.
                const _: &str = ::core::include_str!(#path);
                #krate::__private::check_migrations(#schema, &[#(#lines),*], #remedy)
            };
        })
    }

    /// The file, below the folder of the package's `Cargo.toml`.
    fn path(&self) -> String {
        let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
        let path = Path::new(&package).join(self.folder.value()).join(FILE);
        path.to_string_lossy().into_owned()
    }

    fn error(&self, problem: &Problem, remedy: &str) -> syn::Error {
        let file = format!("{}/{FILE}", self.folder.value());
        let message = match problem {
            Problem::Missing => {
                format!("there is no file `{file}`; {remedy}, or correct the folder")
            }
            Problem::Unreadable(error) => format!("could not read `{file}`: {error}"),
            Problem::Conflict => format!(
                "`{file}` has a merge conflict, because two branches changed the schema; delete the files of the migration \
                 that no database has applied, and {remedy}"
            ),
            Problem::Line(number) => {
                format!("line {number} of `{file}` is damaged; delete the file, and {remedy}")
            }
        };
        syn::Error::new(self.folder.span(), message)
    }
}

/// The command that writes the file. It compiles the package, so a check that is part of its binary must be turned off.
fn remedy() -> String {
    let binary = env::var("CARGO_BIN_NAME").unwrap_or_default();
    if binary.is_empty() || binary == "schema" {
        format!("{GENERATE} with the environment variable `{ALLOW}=1`")
    } else {
        GENERATE.to_owned()
    }
}

/// The reason why the file has no lines.
#[derive(Debug, PartialEq)]
enum Problem {
    Missing,
    Unreadable(String),
    Conflict,
    Line(usize),
}

fn read(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Problem::Missing,
        _ => Problem::Unreadable(error.to_string()),
    })
}

/// Returns the objects, in the order in which the comparison looks for them.
fn parse(text: &str) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::new();
    for (i, line) in text.lines().enumerate() {
        if line.starts_with("<<<<<<<") {
            return Err(Problem::Conflict);
        }
        if line.is_empty() || line.starts_with('#') || line.starts_with("migration ") {
            continue;
        }
        lines.push(syn::parse_str(line).map_err(|_| Problem::Line(i + 1))?);
    }
    lines.sort();
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_sorted_as_the_comparison_expects() {
        let text = "# A comment.\nmigration 20260131120000\n\nview \"all_notes\" 0x04\nfunction \"touch()\" 0x03\ntype \"mood\" 0x01\n\
                    table \"clinic\".\"a\" 0x02\ntable \"b\\n\" 0xffffffffffffffff\n";
        let tokens: Vec<String> = parse(text)
            .unwrap()
            .iter()
            .map(|line| {
                line.tokens()
                    .to_string()
                    .replace(":: core :: option :: Option :: ", "")
            })
            .collect();
        assert_eq!(
            tokens,
            [
                r#"(0u8 , None , "b\n" , 18446744073709551615u64)"#,
                r#"(0u8 , Some ("clinic") , "a" , 2u64)"#,
                r#"(1u8 , None , "mood" , 1u64)"#,
                r#"(3u8 , None , "touch()" , 3u64)"#,
                r#"(7u8 , None , "all_notes" , 4u64)"#,
            ]
        );
    }

    #[test]
    fn a_damaged_file_is_a_problem() {
        for text in [
            "table notes 0x01",
            "table \"notes\"",
            "index \"notes\" 0x01",
            "table \"a\" 0x01 2",
        ] {
            assert_eq!(parse(text).err(), Some(Problem::Line(1)), "{text}");
        }
        let conflict = "<<<<<<< HEAD\nmigration 1\n=======\nmigration 2\n>>>>>>> other\n";
        assert_eq!(parse(conflict).err(), Some(Problem::Conflict));
    }
}
