//! Objects that are dropped or renamed, types, triggers and functions.

use super::{count, index, retype};
use crate::hazard::report::{RETRY, Report};
use crate::hazard::statement::{
    ConstraintBody, DomainAction, DropKind, EnumAction, NewColumn, NewConstraint, RenameKind,
};
use crate::hazard::{LockMode, Rule, model, swap};
use crate::model::{Kind, Name, ObjectId, UPDATED_AT_PREFIX, is_of_swap, swap_name, swap_trigger};
use crate::sql::quote;

const PROGRAM_FIRST: &str = "Release a program first that does not use it.";

pub(super) fn drop(
    report: &mut Report<'_>,
    kind: DropKind,
    name: &Name,
    on: Option<&Name>,
    concurrently: bool,
) {
    match kind {
        DropKind::Table => drop_table(report, name),
        DropKind::Index => index::drop(report, name, concurrently),
        DropKind::View => {
            report.lock(name, LockMode::AccessExclusive);
            in_use(report, &ObjectId::new(Kind::View, name.clone()));
        }
        DropKind::MaterializedView => {
            report.lock(name, LockMode::AccessExclusive);
            in_use(report, &ObjectId::new(Kind::MaterializedView, name.clone()));
        }
        DropKind::Sequence => {
            let object = ObjectId::new(Kind::Sequence, name.clone());
            report
                .add(
                    Rule::DropSequence,
                    &object,
                    format!("The last value of {object} is lost."),
                )
                .safer("Note its value, so that you can set it again.");
            in_use(report, &object);
        }
        DropKind::Type => in_use(report, &ObjectId::new(Kind::Composite, name.clone())),
        DropKind::Routine if is_of_swap(&name.name) => {}
        DropKind::Routine => in_use(report, &ObjectId::new(Kind::Routine, name.clone())),
        DropKind::Schema => {
            let object = ObjectId::new(Kind::Namespace, name.clone());
            report
                .add(
                    Rule::DropSchema,
                    &object,
                    format!("Everything in {object} is lost, if it contains anything."),
                )
                .safer("Drop what it contains one by one, without `cascade`.");
            in_use(report, &object);
        }
        DropKind::Database => {
            let message = format!("Everything in the database {name} is lost.");
            report
                .add(Rule::DropDatabase, format!("database {name}"), message)
                .safer("Make a backup, and check that it can be restored.");
        }
        DropKind::Extension => {
            let object = ObjectId::new(Kind::Extension, name.clone());
            let message = format!("Types, functions and operators of {object} are gone.");
            report
                .add(Rule::Extension, &object, message)
                .safer("Drop it last, after everything that uses it.");
            in_use(report, &object);
        }
        DropKind::Trigger => {
            if let Some(table) = on {
                report.lock_tree(table, LockMode::AccessExclusive);
                trigger(report, &name.name, table);
            }
        }
        DropKind::Policy => {}
    }
}

fn drop_table(report: &mut Report<'_>, table: &Name) {
    report.lock_tree(table, LockMode::AccessExclusive);
    for other in model::neighbours(report.model, table) {
        report.lock(&other, LockMode::AccessExclusive);
    }
    let place = model::table(report.model, table).and_then(|table| table.partition_of.as_ref());
    if let Some(place) = place {
        report.lock(&place.parent, LockMode::AccessExclusive);
    }
    report
        .add_table(Rule::DropTable, table, format!("All rows of {table} are lost."))
        .safer("Release a program without the table first, and rename the table some time before you drop it.")
        .count(Some(count::rows(table)))
        .locked(&[table]);
    report
        .add_table(
            Rule::DroppedInUse,
            table,
            format!("Programs that read or write {table} fail."),
        )
        .safer(PROGRAM_FIRST);
}

fn in_use(report: &mut Report<'_>, object: &ObjectId) {
    report
        .add(
            Rule::DroppedInUse,
            object,
            format!("Programs that use {object} fail."),
        )
        .safer(PROGRAM_FIRST)
        .of(&object.name);
}

/// `drop … cascade`.
pub(super) fn cascade(report: &mut Report<'_>, name: &Name) {
    let message = format!("All objects that use {name} are dropped as well.");
    report
        .add(Rule::DropCascade, name, message)
        .safer("Drop the objects one by one, without `cascade`.")
        .of(name);
}

pub(super) fn rename(
    report: &mut Report<'_>,
    kind: RenameKind,
    name: &Name,
    part: Option<&str>,
    to: &str,
) {
    let safer =
        "Add the new name beside the old one, release the program, and drop the old name later.";
    match kind {
        RenameKind::Table | RenameKind::View => {
            report.lock(name, LockMode::AccessExclusive);
            let message = format!("Programs that use the name {name} fail.");
            report
                .add_table(Rule::RenameTable, name, message)
                .safer("Create a view with the old name in the same transaction: simple views can be written to.");
        }
        RenameKind::Column => {
            report.lock_tree(name, LockMode::AccessExclusive);
            let column = part.unwrap_or_default();
            let of = model::table(report.model, name);
            let is_swapped = swap_name(to) == column
                && of.is_some_and(|of| of.triggers.iter().any(|one| one.name == swap_trigger(to)));
            // No program knows the old name.
            if is_swapped {
                return;
            }
            let quoted = quote::name(column);
            let message = format!("Programs that use the name {quoted} of {name} fail.");
            report
                .add_column(Rule::RenameColumn, (name, column), message)
                .safer("Add a column with the new name, keep both equal with a trigger, and drop the old one later.");
        }
        RenameKind::Constraint => report.lock(name, LockMode::AccessExclusive),
        RenameKind::Index => report.lock(name, LockMode::ShareUpdateExclusive),
        RenameKind::Schema => {
            let object = ObjectId::new(Kind::Namespace, name.clone());
            let message = format!("Programs that use a name in {object} fail.");
            report.add(Rule::RenameSchema, object, message).safer(safer);
        }
        RenameKind::Type => renamed(report, &ObjectId::new(Kind::Composite, name.clone()), to),
        RenameKind::Sequence => renamed(report, &ObjectId::new(Kind::Sequence, name.clone()), to),
        RenameKind::Routine => renamed(report, &ObjectId::new(Kind::Routine, name.clone()), to),
        RenameKind::EnumValue => {
            let object = ObjectId::new(Kind::Enum, name.clone());
            let label = quote::literal(part.unwrap_or_default());
            let message = format!("Programs that use the label {label} of {object} fail.");
            report
                .add(Rule::RenameEnumValue, object, message)
                .of(name)
                .safer(
                    "Add the new label, release a program that knows both, and change the rows.",
                );
        }
    }
}

fn renamed(report: &mut Report<'_>, object: &ObjectId, to: &str) {
    let to = quote::name(to);
    let message = format!("Programs that use the name of {object} fail, since it becomes {to}.");
    report
        .add(Rule::RenameObject, object, message)
        .of(&object.name)
        .safer(
            "Create another one with the new name, release the program, and drop this one later.",
        );
}

/// The values of an attribute are lost in all columns of the type.
pub(super) fn drop_attribute(report: &mut Report<'_>, name: &Name, attribute: &str) {
    let attribute = quote::name(attribute);
    let model = report.model;
    for (table, column) in model::columns_of_type(model, name) {
        let (table, at) = (&table.name, quote::name(&column.name));
        let message = format!("The values of {attribute} in {at} of {table} are lost.");
        let value = format!("({at}).{attribute} is not null");
        let query = (!column.data_type.array).then(|| count::rows_where(table, &value));
        report
            .add_column(Rule::DropAttribute, (table, &column.name), message)
            .safer("Release a program without the attribute first, and keep a copy of the values.")
            .count(query);
    }
    in_use(report, &ObjectId::new(Kind::Composite, name.clone()));
}

pub(super) fn alter_enum(report: &mut Report<'_>, name: &Name, action: &EnumAction) {
    let EnumAction::Add { label, placed } = action;
    let object = ObjectId::new(Kind::Enum, name.clone());
    let label = quote::literal(label);
    let message =
        format!("Programs that do not know the label {label} of {object} fail when they read it.");
    report
        .add(Rule::NewEnumValue, &object, message)
        .of(name)
        .safer("Release a program that knows the label before a row gets it.");
    if !placed {
        let message =
            format!("The label {label} of {object} becomes the last one in order and comparisons.");
        report
            .add(Rule::EnumOrder, object, message)
            .of(name)
            .safer("Write `before` or `after`.");
    }
}

pub(super) fn create_domain(report: &mut Report<'_>, name: &Name, of: &NewColumn) {
    let is_check = |one: &NewConstraint| matches!(one.body, ConstraintBody::Check(_));
    if of.constraints.iter().any(is_check) {
        let object = ObjectId::new(Kind::Domain, name.clone());
        let message =
            format!("A later change of the check reads all tables with a column of {object}.");
        report
            .add(Rule::DomainCheck, object, message)
            .safer("Put the check on the table, where it can be `not valid` and validated later.");
    }
}

pub(super) fn alter_domain(report: &mut Report<'_>, name: &Name, action: &DomainAction) {
    let (condition, is_checked) = match action {
        DomainAction::Add {
            condition,
            not_valid,
        } => (condition.as_deref(), !not_valid),
        DomainAction::Validate => (None, true),
        DomainAction::Other => return,
    };
    if !is_checked {
        return;
    }
    let model = report.model;
    let columns = model::columns_of_type(model, name);
    for (table, column) in columns {
        let table = &table.name;
        report.lock(table, LockMode::Share);
        let quoted = quote::name(&column.name);
        let message =
            format!("All rows of {table} are read for the constraint of {name}, and writes wait.");
        report
            .add_column(Rule::DomainConstraint, (table, &column.name), message)
            .safer("Add the constraint as `not valid`, and validate it when few programs write.")
            .locked(&[table]);
        let query = condition.map(|sql| violated(sql, &quoted));
        let message =
            format!("It fails if {quoted} of a row of {table} violates the constraint of {name}.");
        report
            .add_column(Rule::Violations, (table, &column.name), message)
            .safer("Correct the rows first.")
            .count(query.map(|sql| count::rows_where(table, &sql)));
    }
}

/// Returns the condition of a domain as one on a column.
fn violated(condition: &str, column: &str) -> String {
    let mut sql = String::new();
    let mut end = 0;
    for token in crate::sql::lexer::code(condition) {
        if token.is("value") {
            sql.push_str(&condition[end..token.start]);
            sql.push_str(column);
            end = token.end();
        }
    }
    sql.push_str(&condition[end..]);
    format!("not ({sql})")
}

pub(super) fn create_trigger(report: &mut Report<'_>, name: &str, table: &Name) {
    report.lock_tree(table, LockMode::ShareRowExclusive);
    trigger(report, name, table);
    let of = model::table(report.model, table);
    let column = of.and_then(|of| swap::swapped_by(of, name));
    if let (Some(of), Some(column)) = (of, column)
        && let Some(copy) = of.column(&swap_name(&column.name))
    {
        retype::copy(report, (table, &column.name), column, &copy.data_type);
    }
}

fn trigger(report: &mut Report<'_>, name: &str, table: &Name) {
    let object = ObjectId::part(Kind::Trigger, table.clone(), name);
    let message = format!("Writes of {table} run other triggers from now on, and wait briefly.");
    report
        .add(Rule::Trigger, object, message)
        .of(table)
        .safer(RETRY)
        .locked(&[table]);
}

pub(super) fn create_routine(
    report: &mut Report<'_>,
    name: &Name,
    opaque: bool,
    language: Option<&str>,
) {
    // It uses no table but the one of its trigger.
    let is_own = name.name.starts_with(UPDATED_AT_PREFIX) || is_of_swap(&name.name);
    if !opaque
        || is_own
        || language.is_some_and(|language| language == "c" || language == "internal")
    {
        return;
    }
    let object = ObjectId::new(Kind::Routine, name.clone());
    let message = format!(
        "The server does not know which tables {object} uses, so a change of them can break it."
    );
    report
        .add(Rule::UntrackedDependencies, object, message)
        .safer("Write the body as SQL (`begin atomic`), or run a test that calls it.");
}

pub(super) fn alter_extension(report: &mut Report<'_>, name: &str) {
    let object = ObjectId::new(Kind::Extension, Name::new(name));
    let message =
        format!("{object} changes its types and functions, and may lock tables that use them.");
    report
        .add(Rule::Extension, object, message)
        .safer("Run it last and alone, after a test with the same version.");
}
