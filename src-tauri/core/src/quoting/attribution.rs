//! Which of those who say something in a sentence said the selected words.

use std::ops::Range;

use super::language::{Language, Order};
use super::sentences::Paragraph;
use super::subject::{Pointing, Subject};
use super::{Context, FoundParty, korean, spaced, unspaced};
use crate::domain::EntityKind;

/// Somebody who says something in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Saying {
    /// Where, in characters of the paragraph.
    pub at: usize,
    pub party: Subject,
    /// By `according to` and its like.
    pub according: bool,
    /// Whoever says it may only pass it on.
    pub passing: bool,
    /// Who was told, where that is an outlet.
    pub told: Option<Subject>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Claim {
    pub speaker: Option<FoundParty>,
    pub via: Option<FoundParty>,
}

/// Paragraphs that one quotation may run over.
const RUNS_OVER: usize = 6;

pub(super) fn claim(context: &Context<'_>, language: &Language) -> Claim {
    let own = context.own;
    let sentence = own.sentence_around(context.start, context.end);
    let sayings = sayings(own, sentence.clone(), context, language);
    if !sayings.is_empty() {
        let settled = settle(context, language, own, &sentence, &sayings);
        if settled.speaker.is_some() {
            return settled;
        }
    }
    if !is_wholly_quoted(own, &sentence) {
        return Claim::default();
    }
    elsewhere(context, language, &sentence)
}

/// Nothing but a quotation and a word or two.
fn is_wholly_quoted(paragraph: &Paragraph, sentence: &Range<usize>) -> bool {
    paragraph
        .quotations
        .iter()
        .any(|quoted| quoted.outer.0 < sentence.end && sentence.start < quoted.outer.1)
        && paragraph.words(sentence.clone()).len() <= 1
}

/// The attribution of words whose own sentence has none: the short sentence after it, the
/// one before it, or the paragraph before.
fn elsewhere(context: &Context<'_>, language: &Language, sentence: &Range<usize>) -> Claim {
    const SHORT: usize = 6;
    let own = context.own;
    if let Some(after) = own.sentence_after(sentence.end) {
        let short = own.words(after.clone()).len() <= SHORT
            && !(after.start..after.end).any(|at| own.is_quoted(at));
        if short {
            let found = of_sentence(context, language, own, &after);
            if found.speaker.is_some() {
                return found;
            }
        }
    }
    if let Some(before) = own.sentence_before(sentence.start) {
        return of_sentence(context, language, own, &before);
    }
    // A paragraph that opens what this one says, or that goes on in this one.
    for (n, paragraph) in context.before.iter().rev().take(RUNS_OVER).enumerate() {
        let last = paragraph.chars.iter().rev().find(|c| !c.is_whitespace());
        let colon = n == 0 && last.is_some_and(|c| matches!(c, ':' | '：'));
        let open = paragraph
            .quotations
            .last()
            .is_some_and(|quoted| quoted.open);
        if !colon && !open {
            return Claim::default();
        }
        let Some(sentence) = paragraph.sentences.last() else {
            return Claim::default();
        };
        let found = of_sentence(context, language, paragraph, sentence);
        if found.speaker.is_some() {
            return found;
        }
    }
    Claim::default()
}

/// Who says something in a sentence as a whole.
fn of_sentence(
    context: &Context<'_>,
    language: &Language,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
) -> Claim {
    let sayings = sayings(paragraph, sentence.clone(), context, language);
    let order: Vec<&Saying> = sayings.iter().collect();
    chosen(context, language, paragraph, sentence, &order)
}

fn sayings(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    context: &Context<'_>,
    language: &Language,
) -> Vec<Saying> {
    let mut found = match language.order {
        Order::Verb => spaced::sayings(paragraph, sentence, context.names, language),
        Order::Particle => korean::by_particle(paragraph, sentence, context.names, language),
        Order::Chinese => unspaced::chinese(paragraph, sentence, context.names, language),
        Order::Japanese => unspaced::japanese(paragraph, sentence, context.names, language),
    };
    found.sort_by_key(|saying| saying.at);
    found
}

/// Who said the selected words: of those before them the nearest, else the first after
/// them, else who is told to speak in the words themselves.
fn settle(
    context: &Context<'_>,
    language: &Language,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    sayings: &[Saying],
) -> Claim {
    let (start, end) = (context.start, context.end);
    let before = sayings.iter().rev().filter(|saying| saying.at < start);
    let mut order: Vec<&Saying> = before.collect();
    let is_named = |saying: &&Saying| saying.party.pronoun != Some(Pointing::Nobody);
    let within = !order.iter().any(is_named);
    order.extend(sayings.iter().filter(|saying| saying.at >= end));
    if within {
        let inside = sayings
            .iter()
            .filter(|saying| (start..end).contains(&saying.at));
        order.extend(inside);
    }
    chosen(context, language, paragraph, sentence, &order)
}

/// The first of `order` is the speaker; another one, who was told it or passes it on, is
/// what it came through.
fn chosen(
    context: &Context<'_>,
    language: &Language,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    order: &[&Saying],
) -> Claim {
    let resolve = |subject: &Subject| resolved(context, language, paragraph, sentence, subject);
    let mut by_verb = order.iter().filter(|saying| !saying.according);
    let according = order.iter().find(|saying| saying.according);
    let first = by_verb.next();
    let other = first.and_then(|first| by_verb.find(|saying| !saying.party.is_same(&first.party)));
    let Some(first) = first else {
        return Claim {
            speaker: according.and_then(|saying| resolve(&saying.party)),
            via: None,
        };
    };
    let speaker = resolve(&first.party);
    let mut told = order
        .iter()
        .filter(|saying| !saying.according && saying.party.is_same(&first.party))
        .filter_map(|saying| saying.told.as_ref());
    let via = told.next().and_then(&resolve);
    let via = via.or_else(|| according.and_then(|saying| resolve(&saying.party)));
    let via = via.or_else(|| other.and_then(|other| resolve(&other.party)));
    let via = via.filter(|via| Some(via) != speaker.as_ref());
    let (Some(one), Some(two)) = (&speaker, &via) else {
        // Who passes it on is all that is known of who said it.
        return Claim {
            speaker: speaker.or(via),
            via: None,
        };
    };
    // "KCNA reported, Kim said": the one who only passes on is not the speaker.
    let kind = |party: &FoundParty| {
        let name = party.name.and_then(|n| context.names.get(n));
        name.map(|name| name.kind)
    };
    let swapped = first.passing
        && kind(one) != Some(EntityKind::Person)
        && (kind(two) == Some(EntityKind::Person) || !other.is_none_or(|other| other.passing));
    match swapped {
        true => Claim {
            speaker: via,
            via: speaker,
        },
        false => Claim { speaker, via },
    }
}

/// Who a subject is. A pronoun is the last one of its kind before it, in its sentence or
/// in the one before; where there is none, it is nobody.
fn resolved(
    context: &Context<'_>,
    language: &Language,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    subject: &Subject,
) -> Option<FoundParty> {
    let kind = match subject.pronoun {
        None => {
            let words = subject.words.trim();
            if words.is_empty() || language.is_pronoun(&words.to_lowercase()) {
                return None;
            }
            return Some(FoundParty {
                name: subject.name,
                words: words.to_owned(),
                guessed: false,
            });
        }
        Some(Pointing::Person) => EntityKind::Person,
        Some(Pointing::Thing) => EntityKind::Organisation,
        Some(Pointing::Nobody) => return None,
    };
    let last_in = |paragraph: &Paragraph, range: Range<usize>| {
        let names = (0..).zip(context.names);
        names
            .filter(|(_, name)| {
                let (start, end) = (name.span.start as usize, name.span.end as usize);
                name.kind == kind
                    && name.span.block == paragraph.block
                    && range.start <= start
                    && end <= range.end
            })
            .max_by_key(|(_, name)| name.span.start)
            .map(|(n, _)| n)
    };
    let here = last_in(paragraph, sentence.start..subject.start);
    let before = || match paragraph.sentence_before(sentence.start) {
        Some(before) => last_in(paragraph, before),
        None => {
            let all = context.before.iter().chain([context.own]);
            let earlier = all.take_while(|one| one.block != paragraph.block).last()?;
            last_in(earlier, earlier.sentences.last()?.clone())
        }
    };
    let name = here.or_else(before)?;
    Some(FoundParty {
        name: Some(name),
        words: String::new(),
        guessed: true,
    })
}
