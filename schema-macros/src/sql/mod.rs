//! PARSE and CHECK of `sql!(Type, "lower({}) = {name}", email)`.

mod text;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, LitStr, Path, Token, Type};

use self::text::{Part, split, variable};

/// The largest tuple of values that the runtime supports.
const MAX_ARGUMENTS: usize = 12;

/// SQL text with values between its pieces.
pub(crate) struct RawSql {
    /// The path of `schema_core`.
    pub(crate) krate: Path,
    /// The type of the result.
    pub(crate) ty: Type,
    /// The text around the values: one piece more than there are values.
    pub(crate) pieces: Vec<String>,
    /// The values, in the order of the text.
    pub(crate) arguments: Vec<Expr>,
}

impl Parse for RawSql {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = |error: syn::Error| {
            syn::Error::new(
                error.span(),
                "`sql!` expects a type and a string literal; write `sql!(i64, \"length({})\", value)`",
            )
        };
        let krate = crate_path(input)?;
        let ty = input.parse().map_err(usage)?;
        input.parse::<Token![,]>().map_err(usage)?;
        let text: LitStr = input.parse().map_err(usage)?;
        if !input.is_empty() {
            input.parse::<Token![,]>().map_err(usage)?;
        }
        let given = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
        Self::new(krate, ty, &text, given)
    }
}

impl RawSql {
    fn new(
        krate: Path,
        ty: Type,
        text: &LitStr,
        given: Punctuated<Expr, Token![,]>,
    ) -> syn::Result<Self> {
        let problem = |message: String| syn::Error::new(text.span(), message);
        let count = match given.len() {
            1 => "1 argument".to_owned(),
            count => format!("{count} arguments"),
        };
        let mut given = given.into_iter();
        let mut pieces = vec![];
        let mut arguments = Vec::new();
        let mut piece = String::new();
        let mut placeholders = 0;
        let mut is_short = false;
        for part in split(&text.value()).map_err(problem)? {
            match part {
                Part::Text(text) => piece.push_str(&text),
                Part::Positional => {
                    placeholders += 1;
                    pieces.push(std::mem::take(&mut piece));
                    let argument = given.next();
                    is_short |= argument.is_none();
                    arguments.extend(argument);
                }
                Part::Named(name) => {
                    pieces.push(std::mem::take(&mut piece));
                    arguments.push(variable(&name, text.span()).map_err(problem)?);
                }
            }
        }
        pieces.push(piece);
        if is_short {
            return Err(problem(format!(
                "the text has {placeholders} `{{}}` for {count}; add the missing arguments"
            )));
        }
        if let Some(surplus) = given.next() {
            let message = format!(
                "the text has {placeholders} `{{}}` for {count}; add a `{{}}` or remove this argument"
            );
            return Err(syn::Error::new_spanned(surplus, message));
        }
        if arguments.len() > MAX_ARGUMENTS {
            let message =
                format!("`sql!` accepts at most {MAX_ARGUMENTS} values; split the expression");
            return Err(syn::Error::new_spanned(arguments.last(), message));
        }
        Ok(Self {
            krate,
            ty,
            pieces,
            arguments,
        })
    }
}

/// Parses an optional leading `crate = path,`. A `macro_rules!` macro that wraps `sql!` passes `$crate` here.
fn crate_path(input: ParseStream<'_>) -> syn::Result<Path> {
    if !input.peek(Token![crate]) || !input.peek2(Token![=]) {
        return Ok(syn::parse_quote!(::schema_core));
    }
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    let path = input.call(Path::parse_mod_style)?;
    input.parse::<Token![,]>()?;
    Ok(path)
}
