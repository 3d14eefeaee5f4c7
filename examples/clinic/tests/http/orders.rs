use serde_json::{Value, json};

use crate::clinic::run;

/// The ids of the orders of a page.
fn ids(page: &Value) -> Vec<i64> {
    let orders = page["orders"].as_array().unwrap();
    orders
        .iter()
        .map(|order| order["id"].as_i64().unwrap())
        .collect()
}

#[test]
fn an_order_is_created_with_items_and_a_record() {
    run(async |clinic| {
        let create = json!({
            "patient_id": 2,
            "complaint": "trouble sleeping",
            "priority": 2,
            "note": "since March",
            "analysis": {"agent": "triage", "urgent": false, "score": 0.5},
            "details": {"room": 7, "tags": ["night"]},
            "items": [{"name": "visit", "cents": 8000}, {"name": "blood test", "quantity": 2, "cents": 1500}],
        });
        let answer = clinic.post("/orders", create.clone()).await;
        let location = answer.headers["location"].to_str().unwrap().to_owned();
        let created = answer.expect(201);
        assert_eq!(location, format!("/orders/{}", created["id"]));
        assert_eq!(created["patient"], json!({"id": 2, "name": "Ben Okafor"}));
        assert_eq!(created["status"], "pending");
        assert_eq!(created["total_cents"], 11000);
        for field in ["complaint", "priority", "note", "analysis", "details"] {
            assert_eq!(created[field], create[field], "{field}");
        }

        let mut read = clinic.get(&location).await.expect(200);
        let items = read.as_object_mut().unwrap().remove("items");
        assert_eq!(read, created);
        let expected = json!([
            {"name": "blood test", "quantity": 2, "cents": 1500},
            {"name": "visit", "quantity": 1, "cents": 8000},
        ]);
        assert_eq!(items, Some(expected));

        let audit = clinic.get(&format!("{location}/audit")).await.expect(200);
        assert_eq!(audit[0]["action"], "created");
        assert_eq!(audit[0]["details"]["note"], "since March");
        assert_eq!(audit.as_array().unwrap().len(), 1);
    });
}

#[test]
fn absent_fields_of_a_new_order_get_their_defaults() {
    run(async |clinic| {
        let create = json!({"patient_id": 1, "complaint": "trouble sleeping"});
        let created = clinic.post("/orders", create).await.expect(201);
        assert_eq!(created["priority"], 0);
        assert_eq!(created["details"], json!({}));
        for field in ["note", "analysis", "diagnosis", "total_cents"] {
            assert_eq!(created[field], Value::Null, "{field}");
        }
    });
}

#[test]
fn a_failed_item_leaves_no_order_and_no_record() {
    run(async |clinic| {
        let create = json!({
            "patient_id": 1,
            "complaint": "trouble sleeping",
            "items": [{"name": "visit", "cents": 1}, {"name": "visit", "cents": 1}],
        });
        let body = clinic.post("/orders", create).await.expect(409);
        assert_eq!(body["fields"], json!(["order_id", "name"]));
        let page = clinic.get("/orders").await.expect(200);
        assert_eq!(page["total"], 20);
        let audit = clinic.get("/orders/21/audit").await.expect(200);
        assert_eq!(audit, json!([]));
    });
}

#[test]
fn pages_have_the_total() {
    run(async |clinic| {
        let first = clinic
            .get("/orders?sort=oldest&per_page=8")
            .await
            .expect(200);
        assert_eq!((&first["total"], &first["page"]), (&json!(20), &json!(1)));
        assert_eq!(first["per_page"], 8);
        let mut all = ids(&first);
        for page in [2, 3, 4] {
            let path = format!("/orders?sort=oldest&per_page=8&page={page}");
            let page = clinic.get(&path).await.expect(200);
            assert_eq!(page["total"], 20);
            all.extend(ids(&page));
        }
        all.sort_unstable();
        assert_eq!(all, (1..=20).collect::<Vec<_>>());
    });
}

#[test]
fn filters_apply_together_and_to_the_total() {
    run(async |clinic| {
        for (query, total) in [
            ("", 20),
            ("status=pending", 10),
            ("status=paid", 5),
            ("patient_id=1", 4),
            ("patient_id=1&status=cancelled", 2),
            ("min_priority=3", 7),
            ("diagnosed=true", 0),
            ("diagnosed=false", 20),
            ("agent=triage", 8),
            ("urgent=true", 6),
            ("urgent=true&agent=intake", 2),
            ("details=%7B%22room%22%3A%20102%7D", 5),
            ("search=WRIST", 1),
            ("search=silva", 4),
            ("search=%25", 0),
        ] {
            let page = clinic.get(&format!("/orders?per_page=2&{query}")).await;
            let page = page.expect(200);
            assert_eq!(page["total"], total, "{query}");
            let orders = page["orders"].as_array().unwrap();
            assert_eq!(orders.len(), total.min(2), "{query}");
        }
    });
}

#[test]
fn orders_are_sorted() {
    run(async |clinic| {
        clinic
            .sql("update medical_orders set created_at = now() + make_interval(mins => id::int)")
            .await;
        let newest = clinic.get("/orders").await.expect(200);
        assert_eq!(ids(&newest), (1..=20).rev().collect::<Vec<_>>());
        let oldest = clinic.get("/orders?sort=oldest").await.expect(200);
        assert_eq!(ids(&oldest), (1..=20).collect::<Vec<_>>());
        let urgent = clinic
            .get("/orders?sort=priority&per_page=3")
            .await
            .expect(200);
        assert_eq!(ids(&urgent), [19, 16, 13]);
    });
}

#[test]
fn patch_distinguishes_absent_null_and_a_value() {
    run(async |clinic| {
        let change =
            json!({"note": "call back", "diagnosis": "S62", "priority": 5, "status": "paid"});
        let before = clinic.get("/orders/4").await.expect(200);
        let after = clinic.patch("/orders/4", change.clone()).await.expect(200);
        assert_eq!(
            after["diagnosis_description"],
            "Fracture at wrist and hand level"
        );
        for field in ["note", "diagnosis", "priority", "status"] {
            assert_eq!(after[field], change[field], "{field}");
        }
        for field in ["complaint", "analysis", "details", "created_at"] {
            assert_eq!(after[field], before[field], "{field}");
        }

        // Absent: kept. Null: removed.
        let after = clinic
            .patch("/orders/4", json!({"note": null}))
            .await
            .expect(200);
        assert_eq!(after["note"], Value::Null);
        assert_eq!(after["diagnosis"], "S62");
        let after = clinic
            .patch("/orders/4", json!({"diagnosis": null}))
            .await
            .expect(200);
        assert_eq!(after["diagnosis"], Value::Null);
        assert_eq!(after["diagnosis_description"], Value::Null);

        let audit = clinic.get("/orders/4/audit").await.expect(200);
        let details: Vec<_> = audit
            .as_array()
            .unwrap()
            .iter()
            .map(|record| &record["details"])
            .collect();
        assert_eq!(
            details,
            [&change, &json!({"note": null}), &json!({"diagnosis": null})]
        );
    });
}

#[test]
fn patch_rejects_null_where_there_must_be_a_value() {
    run(async |clinic| {
        for field in ["priority", "status", "details"] {
            let answer = clinic.patch("/orders/4", json!({field: null})).await;
            assert!(answer.status.is_client_error(), "{field}");
            let text = answer.body.to_string();
            assert!(text.contains(field), "{text}");
        }
        let body = clinic.patch("/orders/4", json!({})).await.expect(422);
        assert_eq!(body, json!({"error": "no field to change"}));
        clinic
            .patch("/orders/999", json!({"note": "?"}))
            .await
            .expect(404);
        let audit = clinic.get("/orders/999/audit").await.expect(200);
        assert_eq!(audit, json!([]));
    });
}

#[test]
fn json_columns_are_typed_and_untyped() {
    run(async |clinic| {
        let analysis = json!({"agent": "triage", "urgent": true, "score": 0.25});
        let details = json!({"deep": {"list": [1, "two", null]}});
        let change = json!({"analysis": analysis, "details": details});
        let order = clinic.patch("/orders/1", change).await.expect(200);
        assert_eq!(order["analysis"], analysis);
        assert_eq!(order["details"], details);

        let order = clinic
            .patch("/orders/1", json!({"analysis": null}))
            .await
            .expect(200);
        assert_eq!(order["analysis"], Value::Null);

        // The struct has other fields.
        let body = clinic
            .patch("/orders/1", json!({"analysis": {"agent": 7}}))
            .await
            .expect(422);
        assert!(
            body["error"].as_str().unwrap().contains("analysis.agent"),
            "{body}"
        );
        // Any JSON, but an object.
        let body = clinic
            .patch("/orders/1", json!({"details": [1]}))
            .await
            .expect(422);
        assert_eq!(body["fields"], json!(["details"]));
    });
}

#[test]
fn a_deleted_order_leaves_its_records() {
    run(async |clinic| {
        clinic.delete("/orders/4").await.expect(204);
        clinic.get("/orders/4").await.expect(404);
        clinic.delete("/orders/4").await.expect(404);
        let page = clinic.get("/orders").await.expect(200);
        assert_eq!(page["total"], 19);
        let audit = clinic.get("/orders/4/audit").await.expect(200);
        assert_eq!(audit.as_array().unwrap().len(), 1);
        assert_eq!(audit[0]["action"], "deleted");
    });
}
