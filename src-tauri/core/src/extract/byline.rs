//! Names of the people who wrote an article, out of what pages print around them.

use super::words;

/// Words before a name that say "by".
#[rustfmt::skip]
const BY: &[&str] = &[
    "by", "words by", "written by", "story by", "text by", "report by", "posted by", "published by", "author", "authors", "von", "par", "di",
    "por", "de", "da", "av", "af", "door", "przez", "autor", "autore", "auteur", "автор", "авторы", "текст", "автор текста", "yazan", "yazar",
    "od", "scritto da", "écrit par", "publié par", "escrito por", "publicado por", "geschrieben von", "rédigé par", "文", "作者", "记者", "記者",
    "本报记者", "撰文", "بقلم", "كتب", "كتبت", "الكاتب", "مؤلف", "نویسنده", "מאת", "כתב", "लेखक", "द्वारा", "oleh", "penulis", "reported by",
    "article by", "submitted by", "contributed by", "guest post by", "by:", "created by", "post author",
];

/// Words that belong to a site or a desk, never to a person's name.
#[rustfmt::skip]
const NOT_PEOPLE: &[&str] = &[
    "staff", "reporter", "reporters", "editor", "editors", "editorial", "desk", "newsroom", "team", "admin", "administrator", "agency",
    "agencies", "press", "news", "online", "redaktion", "redacción", "redazione", "rédaction", "redação", "редакция", "correspondent",
    "correspondents", "associated", "reuters", "afp", "ap", "bloomberg", "guest", "author", "writer", "contributor", "contributors",
    "anonymous", "unknown", "none", "null", "undefined", "webmaster", "support", "office", "department", "ministry", "service", "media",
    "head", "director", "marketing", "manager", "officer", "founder", "ceo", "chief", "about", "more", "view", "read", "posts", "articles",
    "blog", "contact", "follow", "share", "home", "by", "written", "updated", "published", "min", "minutes", "company", "group", "inc", "llc",
    "comments", "subscribe", "menu", "search", "story", "stories", "today", "login", "register", "newsletter", "website", "homepage", "disclosure", "takeaways", "reviewer", "submit", "trust", "contents", "introduction", "overview", "summary", "faq", "faqs",
    "guide", "guides", "tips", "politics", "world", "business", "opinion", "today's",
];

/// Words between names.
#[rustfmt::skip]
const BETWEEN: &[&str] =
    &[" and ", " und ", " et ", " y ", " e ", " & ", " en ", " og ", " och ", " i ", " и ", " та ", " و ", " ve ", " with ", ";", "|", "、", "，", "،", "/", " + ", "\n"];

/// What follows a name: places, roles, dates.
#[rustfmt::skip]
const AFTER_NAME: &[&str] = &[
    " in ", " at ", " for ", " from ", " on ", " - ", " – ", " — ", " (", " • ", " · ", " ⋅ ", " ∙ ", " ● ", "•", "⋅", "updated", "published", "posted", " @", " is a ", " à ", " em ",
    " last ", " view ", " follow ", " share ",
];

/// What comes before people who did something else than write.
#[rustfmt::skip]
const OTHERS_WORK: &[&str] = &[
    "fact-checked by", "fact checked by", "reviewed by", "medically reviewed", "edited by", "photographs by", "photography by", "photos by", "illustration by",
    "illustrations by", "contributions from", "additional reporting by",
];

/// The people that a byline names, `By`, roles, places and dates taken off.
/// Empty when nothing in it can be a person.
pub(crate) fn people(text: &str) -> Vec<String> {
    let text = words::collapse(text);
    let bare = without_others(strip_by(&text));
    let mut parts = vec![bare.to_owned()];
    for between in BETWEEN {
        parts = parts
            .iter()
            .flat_map(|p| split_ignoring_case(p, between))
            .collect();
    }
    let mut people: Vec<String> = Vec::new();
    for part in parts {
        // A comma parts names ("A B, C D") or a name and a role ("A B, Moscow correspondent").
        for piece in part.split(',') {
            if let Some(name) = person(piece)
                && !people.contains(&name)
            {
                people.push(name);
            }
        }
    }
    people.truncate(20);
    people
}

/// The text up to where it turns to people who did not write.
fn without_others(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let end = OTHERS_WORK
        .iter()
        .filter_map(|work| lower.find(work))
        .min()
        .unwrap_or(text.len());
    &text[..end]
}

/// Words for "by" that begin nothing else than a credit.
const CREDITS: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "words by",
    "story by",
    "text by",
    "article by",
    "reported by",
    "created by",
    "author",
    "by",
];

/// Longest name of an account or a desk, in words.
const ACCOUNT: usize = 4;

/// An account or a desk that a line credits: `By ibby`, `Written by Our Editors | 3 min read`.
pub(crate) fn account(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let rest = CREDITS.iter().find_map(|word| {
        let rest = text.get(word.len()..).filter(|_| lower.starts_with(word))?;
        rest.starts_with([' ', ':']).then_some(rest)
    })?;
    let rest = without_others(rest.trim_start_matches([':', ' ']));
    let end = rest
        .find(|c: char| {
            c.is_numeric() || matches!(c, '|' | '•' | '·' | '⋅' | '–' | '—' | ',' | '(' | ';')
        })
        .unwrap_or(rest.len());
    let mut name = &rest[..end];
    let spaced = format!("{} ", name.to_ascii_lowercase());
    for after in [" on ", " in ", " at ", " last ", " updated ", " published "] {
        if let Some(found) = spaced.find(after) {
            name = name.get(..found.min(name.len()))?;
        }
    }
    let name = name.trim();
    let plain = !name.is_empty()
        && words::count(name) <= ACCOUNT
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-' | '\'' | '’' | '&'))
        && !name.ends_with('.');
    if plain { declared(name) } else { None }
}

/// A name as a machine gives it: only cleaned, an organisation is one too.
pub(crate) fn declared(text: &str) -> Option<String> {
    let text = words::collapse(text);
    let named = strip_by(&text);
    let alone = [" - ", " | ", " – ", " — "]
        .into_iter()
        .find_map(|mark| named.split_once(mark).map(|(name, _)| name))
        .filter(|name| looks_like_name(name.trim()))
        .unwrap_or(named);
    let alone = match alone.split_once('(') {
        Some((name, note)) if note.contains('@') => name,
        _ => alone,
    };
    let bare = alone.trim_matches([',', ';', '|', '-', ' ']).to_owned();
    let template = !bare.contains(' ') && bare.matches('.').count() > 1
        || !bare.chars().any(char::is_alphabetic);
    let address = template
        || bare.starts_with("http")
        || bare.starts_with("www.")
        || bare.contains('@')
        || bare.starts_with('#');
    let key = words::cue_key(&bare);
    let empty = matches!(
        key.as_str(),
        "" | "admin"
            | "administrator"
            | "null"
            | "undefined"
            | "none"
            | "unknown"
            | "author"
            | "by"
            | "webmaster"
            | "user"
            | "root"
    );
    (!address && !empty && words::count(&bare) <= 12 && bare.chars().count() <= 100).then_some(bare)
}

/// True when the line starts with a word for "by" and then a name.
pub(crate) fn starts_with_by(text: &str) -> bool {
    strip_by(text).len() < text.trim().len()
}

fn strip_by(text: &str) -> &str {
    let text = text.trim();
    let lower = text.to_lowercase();
    let mut best = 0;
    for word in BY {
        if !lower.starts_with(word) || word.len() <= best {
            continue;
        }
        // Lower-casing may change lengths in a few scripts; then nothing is cut.
        let Some(rest) = text.get(word.len()..).filter(|_| lower.len() == text.len()) else {
            continue;
        };
        let spaceless = words::mostly_spaceless(word);
        // "ByAna Ruiz": two elements without a space between.
        let glued = *word == "by" && text.starts_with("By") && rest.starts_with(char::is_uppercase);
        if glued
            || rest.starts_with([' ', ':', '：', '/', '\u{a0}'])
            || (spaceless && !rest.is_empty())
        {
            best = word.len();
        }
    }
    text.get(best..)
        .unwrap_or(text)
        .trim_start_matches([':', '：', ' ', '/', '\u{a0}', '-', '–'])
}

fn split_ignoring_case(text: &str, at: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text;
    // Only ASCII letters differ in case here, so byte positions stay valid.
    while let Some(found) = rest.to_ascii_lowercase().find(at) {
        out.push(rest[..found].to_owned());
        rest = &rest[found + at.len()..];
    }
    out.push(rest.to_owned());
    out
}

/// One name, or `None` when the words are no person's name.
fn person(text: &str) -> Option<String> {
    let mut text = text.trim();
    for after in AFTER_NAME {
        // "Ana Ruiz on", once the date is off, ends with such a word.
        if let Some(found) = format!("{} ", text.to_ascii_lowercase()).find(after)
            && found > 2
        {
            text = text.get(..found.min(text.len()))?.trim();
        }
    }
    let text = strip_by(text).trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ')');
    looks_like_name(text).then(|| text.to_owned())
}

/// Two to five capitalised words (or a short word in a script without case), no digits.
pub(crate) fn looks_like_name(text: &str) -> bool {
    if text.is_empty() || text.chars().count() > 60 || text.chars().any(|c| c.is_numeric()) {
        return false;
    }
    if text.contains([
        '?', '!', ':', '"', '“', '”', '@', '#', '|', '/', '(', '=', '<', '&', '»', '>', '©', '_',
        '+',
    ]) {
        return false;
    }
    if words::mostly_spaceless(text) {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        return (2..=8).contains(&letters);
    }
    let parts: Vec<&str> = text.split_whitespace().collect();
    if !(2..=5).contains(&parts.len()) {
        // Korean writes a name as one word: 김철수
        return parts.len() == 1 && is_hangul(text) && (2..=4).contains(&text.chars().count());
    }
    let lower = text.to_lowercase();
    if lower.starts_with("the ")
        || lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| NOT_PEOPLE.contains(&word))
    {
        return false;
    }
    parts.iter().all(|part| {
        let first = part.chars().find(|c| c.is_alphabetic());
        first.is_some_and(|c| !c.is_lowercase()) || is_particle(part)
    }) && parts.iter().any(|p| !is_particle(p))
}

fn is_hangul(text: &str) -> bool {
    text.chars().all(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c))
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "du"
            | "la"
            | "le"
            | "el"
            | "al"
            | "bin"
            | "ibn"
            | "ben"
            | "ten"
            | "ter"
            | "y"
            | "e"
            | "zu"
            | "af"
            | "av"
            | "bint"
            | "of"
            | "al-"
            | "d'"
            | "do"
    )
}
