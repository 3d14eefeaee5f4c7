const _: () = {
    use ::schema_core::__private as __p;
    fn __label(__value: &OrderStatus) -> &'static str {
        match *__value {
            OrderStatus::Open { .. } => "open",
            OrderStatus::InProgress { .. } => "in_progress",
        }
    }
    #[automatically_derived]
    impl __p::SqlType for OrderStatus {
        const DATA_TYPE: __p::DataType = __p::DataType::enumeration(
            "\"clinic\".\"order_status\"",
            &__p::EnumDef {
                schema: ::core::option::Option::Some("clinic"),
                name: "order_status",
                labels: &["open", "in_progress"],
            },
        );
        fn encode(
            &self,
            __buffer: &mut __p::PgArgumentBuffer,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            __p::encode_label(__label(self), __buffer)
        }
        fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
            match __bytes {
                b"open" => ::core::result::Result::Ok(Self::Open),
                b"in_progress" => ::core::result::Result::Ok(Self::InProgress),
                __other => {
                    ::core::result::Result::Err(
                        __p::unknown_label("order_status", __other),
                    )
                }
            }
        }
        fn literal(&self, __sql: &mut ::std::string::String) {
            __p::literal_label(__label(self), "\"clinic\".\"order_status\"", __sql);
        }
    }
    #[automatically_derived]
    impl __p::ArrayElement for OrderStatus {}
    #[automatically_derived]
    impl __p::Ordered for OrderStatus {}
    #[automatically_derived]
    impl __p::CastTo<::std::string::String> for OrderStatus {
        type Null = __p::NeverNull;
        type Type = ::std::string::String;
    }
};
