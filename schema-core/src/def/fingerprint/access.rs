//! The hash of policies, grants and triggers, and of objects that belong to no table.

use super::hash::Hash;
use crate::def::{
    AccessDef, GrantDef, GrantOn, Object, PolicyCommand, PolicyDef, Privilege, RowSecurity,
    TableGrantDef, TriggerDef, TriggerEvent,
};

/// The word before a part. A part that a table does not have adds nothing: lock files contain hashes from before there was
/// such a part.
const ROW_SECURITY: u64 = 0x726f_775f_7365_6375;
const POLICIES: u64 = 0x706f_6c69_6369_6573;
const GRANTS: u64 = 0x6772_616e_7473;
const TRIGGERS: u64 = 0x7472_6967_6765_7273;
const UPDATED_AT: u64 = 0x7570_6461_7465_645f;

impl Hash {
    pub(super) const fn access(self, access: &AccessDef) -> Self {
        let mut hash = match access.row_security {
            RowSecurity::Off => self,
            RowSecurity::Enabled => self.word(ROW_SECURITY).word(1),
            RowSecurity::Forced => self.word(ROW_SECURITY).word(2),
            RowSecurity::OffForced => self.word(ROW_SECURITY).word(3),
        };
        if !access.policies.is_empty() {
            hash = hash.word(POLICIES).policies(access.policies);
        }
        if !access.grants.is_empty() {
            hash = hash.word(GRANTS).grants(access.grants);
        }
        if !access.triggers.is_empty() {
            hash = hash.word(TRIGGERS).triggers(access.triggers);
        }
        if !access.updated_at.is_empty() {
            hash = hash.word(UPDATED_AT).texts(access.updated_at);
        }
        hash
    }

    const fn policies(self, policies: &[PolicyDef]) -> Self {
        let mut hash = self.word(policies.len() as u64);
        let mut i = 0;
        while i < policies.len() {
            let policy = policies[i];
            hash = hash
                .text(policy.name)
                .word(match policy.command {
                    PolicyCommand::All => 0,
                    PolicyCommand::Select => 1,
                    PolicyCommand::Insert => 2,
                    PolicyCommand::Update => 3,
                    PolicyCommand::Delete => 4,
                })
                .texts(policy.to)
                .flag(policy.restrictive)
                .option(policy.using)
                .option(policy.with_check);
            i += 1;
        }
        hash
    }

    const fn grants(self, grants: &[TableGrantDef]) -> Self {
        let mut hash = self.word(grants.len() as u64);
        let mut i = 0;
        while i < grants.len() {
            let grant = grants[i];
            hash = hash
                .texts(grant.to)
                .flag(grant.grantable)
                .word(grant.privileges.len() as u64);
            let mut p = 0;
            while p < grant.privileges.len() {
                let one = grant.privileges[p];
                hash = hash.word(privilege(one.privilege)).texts(one.columns);
                p += 1;
            }
            i += 1;
        }
        hash
    }

    const fn triggers(self, triggers: &[TriggerDef]) -> Self {
        let mut hash = self.word(triggers.len() as u64);
        let mut i = 0;
        while i < triggers.len() {
            let trigger = triggers[i];
            hash = hash
                .text(trigger.name)
                .flag(trigger.before)
                .flag(trigger.for_each_row)
                .option(trigger.when)
                .text(trigger.execute)
                .word(trigger.events.len() as u64);
            let mut e = 0;
            while e < trigger.events.len() {
                hash = match trigger.events[e] {
                    TriggerEvent::Insert => hash.word(0),
                    TriggerEvent::Update(columns) => hash.word(1).texts(columns),
                    TriggerEvent::Delete => hash.word(2),
                    TriggerEvent::Truncate => hash.word(3),
                };
                e += 1;
            }
            i += 1;
        }
        hash
    }

    const fn number(self, number: Option<i64>) -> Self {
        match number {
            Some(number) => self.word(1).word(number.cast_unsigned()),
            None => self.word(0),
        }
    }

    const fn grant(self, grant: GrantDef) -> Self {
        let (kind, name) = match grant.on {
            GrantOn::Schema(name) => (0, name),
            GrantOn::Sequence(name) => (1, name),
            GrantOn::Function(name) => (2, name),
            GrantOn::Enum(name) => (3, name),
            GrantOn::Domain(name) => (4, name),
            GrantOn::Composite(name) => (5, name),
            GrantOn::View(name) => (6, name),
            GrantOn::MaterializedView(name) => (7, name),
        };
        let mut hash = self
            .word(kind)
            .option(grant.schema)
            .text(name)
            .text(grant.to)
            .flag(grant.grantable)
            .word(grant.privileges.len() as u64);
        let mut i = 0;
        while i < grant.privileges.len() {
            hash = hash.word(privilege(grant.privileges[i]));
            i += 1;
        }
        hash
    }
}

impl Object {
    /// Returns a number that changes with the definition of the object.
    ///
    /// ```
    /// use schema_core::prelude::*;
    ///
    /// const OLD: Object = Object::Role(RoleDef::new("app"));
    /// const NEW: Object = Object::Role(RoleDef::new("app").login());
    /// const { assert!(OLD.fingerprint() != NEW.fingerprint()) };
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let hash = Hash::new();
        match self {
            Self::Extension(name) => hash.word(0).text(name).0,
            Self::Role(def) => {
                hash.word(1)
                    .text(def.name)
                    .flag(def.login)
                    .flag(def.inherit)
                    .flag(def.bypass_row_level_security)
                    .flag(def.create_database)
                    .flag(def.create_role)
                    .texts(def.member_of)
                    .0
            }
            Self::Sequence(def) => {
                hash.word(2)
                    .option(def.schema)
                    .text(def.name)
                    .number(def.start)
                    .number(def.increment)
                    .number(def.min)
                    .number(def.max)
                    .number(def.cache)
                    .flag(def.cycle)
                    .0
            }
            Self::Function(def) => hash.word(3).text(def.signature).text(def.text).0,
            Self::Grant(def) => hash.word(4).grant(*def).0,
        }
    }
}

const fn privilege(privilege: Privilege) -> u64 {
    match privilege {
        Privilege::Select => 0,
        Privilege::Insert => 1,
        Privilege::Update => 2,
        Privilege::Delete => 3,
        Privilege::Truncate => 4,
        Privilege::References => 5,
        Privilege::Trigger => 6,
        Privilege::Maintain => 7,
        Privilege::Usage => 8,
        Privilege::Create => 9,
        Privilege::Execute => 10,
    }
}
