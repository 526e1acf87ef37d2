//! The role that a person is named with: "Foreign Minister Wang Yi", "Wang Yi, the
//! foreign minister of China".

use std::ops::Range;

use crate::span::{Kind, Span};

/// Words that end a role before a name.
const BEFORE: &[&str] = &[
    "president",
    "premier",
    "chancellor",
    "minister",
    "secretary",
    "senator",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "sheikh",
    "emir",
    "general",
    "colonel",
    "admiral",
    "ambassador",
    "governor",
    "mayor",
    "judge",
    "justice",
    "professor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "leader",
    "chief",
    "chairman",
    "chairwoman",
    "director",
    "envoy",
    "marshal",
    "commander",
    "lawmaker",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "президент",
    "министр",
    "премьер",
    "генерал",
    "посол",
    "канцлер",
    "міністр",
    "прем’єр",
    "prezydent",
    "minister",
    "präsident",
    "kanzler",
    "bundeskanzler",
    "außenminister",
    "präsidentin",
    "kanzlerin",
    "président",
    "ministre",
    "presidente",
    "ministro",
    "canciller",
];
/// Words that belong to a role before its last.
const INSIDE: &[&str] = &[
    "foreign",
    "prime",
    "vice",
    "deputy",
    "former",
    "then",
    "supreme",
    "defence",
    "defense",
    "interior",
    "finance",
    "trade",
    "state",
    "of",
    "the",
    "acting",
    "first",
    "chief",
    "general",
    "major",
    "lieutenant",
    "us",
    "u.s.",
    "opposition",
    "rebel",
    "party",
    "crown",
    "and",
    "security",
    "national",
    "special",
    "top",
    "senior",
    "премьер",
    "министр",
    "вице",
    "бывший",
    "иностранных",
    "дел",
    "обороны",
];
/// Words of a role at most.
const LONGEST: usize = 6;

/// The bytes of the role right before a person's name, without form of address alone
/// being lost: "Mr" is a role too.
#[must_use]
pub fn role(text: &str, person: &Span) -> Option<Range<usize>> {
    if person.kind != Kind::Person {
        return None;
    }
    let before = text.get(..person.start)?;
    let mut start = None;
    let mut end = before.trim_end_matches(' ').len();
    let whole = end;
    for number in 0..LONGEST {
        let rest = before.get(..end)?;
        let word_start = rest
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '-' | '.' | '’'))
            .last()
            .map_or(end, |(at, _)| at);
        let word = rest.get(word_start..)?.to_lowercase();
        let word = word.trim_end_matches('.');
        let last = word.rsplit('-').next().unwrap_or(word);
        let belongs = if number == 0 {
            BEFORE.contains(&last)
        } else {
            BEFORE.contains(&last) || INSIDE.contains(&word)
        };
        if !belongs {
            break;
        }
        if !matches!(word, "the" | "of" | "and") {
            start = Some(word_start);
        }
        let shorter = before.get(..word_start)?.trim_end_matches(' ').len();
        if shorter == word_start {
            break;
        }
        end = shorter;
    }
    start.map(|start| start..whole)
}
