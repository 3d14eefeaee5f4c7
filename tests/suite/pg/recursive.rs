//! `with recursive`, its `search` and `cycle`, and `materialized`.

use schema_core::prelude::*;
use schema_core::query::clause::{is_cycle, search_order};
use schema_tests::db;

#[table(name = "employees")]
struct Employee {
    #[column(primary_key)]
    id: i32,
    name: String,
    manager_id: Option<i32>,
}

#[table(name = "links")]
#[primary_key(source, target)]
struct Link {
    source: i32,
    target: i32,
}

#[derive(Selectable, Debug, PartialEq)]
struct Report {
    id: i32,
    path: String,
}

#[derive(Selectable, Debug, PartialEq)]
struct Reached {
    id: i32,
}

#[test]
fn a_tree_in_either_order() {
    db::run(async |db| {
        create!(db, Employee);
        for (id, name, manager) in [
            (1, "Ana", None),
            (2, "Bo", Some(1)),
            (3, "Cy", Some(1)),
            (4, "Di", Some(2)),
        ] {
            let new = Employee.insert(NewEmployee {
                id,
                name: name.into(),
            });
            new.set(Employee.manager_id, manager)
                .execute(db.pool())
                .await
                .unwrap();
        }
        let chiefs = Employee
            .select()
            .filter(Employee.manager_id.is_null())
            .columns(SelectReport {
                id: Employee.id,
                path: Employee.name,
            });
        let below = Employee
            .select()
            .inner_join(Report, Employee.manager_id.eq(Report.id))
            .columns(SelectReport {
                id: Employee.id,
                path: Report.path.concat("/").concat(Employee.name),
            });
        let tree = with_recursive(chiefs.union_all(below));

        let reports: Vec<Report> = tree
            .query(Report.select().order_by(Report.id))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            reports[3],
            Report {
                id: 4,
                path: "Ana/Bo/Di".into()
            }
        );

        let depth = tree.search_depth_first(Report.id).query(
            Report
                .select()
                .order_by(search_order(Report))
                .columns(Report.id),
        );
        assert_eq!(depth.fetch_all(db.pool()).await.unwrap(), [1, 2, 4, 3]);
        let breadth = tree.search_breadth_first(Report.id).query(
            Report
                .select()
                .order_by(search_order(Report))
                .columns(Report.id),
        );
        assert_eq!(breadth.fetch_all(db.pool()).await.unwrap(), [1, 2, 3, 4]);
    });
}

#[test]
fn a_cycle_ends() {
    db::run(async |db| {
        create!(db, Link);
        for (source, target) in [(1, 2), (2, 3), (3, 1), (3, 4)] {
            let new = Link.insert(NewLink { source, target });
            new.execute(db.pool()).await.unwrap();
        }
        let first = Link
            .select()
            .filter(Link.source.eq(1))
            .columns(SelectReached { id: Link.target });
        let next = Link
            .select()
            .inner_join(Reached, Link.source.eq(Reached.id))
            .columns(SelectReached { id: Link.target });

        // `union` drops what is known already.
        let reached = with_recursive(first.union(next))
            .query(Reached.select().order_by(Reached.id).columns(Reached.id));
        assert_eq!(reached.fetch_all(db.pool()).await.unwrap(), [1, 2, 3, 4]);

        let reached = with_recursive(first.union_all(next))
            .cycle(Reached.id)
            .query(
                Reached
                    .select()
                    .order_by(Reached.id)
                    .columns((Reached.id, is_cycle(Reached))),
            );
        assert_eq!(
            reached.fetch_all(db.pool()).await.unwrap(),
            [(1, false), (2, false), (2, true), (3, false), (4, false)]
        );

        // Endless without either: a limit stops it.
        let endless = with_recursive(first.union_all(next)).query(Reached.select().limit(20));
        assert_eq!(endless.fetch_all(db.pool()).await.unwrap().len(), 20);
    });
}

#[test]
#[ignore = "the embedded Postgres has no timeouts; runs with DATABASE_URL set and --include-ignored"]
fn an_endless_recursion_is_a_timeout() {
    db::run(async |db| {
        create!(db, Link);
        for (source, target) in [(1, 2), (2, 1)] {
            let new = Link.insert(NewLink { source, target });
            new.execute(db.pool()).await.unwrap();
        }
        let first = Link.select().columns(SelectReached { id: Link.target });
        let next = Link
            .select()
            .inner_join(Reached, Link.source.eq(Reached.id))
            .columns(SelectReached { id: Link.target });
        let mut transaction = db.pool().begin().await.unwrap();
        sqlx::query("set local statement_timeout = '200ms'")
            .execute(&mut *transaction)
            .await
            .unwrap();
        let error = with_recursive(first.union_all(next))
            .query(Reached.select().columns(count()))
            .fetch_one(&mut *transaction)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("timeout"), "{error}");
        transaction.rollback().await.unwrap();
    });
}
