//! `case`.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "people")]
struct Person {
    #[column(primary_key)]
    id: i32,
    age: Option<i32>,
    city: String,
}

async fn people(db: &TestDb) {
    create!(db, Person);
    for (id, age, city) in [
        (1, Some(10), "Lima"),
        (2, Some(40), "Oslo"),
        (3, None, "Lima"),
    ] {
        let new = Person
            .insert(NewPerson {
                id,
                city: city.into(),
            })
            .set(Person.age, age);
        new.execute(db.pool()).await.unwrap();
    }
}

#[test]
fn the_first_true_condition_decides() {
    db::run(async |db| {
        people(&db).await;
        let people = Person.select().order_by(Person.id);

        let group = case_when(Person.age.lt(18), "minor").when(Person.age.lt(65), "adult");
        let groups: Vec<(Option<String>, String)> = people
            .columns((group, group.otherwise("unknown")))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            groups,
            [
                (Some("minor".into()), "minor".into()),
                (Some("adult".into()), "adult".into()),
                (None, "unknown".into())
            ]
        );

        let ages: Vec<Option<i32>> = people
            .columns(case_when(Person.city.eq("Oslo"), 0).otherwise(Person.age))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(ages, [Some(10), Some(0), None]);
    });
}

#[test]
fn an_operand_is_compared_with_values() {
    db::run(async |db| {
        people(&db).await;

        let code = case(Person.city)
            .when("Lima", 51)
            .when("Oslo", None::<i32>)
            .otherwise(0);
        let codes: Vec<Option<i32>> = Person
            .select()
            .order_by(Person.id)
            .columns(code)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(codes, [Some(51), None, Some(51)]);

        // NULL equals nothing, so it is not found by `when`.
        let known = case(Person.age).when(10, true).otherwise(false);
        let ids: Vec<i32> = Person
            .select()
            .filter(known.not())
            .order_by(Person.id)
            .columns(Person.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(ids, [2, 3]);
    });
}

#[test]
fn in_aggregates_groups_and_updates() {
    db::run(async |db| {
        people(&db).await;

        let known = sum(case_when(Person.age.is_null(), 0).otherwise(1));
        let size = case_when(count().gt(1), "big").otherwise("small");
        let cities: Vec<(String, Option<i64>, String)> = Person
            .select()
            .group_by(Person.city)
            .order_by(Person.city)
            .columns((Person.city, known, size))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            cities,
            [
                ("Lima".into(), Some(1), "big".into()),
                ("Oslo".into(), Some(1), "small".into())
            ]
        );

        let old = case_when(Person.age.ge(param!(18)), value(param!(true)));
        let groups: Vec<(Option<bool>, i64)> = Person
            .select()
            .group_by(old)
            .order_by(grouped(old))
            .columns((grouped(old), count()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(groups, [(Some(true), 1), (None, 2)]);

        let updated = Person
            .update()
            .set(Person.age, case_when(Person.age.lt(18), Person.age + 1))
            .all_rows()
            .returning((Person.id, Person.age))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(updated, [(1, Some(11)), (2, None), (3, None)]);
    });
}
