//! Who says something in a sentence whose words have spaces between them.

use std::ops::Range;

use super::Named;
use super::attribution::Saying;
use super::language::{Language, has};
use super::passed_on;
use super::sentences::{Paragraph, Word};
use super::subject::{Pointing, Side, Subject, of_name, pointing, subject_in, within};
use crate::domain::EntityKind;

/// Words of a sentence that are looked at.
const MOST_WORDS: usize = 400;

pub(super) fn sayings(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    names: &[Named],
    language: &Language,
) -> Vec<Saying> {
    let mut words = paragraph.words(sentence.clone());
    words.truncate(MOST_WORDS);
    let reading = Reading {
        paragraph,
        words: &words,
        names,
        language,
    };
    let mut found: Vec<Saying> = Vec::new();
    for at in 0..words.len() {
        if let Some(saying) = reading.according(at) {
            found.push(saying);
        }
        if let Some(saying) = reading.verb(at, &found) {
            found.extend(saying);
        }
    }
    if found.is_empty() {
        found.extend(reading.before_colon(&sentence));
    }
    passed_on::in_interview(&reading, &mut found);
    found
}

pub(super) struct Reading<'a> {
    pub paragraph: &'a Paragraph,
    pub words: &'a [Word],
    pub names: &'a [Named],
    pub language: &'a Language,
}

impl Reading<'_> {
    /// A form of a verb of saying: with an Arabic `and` before it, or a French pronoun
    /// after it.
    fn is_verb(&self, word: &Word) -> bool {
        let verbs = self.language.verbs;
        has(verbs, &word.text)
            || has(self.language.citing, &word.text)
            || self.joined(word).is_some_and(|(verb, _)| has(verbs, verb))
            || (self.language.code == "ar"
                && word
                    .text
                    .strip_prefix(['و', 'ف'])
                    .is_some_and(|bare| has(verbs, bare) || has(self.language.citing, bare)))
    }

    /// `dit-il` as a verb and a pronoun.
    fn joined<'w>(&self, word: &'w Word) -> Option<(&'w str, &'w str)> {
        let (verb, rest) = word.text.split_once('-')?;
        let pronoun = rest.rsplit('-').next().unwrap_or(rest);
        pointing(pronoun, self.language).map(|_| (verb, pronoun))
    }

    /// Whether the subject may not lie beyond this word.
    fn bounds(&self, word: &Word) -> bool {
        self.is_verb(word) || has(self.language.that, &word.text)
    }

    pub fn before(&self, at: usize) -> &[Word] {
        let mut from = at;
        while from > 0
            && self.words.get(from).is_some_and(|word| !word.parted)
            && self
                .words
                .get(from - 1)
                .is_some_and(|word| !self.bounds(word))
        {
            from -= 1;
        }
        self.words.get(from..at).unwrap_or_default()
    }

    pub fn after(&self, at: usize) -> &[Word] {
        let mut to = at + 1;
        while self
            .words
            .get(to)
            .is_some_and(|word| !word.parted && !self.bounds(word))
        {
            to += 1;
        }
        self.words.get(at + 1..to).unwrap_or_default()
    }

    pub fn subject(&self, words: &[Word], side: Side) -> Option<Subject> {
        subject_in(self.paragraph, words, self.names, self.language, side)
    }

    /// What the verb at `at` says of who speaks: two where it names whom it cites.
    fn verb(&self, at: usize, earlier: &[Saying]) -> Option<Vec<Saying>> {
        let word = self.words.get(at).filter(|word| self.is_verb(word))?;
        let passing = has(self.language.passing, &word.text);
        let saying = |party: Subject, passing: bool, told: Option<Subject>| Saying {
            at: word.start,
            party,
            according: false,
            passing,
            told,
        };
        let bare = word.text.strip_prefix('و').unwrap_or(&word.text);
        if has(self.language.citing, &word.text) || has(self.language.citing, bare) {
            return passed_on::cited_by(self, at, earlier).or_else(|| self.cited(at, word));
        }
        if let Some((_, pronoun)) = self.joined(word) {
            let party = Subject {
                name: None,
                words: String::new(),
                pronoun: pointing(pronoun, self.language),
                start: word.start,
                end: word.end,
            };
            return Some(vec![saying(party, passing, None)]);
        }
        let (before, after) = (self.before(at), self.after(at));
        let left = self.subject(before, Side::Before);
        let right = self.subject(after, Side::After);
        let right = match passing {
            true => passed_on::outlet_in_marks(self, word.end).or(right),
            false => right,
        };
        let named = |subject: &Option<Subject>| {
            let known = subject.as_ref();
            let is_pronoun = |one: &Subject| one.pronoun.is_some() && one.words.is_empty();
            known.is_some_and(|one| one.name.is_some() || is_pronoun(one))
        };
        let passes = passing && before.is_empty() && self.is_organisation(&right);
        let verb_first = self.language.code == "ar";
        let inherited = earlier
            .iter()
            .rev()
            .find(|saying| {
                let nobody = saying.party.pronoun == Some(Pointing::Nobody);
                !saying.according && !nobody && saying.at < word.start
            })
            .map(|saying| saying.party.clone());
        let party =
            if passes || verb_first && right.is_some() || (word.after_quote && before.is_empty()) {
                right.clone().or(inherited)
            } else if named(&left) || (left.is_some() && !named(&right)) {
                left
            } else if self.language.code != "en" && named(&right) {
                right.clone()
            } else if before.is_empty() {
                inherited.or_else(|| self.opening(at))
            } else {
                left
            };
        let party = party?;
        let told = self.told(at, word, after, &party);
        Some(vec![saying(party, passing, told)])
    }

    fn is_organisation(&self, subject: &Option<Subject>) -> bool {
        let name = subject.as_ref().and_then(|one| self.names.get(one.name?));
        name.is_some_and(|name| name.kind == EntityKind::Organisation)
    }

    /// The subject of a sentence whose verb comes after something between commas.
    fn opening(&self, at: usize) -> Option<Subject> {
        let end = self
            .words
            .iter()
            .enumerate()
            .skip(1)
            .take_while(|(n, _)| *n <= at)
            .find(|(_, word)| word.parted)
            .map(|(n, _)| n)?;
        self.subject(self.words.get(..end)?, Side::Before)
    }

    /// `KCNA quoted Kim as saying`: Kim says it, through KCNA.
    fn cited(&self, at: usize, word: &Word) -> Option<Vec<Saying>> {
        let (before, after) = (self.before(at), self.after(at));
        let verb_first = self.language.code == "ar";
        let cited = within(
            self.paragraph.block,
            after.first()?.start..after.last()?.end,
            self.names,
        );
        let mut cited = cited
            .into_iter()
            .map(|(n, name)| of_name(self.paragraph, n, name));
        let through = match verb_first {
            true => cited.next(),
            false => self.subject(before, Side::Before),
        };
        let speaker = cited.next().or_else(|| self.subject(after, Side::After));
        let speaker = speaker.filter(|one| through.as_ref().is_none_or(|two| !one.is_same(two)))?;
        let saying = |party: Subject, at: usize, passing: bool| Saying {
            at,
            party,
            according: false,
            passing,
            told: None,
        };
        let speaks = saying(speaker, word.end, false);
        Some(match through {
            Some(through) => vec![saying(through, word.start, true), speaks],
            None => vec![speaks],
        })
    }

    /// The outlet that was told: `told Reuters`, `à l’AFP`.
    fn told(&self, at: usize, word: &Word, after: &[Word], party: &Subject) -> Option<Subject> {
        let last = after.last().map_or(word.end, |last| last.end);
        let next = self.words.get(at + 1)?.start;
        // A full stop inside a name parts its words: `the U.S. Army`.
        let inside = within(self.paragraph.block, next..usize::MAX, self.names);
        inside.into_iter().find_map(|(n, name)| {
            let start = name.span.start as usize;
            if start > last {
                return None;
            }
            let before = self.words.iter().rev().find(|word| word.end <= start)?;
            let is_told = has(self.language.hearers, &before.text)
                || (has(self.language.telling, &word.text)
                    && !has(self.language.breaks, &before.text));
            let outlet = name.kind == EntityKind::Organisation && Some(n) != party.name;
            (is_told && outlet).then(|| of_name(self.paragraph, n, name))
        })
    }

    /// `according to X` that begins at `at`, and `X zufolge` that ends there.
    fn according(&self, at: usize) -> Option<Saying> {
        let word = self.words.get(at)?;
        let saying = |party: Subject| Saying {
            at: party.start,
            party,
            according: true,
            passing: false,
            told: None,
        };
        if let Some(saying) = passed_on::by_them(self, at) {
            return Some(saying);
        }
        if self.language.after.contains(&word.text.as_str()) && !passed_on::ends_them(self, at) {
            return self.subject(self.before(at), Side::Before).map(saying);
        }
        let length = self.language.according.iter().find_map(|phrase| {
            let mut length = 0;
            for part in phrase.split(' ') {
                let here = self.words.get(at + length)?;
                // The Arabic `to` is written with the word after it.
                if part == "ل" && here.text.starts_with('ل') {
                    return Some(length);
                }
                if here.text != part || (length > 0 && here.parted) {
                    return None;
                }
                length += 1;
            }
            Some(length)
        })?;
        let end = self.words.get(at + length.saturating_sub(1));
        let in_marks = end.and_then(|word| passed_on::outlet_in_marks(self, word.end));
        if let Some(party) = in_marks {
            return Some(saying(party));
        }
        let rest = self.after(at + length.saturating_sub(1));
        let (first, last) = (rest.first()?, rest.last()?);
        let known = within(self.paragraph.block, first.start..last.end, self.names);
        const NEAR: usize = 40;
        let known = known.into_iter().find(|(_, name)| {
            matches!(name.kind, EntityKind::Person | EntityKind::Organisation)
                && (name.span.start as usize) < first.start + NEAR
        });
        match known {
            Some((n, name)) => Some(saying(of_name(self.paragraph, n, name))),
            None => self.subject(rest, Side::After).map(saying),
        }
    }

    /// `Kim: “…”`
    fn before_colon(&self, sentence: &Range<usize>) -> Option<Saying> {
        const SHORT: usize = 6;
        let colon = (sentence.start..sentence.end).find(|at| {
            matches!(self.paragraph.chars.get(*at), Some(':')) && !self.paragraph.is_quoted(*at)
        })?;
        let words: Vec<Word> = self
            .words
            .iter()
            .take_while(|word| word.end <= colon)
            .cloned()
            .collect();
        if words.is_empty() || words.len() > SHORT {
            return None;
        }
        let first = self.paragraph.chars.get(words.first()?.start)?;
        let party = self.subject(&words, Side::Before)?;
        let named = party.name.is_some() || !first.is_lowercase();
        named.then_some(Saying {
            at: party.start,
            party,
            according: false,
            passing: false,
            told: None,
        })
    }
}
