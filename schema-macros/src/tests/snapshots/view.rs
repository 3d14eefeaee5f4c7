#[allow(dead_code, reason = "a field is a column, even if the program never reads it")]
/// Open orders.
pub struct OpenOrder {
    pub id: i64,
    note: Option<String>,
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
pub mod open_order_ {
    pub enum id {}
    pub(super) enum note {}
}
::schema_core::__private::columns_struct! {
    " The columns of view `open_orders`, available as the constant `OpenOrder`." pub
    OpenOrderColumns S OpenOrder open_order_ " Column `id`: `i64`." pub id;
    " Column `note`: `Option<String>`." note;
}
/// Open orders.
///
/// View `open_orders`.
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "`OpenOrder` is both the table and the type of its rows"
)]
pub const OpenOrder: OpenOrderColumns = <OpenOrderColumns as ::schema_core::__private::SourceColumns>::NEW;
/// Selects a `OpenOrder`: an expression for each field.
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[allow(missing_debug_implementations, reason = "it is part of a query")]
pub struct SelectOpenOrder<Id, Note> {
    /// The expression for `id`.
    pub id: Id,
    /// The expression for `note`.
    note: Note,
}
const _: () = {
    use ::schema_core::__private as __p;
    __p::table! {
        OpenOrder OpenOrderColumns S "OpenOrder" open_order_ { renamed_from :
        ::core::option::Option::None, comment :
        ::core::option::Option::Some("Open orders."), primary_key :
        ::core::option::Option::None, uniques : & [], checks : & [], foreign_keys : & [],
        indexes : & [__p::IndexDef { name : ::core::option::Option::None, method :
        "btree", elements : & [__p::index_column("id")], include : & [], unique : true,
        nulls_not_distinct : false, with : & [], filter : ::core::option::Option::None,
        }], access : __p::AccessDef::NONE, storage : & __p::StorageDef::NONE, } __values0
        { id 0 : i64 => ByUser __p::D0, COLUMN; note 1 : Option < String > => ByUser
        __p::D1, COLUMN; }
    }
    #[automatically_derived]
    impl<Id: __p::SelectionKind, Note: __p::SelectionKind> __p::SelectionKind
    for SelectOpenOrder<Id, Note> {
        type Kind = <<Id as __p::SelectionKind>::Kind as __p::Kind>::And<
            <Note as __p::SelectionKind>::Kind,
        >;
    }
    impl<
        S,
        __I0,
        __I1,
        __D0,
        __D1,
        Id,
        Note,
    > __p::Selection<S, (__I0, __I1), SelectOpenOrder<__D0, __D1>>
    for SelectOpenOrder<Id, Note>
    where
        Id: __p::SelectField<S, __I0, i64, __D0>,
        Note: __p::SelectField<S, __I1, Option<String>, __D1>,
    {}
    #[automatically_derived]
    impl<Id, Note> __p::Decoder for SelectOpenOrder<Id, Note>
    where
        Id: __p::Decoder<Row = i64>,
        Note: __p::Decoder<Row = Option<String>>,
    {
        type Row = OpenOrder;
        type Shape = __p::Whole<Self>;
        const EXPECTED: __p::Expected = __p::Expected::List(
            &[<Id as __p::Decoder>::EXPECTED, <Note as __p::Decoder>::EXPECTED],
        );
        fn decode(
            __row: &mut __p::RowReader<'_>,
        ) -> ::core::result::Result<OpenOrder, __p::BoxDynError> {
            ::core::result::Result::Ok(OpenOrder {
                id: <Id as __p::Decoder>::decode(__row)?,
                note: <Note as __p::Decoder>::decode(__row)?,
            })
        }
        fn describe(__columns: &mut __p::ColumnList<'_>) {
            <Id as __p::Decoder>::describe(__columns);
            <Note as __p::Decoder>::describe(__columns);
        }
    }
    #[automatically_derived]
    impl<Id: __p::Fragment, Note: __p::Fragment> __p::Fragment
    for SelectOpenOrder<Id, Note> {
        const TOKENS: &'static [__p::Token] = &[
            __p::Token::Sub(<Id as __p::Fragment>::TOKENS),
            __p::Token::Text(", "),
            __p::Token::Sub(<Note as __p::Fragment>::TOKENS),
        ];
        const STATIC: bool = true && <Id as __p::Fragment>::STATIC
            && <Note as __p::Fragment>::STATIC;
        fn write(&self, __sql: &mut __p::SqlWriter) {
            __p::Fragment::write(&self.id, __sql);
            __sql.text(", ");
            __p::Fragment::write(&self.note, __sql);
        }
        fn bind(
            &self,
            __arguments: &mut __p::Arguments,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            __p::Fragment::bind(&self.id, __arguments)?;
            __p::Fragment::bind(&self.note, __arguments)?;
            ::core::result::Result::Ok(())
        }
    }
    impl __p::Relation for OpenOrder {
        type Columns<__S: __p::Source> = OpenOrderColumns<__S>;
        type Id = *const *mut *mut *const *mut *mut *mut *mut *mut *const *const *const *const *const *const *const *mut *const *const *mut *mut *mut *const *mut *mut *const *const *const *mut *const *mut *mut ();
        type Needs = ();
        const NAME: __p::TableName = __p::TableName {
            schema: ::core::option::Option::None,
            name: "open_orders",
        };
        const COLUMNS: &'static [&'static str] = &["id", "note"];
        const VIEW: ::core::option::Option<&'static __p::ViewDef> = {
            fn __query() -> impl __p::Fragment {
                __p::view_query::<
                    OpenOrder,
                    _,
                >(
                    Order
                        .select()
                        .columns(SelectOpenOrder {
                            id: Order.id,
                            note: Order.note,
                        }),
                )
            }
            ::core::option::Option::Some(
                &__p::ViewDef {
                    relation: <OpenOrderColumns as __p::SourceColumns>::DEF,
                    query: || __p::view_text(&__query()),
                    query_hash: __p::view_hash(
                        &__query,
                        "Order . select ( ) . columns ( SelectOpenOrder { id : Order . id , note : Order . note } ) ",
                    ),
                    materialized: true,
                    no_data: false,
                    options: &[("fillfactor", "70")],
                },
            )
        };
    }
    impl __p::Table for OpenOrder {}
    impl __p::Refreshable for OpenOrder {}
    impl __p::RefreshedConcurrently for OpenOrder {}
};
