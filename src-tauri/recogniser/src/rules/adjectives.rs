//! Places that Russian and Ukrainian name by an adjective and a noun: `Британские | острова`.
//! The adjective alone says where something is from, and names nothing: `Берлинский мост`.

use crate::span::{Kind, Span};

/// How nouns begin that are a part of such names, small; what is shorter than
/// [`SHORTEST_STEM`] is a whole word.
const NOUNS: &str = "
    бассейн долин залив област округ океан остров перевал плато побереж полуостров пролив
    пустын равнин район регион республик хребт хребет
    бухта бухты бухте бухту гирло гирла гирле горы гор горам горах горами край края краю крае
    море моря морю морем морях морям озеро озера озере озеру река реки реке реку рекой
    затоц заток острів пустел півостр півострів проток протоц регіон республіц республік
    узбереж";
const SHORTEST_STEM: usize = 5;
/// Letters that such a noun has at most behind its beginning.
const LONGEST_ENDING: usize = 4;
/// Endings of the adjectives behind their `ск`.
const ENDINGS: &[&str] = &[
    "ий", "ая", "ое", "ие", "ого", "ому", "ой", "ую", "ою", "им", "ими", "их", "ом", "ій", "а",
    "е", "і", "ої", "у",
];
/// From this confidence on an adjective alone is believed: `в Кельтском и Ирландском морях`.
const SURE: f32 = 0.9;

/// Takes such nouns into the names, and leaves adjectives of other nouns out.
pub(super) fn settle(text: &str, spans: &mut Vec<Span>) {
    let begins: Vec<usize> = spans.iter().skip(1).map(|span| span.start).collect();
    let mut next = begins.into_iter();
    spans.retain_mut(|span| {
        let room = next.next().unwrap_or(text.len());
        let name = text.get(span.start..span.end).unwrap_or("");
        if span.kind != Kind::Place || !is_adjective(name.rsplit(' ').next().unwrap_or("")) {
            return true;
        }
        let noun = noun_behind(text.get(span.end..).unwrap_or(""));
        let end = span.end + " ".len() + noun.len();
        if is_of_place(noun) && end <= room {
            span.end = end;
            return true;
        }
        noun.is_empty() || name.contains(' ') || span.confidence >= SURE
    });
}

fn is_adjective(word: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let stem = word.strip_suffix(ending);
        stem.is_some_and(|stem| {
            ["ск", "цк", "ськ", "цьк"]
                .iter()
                .any(|end| stem.ends_with(end))
        })
    })
}

/// The next word, where it is written small.
fn noun_behind(rest: &str) -> &str {
    let rest = rest.strip_prefix(' ').unwrap_or("");
    let end = rest.find(|c: char| !c.is_lowercase()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}

fn is_of_place(noun: &str) -> bool {
    NOUNS.split_whitespace().any(|beginning| {
        let ending = noun.strip_prefix(beginning);
        let longest = match beginning.chars().count() < SHORTEST_STEM {
            true => 0,
            false => LONGEST_ENDING,
        };
        ending.is_some_and(|ending| ending.chars().count() <= longest)
    })
}
