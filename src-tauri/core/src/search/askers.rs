//! Who asks, so that a question that nobody waits for any more is stopped.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tantivy::TantivyError;

use crate::jobs::CancelToken;

/// Askers that are known at once; a window has two or three.
const MOST: usize = 256;
/// After so many documents it is looked whether somebody still waits for them.
pub(super) const OFTEN: u32 = 1024;

/// The question of each asker that is under way, or was the last.
#[derive(Debug, Default)]
pub(super) struct Askers(Mutex<HashMap<String, CancelToken>>);

impl Askers {
    /// Begins a question, which stops the one that the same asker has under way. Of somebody
    /// without a name each is wanted to its end.
    pub fn begin(&self, asker: Option<&str>) -> CancelToken {
        let question = CancelToken::new();
        if let Some(asker) = asker {
            let mut askers = self.lock();
            if askers.len() >= MOST {
                askers.clear();
            }
            if let Some(before) = askers.insert(asker.to_owned(), question.clone()) {
                before.cancel();
            }
        }
        question
    }

    /// Stops what this asker has under way, and those called `asker/…`.
    pub fn stop(&self, asker: &str) {
        self.lock().retain(|name, question| {
            let rest = name.strip_prefix(asker);
            let is_meant = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            if is_meant {
                question.cancel();
            }
            !is_meant
        });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, CancelToken>> {
        // Tokens can't be half made.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends work that nobody waits for: what is begun is given up, never kept as an answer.
pub(super) fn go_on(question: &CancelToken) -> tantivy::Result<()> {
    match question.is_cancelled() {
        false => Ok(()),
        true => Err(TantivyError::SystemError("no longer asked".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Askers, MOST, go_on};

    #[test]
    fn a_question_stops_the_one_before_of_the_same_asker() {
        let askers = Askers::default();
        let (results, counts) = (askers.begin(Some("results")), askers.begin(Some("counts")));
        let nobody = askers.begin(None);
        let next = askers.begin(Some("results"));
        assert!(go_on(&results).is_err());
        assert!(
            [&counts, &nobody, &next]
                .iter()
                .all(|one| go_on(one).is_ok())
        );
        let part = askers.begin(Some("results/articles"));
        let other = askers.begin(Some("results-of-another"));
        askers.stop("results");
        askers.stop("somebody else");
        assert!(go_on(&next).is_err());
        assert!(go_on(&part).is_err());
        assert!(go_on(&counts).is_ok());
        assert!(go_on(&other).is_ok());
        for number in 0..MOST * 2 {
            askers.begin(Some(&number.to_string()));
        }
        assert!(askers.lock().len() <= MOST);
    }
}
