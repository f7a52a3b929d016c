//! Numbers as decimal digits, by whole-number arithmetic: the standard library's float
//! formatting would be a tenth of the module's download.

/// Splits a number into its sign, its whole part and its fraction's digits, rounded to
/// at most `places` (up to 6) with trailing zeros removed. The number must be finite and
/// below 1e15; what is beyond is held at that.
#[must_use]
pub fn split(number: f64, places: u32) -> (bool, u64, String) {
    let scale = 10_u64.pow(places.min(6));
    let magnitude = number.abs().min(1e15);
    // A large whole part is kept out of the product, which would not hold all its digits.
    let large = if magnitude < 1e9 { 0.0 } else { magnitude.trunc() };
    let scaled = ((magnitude - large) * scale as f64).round() as u64;
    let (whole, mut rest) = (large as u64 + scaled / scale, scaled % scale);
    let negative = number < 0.0 && (whole > 0 || rest > 0);
    let mut digits = String::new();
    let mut unit = scale / 10;
    while rest > 0 && unit > 0 {
        digits.push(char::from(b'0' + (rest / unit) as u8));
        rest %= unit;
        unit /= 10;
    }
    (negative, whole, digits)
}

/// A whole number in digits.
#[must_use]
pub fn whole(number: u64) -> String {
    let mut unit = 1;
    while number / unit >= 10 {
        unit *= 10;
    }
    let mut digits = String::new();
    while unit > 0 {
        digits.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
    digits
}

/// A number with a full stop and no grouping: `1810`, `-0.5`; at most six decimal places.
#[must_use]
pub fn plain(number: f64) -> String {
    rounded(number, 6)
}

/// The number that [`plain`] wrote.
#[must_use]
pub fn read(text: &str) -> f64 {
    let (mut digits, mut unit, mut sign) = (0.0, 1.0, 1.0);
    let mut in_fraction = false;
    for byte in text.bytes() {
        match byte {
            b'-' => sign = -1.0,
            b'.' => in_fraction = true,
            _ => {
                digits = digits * 10.0 + f64::from(byte) - f64::from(b'0');
                unit *= if in_fraction { 10.0 } else { 1.0 };
            }
        }
    }
    sign * digits / unit
}

/// Like [`plain`], rounded to `places`.
#[must_use]
pub fn rounded(number: f64, places: u32) -> String {
    let (negative, whole, digits) = split(number, places);
    let mut text = String::new();
    if negative {
        text.push('-');
    }
    text.push_str(&self::whole(whole));
    if !digits.is_empty() {
        text.push('.');
        text.push_str(&digits);
    }
    text
}

/// Whether it is exactly one: what languages that count by one and several go by.
#[must_use]
pub fn is_one(count: f64) -> bool {
    count.to_bits() == 1.0_f64.to_bits()
}

#[cfg(test)]
mod tests {
    use super::{plain, read, rounded, whole};

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

    #[test]
    fn every_digit_of_a_whole_number_is_there() {
        for number in [0, 9, 10, 99, 100, 1_000_000, 10_u64.pow(19) - 1, 10_u64.pow(19), u64::MAX] {
            assert_eq!(whole(number), number.to_string());
        }
    }

    #[test]
    fn reads_what_it_wrote() {
        for number in [0.0, 41.0, 70_000.0, -1.5, 6.25, 0.000_1, 999_999_999_999.5, 999_999_999_999_999.0] {
            assert_eq!(read(&plain(number)).to_bits(), number.to_bits());
        }
    }
}
