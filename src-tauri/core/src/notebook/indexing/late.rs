//! Changes that may be found later than others: stretches of the sequence of changes.

/// All changes behind `after`, up to and with `up_to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub after: u64,
    pub up_to: u64,
}

/// Stretches that may wait, in the order of the sequence.
#[derive(Debug, Clone, Default)]
pub(super) struct Late(Vec<Stretch>);

impl Late {
    /// Lets a stretch behind all others wait.
    pub fn add(&mut self, stretch: Stretch) {
        match self.0.last_mut() {
            Some(last) if last.up_to == stretch.after => last.up_to = stretch.up_to,
            _ => self.0.push(stretch),
        }
    }

    /// Forgets what is taken in.
    pub fn forget(&mut self, up_to: u64) {
        self.0.retain(|stretch| stretch.up_to > up_to);
        if let Some(first) = self.0.first_mut() {
            first.after = first.after.max(up_to);
        }
    }

    pub fn first(&self) -> Option<Stretch> {
        self.0.first().copied()
    }

    /// The last change that may wait.
    pub fn end(&self) -> u64 {
        self.0.last().map_or(0, |last| last.up_to)
    }

    /// What lies behind `sequence` and may not wait.
    pub fn others(&self, sequence: u64) -> Vec<Stretch> {
        let mut after = sequence;
        let mut others = Vec::new();
        for late in self.0.iter().filter(|late| late.up_to > sequence) {
            if late.after > after {
                let up_to = late.after;
                others.push(Stretch { after, up_to });
            }
            after = late.up_to;
        }
        // The database counts in signed numbers.
        let up_to = i64::MAX.unsigned_abs();
        others.push(Stretch { after, up_to });
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(after: u64, up_to: u64) -> Stretch {
        Stretch { after, up_to }
    }

    #[test]
    fn what_may_wait_is_passed_over() {
        let mut late = Late::default();
        late.add(stretch(10, 20));
        late.add(stretch(20, 25));
        late.add(stretch(30, 40));
        let end = i64::MAX.unsigned_abs();
        let others = [stretch(5, 10), stretch(25, 30), stretch(40, end)];
        assert_eq!(late.others(5), others);
        assert_eq!(late.others(15), others[1..]);
        assert_eq!(late.others(27), [stretch(27, 30), others[2]]);
        assert_eq!(late.others(50), [stretch(50, end)]);
    }

    #[test]
    fn what_was_taken_in_no_longer_waits() {
        let mut late = Late::default();
        late.add(stretch(10, 20));
        late.add(stretch(30, 40));
        late.forget(15);
        assert_eq!((late.first(), late.end()), (Some(stretch(15, 20)), 40));
        late.forget(20);
        assert_eq!(late.first(), Some(stretch(30, 40)));
        late.forget(40);
        assert_eq!((late.first(), late.end()), (None, 0));
    }
}
