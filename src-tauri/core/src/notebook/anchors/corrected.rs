//! What stays in the one block of a text that was corrected: the words before the change and
//! the words behind it, which are where they were, counted from their end of the block.

use crate::domain::{Block, Span};

/// Where a span of the only block that differs is now: it lies wholly before or wholly behind
/// what was changed, and in one place.
pub(super) fn find(span: Span, old: &[Block], new: &[Block]) -> Option<Span> {
    let change = Change::between(old, new)?;
    let block = usize::try_from(span.block).ok()?;
    let mut places = [change.before(block, span), change.behind(block, span)]
        .into_iter()
        .flatten();
    let place = places.next()?;
    // Where what was put in repeats what stood there, nobody knows which of both is meant.
    places.all(|other| other == place).then_some(place)
}

/// One block that became others, or several that became one.
struct Change {
    /// The first and the last block of each side.
    old: (usize, usize),
    new: (usize, usize),
    first: (Vec<char>, Vec<char>),
    last: (Vec<char>, Vec<char>),
}

impl Change {
    /// `None` where more was changed, or blocks only came or went.
    fn between(old: &[Block], new: &[Block]) -> Option<Self> {
        let same = |(a, b): &(&Block, &Block)| a.line == b.line && a.text == b.text;
        let shortest = old.len().min(new.len());
        let head = old.iter().zip(new).take_while(same).count();
        let tail = old.iter().rev().zip(new.iter().rev());
        let tail = tail.take(shortest - head).take_while(same).count();
        let (old_end, new_end) = (old.len() - tail, new.len() - tail);
        let (was, is) = (old.get(head..old_end)?, new.get(head..new_end)?);
        if was.len() != 1 && is.len() != 1 {
            return None;
        }
        let (was_first, was_last) = (was.first()?, was.last()?);
        let (is_first, is_last) = (is.first()?, is.last()?);
        if was_first.line != is_first.line {
            return None;
        }
        // Of several blocks it is known which are whose only where one was parted, or some were
        // joined, and no word came or went.
        let spoken = |blocks: &[Block]| {
            let letters = blocks.iter().flat_map(|block| block.text.chars());
            let letters = letters.filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        if was.len() != is.len() && spoken(was) != spoken(is) {
            return None;
        }
        let letters = |block: &Block| block.text.chars().collect();
        Some(Self {
            old: (head, old_end - 1),
            new: (head, new_end - 1),
            first: (letters(was_first), letters(is_first)),
            last: (letters(was_last), letters(is_last)),
        })
    }

    /// Letters of the shorter text of one block that was changed. Where what is alike at its
    /// beginning and at its end lies over each other there, as in `Kim met Lee. Kim left.` that
    /// became `Kim left.`, nobody knows which of both was taken out.
    fn room(&self) -> usize {
        let (was, is) = &self.first;
        match self.old.0 == self.old.1 && self.new.0 == self.new.1 {
            true => was.len().min(is.len()),
            false => usize::MAX,
        }
    }

    fn alike_at_begin(&self) -> usize {
        let (was, is) = &self.first;
        was.iter().zip(is).take_while(|(a, b)| a == b).count()
    }

    fn alike_at_end(&self) -> usize {
        let (was, is) = &self.last;
        let pairs = was.iter().rev().zip(is.iter().rev());
        pairs.take_while(|(a, b)| a == b).count()
    }

    fn before(&self, block: usize, span: Span) -> Option<Span> {
        let (was, is) = &self.first;
        let (start, end) = (span.start as usize, span.end as usize);
        let sure = end <= self.room().saturating_sub(self.alike_at_end());
        let stays = sure && block == self.old.0 && was.get(..end)? == is.get(..end)?;
        (stays && ends_alike(was.get(..end)?, was.get(end..)?, is.get(end..)?) && start < end)
            .then_some(Span {
                block: i32::try_from(self.new.0).ok()?,
                ..span
            })
    }

    fn behind(&self, block: usize, span: Span) -> Option<Span> {
        let (was, is) = &self.last;
        let from_end = was.len().checked_sub(span.start as usize)?;
        let start = is.len().checked_sub(from_end)?;
        let words = was.get(span.start as usize..)?;
        let reversed = |letters: &[char]| letters.iter().rev().copied().collect::<Vec<_>>();
        let sure = from_end <= self.room().saturating_sub(self.alike_at_begin());
        let stays = sure && block == self.old.1 && words == is.get(start..)?;
        let leads = [was.get(..span.start as usize)?, is.get(..start)?].map(reversed);
        let [was_lead, is_lead] = &leads;
        (stays && ends_alike(&reversed(words), was_lead, is_lead)).then_some(Span {
            block: i32::try_from(self.new.1).ok()?,
            start: u32::try_from(start).ok()?,
            end: u32::try_from(start).ok()? + (span.end - span.start),
        })
    }
}

/// Whether words end as they did, seen from what follows: with the same letter, or with a
/// space in one text and the end of the other. A word or number that grows on is another, also
/// one whose digits are parted by spaces.
fn ends_alike(words: &[char], was: &[char], is: &[char]) -> bool {
    let grouped = |rest: &[char]| {
        let digit = |c: Option<&char>| c.is_some_and(|c| c.is_numeric());
        digit(words.last()) && digit(rest.get(1))
    };
    match (was.first(), is.first()) {
        (Some(a), Some(b)) => a == b && (!a.is_whitespace() || grouped(was) == grouped(is)),
        (None, None) => true,
        (Some(next), None) => next.is_whitespace() && !grouped(was),
        (None, Some(next)) => next.is_whitespace() && !grouped(is),
    }
}
