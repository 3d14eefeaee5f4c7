// Finding A19: with one table of this name in the search path, `"visits"."id"` is ambiguous at the server.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
}

#[table(name = "visits", schema = "clinic")]
struct ClinicVisit {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Visit.select().inner_join(ClinicVisit, Visit.id.eq(ClinicVisit.id));
}
