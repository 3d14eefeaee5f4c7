//! The table with each type of a column.

/// The table before the change.
pub(crate) mod before {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "items")]
    pub(crate) struct Item {
        #[column(primary_key)]
        pub(crate) id: i32,
        #[column(default = 0, index, check = "price >= 0")]
        pub(crate) price: i32,
        pub(crate) copy: i32,
        #[column(unique)]
        pub(crate) code: Option<String>,
        #[column(updated_at)]
        pub(crate) changed_at: DateTime<Utc>,
    }

    pub(crate) const SCHEMA: Schema = schema![Item];
}

/// The price gets a wider type.
pub(crate) mod wide {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "items")]
    pub(crate) struct Item {
        #[column(primary_key)]
        pub(crate) id: i32,
        /// In cents.
        #[column(default = 1, index, check = "price >= 0")]
        pub(crate) price: i64,
        pub(crate) copy: i32,
        #[column(unique)]
        pub(crate) code: Option<String>,
        #[column(updated_at)]
        pub(crate) changed_at: DateTime<Utc>,
    }

    pub(crate) const SCHEMA: Schema = schema![Item];
}

/// The code becomes a number.
pub(crate) mod number {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "items")]
    pub(crate) struct Item {
        #[column(primary_key)]
        pub(crate) id: i32,
        #[column(default = 0, index, check = "price >= 0")]
        pub(crate) price: i32,
        pub(crate) copy: i32,
        #[column(unique)]
        pub(crate) code: Option<i64>,
        #[column(updated_at)]
        pub(crate) changed_at: DateTime<Utc>,
    }

    pub(crate) const SCHEMA: Schema = schema![Item];
}

/// The key gets a wider type.
pub(crate) mod key {
    use chrono::{DateTime, Utc};
    use schema_core::prelude::*;

    #[table(name = "items")]
    pub(crate) struct Item {
        #[column(primary_key)]
        pub(crate) id: i64,
        #[column(default = 0, index, check = "price >= 0")]
        pub(crate) price: i32,
        pub(crate) copy: i32,
        #[column(unique)]
        pub(crate) code: Option<String>,
        #[column(updated_at)]
        pub(crate) changed_at: DateTime<Utc>,
    }

    pub(crate) const SCHEMA: Schema = schema![Item];
}
