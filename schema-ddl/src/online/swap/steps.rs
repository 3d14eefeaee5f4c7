//! The steps by which a column takes the place of another one.

use super::Swap;
use super::parts::Part;
use crate::diff::{Action, Transaction, Verb};
use crate::model::{
    Check, Column, DataType, ForeignKey, IndexOn, Kind, Model, ObjectId, swap_name, swap_object,
    swap_proof, swap_trigger,
};
use crate::online::column::{BATCH, SET_NOT_NULL, rows_to_fill};
use crate::online::constraint;
use crate::online::step::{Steps, after, run, stage};
use crate::sql::constraint::Constraint;
use crate::sql::{self, column, comment, index, quote, routine};

/// The settings of a session that conversions from and to a type depend on.
const OF_TIMES: [&str; 3] = ["timezone", "datestyle", "intervalstyle"];

/// Returns the settings that a conversion between two types depends on. All sessions shall convert alike.
pub(super) fn settings(types: [(&Model, &DataType); 2]) -> Vec<&'static str> {
    let mut settings = Vec::new();
    for (model, data_type) in types {
        let mut data_type = data_type;
        // The bound is for a model in which domains contain each other.
        for _ in 0..64 {
            let mut domains = model.domains.iter();
            match domains.find(|one| !data_type.built_in && one.name == data_type.name) {
                Some(domain) => data_type = &domain.base,
                None => break,
            }
        }
        if !data_type.built_in {
            settings.push("search_path");
            continue;
        }
        match data_type.name.name.as_str() {
            "money" => settings.push("lc_monetary"),
            "bytea" => settings.push("bytea_output"),
            "real" | "double precision" => settings.push("extra_float_digits"),
            "xml" => settings.push("xmloption"),
            "date" | "interval" => settings.extend(OF_TIMES),
            name if name.starts_with("time") => settings.extend(OF_TIMES),
            name if name.starts_with("ts") || name.starts_with("date") => {
                settings.extend(OF_TIMES);
            }
            _ => {}
        }
    }
    settings.sort_unstable();
    settings.dedup();
    settings
}

impl Swap<'_> {
    /// Returns the steps of the action that changes the type.
    pub(in crate::online) fn steps(&self, action: &Action) -> Steps {
        let id = &action.object;
        let begun = stage(id, "begun");
        let first = Action {
            requires: action.requires.clone(),
            produces: vec![begun.clone()],
            ..Action::new(Verb::Alter, id.clone(), self.begin())
        };
        let left = self.left.iter().map(|index| {
            let id = ObjectId::new(Kind::Index, index.clone());
            let drop = vec![index::drop_concurrently(index)];
            run(
                Transaction::Outside,
                Action {
                    destroys: vec![id.clone()],
                    ..after(&begun, Verb::Drop, id, drop)
                },
            )
        });
        let mut later: Vec<Action> = left.collect();
        later.extend(self.fill(&begun));
        later.extend(self.proof(id));
        later.extend(self.indexes(id));
        later.extend(self.constraints(id));
        let end = Action {
            produces: action.produces.clone(),
            destroys: action.destroys.clone(),
            releases: action.releases.clone(),
            transaction: Transaction::Alone,
            ..after(&begun, Verb::Alter, id.clone(), self.end())
        };
        later.push(end);
        Steps {
            now: vec![first],
            later,
            instead: None,
        }
    }

    /// The other column.
    fn other(&self) -> String {
        swap_name(&self.new.name)
    }

    /// Adds the other column and the trigger.
    fn begin(&self) -> Vec<String> {
        let table = &self.table.name;
        let other = Column {
            name: self.other(),
            nullable: true,
            default: None,
            ..self.new.clone()
        };
        let mut statements = Vec::new();
        if !self.is_begun {
            statements.push(column::add(table, &other));
        }
        let function = swap_object(table, &self.new.name);
        let name = quote::name(&other.name);
        let settings = self.settings.iter();
        let settings = settings.map(|one| format!(" set {one} from current"));
        // An update that only fills the row must not have the effects of other triggers.
        statements.push(format!(
            "create or replace function {function}() returns trigger language plpgsql{} as $$\nbegin\n    \
             if old.{name} is null and new.{name} is not null then\n        new := old;\n    end if;\n    \
             new.{name} := {};\n    return new;\nend\n$$",
            settings.collect::<String>(),
            self.of_new_row,
        ));
        let trigger = quote::name(&swap_trigger(&self.new.name));
        statements.push(format!(
            "create or replace trigger {trigger} before insert or update on {table} \
             for each row execute function {function}()"
        ));
        statements
    }

    /// Gives the rows that exist a value. An index finds them, so that each batch is short.
    fn fill(&self, begun: &ObjectId) -> Vec<Action> {
        let table = &self.table.name;
        let id = ObjectId::new(Kind::Index, swap_object(table, &self.new.name));
        let (old, other) = (quote::name(&self.new.name), quote::name(&self.other()));
        let is_empty = format!("{other} is null");
        // All types of columns have this key, and it is the order of the batches.
        let key = IndexOn::Expression(is_empty.clone());
        let filter = format!("{is_empty} and {old} is not null");
        let rows = rows_to_fill(&id.name.name, key, filter);
        // Without statistics, the server expects few rows, and sorts all of them for each batch.
        let analyze = format!("analyze {table} ({old}, {other})");
        let build = Action {
            produces: vec![id.clone()],
            requires: vec![begun.clone()],
            transaction: Transaction::Outside,
            ..Action::new(
                Verb::Create,
                id.clone(),
                vec![
                    index::create_concurrently(table, &rows, &rows.name),
                    analyze.clone(),
                ],
            )
        };
        let value = self.using.as_deref().unwrap_or(&old);
        // A conversion can have the result NULL.
        let has_value = self
            .using
            .as_ref()
            .map(|using| format!(" and {using} is not null"));
        let has_value = has_value.unwrap_or_default();
        let of_column = ObjectId::part(Kind::Column, table.clone(), self.new.name.as_str());
        let filled = stage(&of_column, "filled");
        let batch = format!(
            "update {table} set {other} = {value}\n\
             where {is_empty} and ctid = any (array(\n    \
             select ctid from {table} where {is_empty} and {old} is not null{has_value} \
             order by {is_empty} limit {BATCH} for no key update\n))"
        );
        let mut update = after(&id, Verb::Alter, of_column, vec![batch]);
        update.produces = vec![filled.clone()];
        let remove = after(
            &filled,
            Verb::Drop,
            id.clone(),
            vec![index::drop_concurrently(&id.name), analyze],
        );
        vec![
            build,
            run(Transaction::Batches, update),
            run(Transaction::Outside, remove),
        ]
    }

    /// Builds the indexes on the other column.
    fn indexes(&self, column: &ObjectId) -> Vec<Action> {
        let table = &self.table.name;
        let indexes = self.parts.indexes.iter().map(|part| part.other.clone());
        let uniques = self.parts.uniques.iter();
        let of_uniques =
            uniques.filter_map(|part| constraint::of_key(Constraint::Unique(&part.other)));
        let all = indexes.chain(of_uniques);
        all.map(|one| {
            let id = ObjectId::new(Kind::Index, table.beside(one.name.as_str()));
            let statement = index::create_concurrently(table, &one, &one.name);
            let build = Action {
                produces: vec![id.clone()],
                requires: vec![stage(column, "filled")],
                ..Action::new(Verb::Create, id, vec![statement])
            };
            run(Transaction::Outside, build)
        })
        .collect()
    }

    /// Adds the checks and the foreign keys to the other column, and validates them.
    fn constraints(&self, column: &ObjectId) -> Vec<Action> {
        let checks = self.parts.checks.iter();
        let checks = checks.map(|part| {
            let added = Check {
                not_valid: !part.other.not_enforced,
                ..part.other.clone()
            };
            let is_checked = !part.other.not_valid && !part.other.not_enforced;
            (
                Constraint::Check(&added).sql(),
                &part.other.name,
                is_checked,
            )
        });
        let keys = self.parts.foreign_keys.iter();
        let keys = keys.map(|part| {
            let added = ForeignKey {
                not_valid: !part.other.not_enforced,
                ..part.other.clone()
            };
            let is_checked = !part.other.not_valid && !part.other.not_enforced;
            let sql = Constraint::ForeignKey(&added).sql();
            (sql, &part.other.name, is_checked)
        });
        let table = &self.table.name;
        let mut adds = Vec::new();
        let mut checks_of_rows = Vec::new();
        for (sql, name, is_checked) in checks.chain(keys) {
            let id = ObjectId::part(Kind::Constraint, table.clone(), name.as_str());
            adds.push(Action {
                produces: vec![id.clone()],
                requires: vec![stage(column, "filled")],
                ..Action::new(
                    Verb::Create,
                    id,
                    vec![format!("alter table {table} add {sql}")],
                )
            });
            checks_of_rows.extend(is_checked.then(|| constraint::validate(table, name)));
        }
        adds.into_iter().chain(checks_of_rows).collect()
    }

    /// Gives the indexes and constraints of the other column the names of those that went with the first one.
    fn take_parts(&self) -> Vec<String> {
        let table = &self.table.name;
        let mut statements = Vec::new();
        let mut take = |statement: String, id: ObjectId, text: &Option<String>| {
            statements.push(statement);
            let text = text.as_deref();
            statements.extend(text.map(|text| comment::comment(&id, Some(text))));
        };
        let constraint = |name: &str| ObjectId::part(Kind::Constraint, table.clone(), name);
        for Part { one, other } in &self.parts.indexes {
            let id = ObjectId::new(Kind::Index, table.beside(one.name.as_str()));
            let rename = index::rename(&table.beside(other.name.as_str()), &one.name);
            take(rename, id, &one.comment);
        }
        for Part { one, other } in &self.parts.uniques {
            let key = Constraint::Unique(one);
            if let Some(add) = sql::constraint::add_with_index(table, key, &other.name) {
                take(add, constraint(&one.name), &one.comment);
            }
        }
        for Part { one, other } in &self.parts.checks {
            let rename = sql::constraint::rename(table, &other.name, &one.name);
            take(rename, constraint(&one.name), &one.comment);
        }
        for Part { one, other } in &self.parts.foreign_keys {
            let rename = sql::constraint::rename(table, &other.name, &one.name);
            take(rename, constraint(&one.name), &one.comment);
        }
        statements
    }

    fn proof_name(&self) -> String {
        swap_proof(&self.new.name)
    }

    /// Proves that each row has its value, and, for a required column, that none is NULL.
    fn proof(&self, column: &ObjectId) -> Vec<Action> {
        let table = &self.table.name;
        let (old, other) = (quote::name(&self.new.name), quote::name(&self.other()));
        let expression = match &self.using {
            _ if !self.new.nullable => format!("{other} is not null"),
            Some(using) => format!("{other} is not null or ({using}) is null"),
            None => format!("{other} is not null or {old} is null"),
        };
        let check = Check {
            name: self.proof_name(),
            expression,
            no_inherit: false,
            not_valid: true,
            not_enforced: false,
            comment: None,
        };
        let id = ObjectId::part(Kind::Constraint, table.clone(), check.name.as_str());
        let add = Action {
            produces: vec![id.clone()],
            requires: vec![stage(column, "filled")],
            ..Action::new(
                Verb::Create,
                id,
                vec![sql::constraint::add(table, Constraint::Check(&check))],
            )
        };
        vec![add, constraint::validate(table, &check.name)]
    }

    /// Drops the first column, and gives the other one its name and its properties.
    fn end(&self) -> Vec<String> {
        let (table, name) = (&self.table.name, self.new.name.as_str());
        let alter = |change: &str| column::alter(table, name, change);
        // It comes first, since it also locks the tables that foreign keys reference. The proof that reads the column, the
        // indexes and the constraints go with it.
        let mut statements = Vec::new();
        statements.push(column::drop(table, name));
        statements.push(routine::drop_trigger(table, &swap_trigger(name)));
        statements.push(format!("drop function {}()", swap_object(table, name)));
        statements.push(column::rename(table, &self.other(), name));
        if !self.new.nullable {
            statements.push(alter(SET_NOT_NULL));
            statements.push(sql::constraint::drop(table, &self.proof_name()));
        }
        statements.extend(self.take_parts());
        let default = self.new.default.as_ref();
        statements.extend(default.map(|default| alter(&format!("set default {default}"))));
        let statistics = self.new.statistics;
        statements.extend(statistics.map(|number| alter(&format!("set statistics {number}"))));
        let id = ObjectId::part(Kind::Column, table.clone(), name);
        let text = self.new.comment.as_deref();
        statements.extend(text.map(|text| comment::comment(&id, Some(text))));
        statements
    }
}
