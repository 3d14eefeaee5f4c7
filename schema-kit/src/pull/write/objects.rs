//! The objects of `Schema::with`.

use schema_ddl::model::{
    Grant, Kind, Model, ObjectId, Privilege, Role, RoleAttribute, Routine, Sequence,
};
use schema_ddl::sql::quote;

use super::attribute::{literal, push};
use crate::pull::reduce::other::implied;
use crate::pull::updated_at;

/// Writes a constant with the objects. Returns false if there are none.
pub(super) fn write(model: &Model, source: &mut String) -> bool {
    let implied = implied(model);
    let extensions = model.extensions.iter().map(|one| one.name.as_str());
    let extensions = extensions.filter(|name| !implied.contains(name));
    let extensions = extensions.map(|name| format!("Extension({})", literal(name)));
    let roles = model.roles.iter().map(role);
    let sequences = model.sequences.iter().map(sequence);
    let routines = model.routines.iter();
    let routines = routines.filter(|routine| !updated_at::creates(model, routine));
    let objects = extensions
        .chain(roles)
        .chain(sequences)
        .chain(routines.map(function))
        .chain(grants(model));
    let objects: Vec<String> = objects.collect();
    if objects.is_empty() {
        return false;
    }
    source.push_str("\n/// Objects that belong to no table.\nconst OBJECTS: &[Object] = &[\n");
    for object in objects {
        push(source, format!("    Object::{object},\n"));
    }
    source.push_str("];\n");
    true
}

fn role(role: &Role) -> String {
    let mut text = format!("Role(RoleDef::new({})", literal(&role.name));
    let has = |attribute| role.attributes.contains(&attribute);
    for (is_set, call) in [
        (has(RoleAttribute::Login), ".login()"),
        (!has(RoleAttribute::Inherit), ".no_inherit()"),
        (
            has(RoleAttribute::BypassRowSecurity),
            ".bypass_row_level_security()",
        ),
        (has(RoleAttribute::CreateDatabase), ".create_database()"),
        (has(RoleAttribute::CreateRole), ".create_role()"),
    ] {
        if is_set {
            text.push_str(call);
        }
    }
    if !role.member_of.is_empty() {
        let groups: Vec<String> = role.member_of.iter().map(|one| literal(one)).collect();
        push(&mut text, format!(".member_of(&[{}])", groups.join(", ")));
    }
    text + ")"
}

fn in_schema(schema: Option<&str>) -> String {
    let call = schema.map(|schema| format!(".in_schema({})", literal(schema)));
    call.unwrap_or_default()
}

fn sequence(sequence: &Sequence) -> String {
    let options = &sequence.options;
    let mut text = format!(
        "Sequence(SequenceDef::new({})",
        literal(&sequence.name.name)
    );
    text.push_str(&in_schema(sequence.name.schema.as_deref()));
    for (call, value) in [
        ("start", options.start),
        ("increment", options.increment),
        ("min", options.min),
        ("max", options.max),
        ("cache", options.cache),
    ] {
        if let Some(value) = value {
            push(&mut text, format!(".{call}({value})"));
        }
    }
    if options.cycle {
        text.push_str(".cycle()");
    }
    text + ")"
}

fn function(routine: &Routine) -> String {
    format!(
        "Function(FunctionDef::new(\n        {},\n        {},\n    ))",
        literal(&signature(routine)),
        raw(&routine.definition)
    )
}

/// Returns the name and the types of the arguments, with quotes where SQL needs them.
fn signature(routine: &Routine) -> String {
    let schema = routine.name.schema.as_deref().map(quote::word);
    let schema = schema.map(|schema| schema + ".").unwrap_or_default();
    let name = quote::word(&routine.name.name);
    format!("{schema}{name}({})", routine.arguments)
}

/// Writes a text as a raw string, unless it contains what a raw string cannot or should not contain.
pub(super) fn raw(text: &str) -> String {
    let is_plain = |c: char| matches!(c, '\n' | '\'' | '"' | '\\') || c.escape_debug().count() == 1;
    if !text.chars().all(is_plain) {
        return literal(text);
    }
    // One more `#` than after any quote in the text.
    let after = text.split('"').skip(1);
    let longest = after.map(|rest| rest.len() - rest.trim_start_matches('#').len() + 1);
    let hashes = "#".repeat(longest.max().unwrap_or(0));
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Returns the privileges on objects that are not tables: one text for each object and role.
fn grants(model: &Model) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = &model.grants[..];
    while let [first, ..] = rest {
        let same = |one: &&Grant| {
            (&one.on, &one.role, one.grantable) == (&first.on, &first.role, first.grantable)
        };
        let length = rest.iter().take_while(same).count();
        let (grants, others) = rest.split_at(length);
        rest = others;
        texts.extend(object(model, &first.on).map(|on| grant(first, &on, grants)));
    }
    texts
}

fn grant(first: &Grant, on: &str, grants: &[Grant]) -> String {
    let privileges = grants
        .iter()
        .map(|grant| format!("Privilege::{}", variant(grant.privilege)));
    let privileges: Vec<String> = privileges.collect();
    let option = if first.grantable {
        ".with_grant_option()"
    } else {
        ""
    };
    format!(
        "Grant(GrantDef::new(&[{}], GrantOn::{on}, {}){}{option})",
        privileges.join(", "),
        literal(&first.role),
        in_schema(first.on.name.schema.as_deref())
    )
}

/// Returns `Sequence("numbers")`, or `None` for a table, which has attributes.
fn object(model: &Model, on: &ObjectId) -> Option<String> {
    let name = &on.name.name;
    let (variant, name) = match on.kind {
        Kind::Namespace => ("Schema", name.clone()),
        Kind::Sequence => ("Sequence", name.clone()),
        Kind::Enum => ("Enum", name.clone()),
        Kind::Domain => ("Domain", name.clone()),
        Kind::Composite => ("Composite", name.clone()),
        Kind::View => ("View", name.clone()),
        Kind::MaterializedView => ("MaterializedView", name.clone()),
        Kind::Routine => {
            let routine = model.routines.iter().find(|routine| routine.id() == *on)?;
            let name = quote::word(&routine.name.name);
            ("Function", format!("{name}({})", routine.arguments))
        }
        _ => return None,
    };
    Some(format!("{variant}({})", literal(&name)))
}

const fn variant(privilege: Privilege) -> &'static str {
    match privilege {
        Privilege::Select => "Select",
        Privilege::Insert => "Insert",
        Privilege::Update => "Update",
        Privilege::Delete => "Delete",
        Privilege::Truncate => "Truncate",
        Privilege::References => "References",
        Privilege::Trigger => "Trigger",
        Privilege::Maintain => "Maintain",
        Privilege::Usage => "Usage",
        Privilege::Create => "Create",
        Privilege::Execute => "Execute",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_string_has_enough_marks() {
        assert_eq!(raw("a 'b' \\ c\nd"), "r\"a 'b' \\ c\nd\"");
        assert_eq!(raw("a \"b\""), "r#\"a \"b\"\"#");
        assert_eq!(raw("\"#a\"##"), "r###\"\"#a\"##\"###");
        assert_eq!(raw("a\r\n\u{202e}"), "\"a\\r\\n\\u{202e}\"");
    }
}
