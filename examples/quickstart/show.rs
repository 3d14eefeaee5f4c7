//! Output: headings, SQL wrapped into lines, rows as tables.

use std::io::{self, Write as _};
use std::time::Duration;

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use console::style;

/// The width of the output in characters.
const WIDTH: u16 = 100;

/// Words that start a new line of SQL.
const CLAUSES: [&str; 10] = [
    "from",
    "join",
    "left join",
    "where",
    "group by",
    "order by",
    "limit",
    "set",
    "values",
    "returning",
];

/// Aligned columns, with a line below their names.
const TABLE: TableStyle = TableStyle::new().header_separator(LineStyle::new(' ', '─', ' ', ' '));

/// Prints the first line.
pub(crate) fn title(text: &str, more: &str) -> io::Result<()> {
    writeln!(
        io::stdout(),
        "\n{}  {}",
        style(text).bold().cyan(),
        style(more).dim()
    )
}

/// Prints a line of text.
pub(crate) fn note(text: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

/// Formats a duration for the user.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Prints the heading of a section.
pub(crate) fn heading(text: &str) -> io::Result<()> {
    writeln!(io::stdout(), "\n{}", style(format!("▌ {text}")).bold())
}

/// Prints a statement as it is sent, except for line breaks.
pub(crate) fn sql(sql: &str) -> io::Result<()> {
    for line in wrapped(sql, usize::from(WIDTH)) {
        writeln!(io::stdout(), "{}", style(line).green())?;
    }
    Ok(())
}

/// Prints rows below the names of their columns.
pub(crate) fn rows<const N: usize>(
    names: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> io::Result<()> {
    let mut table = Table::new();
    table
        .load_style(TABLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH)
        .set_header(names)
        .add_rows(rows);
    for column in 0..N {
        let is_number = |text: String| text.parse::<f64>().is_ok();
        let mut cells = table.column_cells_iter(column).flatten();
        if cells.all(|cell| is_number(cell.content()))
            && let Some(column) = table.column_mut(column)
        {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    writeln!(io::stdout(), "{}", table.trim_fmt())
}

/// Wraps a statement: each clause starts a line, and long lines are broken at spaces.
fn wrapped(sql: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut words = sql.split(' ').peekable();
    while let Some(word) = words.next() {
        let pair = words.peek().map(|next| format!("{word} {next}"));
        let starts = |clause: &&str| **clause == *word || pair.as_deref() == Some(clause);
        let begun = line == "delete" || line.ends_with("left");
        if CLAUSES.iter().any(starts) && !begun {
            lines.push(std::mem::take(&mut line));
        } else if line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, "   ".to_owned()));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn clauses_begin_lines() {
        assert_eq!(
            wrapped(
                r#"select "a"."id" from "a" left join "b" on true where "a"."id" = $1 limit $2"#,
                80
            ),
            [
                r#"select "a"."id""#,
                r#"from "a""#,
                r#"left join "b" on true"#,
                r#"where "a"."id" = $1"#,
                "limit $2"
            ]
        );
    }

    #[test]
    fn long_lines_are_broken_at_spaces() {
        assert_eq!(
            wrapped("select one, two, three", 16),
            ["select one, two,", "    three"]
        );
    }
}
