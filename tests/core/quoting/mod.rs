//! Who said words that are selected, in sentences of the languages they are written in.

mod eastern;
mod latin;
mod nobody;
mod passing;
mod slavic;
mod types;

use dragoman_core::domain::{EntityKind, Span};
use dragoman_core::quoting::{self, Attribution, Named, Passage};

/// Paragraphs, parted by `|`, with the selection in `[[ ]]` and names in `{P }` for a
/// person, `{O }` for an organisation, `{L }` for a place.
struct Marked {
    paragraphs: Vec<(i32, String)>,
    span: Span,
    names: Vec<Named>,
}

fn read(text: &str) -> Marked {
    let mut marked = Marked {
        paragraphs: Vec::new(),
        span: Span {
            block: 0,
            start: 0,
            end: 0,
        },
        names: Vec::new(),
    };
    for (block, paragraph) in (0..).zip(text.split('|')) {
        let letters: Vec<char> = paragraph.trim().chars().collect();
        let mut plain = String::new();
        let (mut at, mut length) = (0, 0);
        let mut open: Option<(EntityKind, u32)> = None;
        while at < letters.len() {
            match &letters[at..] {
                ['[', '[', ..] => {
                    marked.span.block = block;
                    marked.span.start = length;
                    at += 2;
                }
                [']', ']', ..] => {
                    marked.span.end = length;
                    at += 2;
                }
                ['{', kind, ' ', ..] => {
                    let kind = match kind {
                        'P' => EntityKind::Person,
                        'O' => EntityKind::Organisation,
                        _ => EntityKind::Place,
                    };
                    open = Some((kind, length));
                    at += 3;
                }
                ['}', ..] => {
                    let (kind, start) = open.take().unwrap();
                    marked.names.push(Named {
                        span: Span {
                            block,
                            start,
                            end: length,
                        },
                        kind,
                    });
                    at += 1;
                }
                [letter, ..] => {
                    plain.push(*letter);
                    length += 1;
                    at += 1;
                }
                [] => break,
            }
        }
        marked.paragraphs.push((block, plain));
    }
    marked
}

fn attribute(language: &str, published: &str, text: &str) -> (Marked, Attribution) {
    let marked = read(text);
    let paragraphs: Vec<(i32, &str)> = (marked.paragraphs.iter())
        .map(|(block, text)| (*block, text.as_str()))
        .collect();
    let found = quoting::attribute(&Passage {
        paragraphs: &paragraphs,
        span: marked.span,
        names: &marked.names,
        language: (!language.is_empty()).then_some(language),
        published: published.parse().ok(),
    });
    (marked, found)
}

/// The known name that a party is, in braces; or its words; `?` before a guess.
fn called(marked: &Marked, party: &Option<quoting::FoundParty>) -> String {
    let Some(party) = party else {
        return "-".into();
    };
    let guess = if party.guessed { "?" } else { "" };
    match party.name {
        Some(n) => {
            let span = marked.names[n].span;
            let text = &marked.paragraphs[span.block as usize].1;
            let name: String = (text.chars())
                .skip(span.start as usize)
                .take((span.end - span.start) as usize)
                .collect();
            format!("{guess}{{{name}}}")
        }
        None => format!("{guess}{}", party.words),
    }
}

/// Each: the passage, its speaker, and whom it came through.
fn check(language: &str, cases: &[(&str, &str, &str)]) {
    let mut wrong = String::new();
    for (text, speaker, via) in cases {
        let (marked, found) = attribute(language, "2022-05-10", text);
        let is = (called(&marked, &found.speaker), called(&marked, &found.via));
        if (is.0.as_str(), is.1.as_str()) != (*speaker, *via) {
            wrong.push_str(&format!("{text}\n  {is:?}, not {:?}\n", (speaker, via)));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Each: the passage, the day on which it was said, and what that is read from.
fn check_days(language: &str, cases: &[(&str, &str, &str)]) {
    let mut wrong = String::new();
    for (text, day, phrase) in cases {
        let (_, found) = attribute(language, "2022-05-10", text);
        let said = found.said;
        let is = said.map_or((String::from("-"), String::new()), |said| {
            (said.time.iso, said.phrase.unwrap_or_default())
        });
        if (is.0.as_str(), is.1.as_str()) != (*day, *phrase) {
            wrong.push_str(&format!("{text}\n  {is:?}, not {:?}\n", (day, phrase)));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
