//! The whole schema.

use std::collections::{BTreeSet, HashMap};

use schema_ddl::model::{Enum, Extension, Model, Name, Namespace, Sequence, Table};

use super::ast::{Block, Schema, Value, find};
use super::{enumeration, many, relation, table};
use crate::pull::{LeftOut, PullError};

/// What the conversion of a model needs to know of the others, and what it produces beside tables.
pub(super) struct Context<'a> {
    pub(super) models: HashMap<&'a str, &'a Block>,
    pub(super) enums: HashMap<&'a str, Enum>,
    /// The blocks of enums, by which the values of defaults are found.
    pub(super) enum_blocks: HashMap<&'a str, &'a Block>,
    pub(super) sequences: Vec<Sequence>,
    pub(super) left_out: Vec<LeftOut>,
}

impl Context<'_> {
    pub(super) fn leave_out(&mut self, object: impl Into<String>, reason: impl Into<String>) {
        self.left_out.push(LeftOut {
            object: object.into(),
            reason: reason.into(),
        });
    }
}

/// Returns the model of the database that Prisma creates.
pub(super) fn model(schema: &Schema) -> Result<(Model, Vec<LeftOut>), PullError> {
    check_provider(schema)?;
    check_names(schema)?;
    let of = |keyword: &'static str| {
        let blocks = schema.blocks.iter();
        blocks.filter(move |block| block.keyword == keyword)
    };
    let mut context = Context {
        models: of("model")
            .map(|block| (block.name.as_str(), block))
            .collect(),
        enums: HashMap::new(),
        enum_blocks: of("enum")
            .map(|block| (block.name.as_str(), block))
            .collect(),
        sequences: Vec::new(),
        left_out: Vec::new(),
    };
    for block in of("enum") {
        let def = enumeration::enumeration(block, &mut context)?;
        context.enums.insert(&block.name, def);
    }
    let mut tables: Vec<Table> = Vec::new();
    for block in of("model") {
        tables.push(table::table(block, &mut context)?);
    }
    for (block, table) in of("model").zip(&mut tables) {
        relation::relations(block, table, &mut context)?;
    }
    let joined = many::tables(schema, &context, &tables)?;
    tables.extend(joined);
    for block in of("view") {
        let name = name(block)?;
        context.leave_out(
            format!("view {name}"),
            "a Prisma schema does not have its query",
        );
    }
    if let Some(block) = of("type").next() {
        let message = format!(
            "`type {}` is only possible with MongoDB; write a model",
            block.name
        );
        return Err(PullError::new(block.line, message));
    }
    let mut model = Model {
        extensions: extensions(schema),
        enums: of("enum")
            .filter_map(|block| context.enums.remove(block.name.as_str()))
            .collect(),
        sequences: context.sequences,
        tables,
        ..Model::default()
    };
    model.namespaces = namespaces(&model);
    context.left_out.sort();
    Ok((model, context.left_out))
}

/// Returns the name of a table or an enum in the database.
pub(super) fn name(block: &Block) -> Result<Name, PullError> {
    let text = |attribute: &str| {
        let Some(found) = find(&block.attributes, attribute) else {
            return Ok(None);
        };
        let text = found.get("name").and_then(Value::text);
        let message = || format!("`@@{attribute}` needs a name; write `@@{attribute}(\"…\")`");
        let text = text.ok_or_else(|| PullError::new(found.line, message()))?;
        Ok(Some(text.to_owned()))
    };
    Ok(Name {
        // The search path of a connection leads there.
        schema: text("schema")?.filter(|schema| schema != "public"),
        name: text("map")?.unwrap_or_else(|| block.name.clone()),
    })
}

fn check_provider(schema: &Schema) -> Result<(), PullError> {
    for block in schema
        .blocks
        .iter()
        .filter(|block| block.keyword == "datasource")
    {
        let provider = block.settings.iter().find(|(key, _)| key == "provider");
        let provider = provider.and_then(|(_, value)| value.text());
        if !matches!(provider, Some("postgresql" | "postgres" | "cockroachdb")) {
            let provider = provider.unwrap_or("none");
            let message = format!(
                "the provider is `{provider}`; only a schema with `provider = \"postgresql\"` can be pulled"
            );
            return Err(PullError::new(block.line, message));
        }
    }
    Ok(())
}

fn check_names(schema: &Schema) -> Result<(), PullError> {
    let mut seen = BTreeSet::new();
    for block in &schema.blocks {
        let is_named = !["datasource", "generator"].contains(&block.keyword.as_str());
        if is_named && !seen.insert(&block.name) {
            let message = format!("`{}` is declared twice; rename one", block.name);
            return Err(PullError::new(block.line, message));
        }
        let mut fields = BTreeSet::new();
        for field in &block.fields {
            if !fields.insert(&field.name) {
                let message = format!(
                    "`{}` has the field `{}` twice; remove one",
                    block.name, field.name
                );
                return Err(PullError::new(field.line, message));
            }
        }
    }
    Ok(())
}

/// The extensions that the data source lists.
fn extensions(schema: &Schema) -> Vec<Extension> {
    let settings = schema.blocks.iter().flat_map(|block| &block.settings);
    let lists = settings.filter(|(key, _)| key == "extensions");
    let names = lists.flat_map(|(_, value)| value.list());
    let names = names.filter_map(|value| match value {
        Value::Call(name, arguments) => {
            let mut arguments = arguments.iter();
            let map = arguments.find(|one| one.name.as_deref() == Some("map"));
            let map = map.and_then(|one| one.value.text());
            Some(map.unwrap_or(name).to_owned())
        }
        value => value.word().map(str::to_owned),
    });
    names
        .map(|name| Extension {
            name,
            version: None,
        })
        .collect()
}

fn namespaces(model: &Model) -> Vec<Namespace> {
    let tables = model.tables.iter().map(|table| &table.name);
    let enums = model.enums.iter().map(|def| &def.name);
    let names: BTreeSet<&String> = tables
        .chain(enums)
        .filter_map(|name| name.schema.as_ref())
        .collect();
    let namespaces = names.into_iter().map(|name| Namespace {
        name: name.clone(),
        comment: None,
    });
    namespaces.collect()
}
