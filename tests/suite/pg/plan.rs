//! Plans of statements.

use schema_core::prelude::*;
use schema_core::query::plan::NodeKind;
use schema_tests::db::{self, TestDb};

#[table(name = "people")]
struct Person {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    email: String,
    age: Option<i32>,
}

async fn people(db: &TestDb) {
    create!(db, Person);
    let rows = (1..=100).map(|id| NewPerson {
        id,
        email: format!("{id}@example.org"),
    });
    Person.insert_many(rows).execute(db.pool()).await.unwrap();
}

async fn count_of_people(db: &TestDb) -> i64 {
    let query = Person.select().columns(count());
    query.fetch_one(db.pool()).await.unwrap()
}

#[test]
fn a_plan_as_text_and_as_nodes() {
    db::run(async |db| {
        people(&db).await;
        let query = Person
            .select()
            .filter(Person.age.gt(17))
            .order_by(Person.id);

        let text = query.explain().text(db.pool()).await.unwrap();
        let plan = query.explain().verbose().settings().buffers();
        let plan = plan.plan(db.pool()).await.unwrap();

        assert!(text.contains("Seq Scan on people"), "{text}");
        assert_eq!(plan.tables(), ["people"]);
        assert_eq!(plan.sequential_scans(), ["people"]);
        let scan = plan
            .nodes()
            .into_iter()
            .find(|node| node.kind() == &NodeKind::SeqScan);
        let scan = scan.unwrap();
        assert_eq!(scan.schema(), Some(db.schema()));
        assert_eq!(scan.alias(), Some("people"));
        assert_eq!(scan.conditions().len(), 1);
        assert!(scan.total_cost() > scan.startup_cost());
        assert_eq!((scan.actual_rows(), plan.execution_time()), (None, None));
        assert!(plan.json()["Plan"].is_null(), "the nodes are not repeated");
    });
}

#[test]
fn a_small_table_has_a_plan_with_indexes() {
    db::run(async |db| {
        people(&db).await;
        let by_email = Person.select().filter(Person.email.eq("7@example.org"));
        let plan = by_email
            .explain()
            .plan_with_indexes(db.pool())
            .await
            .unwrap();
        plan.assert_uses_index("people_email_key");
        plan.assert_no_seq_scan_of(Person);
        plan.assert_no_seq_scan();

        let by_age = Person.select().filter(Person.age.eq(7));
        let plan = by_age.explain().plan_with_indexes(db.pool()).await.unwrap();
        let failure = std::panic::catch_unwind(|| plan.assert_no_seq_scan_of(Person));
        let message = *failure.unwrap_err().downcast::<String>().unwrap();
        assert!(
            message.starts_with("the plan scans table `people` sequentially; add an index"),
            "{message}"
        );
        assert!(message.contains("Filter: (age = 7)"), "{message}");
        let failure = std::panic::catch_unwind(|| plan.assert_uses_index("people_pkey"));
        let message = *failure.unwrap_err().downcast::<String>().unwrap();
        assert!(
            message.contains("does not use index `people_pkey`"),
            "{message}"
        );
        let setting: String = sqlx::query_scalar("show enable_seqscan")
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(setting, "on");
    });
}

#[test]
fn analyze_runs_the_statement_and_rolls_it_back() {
    db::run(async |db| {
        people(&db).await;
        let delete = Person.delete().filter(Person.id.le(30));
        let plan = delete.explain().analyze().buffers().plan(db.pool()).await;
        let plan = plan.unwrap();
        assert_eq!(plan.root().kind(), &NodeKind::ModifyTable);
        assert_eq!(plan.root().children()[0].actual_rows(), Some(30.0));
        assert_eq!(plan.root().loops(), Some(1.0));
        assert!(plan.root().actual_time().is_some());
        assert!(plan.execution_time().is_some() && plan.planning_time().is_some());
        assert_eq!(count_of_people(&db).await, 100);

        let text = Person
            .select()
            .explain()
            .analyze()
            .verbose()
            .text(db.pool())
            .await;
        assert!(text.unwrap().contains("actual time"));
    });
}

#[test]
fn analyze_in_a_transaction_keeps_what_was_done_before() {
    db::run(async |db| {
        people(&db).await;
        let mut transaction = db.pool().begin().await.unwrap();
        Person
            .delete()
            .filter(Person.id.eq(1))
            .execute(&mut *transaction)
            .await
            .unwrap();
        let insert = Person.insert(NewPerson {
            id: 2,
            email: String::new(),
        });
        let error = insert
            .explain()
            .analyze()
            .settings()
            .text(&mut *transaction)
            .await
            .unwrap_err();
        assert!(error.is_unique_violation());
        let all = Person.delete().all_rows().explain().analyze();
        all.text(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(count_of_people(&db).await, 99);
    });
}

#[test]
fn every_kind_of_statement_has_a_plan() {
    db::run(async |db| {
        people(&db).await;
        let new = || NewPerson {
            id: 101,
            email: "x".into(),
        };
        let pool = db.pool();
        let insert = Person.insert(new()).explain().plan(pool).await.unwrap();
        assert_eq!(insert.root().kind(), &NodeKind::ModifyTable);
        let many = Person.insert_many([new()]).returning(Person.id).explain();
        assert_eq!(many.plan(pool).await.unwrap().tables(), ["people"]);
        let update = Person.update().set(Person.age, 4).filter(Person.id.eq(7));
        let update = update.explain().plan_with_indexes(pool).await.unwrap();
        assert_eq!(update.indexes(), ["people_pkey"]);
        let boxed = Person.select().boxed().filter(Person.id.eq(7)).explain();
        assert!(boxed.text(pool).await.unwrap().contains("people"));
        let page = Person.select().keyset(Person.id).page(10).explain();
        assert_eq!(
            page.plan(pool).await.unwrap().root().kind(),
            &NodeKind::LimitNode
        );
    });
}

#[test]
fn a_generic_plan_needs_no_values() {
    db::run(async |db| {
        people(&db).await;
        let text = Person
            .find(7)
            .explain()
            .generic_plan()
            .text(db.pool())
            .await
            .unwrap();
        assert!(text.contains("$1"), "{text}");
        let plan = Person
            .find(7)
            .explain()
            .generic_plan()
            .plan(db.pool())
            .await
            .unwrap();
        let conditions = plan
            .nodes()
            .iter()
            .flat_map(|node| node.conditions())
            .count();
        assert_eq!(conditions, 1);
    });
}
