const _: () = {
    struct __Sql;
    impl ::schema_core::__private::RawSql for __Sql {
        const PIECES: &'static [&'static str] = &["length(", ") + ", ""];
    }
    ::schema_core::__private::raw::<
        i64,
        __Sql,
        _,
    >((
        ::schema_core::__private::argument(name),
        ::schema_core::__private::argument(offset),
    ))
};
