//! `citext` and `unaccent`.

use schema_core::expr::function::text_search::unaccent;
use schema_core::prelude::*;
use schema_core::types::CiText;
use schema_tests::db::{self, TestDb};

#[table(name = "users")]
#[derive(Debug)]
struct User {
    #[column(primary_key)]
    id: i32,
    #[column(unique, default = CiText(String::new()))]
    email: CiText,
    nick: Option<CiText>,
    aliases: Vec<CiText>,
    note: Option<String>,
}

async fn users(db: &TestDb) {
    create!(db, User);
    for (id, email, nick) in [
        (1, "Ana@Example.org", Some("ANA")),
        (2, "bob@example.org", None),
    ] {
        let new = User.insert(NewUser {
            id,
            aliases: vec!["A".into(), "it's \"x\"".into()],
        });
        let new = new
            .set(User.email, CiText::from(email))
            .set(User.nick, nick.map(CiText::from));
        new.execute(db.pool()).await.unwrap();
    }
}

#[test]
fn case_is_ignored_by_the_server() {
    db::run(async |db| {
        users(&db).await;
        let ids = |condition: BoxedCondition<'static, (User,)>| {
            User.select()
                .filter(condition)
                .order_by(User.id)
                .columns(User.id)
        };
        for (condition, expected) in [
            (
                User.email.eq(CiText::from("ANA@example.ORG")).boxed(),
                vec![1],
            ),
            (
                User.email.eq(CiText::from("ana@example.org")).boxed(),
                vec![1],
            ),
            (User.nick.eq(CiText::from("ana")).boxed(), vec![1]),
            (User.email.like("ANA%").boxed(), vec![1]),
            (User.email.gt(CiText::from("ANB")).boxed(), vec![2]),
            (
                User.email.eq_any([CiText::from("BOB@EXAMPLE.ORG")]).boxed(),
                vec![2],
            ),
            (
                User.aliases.contains([CiText::from("a")]).boxed(),
                vec![1, 2],
            ),
            (User.nick.is_null().boxed(), vec![2]),
        ] {
            assert_eq!(ids(condition).fetch_all(db.pool()).await.unwrap(), expected);
        }
        let again = NewUser {
            id: 3,
            aliases: vec![],
        };
        let again = User
            .insert(again)
            .set(User.email, CiText::from("BOB@example.org"));
        let error = again.execute(db.pool()).await.unwrap_err();
        assert!(error.is_unique_violation());
    });
}

#[test]
fn values_keep_their_case() {
    db::run(async |db| {
        users(&db).await;
        let all = User
            .select()
            .order_by(User.id)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            (&*all[0].email, all[0].nick.as_deref()),
            ("Ana@Example.org", Some("ANA"))
        );
        assert_eq!(all[1].nick, None);
        assert_eq!(
            all[0].aliases,
            [CiText::from("A"), CiText::from("it's \"x\"")]
        );
        let ends = User.select().columns((min(User.email), max(User.nick)));
        let ends = ends.fetch_one(db.pool()).await.unwrap();
        assert_eq!(ends, (Some("Ana@Example.org".into()), Some("ANA".into())));
        User.delete().all_rows().execute(db.pool()).await.unwrap();
        User.insert_many([NewUser {
            id: 9,
            aliases: vec!["X".into()],
        }])
        .execute(db.pool())
        .await
        .unwrap();
        let found = User.find(9).fetch_one(db.pool()).await.unwrap();
        assert_eq!((found.email, found.aliases), ("".into(), vec!["X".into()]));
    });
}

#[test]
fn accents_are_removed() {
    db::run(async |db| {
        users(&db).await;
        let columns = (unaccent("Hôtel"), unaccent(User.note));
        let row = User.select().filter(User.id.eq(1)).columns(columns);
        let row: (String, Option<String>) = row.fetch_one(db.pool()).await.unwrap();
        assert_eq!(row, ("Hotel".to_owned(), None));
    });
}
