//! Each status, and its body.

use reqwest::Method;
use serde_json::{Value, json};

use crate::clinic::{Answer, Clinic, run};

/// Makes each insert of an audit record fail with an error of the server.
async fn fail(clinic: &Clinic, code: &str) {
    let sql = format!(
        "create or replace function fail() returns trigger language plpgsql as
            $$ begin raise exception 'the secret' using errcode = tg_argv[0]; end $$;
        create or replace trigger fail before insert on audit_records
            for each row execute function fail('{code}')"
    );
    clinic.sql(&sql).await;
}

fn new_order() -> Value {
    json!({"patient_id": 1, "complaint": "trouble sleeping"})
}

/// Returns the body, and checks that the client is told to try again.
fn busy(answer: Answer) -> Value {
    assert_eq!(answer.headers["retry-after"], "1");
    answer.expect(503)
}

#[test]
fn a_request_that_is_not_valid_is_400_404_405_415_or_422() {
    run(async |clinic| {
        for path in [
            "/orders/abc",
            "/orders?page=x",
            "/orders?color=red",
            "/orders?details=%7B",
        ] {
            let body = clinic.get(path).await.expect(400);
            assert!(body["error"].is_string(), "{body}");
        }
        let url = format!("{}/orders", clinic.url);
        let request = clinic.client.post(&url).body("{");
        Answer::read(request.header("content-type", "application/json"))
            .await
            .expect(400);
        Answer::read(clinic.client.post(&url).body("{}"))
            .await
            .expect(415);

        let body = clinic
            .post("/orders", json!({"patient_id": 1}))
            .await
            .expect(422);
        assert!(
            body["error"].as_str().unwrap().contains("`complaint`"),
            "{body}"
        );

        assert_eq!(
            clinic.get("/nothing").await.expect(404),
            json!({"error": "no such page"})
        );
        let request = clinic.client.request(Method::PUT, &url);
        assert_eq!(request.send().await.unwrap().status(), 405);
    });
}

#[test]
fn a_row_that_does_not_exist_is_404() {
    run(async |clinic| {
        for path in ["/orders/999", "/patients/999"] {
            assert_eq!(
                clinic.get(path).await.expect(404),
                json!({"error": "not found"})
            );
        }
    });
}

#[test]
fn a_reference_to_no_row_is_422() {
    run(async |clinic| {
        for (field, value) in [("patient_id", json!(999)), ("complaint", json!("bored"))] {
            let mut order = new_order();
            order[field] = value;
            let body = clinic.post("/orders", order).await.expect(422);
            assert_eq!(body, json!({"error": "does not exist", "fields": [field]}));
        }
        let body = clinic
            .patch("/orders/4", json!({"diagnosis": "X"}))
            .await
            .expect(422);
        assert_eq!(body["fields"], json!(["diagnosis"]));
    });
}

#[test]
fn a_violated_check_is_422() {
    run(async |clinic| {
        let body = clinic
            .patch("/orders/4", json!({"priority": 6}))
            .await
            .expect(422);
        assert_eq!(
            body,
            json!({"error": "not allowed", "fields": ["priority"]})
        );
    });
}

#[test]
fn a_value_that_the_server_rejects_is_422() {
    run(async |clinic| {
        let note = "x".repeat(201);
        let body = clinic
            .patch("/orders/4", json!({"note": note}))
            .await
            .expect(422);
        let error = "value too long for type character varying(200)";
        assert_eq!(body, json!({"error": error, "fields": ["note"]}));

        let body = clinic
            .patch("/orders/4", json!({"note": "a\0b"}))
            .await
            .expect(422);
        assert_eq!(body["fields"], json!(["note"]));
    });
}

#[test]
fn a_service_without_a_free_connection_is_busy() {
    run(async |clinic| {
        let mut connections = Vec::new();
        for _ in 0..clinic.max_connections {
            connections.push(clinic.pool.acquire().await.unwrap());
        }
        let body = busy(clinic.get("/orders").await);
        assert_eq!(body, json!({"error": "the service is busy; try again"}));
        drop(connections);
        clinic.get("/orders").await.expect(200);
    });
}

#[test]
fn a_conflict_a_timeout_and_a_lack_of_resources_are_503() {
    run(async |clinic| {
        for code in ["40001", "40P01", "55P03", "53300"] {
            fail(clinic, code).await;
            let body = busy(clinic.post("/orders", new_order()).await);
            assert_eq!(
                body,
                json!({"error": "the service is busy; try again"}),
                "{code}"
            );
        }
        let page = clinic.get("/orders").await.expect(200);
        assert_eq!(page["total"], 20);
    });
}

#[test]
fn any_other_error_is_500_and_tells_nothing() {
    run(async |clinic| {
        fail(clinic, "XX000").await;
        let answer = clinic.post("/orders", new_order()).await;
        assert!(!answer.headers.contains_key("retry-after"));
        assert_eq!(answer.expect(500), json!({"error": "internal error"}));

        clinic.sql("alter table patients rename to people").await;
        let body = clinic.get("/patients/1").await.expect(500);
        assert_eq!(body, json!({"error": "internal error"}));
    });
}
