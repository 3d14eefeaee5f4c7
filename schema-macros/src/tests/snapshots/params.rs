///The placeholders of [`ByAge`]: a field for each of its fields.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
#[allow(dead_code, reason = "a query need not use every field")]
pub struct ByAgePlaceholders {
    ///The placeholder of field `min`.
    pub min: ::schema_core::__private::Placeholder<ByAge, 0usize>,
    ///The placeholder of field `name`.
    name: ::schema_core::__private::Placeholder<ByAge, 1usize>,
}
///The placeholders of `ByAge`.
#[allow(
    non_upper_case_globals,
    dead_code,
    reason = "the constant has the name of its struct, and a query need not use every field"
)]
pub const ByAge: ByAgePlaceholders = ByAgePlaceholders {
    min: ::schema_core::__private::Placeholder::NEW,
    name: ::schema_core::__private::Placeholder::NEW,
};
const _: () = {
    use ::schema_core::__private as __p;
    #[automatically_derived]
    impl __p::Params for ByAge {
        const NAME: &'static str = "ByAge";
        const FIELDS: &'static [&'static str] = &["min", "name"];
    }
    #[automatically_derived]
    impl __p::ParamField<0usize> for ByAge {
        type Type = i32;
        fn get(&self) -> &Self::Type {
            &self.min
        }
    }
    #[automatically_derived]
    impl __p::ParamField<1usize> for ByAge {
        type Type = Option<String>;
        fn get(&self) -> &Self::Type {
            &self.name
        }
    }
};
