//! Draws line charts.

use std::path::Path;

use anyhow::{Result, anyhow};
use plotters::coord::ranged1d::ValueFormatter;
use plotters::prelude::*;

use super::number::number;

/// The points of a line.
pub(super) struct Line<'a> {
    pub(super) name: &'a str,
    pub(super) points: Vec<(f64, f64)>,
}

/// The title and axes of a chart.
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    pub(super) x: &'a str,
    pub(super) y: &'a str,
    /// Logarithmic axes.
    pub(super) logarithmic: bool,
}

const SIZE: (u32, u32) = (800, 480);
/// Colours that are distinguishable with colour blindness too: <https://jfly.uni-koeln.de/color/>.
const COLOURS: [(&str, RGBColor); 8] = [
    ("schema", RGBColor(213, 94, 0)),
    ("sqlx", RGBColor(0, 114, 178)),
    ("sqlx FromRow", RGBColor(86, 180, 233)),
    ("tokio-postgres", RGBColor(0, 158, 115)),
    ("diesel-async", RGBColor(204, 121, 167)),
    ("SeaORM", RGBColor(150, 110, 20)),
    ("toasty", RGBColor(110, 110, 110)),
    ("sqlx floor", RGBColor(190, 190, 190)),
];

pub(super) fn draw(path: &Path, frame: &Frame<'_>, lines: &[Line<'_>]) -> Result<()> {
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE).map_err(|error| anyhow!("{error}"))?;
    let points = || lines.iter().flat_map(|line| &line.points);
    let (x_low, x_high) = range(points().map(|point| point.0));
    let (y_low, y_high) = range(points().map(|point| point.1));
    let mut chart = ChartBuilder::on(&area);
    chart
        .caption(frame.title, ("sans-serif", 20))
        .margin(16)
        .x_label_area_size(44)
        .y_label_area_size(84);
    let drawn = if frame.logarithmic {
        let x = (x_low..x_high).log_scale();
        let y = (y_low * 0.8..y_high * 1.25).log_scale();
        chart
            .build_cartesian_2d(x, y)
            .and_then(|mut chart| fill(&mut chart, frame, lines))
    } else {
        chart
            .build_cartesian_2d(0.0..x_high * 1.02, 0.0..y_high * 1.1)
            .and_then(|mut chart| fill(&mut chart, frame, lines))
    };
    drawn.map_err(|error| anyhow!("{error}"))?;
    area.present().map_err(|error| anyhow!("{error}"))
}

type Area<'a> = SVGBackend<'a>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<Area<'a> as DrawingBackend>::ErrorType>>;

fn fill<'a, 'b: 'a, X, Y>(
    chart: &mut ChartContext<'a, Area<'b>, Cartesian2d<X, Y>>,
    frame: &Frame<'_>,
    lines: &[Line<'_>],
) -> Drawn<'b>
where
    X: Ranged<ValueType = f64> + ValueFormatter<f64>,
    Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
{
    let label = |value: &f64| number(*value, "").trim_end_matches(".0").to_owned();
    chart
        .configure_mesh()
        .x_desc(frame.x)
        .y_desc(frame.y)
        .x_label_formatter(&label)
        .y_label_formatter(&label)
        .light_line_style(WHITE)
        .draw()?;
    for line in lines {
        let colour = colour(line.name);
        let style = colour.stroke_width(if line.name == "schema" { 3 } else { 2 });
        chart
            .draw_series(LineSeries::new(line.points.iter().copied(), style))?
            .label(line.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], style));
        let circles = line
            .points
            .iter()
            .map(|point| Circle::new(*point, 3, colour.filled()));
        chart.draw_series(circles)?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()
}

fn colour(name: &str) -> RGBColor {
    let found = COLOURS.iter().find(|(known, _)| *known == name);
    found.map_or(BLACK, |(_, colour)| *colour)
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}
