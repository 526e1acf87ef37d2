//! What a query asks for again, and what it asks for beyond all sense.
//!
//! Whatever is pasted is answered at once. So what is said twice is asked once, and of what
//! takes long to look up there may be only so much; the rest is left out, and said to be.

use super::fields::Filter;
use super::parser::{Clause, Prefix, Query};
use crate::search::analyser::phrase_tokens;
use crate::search::function_words::languages_of;
use crate::text::fold;

/// What is looked up of each kind for one query. At 100,000 articles, what fills it was
/// measured to take 40 to 80 ms.
const ROOM: u32 = 36;

/// Each has room of its own; of phrases are words near each other, too.
#[derive(Clone, Copy)]
enum Kind {
    Beginning,
    Spelling,
    Phrase,
}

struct Bounds {
    /// By [`Kind`].
    room: [u32; 3],
    left_out: bool,
}

impl Query {
    /// Asks for the same, each thing once, and for no more than can be looked up at once.
    pub(super) fn bounded(self) -> Self {
        let mut bounds = Bounds {
            room: [ROOM; 3],
            left_out: self.cut_short,
        };
        let query = bounds.query(self);
        Self {
            cut_short: bounds.left_out,
            ..query
        }
    }
}

impl Bounds {
    fn query(&mut self, query: Query) -> Query {
        Query {
            // How often a plain word is said tells the language; the plan counts it once.
            wanted: self.each_once(query.wanted, is_plain_word),
            unwanted: self.each_once(query.unwanted, |_| false),
            as_words: query.as_words,
            cut_short: false,
        }
    }

    fn each_once(&mut self, clauses: Vec<Clause>, is_kept: fn(&Clause) -> bool) -> Vec<Clause> {
        let mut said: Vec<Clause> = Vec::new();
        let mut kept = Vec::new();
        for clause in clauses {
            if !is_kept(&clause) {
                let meant = meant(&clause);
                if said.contains(&meant) {
                    continue;
                }
                said.push(meant);
            }
            kept.extend(self.clause(clause));
        }
        kept
    }

    /// `None` where there is no more room for it.
    fn clause(&mut self, clause: Clause) -> Option<Clause> {
        match clause {
            Clause::Or(sides) => {
                let mut sides = self.each_once(sides, |_| false);
                match sides.len() {
                    0 | 1 => sides.pop(),
                    _ => Some(Clause::Or(sides)),
                }
            }
            Clause::Group(query) => {
                let query = self.query(query);
                let is_empty = query.wanted.is_empty() && query.unwanted.is_empty();
                (!is_empty).then_some(Clause::Group(query))
            }
            clause => {
                let fits = weight(&clause).is_none_or(|(kind, weight)| self.takes(kind, weight));
                fits.then_some(clause)
            }
        }
    }

    fn takes(&mut self, kind: Kind, weight: u32) -> bool {
        let room = &mut self.room[kind as usize];
        let fits = weight <= *room;
        *room = room.saturating_sub(if fits { weight } else { 0 });
        self.left_out |= !fits;
        fits
    }
}

/// Nothing where it is quickly looked up.
fn weight(clause: &Clause) -> Option<(Kind, u32)> {
    match clause {
        Clause::Word {
            text,
            prefix: Prefix::Asked,
        } => Some((Kind::Beginning, of_beginning(text))),
        Clause::Fuzzy(text) => Some((Kind::Spelling, of_beginning(text))),
        Clause::Field { value, .. } if value.ends_with('*') => {
            Some((Kind::Beginning, of_beginning(value.trim_end_matches('*'))))
        }
        Clause::Phrase(text) => Some((Kind::Phrase, if is_common(text) { 9 } else { 1 })),
        Clause::Near { text, .. } => Some((Kind::Phrase, if is_common(text) { 24 } else { 2 })),
        _ => None,
    }
}

/// The fewer letters, the more words begin so, and are as near as a slip. In scripts with
/// more letters each takes more bytes, and begins fewer words.
fn of_beginning(text: &str) -> u32 {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    match letters.map(char::len_utf8).sum() {
        0_usize | 1 => 12,
        2 => 6,
        3 => 3,
        _ => 1,
    }
}

/// Of nothing but words that most texts have, so that nearly all positions are read.
fn is_common(text: &str) -> bool {
    let tokens = phrase_tokens(text);
    tokens.len() > 1
        && tokens
            .iter()
            .all(|token| !languages_of(&token.text).is_empty())
}

fn is_plain_word(clause: &Clause) -> bool {
    matches!(
        clause,
        Clause::Word {
            prefix: Prefix::No | Prefix::Typing,
            ..
        }
    )
}

/// What asks for the same is the same.
fn meant(clause: &Clause) -> Clause {
    let all = |clauses: &[Clause]| clauses.iter().map(meant).collect();
    match clause {
        Clause::Word { text, prefix } => Clause::Word {
            text: fold(text),
            prefix: match prefix {
                Prefix::Asked => Prefix::Asked,
                Prefix::No | Prefix::Typing => Prefix::No,
            },
        },
        Clause::Fuzzy(text) => Clause::Fuzzy(fold(text)),
        Clause::Phrase(text) => Clause::Phrase(fold(text)),
        Clause::Near { text, within } => Clause::Near {
            text: fold(text),
            within: *within,
        },
        Clause::Field { field, value, .. } => Clause::Field {
            field: *field,
            value: fold(value),
            filter: Filter::Nothing,
        },
        Clause::Or(sides) => Clause::Or(all(sides)),
        Clause::Group(query) => Clause::Group(Query {
            wanted: all(&query.wanted),
            unwanted: all(&query.unwanted),
            as_words: Vec::new(),
            cut_short: false,
        }),
    }
}
