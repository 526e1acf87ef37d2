//! Bytes to text: byte order mark, declared charset, then what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{SourceHints, alphabets, wide};

/// Text read from bytes, and how certain the encoding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The name that the WHATWG Encoding Standard gives it.
    pub encoding: &'static str,
    /// The declaration was wrong, or no encoding fitted for certain.
    pub unclear: bool,
}

/// Whether text can be read in the encoding of this name (a WHATWG label).
pub fn is_encoding(label: &str) -> bool {
    Encoding::for_label(label.trim().as_bytes()).is_some()
}

/// How far into a page a declaration is looked for.
const PRESCAN: usize = 8192;

/// Reads `bytes` as text. Never fails: bytes that fit no encoding become U+FFFD.
pub fn decode(bytes: &[u8], hints: &SourceHints) -> Decoded {
    let chosen = hints
        .encoding
        .and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = chosen {
        return read(encoding, bytes, false);
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return read(encoding, &bytes[length..], false);
    }
    if let Some(encoding) = wide::without_mark(bytes) {
        return read(encoding, bytes, false);
    }
    let from_http = hints
        .charset
        .and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // A page that declares UTF-16 in ASCII bytes cannot be UTF-16 (WHATWG HTML, "sniffing").
    let from_page = declared_inside(bytes).map(|e| {
        if e == UTF_16LE || e == UTF_16BE {
            UTF_8
        } else {
            e
        }
    });
    let declared = from_http.or(from_page);

    let has_escape = bytes.contains(&0x1B);
    if !has_escape && let Ok(text) = std::str::from_utf8(bytes) {
        let wrong = !text.is_ascii() && declared.is_some_and(|e| e != UTF_8);
        return Decoded {
            text: text.to_owned(),
            encoding: UTF_8.name(),
            unclear: wrong,
        };
    }
    let guess = guess(bytes, hints);
    let guess = alphabets::better(bytes, guess).unwrap_or(guess);
    match declared {
        Some(encoding) if encoding == UTF_8 => {
            almost_utf8(bytes).unwrap_or_else(|| read(guess, bytes, true))
        }
        Some(encoding) => better_of(bytes, encoding, from_page, guess),
        None => almost_utf8(bytes).unwrap_or_else(|| {
            let mut decoded = read(guess, bytes, false);
            decoded.unclear = implausibility(&decoded.text) > 0.02;
            match wide::all_east_asian(bytes).filter(|_| decoded.unclear) {
                Some(encoding) => read(encoding, bytes, false),
                None => decoded,
            }
        }),
    }
}

fn read(encoding: &'static Encoding, bytes: &[u8], unclear: bool) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        unclear: unclear || had_errors,
    }
}

/// UTF-8 with a few damaged bytes (a cut file, one foreign byte) is still UTF-8.
fn almost_utf8(bytes: &[u8]) -> Option<Decoded> {
    let text = String::from_utf8_lossy(bytes);
    let damaged = text.chars().filter(|&c| c == '\u{FFFD}').count();
    let foreign = text
        .chars()
        .filter(|&c| !c.is_ascii() && c != '\u{FFFD}')
        .count();
    let fits = damaged <= 2 + foreign / 50 && foreign >= damaged * 4;
    fits.then(|| Decoded {
        text: text.into_owned(),
        encoding: UTF_8.name(),
        unclear: true,
    })
}

fn guess(bytes: &[u8], hints: &SourceHints) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let tld = hints.url.and_then(top_level_domain);
    detector.guess(tld.as_deref().map(str::as_bytes), Utf8Detection::Allow)
}

/// The last label of the host, in the shape that the detector accepts.
fn top_level_domain(address: &str) -> Option<String> {
    let parsed = url::Url::parse(address).ok()?;
    let label = parsed.domain()?.rsplit('.').next()?.to_ascii_lowercase();
    let plain = !label.is_empty()
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain.then_some(label)
}

/// Chooses between what was declared and what the bytes look like.
fn better_of(
    bytes: &[u8],
    declared: &'static Encoding,
    from_page: Option<&'static Encoding>,
    guess: &'static Encoding,
) -> Decoded {
    if let Some(other) = alphabets::better(bytes, declared) {
        return read(other, bytes, true);
    }
    let mut best = read(declared, bytes, false);
    let mut least = implausibility(&best.text);
    if least < 0.005 || alphabets::fits(&best.text, declared) {
        return Decoded {
            unclear: false,
            ..best
        };
    }
    for rival in [from_page.unwrap_or(guess), guess] {
        if rival.name() == best.encoding {
            continue;
        }
        let other = read(rival, bytes, true);
        let doubt = implausibility(&other.text);
        // The declaration wins unless another reading is clearly more like text.
        if doubt * 2.0 < least {
            least = doubt;
            best = other;
        }
    }
    best.unclear = best.unclear || least > 0.02;
    best
}

/// Share of letters that no real text has: replacement characters, control codes,
/// capitals after small letters, scripts mixed inside a word, heaps of accents.
fn implausibility(text: &str) -> f64 {
    let (mut letters, mut bad, mut accented) = (0_u32, 0_u32, 0_u32);
    let mut previous = ' ';
    for c in text.chars() {
        if c == '\u{FFFD}'
            || ('\u{80}'..'\u{A0}').contains(&c)
            || ('\u{E000}'..'\u{F8FF}').contains(&c)
        {
            bad += 2;
            letters += 1;
        } else if !c.is_ascii() {
            letters += 1;
            let latin = ('\u{A1}'..='\u{24F}').contains(&c);
            if latin && !previous.is_ascii() {
                accented += 1;
            }
            if c.is_uppercase() && previous.is_lowercase() {
                bad += 1;
            }
            if latin && previous.is_alphabetic() && previous as u32 > 0x24F {
                bad += 1;
            }
            if ('\u{FF61}'..='\u{FF9F}').contains(&c) || ('\u{2500}'..='\u{259F}').contains(&c) {
                bad += 1; // half-width kana, box drawing: a sign of the wrong table
            }
        }
        previous = c;
    }
    if letters == 0 {
        return 0.0;
    }
    let accents = f64::from(accented) / f64::from(letters);
    f64::from(bad) / f64::from(letters) + if accents > 0.3 { accents } else { 0.0 }
}

/// `<meta charset>`, `<meta http-equiv content="…charset=…">` or an XML declaration.
fn declared_inside(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    if let Some(xml) = head.trim_start().strip_prefix("<?xml") {
        let declaration = xml.split("?>").next().unwrap_or_default();
        if let Some(encoding) = label_after(declaration, "encoding") {
            return Some(encoding);
        }
    }
    head.split("<meta").skip(1).find_map(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        label_after(tag, "charset")
    })
}

fn label_after(text: &str, name: &str) -> Option<&'static Encoding> {
    let (_, rest) = text.split_once(name)?;
    let rest = rest
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .trim_start_matches(['"', '\'']);
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.+".contains(c)))
        .unwrap_or(rest.len());
    let encoding = Encoding::for_label(&rest.as_bytes()[..end])?;
    // x-user-defined means windows-1252 in a page (WHATWG HTML, prescan).
    Some(if encoding.name() == "x-user-defined" {
        WINDOWS_1252
    } else {
        encoding
    })
}
