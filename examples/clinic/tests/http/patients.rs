use serde_json::json;

use crate::clinic::run;

#[test]
fn a_patient_is_created_read_and_deleted() {
    run(async |clinic| {
        let grace = json!({"email": "grace@example.org", "name": "Grace", "born": "1979-02-28"});
        let created = clinic.post("/patients", grace).await.expect(201);
        let path = format!("/patients/{}", created["id"]);
        assert_eq!(created["born"], "1979-02-28");
        assert_eq!(clinic.get(&path).await.expect(200), created);
        clinic.delete(&path).await.expect(204);
        clinic.get(&path).await.expect(404);
        clinic.delete(&path).await.expect(404);
    });
}

#[test]
fn an_email_is_used_once() {
    run(async |clinic| {
        let ana = json!({"email": "ana.silva@example.org", "name": "Ana", "born": "1979-02-28"});
        let body = clinic.post("/patients", ana).await.expect(409);
        assert_eq!(
            body,
            json!({"error": "already in use", "fields": ["email"]})
        );
    });
}

#[test]
fn a_patient_with_orders_is_not_deleted() {
    run(async |clinic| {
        let body = clinic.delete("/patients/1").await.expect(409);
        assert_eq!(body, json!({"error": "still in use"}));
        clinic.get("/patients/1").await.expect(200);
    });
}
