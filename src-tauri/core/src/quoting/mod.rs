//! Who said selected words, through whom and when: read from the sentences around them.
//!
//! Everything here is a proposal, made from the verbs of saying of the text's language
//! (`language`), names that are known in the text, and where quotation marks stand. A
//! pronoun is never a name: it leads to the last one named before it, or to nobody. Words
//! that are no known name are somebody where they read as a name or an office (`naming`).

mod attribution;
mod day;
mod korean;
mod language;
mod marks;
mod named_day;
mod naming;
mod passed_on;
mod sentences;
mod spaced;
mod subject;
mod unspaced;

use jiff::civil::Date;

use crate::domain::{EntityKind, QuoteType, Said, Span};
use attribution::Claim;
use language::Language;
use marks::Quoted;
pub(crate) use named_day::named_day;
use sentences::Paragraph;

/// Words of the text that are known to name somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    pub span: Span,
    pub kind: EntityKind,
}

/// Selected words and what stands around them.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// Paragraphs in order, each with its number; the selection's among them.
    pub paragraphs: &'a [(i32, &'a str)],
    pub span: Span,
    /// In any order.
    pub names: &'a [Named],
    /// BCP 47.
    pub language: Option<&'a str>,
    /// What day the text was published.
    pub published: Option<Date>,
}

/// Somebody whom the text calls the speaker, or says to have passed the words on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundParty {
    /// Which of the names of the passage it is.
    pub name: Option<usize>,
    /// What the text calls them; empty after a pronoun.
    pub words: String,
    /// Read from a pronoun.
    pub guessed: bool,
}

/// What the text says of the words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attribution {
    pub quote_type: QuoteType,
    pub speaker: Option<FoundParty>,
    pub via: Option<FoundParty>,
    pub said: Option<Said>,
    /// Names of the sentence.
    pub named: Vec<usize>,
}

/// Paragraphs before the selection's that are looked at.
const BEFORE: usize = 6;
/// Characters of a paragraph that are looked at: more is no paragraph.
const LONGEST: usize = 20_000;

/// Reads who said the words. A passage that makes no sense has no attribution.
pub fn attribute(passage: &Passage<'_>) -> Attribution {
    let paragraphs: Vec<Paragraph> = looked_at(passage.paragraphs, passage.span.block)
        .iter()
        .map(|(block, text)| Paragraph::read(*block, text, LONGEST))
        .collect();
    let Some((own, before)) = paragraphs.split_last() else {
        return Attribution::default();
    };
    let (start, end) = (passage.span.start as usize, passage.span.end as usize);
    if start >= end || end > own.chars.len() {
        return Attribution::default();
    }
    let context = Context {
        own,
        before,
        start,
        end,
        names: passage.names,
    };
    let mut found = Attribution {
        quote_type: context.quote_type(),
        ..Attribution::default()
    };
    let languages = Language::of(passage.language, &own.text());
    let claims = languages.iter().map(|language| context.claim(language));
    if let Some(claim) = claims.into_iter().find(|claim| claim.speaker.is_some()) {
        found.speaker = claim.speaker;
        found.via = claim.via;
    }
    if let Some(published) = passage.published {
        let days = languages.iter();
        found.said = days
            .filter_map(|language| context.day(language, published))
            .next();
    }
    let sentence = own.sentence_around(start, end);
    found.named = (0..)
        .zip(passage.names)
        .filter(|(_, name)| {
            let span = name.span;
            span.block == own.block
                && span.start as usize >= sentence.start
                && span.end as usize <= sentence.end
        })
        .map(|(n, _)| n)
        .collect();
    found
}

/// The paragraphs that words of a block are attributed by: some before it, and its own at
/// the end. None where there is no such block.
pub(crate) fn looked_at<T>(paragraphs: &[(i32, T)], block: i32) -> &[(i32, T)] {
    let at = paragraphs.iter().position(|(known, _)| *known == block);
    at.and_then(|at| paragraphs.get(at.saturating_sub(BEFORE)..=at))
        .unwrap_or_default()
}

/// The selection, cut into what the readings look at.
pub(crate) struct Context<'a> {
    own: &'a Paragraph,
    before: &'a [Paragraph],
    start: usize,
    end: usize,
    names: &'a [Named],
}

impl Context<'_> {
    /// Whether the words are the speaker's, by the quotation marks.
    fn quote_type(&self) -> QuoteType {
        let (start, end) = self.own.without_stops(self.start, self.end);
        let Some(quoted) = self.own.quoted_over(start, end) else {
            return QuoteType::Paraphrase;
        };
        let (Some(first), Some(last)) = (quoted.first(), quoted.last()) else {
            return QuoteType::Paraphrase;
        };
        let letters = |one: &Quoted| {
            let inner = self.own.chars.get(one.inner.0..one.inner.1);
            inner.unwrap_or_default()
        };
        let words: usize = quoted
            .iter()
            .map(|one| {
                let parts = letters(one).split(|c| c.is_whitespace());
                parts.filter(|part| !part.is_empty()).count()
            })
            .sum();
        let unspaced = letters(first)
            .iter()
            .any(|c| crate::text::is_unspaced_script(*c));
        let length: usize = quoted.iter().map(|one| letters(one).len()).sum();
        let long = words >= 4 || (unspaced && length >= 12);
        let capital = letters(first)
            .iter()
            .find(|c| c.is_alphabetic())
            .is_none_or(|c| !c.is_lowercase());
        let ended = letters(last)
            .iter()
            .rev()
            .find(|c| !c.is_whitespace())
            .is_some_and(|c| ".,!?…。！？،؟".contains(*c));
        match long && capital && (ended || unspaced || first.opens_sentence) {
            true => QuoteType::Direct,
            false => QuoteType::Partial,
        }
    }

    fn claim(&self, language: &Language) -> Claim {
        attribution::claim(self, language)
    }

    fn day(&self, language: &Language, published: Date) -> Option<Said> {
        day::said(self, language, published)
    }
}
