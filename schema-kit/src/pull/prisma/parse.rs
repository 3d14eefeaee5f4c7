//! Parses a Prisma schema.

use super::ast::{Argument, Attribute, Block, Field, FieldType, Schema, Value};
use super::lexer::{Token, tokens};
use crate::pull::PullError;

/// Parses the whole schema.
pub(super) fn parse(text: &str) -> Result<Schema, PullError> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
    };
    let mut schema = Schema::default();
    loop {
        let has_docs = parser.skip_lines();
        if parser.peek().is_none() {
            return Ok(schema);
        }
        schema.blocks.push(parser.block(has_docs)?);
    }
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn line(&self) -> usize {
        let token = self.tokens.get(self.at).or(self.tokens.last());
        token.map_or(1, |(_, line)| *line)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.at += 1;
        token
    }

    fn take(&mut self, symbol: char) -> bool {
        let found = self.peek() == Some(&Token::Symbol(symbol));
        self.at += usize::from(found);
        found
    }

    fn error<T>(&self, expected: &str) -> Result<T, PullError> {
        let found = match self.peek() {
            None => "the end of the file".to_owned(),
            Some(Token::End) => "the end of the line".to_owned(),
            Some(Token::Word(text) | Token::Number(text)) => format!("`{text}`"),
            Some(Token::Text(text)) => format!("`{text:?}`"),
            Some(Token::At(count)) => format!("`{}`", "@".repeat(*count)),
            Some(Token::Symbol(symbol)) => format!("`{symbol}`"),
            Some(Token::Docs) => "a comment".to_owned(),
        };
        let message = format!("found {found}; write {expected}");
        Err(PullError::new(self.line(), message))
    }

    fn expect(&mut self, symbol: char) -> Result<(), PullError> {
        if self.take(symbol) {
            return Ok(());
        }
        self.error(&format!("`{symbol}`"))
    }

    fn word(&mut self, expected: &str) -> Result<String, PullError> {
        match self.peek() {
            Some(Token::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                Ok(word)
            }
            _ => self.error(expected),
        }
    }

    /// Skips ends of lines and comments. Returns true if there was a `///`.
    fn skip_lines(&mut self) -> bool {
        let mut has_docs = false;
        while let Some(Token::End | Token::Docs) = self.peek() {
            has_docs |= self.peek() == Some(&Token::Docs);
            self.at += 1;
        }
        has_docs
    }

    fn block(&mut self, has_docs: bool) -> Result<Block, PullError> {
        let line = self.line();
        let keyword = self.word("`model`, `enum`, `view`, `type`, `datasource` or `generator`")?;
        let known = ["model", "enum", "view", "type", "datasource", "generator"];
        if !known.contains(&keyword.as_str()) {
            let message = format!(
                "`{keyword}` is not a kind of block; write one of {}",
                known.join(", ")
            );
            return Err(PullError::new(line, message));
        }
        let mut block = Block {
            name: self.word("a name")?,
            keyword,
            line,
            has_docs,
            fields: Vec::new(),
            attributes: Vec::new(),
            settings: Vec::new(),
        };
        self.expect('{')?;
        loop {
            let has_docs = self.skip_lines();
            if self.take('}') {
                return Ok(block);
            }
            self.member(&mut block, has_docs)?;
            if !matches!(
                self.peek(),
                Some(Token::End | Token::Docs | Token::Symbol('}'))
            ) {
                return self.error("an attribute or the end of the line");
            }
        }
    }

    fn member(&mut self, block: &mut Block, has_docs: bool) -> Result<(), PullError> {
        if self.peek() == Some(&Token::At(2)) {
            let attribute = self.attribute()?;
            block.attributes.push(attribute);
            return Ok(());
        }
        let line = self.line();
        let name = self.word("a field, an attribute or `}`")?;
        if self.take('=') {
            let value = self.value()?;
            block.settings.push((name, value));
            return Ok(());
        }
        let data_type = match self.peek() {
            Some(Token::Word(_)) => Some(self.data_type()?),
            _ if block.keyword == "enum" => None,
            _ => return self.error("the type of the field"),
        };
        let mut attributes = Vec::new();
        while self.peek() == Some(&Token::At(1)) {
            attributes.push(self.attribute()?);
        }
        block.fields.push(Field {
            name,
            line,
            has_docs,
            data_type,
            attributes,
        });
        Ok(())
    }

    fn data_type(&mut self) -> Result<FieldType, PullError> {
        let mut name = self.word("a type")?;
        let is_unsupported = name == "Unsupported";
        if is_unsupported {
            self.expect('(')?;
            match self.next() {
                Some(Token::Text(text)) => name = text,
                _ => return self.error("`Unsupported(\"type\")`"),
            }
            self.expect(')')?;
        }
        let list = self.take('[');
        if list {
            self.expect(']')?;
        }
        let optional = self.take('?');
        Ok(FieldType {
            name,
            is_unsupported,
            optional,
            list,
        })
    }

    fn attribute(&mut self) -> Result<Attribute, PullError> {
        let line = self.line();
        self.at += 1;
        let name = self.word("the name of an attribute")?;
        let arguments = if self.take('(') {
            self.arguments(')')?
        } else {
            Vec::new()
        };
        Ok(Attribute {
            name,
            line,
            arguments,
        })
    }

    /// Parses what follows an opening parenthesis or bracket, over several lines.
    fn arguments(&mut self, end: char) -> Result<Vec<Argument>, PullError> {
        let mut arguments = Vec::new();
        loop {
            self.skip_lines();
            if self.take(end) {
                return Ok(arguments);
            }
            let next = self.tokens.get(self.at + 1).map(|(token, _)| token);
            let name = match (self.peek(), next) {
                (Some(Token::Word(word)), Some(Token::Symbol(':'))) => {
                    let word = word.clone();
                    self.at += 2;
                    self.skip_lines();
                    Some(word)
                }
                _ => None,
            };
            let value = self.value()?;
            arguments.push(Argument { name, value });
            self.skip_lines();
            if !self.take(',') && self.peek() != Some(&Token::Symbol(end)) {
                return self.error(&format!("`,` or `{end}`"));
            }
        }
    }

    fn value(&mut self) -> Result<Value, PullError> {
        match self.peek().cloned() {
            Some(Token::Text(text)) => {
                self.at += 1;
                Ok(Value::Text(text))
            }
            Some(Token::Number(number)) => {
                self.at += 1;
                Ok(Value::Number(number))
            }
            Some(Token::Word(word)) => {
                self.at += 1;
                if self.take('(') {
                    Ok(Value::Call(word, self.arguments(')')?))
                } else {
                    Ok(Value::Word(word))
                }
            }
            Some(Token::Symbol('[')) => {
                self.at += 1;
                let list = self.arguments(']')?;
                Ok(Value::List(list.into_iter().map(|one| one.value).collect()))
            }
            _ => self.error("a value"),
        }
    }
}
