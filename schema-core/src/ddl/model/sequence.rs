//! The models of sequences.

use schema_ddl::model::{DataType, Sequence, SequenceOptions};

use super::{Schema, name};
use crate::def::{Object, SequenceDef};

pub(super) fn sequences(schema: &Schema) -> Vec<Sequence> {
    let objects = schema.objects().iter();
    let sequences = objects.filter_map(|object| match object {
        Object::Sequence(def) => Some(sequence(def)),
        _ => None,
    });
    sequences.collect()
}

fn sequence(def: &SequenceDef) -> Sequence {
    let descends = def.increment.is_some_and(|increment| increment < 0);
    // What Postgres uses by default is left out, as it is when a server is read.
    let unless = |value: Option<i64>, default: i64| value.filter(|value| *value != default);
    let (min, max) = if descends {
        (i64::MIN, -1)
    } else {
        (1, i64::MAX)
    };
    let first = if descends {
        def.max.unwrap_or(max)
    } else {
        def.min.unwrap_or(min)
    };
    Sequence {
        name: name(def.schema, def.name),
        data_type: DataType::parse("bigint"),
        options: SequenceOptions {
            start: unless(def.start, first),
            increment: unless(def.increment, 1),
            min: unless(def.min, min),
            max: unless(def.max, max),
            cache: unless(def.cache, 1),
            cycle: def.cycle,
        },
        owned_by: None,
        comment: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_postgres_uses_by_default_is_left_out() {
        let def = SequenceDef::new("s").start(1).increment(1).min(1).cache(1);
        assert_eq!(sequence(&def).options, SequenceOptions::default());
        let options = sequence(&SequenceDef::new("s").increment(-1).max(-1).start(-1)).options;
        assert_eq!((options.start, options.max), (None, None));
        let options = sequence(&SequenceDef::new("s").min(5).start(5)).options;
        assert_eq!((options.start, options.min), (None, Some(5)));
    }
}
