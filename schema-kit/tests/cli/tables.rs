//! The tables of a program, and the same program after some edits.

/// The first version.
pub(crate) mod first {
    use schema_core::prelude::*;

    #[table(name = "users")]
    pub(crate) struct User {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(unique)]
        pub(crate) mail: String,
        pub(crate) note: Option<String>,
    }

    #[table(name = "orders")]
    pub(crate) struct Order {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(references = User.id, index)]
        pub(crate) user_id: i64,
        #[column(check = "total >= 0")]
        pub(crate) total: i32,
    }

    pub(crate) const SCHEMA: Schema = schema![User, Order];
}

/// Columns are added, and names are changed.
pub(crate) mod second {
    use schema_core::prelude::*;

    #[derive(PgEnum)]
    pub(crate) enum Priority {
        Low,
        High,
    }

    #[table(name = "people", renamed_from = "users")]
    pub(crate) struct Person {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(unique, renamed_from = "mail")]
        pub(crate) email: String,
        pub(crate) note: Option<String>,
    }

    #[table(name = "orders")]
    pub(crate) struct Order {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(references = Person.id, index)]
        pub(crate) user_id: i64,
        #[column(check = "total >= 0")]
        pub(crate) total: i32,
        #[column(default = Priority::Low)]
        pub(crate) priority: Priority,
    }

    pub(crate) const SCHEMA: Schema = schema![Person, Order];
}

/// A column of the first version is dropped, and another one has a name that nobody explains.
pub(crate) mod dropped {
    use schema_core::prelude::*;

    #[table(name = "users")]
    pub(crate) struct User {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(unique)]
        pub(crate) mail: String,
        pub(crate) remark: Option<String>,
    }

    #[table(name = "orders")]
    pub(crate) struct Order {
        #[column(primary_key, identity)]
        pub(crate) id: i64,
        #[column(references = User.id, index)]
        pub(crate) user_id: i64,
        #[column(check = "total >= 0")]
        pub(crate) total: i32,
    }

    pub(crate) const SCHEMA: Schema = schema![User, Order];
}
