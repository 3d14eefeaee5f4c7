//! Composite types and domains.

use schema_core::prelude::*;
use schema_tests::db;

use super::{assert_literals, shown};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Unit {
    Gram,
    Litre,
}

#[derive(PgComposite, Debug, Clone, PartialEq)]
struct Address {
    street: String,
    zip: Option<String>,
    floors: Vec<i32>,
}

/// A composite type with an enum, a domain and another composite type.
#[derive(PgComposite, Debug, Clone, PartialEq)]
#[pg_composite(name = "parcel of things")]
struct Parcel {
    #[pg_composite(name = "to")]
    address: Option<Address>,
    unit: Unit,
    weight: Weight,
    notes: Vec<Option<String>>,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "email", check = "value like '%@%'")]
struct Email(String);

#[derive(PgNewtype, Debug, Clone, Copy, PartialEq)]
#[pg_newtype(domain = "weight", check = "value >= -9")]
struct Weight(i64);

fn address(street: &str, zip: Option<&str>) -> Address {
    Address {
        street: street.to_owned(),
        zip: zip.map(str::to_owned),
        floors: vec![1, -2],
    }
}

fn parcel(address: Option<Address>, weight: i64) -> Parcel {
    Parcel {
        address,
        unit: Unit::Litre,
        weight: Weight(weight),
        notes: vec![None, Some("it's \"x\", \\".to_owned())],
    }
}

round_trip! {
    struct_is_that_composite_type: Address = [
        address("Main \"Street\", (7)", Some("")), address("it's \\", None), address("", Some("10115")),
    ];
    composite_types_contain_others: Parcel = [
        parcel(None, 7), parcel(Some(address("a", None)), -7), parcel(Some(address("(a,b)", Some("\"\""))), 0),
    ];
    newtype_is_a_domain: Email = [Email("ana@example.org".into()), Email("it's@\"x\"".into())];
    newtype_of_a_number_is_a_domain: Weight = [Weight(-9), Weight(0), Weight(i64::MAX)];
}

#[test]
fn the_domain_rejects_other_values() {
    #[table(name = "users")]
    #[derive(Debug)]
    struct User {
        #[column(primary_key)]
        id: i32,
        email: Email,
    }

    db::run(async |db| {
        create!(db, User);
        let new = NewUser {
            id: 1,
            email: Email("ana".into()),
        };
        let error = User.insert(new).execute(db.pool()).await.unwrap_err();
        assert!(
            format!("{error:?}").contains("violates check constraint"),
            "{error:?}"
        );
    });
}

#[test]
fn fields_are_read_filtered_and_ordered_with_null() {
    #[table(name = "people")]
    #[derive(Debug)]
    struct Person {
        #[column(primary_key)]
        id: i32,
        home: Option<Address>,
        parcel: Parcel,
    }

    db::run(async |db| {
        create!(db, Person);
        let homes = [
            Some(address("b", None)),
            None,
            Some(address("a", Some("10115"))),
        ];
        for (id, home) in (1..).zip(homes) {
            let parcel = parcel(home.clone(), i64::from(id));
            let new = Person.insert(NewPerson { id, parcel });
            new.set(Person.home, home).execute(db.pool()).await.unwrap();
        }
        let street = Person.home.field(Address.street);
        let streets: Vec<(i32, Option<String>)> = Person
            .select()
            .order_by(street.asc())
            .columns((Person.id, street))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            streets,
            [(3, Some("a".into())), (1, Some("b".into())), (2, None)]
        );
        let zip = Person.parcel.field(Parcel.address).field(Address.zip);
        let found = Person.select().filter(zip.eq("10115")).columns(Person.id);
        assert_eq!(found.fetch_all(db.pool()).await.unwrap(), [3]);
        let units: Vec<(Unit, Weight)> = Person
            .select()
            .filter(Person.parcel.field(Parcel.weight).gt(Weight(2)))
            .columns((
                Person.parcel.field(Parcel.unit),
                Person.parcel.field(Parcel.weight),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(units, [(Unit::Litre, Weight(3))]);
    });
}

#[test]
fn a_field_that_is_null_names_itself() {
    #[table(name = "people")]
    #[derive(Debug)]
    struct Person {
        #[column(primary_key)]
        id: i32,
        home: Address,
    }

    db::run(async |db| {
        create!(db, Person);
        let insert = r#"insert into "people" values (1, row(null, null, null))"#;
        sqlx::query(insert).execute(db.pool()).await.unwrap();
        let error = Person.select().fetch_all(db.pool()).await.unwrap_err();
        assert!(
            format!("{error:?}").contains("Field { field: \"street\""),
            "{error:?}"
        );
    });
}

#[test]
fn existing_types_are_kept_and_other_ones_reported() {
    #[table(name = "people")]
    #[derive(Debug)]
    struct Person {
        home: Address,
        email: Email,
    }

    db::run(async |db| {
        let schema = schema![Person];
        for _ in 0..2 {
            let script = schema.create_if_not_exists().unwrap();
            script.execute(db.pool()).await.unwrap();
        }
        schema.drop().unwrap().execute(db.pool()).await.unwrap();
        sqlx::query(r#"create type "email" as ("a" text)"#)
            .execute(db.pool())
            .await
            .unwrap();
        let script = schema.create_if_not_exists().unwrap();
        let error = script.execute(db.pool()).await.unwrap_err();
        assert!(
            format!("{error:?}").contains("type email exists and is not the domain of the schema"),
            "{error:?}"
        );
    });
}
