//! `serial` columns, which become identity columns.

use std::collections::HashMap;

use schema_ddl::model::{Column, Identity, Kind, Model, Name, ObjectId, Sequence, SequenceOptions};
use schema_ddl::sql::expression::{Mention, mentions};

use super::report::Report;

/// Gives an identity to each column whose default is the next value of a sequence that belongs to it. Reports and returns
/// these sequences.
pub(super) fn replace(from: &Model, to: &mut Model, report: &mut Report) -> Vec<ObjectId> {
    let sequences = from.sequences.iter().filter_map(|one| {
        let (table, column) = one.owned_by.as_ref()?;
        Some(((table, column.as_str()), one))
    });
    let sequences: HashMap<(&Name, &str), &Sequence> = sequences.collect();
    let mut replaced = Vec::new();
    for table in &mut to.tables {
        for column in &mut table.columns {
            let sequence = sequences.get(&(&table.name, column.name.as_str()));
            let Some(sequence) = sequence.filter(|sequence| is_serial(column, sequence)) else {
                continue;
            };
            column.default = None;
            column.identity = Some(Identity {
                always: false,
                sequence: SequenceOptions::default(),
            });
            let id = ObjectId::part(Kind::Column, table.name.clone(), &*column.name);
            let reason = "a `serial` column; the field has `identity = by_default`, which a \
                          program uses in the same way";
            report.add(&id, reason);
            let has_options = sequence.options != SequenceOptions::default();
            let and = if has_options {
                " without its options"
            } else {
                ""
            };
            let reason = format!("the sequence of {id}; an identity column has its own{and}");
            let id = ObjectId::new(Kind::Sequence, sequence.name.clone());
            report.add(&id, reason);
            replaced.push(id);
        }
    }
    replaced
}

/// True for the default `nextval('orders_id_seq'::regclass)`, if the column can be an identity column.
fn is_serial(column: &Column, sequence: &Sequence) -> bool {
    let integers = ["smallint", "integer", "bigint"];
    let is_integer = column.data_type.built_in
        && !column.data_type.array
        && integers.contains(&column.data_type.name.name.as_str());
    let Some(default) = column.default.as_deref().filter(|_| is_integer) else {
        return false;
    };
    let found = mentions(default);
    let [Mention::Function(function), Mention::Text(name), rest @ ..] = &found[..] else {
        return false;
    };
    let name = name.rsplit('.').next().unwrap_or(name).trim_matches('"');
    !column.nullable
        && function == "nextval"
        && rest.iter().all(|one| matches!(one, Mention::Type(_)))
        && name == sequence.name.name
}
