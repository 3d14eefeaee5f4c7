//! A text that is too long for its column. Issue 12, acceptance 6.

use schema_core::prelude::*;
use schema_tests::db;

use super::{chain, sql};

#[table(name = "labels")]
#[derive(Debug)]
struct Label {
    #[column(primary_key, identity)]
    id: i64,
    #[column(sql_type = "varchar(4)")]
    title: String,
    #[column(sql_type = "char(2)", default = "de")]
    country: String,
    #[column(sql_type = "varchar(3)")]
    one: Option<String>,
    #[column(sql_type = "varchar(3)")]
    other: Option<String>,
}

fn label(title: &str) -> NewLabel {
    NewLabel {
        title: title.into(),
    }
}

#[track_caller]
fn is(error: &Error, message: &str, column: Option<&str>) {
    assert_eq!(error.to_string(), message);
    assert_eq!((error.table(), error.column()), (Some("labels"), column));
}

#[test]
fn the_error_names_the_column() {
    db::run(async |db| {
        create!(db, Label);
        let title = "the server rejected a value for column `title` of table `labels`";

        let one = Label.insert(label("Fever")).execute(db.pool()).await;
        is(&one.unwrap_err(), title, Some("title"));
        let many = Label.insert_many([label("a"), label("Fever")]);
        is(
            &many.execute(db.pool()).await.unwrap_err(),
            title,
            Some("title"),
        );
        let returning = Label.insert(label("Fever")).returning(Label.id);
        is(
            &returning.fetch_one(db.pool()).await.unwrap_err(),
            title,
            Some("title"),
        );
        let update = Label.update().set(Label.country, "deu").all_rows();
        Label.insert(label("a")).execute(db.pool()).await.unwrap();
        is(
            &update.execute(db.pool()).await.unwrap_err(),
            "the server rejected a value for column `country` of table `labels`",
            Some("country"),
        );
    });
}

#[test]
fn the_error_names_the_table_if_several_columns_have_the_type() {
    db::run(async |db| {
        create!(db, Label);

        let insert = Label
            .insert(label("a"))
            .set(Label.one, "long")
            .set(Label.other, "b");
        let error = insert.execute(db.pool()).await.unwrap_err();
        assert!(
            chain(&error)
                .contains(": value too long for type character varying(3): in the statement")
        );
        is(
            &error,
            "the server rejected a value for table `labels`",
            None,
        );

        let insert = Label.insert(label("a")).set(Label.one, "long");
        is(
            &insert.execute(db.pool()).await.unwrap_err(),
            "the server rejected a value for column `one` of table `labels`",
            Some("one"),
        );
    });
}

#[test]
fn the_value_of_a_trigger_is_not_attributed() {
    db::run(async |db| {
        create!(db, Label);
        sql(
            &db,
            "create function lengthen() returns trigger language plpgsql as $$
                declare short varchar(3);
                begin short := new.title || '...'; return new; end $$;
             create trigger lengthen before insert on labels for each row execute function lengthen()",
        )
        .await;

        let error = Label.insert(label("a")).set(Label.one, "b");
        let error = error.execute(db.pool()).await.unwrap_err();

        assert_eq!(error.to_string(), "the server rejected a value");
        assert_eq!((error.table(), error.column()), (None, None));
    });
}
