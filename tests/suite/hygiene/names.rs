//! Names of the user that are also names of the standard prelude, of ours, or of the generated code.

use ::std::assert_eq;

/// Shadows names of the standard prelude and of the built-in crates.
mod shadowed {
    pub struct Option<T>(T);
    pub struct Result;
    pub struct Vec;
    pub struct String;
    pub struct Box;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct Default;
    pub struct Clone;
    pub struct Copy;
    pub struct Debug;
    pub struct Sized;
    pub struct Send;
    pub mod core {}
    pub mod std {}
    pub mod schema_core {}

    #[::renamed::table(crate = ::renamed, name = "notes")]
    #[derive(::core::fmt::Debug)]
    pub struct Note {
        #[column(primary_key, identity)]
        pub id: i64,
        #[column(default = "none")]
        pub body: ::std::string::String,
        pub author: ::core::option::Option<::std::string::String>,
    }

    #[derive(::renamed::PgEnum)]
    #[pg_enum(crate = ::renamed)]
    pub enum Kind {
        Some,
        None,
        Ok,
    }
}

/// Tables named like items of our own prelude.
mod our_names {
    #[::renamed::table(crate = ::renamed, name = "columns")]
    pub struct Column {
        #[column(primary_key)]
        pub id: i64,
    }

    #[::renamed::table(crate = ::renamed, name = "tables")]
    pub struct Table {
        #[column(primary_key)]
        pub id: i64,
        #[column(references = Column.id)]
        pub column_id: i64,
        #[column(references = Table.id)]
        pub parent: ::core::option::Option<i64>,
    }

    #[::renamed::table(crate = ::renamed, name = "s")]
    pub struct S {
        #[column(primary_key)]
        pub s: i64,
    }

    #[::renamed::table(crate = ::renamed, name = "sources")]
    pub struct Source {
        #[column(primary_key)]
        pub source: i64,
    }

    #[::renamed::table(crate = ::renamed, name = "selects")]
    pub struct Select {
        #[column(primary_key)]
        pub id: i64,
    }
}

/// Fields named like our methods, like keywords, and like identifiers of the generated code.
mod field_names {
    #[::renamed::table(crate = ::renamed, name = "words")]
    #[index(r#type, filter)]
    pub struct Word {
        #[column(primary_key)]
        pub select: i64,
        pub r#type: i32,
        pub r#match: bool,
        pub filter: i32,
        pub eq: i32,
        pub find: i32,
        #[column(unique)]
        pub insert: i32,
        pub update: i32,
        pub delete: i32,
        pub all: i32,
        pub id: i32,
        pub rows: i32,
        pub binder: i32,
        pub row: i32,
        pub clone: i32,
        pub fmt: i32,
        pub new: i32,
    }

    #[derive(::renamed::Selectable)]
    #[selectable(crate = ::renamed)]
    pub struct Line {
        pub r#type: i32,
        pub s: i64,
        pub self_: bool,
        pub sql: i32,
        pub row: i32,
    }

    pub fn text() -> ::std::string::String {
        use ::renamed::expr::Expression as _;
        use ::renamed::{exec::Statement as _, query::TableMethods as _};
        let query = Word.select().filter(Word.eq.eq(Word.filter));
        let query = query.columns(SelectLine {
            r#type: Word.r#type,
            s: Word.select,
            self_: Word.r#match,
            sql: Word.find,
            row: Word.row,
        });
        query.to_sql().into_owned()
    }
}

#[test]
fn with_shadowed_names() {
    use ::renamed::{exec::Statement as _, query::TableMethods as _};
    assert_eq!(
        shadowed::Note
            .select()
            .columns(shadowed::Note.body)
            .to_sql(),
        r#"select "notes"."body" from "notes""#
    );
}

#[test]
fn with_tables_named_like_our_own_items() {
    use ::renamed::{exec::Statement as _, query::TableMethods as _};
    use our_names::{Column, S, Select, Source, Table};
    assert_eq!(
        Table
            .select()
            .inner_join_on(Table.column_id)
            .columns(Column.id)
            .to_sql(),
        r#"select "columns"."id" from "tables" join "columns" on "tables"."column_id" = "columns"."id""#
    );
    let all = (
        S.select().to_sql(),
        Source.select().to_sql(),
        Select.find(1).to_sql(),
    );
    assert_eq!(all.0, r#"select "s"."s" from "s""#);
    assert_eq!(all.1, r#"select "sources"."source" from "sources""#);
    assert_eq!(
        all.2,
        r#"select "selects"."id" from "selects" where "selects"."id" = $1"#
    );
}

#[test]
fn with_fields_of_any_name() {
    assert_eq!(
        field_names::text(),
        r#"select "words"."type", "words"."select", "words"."match", "words"."find", "words"."row" from "words" where "words"."eq" = "words"."filter""#
    );
}
