//! Reads the expression of a check constraint, as it is written or as the server prints it.

use schema_ddl::sql::lexer::{self, Token, TokenKind};

/// An expression without its casts and parentheses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::seed) enum Expression {
    /// A column.
    Column(String),
    /// A string or a number.
    Constant(String),
    /// NULL.
    Null,
    /// The current time or day.
    Now,
    /// A function, or an operator that is no comparison.
    Call(String, Vec<Self>),
    /// `array[…]`
    Array(Vec<Self>),
    /// `a = b`, `a ~ b`
    Binary(String, Box<(Self, Self)>),
    /// `a = any (b)`, `a in (b, c)`
    Any(Box<(Self, Self)>),
    /// `a is null`
    IsNull(Box<Self>),
    /// `not a`
    Not(Box<Self>),
    /// `a and b`
    And(Vec<Self>),
    /// `a or b`
    Or(Vec<Self>),
}

/// The operators of comparisons.
const COMPARISONS: [&str; 11] = ["<>", "!=", "<=", ">=", "<", ">", "=", "~", "~*", "~~", "<@"];
/// The deepest nesting of parentheses.
const DEEPEST: usize = 60;

/// Reads an expression. Returns `None` if it contains anything else than these forms.
pub(in crate::seed) fn parse(sql: &str) -> Option<Expression> {
    let mut tokens = lexer::tokens(sql).ok()?;
    tokens.retain(Token::is_code);
    let mut parser = Parser {
        tokens,
        at: 0,
        depth: 0,
    };
    let expression = parser.or()?;
    (parser.at == parser.tokens.len()).then_some(expression)
}

struct Parser<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn is_word(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| token.is(word))
    }

    fn word(&mut self, word: &str) -> bool {
        let is = self.is_word(word);
        self.at += usize::from(is);
        is
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        let is = self.peek().is_some_and(|token| {
            !matches!(token.kind, TokenKind::Quoted | TokenKind::String) && token.text == symbol
        });
        self.at += usize::from(is);
        is
    }

    fn or(&mut self) -> Option<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut parts = vec![self.and()?];
        while self.word("or") {
            parts.push(self.and()?);
        }
        self.depth -= 1;
        Some(single(parts, Expression::Or))
    }

    fn and(&mut self) -> Option<Expression> {
        let mut parts = vec![self.not()?];
        while self.word("and") {
            parts.push(self.not()?);
        }
        Some(single(parts, Expression::And))
    }

    fn not(&mut self) -> Option<Expression> {
        let mut negations = 0;
        while self.word("not") {
            negations += 1;
        }
        let expression = self.comparison()?;
        Some(negate(expression, negations % 2 == 1))
    }

    fn comparison(&mut self) -> Option<Expression> {
        let left = self.operand()?;
        if self.word("is") {
            let negated = self.word("not");
            return match () {
                () if self.word("null") => Some(negate(is_null(left), negated)),
                () if self.word("true") => Some(negate(left, negated)),
                () if self.word("false") => Some(negate(left, !negated)),
                () => None,
            };
        }
        let negated = self.word("not");
        if self.word("between") {
            let low = self.operand()?;
            let high = self.word("and").then(|| self.operand()).flatten()?;
            let both = vec![binary(">=", left.clone(), low), binary("<=", left, high)];
            return Some(negate(Expression::And(both), negated));
        }
        if self.word("in") {
            let list = self.symbol("(").then(|| self.list(")")).flatten()?;
            return Some(negate(any(left, Expression::Array(list)), negated));
        }
        for (word, operator) in [("like", "~~"), ("ilike", "~~*")] {
            if self.word(word) {
                let right = self.operand()?;
                return Some(negate(binary(operator, left, right), negated));
            }
        }
        if negated {
            return None;
        }
        let Some(operator) = self.operator() else {
            return Some(left);
        };
        if operator == "=" && self.word("any") {
            let right = self.symbol("(").then(|| self.or()).flatten()?;
            return self.symbol(")").then(|| any(left, right));
        }
        if self.word("all") {
            // What the server makes of `a not in (b, c)`.
            let right = self.symbol("(").then(|| self.or()).flatten()?;
            let is_known = self.symbol(")") && operator == "<>";
            return is_known.then(|| negate(any(left, right), true));
        }
        let right = self.operand()?;
        Some(binary(&operator, left, right))
    }

    /// Reads a comparison operator.
    fn operator(&mut self) -> Option<String> {
        let token = self.peek()?;
        let operator = COMPARISONS.iter().find(|one| **one == token.text)?;
        self.at += 1;
        Some(if *operator == "!=" { "<>" } else { operator }.to_owned())
    }

    /// Reads values with operators that are no comparisons, such as `a % 2`.
    fn operand(&mut self) -> Option<Expression> {
        let mut value = self.value()?;
        while let Some(token) = self.peek() {
            let is_other = token.kind == TokenKind::Operator
                && !COMPARISONS.contains(&token.text)
                && ![",", ".", "::", ":"].contains(&token.text);
            if !is_other {
                break;
            }
            self.at += 1;
            let right = self.value()?;
            value = Expression::Call(token.text.to_owned(), vec![value, right]);
        }
        Some(value)
    }

    /// Reads a value with its casts.
    fn value(&mut self) -> Option<Expression> {
        let value = self.primary()?;
        while self.symbol("::") {
            self.data_type()?;
        }
        if self.word("collate") {
            self.name()?;
        }
        Some(value)
    }

    /// Skips a type: `character varying(20)[]`, `timestamp with time zone`.
    fn data_type(&mut self) -> Option<()> {
        self.name()?;
        for words in [
            &["varying"][..],
            &["precision"],
            &["with", "time", "zone"],
            &["without", "time", "zone"],
        ] {
            if self.is_word(words[0]) {
                self.at += words.len();
            }
        }
        if self.symbol("(") {
            while !self.symbol(")") {
                self.peek()?;
                self.at += 1;
            }
        }
        while self.symbol("[") {
            self.symbol("]").then_some(())?;
        }
        Some(())
    }

    /// Reads a name with its Postgres schema, of which it returns the last part.
    fn name(&mut self) -> Option<String> {
        loop {
            let name = self.peek()?.name()?;
            self.at += 1;
            if !self.symbol(".") {
                return Some(name);
            }
        }
    }

    /// Reads expressions until the closing bracket.
    fn list(&mut self, end: &str) -> Option<Vec<Expression>> {
        let mut list = Vec::new();
        if self.symbol(end) {
            return Some(list);
        }
        loop {
            list.push(self.or()?);
            if self.symbol(end) {
                return Some(list);
            }
            self.symbol(",").then_some(())?;
        }
    }

    fn primary(&mut self) -> Option<Expression> {
        if self.symbol("(") {
            let inner = self.or()?;
            return self.symbol(")").then_some(inner);
        }
        if self.symbol("-") {
            let number = self
                .peek()
                .filter(|token| token.kind == TokenKind::Number)?;
            self.at += 1;
            return Some(Expression::Constant(format!("-{}", number.text)));
        }
        let token = self.peek()?;
        match token.kind {
            TokenKind::String => {
                self.at += 1;
                string(token.text).map(Expression::Constant)
            }
            TokenKind::Number => {
                self.at += 1;
                Some(Expression::Constant(token.text.to_owned()))
            }
            TokenKind::Quoted | TokenKind::Word => self.named(token),
            _ => None,
        }
    }

    /// Reads what begins with a name: a keyword, a column or a function.
    fn named(&mut self, token: Token<'a>) -> Option<Expression> {
        const NOW: [&str; 4] = [
            "current_date",
            "current_timestamp",
            "localtimestamp",
            "current_time",
        ];
        if self.word("null") {
            return Some(Expression::Null);
        }
        if NOW.iter().any(|word| self.word(word)) {
            return Some(Expression::Now);
        }
        if let Some(word) = ["true", "false"].into_iter().find(|word| self.word(word)) {
            return Some(Expression::Constant(word.to_owned()));
        }
        if self.word("array") {
            return self
                .symbol("[")
                .then(|| self.list("]"))
                .flatten()
                .map(Expression::Array);
        }
        let next = self.tokens.get(self.at + 1);
        // A type before a string: `date '2026-01-01'`.
        if token.kind == TokenKind::Word && next.is_some_and(|next| next.kind == TokenKind::String)
        {
            self.at += 1;
            return self.primary();
        }
        let name = self.name()?;
        if !self.symbol("(") {
            return Some(Expression::Column(name));
        }
        let arguments = self.list(")")?;
        if arguments.is_empty() && matches!(name.as_str(), "now" | "clock_timestamp") {
            return Some(Expression::Now);
        }
        Some(Expression::Call(name, arguments))
    }
}

fn single(mut parts: Vec<Expression>, list: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        list(parts)
    }
}

fn negate(expression: Expression, negated: bool) -> Expression {
    match expression {
        Expression::Not(inner) if negated => *inner,
        expression if negated => Expression::Not(Box::new(expression)),
        expression => expression,
    }
}

fn is_null(expression: Expression) -> Expression {
    Expression::IsNull(Box::new(expression))
}

fn binary(operator: &str, left: Expression, right: Expression) -> Expression {
    Expression::Binary(operator.to_owned(), Box::new((left, right)))
}

fn any(left: Expression, right: Expression) -> Expression {
    Expression::Any(Box::new((left, right)))
}

/// Returns the contents of a string. One with a prefix, such as `E'\n'`, can have escapes; only that of quotes and
/// backslashes is known.
fn string(text: &str) -> Option<String> {
    let (escapes, text) = match text.strip_prefix(['e', 'E']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let inner = text
        .strip_prefix('\'')?
        .strip_suffix('\'')?
        .replace("''", "'");
    if !escapes {
        return Some(inner);
    }
    let plain = inner.replace("\\\\", "").replace("\\'", "");
    let is_known = !plain.contains('\\');
    is_known.then(|| inner.replace("\\'", "'").replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: &str, b: &str) {
        let parsed = parse(a);
        assert!(parsed.is_some(), "{a}");
        assert_eq!(parsed, parse(b));
    }

    #[test]
    fn what_the_server_prints_means_what_was_written() {
        same("age between 0 and 5", "((age >= 0) AND (age <= 5))");
        same(
            "status in ('a', 'b')",
            "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying(3)])::text[]))",
        );
        same("a not in ('b')", "(a <> ALL (ARRAY['b'::text]))");
        same("length(name) <= 20", "(length((name)::text) <= 20)");
        same("price > -1", "(price > ('-1'::integer)::numeric)");
        same("email like '%@%'", "((email)::text ~~ '%@%'::text)");
        same("at >= date '2026-01-01'", "(at >= '2026-01-01'::date)");
        same("at > now()", "(\"at\" > CURRENT_TIMESTAMP)");
        same("not done", "(NOT \"done\")");
        same("done is not true", "(NOT done)");
        same(
            "a <> '' or b is not null",
            "((a <> ''::text) OR (b IS NOT NULL))",
        );
        same("x.a != 'it''s'", "(a <> E'it\\'s'::text COLLATE \"C\")");
    }

    #[test]
    fn other_forms_are_not_understood() {
        for sql in [
            "a + > 2",
            "a > all (array[1])",
            "a between 1",
            "case when a then b else c end",
            "(a > 1",
            "a > 'x",
            "a not > 1",
            "exists (select 1)",
            "",
            "a > E'\\n'",
            "- a > 1",
        ] {
            assert_eq!(parse(sql), None, "{sql}");
        }
        assert_eq!(parse(&"(".repeat(100_000)), None);
    }
}
