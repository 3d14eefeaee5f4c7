//! Some figures of the same thing.

/// Figures, at least one, in order of size.
#[derive(Debug, Clone)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        Self(figures)
    }

    pub(crate) fn median(&self) -> f64 {
        self.quantile(2)
    }

    /// The lower quartile.
    pub(crate) fn low(&self) -> f64 {
        self.quantile(1)
    }

    /// The upper quartile.
    pub(crate) fn high(&self) -> f64 {
        self.quantile(3)
    }

    /// Between two figures, in proportion.
    #[expect(clippy::cast_precision_loss, reason = "there are a handful of figures")]
    fn quantile(&self, quarters: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let (place, rest) = (quarters * last / 4, quarters * last % 4);
        let at = |place: usize| self.0.get(place).copied().unwrap_or(f64::NAN);
        let below = at(place);
        let above = at((place + 1).min(last));
        below + (above - below) * rest as f64 / 4.0
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the figures are exact in binary")]
mod tests {
    use super::Sample;

    #[test]
    fn quartiles_lie_between_figures() {
        let sample = Sample::of([4.0, 1.0, 2.0, 3.0]);
        assert_eq!(
            (sample.low(), sample.median(), sample.high()),
            (1.75, 2.5, 3.25)
        );
    }

    #[test]
    fn a_single_figure_is_all_three() {
        let sample = Sample::of([7.0]);
        assert_eq!(
            (sample.low(), sample.median(), sample.high()),
            (7.0, 7.0, 7.0)
        );
    }
}
