//! Sorting by two whole numbers. The standard library's sort is compiled anew for every
//! type it sorts; done everywhere, that was a sixth of the module's download.

use crate::dataset::period::Day;

/// Sorts by a pair of whole numbers; items with equal pairs keep their order.
#[inline(never)]
pub fn sort_by_key<T>(items: &mut [&T], key: fn(&T) -> (i32, i32)) {
    let mut keyed: Vec<(i32, i32, usize)> = Vec::with_capacity(items.len());
    for item in items.iter() {
        let (first, second) = key(item);
        keyed.push((first, second, keyed.len()));
    }
    sort(&mut keyed);
    let unsorted = items.to_vec();
    for (place, (_, _, index)) in items.iter_mut().zip(&keyed) {
        *place = unsorted[*index];
    }
}

/// The one sort.
#[inline(never)]
pub(crate) fn sort(keyed: &mut [(i32, i32, usize)]) {
    keyed.sort_unstable();
}

/// A day as a number to sort by; none comes before all.
#[must_use]
pub fn day(day: Option<Day>) -> i32 {
    day.map_or(i32::MIN, |day| day.0)
}

/// A number as a pair to sort by, the largest first.
#[must_use]
#[inline(never)]
pub fn descending(number: f64) -> (i32, i32) {
    // The bits of numbers are in the order of the numbers; those of negative ones in reverse.
    let bits = number.to_bits().cast_signed();
    let ordered = !(bits ^ (bits >> 63 & i64::MAX));
    ((ordered >> 32) as i32, (ordered as u32 ^ 1 << 31).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::{descending, sort_by_key};

    #[test]
    fn numbers_are_put_in_descending_order() {
        let mut items = [&-1e15, &-3.0, &0.001, &0.0, &446.0, &-2.5, &1e15, &446.000_001];
        sort_by_key(&mut items, |item| descending(*item));
        assert_eq!(items, [&1e15, &446.000_001, &446.0, &0.001, &0.0, &-2.5, &-3.0, &-1e15]);
    }

    #[test]
    fn equal_keys_keep_their_order() {
        let mut items = vec![&("b", 2), &("a", 1), &("c", 2), &("d", 1), &("e", -1)];
        sort_by_key(&mut items, |item| (item.1, 0));
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "eadbc");
        sort_by_key(&mut items, |item| (0, -item.1));
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "bcade");
    }
}
