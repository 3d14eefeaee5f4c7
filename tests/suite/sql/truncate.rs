//! `truncate`.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::truncate;

use crate::tables::{Counter, MedicalOrder, Note, Visit};

cases! {
    fn tables(sql) {
        sql.is(Note.truncate(), expect![[r#"truncate "notes""#]]);
        sql.is(Visit.truncate().restart_identity(), expect![[r#"truncate "sql text"."visits" restart identity"#]]);
        sql.is(truncate((Note, Counter, MedicalOrder)).cascade().restart_identity(), expect![[r#"truncate "notes", "counters", "medical_orders" restart identity cascade"#]]);
    }
}
