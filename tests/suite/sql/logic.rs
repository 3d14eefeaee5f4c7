//! `and`, `or`, `not` and their parentheses.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::Patient;

cases! {
    fn and_binds_tighter_than_or(sql) {
        let all = Patient.select().columns(Patient.id);
        let (a, b, c) = (Patient.id.eq(1), Patient.id.eq(2), Patient.id.eq(3));
        sql.is(
            all.filter(a.and(b).or(c)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 and "patients"."id" = $2 or "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.or(b.and(c))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 or "patients"."id" = $2 and "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.or(b).and(c)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1 or "patients"."id" = $2) and "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.and(b.or(c))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 and ("patients"."id" = $2 or "patients"."id" = $3)"#]],
        );
    }

    fn chains_need_no_parentheses(sql) {
        let all = Patient.select().columns(Patient.id);
        let (a, b, c) = (Patient.id.eq(1), Patient.id.eq(2), Patient.id.eq(3));
        sql.is(
            all.filter(a.and(b).and(c)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 and "patients"."id" = $2 and "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.and(b.and(c))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 and "patients"."id" = $2 and "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.or(b).or(c)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 or "patients"."id" = $2 or "patients"."id" = $3"#]],
        );
        sql.is(
            all.filter(a.or(b.or(c))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = $1 or "patients"."id" = $2 or "patients"."id" = $3"#]],
        );
    }

    fn not(sql) {
        let all = Patient.select().columns(Patient.id);
        let (a, b) = (Patient.id.eq(1), Patient.id.eq(2));
        sql.is(
            all.filter(Patient.active.not()),
            expect![[r#"select "patients"."id" from "patients" where not "patients"."active""#]],
        );
        sql.is(
            all.filter(a.not()),
            expect![[r#"select "patients"."id" from "patients" where not "patients"."id" = $1"#]],
        );
        sql.is(
            all.filter(a.not().not()),
            expect![[
                r#"select "patients"."id" from "patients" where not (not "patients"."id" = $1)"#
            ]],
        );
        sql.is(
            all.filter(a.and(b).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not ("patients"."id" = $1 and "patients"."id" = $2)"#]],
        );
        sql.is(
            all.filter(a.or(b).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not ("patients"."id" = $1 or "patients"."id" = $2)"#]],
        );
        sql.is(
            all.filter(a.not().and(b.not())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not "patients"."id" = $1 and not "patients"."id" = $2"#]],
        );
        sql.is(
            all.filter(a.not().or(b).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not (not "patients"."id" = $1 or "patients"."id" = $2)"#]],
        );
        sql.is(
            all.filter(Patient.age.is_null().not()),
            expect![[
                r#"select "patients"."id" from "patients" where not "patients"."age" is null"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.like("a%").not()),
            expect![[
                r#"select "patients"."id" from "patients" where not "patients"."name" like $1"#
            ]],
        );
        sql.is(
            all.filter(Patient.age.between(1, 2).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not "patients"."age" between $1 and $2"#]],
        );
        sql.is(
            all.filter(Patient.id.eq_any([1]).not()),
            expect![[
                r#"select "patients"."id" from "patients" where not "patients"."id" = any($1)"#
            ]],
        );
    }

    fn conditions_are_compared(sql) {
        let all = Patient.select().columns(Patient.id);
        let (a, b) = (Patient.id.eq(1), Patient.age.gt(2));
        sql.is(
            all.filter(a.eq(b)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1) = ("patients"."age" > $2)"#]],
        );
        sql.is(
            all.filter(Patient.active.eq(a)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" = ("patients"."id" = $1)"#]],
        );
        sql.is(
            all.filter(a.eq(true)),
            expect![[
                r#"select "patients"."id" from "patients" where ("patients"."id" = $1) = $2"#
            ]],
        );
        sql.is(
            all.filter(a.not().eq(b.not())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (not "patients"."id" = $1) = (not "patients"."age" > $2)"#]],
        );
        sql.is(
            all.filter(a.and(b).ne(a.or(b))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1 and "patients"."age" > $2) <> ("patients"."id" =
                $3 or "patients"."age" > $4)"#]],
        );
        sql.is(
            all.filter(Patient.age.is_null().eq(b)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" is null) = ("patients"."age" > $1)"#]],
        );
        sql.is(
            all.filter(Patient.name.like("a%").eq(Patient.name.ilike("A%"))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" like $1 = "patients"."name" ilike $2"#]],
        );
        sql.is(
            all.filter(Patient.active.is_distinct_from(b)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" is distinct from "patients"."age" > $1"#]],
        );
        sql.is(
            all.filter(b.is_not_distinct_from(Patient.age.is_null())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" > $1 is not distinct from ("patients"."age" is null)"#]],
        );
        sql.is(
            all.filter(b.is_distinct_from(a).is_distinct_from(Patient.active)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" > $1 is distinct from "patients"."id" = $2) is
                distinct from "patients"."active""#]],
        );
        sql.is(
            all.filter(a.between(false, b)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1) between $2 and ("patients"."age" > $3)"#]],
        );
        sql.is(
            all.filter(Patient.age.eq_any([1]).eq(Patient.id.ne_all([2]))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = any($1)) = ("patients"."id" <> all($2))"#]],
        );
        sql.is(
            all.filter(b.eq_any([true])),
            expect![[
                r#"select "patients"."id" from "patients" where ("patients"."age" > $1) = any($2)"#
            ]],
        );
    }

    fn null_tests_of_conditions(sql) {
        let all = Patient.select().columns(Patient.id);
        let a = Patient.age.eq(1);
        sql.is(
            all.filter(a.is_null()),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."age" = $1 is null"#
            ]],
        );
        sql.is(
            all.filter(a.and(Patient.active).is_not_null()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = $1 and "patients"."active") is not null"#]],
        );
        sql.is(
            all.filter(a.not().is_null()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (not "patients"."age" = $1) is null"#]],
        );
        sql.is(
            all.filter(a.is_null().is_null()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = $1 is null) is null"#]],
        );
        sql.is(
            all.filter(Patient.age.between(1, 2).is_null()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" between $1 and $2 is null"#]],
        );
        sql.is(
            all.filter(a.is_distinct_from(true).is_null()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = $1 is distinct from $2) is null"#]],
        );
    }
}
