//! The median and quartiles of repeated measurements.

/// Summary of repeated measurements.
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
    /// A reproducible figure.
    pub fn exact(value: f64) -> Self {
        Self {
            value,
            low: value,
            high: value,
        }
    }

    /// The median and quartiles of the measurements, or `None` if there are none.
    pub fn of(mut tries: Vec<f64>) -> Option<Self> {
        tries.sort_by(f64::total_cmp);
        Some(Self {
            value: quantile(&tries, 0.5)?,
            low: quantile(&tries, 0.25)?,
            high: quantile(&tries, 0.75)?,
        })
    }
}

/// Interpolates linearly between two measurements.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "indexes of short lists"
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
