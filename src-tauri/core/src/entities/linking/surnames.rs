//! Surnames where nothing says that a person is named: the word alone has to be clear.

use super::hits::Near;
use super::words::{self, Word};
use super::{InArticle, LinkedName};
use crate::Result;
use crate::domain::{EntityId, EntityKind};
use crate::text;

/// Letters of a surname that is believed where nothing else says that it is a person's.
const SHORTEST: usize = 5;

impl InArticle<'_> {
    /// Whose surname a name is that does not read like a person's: only a case ending may
    /// part them, unless the article has that person by full name.
    pub fn whose_surname(
        &self,
        name: &str,
        present: &dyn Fn(EntityId) -> bool,
    ) -> Option<EntityId> {
        let word = super::telling(name, &words::words(name))?;
        let alone = is_long(word).then_some(Near::Ending);
        self.of_one_word(word, EntityKind::Person, present, alone)
    }

    /// Such surnames in a Cyrillic text, among words that a capital alone tells from others: no
    /// sentence begins there, and no longer name.
    ///
    /// # Errors
    /// `Cancelled`, asked for about every hundred words.
    pub fn surnames(
        &self,
        text: &str,
        present: &dyn Fn(EntityId) -> bool,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<LinkedName>> {
        let words = words::words(text);
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            super::stop_if(cancelled, at)?;
            let written = word.of(text);
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let may_be = words::may_name(written)
                && is_long(written)
                && text::script_of(written) == "Cyrl"
                && before.is_some_and(|before| goes_on(text, *before, *word))
                && !(words.get(at + 1)).is_some_and(|next| is_one_name(text, *word, *next));
            if !may_be {
                continue;
            }
            if let Some(entity) = self.whose_surname(written, present) {
                let (start, end) = (word.start, word.end);
                found.push(LinkedName { start, end, entity });
            }
        }
        Ok(found)
    }
}

fn is_long(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some()
}

/// Whether a word stands in the sentence of the one before it, and that is no name.
fn goes_on(text: &str, before: Word, word: Word) -> bool {
    let gap = text.get(before.end..word.start).unwrap_or("");
    matches!(gap, " " | "\u{a0}" | ", ") && !words::may_name(before.of(text))
}

fn is_one_name(text: &str, word: Word, next: Word) -> bool {
    words::are_joined(text, word, next) && words::may_name(next.of(text))
}
