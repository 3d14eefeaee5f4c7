//! Shapes of the lists of other libraries: conditions. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::{coalesce, lower, upper};
use schema_core::expr::{any, literal};
use schema_core::prelude::*;
use schema_core::query::dynamic::{Comparison, Filterable};

use crate::tables::{Article, MedicalOrder, Note, OrderStatus, Patient};

#[derive(Params)]
struct Form {
    name: String,
}

#[derive(Params)]
struct Chosen {
    ids: Vec<i64>,
}

cases! {
    fn comparisons(sql) {
        let all = Patient.select().columns(Patient.id);
        // drizzle: prepared statement · nameless prepared statement · prepared statement reuse · prepared statement built using $dynamic · issue 5760. bigint precision · rejects a malformed id · does not let the id inject SQL
        // kysely: `where a = $1` · `where t.a = $1`
        // sea-query: `where a = 'A'`
        sql.is(all.filter(Patient.name.eq("Ana")), expect![[r#"select "patients"."id" from "patients" where "patients"."name" = $1"#]]);
        // drizzle: select from enum · select from enum as ts enum
        // sea-query: `where a = 'large'::e`
        sql.is(MedicalOrder.select().filter(MedicalOrder.status.eq(OrderStatus::Paid)).columns(MedicalOrder.id), expect![[r#"
            select "medical_orders"."id"
            from "medical_orders"
            where "medical_orders"."status" = $1"#]]);
        // kysely: `where a = $1` with a dynamic column name
        let filterable = Filterable::<(Patient,)>::new().by("name", Patient.name);
        sql.is(all.filter(filterable.condition("name", Comparison::Equal, "Ana").unwrap()), expect![[r#"select "patients"."id" from "patients" where ("patients"."name" = $1)"#]]);
        // kysely: `where a != $1` · `where a <> $1`
        sql.is(all.filter(Patient.name.ne("Ana")), expect![[r#"select "patients"."id" from "patients" where "patients"."name" <> $1"#]]);
        // kysely: `where a is $1`, with a value that may be null
        sql.is(all.filter(Patient.age.is_not_distinct_from(None::<i32>)), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" is not distinct from $1"#]]);
        // kysely: `where a is not $1`, with a value that may be null
        sql.is(all.filter(Patient.age.is_distinct_from(None::<i32>)), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" is distinct from $1"#]]);
        // drizzle: .where with isNull in it
        // kysely: `where a is null`
        // sea-query: `where a is null`
        sql.is(all.filter(Patient.age.is_null()), expect![[r#"select "patients"."id" from "patients" where "patients"."age" is null"#]]);
        // kysely: `where a is not null`
        sql.is(all.filter(Patient.age.is_not_null()), expect![[r#"select "patients"."id" from "patients" where "patients"."age" is not null"#]]);
        // sea-query: `where a is null and b is not null`
        sql.is(all.filter(Patient.age.is_null().and(Patient.name.is_not_null())), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" is null and "patients"."name" is not null"#]]);
        // kysely: `where (a is null) is false`
        sql.is(all.filter(Patient.age.is_null().is_false()), expect![[r#"
            select "patients"."id"
            from "patients"
            where ("patients"."age" is null) is false"#]]);
        // kysely: `where t.a = u.b` · `where a = b`
        sql.is(all.filter(Patient.name.eq(Patient.email)), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."name" = "patients"."email""#]]);
        // kysely: `where a between $1 and $2 and b between $3 and $4`
        // sea-query: `where a between 3 and 5`
        sql.is(all.filter(Patient.age.between(3, 5)), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" between $1 and $2"#]]);
        // sea-query: `where a between 3 and 5 and a not between 8 and 10`
        sql.is(all.filter(Patient.age.between(3, 5).and(Patient.age.not_between(8, 10))), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" between $1 and $2 and "patients"."age" not between $3
            and $4"#]]);
        // sea-query: `where (a, 100) < (8, 100)`
        sql.is(all.filter(row((Patient.id, Patient.name)).lt((8, "x"))), expect![[r#"
            select "patients"."id"
            from "patients"
            where ("patients"."id", "patients"."name") < ($1, $2)"#]]);
        // sea-query: `where coalesce(a, 0) > 2`
        sql.is(all.filter(coalesce(Patient.age, 0).gt(2)), expect![[r#"
            select "patients"."id"
            from "patients"
            where coalesce("patients"."age", $1::integer) > $2"#]]);
        // sea-query: `where a * 2 = b / 2`
        sql.is(
            MedicalOrder.select().filter((MedicalOrder.price * 2.0).eq(MedicalOrder.price / 2.0)).columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."price" * $1 = "medical_orders"."price" / $2"#]],
        );
        // sea-query: `where (a + 1) * 2 = (b / 2) - 1` · `where (a * 2) + (b / 3) = 4`
        sql.is(
            MedicalOrder
                .select()
                .filter(((MedicalOrder.price + 1.0) * 2.0).eq(MedicalOrder.price / 2.0 - 1.0))
                .columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where ("medical_orders"."price" + $1) * $2 = "medical_orders"."price" / $3 -
                $4"#]],
        );
        // kysely: `where a = upper(b)` · `where upper(a) = $1`
        sql.is(all.filter(Patient.name.eq(upper(Patient.email))), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."name" = upper("patients"."email")"#]]);
        // drizzle: casing in sql`` · prepared statement with placeholder in .where · insert: placeholders on columns with encoder · placeholder + sql dates
        sql.is(
            all.filter(lower(Patient.name).eq(Form.name)).prepare::<Form>().unwrap().bind(Form { name: "x".into() }),
            expect![[r#"select "patients"."id" from "patients" where lower("patients"."name") = $1"#]],
        );
    }

    fn logic(sql) {
        let all = Patient.select().columns(Patient.id);
        let (a, b) = (Patient.age.gt(1), Patient.age.lt(9));
        // kysely: `where a = $1 and b = $2` · `where (a = $1 and upper(b) = $2)`
        // sea-query: `where a = 3 and b = 4` · `where a = 3 and b = 4 and b = 5`
        sql.is(all.filter(Patient.name.eq("Ana")).filter(a), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."name" = $1 and "patients"."age" > $2"#]]);
        // kysely: `where (a = $1 or upper(b) = $2)`
        // sea-query: `where a = 3 or b = 4 or b = 5` · `where a like 'A%' or a like '%B'`
        sql.is(all.filter(Patient.name.like("A%").or(Patient.name.like("%B")).or(a)), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."name" like $1 or "patients"."name" like $2 or
            "patients"."age" > $3"#]]);
        // drizzle: delete; composition of `not` and `or`/`and`
        // sea-query: `where (a or (b and c)) and (d or e)`
        sql.is(all.filter(a.or(b.and(Patient.active)).and(Patient.id.lt(3).or(Patient.id.gt(7)))), expect![[r#"
            select "patients"."id"
            from "patients"
            where ("patients"."age" > $1 or "patients"."age" < $2 and "patients"."active")
            and ("patients"."id" < $3 or "patients"."id" > $4)"#]]);
        // sea-query: `where a is null or (a is not null and a < 8)`
        sql.is(all.filter(Patient.age.is_null().or(Patient.age.is_not_null().and(b))), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."age" is null or "patients"."age" is not null and
            "patients"."age" < $1"#]]);
        // sea-query: `where not a < 8`
        sql.is(all.filter(b.not()), expect![[r#"select "patients"."id" from "patients" where not "patients"."age" < $1"#]]);
        // sea-query: `where not (a or b)`
        sql.is(all.filter(b.or(Patient.age.is_not_null()).not()), expect![[r#"
            select "patients"."id"
            from "patients"
            where not ("patients"."age" < $1 or "patients"."age" is not null)"#]]);
        // sea-query: `where not (a and b)` · `where not (false and true)`
        sql.is(all.filter(b.and(Patient.age.is_not_null()).not()), expect![[r#"
            select "patients"."id"
            from "patients"
            where not ("patients"."age" < $1 and "patients"."age" is not null)"#]]);
        // sea-query: `where true or false` · `where true` · `where (true or false) and true`
        sql.is(all.filter(value(true).or(literal(false))), expect![[r#"select "patients"."id" from "patients" where $1::boolean or false::boolean"#]]);
        // sea-query: `where not ((not true) and (not false))`
        sql.is(all.filter(value(true).not().and(value(false).not()).not()), expect![[r#"
            select "patients"."id"
            from "patients"
            where not (not $1::boolean and not $2::boolean)"#]]);
        // sea-query: `where (100 < 0) < 1`
        sql.is(all.filter(value(100).lt(0).lt(true)), expect![[r#"select "patients"."id" from "patients" where ($1::integer < $2) < $3"#]]);
        // drizzle: test if method with sql operators
        // kysely: `where` of an expression builder: `not a or b in (…) or 1 = 0`, `and exists (…)`
        sql.is(all.filter(a.not().or(Patient.id.eq_any([4, 5])).or(literal(false)).and(exists(MedicalOrder.select()))), expect![[r#"
            select "patients"."id"
            from "patients"
            where (not "patients"."age" > $1 or "patients"."id" = any($2) or
            false::boolean) and exists (select 1
            from "medical_orders")"#]]);
        // kysely: `where case when a = $1 then true else false end`
        sql.is(all.filter(case_when(Patient.name.eq("Ana"), true).otherwise(false)), expect![[r#"
            select "patients"."id"
            from "patients"
            where case when "patients"."name" = $1 then $2::boolean else $3::boolean end"#]]);
    }

    fn lists(sql) {
        let all = Patient.select().columns(Patient.id);
        // drizzle: prepared statement with placeholder in .inArray
        sql.is(all.filter(Patient.id.eq_any(Chosen.ids)).prepare::<Chosen>().unwrap().bind(Chosen { ids: vec![1] }), expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]]);
        // drizzle: select with bigint array in inArray
        // kysely: `where a in ($1, $2)` · `where a in ($1)`
        // sea-query: `where a in (3, 4)`
        sql.is(all.filter(Patient.id.eq_any(vec![3, 4])), expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]]);
        // drizzle: select with empty array in inArray
        // kysely: `where a in ()`
        sql.is(all.filter(Patient.id.eq_any(Vec::<i64>::new())), expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]]);
        // drizzle: select with empty array in notInArray
        // kysely: `where a not in ()`
        sql.is(all.filter(Patient.id.ne_all(Vec::<i64>::new())), expect![[r#"select "patients"."id" from "patients" where "patients"."id" <> all($1)"#]]);
        // kysely: `select a in (), a not in () from t`
        sql.is(Patient.select().columns((Patient.id.eq_any([1]), Patient.id.ne_all([1]))), expect![[r#"select "patients"."id" = any($1), "patients"."id" <> all($2) from "patients""#]]);
        // kysely: `having a in ()` · `having a not in ()`
        sql.is(
            Patient.select().group_by(Patient.name).having(Patient.name.eq_any(["Ana"])).columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "patients"
                group by "patients"."name"
                having "patients"."name" = any($1)"#]],
        );
        // kysely: `update … where a in ()` · `update … where a not in ()`
        sql.is(Patient.update().set(Patient.name, "x").filter(Patient.id.eq_any(Vec::<i64>::new())), expect![[r#"update "patients" set "name" = $1 where "patients"."id" = any($2)"#]]);
        // kysely: `delete … where a in ()` · `delete … where a not in ()`
        sql.is(Patient.delete().filter(Patient.id.ne_all(Vec::<i64>::new())), expect![[r#"delete from "patients" where "patients"."id" <> all($1)"#]]);
        // kysely: `where (a, b) in (($1, $2), ($3, $4))`
        // sea-query: `where (a, '100') in ((8, '100'))`
        sql.is(all.filter(row((Patient.name, Patient.email)).is_in([("a", "b"), ("c", "d")])), expect![[r#"
            select "patients"."id"
            from "patients"
            where ("patients"."name", "patients"."email") in (select *
            from unnest($1::text[], $2::text[]))"#]]);
        // kysely: `where (a, b) in (select c, d from t as p where …)`
        sql.is(
            all.filter(row((Patient.id, Patient.age)).is_in(
                MedicalOrder.select().columns((MedicalOrder.patient_id, MedicalOrder.priority)),
            )),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id", "patients"."age") in (select
                "medical_orders"."patient_id", "medical_orders"."priority"
                from "medical_orders")"#]],
        );
    }

    fn patterns_and_operators(sql) {
        let all = Article.select().columns(Article.id);
        // sea-query: `where a like 'A'`
        sql.is(all.filter(Article.title.like("A")), expect![[r#"select "articles"."id" from "articles" where "articles"."title" like $1"#]]);
        // sea-query: `where a like $1 escape '\'`
        sql.is(all.filter(Article.title.like("50#%").escape('#')), expect![[r#"
            select "articles"."id"
            from "articles"
            where "articles"."title" like $1 escape $2"#]]);
        // sea-query: `where a = $1 and (b ilike '%' || $2 || '%' escape '\' or …)`
        sql.is(
            all.filter(Article.id.eq(1)).filter(
                Article.title.ilike(value("%").concat("x").concat("%")).escape('\\').or(Article.body.ilike("%x%")),
            ),
            expect![[r#"
                select "articles"."id"
                from "articles"
                where "articles"."id" = $1 and ("articles"."title" ilike $2::text || $3 || $4
                escape $5 or "articles"."body" ilike $6)"#]],
        );
        // sea-query: `where a ~ $1` · `select a ~ 'x'`
        sql.is(all.filter(Article.title.matches("serif")), expect![[r#"select "articles"."id" from "articles" where "articles"."title" ~ $1"#]]);
        // sea-query: `where a ~* $1` · `select a ~* 'x'`
        sql.is(all.filter(Article.title.imatches("serif")), expect![[r#"select "articles"."id" from "articles" where "articles"."title" ~* $1"#]]);
        // sea-query: `select a % 'x'`
        sql.is(Article.select().columns(Article.title.similar_text("serif")), expect![[r#"select "articles"."title" % $1 from "articles""#]]);
        // sea-query: `select a <% 'x'`
        sql.is(Article.select().columns(Article.title.words_similar("serif")), expect![[r#"select "articles"."title" <% $1 from "articles""#]]);
        // sea-query: `select a <<% 'x'`
        sql.is(Article.select().columns(Article.title.words_strictly_similar("serif")), expect![[r#"select "articles"."title" <<% $1 from "articles""#]]);
        // sea-query: `select a <-> 'x'`
        sql.is(Article.select().columns(Article.title.text_distance("serif")), expect![[r#"select "articles"."title" <-> $1 from "articles""#]]);
        // sea-query: `select a <<-> 'x'`
        sql.is(Article.select().columns(value("serif").word_distance(Article.title)), expect![[r#"select $1::text <->> "articles"."title" from "articles""#]]);
        // sea-query: `select a <<<-> 'x'`
        sql.is(Article.select().columns(value("serif").strict_word_distance(Article.title)), expect![[r#"select $1::text <->>> "articles"."title" from "articles""#]]);
    }

    fn arrays_and_json(sql) {
        let all = Note.select().columns(Note.id);
        // drizzle: arrayContains · array operators
        // sea-query: `where a @> $1`
        sql.is(all.filter(Note.tags.contains(["a"])), expect![[r#"select "notes"."id" from "notes" where "notes"."tags" @> $1"#]]);
        // sea-query: `where a <@ $1`
        sql.is(all.filter(Note.tags.contained_by(["a", "b"])), expect![[r#"select "notes"."id" from "notes" where "notes"."tags" <@ $1"#]]);
        // sea-query: `where a && $1`
        sql.is(all.filter(Note.tags.overlaps(["a"])), expect![[r#"select "notes"."id" from "notes" where "notes"."tags" && $1"#]]);
        // drizzle: set json/jsonb fields with objects and retrieve with the -> operator · set json/jsonb fields with strings and retrieve with the -> operator · proper json and jsonb handling - sql operator
        // sea-query: `a -> $1`
        sql.is(Note.select().columns(Note.body.get("a")), expect![[r#"select "notes"."body" -> $1 from "notes""#]]);
        // drizzle: set json/jsonb fields with objects and retrieve with the ->> operator · set json/jsonb fields with strings and retrieve with the ->> operator · select string from jsonb/json column · raw jsons · proper json and jsonb handling
        // sea-query: `a ->> $1`
        sql.is(Note.select().columns(Note.body.get_text("a")), expect![[r#"select "notes"."body" ->> $1 from "notes""#]]);
        // drizzle: array types · array mapping and parsing
        sql.is(Note.select().filter(value("a").eq(any(Note.tags))).columns((Note.tags, Note.scores)), expect![[r#"
            select "notes"."tags", "notes"."scores"
            from "notes"
            where $1::text = any("notes"."tags")"#]]);
        // sea-query: `where vector = '[1,2]'`
        sql.is(all.filter(Note.embedding.eq(Vector::from([1.0, 2.0, 3.0]))), expect![[r#"select "notes"."id" from "notes" where "notes"."embedding" = $1"#]]);
    }
}
