const _: () = {
    use ::schema_core::__private as __p;
    const __COLUMNS: &[&str] = &[
        __p::name_of(&__p::columns::<MedicalOrder>().patient_id),
        __p::name_of(&__p::columns::<MedicalOrder>().note),
    ];
    #[automatically_derived]
    impl<'a> __p::InsertRow<MedicalOrder> for Import<'a> {
        type Row = Self;
        fn into_row(self) -> Self {
            self
        }
        const COLUMNS: &'static [&'static str] = __COLUMNS;
        fn bind<'__r>(
            __rows: impl ::core::iter::Iterator<
                Item = &'__r Self,
            > + ::core::clone::Clone,
            __binder: &mut __p::Binder<'_>,
        ) -> ::core::result::Result<(), __p::BoxDynError>
        where
            Self: '__r,
        {
            let __columns = __p::columns::<MedicalOrder>();
            __binder.column(&__columns.patient_id, &__rows, |__row| &__row.patient_id)?;
            __binder.column(&__columns.note, &__rows, |__row| &__row.text)?;
            ::core::result::Result::Ok(())
        }
    }
    const _: () = __p::check_insert(
        <MedicalOrder as __p::Table>::DEF,
        __COLUMNS,
        "Import",
    );
};
