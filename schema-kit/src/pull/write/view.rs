//! The structs of views.

use schema_ddl::model::View;

use super::attribute::{self, pair, push};
use super::constraint::Defaults;
use super::field::{self, OnFields};
use super::index::{self, parameter};
use super::objects::raw;
use super::{Writer, comment};
use crate::pull::view::as_table;

/// Writes a view as a struct.
pub(super) fn write(writer: &Writer<'_>, view: &View, source: &mut String) {
    let table = as_table(view);
    let defaults = Defaults::new(&table);
    let on_fields = OnFields::new(&table, &defaults);
    comment::write(source, table.comment.as_deref(), "");
    attribute::write(source, "", "view", &items(view));
    for one in &table.indexes {
        if index::of_column(one, &defaults).is_none() {
            let items = index::items(writer, &table, one, &defaults);
            attribute::write(source, "", "index", &items);
        }
    }
    source.push_str("#[derive(Debug, Clone)]\n");
    let name = writer.names.of(&table.name);
    push(source, format!("pub struct {name} {{\n"));
    for column in &table.columns {
        field::write(writer, &table, column, &on_fields, source);
    }
    source.push_str("}\n");
}

fn items(view: &View) -> Vec<String> {
    let mut items = vec![pair("name", &view.name.name)];
    let schema = view.name.schema.as_deref();
    items.extend(schema.map(|schema| pair("schema", schema)));
    let options = view.options.iter();
    if view.materialized {
        items.push("materialized".to_owned());
        let with: Vec<String> = options.map(|(key, value)| parameter(key, value)).collect();
        if !with.is_empty() {
            items.push(format!("with({})", with.join(", ")));
        }
    } else {
        items.extend(options.map(|(key, value)| match key.as_str() {
            "check_option" => format!("check_option = {value}"),
            flag => flag.to_owned(),
        }));
    }
    items.push(format!("sql = {}", raw(&view.query)));
    items
}
