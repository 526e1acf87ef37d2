//! Which letters beyond ASCII the languages of Latin script write: what tells their old
//! encodings apart, since any bytes make letters in each of them.

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
};

use super::language;

/// Encodings of Latin script, the commonest first.
const LATIN: [&Encoding; 5] = [
    WINDOWS_1252,
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1254,
    WINDOWS_1257,
];

/// What a reading gains when its words, too, are of the language that its letters fit.
const BY_WORDS: f64 = 0.2;

/// Words from which on they speak for a language.
const FEWEST_WORDS: usize = 7;

/// How much of a page is looked at, in characters.
const SAMPLE: usize = 40_000;

#[rustfmt::skip]
const WESTERN: &[(&str, &str)] = &[
    ("de", "äöüßé"), ("fr", "àâæçéèêëîïôœùûüÿ"), ("es", "áéíñóúü"), ("pt", "áâãàçéêíóôõúü"), ("it", "àèéìíîòóùú"), ("nl", "áéëïóöüè"),
    ("da", "æøåé"), ("no", "æøåéòô"), ("sv", "åäöé"), ("fi", "äöåé"), ("is", "áðéíóúýþæö"), ("ca", "àçèéíïòóúü"), ("en", "éèêëïöüñçàâäá"),
    ("sq", "çë"), ("ga", "áéíóú"), ("af", "êëéïôö"),
];

#[rustfmt::skip]
const CENTRAL: &[(&str, &str)] = &[
    ("cs", "áčďéěíňóřšťúůýž"), ("sk", "áäčďéíĺľňóôŕšťúýž"), ("pl", "ąćęłńóśźż"), ("hu", "áéíóöőúüű"), ("ro", "ăâîşţșț"),
    ("hr", "čćđšž"), ("sl", "čšž"), ("sr", "čćđšž"), ("de", "äöüßé"), ("sq", "çë"),
];

#[rustfmt::skip]
const TURKISH: &[(&str, &str)] = &[("tr", "çğıöşüâîû"), ("az", "çəğıöşü")];

#[rustfmt::skip]
const BALTIC: &[(&str, &str)] = &[("lt", "ąčęėįšųūž"), ("lv", "āčēģīķļņšūž"), ("et", "äõöüšž")];

fn languages(encoding: &'static Encoding) -> Option<&'static [(&'static str, &'static str)]> {
    if encoding == WINDOWS_1252 || encoding == ISO_8859_15 {
        Some(WESTERN)
    } else if encoding == WINDOWS_1250 || encoding == ISO_8859_2 {
        Some(CENTRAL)
    } else if encoding == WINDOWS_1254 {
        Some(TURKISH)
    } else {
        (encoding == WINDOWS_1257).then_some(BALTIC)
    }
}

/// Share of the letters from which on a text is in a language of its encoding.
const FITS: f64 = 0.8;

/// How much better another encoding must fit: more than chance, less than agreeing words.
const MARGIN: f64 = 0.15;

/// An encoding of Latin script in which the bytes read clearly better than in `chosen`,
/// which is one too. `None` for other encodings.
pub(super) fn better(bytes: &[u8], chosen: &'static Encoding) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let fit_in = |encoding: &'static Encoding| {
        fit(&encoding.decode_without_bom_handling(sample).0, encoding)
    };
    let own = fit_in(chosen)?;
    if own > 1.1 {
        // Its words and nearly all its letters agree: nothing could fit clearly better.
        return None;
    }
    let rivals = LATIN.into_iter().filter(|rival| *rival != chosen);
    let (best, encoding) = rivals
        .filter_map(|rival| Some((fit_in(rival)?, rival)))
        // The first of equals: `max_by` would take the last.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best >= FITS && best > own + MARGIN).then_some(encoding)
}

/// Whether the letters of a text read in `encoding` are those of a language written in it.
pub(super) fn fits(text: &str, encoding: &'static Encoding) -> bool {
    fit(text, encoding).is_some_and(|fit| fit >= FITS)
}

/// How well a text read in `encoding` fits a language that is written in it: the share of
/// its letters beyond ASCII that the best of them has, and more when its words agree.
/// `None` for other encodings, and for texts without such letters.
fn fit(text: &str, encoding: &'static Encoding) -> Option<f64> {
    let languages = languages(encoding)?;
    let visible = visible(text);
    let letters = foreign_letters(&visible);
    if letters.is_empty() {
        return None;
    }
    let enough = visible.split_whitespace().count() >= FEWEST_WORDS;
    let spoken = language::likeliest(&visible).filter(|_| enough);
    languages
        .iter()
        .map(|(code, alphabet)| {
            let known = letters.iter().filter(|&&c| alphabet.contains(c)).count();
            let share = known as f64 / letters.len() as f64;
            let agrees = spoken == Some(*code) && share > 0.8;
            share + if agrees { BY_WORDS } else { 0.0 }
        })
        .max_by(f64::total_cmp)
}

/// Letters beyond ASCII, small, and what stands in the place of one: a sign inside a
/// word, a control code.
fn foreign_letters(text: &str) -> Vec<char> {
    let chars: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<&char>| at.is_some_and(|c| c.is_alphabetic());
    let mut letters = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = is_letter(chars.get(at + 1));
        let is_sign = match c {
            '¦' | '¬' | '¯' | '±' | '²' | '³' | '¶' | '¸' | '¹' | '¼' | '½' | '¾' => {
                after
            }
            '\u{A1}'..='\u{BF}' | '×' | '÷' => after && is_letter(before),
            _ => false,
        };
        let is_foreign = !c.is_ascii() && (c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'µ'));
        if is_foreign || is_sign || matches!(c, '\u{80}'..='\u{9F}' | '\u{FFFD}') {
            letters.extend(c.to_lowercase().filter(|c| *c != '\u{307}'));
        }
    }
    letters
}

/// A page's text without its tags, scripts and styles, roughly; a plain text as it is.
fn visible(text: &str) -> String {
    let mut out = String::new();
    let mut rest: &str = &text[..text.floor_char_boundary(SAMPLE)];
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = &rest[at..];
        let start: String = rest
            .chars()
            .take(8)
            .collect::<String>()
            .to_ascii_lowercase();
        let end = if start.starts_with("<script") {
            "</script"
        } else if start.starts_with("<style") {
            "</style"
        } else {
            ">"
        };
        match rest.find(end) {
            Some(at) => rest = rest[at + end.len()..].trim_start_matches('>'),
            None => return out,
        }
    }
    out.push_str(rest);
    out
}
