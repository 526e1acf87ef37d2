//! Who passed words on: cited `by` an agency, told in an `interview` with an outlet; and what
//! a pronoun is said to have said: `selon lui`.

use super::attribution::Saying;
use super::language::has;
use super::spaced::Reading;
use super::subject::{Pointing, Side, Subject, of_name, within};
use crate::domain::EntityKind;

/// Words between a verb that cites and `by`: `quoted as saying by`.
const NEAR: usize = 4;

/// `Raisi was quoted as saying by IRNA`, `Macron, cité par l’AFP`: the first says it,
/// through the second.
pub(super) fn cited_by(
    reading: &Reading<'_>,
    at: usize,
    earlier: &[Saying],
) -> Option<Vec<Saying>> {
    let word = reading.words.get(at)?;
    let following = reading.words.get(at + 1..)?;
    let near = following.iter().take(NEAR).take_while(|word| !word.parted);
    let by = near
        .enumerate()
        .find(|(_, word)| has(reading.language.by, &word.text))
        .map(|(n, _)| at + 1 + n)?;
    let through = outlet_after(reading, by)?;
    let inherited = || {
        let mut before = earlier.iter().rev();
        let saying = before.find(|saying| !saying.according && saying.at < word.start);
        saying.map(|saying| saying.party.clone())
    };
    let before = reading.before(at);
    let party = match before.is_empty() {
        true => inherited(),
        false => reading.subject(before, Side::Before).or_else(inherited),
    };
    let saying = |at: usize, party: Subject, told: Option<Subject>| Saying {
        at,
        party,
        according: false,
        passing: false,
        told,
    };
    Some(match party {
        Some(party) => vec![saying(word.start, party, Some(through))],
        // Nobody is told to speak but whom the words came through.
        None => vec![Saying {
            according: true,
            ..saying(through.start, through, None)
        }],
    })
}

/// Who stands after a word such as `by`: a known name, or the words up to the next stop.
fn outlet_after(reading: &Reading<'_>, at: usize) -> Option<Subject> {
    let word = reading.words.get(at)?;
    if let Some(outlet) = outlet_in_marks(reading, word.end) {
        return Some(outlet);
    }
    let rest = reading.after(at);
    let (first, last) = (rest.first()?, rest.last()?);
    let known = within(
        reading.paragraph.block,
        first.start..last.end,
        reading.names,
    );
    let mut outlets = known
        .iter()
        .filter(|(_, name)| name.kind == EntityKind::Organisation);
    if let Some((n, name)) = outlets.next() {
        return Some(of_name(reading.paragraph, *n, name));
    }
    reading.subject(rest, Side::After)
}

/// A known outlet in quotation marks just after `end`: `сообщает «Интерфакс»`, also with
/// words for what it is between.
pub(super) fn outlet_in_marks(reading: &Reading<'_>, end: usize) -> Option<Subject> {
    const NEAR: usize = 25;
    /// Letters of a name; a quotation that is longer is what somebody said.
    const NAME: usize = 40;
    let paragraph = reading.paragraph;
    let quoted = paragraph
        .quotations
        .iter()
        .find(|quoted| quoted.outer.0 >= end)?;
    let between = paragraph.chars.get(end..quoted.outer.0)?;
    let (from, to) = quoted.inner;
    if between.len() > NEAR
        || to - from > NAME
        || between.iter().any(|c| !c.is_alphanumeric() && *c != ' ')
    {
        return None;
    }
    let known = within(paragraph.block, from..to, reading.names);
    let (n, name) = known
        .into_iter()
        .find(|(_, name)| name.kind == EntityKind::Organisation)?;
    Some(of_name(paragraph, n, name))
}

/// An outlet that somebody speaks to in an interview is told what they say.
pub(super) fn in_interview(reading: &Reading<'_>, sayings: &mut [Saying]) {
    let found = (0..reading.words.len()).find_map(|at| {
        let word = reading.words.get(at)?;
        if !has(reading.language.interviews, &word.text) {
            return None;
        }
        if let Some(outlet) = outlet_in_marks(reading, word.end) {
            return Some((word.start, outlet));
        }
        let rest = reading.after(at);
        let known = within(
            reading.paragraph.block,
            rest.first()?.start..rest.last()?.end,
            reading.names,
        );
        let (n, name) = known
            .into_iter()
            .find(|(_, name)| name.kind == EntityKind::Organisation)?;
        Some((word.start, of_name(reading.paragraph, n, name)))
    });
    let Some((at, outlet)) = found else {
        return;
    };
    let free = |saying: &&mut Saying| {
        !saying.according && saying.told.is_none() && !saying.party.is_same(&outlet)
    };
    let nearest = sayings
        .iter_mut()
        .filter(free)
        .min_by_key(|saying| saying.at.abs_diff(at));
    if let Some(saying) = nearest {
        saying.told = Some(outlet);
    }
}

/// `according to him`, `по его словам`: whom a pronoun leads to.
pub(super) fn by_them(reading: &Reading<'_>, at: usize) -> Option<Saying> {
    let (length, first) = reading.language.by_them.iter().find_map(|phrase| {
        let mut length = 0;
        for part in phrase.split(' ') {
            let here = reading.words.get(at + length)?;
            if here.text != part || (length > 0 && here.parted) {
                return None;
            }
            length += 1;
        }
        Some((length, reading.words.get(at)?))
    })?;
    let last = reading.words.get(at + length - 1)?;
    Some(Saying {
        at: first.start,
        party: Subject {
            name: None,
            words: String::new(),
            pronoun: Some(Pointing::Person),
            start: first.start,
            end: last.end,
        },
        according: true,
        passing: false,
        told: None,
    })
}

/// Whether the word at `at` is the last of such a phrase: `ihm zufolge`.
pub(super) fn ends_them(reading: &Reading<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let end = reading.words.get(at).map(|word| word.end);
    (at.saturating_sub(LONGEST)..at)
        .any(|from| by_them(reading, from).map(|saying| saying.party.end) == end)
}
