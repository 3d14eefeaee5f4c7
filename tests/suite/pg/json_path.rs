//! Typed paths into JSON: values, NULLs, indexes, updates.
#![allow(
    clippy::items_after_statements,
    clippy::type_complexity,
    reason = "the type of a row is next to its query"
)]

use chrono::{DateTime, TimeZone, Utc};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonPaths)]
struct Report {
    agent: String,
    score: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    author: Person,
    reviewer: Option<Person>,
    tags: Vec<String>,
    steps: Vec<Step>,
    mood: Mood,
    at: DateTime<Utc>,
    #[serde(default)]
    version: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonPaths)]
struct Person {
    name: String,
    age: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonPaths)]
struct Step {
    title: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonPaths)]
enum Mood {
    Calm,
    Tense,
}

#[table(name = "runs")]
#[index(sql("((body ->> 'score')::double precision)"), name = "runs_score")]
struct Run {
    #[column(primary_key)]
    id: i32,
    body: Json<Report>,
    draft: Option<Json<Report>>,
}

fn report(agent: &str, score: f64) -> Report {
    Report {
        agent: agent.to_owned(),
        score,
        note: None,
        author: Person {
            name: "Ana".to_owned(),
            age: Some(41),
        },
        reviewer: None,
        tags: vec!["a".to_owned(), "it's".to_owned()],
        steps: vec![Step {
            title: "first".to_owned(),
        }],
        mood: Mood::Calm,
        at: Utc.with_ymd_and_hms(2026, 1, 2, 3, 4, 5).unwrap(),
        version: 3,
    }
}

async fn runs(db: &TestDb) {
    create!(db, Run);
    let second = Report {
        reviewer: Some(Person {
            name: "Ben".to_owned(),
            age: None,
        }),
        mood: Mood::Tense,
        ..report("review", 0.25)
    };
    for (id, body, draft) in [
        (1, report("triage", 0.5), None),
        (2, second.clone(), Some(second)),
    ] {
        Run.insert(NewRun {
            id,
            body: Json(body),
        })
        .set(Run.draft, draft.map(Json))
        .execute(db.pool())
        .await
        .unwrap();
    }
}

#[test]
fn fields_have_the_types_of_the_payload() {
    db::run(async |db| {
        runs(&db).await;
        let (body, draft) = (Run.body.path(), Run.draft.path());

        type Row = (
            (String, f64, Option<String>, DateTime<Utc>, Option<i32>),
            (
                String,
                Option<i32>,
                Option<String>,
                Option<i32>,
                Option<f64>,
            ),
            (Json<Mood>, String, Option<String>, Option<String>),
            (Json<Person>, Option<Json<Person>>, Json<Vec<Step>>),
        );
        let rows: Vec<Row> = Run
            .select()
            .order_by(body.score.desc())
            .columns((
                (body.agent, body.score, body.note, body.at, body.version),
                (
                    body.author.name,
                    body.author.age,
                    body.reviewer.name,
                    body.reviewer.age,
                    draft.score,
                ),
                (
                    body.mood,
                    body.mood.text(),
                    body.tags.index::<-1>(),
                    body.steps.index::<7>().title,
                ),
                (body.author.json(), body.reviewer.json(), body.steps),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let (first, second) = (&rows[0], &rows[1]);
        let expected = report("triage", 0.5);
        assert_eq!(first.0, ("triage".into(), 0.5, None, expected.at, Some(3)));
        assert_eq!(first.1, ("Ana".into(), Some(41), None, None, None));
        assert_eq!(
            first.2,
            (Json(Mood::Calm), "Calm".into(), Some("it's".into()), None)
        );
        assert_eq!(first.3, (Json(expected.author), None, Json(expected.steps)));
        assert_eq!(second.1.2.as_deref(), Some("Ben"));
        assert_eq!((second.1.3, second.1.4), (None, Some(0.25)));
        assert!(
            second
                .3
                .1
                .as_ref()
                .is_some_and(|person| person.name == "Ben")
        );
    });
}

#[test]
fn rows_are_filtered_and_grouped_by_fields() {
    db::run(async |db| {
        runs(&db).await;
        let body = Run.body.path();
        macro_rules! found {
            ($condition:expr) => {
                Run.select()
                    .filter($condition)
                    .order_by(Run.id)
                    .columns(Run.id)
                    .fetch_all(db.pool())
                    .await
                    .unwrap()
            };
        }
        assert_eq!(found!(body.score.gt(0.3)), [1]);
        assert_eq!(found!(body.tags.has("it's")), [1, 2]);
        assert_eq!(found!(body.mood.eq(Json(Mood::Tense))), [2]);
        assert_eq!(found!(body.reviewer.json().is_null()), [1]);
        assert_eq!(
            found!(body.steps.has(Step {
                title: "first".into()
            })),
            [1, 2]
        );
        assert_eq!(found!(Run.draft.path().agent.eq("review")), [2]);
        assert_eq!(
            found!(
                body.note
                    .is_null()
                    .and(body.at.gt(Utc.timestamp_opt(0, 0).unwrap()))
            ),
            [1, 2]
        );

        let groups: Vec<(String, Option<f64>)> = Run
            .select()
            .group_by(body.author.name)
            .columns((grouped(body.author.name), max(body.score)))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(groups, [("Ana".to_owned(), Some(0.5))]);
    });
}

#[test]
fn values_at_paths_are_set() {
    db::run(async |db| {
        runs(&db).await;
        let body = Run.body.path();
        let new = Run
            .body
            .with(body.score, 0.75)
            .with(body.author.name, body.agent)
            .with(body.author.age, None::<i32>)
            .with(
                body.reviewer.json(),
                Some(Json(Person {
                    name: "Cem".into(),
                    age: None,
                })),
            )
            .with(body.reviewer.age, 50)
            .with(body.tags, Json(vec![String::from("z")]))
            .with(body.mood, Json(Mood::Tense))
            .with(body.steps.index::<0>().title, "one")
            .with(body.note, "noted");
        let update = Run
            .update()
            .set(Run.body, new)
            .set(Run.draft, Run.draft.with(Run.draft.path().score, 1.0))
            .filter(body.score.eq(0.5));
        assert_eq!(update.execute(db.pool()).await.unwrap(), 1);

        let run = Run.find(1).fetch_one(db.pool()).await.unwrap();
        let expected = Report {
            author: Person {
                name: "triage".into(),
                age: None,
            },
            reviewer: Some(Person {
                name: "Cem".into(),
                age: Some(50),
            }),
            tags: vec!["z".into()],
            steps: vec![Step {
                title: "one".into(),
            }],
            mood: Mood::Tense,
            note: Some("noted".into()),
            ..report("triage", 0.75)
        };
        assert_eq!(run.body.0, expected);
        assert_eq!(run.draft, None);
    });
}

/// The text of a path is that of the index.
#[test]
fn an_index_on_a_path_applies() {
    db::run(async |db| {
        runs(&db).await;
        let query = Run
            .select()
            .filter(Run.body.path().score.eq(0.5))
            .columns(Run.id);
        let explain = format!("explain {}", query.to_sql().replace("$1", "0.5"));
        sqlx::raw_sql(sqlx::AssertSqlSafe("set enable_seqscan = off"))
            .execute(db.pool())
            .await
            .unwrap();
        let plan: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(explain))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert!(plan.join("\n").contains("runs_score"), "{plan:?}");
    });
}

/// Another program wrote a row without the key.
#[test]
fn a_missing_key_is_an_error_that_names_the_path() {
    db::run(async |db| {
        runs(&db).await;
        let text = "update runs set body = body #- '{author,name}' where id = 1";
        sqlx::raw_sql(text).execute(db.pool()).await.unwrap();

        let error = Run
            .select()
            .columns(Run.body.path().author.name)
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert!(error.to_string().contains("body.author.name"), "{error}");
    });
}

#[test]
fn an_update_sets_paths() {
    db::run(async |db| {
        runs(&db).await;
        let (body, draft) = (Run.body.path(), Run.draft.path());

        let changed = Run
            .update()
            .set_path(body.score, body.score + 1.0)
            .set_path(draft.agent, body.agent)
            .set_path(body.author.age, None::<i32>)
            .set_path(body.tags.index::<1>(), "new")
            .set_path(body.mood, Json(Mood::Tense))
            .all_rows()
            .returning_all()
            .fetch_all(db.pool())
            .await
            .unwrap();

        let first = changed.iter().find(|run| run.id == 1).unwrap();
        let expected = Report {
            author: Person {
                age: None,
                ..report("", 0.0).author
            },
            tags: vec!["a".to_owned(), "new".to_owned()],
            mood: Mood::Tense,
            ..report("triage", 1.5)
        };
        assert_eq!(first.body, Json(expected));
        // A column that is NULL stays NULL.
        assert_eq!(first.draft, None);
        let second = changed.iter().find(|run| run.id == 2).unwrap();
        assert_eq!(second.draft.as_ref().unwrap().0.agent, "review");

        let same = Run
            .update()
            .set(Run.draft, Run.body)
            .set_path(draft.version, 9)
            .filter(Run.id.eq(1))
            .returning(draft.version)
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(same, Some(9));
    });
}
