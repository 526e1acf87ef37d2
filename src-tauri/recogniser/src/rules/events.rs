//! Events have few labelled examples anywhere, so rules find them: names that are fixed,
//! and capitalised words that end in what happens ("Munich Security Conference"), or in a
//! summit, war or election with its year.

use super::put;
use super::words::{Word, is_capital};
use crate::span::{Kind, Span};

/// Names of events, in the cases that news uses. Lower case.
const FIXED: &[&str] = &[
    "world war i",
    "world war ii",
    "world war one",
    "world war two",
    "first world war",
    "second world war",
    "great patriotic war",
    "cold war",
    "victory day",
    "victory in europe day",
    "korean war",
    "vietnam war",
    "gulf war",
    "six-day war",
    "yom kippur war",
    "iraq war",
    "falklands war",
    "winter war",
    "holocaust",
    "arab spring",
    "prague spring",
    "euromaidan",
    "вторая мировая война",
    "второй мировой войны",
    "второй мировой войне",
    "второй мировой",
    "первая мировая война",
    "первой мировой войны",
    "великой отечественной войны",
    "великая отечественная война",
    "холодной войны",
    "холодная война",
    "день победы",
    "дня победы",
    "друга світова війна",
    "другої світової війни",
    "першої світової війни",
    "холодної війни",
    "ii wojna światowa",
    "ii wojny światowej",
    "i wojny światowej",
    "zimnej wojny",
    "zweiter weltkrieg",
    "zweiten weltkrieg",
    "zweiten weltkriegs",
    "ersten weltkrieg",
    "ersten weltkriegs",
    "kalten krieg",
    "kalten krieges",
    "seconde guerre mondiale",
    "première guerre mondiale",
    "guerre froide",
    "segunda guerra mundial",
    "primera guerra mundial",
    "guerra fría",
    "primeira guerra mundial",
    "guerra fria",
];
const FIXED_WITHOUT_SPACES: &[&str] = &[
    "第二次世界大战",
    "第二次世界大戰",
    "第一次世界大战",
    "第一次世界大戰",
    "朝鲜战争",
    "朝鮮戰爭",
    "第二次世界大戦",
    "第一次世界大戦",
    "朝鮮戦争",
    "제2차 세계대전",
    "제1차 세계대전",
    "한국전쟁",
    "الحرب العالمية الثانية",
    "الحرب العالمية الأولى",
    "الحرب الباردة",
];
/// Last words of an event's name, written with a capital.
const HEADS: &[&str] = &[
    "Summit",
    "War",
    "Conference",
    "Olympics",
    "Games",
    "Accords",
    "Uprising",
    "Revolution",
    "Massacre",
    "Genocide",
    "Cup",
    "Referendum",
    "Election",
    "Elections",
    "Festival",
    "Championship",
    "Championships",
];
/// Last words in small letters that need a year beside the name.
const SMALL_HEADS: &[&str] = &[
    "summit",
    "war",
    "election",
    "elections",
    "referendum",
    "coup",
];
/// First words of sentences, written with a capital for no other reason.
const BEGINNINGS: &[&str] = &[
    "The", "A", "An", "In", "At", "On", "This", "That", "After", "Before", "During", "Since",
    "When", "As", "For", "From", "But", "And", "Last", "Next", "Our", "Their", "His", "Her",
];
const LONGEST: usize = 6;
/// Rules are certain of the words, not that a reporter wants them.
const CONFIDENCE: f32 = 0.75;

/// Adds events; names inside one give way to it.
pub(super) fn find(text: &str, words: &[Word], spans: &mut Vec<Span>) {
    let mut done = 0;
    for (number, word) in words.iter().enumerate() {
        if word.start < done {
            continue;
        }
        if let Some(end) = fixed(text, words, number) {
            add(spans, word.start, end);
            done = end;
        } else if let Some(start) = capitalised(text, words, number)
            && start >= done
        {
            add(spans, start, word.end);
            done = word.end;
        }
    }
    for name in FIXED_WITHOUT_SPACES {
        for (at, _) in text.match_indices(name) {
            add(spans, at, at + name.len());
        }
    }
}

fn add(spans: &mut Vec<Span>, start: usize, end: usize) {
    let kind = Kind::Event;
    put(
        spans,
        Span {
            start,
            end,
            kind,
            confidence: CONFIDENCE,
        },
    );
}

/// The end of a fixed name that begins with this word, in capitals or not as its
/// language has it.
fn fixed(text: &str, words: &[Word], number: usize) -> Option<usize> {
    let first = words.get(number)?;
    let beginning = first.of(text).to_lowercase();
    FIXED.iter().find_map(|name| {
        let rest = name.strip_prefix(beginning.as_str())?;
        if !(rest.is_empty() || rest.starts_with(' ')) {
            return None;
        }
        let last = words.get(number + name.split(' ').count() - 1)?;
        let found = text.get(first.start..last.end)?;
        let has_capital = found.chars().any(char::is_uppercase);
        (has_capital && found.to_lowercase() == *name).then_some(last.end)
    })
}

/// The beginning of a run of capitalised words, or a year, that ends in this head.
fn capitalised(text: &str, words: &[Word], number: usize) -> Option<usize> {
    let head = words.get(number)?.of(text);
    let is_small = SMALL_HEADS.contains(&head);
    if !is_small && !HEADS.contains(&head) {
        return None;
    }
    let (mut start, mut names, mut years) = (None, 0, 0);
    for before in (number.saturating_sub(LONGEST)..number).rev() {
        let word = words.get(before)?;
        let next = words.get(before + 1)?;
        let gap = text.get(word.end..next.start)?;
        let own = word.of(text);
        if gap != " " {
            break;
        }
        if is_year(own) {
            years += 1;
        } else if is_capital(own) && !BEGINNINGS.contains(&own) {
            names += 1;
        } else {
            break;
        }
        start = Some(word.start);
    }
    let enough = if is_small {
        names >= 1 && years == 1
    } else {
        names >= 1
    };
    start.filter(|_| enough)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse()
            .is_ok_and(|year: u16| (1800..2100).contains(&year))
}
