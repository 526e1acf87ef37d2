//! Agencies and outlets that a text names: who may have passed words on.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::{agencies, words};
use crate::text::{is_unspaced_script, is_word_char};

/// Broadcasters and papers that people are quoted from most. Data, not rules.
const OUTLETS: &[&str] = &[
    "CNN",
    "BBC",
    "BBC News",
    "NBC",
    "NBC News",
    "CBS",
    "CBS News",
    "ABC News",
    "Fox News",
    "MSNBC",
    "CNBC",
    "PBS",
    "NPR",
    "Sky News",
    "ITV",
    "Channel 4",
    "Al Jazeera",
    "Al Arabiya",
    "Al Mayadeen",
    "France 24",
    "France Info",
    "France Inter",
    "RFI",
    "BFM TV",
    "BFMTV",
    "TF1",
    "RTL",
    "Europe 1",
    "ZDF",
    "ARD",
    "Deutschlandfunk",
    "Der Spiegel",
    "RTVE",
    "Cadena SER",
    "RAI",
    "TRT",
    "NHK",
    "KBS",
    "YTN",
    "CCTV",
    "CGTN",
    "TVP",
    "Politico",
    "Axios",
    "Financial Times",
    "New York Times",
    "Washington Post",
    "Wall Street Journal",
    "Le Monde",
    "Le Figaro",
    "Libération",
    "El País",
    "El Mundo",
    "Die Welt",
    "Frankfurter Allgemeine",
    "Süddeutsche Zeitung",
    "La Repubblica",
    "Corriere della Sera",
    "Haaretz",
    "Times of Israel",
    "Radio Free Europe",
    "Voice of America",
    "Россия 1",
    "Первый канал",
    "Эхо Москвы",
    "Радио Свобода",
    "Радіо Свобода",
    "Коммерсант",
    "Известия",
    "Ведомости",
    "Медуза",
    "Українська правда",
    "Суспільне",
    "الجزيرة",
    "الميادين",
    "سكاي نيوز عربية",
    "سي إن إن",
    "环球时报",
    "人民日报",
    "半岛电视台",
    "央视新闻",
    "조선일보",
    "노동신문",
    "중앙일보",
    "朝日新聞",
    "読売新聞",
    "産経新聞",
];

/// The outlets by their keys: a text asks for each of its words, and within unspaced ones
/// for each letter.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for outlet in OUTLETS {
        names.entry(words::same_key(outlet)).or_insert(*outlet);
    }
    names
});

/// Words of one name, at most.
const LONGEST: usize = 4;
/// Characters of a text that are looked at.
const MOST: usize = 20_000;
/// A name in letters without capitals has to be long enough to be no common word.
const PLAIN: usize = 5;
const UNSPACED: usize = 3;

/// Where a text names an agency or an outlet: from and to which character, and what it is
/// called. In order; they do not overlap.
pub(crate) fn outlets_named(text: &str) -> Vec<(u32, u32, String)> {
    let chars: Vec<char> = text.chars().take(MOST).collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let is_word = |n: usize| chars.get(n).is_some_and(|c| is_word_char(*c));
        while is_word(at) {
            at += 1;
        }
        match at > start {
            true => words.push((start, at)),
            false => at += 1,
        }
    }
    let mut found = Vec::new();
    let mut n = 0;
    while let Some((start, first_end)) = words.get(n).copied() {
        let mut taken = None;
        for length in (1..=LONGEST).rev() {
            let Some((_, end)) = words.get(n + length - 1).copied() else {
                continue;
            };
            let part: String = chars.get(start..end).unwrap_or_default().iter().collect();
            if part
                .chars()
                .all(|c| is_word_char(c) || c == ' ' || c == '-')
                && let Some(name) = named(&part)
            {
                taken = Some((length, end, name));
                break;
            }
        }
        if let Some((length, end, name)) = taken {
            found.push((number(start), number(end), name));
            n += length;
            continue;
        }
        let unspaced = chars.get(start).is_some_and(|c| is_unspaced_script(*c));
        if unspaced {
            found.extend(within(&chars, start, first_end));
        }
        n += 1;
    }
    found
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn named(part: &str) -> Option<String> {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let cased = part.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let unspaced = part.chars().all(is_unspaced_script);
    let least = if unspaced { UNSPACED } else { PLAIN };
    if !cased && letters < least {
        return None;
    }
    // A word in small letters is a word.
    if cased && !part.chars().any(char::is_uppercase) && part != "dpa" && part != "epd" {
        return None;
    }
    if let Some(agency) = agencies::printed(part) {
        return Some(agency.to_owned());
    }
    let outlet = *NAMES.get(&words::same_key(part))?;
    let short = letters <= 4 && part != outlet;
    (!short).then(|| outlet.to_owned())
}

/// Names within a stretch of letters that have no spaces between them.
fn within(chars: &[char], start: usize, end: usize) -> Vec<(u32, u32, String)> {
    const MOST_LETTERS: usize = 8;
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        let longest = MOST_LETTERS.min(end - at);
        let taken = (UNSPACED..=longest).rev().find_map(|length| {
            let part: String = chars.get(at..at + length)?.iter().collect();
            Some((length, named(&part)?))
        });
        match taken {
            Some((length, name)) => {
                found.push((number(at), number(at + length), name));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}
