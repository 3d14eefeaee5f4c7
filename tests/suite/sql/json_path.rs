//! Typed paths into JSON.

use chrono::{DateTime, Utc};
use expect_test::expect;
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize, JsonPaths)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    agent: String,
    score: f64,
    attempt_count: u32,
    is_final: bool,
    finished_at: Option<DateTime<Utc>>,
    author: Person,
    reviewer: Option<Person>,
    tags: Vec<String>,
    pub(crate) steps: Vec<Step>,
    mood: Mood,
    #[serde(rename = "it's")]
    quoted: i32,
    #[serde(default)]
    version: i64,
    extra: BTreeMap<String, i32>,
    #[json_paths(opaque)]
    pair: (i32, i32),
    level: Level,
    parent: Option<Box<Person>>,
}

#[derive(Serialize, Deserialize, JsonPaths)]
struct Person {
    name: String,
    age: Option<i32>,
}

#[derive(Serialize, Deserialize, JsonPaths)]
pub(crate) struct Step {
    pub(crate) title: String,
    costs: Vec<f64>,
}

#[derive(Serialize, Deserialize, JsonPaths)]
enum Mood {
    Calm,
    Tense,
}

#[derive(Serialize, Deserialize, JsonPaths)]
struct Level(i16);

#[table(name = "reports")]
#[index(sql("((body ->> 'score')::double precision)"))]
pub(crate) struct Run {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) body: Json<Report>,
    draft: Option<Json<Report>>,
}

alias!(Other = Run);

cases! {
    fn fields_are_expressions(sql) {
        let body = Run.body.path();
        sql.is(
            Run.select().columns((
                body.agent, body.score, body.attempt_count, body.is_final, body.finished_at,
                body.author.name, body.author.age, body.reviewer.name, body.quoted, body.version,
                body.level, body.mood, body.extra, body.pair, body.tags,
            )),
            expect![[r#"
                select "reports"."body" ->> 'agent', ("reports"."body" ->> 'score')::double
                precision, ("reports"."body" ->> 'attemptCount')::bigint, ("reports"."body"
                ->> 'isFinal')::boolean, ("reports"."body" ->> 'finishedAt')::timestamptz,
                "reports"."body" -> 'author' ->> 'name', ("reports"."body" -> 'author' ->>
                'age')::integer, "reports"."body" -> 'reviewer' ->> 'name', ("reports"."body"
                ->> 'it''s')::integer, ("reports"."body" ->> 'version')::bigint,
                ("reports"."body" ->> 'level')::smallint, "reports"."body" -> 'mood',
                "reports"."body" -> 'extra', "reports"."body" -> 'pair', "reports"."body" ->
                'tags'
                from "reports""#]],
        );
        sql.is(
            Run.select().columns((
                body.author.json(), body.reviewer.json(), body.mood.text(), body.parent.path().age,
                body.extra.get("a"), body.steps, body.tags.index::<0>(),
                body.steps.index::<-1>().title, body.steps.index::<1>().costs.index::<2>(),
            )),
            expect![[r#"
                select "reports"."body" -> 'author', nullif("reports"."body" -> 'reviewer',
                'null'), "reports"."body" ->> 'mood', ("reports"."body" -> 'parent' ->>
                'age')::integer, "reports"."body" -> 'extra' -> $1, "reports"."body" ->
                'steps', "reports"."body" -> 'tags' ->> 0, "reports"."body" -> 'steps' -> -1
                ->> 'title', ("reports"."body" -> 'steps' -> 1 -> 'costs' ->> 2)::double
                precision
                from "reports""#]],
        );
    }

    fn fields_in_each_clause(sql) {
        let body = Run.body.path();
        let condition = body.is_final
            .and(body.score.between(0.5, 1.0))
            .and(body.agent.ilike("a%"))
            .and(body.reviewer.name.is_null().or(body.author.age.gt(body.quoted)))
            .and(body.tags.has("urgent"))
            .and(body.mood.eq(Json(Mood::Tense)));
        sql.is(
            Run.select()
                .filter(condition)
                .order_by((body.score.desc(), body.author.name))
                .columns((body.score * 2.0 + 1.0, Run.id)),
            expect![[r#"
                select ("reports"."body" ->> 'score')::double precision * $1 + $2,
                "reports"."id"
                from "reports"
                where ("reports"."body" ->> 'isFinal')::boolean and ("reports"."body" ->>
                'score')::double precision between $3 and $4 and "reports"."body" ->> 'agent'
                ilike $5 and ("reports"."body" -> 'reviewer' ->> 'name' is null or
                ("reports"."body" -> 'author' ->> 'age')::integer > ("reports"."body" ->>
                'it''s')::integer) and "reports"."body" -> 'tags' @> $6 and "reports"."body"
                -> 'mood' = $7
                order by ("reports"."body" ->> 'score')::double precision desc,
                "reports"."body" -> 'author' ->> 'name'"#]],
        );
        sql.is(
            Run.select()
                .group_by((body.agent, Run.id))
                .having(count().gt(1))
                .columns((grouped(body.agent), max(body.score))),
            expect![[r#"
                select "reports"."body" ->> 'agent', max(("reports"."body" ->>
                'score')::double precision)
                from "reports"
                group by "reports"."body" ->> 'agent', "reports"."id"
                having count(*) > $1"#]],
        );
        sql.is(
            Run.select()
                .inner_join(Other, Other.body.path().agent.eq(body.agent))
                .columns(Other.draft.path().score),
            expect![[r#"
                select ("Other"."draft" ->> 'score')::double precision
                from "reports"
                join "reports" as "Other" on "Other"."body" ->> 'agent' = "reports"."body" ->>
                'agent'"#]],
        );
    }

    fn values_at_paths_are_set(sql) {
        let body = Run.body.path();
        let new = Run.body
            .with(body.score, 0.5)
            .with(body.agent, Run.body.path().author.name)
            .with(body.reviewer.age, None::<i32>)
            .with(body.steps.index::<0>().title, "first")
            .with(body.tags, Json(vec![String::from("x")]))
            .with(body.mood, Json(Mood::Calm));
        sql.is(
            Run.update().set(Run.body, new).filter(body.score.lt(0.1)),
            expect![[r#"
                update "reports" set "body" =
                jsonb_set(jsonb_set(jsonb_set(jsonb_set(jsonb_set(jsonb_set("reports"."body",
                array['score'], to_jsonb($1::double precision)), array['agent'],
                to_jsonb("reports"."body" -> 'author' ->> 'name')), array['reviewer', 'age'],
                coalesce(to_jsonb($2::integer), 'null')), array['steps', '0', 'title'],
                coalesce(to_jsonb($3::text), 'null')), array['tags'], to_jsonb($4::jsonb)),
                array['mood'], to_jsonb($5::jsonb))
                where ("reports"."body" ->> 'score')::double precision < $6"#]],
        );
        sql.is(
            Run.update().set(Run.draft, Run.draft.with(Run.draft.path().quoted, 3)).all_rows(),
            expect![[r#"
                update "reports" set "draft" = jsonb_set("reports"."draft", array['it''s'],
                to_jsonb($1::integer))"#]],
        );
    }
    fn paths_are_set(sql) {
        let (body, draft) = (Run.body.path(), Run.draft.path());
        sql.is(
            Run.update().set_path(body.score, 0.5).filter(Run.id.eq(7)),
            expect![[r#"
                update "reports" set "body" = jsonb_set("reports"."body", array['score'],
                to_jsonb($1::double precision))
                where "reports"."id" = $2"#]],
        );
        sql.is(
            Run.update()
                .set_path(body.author.age, body.author.age + 1)
                .set_path(draft.agent, body.agent)
                .set_path(body.tags, Json(vec!["a".to_owned()]))
                .set_path(draft.reviewer.name, None::<String>)
                .all_rows(),
            expect![[r#"
                update "reports" set "draft" = jsonb_set(jsonb_set("reports"."draft",
                array['agent'], to_jsonb("reports"."body" ->> 'agent')), array['reviewer',
                'name'], coalesce(to_jsonb($1::text), 'null')), "body" =
                jsonb_set(jsonb_set("reports"."body", array['author', 'age'],
                coalesce(to_jsonb(("reports"."body" -> 'author' ->> 'age')::integer + $2),
                'null')), array['tags'], to_jsonb($3::jsonb))"#]],
        );
        sql.is(
            Run.update()
                .set(Run.draft, null())
                .set_path(body.quoted, 1)
                .set_if(Run.id, Some(3))
                .set_path(body.version, 2)
                .filter(body.is_final),
            expect![[r#"
                update "reports" set "body" = jsonb_set(jsonb_set("reports"."body",
                array['it''s'], to_jsonb($1::integer)), array['version'],
                coalesce(to_jsonb($2::bigint), 'null')), "draft" = null, "id" = $3
                where ("reports"."body" ->> 'isFinal')::boolean"#]],
        );
        sql.is(
            Run.update().set(Run.draft, Run.body).set_path(draft.agent, "x").all_rows(),
            expect![[r#"
                update "reports" set "draft" = jsonb_set("reports"."body", array['agent'],
                to_jsonb($1::text))"#]],
        );
    }
}
