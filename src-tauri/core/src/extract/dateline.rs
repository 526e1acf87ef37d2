//! The dateline that a report begins with: where it was written, and which agency sent it.

use super::dates::{self, DateHints};
use super::provenance::Fields;
use super::{agencies, words};
use crate::domain::{ArticleParts, BlockKind, Field, Origin};

/// A dateline stands within this many characters of the text's beginning.
const LONGEST: usize = 110;
/// Paragraphs that are looked at: a standfirst or a note can stand before the report.
const PARAGRAPHS: usize = 3;

/// What a dateline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// As printed: `SEOUL, South Korea`.
    pub place: Option<String>,
    pub agency: Option<String>,
}

/// Reads the dateline of an article's body into its fields.
pub(super) fn add(parts: &mut ArticleParts) {
    let found = parts
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .take(PARAGRAPHS)
        .find_map(|block| Some((read(&block.text)?, block.line)));
    let Some((dateline, line)) = found else {
        return;
    };
    let mut fields = Fields::from(std::mem::take(&mut parts.provenance));
    if let Some(place) = &dateline.place {
        fields.offer(Field::Place, place, Origin::Line { line });
    }
    if let Some(agency) = &dateline.agency {
        fields.offer(Field::Agencies, agency, Origin::Line { line });
        if parts.agencies.is_empty() {
            parts.agencies.push(agency.clone());
        }
    }
    parts.place = fields.value(Field::Place);
    parts.provenance = fields.finish();
}

/// The dateline at the beginning of a paragraph.
pub(crate) fn read(paragraph: &str) -> Option<Dateline> {
    let start: String = paragraph.chars().take(LONGEST).collect();
    bracketed(&start)
        .or_else(|| chinese(&start))
        .or_else(|| dashed(&start))
        .or_else(|| slashed(&start))
}

/// `МОСКВА, 10 мая. /ТАСС/.`, `MOSCOW, May 10. /TASS/.`
fn slashed(start: &str) -> Option<Dateline> {
    let (before, rest) = start.split_once('/')?;
    let (agency, _) = rest.split_once('/')?;
    let agency = agencies::named(agency)?;
    Some(Dateline {
        place: Some(place(before)?),
        agency: Some(agency.to_owned()),
    })
}

/// Marks between a dateline and the text.
const DASHES: &[&str] = &[
    " — ", " – ", " -- ", " - ", ".- ", "— ", "– ", " —", " ― ", " = ", "= ", "- ", " | ",
];

/// `SEOUL, May 10 (Yonhap) -- `, `Berlin (dpa) - `, `LONDON — `, `МОСКВА, 10 мая — РИА Новости.`
fn dashed(start: &str) -> Option<Dateline> {
    let (at, mark) = DASHES
        .iter()
        .filter_map(|mark| Some((start.find(mark)?, mark)))
        .min_by_key(|&(at, mark)| (at, std::cmp::Reverse(mark.len())))?;
    let head = start[..at].trim();
    let rest = start[at + mark.len()..].trim_start();
    if let Some((before, agency, after)) = in_parentheses(head) {
        let known = agencies::printed(agency);
        let capitals = agency.chars().filter(|c| c.is_uppercase()).count() >= 2
            && agency.chars().count() <= 10
            && !agency.contains(' ');
        // `(ANSA) - ROMA, 10 MAG - ` has the place behind.
        if before.trim().is_empty() && after.trim().is_empty() {
            let place = known.and_then(|_| {
                let (behind, _) = rest.split_once(" - ").or_else(|| rest.split_once(" – "))?;
                place(behind).filter(|place| is_capitals(place) || words::count(place) <= 3)
            });
            return Some(Dateline {
                place,
                agency: Some(known?.to_owned()),
            });
        }
        let place = place(before)?;
        let agency = match known {
            Some(known) => known.to_owned(),
            None if capitals && is_capitals(&place) => agency.to_owned(),
            None => return None,
        };
        return Some(Dateline {
            place: Some(place),
            agency: Some(agency),
        });
    }
    // The agency after the dash, up to a point: `МОСКВА, 10 мая — РИА Новости.`
    let behind = rest.split(['.', ',']).next().unwrap_or_default();
    let agency = agencies::printed(behind.trim());
    let own = place(head)?;
    let dated =
        dates::find(head, &DateHints::default()).is_some() || head.chars().any(char::is_numeric);
    let telling = agency.is_some() || is_capitals(&own) || dated && mark.trim() != "-";
    telling.then(|| Dateline {
        place: Some(own),
        agency: agency.map(str::to_owned),
    })
}

/// `SEOUL (AP)` as what is before, inside and after the last bracket.
fn in_parentheses(head: &str) -> Option<(&str, &str, &str)> {
    let open = head.rfind(['(', '（'])?;
    let inside = head[open..].trim_start_matches(['(', '（']);
    let close = inside.find([')', '）'])?;
    Some((
        &head[..open],
        inside[..close].trim(),
        inside[close..].trim_start_matches([')', '）']),
    ))
}

/// `(서울=연합뉴스)`, `[서울=뉴시스]`, `【ワシントン共同】`, `［ソウル　１０日　ロイター］`, `(평양 5월 10일발 조선중앙통신)`
fn bracketed(start: &str) -> Option<Dateline> {
    let start = start.trim_start();
    let open = start.chars().next()?;
    let close = match open {
        '(' => ')',
        '[' => ']',
        '【' => '】',
        '［' => '］',
        '（' => '）',
        _ => return None,
    };
    let inside = start.strip_prefix(open)?.split_once(close)?.0;
    if !inside.chars().any(is_eastern) {
        return None;
    }
    if let Some((place, agency)) = inside.split_once(['=', '＝']) {
        return Some(Dateline {
            place: self::place(place),
            agency: Some(agencies::named(agency)?.to_owned()),
        });
    }
    if let Some(found) = chinese(inside) {
        return Some(found);
    }
    let agency = inside
        .char_indices()
        .skip(1)
        .find_map(|(at, _)| Some((at, agencies::named(&inside[at..])?)));
    let (at, agency) = agency?;
    let before = inside[..at].trim_end().trim_end_matches('발');
    let dated = before
        .find(|c: char| c.is_numeric())
        .unwrap_or(before.len());
    Some(Dateline {
        place: place(&before[..dated]),
        agency: Some(agency.to_owned()),
    })
}

/// `新华社北京5月10日电`, `中央社記者王小明台北10日電`, `北京5月10日电`
fn chinese(start: &str) -> Option<Dateline> {
    let start = start.trim_start_matches(['【', '（', '(', ' ', '　']);
    let (head, _) = start.split_once(['电', '電'])?;
    if head.chars().count() > 40 || !head.ends_with('日') {
        return None;
    }
    let agency = agencies_at_start(head);
    let mut rest = agency.map_or(head, |(taken, _)| &head[taken..]);
    if let Some(reporter) = rest.find("记者").or_else(|| rest.find("記者")) {
        // The reporter's name, mostly three letters, stands between.
        let after = &rest[reporter + "記者".len()..];
        rest = after
            .char_indices()
            .nth(3)
            .map_or("", |(at, _)| &after[at..]);
    }
    let digit = rest.find(|c: char| c.is_numeric() || "一二三四五六七八九十".contains(c))?;
    let place = place(rest.get(..digit)?);
    (place.is_some() || agency.is_some()).then(|| Dateline {
        place,
        agency: agency.map(|(_, name)| name.to_owned()),
    })
}

/// The agency whose name a Chinese line begins with, and its length.
fn agencies_at_start(head: &str) -> Option<(usize, &'static str)> {
    head.char_indices()
        .skip(2)
        .take(5)
        .filter_map(|(at, _)| Some((at, agencies::named(&head[..at])?)))
        .last()
}

fn is_eastern(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7A3)
}

/// The place without the date behind it, when the words can name one.
fn place(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['(', '[', '【', '"', '“']);
    let without_date = match text.char_indices().find(|(_, c)| c.is_numeric()) {
        Some((at, _)) => {
            // The month before the day: `SEOUL, May 10`, `MOSCOW, May 10.`
            let before = text[..at].trim_end();
            match before.rsplit_once([',', '.', '،']) {
                Some((place, month)) if words::count(month) <= 2 => place,
                _ => before,
            }
        }
        None => text,
    };
    let name =
        words::collapse(without_date.trim_matches(|c: char| !c.is_alphanumeric() && c != ')'));
    let parts: Vec<&str> = name
        .split([' ', '/', '-'])
        .filter(|p| !p.is_empty())
        .collect();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || parts.len() > 7 || name.chars().any(char::is_numeric) || letters > 60 {
        return None;
    }
    let named = parts.iter().all(|part| {
        let first = part.chars().find(|c| c.is_alphabetic());
        first.is_none_or(|c| !c.is_lowercase())
            || matches!(
                *part,
                "de" | "del"
                    | "la"
                    | "di"
                    | "am"
                    | "sur"
                    | "do"
                    | "da"
                    | "of"
                    | "the"
                    | "en"
                    | "et"
                    | "und"
                    | "and"
                    | "den"
                    | "al"
                    | "el"
                    | "an"
                    | "der"
            )
    });
    named.then_some(name)
}

/// Words in capitals before a dash that are no places.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "nato", "opec", "covid", "covid 19", "breaking", "update", "updated", "exclusive", "explainer", "opinion", "analysis", "watch", "live", "note", "correction",
    "editors note", "editor s note", "factbox", "video", "photos", "review", "interview", "commentary", "editorial", "question", "answer", "unesco", "unicef", "urgent", "new",
];

/// True for `LONDON` and `ST. PETERSBURG, Russia`: datelines print the city in capitals.
fn is_capitals(place: &str) -> bool {
    let city = place.split(',').next().unwrap_or(place);
    let cased = city.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    cased
        && !NO_PLACES.contains(&words::same_key(city).as_str())
        && !city.chars().any(char::is_lowercase)
        && city.chars().filter(|c| c.is_uppercase()).count() >= 3
}
