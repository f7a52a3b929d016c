//! Sorting by two whole numbers. The standard library's sort is compiled anew for every
//! type it sorts; done everywhere, that was a sixth of the module's download.

use crate::dataset::period::Day;

/// Sorts by a pair of whole numbers; items with equal pairs keep their order.
pub fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (i64, i64)) {
    let mut keyed: Vec<(i64, i64, usize)> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let (first, second) = key(item);
        keyed.push((first, second, index));
    }
    sort(&mut keyed);
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    for (_, _, index) in keyed {
        items.extend(slots[index].take());
    }
}

/// The one sort.
fn sort(keyed: &mut [(i64, i64, usize)]) {
    keyed.sort_unstable();
}

/// A day as a number to sort by; none comes before all.
#[must_use]
pub fn day(day: Option<Day>) -> i64 {
    day.map_or(i64::MIN, |day| i64::from(day.0))
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut items = vec![("b", 2), ("a", 1), ("c", 2), ("d", 1), ("e", -1)];
        sort_by_key(&mut items, |item| (item.1, 0));
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "eadbc");
        sort_by_key(&mut items, |item| (0, -item.1));
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "bcade");
    }
}
