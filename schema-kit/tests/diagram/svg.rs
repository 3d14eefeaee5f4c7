use std::time::{Duration, Instant};

use roxmltree::Document;
use schema_ddl::model::{Model, Table};
use schema_kit::diagram::svg;

use super::{NASTY, column, nasty, references, shop, table};

#[test]
fn each_table_and_enum_is_a_box_and_each_foreign_key_a_line() {
    let text = svg(&shop());
    let document = Document::parse(&text).unwrap();
    let texts = |class: &str| -> Vec<&str> {
        let nodes = document.descendants();
        nodes
            .filter(|node| node.attribute("class") == Some(class))
            .map(|node| node.text().unwrap())
            .collect()
    };
    assert_eq!(
        texts("title"),
        ["customers", "invoices", "orders", "regions", "order_status"]
    );
    assert_eq!(
        texts("name")[..4],
        ["PK  id", "UK  email", "PK FK  id", "FK UK  region"]
    );
    assert_eq!(texts("weak")[2..4], ["bigint", "text?"]);
    let lines: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("polyline"))
        .map(|node| {
            (
                node.children().next().unwrap().text().unwrap(),
                node.attribute("marker-start").unwrap(),
                node.attribute("marker-end").unwrap(),
            )
        })
        .collect();
    // The title is a child element of the line.
    let title = |node: roxmltree::Node<'_, '_>| {
        node.first_element_child()
            .unwrap()
            .text()
            .map(str::to_owned)
    };
    let titles: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("polyline"))
        .filter_map(title)
        .collect();
    assert_eq!(
        titles,
        [
            "id_fkey: id",
            "region_fkey: region",
            "customer_id_fkey: customer_id",
            "previous_id_fkey: previous_id"
        ]
    );
    let ends: Vec<_> = lines.iter().map(|(_, start, end)| (*start, *end)).collect();
    assert_eq!(
        ends,
        [
            ("url(#one)", "url(#at-most-one)"),
            ("url(#none-or-one)", "url(#at-most-one)"),
            ("url(#one)", "url(#many)"),
            ("url(#none-or-one)", "url(#many)"),
        ]
    );
}

#[test]
fn any_name_is_escaped() {
    let text = svg(&nasty());
    let document = Document::parse(&text).unwrap();
    assert!(
        document
            .descendants()
            .all(|node| !node.has_tag_name("script"))
    );
    let titles: Vec<&str> = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("title"))
        .filter_map(|node| node.text())
        .collect();
    for name in NASTY {
        let shown = name.replace(['\n', '\u{1}'], "\u{fffd}");
        assert!(titles.contains(&shown.as_str()), "{name}");
    }
}

#[test]
fn the_same_schema_yields_the_same_text() {
    assert_eq!(svg(&shop()), svg(&shop()));
    assert_eq!(svg(&nasty()), svg(&nasty()));
}

#[test]
fn an_empty_schema_is_an_empty_drawing() {
    let text = svg(&Model::default());
    let document = Document::parse(&text).unwrap();
    assert_eq!(document.root_element().attribute("width"), Some("40"));
}

#[test]
fn five_hundred_tables_are_drawn_in_a_few_seconds() {
    let number = |at: usize| format!("t{at}");
    let tables = (0..500).map(|at| Table {
        foreign_keys: vec![
            references("a", &number(at / 3)),
            references("b", &number(at * 7 % 500)),
        ],
        ..table(
            &number(at),
            vec![
                column("id", "bigint"),
                column("a", "bigint"),
                column("b", "bigint"),
            ],
        )
    });
    let model = Model {
        tables: tables.collect(),
        ..Model::default()
    };
    let start = Instant::now();
    assert!(Document::parse(&svg(&model)).is_ok());
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}
