//! A day that a person names by what a text would call it: `Monday`, `9 May`, `вчера`, `9일`.

use jiff::civil::Date;

use super::day::{date_at, near, unspaced};
use super::language::{ALL, Language, Order, has};
use super::sentences::Paragraph;

/// The day that `typed` names and nothing else, as a text of the day `published` means it:
/// the last such one. In any language whose words are known.
pub(crate) fn named_day(typed: &str, published: Date) -> Option<Date> {
    let typed = typed.trim();
    if let Some(day) = figures(typed, published) {
        return Some(day);
    }
    let paragraph = Paragraph::read(0, typed, typed.len());
    ALL.iter()
        .find_map(|language| by_words(&paragraph, typed, language, published))
}

fn by_words(
    paragraph: &Paragraph,
    typed: &str,
    language: &Language,
    published: Date,
) -> Option<Date> {
    match language.order {
        Order::Chinese | Order::Japanese => {
            let all = 0..paragraph.chars.len();
            let said = unspaced(paragraph, all, language, published, false)?;
            let is_all = said.phrase.as_deref() == Some(typed);
            is_all.then(|| said.time.iso.parse().ok()).flatten()
        }
        Order::Verb | Order::Particle => {
            let words = paragraph.words(0..paragraph.chars.len());
            let before = words
                .iter()
                .take_while(|word| has(language.before_day, &word.text) || word.text == "last")
                .count();
            let (day, length) = date_at(&words, before, language, published)?;
            (before + length == words.len()).then_some(day)
        }
    }
}

/// `9.5.`, `9/5`: the day comes first.
fn figures(typed: &str, published: Date) -> Option<Date> {
    let typed = typed.strip_suffix('.').unwrap_or(typed);
    let (day, month) = typed.split_once(['.', '/'])?;
    let number = |text: &str| text.trim().parse::<i8>().ok().filter(|n| *n > 0);
    near(published, number(month)?, number(day)?)
}
