//! Changes of Postgres schemas and extensions.

use super::pairs::Pairs;
use super::{Action, ids, make};
use crate::model::{Kind, Model, Name, ObjectId};
use crate::sql::namespace;

pub(super) fn diff(from: &Model, to: &Model) -> Vec<Action> {
    let pairs = Pairs::new(&from.namespaces, &to.namespaces, |one| &one.name);
    let mut actions = Vec::new();
    for old in pairs.dropped {
        actions.push(make::drop(
            ids::namespace(&old.name),
            namespace::drop(&old.name),
        ));
    }
    for (old, new) in pairs.kept {
        let id = ids::namespace(&new.name);
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(id, comments.0, comments.1));
    }
    for new in pairs.created {
        let statements = vec![namespace::create(&new.name)];
        let comment = new.comment.as_deref();
        actions.push(make::create(ids::namespace(&new.name), statements, comment));
    }
    actions.extend(extensions(from, to));
    actions
}

fn extensions(from: &Model, to: &Model) -> Vec<Action> {
    let id = |name: &str| ObjectId::new(Kind::Extension, Name::new(name));
    let pairs = Pairs::new(&from.extensions, &to.extensions, |one| &one.name);
    let mut actions = Vec::new();
    for old in pairs.dropped {
        let statement = namespace::drop_extension(&old.name);
        actions.push(make::drop(id(&old.name), statement));
    }
    for (old, new) in pairs.kept {
        // A model without a version accepts any.
        if let Some(version) = new.version.as_ref().filter(|_| old.version != new.version) {
            let statement = namespace::update_extension(&new.name, version);
            actions.extend(make::alter(id(&new.name), vec![statement]));
        }
    }
    for new in pairs.created {
        let statements = vec![namespace::create_extension(new)];
        actions.push(make::create(id(&new.name), statements, None));
    }
    actions
}
