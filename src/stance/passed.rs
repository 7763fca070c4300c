//! Where in a list of stretches a token stands, without a search.
//!
//! The rules ask it of every token, many times over: in which clause, in which
//! sentence, in whose name.

/// For each token how many stretches of a list lie wholly before it, which is
/// also the place of the one that may hold it.
#[derive(Debug, Default)]
pub struct Passed {
    counts: Vec<u32>,
    all: usize,
}

impl Passed {
    /// Of stretches that end here, in order, in a text of so many tokens.
    pub fn of(tokens: usize, ends: impl Iterator<Item = usize>) -> Self {
        let mut counts = Vec::with_capacity(tokens);
        let mut all = 0;
        for end in ends {
            counts.resize(end.max(counts.len()), all);
            all += 1;
        }
        counts.resize(tokens.max(counts.len()), all);
        Self {
            counts,
            all: all as usize,
        }
    }

    /// How many end at or before a token.
    pub fn before(&self, token: usize) -> usize {
        self.counts
            .get(token)
            .map_or(self.all, |&count| count as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_as_a_search_does() {
        let ends = [2, 2, 5, 7];
        let passed = Passed::of(9, ends.into_iter());
        for token in 0..12 {
            let found = ends.partition_point(|&end| end <= token);
            assert_eq!(passed.before(token), found, "{token}");
        }
    }
}
