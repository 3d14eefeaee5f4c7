const _: () = {
    use ::schema_core::__private as __p;
    #[automatically_derived]
    impl __p::Newtype for Email {
        type Inner = String;
        fn inner(&self) -> &Self::Inner {
            &self.0
        }
        fn new(__inner: Self::Inner) -> Self {
            Self(__inner)
        }
    }
    #[automatically_derived]
    impl __p::SqlType for Email {
        const DATA_TYPE: __p::DataType = __p::DataType::domain(
            "\"email\"",
            const {
                &__p::DomainDef {
                    schema: ::core::option::Option::None,
                    name: "email",
                    base: __p::newtype_data_type::<Self>(),
                    check: ::core::option::Option::Some("value like '%@%'"),
                }
            },
        );
        fn encode(
            &self,
            __buffer: &mut __p::PgArgumentBuffer,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            __p::newtype_encode(self, __buffer)
        }
        fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
            __p::newtype_decode(__bytes)
        }
        fn literal(&self, __sql: &mut ::std::string::String) {
            __p::domain_literal(__p::Newtype::inner(self), "\"email\"", __sql);
        }
        fn text(&self) -> ::std::string::String {
            __p::newtype_text(self)
        }
    }
    #[automatically_derived]
    impl __p::ArrayElement for Email {}
    const _: () = __p::check_type_name("email");
};
