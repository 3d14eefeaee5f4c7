//! Tables in their own Postgres schema.

use schema_core::prelude::*;
use schema_tests::db;
use sqlx::Executor as _;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
#[pg_enum(schema = "clinic of the pg tests")]
enum Kind {
    Dog,
    Cat,
}

#[table(name = "pets", schema = "clinic of the pg tests")]
#[index(name)]
#[derive(Debug)]
struct Pet {
    /// The number of its tag.
    #[column(primary_key, identity = by_default)]
    id: i64,
    #[column(unique)]
    name: String,
    #[column(default = Kind::Cat)]
    kind: Kind,
    others: Option<Vec<Kind>>,
    #[column(references = Pet.id)]
    mother: Option<i64>,
}

alias!(Mother = Pet);

#[test]
fn a_table_in_a_postgres_schema_works_in_every_statement() {
    db::run(async |db| {
        let drop = "drop schema if exists \"clinic of the pg tests\" cascade";
        db.pool().execute(drop).await.unwrap();
        create!(db, Pet);
        let again = schema![Pet].create_if_not_exists().unwrap();
        again.execute(db.pool()).await.unwrap();

        let new = |name: &str| NewPet { name: name.into() };
        let id = Pet
            .insert(new("Rex"))
            .set(Pet.kind, Kind::Dog)
            .returning(Pet.id);
        let id = id.fetch_one(db.pool()).await.unwrap();
        let pups = Pet.insert_many([new("Bo"), new("Lea")]);
        let pups = pups
            .set(Pet.mother, id)
            .set(Pet.others, [Kind::Dog, Kind::Cat]);
        pups.execute(db.pool()).await.unwrap();
        let rename = Pet
            .insert(new("Bo"))
            .on_conflict(Pet.name)
            .do_update()
            .set(Pet.name, excluded(Pet.name).concat("!"))
            .filter(Pet.kind.eq(Kind::Cat))
            .returning_all();
        let renamed = rename.fetch_one(db.pool()).await.unwrap();
        let update = Pet
            .update()
            .set(Pet.kind, Kind::Dog)
            .filter(Pet.name.eq("Lea"));
        update.execute(db.pool()).await.unwrap();

        assert_eq!((renamed.name.as_str(), renamed.kind), ("Bo!", Kind::Cat));
        assert_eq!(renamed.others.unwrap(), [Kind::Dog, Kind::Cat]);
        assert_eq!(renamed.mother, Some(id));
        let pairs: Vec<(String, Option<String>)> = Pet
            .select()
            .left_join(Mother, Pet.mother.eq(Mother.id))
            .filter(Pet.kind.eq_any([Kind::Dog]))
            .order_by(Pet.id.asc())
            .columns((Pet.name, Mother.name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let rex = || "Rex".to_owned();
        assert_eq!(pairs, [(rex(), None), ("Lea".to_owned(), Some(rex()))]);
        let cats = Pet.delete().filter(Pet.kind.ne(Kind::Dog));
        assert_eq!(cats.execute(db.pool()).await.unwrap(), 1);
        let error = Pet.insert(new("Rex")).execute(db.pool()).await.unwrap_err();
        assert_eq!(
            (error.table(), error.column()),
            (Some("pets"), Some("name"))
        );
        assert_eq!(Pet.find(id).fetch_one(db.pool()).await.unwrap().name, "Rex");
        let script = schema![Pet].drop().unwrap();
        script.execute(db.pool()).await.unwrap();
        db.pool().execute(drop).await.unwrap();
    });
}
