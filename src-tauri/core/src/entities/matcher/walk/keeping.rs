//! Which names are kept of those that the words allow.

use super::super::phrases::{Ending, is_small};
use super::{Best, Path, Walk};
use crate::text;

/// Letters that a name of one word has at least, to be found with an ending.
const SHORTEST_INFLECTED: u16 = 4;
/// Characters of the longest name that has nothing between them.
const MOST_CLOSE: u32 = 3;

impl Walk<'_> {
    /// Keeps the names that end here, if they are longer than those before.
    pub(super) fn keep(&self, path: &Path, best: &mut Option<Best>) {
        let better = best
            .as_ref()
            .is_none_or(|best| (path.end, path.exact) > (best.end, best.exact));
        let same = best.as_ref().is_some_and(|best| {
            (path.start, path.end, path.exact) == (best.start, best.end, best.exact)
        });
        if !(better || same) {
            return;
        }
        let values = (self.phrases.endings(path.node))
            .filter(|ending| self.fits(ending, path))
            .map(|ending| ending.value);
        if same {
            if let Some(best) = best {
                best.values.extend(values);
            }
            return;
        }
        let values: Vec<u32> = values.collect();
        if !values.is_empty() {
            *best = Some(Best {
                start: path.start,
                end: path.end,
                exact: path.exact,
                to: path.at.min(self.token_after(path.end)),
                values,
            });
        }
    }

    /// The first token that begins at or after a letter of the original.
    fn token_after(&self, end: u32) -> usize {
        self.tokens.all.partition_point(|token| token.start < end)
    }

    fn fits(&self, ending: &Ending, path: &Path) -> bool {
        let surface = (self.tokens.original)
            .get(path.start as usize..path.end as usize)
            .unwrap_or_default();
        if ending.capitals & !path.capitals != 0 {
            return false;
        }
        if ending.acronym {
            let letters = surface.iter().filter(|c| c.is_alphabetic());
            let capitals = letters.take(usize::from(ending.letters));
            if capitals.clone().any(|c| is_small(*c)) {
                return false;
            }
        }
        // Short words are too like others to be inflected alone.
        let short = ending.words == 1 && ending.letters < SHORTEST_INFLECTED;
        if !path.exact && short && !ending.acronym {
            return false;
        }
        // A few Han letters with a dot or a space between are parts of two names.
        let length = path.end - path.start;
        let parted = u32::from(ending.words) <= MOST_CLOSE && length != u32::from(ending.words);
        if parted
            && surface
                .first()
                .is_some_and(|c| text::is_unspaced_script(*c))
        {
            return false;
        }
        self.is_parted(path)
    }

    /// Katakana are all of a foreign word: イラン is not in ブイランド.
    fn is_parted(&self, path: &Path) -> bool {
        let at = |place: Option<usize>| place.and_then(|at| self.tokens.original.get(at)).copied();
        let (start, end) = (path.start as usize, path.end as usize);
        let pairs = [
            (at(start.checked_sub(1)), at(Some(start))),
            (at(end.checked_sub(1)), at(Some(end))),
        ];
        pairs.into_iter().all(|(one, other)| {
            !(one.zip(other)).is_some_and(|(one, other)| is_katakana(one) && is_katakana(other))
        })
    }
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{FF66}'..='\u{FF9F}') && text::is_word_char(c)
}
