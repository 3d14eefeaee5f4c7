// A column is as visible as its field.
use schema_core::prelude::*;

mod clinic {
    use schema_core::prelude::*;

    #[table(name = "patients")]
    pub struct Patient {
        #[column(primary_key)]
        pub id: i64,
        name: String,
    }
}

fn main() {
    let _ = clinic::Patient.select().columns(clinic::Patient.name);
}
