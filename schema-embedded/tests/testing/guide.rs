//! The tests that `docs/testing.md` shows.

use schema_core::prelude::*;
use schema_embedded::testing;

#[table(name = "patients")]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    pub(crate) name: String,
}

const TABLES: Schema = schema![Patient];

#[test]
fn an_email_belongs_to_one_patient() -> schema_core::Result<()> {
    testing::test(TABLES, async |pool| {
        let ana = || NewPatient {
            email: "ana@example.org".into(),
            name: "Ana".into(),
        };
        Patient.insert(ana()).execute(&pool).await?;
        let error = Patient.insert(ana()).execute(&pool).await.unwrap_err();
        assert!(error.is_unique_violation());

        let found = Patient
            .select()
            .filter(Patient.name.eq("Ana"))
            .fetch_all(&pool)
            .await?;
        assert_eq!(found.len(), 1);
        Ok(())
    })
}
