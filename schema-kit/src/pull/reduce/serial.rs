//! `serial` columns, which become identity columns.

use std::collections::HashMap;

use schema_ddl::model::{Column, Identity, Kind, Model, Name, Sequence, SequenceOptions};
use schema_ddl::sql::expression::{Mention, mentions};

use super::report::Report;

/// Gives an identity to each column whose default is the next value of a sequence, and reports all sequences.
pub(super) fn replace(from: &Model, to: &mut Model, report: &mut Report) {
    let sequences = from.sequences.iter();
    let sequences: HashMap<&str, &Sequence> =
        sequences.map(|one| (one.name.name.as_str(), one)).collect();
    let mut replaced: HashMap<&Name, String> = HashMap::new();
    for table in &mut to.tables {
        for column in &mut table.columns {
            if let Some(sequence) = sequence_of(column, &sequences) {
                let options = sequence.options != SequenceOptions::default();
                column.default = None;
                column.identity = Some(Identity {
                    always: false,
                    sequence: SequenceOptions::default(),
                });
                let reason = "a `serial` column; the field has `identity = by_default`, which a \
                              program uses in the same way";
                report.part(Kind::Column, &table.name, &column.name, reason);
                let and = if options { " without its options" } else { "" };
                let reason = format!(
                    "the sequence of {}; an identity column has its own{and}",
                    schema_ddl::model::ObjectId::part(
                        Kind::Column,
                        table.name.clone(),
                        &column.name
                    )
                );
                replaced.insert(&sequence.name, reason);
            }
        }
    }
    for sequence in &from.sequences {
        let reason = replaced.remove(&sequence.name);
        let reason = reason.unwrap_or_else(|| "sequences are not attributes".into());
        report.object(Kind::Sequence, &sequence.name, reason);
    }
}

/// Returns the sequence in `nextval('orders_id_seq'::regclass)`, if the column can be an identity column.
fn sequence_of<'a>(
    column: &Column,
    sequences: &HashMap<&str, &'a Sequence>,
) -> Option<&'a Sequence> {
    let integers = ["smallint", "integer", "bigint"];
    let is_integer = column.data_type.built_in
        && !column.data_type.array
        && integers.contains(&column.data_type.name.name.as_str());
    if column.nullable || !is_integer {
        return None;
    }
    let found = mentions(column.default.as_deref()?);
    let [Mention::Function(function), Mention::Text(name), ..] = &found[..] else {
        return None;
    };
    if function != "nextval"
        || found
            .iter()
            .skip(2)
            .any(|one| !matches!(one, Mention::Type(_)))
    {
        return None;
    }
    let name = name.rsplit('.').next()?.trim_matches('"');
    sequences.get(name).copied()
}
