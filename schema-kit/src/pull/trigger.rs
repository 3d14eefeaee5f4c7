//! The parts of a trigger, as the server prints them.

use schema_ddl::sql::lexer::{Token, TokenKind, tokens};

/// A trigger in the words of `#[trigger(…)]`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// True if it fires before the change.
    pub(super) before: bool,
    /// The changes, with the columns of `update of`.
    pub(super) events: Vec<(String, Vec<String>)>,
    /// True if it fires for each row.
    pub(super) for_each_row: bool,
    /// The condition.
    pub(super) when: Option<String>,
    /// The call of the function.
    pub(super) execute: String,
}

/// Takes a statement `create trigger …` apart, or returns what the attribute has no word for.
pub(super) fn parts(definition: &str) -> Result<Parts, String> {
    let all = tokens(definition).map_err(|error| error.to_string())?;
    let mut reader = Reader {
        sql: definition,
        tokens: all.into_iter().filter(Token::is_code).collect(),
        at: 0,
    };
    reader.trigger()
}

struct Reader<'a> {
    sql: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn trigger(&mut self) -> Result<Parts, String> {
        self.word("create")?;
        if self.skip("constraint") {
            return Err("`#[trigger]` creates no constraint triggers".into());
        }
        self.word("trigger")?;
        self.name()?;
        let before = self.skip("before");
        if !before {
            self.word("after")?;
        }
        let events = self.events()?;
        self.name()?;
        while self.skip_symbol(".") {
            self.name()?;
        }
        if self.skip("referencing") {
            return Err("`#[trigger]` has no `referencing`".into());
        }
        self.word("for")?;
        self.word("each")?;
        let for_each_row = self.skip("row");
        if !for_each_row {
            self.word("statement")?;
        }
        let when = if self.skip("when") {
            Some(self.in_parentheses()?)
        } else {
            None
        };
        self.word("execute")?;
        if !self.skip("function") {
            self.word("procedure")?;
        }
        let start = self.next()?.start;
        Ok(Parts {
            before,
            events,
            for_each_row,
            when,
            execute: self.sql.get(start..).unwrap_or_default().to_owned(),
        })
    }

    /// Reads the changes and the word `on`.
    fn events(&mut self) -> Result<Vec<(String, Vec<String>)>, String> {
        let mut events = Vec::new();
        loop {
            let event = self.name()?;
            let mut columns = Vec::new();
            if self.skip("of") {
                columns.push(self.name()?);
                while self.skip_symbol(",") {
                    columns.push(self.name()?);
                }
            }
            events.push((event, columns));
            if !self.skip("or") {
                self.word("on")?;
                return Ok(events);
            }
        }
    }

    /// Reads a text in parentheses, and returns it without them.
    fn in_parentheses(&mut self) -> Result<String, String> {
        let open = self.next()?;
        let mut depth = 1_usize;
        loop {
            let token = self.next()?;
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let text = self.sql.get(open.end()..token.start);
                return Ok(text.unwrap_or_default().to_owned());
            }
        }
    }

    fn next(&mut self) -> Result<Token<'a>, String> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        token.ok_or_else(|| "its definition has another form than usual".into())
    }

    fn name(&mut self) -> Result<String, String> {
        let token = self.next()?;
        token.name().ok_or_else(|| unexpected(&token))
    }

    fn word(&mut self, word: &str) -> Result<(), String> {
        let token = self.next()?;
        if token.is(word) {
            Ok(())
        } else {
            Err(unexpected(&token))
        }
    }

    fn skip(&mut self, word: &str) -> bool {
        self.skip_if(|token| token.is(word))
    }

    fn skip_symbol(&mut self, symbol: &str) -> bool {
        self.skip_if(|token| token.text == symbol)
    }

    fn skip_if(&mut self, matches: impl Fn(&Token<'a>) -> bool) -> bool {
        let found = self.tokens.get(self.at).is_some_and(matches);
        self.at += usize::from(found);
        found
    }
}

fn unexpected(token: &Token<'_>) -> String {
    format!("`#[trigger]` has no `{}`", token.text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trigger_has_changes_a_level_a_condition_and_a_call() {
        let found = parts(
            "CREATE TRIGGER \"a on\" BEFORE INSERT OR UPDATE OF \"B c\", d ON public.t FOR EACH ROW \
             WHEN (((old.d IS DISTINCT FROM new.d) AND (new.e <> ')'::text))) EXECUTE FUNCTION f('x', 'y')",
        );
        let expected = Parts {
            before: true,
            events: vec![
                ("insert".into(), vec![]),
                ("update".into(), vec!["B c".into(), "d".into()]),
            ],
            for_each_row: true,
            when: Some("((old.d IS DISTINCT FROM new.d) AND (new.e <> ')'::text))".into()),
            execute: "f('x', 'y')".into(),
        };
        assert_eq!(found, Ok(expected));
    }

    #[test]
    fn a_trigger_that_the_attribute_cannot_express_has_a_reason() {
        let fails = |sql: &str, reason: &str| assert_eq!(parts(sql).unwrap_err(), reason);
        fails(
            "CREATE CONSTRAINT TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            "`#[trigger]` creates no constraint triggers",
        );
        fails(
            "CREATE TRIGGER a AFTER INSERT ON t REFERENCING NEW TABLE AS new FOR EACH STATEMENT EXECUTE FUNCTION f()",
            "`#[trigger]` has no `referencing`",
        );
        fails(
            "CREATE TRIGGER a INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            "`#[trigger]` has no `instead`",
        );
        fails(
            "CREATE TRIGGER a",
            "its definition has another form than usual",
        );
    }
}
