//! The macros expand correctly where the usual names mean something else. The test is that this file compiles. Each
//! module also checks one SQL text, to prove that the expansion is not empty.
#![no_implicit_prelude]
#![allow(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    dead_code,
    reason = "these tables only have to expand; `lints.rs` checks for warnings"
)]

extern crate schema_core as renamed;

mod names;

/// No prelude, a renamed crate, every kind of attribute.
mod nothing_imported {
    #[::renamed::table(crate = ::renamed, name = "wards")]
    pub struct Ward {
        #[column(primary_key, identity)]
        pub id: i64,
        #[column(unique)]
        pub name: ::std::string::String,
    }

    #[derive(::renamed::PgEnum, ::core::clone::Clone, ::core::marker::Copy)]
    #[pg_enum(crate = ::renamed)]
    pub enum Status {
        Open,
        Shut,
    }

    #[derive(::renamed::PgNewtype)]
    #[pg_newtype(crate = ::renamed)]
    pub struct Code(::std::string::String);

    #[derive(::renamed::PgNewtype)]
    #[pg_newtype(crate = ::renamed, domain = "zip", check = "value <> ''")]
    pub struct Zip(::std::string::String);

    #[derive(::renamed::PgComposite)]
    #[pg_composite(crate = ::renamed)]
    pub struct Address {
        pub r#type: ::std::string::String,
        pub zip: ::core::option::Option<Zip>,
    }

    #[::renamed::table(crate = ::renamed, name = "beds", schema = "clinic")]
    #[primary_key(ward_id, number)]
    #[index(status, price.desc().nulls_last(), where = "price > 0")]
    #[unique(code, price, nulls_not_distinct)]
    #[check("price >= 0")]
    pub struct Bed {
        #[column(references = Ward.id, on_delete = cascade)]
        pub ward_id: i64,
        pub number: i32,
        #[column(default = Status::Open)]
        pub status: Status,
        pub code: ::core::option::Option<Code>,
        #[column(default = 10, check = "price < 1000", index)]
        pub price: i32,
        #[column(generated = "price * 2")]
        pub double: i32,
        #[column(default = sql("'{}'"))]
        pub marks: ::std::vec::Vec<i32>,
    }

    #[derive(::renamed::Insertable)]
    #[insertable(Bed, crate = ::renamed)]
    pub struct Draft<'a> {
        pub ward_id: i64,
        pub number: i32,
        #[insertable(column = price)]
        pub cost: &'a i32,
    }

    #[derive(::renamed::Selectable)]
    #[selectable(crate = ::renamed)]
    pub struct Line {
        pub ward: ::std::string::String,
        pub number: i32,
    }

    mod selected {
        use ::renamed::expr::Expression as _;
        use ::renamed::query::TableMethods as _;

        use super::Bed;

        #[::renamed::view(
            crate = ::renamed,
            materialized,
            query = Bed.select().filter(Bed.price.gt(3)).columns(SelectCheap { number: Bed.number, code: Bed.price })
        )]
        #[index(code)]
        pub struct Cheap {
            #[column(unique)]
            pub number: i32,
            pub code: i32,
        }
    }

    pub fn views() -> ::std::string::String {
        use ::renamed::exec::Statement as _;
        use ::renamed::query::TableMethods as _;
        let schema = ::renamed::schema![selected::Cheap, Bed, Ward];
        let refresh = selected::Cheap.refresh().concurrently().to_sql();
        ::std::format!("{refresh}; {}", schema.views().len())
    }

    pub fn text() -> ::std::string::String {
        use ::renamed::expr::Expression as _;
        use ::renamed::{exec::Statement as _, query::TableMethods as _};
        let query = Bed
            .select()
            .inner_join_on(Bed.ward_id)
            .filter(::renamed::sql!(
                crate = ::renamed,
                bool,
                "{} > {}",
                Bed.price,
                3
            ))
            .columns(SelectLine {
                ward: Ward.name,
                number: Bed.number,
            });
        let found = Bed.find(7, 3).filter(Bed.price.gt(1));
        ::std::format!("{}; {}", query.to_sql(), found.to_sql())
    }
}

/// Every visibility, and a table local to a function.
mod visibility {
    mod inner {
        #[::renamed::table(crate = ::renamed, name = "a")]
        struct Private {
            #[column(primary_key)]
            id: i64,
        }

        #[::renamed::table(crate = ::renamed, name = "b")]
        pub(super) struct Super {
            #[column(primary_key)]
            pub(super) id: i64,
            #[column(unique)]
            hidden: i64,
        }

        #[::renamed::table(crate = ::renamed, name = "c")]
        pub(crate) struct Crate {
            #[column(primary_key)]
            pub(crate) id: i64,
            #[column(references = Super.id)]
            pub(in crate::visibility) other: i64,
            #[column(references = Private.id)]
            private: i64,
        }

        #[::renamed::table(crate = ::renamed, name = "d")]
        pub struct Public {
            #[column(primary_key)]
            pub id: i64,
            private: i64,
        }
    }

    pub fn text() -> ::std::string::String {
        use ::renamed::{exec::Statement as _, query::TableMethods as _};
        #[::renamed::table(crate = ::renamed, name = "local")]
        struct Local {
            #[column(primary_key, references = inner::Public.id)]
            id: i64,
        }
        let joined = Local.select().inner_join_on(Local.id).columns(Local.id);
        let ids = (inner::Super.id, inner::Crate.other);
        ::std::format!("{} {:?}", joined.to_sql(), ids)
    }
}

/// Types behind aliases.
mod aliases {
    use ::core::option::Option as Perhaps;

    pub type Id = i64;
    pub type Text = ::std::string::String;
    pub type Note = Perhaps<Text>;

    #[derive(::renamed::PgNewtype)]
    #[pg_newtype(crate = ::renamed)]
    pub struct OrderId(Id);

    #[::renamed::table(crate = ::renamed, name = "orders")]
    pub struct Order {
        #[column(primary_key)]
        pub id: OrderId,
        #[column(references = Order.id)]
        pub parent: Perhaps<OrderId>,
        pub number: Id,
        pub note: Note,
    }

    pub fn text() -> ::std::string::String {
        use ::renamed::{exec::Statement as _, query::TableMethods as _};
        // The macro cannot see that `Note` is an `Option`, so the field is required. It still accepts NULL.
        let order = NewOrder {
            id: OrderId(7),
            number: 8,
            note: ::core::option::Option::None,
            parent: ::core::option::Option::None,
        };
        Order.insert(order).to_sql().into_owned()
    }
}

/// Tables generated by a user's macro.
mod generated {
    macro_rules! tables {
        ($($name:ident $table:literal { $($field:ident: $type:ty),* } => $other:ident;)*) => {$(
            #[::renamed::table(crate = ::renamed, name = $table)]
            pub struct $name {
                #[column(primary_key)]
                pub id: i64,
                #[column(references = $other.id)]
                pub other: i64,
                $(pub $field: $type,)*
            }
        )*};
    }

    tables! {
        Cat "cats" { name: ::std::string::String, lives: i32 } => Dog;
        Dog "dogs" { name: ::core::option::Option<::std::string::String> } => Cat;
    }

    pub fn text() -> ::std::string::String {
        use ::renamed::{exec::Statement as _, query::TableMethods as _};
        let query = Cat.select().left_join_on(Cat.other).columns(Dog.name);
        query.to_sql().into_owned()
    }
}

use ::std::assert_eq;

#[test]
fn without_a_prelude() {
    assert_eq!(
        nothing_imported::text(),
        r#"select "wards"."name", "clinic"."beds"."number" from "clinic"."beds" join "wards" on "clinic"."beds"."ward_id" = "wards"."id" where "clinic"."beds"."price" > $1::integer; select "clinic"."beds"."ward_id", "clinic"."beds"."number", "clinic"."beds"."status", "clinic"."beds"."code", "clinic"."beds"."price", "clinic"."beds"."double", "clinic"."beds"."marks" from "clinic"."beds" where "clinic"."beds"."ward_id" = $1 and "clinic"."beds"."number" = $2 and "clinic"."beds"."price" > $3"#
    );
}

#[test]
fn views_without_a_prelude() {
    assert_eq!(
        nothing_imported::views(),
        r#"refresh materialized view concurrently "cheap"; 1"#
    );
}

#[test]
fn with_any_visibility() {
    assert_eq!(
        visibility::text(),
        r#"select "local"."id" from "local" join "d" on "local"."id" = "d"."id" (b.id, c.other)"#
    );
}

#[test]
fn with_aliased_types() {
    assert_eq!(
        aliases::text(),
        r#"insert into "orders" ("id", "parent", "number", "note") values ($1, $2, $3, $4)"#
    );
}

#[test]
fn inside_another_macro() {
    assert_eq!(
        generated::text(),
        r#"select "dogs"."name" from "cats" left join "dogs" on "cats"."other" = "dogs"."id""#
    );
}
