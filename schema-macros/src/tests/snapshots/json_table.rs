const _: () = {
    use ::schema_core::__private as __p;
    const _: () = __p::ordinality_type::<i32>();
    const _: () = __p::exists_type::<bool>();
    #[automatically_derived]
    impl __p::JsonTableRow for Item {
        type Named<S> = S;
        const COLUMNS: &'static [__p::Token] = &[
            __p::Token::Text(", '$.items[*]' columns ("),
            __p::Token::List(
                &[
                    &[__p::Token::Name("number"), __p::Token::Text(" for ordinality")],
                    &[
                        __p::Token::Name("count"),
                        __p::Token::Text(" "),
                        __p::Token::Sub(__p::json_column_type::<Option<i32>>()),
                        __p::Token::Text(""),
                        __p::Token::Text(__p::json_missing::<Option<i32>>()),
                    ],
                    &[
                        __p::Token::Name("name"),
                        __p::Token::Text(" "),
                        __p::Token::Sub(__p::json_column_type::<String>()),
                        __p::Token::Text(" path '$.\"it''s\"'"),
                        __p::Token::Text(__p::json_missing::<String>()),
                    ],
                    &[
                        __p::Token::Name("type"),
                        __p::Token::Text(" boolean exists path 'strict $.note'"),
                    ],
                ],
            ),
            __p::Token::Text(")"),
        ];
    }
};
