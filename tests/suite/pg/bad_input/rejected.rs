//! Values that the server rejects.

use schema_core::prelude::*;
use schema_tests::db;

use super::{Note, ids, location, note};

#[test]
fn a_vector_of_nan_is_rejected_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let new = Note.insert(note(1, "a"));
        let new = new.set(Note.embedding, Vector::from([f32::NAN, 0.0, 0.0]));
        let error = new.execute(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
        assert!(
            matches!(&error, Error::Value { message, .. } if **message == *"NaN not allowed in vector"),
            "{error:?}"
        );
        assert_eq!(location(&error), (Some("notes"), Some("embedding")));
        assert!(ids(&db).await.is_empty());
    });
}

/// Related to finding D24: the server reports only the parameter.
#[test]
fn a_rejected_value_names_its_column() {
    #[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
    enum Mood {
        Happy,
        Sad,
    }

    #[table(name = "guests")]
    #[derive(Debug)]
    struct Guest {
        #[column(primary_key)]
        id: i32,
        mood: Option<Mood>,
    }

    #[derive(Insertable)]
    #[insertable(Guest)]
    struct Entry {
        id: i32,
        mood: Mood,
    }

    db::run(async |db| {
        // The database lacks a label of the schema.
        for sql in [
            "create type mood as enum ('happy')",
            "create table guests (id integer primary key, mood mood)",
        ] {
            sqlx::query(sql).execute(db.pool()).await.unwrap();
        }
        let entry = |id, mood| Entry { id, mood };

        for result in [
            Guest.insert(entry(1, Mood::Sad)).execute(db.pool()).await,
            Guest
                .insert_many([entry(1, Mood::Happy), entry(2, Mood::Sad)])
                .execute(db.pool())
                .await,
            Guest
                .insert_many([NewGuest { id: 1 }])
                .set(Guest.mood, Mood::Sad)
                .execute(db.pool())
                .await,
            Guest
                .update()
                .set(Guest.mood, Mood::Sad)
                .filter(Guest.id.eq(1))
                .execute(db.pool())
                .await,
            Guest
                .delete()
                .filter(Guest.mood.eq_any([Mood::Sad]))
                .execute(db.pool())
                .await,
        ] {
            let error = result.unwrap_err();
            assert_eq!(
                location(&error),
                (Some("guests"), Some("mood")),
                "{error:?}"
            );
            assert_eq!(
                error.to_string(),
                "the server rejected a value for column `mood` of table `guests`"
            );
        }
    });
}

#[test]
fn a_number_out_of_range_is_rejected_by_the_server() {
    db::run(async |db| {
        create!(db, Note);
        let new = Note.insert(note(1, "a")).set(Note.number, i32::MAX);
        new.execute(db.pool()).await.unwrap();

        let update = Note.update().set(Note.number, Note.number + 1).all_rows();
        let update = update.execute(db.pool()).await.unwrap_err();
        let select = Note.select().columns(Note.number * 2);
        let select = select.fetch_all(db.pool()).await.unwrap_err();
        let zero = Note.select().columns(Note.id / 0);
        let zero = zero.fetch_all(db.pool()).await.unwrap_err();

        assert!(matches!(zero, Error::Value { .. }), "{zero:?}");
        for error in [update, select] {
            assert!(matches!(error, Error::Value { .. }), "{error:?}");
            assert!(
                matches!(&error, Error::Value { message, .. } if **message == *"integer out of range"),
                "{error:?}"
            );
        }
        let row = Note.find(1).fetch_one(db.pool()).await.unwrap();
        assert_eq!(row.number, Some(i32::MAX));
    });
}

#[test]
fn a_sum_that_is_too_large_is_rejected_by_the_server() {
    #[table(name = "numbers")]
    #[derive(Debug)]
    struct Number {
        #[column(primary_key)]
        id: i32,
        large: i64,
    }

    db::run(async |db| {
        create!(db, Number);
        let rows = [1, 2].map(|id| NewNumber {
            id,
            large: i64::MAX,
        });
        Number.insert_many(rows).execute(db.pool()).await.unwrap();

        let sum = Number.select().columns(sum(Number.large));
        let error = sum.fetch_one(db.pool()).await.unwrap_err();

        assert!(
            matches!(&error, Error::Value { message, .. } if **message == *"bigint out of range"),
            "{error:?}"
        );
    });
}

#[test]
fn a_text_that_is_too_long_is_rejected_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let new = Note.insert(note(1, "a")).set(Note.code, "123456");
        let error = new.execute(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
        assert!(
            matches!(&error, Error::Value { message, .. } if **message == *"value too long for type character varying(5)"),
            "{error:?}"
        );
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn a_negative_limit_is_rejected_by_the_server() {
    db::run(async |db| {
        create!(db, Note);

        let error = Note
            .select()
            .limit(-1)
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Value { .. }), "{error:?}");
    });
}

#[test]
fn a_date_out_of_range_is_an_error() {
    #[table(name = "events")]
    #[derive(Debug)]
    struct Event {
        #[column(primary_key)]
        id: i32,
        at: chrono::NaiveDate,
    }

    db::run(async |db| {
        create!(db, Event);
        let at = chrono::NaiveDate::MIN;

        let error = Event
            .insert(NewEvent { id: 1, at })
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(
            matches!(error, Error::Encode { .. } | Error::Value { .. }),
            "{error:?}"
        );
        let rows = Event.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(rows.unwrap(), 0);
    });
}
