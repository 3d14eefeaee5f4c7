//! Changes of views and materialized views.

use std::collections::{BTreeMap, BTreeSet};

use super::dependents::Gone;
use super::pairs::Pairs;
use super::{Action, Verb, ids, make};
use crate::model::{Index, Model, ObjectId, View};
use crate::sql::{self, comment, view};

/// Returns the views of the old model that must be dropped because they differ.
///
/// `create or replace view` could only add columns at the end, and the text of a query does not show its columns.
pub(super) fn changed(from: &Model, to: &Model) -> Vec<ObjectId> {
    let pairs = Pairs::new(&from.views, &to.views, ids::view);
    let kept = pairs.kept.into_iter();
    let changed = kept.filter(|(old, new)| old.query != new.query || old.columns != new.columns);
    let changed = changed.map(|(old, _)| old);
    pairs
        .dropped
        .into_iter()
        .chain(changed)
        .map(ids::view)
        .collect()
}

pub(super) fn diff(from: &Model, to: &Model, gone: &Gone) -> Vec<Action> {
    let pairs = Pairs::new(&from.views, &to.views, ids::view);
    let mut actions = Vec::new();
    for old in from
        .views
        .iter()
        .filter(|old| gone.contains(&ids::view(old)))
    {
        actions.push(make::drop(ids::view(old), view::drop(old)));
    }
    let mut created = pairs.created;
    for (old, new) in pairs.kept {
        let id = ids::view(new);
        if gone.contains(&id) {
            created.push(new);
            continue;
        }
        actions.extend(make::alter(id.clone(), view::change_options(old, new)));
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(id.clone(), comments.0, comments.1));
        let statements = column_comments(&old.column_comments, new);
        actions.extend(make::alter(id, statements));
        actions.extend(indexes(old, new, gone));
    }
    for new in created {
        let id = ids::view(new);
        let mut create = make::create(id, vec![view::create(new)], new.comment.as_deref());
        let comments = column_comments(&BTreeMap::new(), new);
        create.statements.extend(comments);
        actions.push(create);
        actions.extend(new.indexes.iter().map(|index| create_index(new, index)));
    }
    actions
}

/// Returns the statements that change the comments on columns.
fn column_comments(old: &BTreeMap<String, String>, new: &View) -> Vec<String> {
    let columns: BTreeSet<&String> = old.keys().chain(new.column_comments.keys()).collect();
    let changed = columns.into_iter().filter_map(|column| {
        let text = new.column_comments.get(column);
        let id = ids::column(&new.name, column);
        (old.get(column) != text).then(|| comment::comment(&id, text.map(String::as_str)))
    });
    changed.collect()
}

fn indexes(old: &View, new: &View, gone: &Gone) -> Vec<Action> {
    let drop = |index: &Index| {
        let statement = sql::index::drop(&old.name.beside(&index.name));
        Action {
            releases: vec![ids::view(old)],
            ..make::drop(ids::index(&old.name, &index.name), statement)
        }
    };
    let pairs = Pairs::new(&old.indexes, &new.indexes, |index| &index.name);
    let mut actions: Vec<Action> = pairs.dropped.into_iter().map(drop).collect();
    for (old_index, index) in pairs.kept {
        let id = ids::index(&new.name, &index.name);
        if differs(old_index, index) || gone.contains(&id) {
            actions.push(drop(old_index));
            actions.push(create_index(new, index));
        } else {
            let comments = (old_index.comment.as_deref(), index.comment.as_deref());
            actions.extend(make::comment(id, comments.0, comments.1));
        }
    }
    actions.extend(
        pairs
            .created
            .into_iter()
            .map(|index| create_index(new, index)),
    );
    actions
}

fn differs(old: &Index, new: &Index) -> bool {
    let new = Index {
        comment: old.comment.clone(),
        ..new.clone()
    };
    *old != new
}

fn create_index(view: &View, index: &Index) -> Action {
    let id = ids::index(&view.name, &index.name);
    let mut statements = vec![sql::index::create(&view.name, index)];
    let text = index.comment.as_ref();
    statements.extend(text.map(|text| comment::comment(&id, Some(text))));
    Action {
        requires: vec![ids::view(view)],
        produces: vec![id.clone()],
        ..Action::new(Verb::Create, id, statements)
    }
}
