//! Numbers as decimal digits, by whole-number arithmetic: the standard library's float
//! formatting would be a tenth of the module's download.

/// Splits a number into its sign, its whole part and its fraction's digits, rounded to
/// at most `places` (up to 6) with trailing zeros removed. The number must be finite and
/// below 1e15; what is beyond is held at that.
#[must_use]
pub fn split(number: f64, places: u32) -> (bool, u64, String) {
    let scale = 10_u64.pow(places.min(6));
    let scaled = (number.abs().min(1e15) * scale as f64).round() as u64;
    let (whole, mut rest) = (scaled / scale, scaled % scale);
    let mut digits = String::new();
    let mut unit = scale / 10;
    while rest > 0 && unit > 0 {
        digits.push(char::from(b'0' + (rest / unit) as u8));
        rest %= unit;
        unit /= 10;
    }
    (number < 0.0 && scaled > 0, whole, digits)
}

/// A number with a full stop and no grouping: `1810`, `-0.5`; at most six decimal places.
#[must_use]
pub fn plain(number: f64) -> String {
    rounded(number, 6)
}

/// Like [`plain`], rounded to `places`.
#[must_use]
pub fn rounded(number: f64, places: u32) -> String {
    let (negative, whole, digits) = split(number, places);
    let mut text = String::new();
    if negative {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if !digits.is_empty() {
        text.push('.');
        text.push_str(&digits);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{plain, rounded};

    #[test]
    fn writes_what_a_person_would() {
        assert_eq!(plain(0.0), "0");
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(1810.0), "1810");
        assert_eq!(plain(-0.5), "-0.5");
        assert_eq!(plain(1.050_000_4), "1.05");
        assert_eq!(rounded(2.999, 2), "3");
        assert_eq!(rounded(-0.001, 2), "0");
    }
}
