//! The median of several figures, and the quartiles about it.

/// Figures of which each is a try.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// The median.
    pub value: f64,
    /// The lower quartile.
    pub low: f64,
    /// The upper quartile.
    pub high: f64,
}

impl Sample {
    /// A figure that is the same each time.
    pub fn exact(value: f64) -> Self {
        Self {
            value,
            low: value,
            high: value,
        }
    }

    /// The median and the quartiles of tries; `None` where there are none.
    pub fn of(mut tries: Vec<f64>) -> Option<Self> {
        tries.sort_by(f64::total_cmp);
        Some(Self {
            value: quantile(&tries, 0.5)?,
            low: quantile(&tries, 0.25)?,
            high: quantile(&tries, 0.75)?,
        })
    }
}

/// Between two tries, in proportion.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places of a list that is not long"
)]
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * sorted.len().checked_sub(1)? as f64;
    let (below, above) = (
        sorted.get(place.floor() as usize)?,
        sorted.get(place.ceil() as usize)?,
    );
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_tries_in_any_order() {
        let sample = Sample::of(vec![4.0, 1.0, 3.0, 2.0, 5.0]);
        assert_eq!(
            sample,
            Some(Sample {
                value: 3.0,
                low: 2.0,
                high: 4.0
            })
        );
        assert_eq!(
            Sample::of(vec![1.0, 2.0]).map(|sample| sample.value),
            Some(1.5)
        );
        assert_eq!(Sample::of(Vec::new()), None);
    }
}
