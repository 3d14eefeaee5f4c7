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
        "query/keyset_of_another_table",
        2,
        "rustc checks the keys, and then the values of a row, by themselves",
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
const CONSTANT: &str = "rustc names the constant that it evaluates";
const COMMAND: &str =
    "it contains the command to run; rustc adds the macro from whose expansion it comes";
const STD: &str =
    "rustc names the path of a type if the standard library has another one of that name";
const VARIANT: &str =
    "rustc names the path of a type if an enum of the crate has a variant of that name";
const EXPRESSION: &str = "rustc names the type of an expression, shortened to half of the output";

/// Cases that may have other wide lines, with the reason.
pub(super) const WIDE: &[(&str, &str)] = &[
    ("query/limited_update_without_filter", VARIANT),
    ("query/update_returning_without_filter", VARIANT),
    ("foreign_key/not_a_table", MACRO),
    ("habit/table_in_columns", MACRO),
    ("derive/json_path_into_a_type_without_paths", MACRO),
    ("query/copy_in_of_rows", MACRO),
    ("query/insert_from_a_number", MACRO),
    ("query/insert_from_a_selected_struct", MACRO),
    ("query/reference_to_a_whole_row_inserted", MACRO),
    ("habit/table_in_order_by", MACRO),
    ("habit/table_in_returning", MACRO),
    ("query/lock_of_another_table", MACRO),
    ("query/union_of_a_table", MACRO),
    ("query/function_argument_of_another_type", MACRO),
    ("query/function_column_of_another_type", MACRO),
    ("query/row_of_another_table", MACRO),
    ("query/rows_of_another_table", MACRO),
    ("query/rows_that_are_no_list", MACRO),
    ("subquery/as_table_of_a_nested_row", MACRO),
    ("subquery/exists_of_a_table", MACRO),
    ("query/insert_columns_from_a_nullable_column", QUERY),
    ("query/insert_columns_from_another_type", QUERY),
    ("query/set_excluded_of_another_table", QUERY),
    ("query/union_of_another_number_of_columns", QUERY),
    ("query/union_of_other_columns", QUERY),
    ("query/union_ordered_by_a_missing_column", QUERY),
    ("query/union_ordered_by_a_table", QUERY),
    ("subquery/recursive_query_without_union", QUERY),
    ("query/arms_of_different_orderings", QUERY),
    ("query/join_behind_columns", QUERY),
    ("query/path_of_the_outer_query", QUERY),
    ("subquery/grouped_outer_table", QUERY),
    ("subquery/is_in_two_columns", QUERY),
    ("subquery/joined_without_as_table", QUERY),
    ("subquery/scalar_of_two_columns", QUERY),
    ("query/distance_of_another_dimension", EXPRESSION),
    ("query/distinct_on_a_value", EXPRESSION),
    ("query/expression_not_grouped", EXPRESSION),
    ("query/frame_range_of_another_type", EXPRESSION),
    ("query/function_in_filter_of_another_type", EXPRESSION),
    ("query/group_by_a_value", EXPRESSION),
    ("query/grouping_set_of_another_column", EXPRESSION),
    ("query/group_by_a_value_in_a_tuple", EXPRESSION),
    ("query/is_in_list_of_another_type", EXPRESSION),
    ("query/none_set", EXPRESSION),
    ("query/partition_by_a_value", EXPRESSION),
    ("query/returned_condition", EXPRESSION),
    ("expression/row_of_another_length", EXPRESSION),
    ("types/function_of_text_of_a_number", EXPRESSION),
    ("types/multirange_column", CONSTANT),
    ("types/range_of_another_type", STD),
    ("migrations/added_table", COMMAND),
    ("migrations/added_view", COMMAND),
    ("migrations/edited_enum", COMMAND),
    ("migrations/edited_table", COMMAND),
    ("migrations/merge_conflict", COMMAND),
    ("migrations/removed_table", COMMAND),
    ("view/delete_from_a_view", MACRO),
    ("view/insert_into_a_view", MACRO),
    ("view/truncate_of_a_view", MACRO),
    ("view/update_of_a_view", MACRO),
    ("view/not_a_select", QUERY),
    ("view/other_rows", QUERY),
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
