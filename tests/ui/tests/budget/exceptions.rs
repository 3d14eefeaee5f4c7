//! Cases that may exceed a limit, with the reason.

/// Cases that may produce more errors, with the reason.
pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception::errors("attribute/two_mistakes", 2, "it makes two mistakes"),
    Exception::errors(
        "attribute/invalid_still_usable",
        3,
        "it makes three mistakes",
    ),
    Exception::errors(
        "derive/row_in_columns",
        2,
        "rustc checks each field by itself, and then the struct",
    ),
    Exception::errors(
        "habit/and_of_rust",
        2,
        "rustc checks each operand of `&&` by itself",
    ),
    Exception::errors(
        "attribute/not_rust",
        2,
        "the macro must not swallow invalid Rust, so the compiler reports it again",
    ),
];

const MACRO: &str =
    "rustc names the macro from whose expansion a type comes, and always gives the same advice";
const QUERY: &str =
    "rustc names the type of a query or of its columns, shortened to half of the output";
const EXPRESSION: &str = "rustc names the type of an expression, shortened to half of the output";

/// Cases that may have other wide lines, with the reason.
pub(super) const WIDE: &[(&str, &str)] = &[
    ("foreign_key/not_a_table", MACRO),
    ("habit/table_in_columns", MACRO),
    ("habit/table_in_order_by", MACRO),
    ("habit/table_in_returning", MACRO),
    ("query/function_argument_of_another_type", MACRO),
    ("query/function_column_of_another_type", MACRO),
    ("query/reference_to_a_whole_row_inserted", MACRO),
    ("query/row_of_another_table", MACRO),
    ("query/rows_of_another_table", MACRO),
    ("query/rows_that_are_no_list", MACRO),
    ("subquery/as_table_of_a_nested_row", MACRO),
    ("subquery/exists_of_a_table", MACRO),
    ("query/arms_of_different_orderings", QUERY),
    ("query/join_behind_columns", QUERY),
    ("subquery/grouped_outer_table", QUERY),
    ("subquery/is_in_two_columns", QUERY),
    ("subquery/joined_without_as_table", QUERY),
    ("subquery/scalar_of_two_columns", QUERY),
    ("query/distance_of_another_dimension", EXPRESSION),
    ("query/expression_not_grouped", EXPRESSION),
    ("query/function_in_filter_of_another_type", EXPRESSION),
    ("query/group_by_a_value", EXPRESSION),
    ("query/group_by_a_value_in_a_tuple", EXPRESSION),
    ("query/is_in_list_of_another_type", EXPRESSION),
    ("query/none_set", EXPRESSION),
    ("query/partition_by_a_value", EXPRESSION),
    ("query/returned_condition", EXPRESSION),
    ("types/function_of_text_of_a_number", EXPRESSION),
];

/// Cases that may be longer, with the reason.
pub(super) const LONG: &[(&str, &str)] = &[
    (
        "derive/selectable_null",
        "rustc notes each step from the field to the query, and quotes the struct",
    ),
    (
        "derive/selectable_type_mismatch",
        "rustc notes each step from the field to the query, and quotes the struct",
    ),
    (
        "query/returned_condition",
        "rustc lists eight expressions, since an opaque type could be any of them",
    ),
    (
        "subquery/as_table_of_a_nested_row",
        "rustc quotes the struct three times, at the row, the field and the derive",
    ),
];

pub(super) struct Exception {
    pub(super) case: &'static str,
    pub(super) errors: usize,
    pub(super) reason: &'static str,
}

impl Exception {
    const fn errors(case: &'static str, errors: usize, reason: &'static str) -> Self {
        Self {
            case,
            errors,
            reason,
        }
    }

    pub(super) fn of(case: &str) -> Option<&'static Self> {
        EXCEPTIONS.iter().find(|exception| exception.case == case)
    }
}
