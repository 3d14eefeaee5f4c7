use schema_kit::diagram::mermaid;

use super::{nasty, shop};

#[test]
fn a_schema_is_an_entity_relationship_diagram() {
    assert_eq!(
        mermaid(&shop()),
        r#"erDiagram
    customers {
        bigint id PK
        varchar(200) email UK
    }
    invoices {
        bigint id PK, FK
        text region FK, UK "null"
    }
    orders {
        bigint id PK
        bigint customer_id FK
        bigint previous_id FK "null"
        order_status status
        numeric(10_2) total "numeric(10,2)"
        timestamptz at "null"
    }
    order_status["enum order_status"] {
        label pending
        label in_transit "in transit"
    }
    orders ||--o| invoices : "id"
    regions |o..o| invoices : "region"
    customers ||..o{ orders : "customer_id"
    orders |o..o{ orders : "previous_id"
"#
    );
}

/// A line of the grammar that Mermaid accepts: only plain words outside of quotes, and in quotes nothing that ends them.
fn is_well_formed(line: &str) -> bool {
    let mut parts = line.split('"');
    let mut outside = parts.by_ref().step_by(2);
    let plain = |c: char| c.is_ascii_alphanumeric() || " _-[]()|{}.:,".contains(c);
    let inside = line.split('"').skip(1).step_by(2);
    let allowed = |text: &str| {
        let is_code = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        text.char_indices().all(|(at, c)| match c {
            '#' => is_code(at),
            ';' => text[..at].ends_with(|c: char| c.is_ascii_digit()),
            c => !c.is_control() && !"%\\<>&`{}".contains(c),
        })
    };
    line.matches('"').count().is_multiple_of(2)
        && outside.all(|text| text.chars().all(plain))
        && inside.into_iter().all(allowed)
}

#[test]
fn names_that_mermaid_does_not_allow_are_escaped() {
    let text = mermaid(&nasty());
    for line in text.lines() {
        assert!(is_well_formed(line), "{line}");
    }
    for line in [
        r#"    "to" {"#,
        r#"    "a#34;b" {"#,
        r#"    "a#37;#37;b" {"#,
        r#"    "a#35;35#59;b" {"#,
        r#"    "患者 表" {"#,
        r#"        numeric(10_2) _PK FK "PK, numeric(10,2), null""#,
        r#"        numeric(10_2) _1st FK "1st, numeric(10,2), null""#,
    ] {
        assert!(text.lines().any(|one| one == line), "{line}");
    }
}

#[test]
fn an_empty_schema_is_an_empty_diagram() {
    assert_eq!(mermaid(&schema_ddl::model::Model::default()), "erDiagram\n");
}
