/// The columns of a `Summary`: an expression for each field.
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[allow(missing_debug_implementations, reason = "it is a part of a query")]
struct SelectSummary<Id, PatientField> {
    /// What is selected into `id`.
    id: Id,
    /// What is selected into `patient`.
    patient: PatientField,
}
const _: () = {
    use ::schema_core::__private as __p;
    #[automatically_derived]
    impl<Id: __p::SelectionKind, PatientField: __p::SelectionKind> __p::SelectionKind
    for SelectSummary<Id, PatientField> {
        type Kind = <<Id as __p::SelectionKind>::Kind as __p::Kind>::And<
            <PatientField as __p::SelectionKind>::Kind,
        >;
    }
    impl<
        S,
        __I0,
        __I1,
        __D0,
        __D1,
        Id,
        PatientField,
    > __p::Selection<S, (__I0, __I1), SelectSummary<__D0, __D1>>
    for SelectSummary<Id, PatientField>
    where
        Id: __p::SelectField<S, __I0, i64, __D0>,
        PatientField: __p::SelectField<S, __I1, Option<Patient>, __D1>,
    {}
    #[automatically_derived]
    impl<Id, PatientField> __p::Decoder for SelectSummary<Id, PatientField>
    where
        Id: __p::Decoder<Row = i64>,
        PatientField: __p::Decoder<Row = Option<Patient>>,
    {
        type Row = Summary;
        fn decode(
            __row: &mut __p::RowReader<'_>,
        ) -> ::core::result::Result<Summary, __p::BoxDynError> {
            ::core::result::Result::Ok(Summary {
                id: <Id as __p::Decoder>::decode(__row)?,
                patient: <PatientField as __p::Decoder>::decode(__row)?,
            })
        }
        fn describe(__columns: &mut __p::ColumnList<'_>) {
            <Id as __p::Decoder>::describe(__columns);
            <PatientField as __p::Decoder>::describe(__columns);
        }
    }
    #[automatically_derived]
    impl<Id: __p::Fragment, PatientField: __p::Fragment> __p::Fragment
    for SelectSummary<Id, PatientField> {
        const TOKENS: &'static [__p::Token] = &[
            __p::Token::Sub(<Id as __p::Fragment>::TOKENS),
            __p::Token::Text(", "),
            __p::Token::Sub(<PatientField as __p::Fragment>::TOKENS),
        ];
        const STATIC: bool = true && <Id as __p::Fragment>::STATIC
            && <PatientField as __p::Fragment>::STATIC;
        fn write(&self, __sql: &mut __p::SqlWriter) {
            __p::Fragment::write(&self.id, __sql);
            __sql.text(", ");
            __p::Fragment::write(&self.patient, __sql);
        }
        fn bind(
            &self,
            __arguments: &mut __p::Arguments,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            __p::Fragment::bind(&self.id, __arguments)?;
            __p::Fragment::bind(&self.patient, __arguments)?;
            ::core::result::Result::Ok(())
        }
    }
};
