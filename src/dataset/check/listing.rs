//! The problems that are listed, where there are more than anybody reads.

use super::super::problem::{Problem, Severity};
use super::super::schema::{ABOUT, table_index};

/// Keeps problems in the order in which they were found, and of each cause no more than can
/// be listed. A cause is a code in a table, so their number is bounded whatever the input.
pub(super) struct Listing {
    most: usize,
    causes: Vec<Cause>,
    kept: Vec<(usize, Problem)>,
    /// Errors among those that were only counted.
    errors_dropped: usize,
}

struct Cause {
    code: &'static str,
    /// What a path begins with, as a number: a table, `about`, anything else.
    table: usize,
    found: usize,
}

impl Listing {
    pub fn new(most: usize) -> Self {
        Self { most, causes: Vec::new(), kept: Vec::new(), errors_dropped: 0 }
    }

    pub fn add(&mut self, problem: Problem) {
        let table = table_of(&problem.path);
        let known = self.causes.iter().position(|cause| cause.code == problem.code && cause.table == table);
        let cause = known.unwrap_or_else(|| {
            self.causes.push(Cause { code: problem.code, table, found: 0 });
            self.causes.len() - 1
        });
        self.causes[cause].found += 1;
        if self.causes[cause].found <= self.most {
            self.kept.push((cause, problem));
        } else {
            self.errors_dropped += usize::from(problem.severity == Severity::Error);
        }
    }

    /// All problems if they are few. Of many, so many of each cause that none is hidden by
    /// the others, and at the end one that counts the rest.
    pub fn finish(mut self) -> Vec<Problem> {
        let found: usize = self.causes.iter().map(|cause| cause.found).sum();
        let mut shares = self.shares();
        let mut listed = Vec::new();
        for (cause, problem) in std::mem::take(&mut self.kept) {
            if shares[cause] > 0 {
                shares[cause] -= 1;
                listed.push(problem);
            } else {
                self.errors_dropped += usize::from(problem.severity == Severity::Error);
            }
        }
        if found > listed.len() {
            let rest = (found - listed.len()).to_string();
            let errors = self.errors_dropped.to_string();
            listed.push(Problem {
                code: "more",
                path: String::new(),
                message: [&rest, " more problems are not listed, ", &errors, " of them errors"].concat(),
                severity: if self.errors_dropped > 0 { Severity::Error } else { Severity::Warning },
                line: 0,
            });
        }
        listed
    }

    /// How many problems of each cause are listed. What a cause does not need goes to those
    /// that were found more often.
    fn shares(&self) -> Vec<usize> {
        let mut shares = vec![0; self.causes.len()];
        let mut left = self.most;
        loop {
            let in_need: Vec<usize> =
                (0..shares.len()).filter(|cause| shares[*cause] < self.causes[*cause].found).collect();
            if in_need.is_empty() || left == 0 {
                return shares;
            }
            let each = left / in_need.len();
            for cause in in_need {
                let more = each.max(1).min(self.causes[cause].found - shares[cause]).min(left);
                shares[cause] += more;
                left -= more;
            }
        }
    }
}

fn table_of(path: &str) -> usize {
    let name = path.split(['.', '[']).next().unwrap_or_default();
    match table_index(name) {
        Some(index) => index + 2,
        None => usize::from(name == ABOUT.name),
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;
    use crate::dataset::problem::{Problem, Severity};

    fn problem(code: &'static str, index: usize) -> Problem {
        let path = ["observations[", &index.to_string(), "].value"].concat();
        Problem { code, path, message: String::new(), severity: Severity::Error, line: 0 }
    }

    fn listed(found: &[(&'static str, usize)], most: usize) -> Vec<Problem> {
        let mut listing = Listing::new(most);
        for (code, count) in found {
            for index in 0..*count {
                listing.add(problem(code, index));
            }
        }
        listing.finish()
    }

    fn count(problems: &[Problem], code: &str) -> usize {
        problems.iter().filter(|problem| problem.code == code).count()
    }

    #[test]
    fn as_many_as_are_listed_need_no_count_of_the_rest() {
        assert_eq!(listed(&[("a", 60), ("b", 40)], 100).len(), 100);
        assert_eq!(listed(&[], 100), []);
    }

    #[test]
    fn the_rest_is_counted_once() {
        let problems = listed(&[("a", 1_000)], 100);
        assert_eq!((problems.len(), count(&problems, "a")), (101, 100));
        assert_eq!(problems[100].code, "more");
        assert_eq!(problems[100].message, "900 more problems are not listed, 900 of them errors");
    }

    #[test]
    fn what_is_found_often_hides_nothing() {
        let problems = listed(&[("a", 100_000), ("b", 3), ("c", 70), ("d", 1)], 100);
        assert_eq!(problems.len(), 101);
        assert_eq!(["a", "b", "c", "d"].map(|code| count(&problems, code)), [48, 3, 48, 1]);
        let order: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert!(order[..100].is_sorted(), "in the order in which they were found");
    }

    #[test]
    fn more_causes_than_are_listed_do_no_harm() {
        let codes: Vec<&'static str> = vec!["a", "b", "c", "d", "e"];
        let found: Vec<(&'static str, usize)> = codes.iter().map(|code| (*code, 2)).collect();
        assert_eq!(listed(&found, 3).len(), 4);
    }
}
