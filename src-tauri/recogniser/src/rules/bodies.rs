//! Ministries, courts and other bodies of a state, as Russian, Ukrainian and Polish write them:
//! all words but the first are common ones in small letters, so that the model sees only the
//! state behind them. `Министерство обороны | Великобритании`, `Sąd Najwyższy Pakistanu`.

use super::words::{Word, is_capital};
use super::{meeting, put};
use crate::span::{Kind, Span};

/// How the words of such a body begin, small; a bar parts what any one of may follow. Russian,
/// Ukrainian and Polish.
const BODIES: &[(&str, &str)] = &[
    (
        "министерств",
        "иностранн дел|внутренн дел|оборон|финанс|юстици|здравоохранен|энергетик|экономик|\
         экономическ развит|образован|культур|транспорт|торговл|сельск хозяйств|чрезвычайн ситуац",
    ),
    ("верховн", "суд|совет|рад"),
    ("конституционн", "суд"),
    ("центральн", "банк"),
    ("национальн", "банк|гвард|собран"),
    ("генеральн", "прокуратур|штаб"),
    ("государственн", "дум"),
    ("кабинет", "министр"),
    ("вооруженн", "сил"),
    ("вооружённ", "сил"),
    ("служб", "безопасност|безпек"),
    (
        "міністерств",
        "закордонн справ|внутрішн справ|оборон|фінанс|юстиці|охорон здоров|енергетик|економік|\
         освіт|культур|транспорт|торгівл|інфраструктур",
    ),
    ("конституційн", "суд"),
    ("національн", "банк|гварді"),
    ("державн", "дум"),
    ("кабінет", "міністр"),
    ("збройн", "сил"),
    (
        "ministerstw",
        "spraw zagraniczn|spraw wewnętrzn|obron narodow|obron|finans|sprawiedliwośc|zdrow|energi|\
         edukacj|kultur",
    ),
    ("sąd", "najwyższ"),
    ("trybunał", "konstytucyjn"),
    ("prokuratur", "generaln|krajow"),
];
/// Letters that such a word has at most behind its beginning.
const LONGEST_ENDING: usize = 4;
/// The words are certain; whether a reporter wants the body is not.
const CONFIDENCE: f32 = 0.8;

/// Adds such bodies, with the state behind them. One that begins in small letters is named by
/// its state alone.
pub(super) fn find(text: &str, words: &[Word], spans: &mut Vec<Span>) {
    for number in 0..words.len() {
        let Some(own) = body(text, words.get(number..).unwrap_or(&[])) else {
            continue;
        };
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            continue;
        };
        let state = spans.binary_search_by_key(&(last.end + 1), |span| span.start);
        let state = state.ok().and_then(|at| spans.get(at));
        let gap = text.get(last.end..).unwrap_or("");
        let state = state.filter(|span| span.kind == Kind::Place && gap.starts_with(' '));
        if state.is_none() && !is_capital(first.of(text)) {
            continue;
        }
        let (start, end) = (first.start, state.map_or(last.end, |state| state.end));
        let met = spans.get(meeting(spans, start, end)).unwrap_or(&[]);
        // The model has more of it.
        if met.iter().any(|span| span.start < start || span.end > end) {
            continue;
        }
        let confidence = met.iter().filter(|span| span.kind == Kind::Organisation);
        let confidence = confidence.map(|span| span.confidence);
        let confidence = confidence.fold(CONFIDENCE, f32::max);
        put(
            spans,
            Span {
                start,
                end,
                kind: Kind::Organisation,
                confidence,
            },
        );
    }
}

/// The words of the body that these begin with.
fn body<'w>(text: &str, words: &'w [Word]) -> Option<&'w [Word]> {
    let first = words.first()?.of(text).to_lowercase();
    let begun = BODIES.iter().filter(|(head, _)| is_form(&first, head));
    let rests = begun.flat_map(|(_, rests)| rests.split('|'));
    rests
        .filter_map(|rest| {
            let count = 1 + rest.split(' ').count();
            let own = words.get(..count)?;
            let is_one = own.windows(2).all(|pair| match pair {
                [one, next] => text.get(one.end..next.start) == Some(" "),
                _ => false,
            });
            let mut others = own.iter().skip(1).zip(rest.split(' '));
            let fits = others.all(|(word, stem)| is_form(&word.of(text).to_lowercase(), stem));
            (is_one && fits).then_some(own)
        })
        .max_by_key(|own| own.len())
}

fn is_form(word: &str, stem: &str) -> bool {
    let ending = word.strip_prefix(stem);
    ending.is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING)
}
