//! Names that the model parts: `U.S. | Justice Department`, `Adnan Z. | Amin`.

use super::{meeting, put};
use crate::span::{Kind, Span};

/// Whose bodies English news writes in one with them: of 36 places in the development sets in
/// English, none parts them.
const STATES: &[&str] = &["U.S.", "US", "U.K.", "UK", "U.N.", "UN"];
/// What is an organisation behind one of these, whether the model knows it or not.
const BODIES: &[&str] = &[
    "Air Force",
    "Army",
    "Border Patrol",
    "Coast Guard",
    "Congress",
    "Consulate",
    "Defense Department",
    "Department of Defense",
    "Department of Justice",
    "Department of State",
    "Embassy",
    "Federal Reserve",
    "House of Representatives",
    "Justice Department",
    "Marine Corps",
    "National Guard",
    "Navy",
    "Secret Service",
    "Senate",
    "State Department",
    "Supreme Court",
    "Treasury",
    "Treasury Department",
];

/// Puts such names together.
pub(super) fn join(text: &str, spans: &mut Vec<Span>) {
    persons(text, spans);
    for state in STATES {
        for (start, _) in text.match_indices(state) {
            let before = text.get(..start).unwrap_or("");
            let inside = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-'));
            let behind = start + state.len();
            let rest = text.get(behind..).unwrap_or("");
            if let (false, Some(rest)) = (inside, rest.strip_prefix(' ')) {
                body(spans, start, behind + 1, rest);
            }
        }
    }
}

/// The body that begins at `at`, with the state's abbreviation at `start` before it.
fn body(spans: &mut Vec<Span>, start: usize, at: usize, rest: &str) {
    let named = spans.binary_search_by_key(&at, |span| span.start);
    let named = named.ok().and_then(|number| spans.get(number));
    let named = named.filter(|span| span.kind == Kind::Organisation);
    let known = BODIES
        .iter()
        .filter(|body| {
            rest.strip_prefix(**body)
                .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
        .map(|body| at + body.len())
        .max();
    let Some(end) = named.map(|span| span.end).max(known) else {
        return;
    };
    // A longer name that begins or ends elsewhere has it already.
    let met = spans.get(meeting(spans, start, end)).unwrap_or(&[]);
    if met
        .iter()
        .any(|span| span.start < start || span.end > end || span.kind == Kind::Person)
    {
        return;
    }
    let confidence = met.iter().map(|span| span.confidence).fold(0.8, f32::max);
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

/// A person's name that goes on behind an initial.
fn persons(text: &str, spans: &mut Vec<Span>) {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.iter().copied() {
        match joined.last_mut() {
            Some(before) if goes_on(text, before, &span) => {
                before.end = span.end;
                before.confidence = before.confidence.min(span.confidence);
            }
            _ => joined.push(span),
        }
    }
    *spans = joined;
}

fn goes_on(text: &str, before: &Span, span: &Span) -> bool {
    let words = text.get(before.start..before.end).unwrap_or("");
    let last = words.rsplit(' ').next().unwrap_or("");
    let gap = text.get(before.end..span.start).unwrap_or("");
    before.kind == Kind::Person
        && span.kind == Kind::Person
        && words.contains(' ')
        && is_initial(last.trim_end_matches('.'))
        && matches!(gap, ". " | " " | ".")
}

/// One capital: `Z`.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}
