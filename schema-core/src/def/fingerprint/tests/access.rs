//! Policies, grants, triggers and objects.

use super::assert_distinct;
use crate::ddl::testing::TABLE;
use crate::def::{
    AccessDef, FunctionDef, GrantDef, GrantOn, Object, PolicyCommand, PolicyDef, Privilege,
    PrivilegeDef, RoleDef, RowSecurity, SequenceDef, TableDef, TableGrantDef, TriggerDef,
    TriggerEvent,
};

const POLICY: PolicyDef = PolicyDef {
    name: "a",
    command: PolicyCommand::All,
    to: &[],
    restrictive: false,
    using: None,
    with_check: None,
};
const GRANT: TableGrantDef = TableGrantDef {
    privileges: &[PrivilegeDef {
        privilege: Privilege::Select,
        columns: &[],
    }],
    to: &["a"],
    grantable: false,
};
const TRIGGER: TriggerDef = TriggerDef {
    name: "a",
    before: true,
    events: &[TriggerEvent::Insert],
    for_each_row: true,
    when: None,
    execute: "a()",
};

const fn policy(policies: &'static [PolicyDef]) -> AccessDef {
    AccessDef {
        policies,
        ..*AccessDef::NONE
    }
}

const fn grant(grants: &'static [TableGrantDef]) -> AccessDef {
    AccessDef {
        grants,
        ..*AccessDef::NONE
    }
}

const fn trigger(triggers: &'static [TriggerDef]) -> AccessDef {
    AccessDef {
        triggers,
        ..*AccessDef::NONE
    }
}

const fn security(row_security: RowSecurity) -> AccessDef {
    AccessDef {
        row_security,
        ..*AccessDef::NONE
    }
}

#[rustfmt::skip]
static ALL: [AccessDef; 24] = [
    security(RowSecurity::Off),
    security(RowSecurity::Enabled),
    security(RowSecurity::Forced),
    AccessDef { updated_at: &["a"], ..*AccessDef::NONE },
    policy(&[POLICY]),
    policy(&[POLICY, POLICY]),
    policy(&[PolicyDef { name: "b", ..POLICY }]),
    policy(&[PolicyDef { command: PolicyCommand::Delete, ..POLICY }]),
    policy(&[PolicyDef { to: &["a"], ..POLICY }]),
    policy(&[PolicyDef { restrictive: true, ..POLICY }]),
    policy(&[PolicyDef { using: Some("a"), ..POLICY }]),
    policy(&[PolicyDef { with_check: Some("a"), ..POLICY }]),
    grant(&[GRANT]),
    grant(&[TableGrantDef { to: &["b"], ..GRANT }]),
    grant(&[TableGrantDef { grantable: true, ..GRANT }]),
    grant(&[TableGrantDef { privileges: &[PrivilegeDef { privilege: Privilege::Update, columns: &[] }], ..GRANT }]),
    grant(&[TableGrantDef { privileges: &[PrivilegeDef { privilege: Privilege::Select, columns: &["a"] }], ..GRANT }]),
    trigger(&[TRIGGER]),
    trigger(&[TriggerDef { name: "b", ..TRIGGER }]),
    trigger(&[TriggerDef { before: false, ..TRIGGER }]),
    trigger(&[TriggerDef { for_each_row: false, ..TRIGGER }]),
    trigger(&[TriggerDef { when: Some("a"), ..TRIGGER }]),
    trigger(&[TriggerDef { execute: "b()", ..TRIGGER }]),
    trigger(&[TriggerDef { events: &[TriggerEvent::Update(&["a"])], ..TRIGGER }]),
];

#[test]
fn each_part_of_the_access_counts() {
    let fingerprints = ALL.each_ref().map(|access| {
        let table = TableDef { access, ..TABLE };
        table.fingerprint()
    });
    assert_distinct(&fingerprints);
}

/// Lock files of users contain the number.
#[test]
fn a_table_without_any_keeps_its_fingerprint() {
    assert_eq!(TABLE.fingerprint(), 14_916_482_514_276_730_680);
}

#[test]
fn each_part_of_an_object_counts() {
    const ROLE: RoleDef = RoleDef::new("a");
    const SEQUENCE: SequenceDef = SequenceDef::new("a");
    const FUNCTION: FunctionDef = FunctionDef::new("a", "b");
    const GRANT: GrantDef = GrantDef::new(&[Privilege::Usage], GrantOn::Sequence("a"), "b");
    let objects = [
        Object::Extension("a"),
        Object::Role(ROLE),
        Object::Role(ROLE.login()),
        Object::Role(ROLE.no_inherit()),
        Object::Role(ROLE.bypass_row_level_security()),
        Object::Role(ROLE.create_database()),
        Object::Role(ROLE.create_role()),
        Object::Role(ROLE.member_of(&["b"])),
        Object::Sequence(SEQUENCE),
        Object::Sequence(SEQUENCE.in_schema("a")),
        Object::Sequence(SEQUENCE.start(1)),
        Object::Sequence(SEQUENCE.increment(1)),
        Object::Sequence(SEQUENCE.min(1)),
        Object::Sequence(SEQUENCE.max(1)),
        Object::Sequence(SEQUENCE.cache(1)),
        Object::Sequence(SEQUENCE.cycle()),
        Object::Function(FUNCTION),
        Object::Function(FunctionDef::new("b", "b")),
        Object::Function(FunctionDef::new("a", "a")),
        Object::Grant(GRANT),
        Object::Grant(GRANT.in_schema("a")),
        Object::Grant(GRANT.with_grant_option()),
        Object::Grant(GrantDef { to: "a", ..GRANT }),
        Object::Grant(GrantDef::new(&[Privilege::Select], GRANT.on, "b")),
        Object::Grant(GrantDef::new(GRANT.privileges, GrantOn::View("a"), "b")),
    ];
    assert_distinct(&objects.map(|object| object.fingerprint()));
}
