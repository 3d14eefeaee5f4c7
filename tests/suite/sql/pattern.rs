//! Regular expressions, `similar to`, `escape`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::Patient;

cases! {
    fn regular_expressions(sql) {
        let all = Patient.select().columns(Patient.id);
        let n = Patient.name;
        sql.is(
            all.filter(n.matches("^A").and(n.not_matches("x")).and(n.imatches("a")).and(n.not_imatches("y"))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" ~ $1 and "patients"."name" !~ $2 and "patients"."name"
                ~* $3 and "patients"."name" !~* $4"#]],
        );
        sql.is(
            all.filter(n.concat("x").matches(Patient.email.concat("$"))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" || $1 ~ ("patients"."email" || $2)"#]],
        );
    }

    fn patterns_of_sql(sql) {
        let all = Patient.select().columns(Patient.id);
        let n = Patient.name;
        sql.is(
            all.filter(n.similar_to("(A|B)%").or(n.not_similar_to("a"))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" similar to $1 or "patients"."name" not similar to $2"#]],
        );
        sql.is(
            all.filter(n.like("50#%").escape('#').or(n.not_ilike(Patient.email.concat("%")).escape('!'))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" like $1 escape $2 or "patients"."name" not ilike
                "patients"."email" || $3 escape $4"#]],
        );
    }
}
