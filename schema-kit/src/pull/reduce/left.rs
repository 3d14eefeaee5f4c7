//! The functions, sequences and views that cannot be written, alone or because of what they use.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::model::{Kind, Model, Name, ObjectId, Routine, View};
use schema_ddl::sql::lexer::{Token, tokens};

use super::expression::relations;

/// Objects that are left out, with the reasons.
#[derive(Debug, Default)]
pub(super) struct Left(BTreeMap<ObjectId, String>);

impl Left {
    pub(super) fn add(&mut self, id: ObjectId, reason: impl Into<String>) {
        self.0.entry(id).or_insert_with(|| reason.into());
    }

    /// Returns why the object is left out.
    pub(super) fn reason(&self, id: &ObjectId) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// Adds the functions and views of `to` that use something that `to` does not have. Returns true if there are any.
    pub(super) fn add_incomplete(&mut self, from: &Model, to: &Model) -> bool {
        let has = objects(to);
        let before = self.0.len();
        let routines = to.routines.iter().map(|one| (one.id(), &one.uses));
        let views = to.views.iter().map(|one| (view_id(one), &one.reads));
        for (id, uses) in routines.chain(views) {
            if let Some(missing) = uses.iter().find(|used| !has.contains(used)) {
                self.add(id, format!("it uses the {missing}, which is left out"));
            }
        }
        for routine in &to.routines {
            if let Some(missing) = in_body(routine, from, &has) {
                let reason = format!("its body uses the {missing}, which is left out");
                self.add(routine.id(), reason);
            }
        }
        self.0.len() > before
    }
}

/// Returns a table or a view that is left out, and that the string with the body of a function in SQL names. The server reads
/// such a body when it creates the function.
fn in_body(routine: &Routine, from: &Model, has: &BTreeSet<ObjectId>) -> Option<ObjectId> {
    let all = tokens(&routine.definition).ok()?;
    let code: Vec<&Token<'_>> = all.iter().filter(|token| token.is_code()).collect();
    let mut pairs = code.windows(2);
    pairs.find(|pair| pair[0].is("language") && pair[1].is("sql"))?;
    let bodies = code.iter().filter_map(|token| token.string());
    let names: BTreeSet<String> = bodies.flat_map(|body| relations(&body)).collect();
    let tables = from.tables.iter();
    let tables = tables.map(|one| ObjectId::new(Kind::Table, one.name.clone()));
    let mut relations = tables.chain(from.views.iter().map(view_id));
    relations.find(|id| names.contains(&id.name.name) && !has.contains(id))
}

/// Returns a view as messages name it.
pub(super) fn view_id(view: &View) -> ObjectId {
    let kind = if view.materialized {
        Kind::MaterializedView
    } else {
        Kind::View
    };
    ObjectId::new(kind, view.name.clone())
}

/// Returns the objects that a view or a function can use.
pub(super) fn objects(model: &Model) -> BTreeSet<ObjectId> {
    let new = |kind| move |name| ObjectId::new(kind, name);
    let mut objects = BTreeSet::new();
    for table in &model.tables {
        objects.insert(ObjectId::new(Kind::Table, table.name.clone()));
        let columns = table.columns.iter();
        objects.extend(
            columns.map(|one| ObjectId::part(Kind::Column, table.name.clone(), &*one.name)),
        );
    }
    let enums = model.enums.iter().map(|def| def.name.clone());
    objects.extend(enums.map(new(Kind::Enum)));
    let domains = model.domains.iter().map(|def| def.name.clone());
    objects.extend(domains.map(new(Kind::Domain)));
    let composites = model.composites.iter().map(|def| def.name.clone());
    objects.extend(composites.map(new(Kind::Composite)));
    let sequences = model.sequences.iter().map(|def| def.name.clone());
    objects.extend(sequences.map(new(Kind::Sequence)));
    let namespaces = model.namespaces.iter().map(|one| one.name.as_str());
    objects.extend(namespaces.map(|name| ObjectId::new(Kind::Namespace, Name::new(name))));
    objects.extend(model.routines.iter().map(Routine::id));
    objects.extend(model.views.iter().map(view_id));
    objects
}
