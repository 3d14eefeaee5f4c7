//! Schemas of Prisma and Diesel that are pulled.

use schema_ddl::diff::{Renames, diff};
use schema_ddl::model::{Action, IndexOn, Model, Name};
use schema_kit::normal;
use schema_kit::pull::{self, DecimalCrate, LeftOut, PullError, PullOptions, TimeCrate};
use schema_tests::db;

use crate::{expect, pulled};

/// Compares the recorded source and its tables with a model, and returns everything that was left out.
#[track_caller]
fn check(
    file: &str,
    read: (Model, Vec<LeftOut>),
    options: PullOptions,
    schema: fn() -> schema_core::ddl::Schema,
) -> Vec<String> {
    let (model, mut left_out) = read;
    let pulled = pull::rust(&model, &options);
    expect(&format!("pulled/{file}"), &pulled.source);
    let of_source = schema().model().unwrap();
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut models = Vec::new();
        for model in [&pulled.model, &of_source] {
            models.push(normal::normal(&mut connection, model).await.unwrap());
        }
        let actions = diff(&models[0], &models[1], &Renames::default()).unwrap();
        let statements = actions.into_iter().flat_map(|action| action.statements);
        assert_eq!(statements.collect::<Vec<_>>(), Vec::<String>::new());
    });
    left_out.extend(pulled.left_out);
    left_out.iter().map(ToString::to_string).collect()
}

#[test]
fn prisma() {
    let read = pull::prisma(include_str!("fixtures/shop.prisma")).unwrap();
    let model = read.0.clone();
    let left_out = check(
        "shop.rs",
        read,
        PullOptions::default(),
        pulled::shop::schema,
    );
    assert_eq!(
        left_out,
        [
            r#"column "id" of "Post": Prisma's client makes its value with `cuid()`; the program must do so"#,
            r#"column "id" of "billing"."Invoice": Prisma's client makes its value with `uuid()`; the program must do so"#,
            r#"column "name" of "users": its documentation comment, which is not one of the database"#,
            r#"column "slug" of "Post": Prisma's client makes its value with `uuid()`; the program must do so"#,
            r#"column "updatedAt" of "users": Prisma's client sets it on each update with `@updatedAt`; the program must do so"#,
            r#"enum "roles": its documentation comments"#,
            r#"table "users": its documentation comment, which is not one of the database"#,
            r#"view "Report": a Prisma schema does not have its query"#,
            r#"column "id" of "Category": a `serial` column; the field has `identity = by_default`, which a program uses in the same way"#,
            r#"column "id" of "users": a `serial` column; the field has `identity = by_default`, which a program uses in the same way"#,
            r#"column "total" of "billing"."Invoice": no Rust type is known for `money`, so the program cannot insert rows"#,
            r#"sequence "Category_id_seq": the sequence of column "id" of "Category"; an identity column has its own"#,
            r#"sequence "users_id_seq": the sequence of column "id" of "users"; an identity column has its own"#,
        ]
    );
    let likes = model.table(&Name::new("_likes")).unwrap();
    assert_eq!(likes.foreign_keys[0].table, Name::new("Post"));
    let users = model.table(&Name::new("users")).unwrap();
    assert_eq!(users.foreign_keys[0].on_delete, Action::SetNull);
    assert_eq!(users.indexes[1].name, "users_name_created_at_idx");
    assert!(users.indexes[1].elements[1].descending);
    assert_eq!(users.indexes[2].method, "gin");
    let post = model.table(&Name::new("Post")).unwrap();
    assert!(post.indexes[0].unique);
    assert_eq!(
        post.indexes[0].elements[0].on,
        IndexOn::Column("authorId".into())
    );
    assert_eq!(post.foreign_keys[0].on_delete, Action::Restrict);
    assert!(
        model
            .table(&Name::in_schema("billing", "Invoice"))
            .is_some()
    );
}

#[test]
fn diesel() {
    let read = pull::diesel(include_str!("fixtures/diesel.rs.txt")).unwrap();
    // The other crates than in all other tests.
    let options = PullOptions {
        time: TimeCrate::Time,
        decimal: DecimalCrate::BigDecimal,
    };
    let left_out = check("diesel.rs", read, options, pulled::diesel::schema);
    assert_eq!(
        left_out,
        [
            "schema.rs: it has no defaults, unique constraints, checks, indexes, and no actions of foreign keys; pull from the database to have them",
            r#"table "orders": its documentation comment, which is not one of the database"#,
            r#"column "status" of "orders": `OrderStatus` is a type of the database of which `schema.rs` has only the name"#,
            r#"column "price" of "clinic"."visits": no Rust type is known for `money`, so the program cannot insert rows"#,
        ]
    );
}

#[track_caller]
fn fails<T: std::fmt::Debug>(result: Result<T, PullError>, message: &str) {
    assert_eq!(result.unwrap_err().to_string(), message);
}

#[test]
fn a_prisma_schema_with_a_mistake_is_an_error_with_its_line() {
    let prisma = |text: &str| pull::prisma(text);
    fails(
        prisma("model A {\n  id Int @id\n"),
        "line 2: found the end of the file; write a field, an attribute or `}`",
    );
    fails(
        prisma("modle A {}"),
        "line 1: `modle` is not a kind of block; write one of model, enum, view, type, datasource, generator",
    );
    fails(
        prisma("datasource db {\n  provider = \"mysql\"\n}"),
        "line 1: the provider is `mysql`; only a schema with `provider = \"postgresql\"` can be pulled",
    );
    fails(
        prisma("model A {\n  id Int @id\n  b Bee\n}"),
        "line 3: `Bee`, the type of `A.b`, is not declared; add a model or an enum of this name",
    );
    fails(
        prisma("model A {\n  id Int @id @default\n}"),
        "line 2: `@default` has no value; write one",
    );
    fails(
        prisma("enum E {\n  a\n}\nmodel A {\n  id Int @id\n  e E @default(b)\n}"),
        "line 6: the default of `e` is not a value of its type; correct it",
    );
    fails(
        prisma("model A {\n  id Int @id\n  @@index([b])\n}"),
        "line 3: `A` has no field `b`; correct the name",
    );
    fails(
        prisma("model A {\n  a Int @id\n  b Int @id\n}"),
        "line 3: `A` has two primary keys; remove `@id`",
    );
    fails(
        prisma("model A {\n  a String @db.TinyInt\n}"),
        "line 2: `@db.TinyInt` is not a type of Postgres; write one that is",
    );
    fails(
        prisma("model A {\n  a String @map(\"a)\n}"),
        "line 2: a string does not end; add a quote",
    );
    fails(
        prisma("model A {\n  a\n}"),
        "line 2: found the end of the line; write the type of the field",
    );
    fails(
        prisma("model A {\n  a Int;\n}"),
        "line 2: `;` is not part of a Prisma schema; remove it",
    );
    fails(
        prisma("model A {\n  a Int\n}\nmodel A {\n}"),
        "line 4: `A` is declared twice; rename one",
    );
    fails(
        prisma(
            "model A {\n  id Int @id\n  b B @relation(fields: [id], references: [id], onDelete: Delete)\n}\nmodel B {\n  id Int @id\n}",
        ),
        "line 3: `Delete` is not an action; write `Cascade`, `Restrict`, `NoAction`, `SetNull` or `SetDefault`",
    );
    fails(
        prisma("type A {\n  a Int\n}"),
        "line 1: `type A` is only possible with MongoDB; write a model",
    );
    fails(
        prisma("enum A {\n}"),
        "line 1: the enum `A` has no values; add one",
    );
}

#[test]
fn a_diesel_schema_with_a_mistake_is_an_error_with_its_line() {
    let diesel = |text: &str| pull::diesel(text);
    fails(
        diesel("struct A;"),
        "line 1: there is no `table!`; pass the text of Diesel's `schema.rs`",
    );
    fails(
        diesel("table! {\n  a (id) {\n    id Int4,\n  }\n}"),
        "line 3: expected `->`",
    );
    fails(
        diesel("table! {\n  a (b) {\n    id -> Int4,\n  }\n}"),
        "line 2: table `a` has no column `b`; correct the name",
    );
    fails(
        diesel("table! {\n  a {\n    id -> Int4,\n  }\n}\njoinable!(a -> b (id));"),
        "line 6: there is no `table!` for `b`; add it or remove the `joinable!`",
    );
}

#[test]
fn an_empty_schema_is_an_empty_list() {
    let pulled = pull::rust(&Model::default(), &PullOptions::default());
    assert!(
        pulled
            .source
            .ends_with("pub fn schema() -> Schema {\n    schema![]\n}\n")
    );
    assert_eq!(pulled.left_out, []);
}
