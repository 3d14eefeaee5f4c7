//! A program that declares objects beside its tables, and the same program after some edits.

/// The first version.
pub(super) mod first {
    use schema_core::prelude::*;

    #[table(name = "notes", row_level_security)]
    #[policy(name = "own", to = "kit_app", using = "owner = current_user")]
    #[grant(select, insert, update(text), to = "kit_app")]
    #[trigger(name = "log", after(insert, update(text)), for_each = row, when = "new.text <> ''", execute = "log()")]
    pub(crate) struct Note {
        #[column(primary_key, default = sql("nextval('note_numbers')"))]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(updated_at)]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged].with(&[
        Object::Role(RoleDef::new("kit_app")),
        Object::Sequence(SequenceDef::new("note_numbers").start(1000)),
        Object::Function(FunctionDef::new("log()", include_str!("log.sql"))),
        Object::Grant(GrantDef::new(
            &[Privilege::Usage],
            GrantOn::Sequence("note_numbers"),
            "kit_app",
        )),
    ]);
}

/// Each object is changed or removed.
pub(super) mod second {
    use schema_core::prelude::*;

    #[table(name = "notes", row_level_security = forced)]
    #[policy(name = "own", command = select, to = "kit_app", using = "owner = current_user")]
    #[policy(name = "write", command = insert, with_check = "text <> 'secret'")]
    #[grant(select, delete, to = "kit_app")]
    #[trigger(name = "log", after(delete), for_each = row, execute = "log()")]
    pub(crate) struct Note {
        #[column(primary_key, default = sql("nextval('note_numbers')"))]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(default = now())]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged].with(&[
        Object::Role(RoleDef::new("kit_app")),
        Object::Sequence(SequenceDef::new("note_numbers").start(1000).increment(5)),
        Object::Function(FunctionDef::new(
            "log()",
            "create function log() returns trigger language plpgsql as 'begin return old; end'",
        )),
    ]);
}

/// The same tables, of which nothing else is declared.
pub(super) mod plain {
    use schema_core::prelude::*;

    #[table(name = "notes")]
    pub(crate) struct Note {
        #[column(primary_key)]
        pub(crate) id: i64,
        pub(crate) owner: String,
        pub(crate) text: String,
        #[column(default = now())]
        pub(crate) changed_at: chrono::DateTime<chrono::Utc>,
    }

    #[table(name = "logged")]
    pub(crate) struct Logged {
        pub(crate) note: i64,
    }

    pub(crate) const SCHEMA: Schema = schema![Note, Logged];
}
