//! Conversion of half-precision floats, the elements of [`HalfVector`](super::HalfVector). They are stored as the bits
//! of IEEE 754 binary16, because `f16` is not stable.

const SIGN: u16 = 0x8000;
const INFINITY: u16 = 0x7c00;
const QUIET_NAN: u16 = 0x7e00;

/// Rounds to the nearest half-precision float, ties to even. Numbers from 65,520 become infinite.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "each value is masked, or below 2¹⁶ by its range"
)]
pub(super) const fn from_f32(number: f32) -> u16 {
    let sign = (number.to_bits() >> 16) as u16 & SIGN;
    let magnitude = number.to_bits() & 0x7fff_ffff;
    let half = if magnitude > 0x7f80_0000 {
        QUIET_NAN | (magnitude >> 13) as u16 & 0x03ff
    } else if magnitude >= 0x477f_f000 {
        INFINITY
    } else if magnitude >= 0x3880_0000 {
        // From 2⁻¹⁴: drop 13 bits of the mantissa, and change the exponent's bias from 127 to 15.
        let rounded = magnitude + 0x0fff + (magnitude >> 13 & 1);
        ((rounded - (112 << 23)) >> 13) as u16
    } else {
        // Round to a multiple of 2⁻²⁴. This is the last bit of an `f32` from 0.5 to 1, so adding 0.5 rounds to it.
        let rounded = f32::from_bits(magnitude) + 0.5;
        (rounded.to_bits() - 0.5_f32.to_bits()) as u16
    };
    sign | half
}

/// Converts to `f32` without loss.
#[inline]
pub(super) const fn to_f32(half: u16) -> f32 {
    let sign = ((half & SIGN) as u32) << 16;
    let magnitude = (half & !SIGN) as u32;
    let bits = if magnitude >= INFINITY as u32 {
        0x7f80_0000 | magnitude << 13 & 0x007f_ffff
    } else if magnitude >= 0x0400 {
        (magnitude << 13) + (112 << 23)
    } else {
        // A multiple of 2⁻²⁴: the inverse of the addition in `from_f32`.
        (f32::from_bits(0.5_f32.to_bits() + magnitude) - 0.5).to_bits()
    };
    f32::from_bits(sign | bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_float_round_trips() {
        for half in 0..=u16::MAX {
            let number = to_f32(half);
            if number.is_nan() {
                assert!(half & !SIGN > INFINITY);
                assert!(to_f32(from_f32(number)).is_nan());
            } else {
                assert_eq!(from_f32(number), half);
            }
        }
    }

    #[test]
    fn rounds_to_even() {
        let cases = [
            (0.0, 0x0000),
            (-0.0, 0x8000),
            (1.0, 0x3c00),
            (-2.0, 0xc000),
            (0.1, 0x2e66),
            (2049.0, 0x6800),
            (2051.0, 0x6802),
            (65_504.0, 0x7bff),
            (65_519.996, 0x7bff),
            (65_520.0, 0x7c00),
            (f32::INFINITY, 0x7c00),
            (f32::NEG_INFINITY, 0xfc00),
            (6.103_515_6e-5, 0x0400),
            (5.960_464_5e-8, 0x0001),
            (2.980_232_2e-8, 0x0000),
            (2.980_232_6e-8, 0x0001),
            (f32::MIN_POSITIVE, 0x0000),
        ];
        for (number, half) in cases {
            assert_eq!(from_f32(number), half, "{number}");
        }
    }

    #[cfg(feature = "half")]
    #[test]
    fn agrees_with_the_crate_half() {
        for half in 0..=u16::MAX {
            let (ours, theirs) = (to_f32(half), half::f16::from_bits(half).to_f32());
            assert!(ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan());
        }
        // Every half, the middle to the next one, and what is next to each.
        for bits in (0..=u32::MAX).step_by(0x1000) {
            for bits in [bits, bits.wrapping_sub(1), bits.wrapping_add(1)] {
                let number = f32::from_bits(bits);
                let (ours, theirs) = (from_f32(number), half::f16::from_f32(number));
                assert!(ours == theirs.to_bits() || number.is_nan() && theirs.is_nan());
            }
        }
    }
}
