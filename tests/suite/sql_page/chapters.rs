//! Which cases belong to which section of the Postgres manual on functions and operators.

/// The cases of a file; all if none is named.
type Cases = (&'static str, &'static [&'static str]);

/// A section on functions and operators.
pub(crate) struct Chapter {
    pub(crate) title: &'static str,
    pub(crate) cases: &'static [Cases],
    /// Files whose `functions!` belong to the section.
    pub(crate) declared: &'static [&'static str],
}

const fn chapter(
    title: &'static str,
    cases: &'static [Cases],
    declared: &'static [&'static str],
) -> Chapter {
    Chapter {
        title,
        cases,
        declared,
    }
}

pub(crate) const FUNCTIONS: &[Chapter] = &[
    chapter(
        "9.1 Logic",
        &[("logic", &["and_binds_tighter_than_or", "not"])],
        &[],
    ),
    chapter(
        "9.2 Comparison",
        &[
            (
                "operator",
                &[
                    "comparison_with_a_value",
                    "comparison_with_a_column",
                    "null_tests",
                    "distinct_from",
                ],
            ),
            ("list", &["between"]),
            ("number", &["tests_and_ranges"]),
        ],
        &[],
    ),
    chapter(
        "9.3 Mathematics",
        &[
            ("arithmetic", &[]),
            ("number", &["floats", "integers_and_decimals", "bits"]),
        ],
        &["math.rs"],
    ),
    chapter(
        "9.4 Text",
        &[
            ("operator", &["concatenation"]),
            ("text", &["any_values", "of_text", "collations"]),
        ],
        &["text.rs"],
    ),
    chapter("9.5 Bytes", &[("text", &["of_bytes"])], &["bytes.rs"]),
    chapter(
        "9.7 Patterns",
        &[("operator", &["patterns"]), ("pattern", &[])],
        &[],
    ),
    chapter(
        "9.8, 9.9 Dates, times and their formats",
        &[("time", &[])],
        &["time/mod.rs"],
    ),
    chapter(
        "9.11 Points and circles; composite types",
        &[("composite", &[])],
        &[],
    ),
    chapter(
        "9.12 Network addresses",
        &[("network", &[])],
        &["network.rs"],
    ),
    chapter(
        "9.13 Text search",
        &[(
            "text_search",
            &[
                "documents_and_queries",
                "combined_queries",
                "functions_of_vectors_and_queries",
            ],
        )],
        &["text_search/mod.rs"],
    ),
    chapter(
        "9.14, 9.27 UUIDs, the session and the system",
        &[("number", &["session"])],
        &["uuid.rs", "system.rs"],
    ),
    chapter(
        "9.16 JSON",
        &[("json", &[]), ("json_function", &[]), ("json_path", &[])],
        &[],
    ),
    chapter("9.18 Conditions", &[("case", &[])], &[]),
    chapter("9.19 Arrays", &[("array", &[])], &["array.rs"]),
    chapter("9.20 Ranges", &[("range", &[])], &[]),
    chapter(
        "9.21 Aggregates",
        &[
            ("aggregate", &[]),
            ("modifiers", &[]),
            ("grouping_set", &[]),
        ],
        &[],
    ),
    chapter(
        "9.22 Windows",
        &[("window", &[]), ("frame", &[])],
        &["window/functions.rs"],
    ),
    chapter(
        "9.24, 9.25 Subqueries, lists and rows",
        &[
            ("subquery", &[]),
            ("list", &[]),
            ("quantified", &[]),
            ("row", &[]),
        ],
        &[],
    ),
    chapter("9.26 Rows, in `from`", &[], &["rows.rs", "json_rows.rs"]),
    chapter(
        "4.2 Values and casts",
        &[("value", &[]), ("cast", &[])],
        &[],
    ),
    chapter(
        "Vectors (pgvector)",
        &[("vector", &[]), ("vector_function", &[])],
        &[],
    ),
    chapter(
        "Trigrams, `ltree`, `hstore`",
        &[("text_search", &["similar_texts"])],
        &["trigram.rs", "ltree.rs", "hstore.rs"],
    ),
];
