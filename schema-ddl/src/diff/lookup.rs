//! Objects by the names that a text mentions.

use std::collections::HashMap;

use super::ids;
use crate::model::{DataType, Model, Name, ObjectId, Table};
use crate::sql::tokens::{Token, tokens};

/// The objects of a model by their short names.
pub(super) struct Lookup<'a> {
    relations: HashMap<&'a str, Vec<ObjectId>>,
    types: HashMap<&'a str, Vec<ObjectId>>,
    routines: HashMap<&'a str, Vec<ObjectId>>,
    sequences: HashMap<&'a str, Vec<ObjectId>>,
    tables: HashMap<&'a Name, &'a Table>,
}

/// The objects that a text mentions.
#[derive(Default)]
pub(super) struct Mentions {
    /// Tables, views, types, functions and sequences.
    pub(super) objects: Vec<ObjectId>,
    /// All words and names.
    words: Vec<String>,
    /// True if it reads all columns.
    star: bool,
}

impl Mentions {
    /// Returns the columns of a table that the text may read.
    pub(super) fn columns(&self, table: &Table) -> Vec<ObjectId> {
        let columns = table.columns.iter();
        columns
            .filter(|column| self.star || self.words.binary_search(&column.name).is_ok())
            .map(|column| ids::column(&table.name, &column.name))
            .collect()
    }
}

impl<'a> Lookup<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        let mut this = Self {
            relations: HashMap::new(),
            types: HashMap::new(),
            routines: HashMap::new(),
            sequences: HashMap::new(),
            tables: model.tables.iter().map(|one| (&one.name, one)).collect(),
        };
        for def in &model.tables {
            add(&mut this.relations, &def.name, ids::table(&def.name));
        }
        for def in &model.views {
            add(&mut this.relations, &def.name, ids::view(def));
        }
        for def in &model.enums {
            add(&mut this.types, &def.name, ids::enumeration(def));
        }
        for def in &model.domains {
            add(&mut this.types, &def.name, ids::domain(def));
        }
        for def in &model.composites {
            add(&mut this.types, &def.name, ids::composite(def));
        }
        for def in &model.routines {
            add(&mut this.routines, &def.name, ids::routine(def));
        }
        for def in &model.sequences {
            add(&mut this.sequences, &def.name, ids::sequence(def));
        }
        this
    }

    /// Returns the table with this name.
    pub(super) fn table(&self, name: &Name) -> Option<&'a Table> {
        self.tables.get(name).copied()
    }

    /// Returns the tables and views with this name.
    pub(super) fn relations(&self, name: &Name) -> Vec<ObjectId> {
        find(&self.relations, name.schema.as_deref(), &name.name).collect()
    }

    /// Returns the objects that a type of the schema can be: also a table or a view, whose rows have a type.
    pub(super) fn data_type(&self, data_type: &DataType) -> Vec<ObjectId> {
        if data_type.built_in {
            return Vec::new();
        }
        let (schema, name) = (data_type.name.schema.as_deref(), &data_type.name.name);
        let types = find(&self.types, schema, name);
        types.chain(find(&self.relations, schema, name)).collect()
    }

    /// Returns what a query, a statement or an expression mentions.
    pub(super) fn mentions(&self, sql: &str) -> Mentions {
        self.read(&tokens(sql), false)
    }

    /// Returns what a part of a statement mentions.
    pub(super) fn mentions_in(&self, tokens: &[Token]) -> Mentions {
        self.read(tokens, false)
    }

    /// Returns what the arguments and the result of a routine mention, where a table is the type of its rows.
    pub(super) fn signature(&self, tokens: &[Token]) -> Mentions {
        self.read(tokens, true)
    }

    fn read(&self, tokens: &[Token], rows_are_types: bool) -> Mentions {
        let mut mentions = Mentions::default();
        let mut clauses = Clauses::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            clauses.pass(token);
            let Some(mut name) = token.word() else {
                if *token == Token::Symbol('*') {
                    mentions.star |= is_all_columns(before, tokens.get(at + 1));
                }
                if let Token::Text(text) = token
                    && names_a_sequence(&tokens[..at], &tokens[at + 1..])
                {
                    let name = DataType::parse(text).name;
                    let found = find(&self.sequences, name.schema.as_deref(), &name.name);
                    mentions.objects.extend(found);
                }
                at += 1;
                continue;
            };
            mentions.words.push(name.to_owned());
            at += 1;
            let mut schema = None;
            while let (Some(Token::Symbol('.')), Some(next)) =
                (tokens.get(at), tokens.get(at + 1).and_then(Token::word))
            {
                mentions.words.push(next.to_owned());
                (schema, name) = (Some(name), next);
                at += 2;
            }
            mentions.objects.extend(find(&self.types, schema, name));
            if tokens.get(at) == Some(&Token::Symbol('(')) {
                mentions.objects.extend(find(&self.routines, schema, name));
            }
            if rows_are_types || clauses.expects_relation(before) {
                mentions.objects.extend(find(&self.relations, schema, name));
            }
        }
        mentions.words.sort_unstable();
        mentions.objects.sort_unstable();
        mentions.objects.dedup();
        mentions
    }
}

fn add<'a>(map: &mut HashMap<&'a str, Vec<ObjectId>>, name: &'a Name, id: ObjectId) {
    map.entry(&name.name).or_default().push(id);
}

/// Finds objects by name. A name without a schema is in the first schema of the search path if that has one, else in any.
fn find(
    map: &HashMap<&str, Vec<ObjectId>>,
    schema: Option<&str>,
    name: &str,
) -> impl Iterator<Item = ObjectId> {
    let all = map.get(name).map_or(&[][..], Vec::as_slice);
    let exact: Vec<ObjectId> = all
        .iter()
        .filter(|id| id.name.schema.as_deref() == schema)
        .cloned()
        .collect();
    let others = if !exact.is_empty() {
        exact
    } else if schema.is_some() {
        // The first schema of the search path may have been written out.
        let unqualified = all.iter().filter(|id| id.name.schema.is_none());
        unqualified.cloned().collect()
    } else {
        all.to_vec()
    };
    others.into_iter()
}

/// True if `*` is not a multiplication and not in `count(*)`.
fn is_all_columns(before: Option<&Token>, after: Option<&Token>) -> bool {
    let ends_item = match after {
        None | Some(Token::Symbol(',' | ')' | ';')) => true,
        Some(after) => after.is("from"),
    };
    ends_item && before != Some(&Token::Symbol('('))
}

/// True if a string is the name of a sequence: `nextval('s')`, `'s'::regclass`.
fn names_a_sequence(before: &[Token], after: &[Token]) -> bool {
    let is_cast =
        matches!(after, [Token::Symbol(':'), Token::Symbol(':'), ty, ..] if ty.is("regclass"));
    let is_argument = matches!(before, [.., function, Token::Symbol('(')]
        if ["nextval", "currval", "setval"].iter().any(|name| function.is(name)));
    is_cast || is_argument
}

/// The clause of a query that a token is in, for each open parenthesis.
#[derive(Default)]
struct Clauses {
    current: Clause,
    outer: Vec<Clause>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Clause {
    /// Tables follow each comma.
    From,
    /// A condition of a join. A comma ends it.
    On,
    #[default]
    Other,
}

impl Clauses {
    fn pass(&mut self, token: &Token) {
        match token {
            Token::Symbol('(') => self.outer.push(self.current),
            Token::Symbol(')') => self.current = self.outer.pop().unwrap_or_default(),
            Token::Symbol(',') if self.current == Clause::On => self.current = Clause::From,
            Token::Word(word) => match word.as_str() {
                "from" | "join" | "into" | "update" | "table" | "only" | "using" => {
                    self.current = Clause::From;
                }
                "on" if self.current == Clause::From => self.current = Clause::On,
                "select" | "where" | "group" | "having" | "order" | "limit" | "offset"
                | "window" | "union" | "except" | "intersect" | "set" | "returning" | "values"
                | "when" | "fetch" => {
                    self.current = Clause::Other;
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// True if a name after this token is a table or a view.
    fn expects_relation(&self, before: Option<&Token>) -> bool {
        let Some(before) = before else {
            return false;
        };
        let starts_item = matches!(before, Token::Symbol(',' | '('))
            || ["from", "join", "into", "update", "table", "only", "using"]
                .iter()
                .any(|word| before.is(word));
        self.current == Clause::From && starts_item
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Column, Enum, Routine, RoutineKind, Sequence, SequenceOptions, View};

    fn model() -> Model {
        let columns = ["id", "total", "Note"];
        Model {
            tables: vec![
                Table {
                    columns: columns
                        .map(|name| Column::new(name, DataType::parse("bigint")))
                        .to_vec(),
                    ..Table::new(Name::new("orders"))
                },
                Table::new(Name::in_schema("clinic", "patients")),
            ],
            views: vec![View::new(Name::new("open"), String::from("select 1"))],
            enums: vec![Enum {
                name: Name::new("status"),
                labels: vec![],
                comment: None,
            }],
            routines: vec![Routine {
                name: Name::new("total"),
                arguments: String::from("bigint"),
                kind: RoutineKind::Function,
                definition: String::new(),
                uses: vec![],
                comment: None,
            }],
            sequences: vec![Sequence {
                name: Name::new("numbers"),
                data_type: DataType::parse("bigint"),
                options: SequenceOptions::default(),
                owned_by: None,
                comment: None,
            }],
            ..Model::default()
        }
    }

    #[track_caller]
    fn reads(sql: &str, expected: &[&str]) {
        let model = model();
        let lookup = Lookup::new(&model);
        let mentions = lookup.mentions(sql);
        let objects: Vec<String> = mentions.objects.iter().map(ToString::to_string).collect();
        assert_eq!(objects, expected, "{sql}");
    }

    #[test]
    fn relations_are_where_a_query_reads_tables() {
        reads("select open, total from orders o", &[r#"table "orders""#]);
        reads(
            "select 1 from a join clinic.patients on open = 1",
            &[r#"table "clinic"."patients""#],
        );
        reads(
            "select 1 from (a join patients on a.x = 1), \"open\"",
            &[r#"table "clinic"."patients""#, r#"view "open""#],
        );
        reads("select 1 from a open where orders", &[]);
        reads("select * from public.orders", &[r#"table "orders""#]);
        reads("x in (select y from orders)", &[r#"table "orders""#]);
    }

    #[test]
    fn functions_have_parentheses_and_types_are_anywhere() {
        reads("total(1)", &[r#"function "total(bigint)""#]);
        reads("total + 1", &[]);
        reads("'a'::status", &[r#"enum "status""#]);
        reads("cast(a as public.status)", &[r#"enum "status""#]);
        reads("'status' -- orders\n", &[]);
    }

    #[test]
    fn sequences_are_in_strings() {
        reads("nextval('numbers')", &[r#"sequence "numbers""#]);
        reads("f('\"numbers\"'::regclass)", &[r#"sequence "numbers""#]);
        reads("'numbers'", &[]);
    }

    #[test]
    fn columns_are_words_or_a_star() {
        let model = model();
        let lookup = Lookup::new(&model);
        let columns = |sql: &str| -> Vec<String> {
            let columns = lookup.mentions(sql).columns(&model.tables[0]);
            columns.into_iter().filter_map(|id| id.part).collect()
        };
        assert_eq!(
            columns("select o.id, \"Note\", count(*), 2 * 3 from orders o"),
            ["id", "Note"]
        );
        assert_eq!(columns("select o.* from orders o"), ["id", "total", "Note"]);
        assert_eq!(columns("select note"), Vec::<String>::new());
    }
}
