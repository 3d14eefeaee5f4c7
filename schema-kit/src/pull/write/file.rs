//! The whole file.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::model::Model;

use super::attribute::push;
use super::{Writer, objects, table, types, view};
use crate::pull::{LeftOut, PullOptions};

/// Writes the source of a module.
pub(in crate::pull) fn file(model: &Model, left_out: &[LeftOut], options: PullOptions) -> String {
    let writer = Writer::new(model, options);
    let imports = imports(&writer);
    let mut source = header(&writer, &imports, left_out);
    for (module, names) in &imports {
        let names: Vec<&str> = names.iter().copied().collect();
        match &names[..] {
            [name] => push(&mut source, format!("use {module}::{name};\n")),
            names => push(
                &mut source,
                format!("use {module}::{{{}}};\n", names.join(", ")),
            ),
        }
    }
    types::write(&writer, &mut source);
    for one in model.tables.iter().filter(|one| one.partition_of.is_none()) {
        source.push('\n');
        table::write(&writer, one, &mut source);
    }
    for one in &model.views {
        source.push('\n');
        view::write(&writer, one, &mut source);
    }
    let with = objects::write(model, &mut source);
    schema(&writer, with, &mut source);
    source
}

/// Modules and the names that are imported from them.
type Imports = BTreeMap<&'static str, BTreeSet<&'static str>>;

fn imports(writer: &Writer<'_>) -> Imports {
    let mut imports = Imports::new();
    imports.insert("schema_core::prelude", BTreeSet::from(["*"]));
    let columns = writer.model.tables.iter().flat_map(|table| &table.columns);
    let columns = columns.map(|column| &column.data_type);
    let fields = writer.model.composites.iter().flat_map(|def| &def.fields);
    let fields = fields.chain(writer.model.views.iter().flat_map(|view| &view.fields));
    let fields = fields.map(|field| &field.data_type);
    let bases = writer.model.domains.iter().map(|def| &def.base);
    for data_type in columns.chain(fields).chain(bases) {
        for (module, name) in writer
            .rust_type(data_type)
            .into_iter()
            .flat_map(|one| one.imports)
        {
            imports.entry(module).or_default().insert(name);
        }
    }
    imports
}

/// Tells which crates the source needs, and what is left out.
fn header(writer: &Writer<'_>, imports: &Imports, left_out: &[LeftOut]) -> String {
    let mut source = String::from(
        "//! Tables of a database, written by `pull`.\n//!\n//! They need in `Cargo.toml`:\n//!\n\
         //! ```toml\n//! [dependencies]\n",
    );
    for line in dependencies(writer, imports) {
        push(&mut source, format!("//! {line}\n"));
    }
    source.push_str("//! ```\n\n");
    if !left_out.is_empty() {
        source.push_str("// Left out:\n");
        for one in left_out {
            let line = one.to_string();
            push(
                &mut source,
                format!("// * {}\n", line.replace(['\n', '\r'], " ")),
            );
        }
        source.push('\n');
    }
    source
}

fn dependencies(writer: &Writer<'_>, imports: &Imports) -> Vec<String> {
    let mut features = Vec::new();
    let mut lines = Vec::new();
    let crates = [
        ("bigdecimal", "bigdecimal = \"0.4\""),
        ("bit_vec", "bit-vec = \"0.8\""),
        ("chrono", "chrono = \"0.4\""),
        ("rust_decimal", "rust_decimal = \"1\""),
        ("time", "time = \"0.3\""),
        ("uuid", "uuid = \"1\""),
    ];
    for (module, line) in crates {
        if imports.contains_key(module) {
            lines.push(line.to_owned());
            features.push(match module {
                "bit_vec" => "bit-vec",
                other => other,
            });
        }
    }
    // These are on by default.
    features.retain(|feature| !["chrono", "uuid"].contains(feature));
    let columns = writer.model.tables.iter().flat_map(|table| &table.columns);
    let columns = columns.map(|column| &column.data_type);
    let fields = writer.model.views.iter().flat_map(|view| &view.fields);
    let types = columns.chain(fields.map(|field| &field.data_type));
    let mut types = types.map(|data_type| data_type.name.name.as_str());
    if types.any(|name| matches!(name, "json" | "jsonb")) {
        lines.push("serde_json = \"1\"".to_owned());
    }
    let features: Vec<String> = features.iter().map(|one| format!("\"{one}\"")).collect();
    let core = if features.is_empty() {
        "schema-core = \"0.1\"".to_owned()
    } else {
        let features = features.join(", ");
        format!("schema-core = {{ version = \"0.1\", features = [{features}] }}")
    };
    lines.push(core);
    lines.sort();
    lines
}

fn schema(writer: &Writer<'_>, with: bool, source: &mut String) {
    let tables = writer.model.tables.iter();
    let tables = tables.filter(|table| table.partition_of.is_none());
    let views = writer.model.views.iter().map(|view| &view.name);
    let names = tables.map(|table| &table.name).chain(views);
    let names: Vec<&str> = names.map(|name| writer.names.of(name)).collect();
    let (beside, below) = if with {
        (".with(OBJECTS)", "\n    .with(OBJECTS)")
    } else {
        ("", "")
    };
    let one_line = format!("    schema![{}]{beside}\n", names.join(", "));
    let list = if one_line.len() <= 100 {
        one_line
    } else {
        let names: Vec<String> = names
            .iter()
            .map(|name| format!("        {name},\n"))
            .collect();
        format!("    schema![\n{}    ]{below}\n", names.concat())
    };
    source.push_str("\n/// All tables of this file.\npub fn schema() -> Schema {\n");
    source.push_str(&list);
    source.push_str("}\n");
}
