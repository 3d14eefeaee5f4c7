#[allow(dead_code, reason = "a field is a column, even if the program never reads it")]
/// A visit's order.
#[derive(Debug)]
pub struct MedicalOrder {
    pub id: i64,
    pub patient_id: i64,
    priority: i32,
    pub r#type: Option<String>,
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
pub mod medical_order_ {
    pub enum id {}
    pub enum patient_id {}
    pub(super) enum priority {}
    pub enum r#type {}
}
::schema_core::__private::columns_struct! {
    " The columns of table `medical_orders`, available as the constant `MedicalOrder`."
    pub MedicalOrderColumns S MedicalOrder medical_order_
    " Column `id`: `i64`, primary key, assigned by the database." pub id;
    " Column `patient_id`: `i64`, references `Patient.id` and is deleted with it." pub
    patient_id; " Column `priority`: `i32`, default `0`." priority;
    " Column `type`: `Option<String>`." pub r#type;
}
/// A visit's order.
///
/// Table `medical_orders`.
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "`MedicalOrder` is both the table and the type of its rows"
)]
pub const MedicalOrder: MedicalOrderColumns = <MedicalOrderColumns as ::schema_core::__private::SourceColumns>::NEW;
/// The required columns of an insert into table `medical_orders`; use `set` for the optional ones.
#[derive(Debug)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    dead_code,
    reason = "its fields and derives follow the struct of the table"
)]
pub struct NewMedicalOrder {
    pub patient_id: i64,
}
const _: () = {
    use ::schema_core::__private as __p;
    __p::table! {
        MedicalOrder MedicalOrderColumns S "MedicalOrder" medical_order_ { renamed_from :
        ::core::option::Option::None, comment :
        ::core::option::Option::Some("A visit's order."), primary_key :
        ::core::option::Option::Some(__p::PrimaryKeyDef { name :
        ::core::option::Option::None, columns : & ["id"], include : & [], deferrable :
        __p::Deferrable::No }), uniques : & [], checks : & [], foreign_keys : &
        [__p::ForeignKeyDef { name : ::core::option::Option::None, columns : &
        ["patient_id"], table : __p::table_of(& __p::columns:: < Patient > ().id),
        references : & [__p::name_of(& __p::columns:: < Patient > ().id)], on_delete :
        __p::Action::Cascade, on_update : __p::Action::NoAction, deferrable :
        __p::Deferrable::No, not_valid : false, not_enforced : false, }], indexes : & [],
        access : __p::AccessDef::NONE, storage : & __p::StorageDef::NONE, } __values0 {
        id 0 : i64 => ByServer __p::KeyIndex < __p::D0 >, COLUMN
        .identity(__p::Identity::Always); patient_id 1 : i64 => Required __p::D1,
        REQUIRED; priority 2 : i32 => ByUser __p::D2, COLUMN
        .default(__p::DefaultDef::Value(|| { #[allow(unused_imports, reason =
        "only defaults that call a function use it")] use
        ::schema_core::__private::default_functions:: *; __p::default_sql:: <
        medical_order_::priority, _ > (0) })); r#type 3 : Option < String > => ByUser
        __p::D3, COLUMN; }
    }
    #[allow(dead_code, reason = "a program need not use every `find` method")]
    impl<S: __p::Source> MedicalOrderColumns<S> {
        /// Finds the row with this primary key: `where "id" = $1`.
        pub fn find<V0: __p::IntoKey<medical_order_::id>>(
            self,
            id: V0,
        ) -> __p::Find<S, (__p::Column<S, medical_order_::id>,), (V0::Expr,)> {
            __p::find((self.id,), (__p::IntoKey::into_key(id),))
        }
    }
    impl __p::Relation for MedicalOrder {
        type Columns<__S: __p::Source> = MedicalOrderColumns<__S>;
        type Id = *const *mut *const *const *mut *const *mut *mut *mut *mut *mut *const *const *const *const *const *mut *const *const *const *mut *mut *const *mut *const *const *mut *const *mut *const *const *const ();
        type Needs = ();
        const NAME: __p::TableName = __p::TableName {
            schema: ::core::option::Option::None,
            name: "medical_orders",
        };
        const COLUMNS: &'static [&'static str] = &[
            "id",
            "patient_id",
            "priority",
            "type",
        ];
    }
    impl __p::Table for MedicalOrder {}
    impl __p::Written for MedicalOrder {}
    impl __p::PrimaryKey for MedicalOrder {
        type Key = (medical_order_::id,);
    }
    impl __p::UniqueColumns<MedicalOrder>
    for __p::Column<MedicalOrder, medical_order_::id> {}
    #[automatically_derived]
    impl __p::InsertRow<MedicalOrder> for NewMedicalOrder {
        type Row = Self;
        fn into_row(self) -> Self {
            self
        }
        const COLUMNS: &'static [&'static str] = &["patient_id"];
        fn bind<'__r>(
            __rows: impl ::core::iter::Iterator<
                Item = &'__r Self,
            > + ::core::clone::Clone,
            __binder: &mut __p::Binder<'_>,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            __binder
                .columns::<
                    (medical_order_::patient_id,),
                    _,
                >(&__rows, |__row| (&__row.patient_id,))?;
            ::core::result::Result::Ok(())
        }
    }
    impl __p::KeyTo<Patient> for medical_order_::patient_id {
        const COLUMN: &'static str = __p::name_of(&__p::columns::<Patient>().id);
    }
    const _: fn() = || {
        __p::optional::<medical_order_::r#type>();
        let __referenced = __p::Referenced(__p::columns::<Patient>().id);
        __referenced.by::<medical_order_::patient_id>();
        __p::unique::<Patient, _>(__p::columns::<Patient>().id);
    };
};
