use serde_json::Value;

use crate::clinic::run;

#[test]
fn the_nearest_diagnoses_come_first() {
    run(async |clinic| {
        // Order 4: "broken wrist after a fall"
        let all = clinic.get("/orders/4/diagnoses").await.expect(200);
        let all = all.as_array().unwrap();
        let distances: Vec<_> = all.iter().map(distance).collect();
        assert_eq!(all.len(), 5);
        assert_eq!(all[0]["code"], "S62");
        assert_eq!(all[0]["description"], "Fracture at wrist and hand level");
        assert!((distances[0] - 0.259).abs() < 0.001, "{distances:?}");
        assert!(distances.is_sorted(), "{distances:?}");

        let two = clinic.get("/orders/4/diagnoses?limit=2").await.expect(200);
        assert_eq!(two.as_array().unwrap(), &all[..2]);

        let path = "/orders/4/diagnoses?max_distance=0.26";
        let near = clinic.get(path).await.expect(200);
        assert_eq!(near.as_array().unwrap(), &all[..1]);
    });
}

#[test]
fn an_order_that_does_not_exist_has_no_diagnoses() {
    run(async |clinic| {
        clinic.get("/orders/999/diagnoses").await.expect(404);
    });
}

fn distance(diagnosis: &Value) -> f64 {
    diagnosis["distance"].as_f64().unwrap()
}
