const _: () = {
    use ::schema_core::__private as __p;
    #[automatically_derived]
    impl __p::Newtype for OrderId {
        type Inner = i64;
        fn inner(&self) -> &Self::Inner {
            &self.0
        }
        fn new(__inner: Self::Inner) -> Self {
            Self(__inner)
        }
    }
    #[automatically_derived]
    impl __p::SqlType for OrderId {
        const DATA_TYPE: __p::DataType = __p::newtype_data_type::<Self>();
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
            __p::newtype_literal(self, __sql);
        }
        fn text(&self) -> ::std::string::String {
            __p::newtype_text(self)
        }
    }
    #[automatically_derived]
    impl __p::ArrayElement for OrderId {}
};
