//! Privileges of objects that are created later.

use schema_ddl::model::{DefaultGrant, DefaultPrivileges, Model, ObjectClass, Privilege};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::FIRST;
use super::access::{READER, WRITER};

fn grant(role: &str, privilege: Privilege, grantable: bool) -> DefaultGrant {
    DefaultGrant {
        role: role.to_owned(),
        privilege,
        grantable,
    }
}

/// Default privileges of the role that creates everything, and of another one.
pub(super) fn default_privileges(c: &mut Choices, model: &mut Model, user: &str) {
    let has = |name: &str| model.roles.iter().any(|role| role.name == name);
    let (has_reader, has_writer) = (has(READER), has(WRITER));
    let mut add = |creator: &str, schema: Option<&str>, on, grants| {
        model.default_privileges.push(DefaultPrivileges {
            creator: creator.to_owned(),
            schema: schema.map(str::to_owned),
            on,
            grants,
        });
    };
    choose!(c, "default privileges of tables";
        "no default privileges of tables" => (),
        "for a role" => if has_reader {
            let grants = vec![grant(READER, Privilege::Select, c.flag())];
            add(user, Some(FIRST), ObjectClass::Tables, grants);
        },
        "for all roles" => {
            let grants = vec![grant("public", c.one_of(&[Privilege::Select, Privilege::Insert]), false)];
            add(user, Some(FIRST), ObjectClass::Tables, grants);
        },
        ;
    );
    choose!(c, "default privileges of sequences";
        "no default privileges of sequences" => (),
        "default privileges of sequences" => {
            let grants = vec![grant("public", Privilege::Usage, false)];
            add(user, Some(FIRST), ObjectClass::Sequences, grants);
        },
        ;
    );
    choose!(c, "default privileges of routines";
        "no default privileges of routines" => (),
        "closed routines" => add(user, None, ObjectClass::Routines, vec![]),
        ;
    );
    if has_writer {
        choose!(c, "default privileges of another role";
            "no default privileges of another role" => (),
            "closed types" => add(WRITER, None, ObjectClass::Types, vec![]),
            "schemas" => add(WRITER, None, ObjectClass::Schemas, vec![grant("public", Privilege::Usage, false)]),
            ;
        );
    }
    let key = |one: &DefaultPrivileges| (one.creator.clone(), one.schema.clone(), one.on);
    model.default_privileges.sort_by_key(key);
}
