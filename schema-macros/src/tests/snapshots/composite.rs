///The fields of the composite type `address`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
pub struct AddressFields {
    ///The field `street`.
    pub street: ::schema_core::__private::CompositeField<Address, 0>,
    ///The field `code`.
    zip: ::schema_core::__private::CompositeField<Address, 1>,
}
///The fields of the composite type `address`.
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "`Address` is both the type of the values and the list of its fields"
)]
pub const Address: AddressFields = AddressFields {
    street: ::schema_core::__private::CompositeField::NEW,
    zip: ::schema_core::__private::CompositeField::NEW,
};
const _: () = {
    use ::schema_core::__private as __p;
    #[automatically_derived]
    impl __p::HasField<0> for Address {
        type Type = String;
        const NAME: &'static str = "street";
    }
    #[automatically_derived]
    impl __p::HasField<1> for Address {
        type Type = Option<String>;
        const NAME: &'static str = "code";
    }
    #[automatically_derived]
    impl __p::SqlType for Address {
        const DATA_TYPE: __p::DataType = __p::DataType::composite(
            "\"clinic\".\"address\"",
            const {
                &__p::CompositeDef {
                    schema: ::core::option::Option::Some("clinic"),
                    name: "address",
                    fields: const {
                        &[
                            __p::composite_field::<Self, 0>(),
                            __p::composite_field::<Self, 1>(),
                        ]
                    },
                }
            },
        );
        fn encode(
            &self,
            __buffer: &mut __p::PgArgumentBuffer,
        ) -> ::core::result::Result<(), __p::BoxDynError> {
            let mut __fields = __p::CompositeWriter::new(__buffer);
            __fields.field::<Self, 0>(&self.street)?;
            __fields.field::<Self, 1>(&self.zip)?;
            __fields.finish();
            ::core::result::Result::Ok(())
        }
        fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
            let mut __fields = __p::CompositeReader::new(__bytes, 2)?;
            let __value = Self {
                street: __fields.field::<Self, 0>()?,
                zip: __fields.field::<Self, 1>()?,
            };
            __fields.finish()?;
            ::core::result::Result::Ok(__value)
        }
        fn literal(&self, __sql: &mut ::std::string::String) {
            __p::composite_literal(
                &[
                    __p::composite_value::<Self, 0>(&self.street),
                    __p::composite_value::<Self, 1>(&self.zip),
                ],
                "\"clinic\".\"address\"",
                __sql,
            );
        }
        fn text(&self) -> ::std::string::String {
            __p::composite_text(
                &[
                    __p::composite_value::<Self, 0>(&self.street),
                    __p::composite_value::<Self, 1>(&self.zip),
                ],
            )
        }
    }
    #[automatically_derived]
    impl __p::ArrayElement for Address {}
};
