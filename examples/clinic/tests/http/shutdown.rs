use std::time::Duration;

use tokio::time::{sleep, timeout};

use crate::clinic::{Answer, run};

const SHORT: Duration = Duration::from_millis(300);

#[test]
fn a_running_request_completes_and_then_the_service_stops() {
    run(async |clinic| {
        // The request waits for a connection.
        let mut connections = Vec::new();
        for _ in 0..clinic.max_connections {
            connections.push(clinic.pool.acquire().await.unwrap());
        }
        let request = clinic.client.get(format!("{}/orders/1", clinic.url));
        let answer = tokio::spawn(Answer::read(request));
        sleep(SHORT).await;
        assert!(!answer.is_finished());

        clinic.stop();
        sleep(SHORT).await;
        assert!(!clinic.serving.is_finished(), "a request is still running");
        // A new connection, because those of the client may be open.
        let refused = reqwest::get(format!("{}/health", clinic.url)).await;
        assert!(refused.unwrap_err().is_connect());

        drop(connections);
        assert_eq!(answer.await.unwrap().expect(200)["id"], 1);
        timeout(Duration::from_secs(5), async {
            while !clinic.serving.is_finished() {
                sleep(Duration::from_millis(10)).await;
            }
        })
        .await
        .expect("the service stops");
        assert!(clinic.pool.is_closed());
        assert_eq!(clinic.pool.metrics().size, 0);
    });
}
