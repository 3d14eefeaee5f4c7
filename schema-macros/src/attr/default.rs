//! `default = <Rust expression>` and `default = sql("…")` of `#[column]`.

use syn::parse::ParseStream;
use syn::{Expr, ExprLit, Ident, Lit, LitStr};

use super::value::{SQL_CALL, equals, sql_text};

/// The value that the database stores if an insert omits the column.
pub(crate) enum DefaultValue {
    /// A Rust expression; the compiler checks it against the column's type.
    Value(Box<Expr>),
    /// An SQL expression.
    Sql(LitStr),
}

impl DefaultValue {
    pub(crate) fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "0")?;
        let value: Expr = input.parse()?;
        let Expr::Call(call) = &value else {
            return Ok(Self::Value(Box::new(value)));
        };
        if !matches!(&*call.func, Expr::Path(function) if function.path.is_ident("sql")) {
            return Ok(Self::Value(Box::new(value)));
        }
        let mut arguments = call.args.iter();
        match (arguments.next(), arguments.next()) {
            (
                Some(Expr::Lit(ExprLit {
                    lit: Lit::Str(literal),
                    ..
                })),
                None,
            ) => sql_text(literal.clone(), "default").map(Self::Sql),
            _ => Err(syn::Error::new_spanned(call, SQL_CALL)),
        }
    }
}
