const _: () = {
    use ::schema_core::__private as __p;
    ///Represents the fields of `Analysis`.
    #[derive(::core::fmt::Debug)]
    pub enum AnalysisFields {}
    #[automatically_derived]
    impl __p::JsonFieldOf<0usize> for AnalysisFields {
        const KEY: &'static str = "'agentName'";
        const NAME: &'static str = "agentName";
    }
    #[automatically_derived]
    impl __p::JsonFieldOf<1usize> for AnalysisFields {
        const KEY: &'static str = "'score'";
        const NAME: &'static str = "score";
    }
    #[automatically_derived]
    impl __p::JsonFieldOf<2usize> for AnalysisFields {
        const KEY: &'static str = "'type'";
        const NAME: &'static str = "type";
    }
    ///The typed paths into the JSON of `Analysis`.
    #[allow(
        dead_code,
        non_snake_case,
        private_interfaces,
        reason = "the fields are those of the payload"
    )]
    pub struct AnalysisPaths<P: __p::JsonPlace> {
        ///The field `agent_name`.
        pub agent_name: <<[String; __p::json_type::<
            String,
        >()] as __p::ElementOf>::Element as __p::JsonShape>::Paths<
            __p::JsonStep<P, AnalysisFields, 0usize>,
        >,
        ///The field `score`.
        pub score: <<[Option<
            f64,
        >; __p::json_type::<
            Option<f64>,
        >()] as __p::ElementOf>::Element as __p::JsonShape>::Paths<
            __p::JsonOptional<__p::JsonStep<P, AnalysisFields, 1usize>>,
        >,
        ///The field `r#type`.
        pub r#type: <<[__p::Opaque<
            Kind,
        >; __p::json_type::<
            __p::Opaque<Kind>,
        >()] as __p::ElementOf>::Element as __p::JsonShape>::Paths<
            __p::JsonStep<P, AnalysisFields, 2usize>,
        >,
    }
    #[automatically_derived]
    impl<P: __p::JsonPlace> ::core::clone::Clone for AnalysisPaths<P> {
        fn clone(&self) -> Self {
            *self
        }
    }
    #[automatically_derived]
    impl<P: __p::JsonPlace> ::core::marker::Copy for AnalysisPaths<P> {}
    #[automatically_derived]
    impl<P: __p::JsonPlace> __p::NewPath for AnalysisPaths<P> {
        const NEW: Self = AnalysisPaths {
            agent_name: __p::NewPath::NEW,
            score: __p::NewPath::NEW,
            r#type: __p::NewPath::NEW,
        };
    }
    #[automatically_derived]
    impl<P: __p::JsonPlace> AnalysisPaths<P> {
        /// The JSON at this place.
        #[allow(
            dead_code,
            private_interfaces,
            reason = "a program need not read the whole object"
        )]
        pub fn json(self) -> __p::JsonAt<P, Analysis> {
            __p::NewPath::NEW
        }
    }
    #[automatically_derived]
    impl __p::JsonShape for Analysis {
        type Paths<P: __p::JsonPlace> = AnalysisPaths<P>;
    }
};
