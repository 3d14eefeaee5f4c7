//! SVG.

use std::fmt::Write as _;

use schema_ddl::model::Model;

use super::drawing::{Box, Drawing, Kind, Line, PADDING, ROW};

/// Colors, and the ends of lines: a crow's foot for many rows, a bar for one row, a circle for none.
const HEAD: &str = r#"<style>
  svg { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; --line: #57606a; --text: #1f2328; --weak: #57606a; --paper: #ffffff; --table: #ddf4ff; --enum: #fff8c5; --outside: #f6f8fa; }
  @media (prefers-color-scheme: dark) { svg { --line: #8d96a0; --text: #e6edf3; --weak: #8d96a0; --paper: #0d1117; --table: #0c2d6b; --enum: #4b2900; --outside: #161b22; } }
  .paper, .box { fill: var(--paper); } .box { stroke: var(--line); }
  .table { fill: var(--table); } .enum { fill: var(--enum); } .outside { fill: var(--outside); }
  text { fill: var(--text); white-space: pre; } .title { font-weight: bold; } .weak { fill: var(--weak); }
  .line { fill: none; stroke: var(--line); } .optional { stroke-dasharray: 5 3; }
  marker path { fill: none; stroke: var(--line); } marker circle { fill: var(--paper); stroke: var(--line); }
</style>
<defs>
  <marker id="many" viewBox="0 0 20 12" refX="20" refY="6" markerWidth="20" markerHeight="12" orient="auto"><path d="M20 1 L10 6 L20 11"/><circle cx="6" cy="6" r="3.5"/></marker>
  <marker id="at-most-one" viewBox="0 0 20 12" refX="20" refY="6" markerWidth="20" markerHeight="12" orient="auto"><path d="M14 1 V11"/><circle cx="6" cy="6" r="3.5"/></marker>
  <marker id="one" viewBox="0 0 20 12" refX="0" refY="6" markerWidth="20" markerHeight="12" orient="auto"><path d="M6 1 V11 M10 1 V11"/></marker>
  <marker id="none-or-one" viewBox="0 0 20 12" refX="0" refY="6" markerWidth="20" markerHeight="12" orient="auto"><path d="M6 1 V11"/><circle cx="14" cy="6" r="3.5"/></marker>
</defs>
"#;

/// Returns the schema as a drawing: a box for each table and enum, a line for each foreign key.
///
/// A line leads from the referenced table to the referencing one. Its ends are a crow's foot for many rows, a bar for one
/// row, and a circle for none. The line is dashed if the reference can be NULL. Types of columns that can be NULL end with
/// `?`. Partitions and views are not shown. The same schema always yields the same text.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     text: String,
/// }
///
/// let model = schema![Note].model()?;
/// let svg = schema_kit::diagram::svg(&model);
/// assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
/// assert!(svg.contains(">notes</text>"));
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
pub fn svg(model: &Model) -> String {
    let drawing = Drawing::new(model);
    let (width, height) = (drawing.width, drawing.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\">\n{HEAD}"
    );
    // Writing to a string does not fail.
    let _ = writeln!(
        svg,
        "<rect class=\"paper\" width=\"{width:.0}\" height=\"{height:.0}\"/>"
    );
    for line in &drawing.lines {
        write_line(&mut svg, line);
    }
    for one in &drawing.boxes {
        write_box(&mut svg, one);
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_line(svg: &mut String, line: &Line<'_>) {
    let relation = &line.relation;
    let points: Vec<String> = line
        .points
        .iter()
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    let _ = writeln!(
        svg,
        "<polyline class=\"line{}\" marker-start=\"url(#{})\" marker-end=\"url(#{})\" points=\"{}\"><title>{}: {}</title></polyline>",
        if relation.optional { " optional" } else { "" },
        if relation.optional {
            "none-or-one"
        } else {
            "one"
        },
        if relation.unique {
            "at-most-one"
        } else {
            "many"
        },
        points.join(" "),
        escape(&relation.key.name),
        escape(&relation.key.columns.join(", ")),
    );
}

fn write_box(svg: &mut String, one: &Box) {
    let (left, top, width) = (one.left, one.top, one.width);
    let class = match one.kind {
        Kind::Table => "table",
        Kind::Enum => "enum",
        Kind::Outside => "outside",
    };
    let _ = writeln!(
        svg,
        "<rect class=\"box\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{:.1}\" rx=\"3\"/>",
        one.height
    );
    let _ = writeln!(
        svg,
        "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{ROW:.1}\" rx=\"3\"/>",
        left + 0.5,
        top + 0.5,
        width - 1.0,
    );
    write_text(svg, left + PADDING, top, "title", "start", &one.title);
    let marks = one
        .rows
        .iter()
        .map(|row| row.marks.len())
        .max()
        .unwrap_or(0);
    for (row, number) in one.rows.iter().zip(1_u32..) {
        let y = top + f64::from(number) * ROW + PADDING / 2.0;
        let indented = format!(
            "{:marks$}{}{}",
            row.marks,
            if marks > 0 { "  " } else { "" },
            row.name
        );
        write_text(svg, left + PADDING, y, "name", "start", &indented);
        if !row.data_type.is_empty() {
            write_text(
                svg,
                left + width - PADDING,
                y,
                "weak",
                "end",
                &row.data_type,
            );
        }
    }
}

/// Writes a text in the row that begins at `top`.
fn write_text(svg: &mut String, x: f64, top: f64, class: &str, anchor: &str, text: &str) {
    let y = top + ROW * 0.7;
    let _ = writeln!(
        svg,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" xml:space=\"preserve\">{}</text>",
        escape(text)
    );
}

/// Escapes a text. Characters that XML does not allow become `\u{fffd}`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
