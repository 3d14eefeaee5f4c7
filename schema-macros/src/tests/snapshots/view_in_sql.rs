#[allow(dead_code, reason = "a field is a column, even if the program never reads it")]
struct OpenOrder {
    id: i64,
}
#[doc(hidden)]
#[allow(
    non_camel_case_types,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    dead_code,
    clippy::pedantic,
    reason = "the marker type of a column has the column's name and no values"
)]
mod open_order_ {
    pub(super) enum id {}
}
::schema_core::__private::columns_struct! {
    " The columns of view `open_orders`, available as the constant `OpenOrder`."
    OpenOrderColumns S OpenOrder open_order_ " Column `id`: `i64`." id;
}
/// View `open_orders`.
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "`OpenOrder` is both the table and the type of its rows"
)]
const OpenOrder: OpenOrderColumns = <OpenOrderColumns as ::schema_core::__private::SourceColumns>::NEW;
const _: () = {
    use ::schema_core::__private as __p;
    __p::table! {
        OpenOrder OpenOrderColumns S "OpenOrder" open_order_ { renamed_from :
        ::core::option::Option::None, comment : ::core::option::Option::None, primary_key
        : ::core::option::Option::None, uniques : & [], checks : & [], foreign_keys : &
        [], indexes : & [], access : __p::AccessDef::NONE, storage : &
        __p::StorageDef::NONE, } __values0 { id 0 : i64 => ByUser __p::D0, COLUMN; }
    }
    impl __p::Relation for OpenOrder {
        type Columns<__S: __p::Source> = OpenOrderColumns<__S>;
        type Id = *const *mut *mut *const *mut *mut *mut *mut *mut *const *const *const *const *const *const *const *mut *const *const *mut *mut *mut *const *mut *mut *const *const *const *mut *const *mut *mut ();
        type Needs = ();
        const NAME: __p::TableName = __p::TableName {
            schema: ::core::option::Option::None,
            name: "open_orders",
        };
        const COLUMNS: &'static [&'static str] = &["id"];
        const VIEW: ::core::option::Option<&'static __p::ViewDef> = {
            ::core::option::Option::Some(
                &__p::ViewDef {
                    relation: <OpenOrderColumns as __p::SourceColumns>::DEF,
                    query: || ::core::result::Result::Ok(
                        ::std::string::String::from("select id from orders where open"),
                    ),
                    query_hash: __p::view_sql_hash("select id from orders where open"),
                    materialized: false,
                    no_data: false,
                    options: &[],
                },
            )
        };
    }
    impl __p::Table for OpenOrder {}
};
