//! Prepared queries, and what requests name.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::dynamic::{Comparison, Filterable, Pickable, Sortable};

use crate::tables::{MedicalOrder, Patient};

#[derive(Params)]
pub(crate) struct ByAge {
    pub(crate) min: i32,
    pub(crate) name: Option<String>,
}

cases! {
    fn a_prepared_query_has_the_text_of_the_query(sql) {
        let ids = Patient.select().columns(Patient.id);
        let prepared = ids
            .filter(Patient.age.ge(ByAge.min).and(Patient.name.is_distinct_from(ByAge.name)))
            .filter(Patient.id.ne(7).or((Patient.age - ByAge.min).lt(10)))
            .prepare::<ByAge>()
            .unwrap();
        let query = ids
            .filter(Patient.age.ge(18).and(Patient.name.is_distinct_from(None::<String>)))
            .filter(Patient.id.ne(7).or((Patient.age - 18).lt(10)));
        let bound = prepared.bind(ByAge { min: 18, name: None });
        assert!(matches!(bound.to_sql(), std::borrow::Cow::Borrowed(_)));
        sql.check(bound, |text| assert_eq!(text, query.to_sql()));
        let update = Patient
            .update()
            .set(Patient.name, "x")
            .filter(Patient.age.eq(ByAge.min).and(Patient.name.eq(ByAge.name)))
            .prepare::<ByAge>()
            .unwrap();
        sql.is(update.bind(ByAge { min: 18, name: None }), expect![[r#"
            update "patients" set "name" = $1
            where "patients"."age" = $2 and "patients"."name" = $3"#]]);
    }

    fn orderings_that_a_request_names(sql) {
        let sortable = Sortable::<(Patient,)>::new()
            .by("name", Patient.name)
            .by("age", Patient.age)
            .by("next", Patient.age + 1);
        let ids = Patient.select().columns(Patient.id);
        for (text, expected) in [
            ("", expect![[r#"select "patients"."id" from "patients""#]]),
            ("-age,name", expect![[r#"select "patients"."id" from "patients" order by "patients"."age" desc, "patients"."name""#]]),
            (" +next , -name", expect![[r#"select "patients"."id" from "patients" order by "patients"."age" + $1, "patients"."name" desc"#]]),
        ] {
            let query = ids.order_by(sortable.parse(text).unwrap());
            expected.assert_eq(&query.to_sql());
            sql.check(query, |_| ());
        }
        let joined = MedicalOrder.select().inner_join_on(MedicalOrder.patient_id).columns(MedicalOrder.id);
        let joined = joined.order_by((sortable.parse("-age").unwrap(), MedicalOrder.id));
        sql.check(joined, |text| assert!(text.ends_with(r#"order by "patients"."age" desc, "medical_orders"."id""#)));
    }

    fn conditions_that_a_request_names(sql) {
        let filterable = Filterable::<(Patient,)>::new()
            .by("name", Patient.name)
            .by("age", Patient.age)
            .by("active", Patient.active)
            .by("next", Patient.age + 1);
        let ids = Patient.select().columns(Patient.id);
        for (name, comparison, value, expected) in [
            ("age", Comparison::Equal, "7", r#"("patients"."age" = $1)"#),
            ("age", Comparison::NotEqual, "-7", r#"("patients"."age" <> $1)"#),
            ("next", Comparison::Less, "7", r#"("patients"."age" + $1 < $2)"#),
            ("next", Comparison::LessOrEqual, "7", r#"("patients"."age" + $1 <= $2)"#),
            ("name", Comparison::Greater, "'; drop table x; --", r#"("patients"."name" > $1)"#),
            ("active", Comparison::GreaterOrEqual, "true", r#"("patients"."active" >= $1)"#),
            ("name", Comparison::LikePattern, "a%", r#"("patients"."name" like $1)"#),
            ("name", Comparison::IlikePattern, "a%", r#"("patients"."name" ilike $1)"#),
            ("age", Comparison::OneOf, "1,2", r#"("patients"."age" = any($1))"#),
            ("age", Comparison::Missing, "", r#"("patients"."age" is null)"#),
            ("age", Comparison::Present, "x", r#"("patients"."age" is not null)"#),
        ] {
            let query = ids.filter(filterable.condition(name, comparison, value).unwrap());
            sql.check(query, |text| {
                assert_eq!(text, format!(r#"select "patients"."id" from "patients" where {expected}"#));
            });
        }
    }

    fn columns_that_a_request_names(sql) {
        let pickable = Pickable::<(Patient,)>::new()
            .by("name", Patient.name)
            .by("next", Patient.age + 1);
        let query = Patient.select().columns(pickable.parse("next,name").unwrap());
        sql.is(query, expect![[r#"
            select jsonb_build_object($1::text, "patients"."age" + $2, $3::text,
            "patients"."name")
            from "patients""#]]);
        sql.is(Patient.select().columns(pickable.parse("").unwrap()), expect![[r#"select jsonb_build_object() from "patients""#]]);
    }
}

#[test]
fn other_names_and_values_are_errors() {
    let sortable = Sortable::<(Patient,)>::new()
        .by("name", Patient.name)
        .by("age", Patient.age);
    let filterable = Filterable::<(Patient,)>::new()
        .by("name", Patient.name)
        .by("age", Patient.age);
    let pickable = Pickable::<(Patient,)>::new().by("name", Patient.name);
    let errors = [
        sortable.parse("email").unwrap_err(),
        sortable.parse("age;drop table x").unwrap_err(),
        sortable.parse("age,-age").unwrap_err(),
        sortable.parse("--age").unwrap_err(),
        filterable
            .condition("ages", Comparison::Equal, "1")
            .unwrap_err(),
        filterable
            .condition("age", Comparison::Equal, "1 or 1=1")
            .unwrap_err(),
        filterable
            .condition("age", Comparison::OneOf, "1,,2")
            .unwrap_err(),
        filterable
            .condition("age", Comparison::LikePattern, "1%")
            .unwrap_err(),
        pickable.parse("name,age").unwrap_err(),
        "equals".parse::<Comparison>().unwrap_err().into(),
    ];
    let texts: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert!(
        errors
            .iter()
            .all(|error| matches!(error, Error::Request(_)))
    );
    expect![[r"
        `email` is not a name to sort by; use one of `name`, `age`
        `age;drop table x` is not a name to sort by; use one of `name`, `age`
        `age` is named twice; name it once
        `-age` is not a name to sort by; use one of `name`, `age`
        `ages` is not a name to filter by; use one of `name`, `age`
        `1 or 1=1` is not a value for `age`; use a value of type `integer`
        `` is not a value for `age`; use a value of type `integer`
        `age` has type `integer`, and `like` is for text; use another comparison
        `age` is not a name to select; use one of `name`
        `equals` is not a name to compare by; use one of `eq`, `ne`, `lt`, `le`, `gt`, `ge`, `like`, `ilike`, `in`, `is_null`, `is_not_null`"]].assert_eq(&texts.join("\n"));
    assert_eq!("is_null".parse(), Ok(Comparison::Missing));
}

#[derive(Params)]
struct ById {
    id: i64,
}

#[test]
fn placeholders_of_another_struct_and_missing_ones_are_errors() {
    let by_age = Patient.select().filter(Patient.age.ge(ByAge.min));
    let errors = [
        by_age.prepare::<ByAge>().unwrap_err(),
        by_age.prepare::<ById>().unwrap_err(),
        by_age
            .filter(Patient.id.eq(ById.id))
            .prepare::<ById>()
            .unwrap_err(),
        by_age.into_sqlx().unwrap_err(),
    ];
    let texts: Vec<_> = errors.iter().map(ToString::to_string).collect();
    expect![[r"
        the statement is not valid: it lacks the placeholder `ByAge.name`; use it, or remove the field
        the statement is not valid: it has a placeholder of `ByAge`, and is prepared for `ById`; use fields of one struct
        the statement is not valid: it has a placeholder of `ByAge`, and is prepared for `ById`; use fields of one struct
        the statement is not valid: it has placeholders of `ByAge`; call `.prepare::<ByAge>()?` and `.bind(ByAge { … })`"]].assert_eq(&texts.join("\n"));
}
