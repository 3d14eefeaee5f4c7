/// Selects a `Summary`: an expression for each field.
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[allow(missing_debug_implementations, reason = "it is part of a query")]
struct SelectSummary<Id, PatientField> {
    /// The expression for `id`.
    id: Id,
    /// The expression for `patient`.
    patient: PatientField,
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
    reason = "the marker of a column has the name of the field, and no values"
)]
mod summary_ {
    pub(super) enum summary_id {}
    pub(super) enum summary_patient {}
}
/// The columns of a subquery whose rows are `Summary`.
#[allow(dead_code, reason = "a program need not use every column")]
struct SummaryColumns<S = Summary> {
    /// Column `id`.
    id: ::schema_core::__private::Column<S, summary_::summary_id>,
    /// Column `patient`.
    patient: ::schema_core::__private::Column<S, summary_::summary_patient>,
}
/// The columns of a subquery whose rows are [`Summary`](struct@Summary).
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "`Summary` holds the columns, as it is the type of the rows"
)]
const Summary: SummaryColumns = SummaryColumns {
    id: ::schema_core::__private::Column::NEW,
    patient: ::schema_core::__private::Column::NEW,
};
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
        type Shape = __p::Whole<Self>;
        const EXPECTED: __p::Expected = __p::Expected::List(
            &[<Id as __p::Decoder>::EXPECTED, <PatientField as __p::Decoder>::EXPECTED],
        );
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
    __p::subquery_row! {
        Summary SummaryColumns "Summary" summary_ "Summary"(* const * mut * const * const
        * const * const * const * mut * const * mut * const * const * mut * mut * mut *
        const * mut * const * mut * mut * const * mut * const * mut * mut * const * mut *
        mut * const * const * mut * mut ()) { id summary_id "id" : i64 => __p::D0;
        patient summary_patient "patient" : Option < Patient > => __p::D1; }
    }
};
