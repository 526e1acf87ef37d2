//! Captions of pictures, and who is credited for the picture.

use super::words;

/// Names and words that only a picture's credit has.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "ap", "afp", "epa", "epa efe", "pa", "pa wire", "reuters", "getty", "getty images", "images", "shutterstock", "alamy", "istock", "unsplash",
    "pexels", "kcna", "tass", "xinhua", "yonhap", "kyodo", "anadolu", "dpa", "picture alliance", "imago", "ansa", "efe", "ukrinform", "sputnik",
    "ap photo", "afp photo", "bloomberg", "photo", "photos", "photograph", "photographer", "pool", "file photo", "file", "handout", "courtesy", "via",
    "ap images", "ritzau", "scanpix", "zuma", "sipa", "abaca", "maxppp", "hans lucas", "belga", "keystone", "rex", "rex features", "nurphoto",
    "тасс", "риа новости", "getty images plus", "wikimedia", "wikimedia commons", "flickr", "cc by", "picture", "image", "supplied", "screengrab",
    "screenshot", "illustration", "nasa", "foto", "фото", "新华社", "新华社发", "연합뉴스", "뉴시스", "共同", "時事", "ロイター", "аfp",
];

/// Beginnings of a line that is a credit or a caption by its own words.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "photo:", "photos:", "photo by ", "photo credit", "photograph:", "photograph by ", "photography by ", "image:", "images:", "image credit", "image source",
    "image caption", "picture:", "pictures:", "picture credit", "credit:", "credits:", "foto:", "foto di ", "foto de ", "fotos:", "bild:", "bildquelle", "quelle:",
    "crédit photo", "crédits photo", "crédit :", "© getty", "©getty", "© reuters", "© afp", "© ap ", "© epa", "фото:", "фото ", "источник:", "автор фото",
    "подпись к фото", "media caption", "video caption", "file photo", "file image", "caption:", "사진=", "사진:", "사진 =", "[사진", "写真:", "写真＝", "写真=",
    "图片来源", "图源", "圖片來源", "图为", "圖／", "資料照", "مصدر الصورة", "الصورة:", "التعليق على الصورة", "עכס:", "צילום:", "fotoğraf:", "kaynak:", "zdj.", "fot.", "arkivfoto",
    "legenda da foto", "crédito,", "fuente de la imagen", "pie de foto", "illustration:", "illustration by ", "via getty", "getty images", "courtesy of ", "courtesy:",
];

/// Marks inside a line after which the credit stands.
#[rustfmt::skip]
const INNER: &[&str] = &[
    " photograph: ", " photo: ", " photo credit: ", " image: ", " image credit: ", " credit: ", " picture: ", " foto: ", " bild: ", " фото: ", " | photo by ",
    " photo by ", " © ", " photo/", " (photo by ", " (photo: ", " - photo by ", " – photo by ", " crédit: ", " crédits: ", " source: ", " צילום: ",
];

/// Longest caption that is believed.
const LONGEST: usize = 70;

/// The credit that `text` ends with, or that it consists of, as printed; `None` when
/// it isn't a caption with a credit.
pub(crate) fn credit(text: &str) -> Option<String> {
    credit_of(text, words::count(text))
}

/// Whether there is a [`credit`] in a text whose words are counted already.
pub(crate) fn has_credit(text: &str, words: usize) -> bool {
    credit_of(text, words).is_some()
}

fn credit_of(text: &str, words: usize) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || words > LONGEST {
        return None;
    }
    if let Some(found) = bracketed(text) {
        return Some(found);
    }
    // Most lines have none of the marks; they need not be searched for each.
    if !is_marked(text) {
        return None;
    }
    let lower = text.to_lowercase();
    labelled(text, &lower).or_else(|| trailing(text, &lower))
}

/// True when `text` has a mark or a word that stands in nearly all credits.
fn is_marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    let word = |at: usize, word: &str| {
        bytes
            .get(at..at + word.len())
            .is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let mark = |at: usize, mark: &str| {
        bytes
            .get(at..)
            .is_some_and(|rest| rest.starts_with(mark.as_bytes()))
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b':' | b'/' | b'=' => true,
        b'f' | b'F' => word(at, "foto"),
        b'p' | b'P' => word(at, "photo"),
        b'g' | b'G' => word(at, "getty"),
        b'i' | b'I' => word(at, "illustration by"),
        b'c' | b'C' => word(at, "courtesy of"),
        // The first bytes of ©, of Cyrillic о and of full-width marks.
        0xC2 => mark(at, "©"),
        0xD0 => mark(at, "ото "),
        0xEF => mark(at, "＝") || mark(at, "："),
        _ => false,
    })
}

/// True when the line says of itself that it belongs to a picture.
pub(crate) fn is_labelled(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    LABELS.iter().any(|label| lower.starts_with(label)) && words::count(text) <= LONGEST
}

/// `… in Moscow (AP)`, `… [Photo by A B/Getty Images]`, `（新华社记者 摄）`.
fn bracketed(text: &str) -> Option<String> {
    let (open, close) = match text.chars().last()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        '）' => ('（', '）'),
        _ => return None,
    };
    let start = text.rfind(open)?;
    let inside = text[start + open.len_utf8()..]
        .trim_end_matches(close)
        .trim();
    let fits = (1..=14).contains(&words::count(inside)) && names_agency(inside);
    fits.then(|| inside.to_owned())
}

/// `Photograph: A B/AFP`, alone or at the end.
fn labelled(text: &str, lower: &str) -> Option<String> {
    if lower.len() != text.len() {
        return None;
    }
    for mark in INNER {
        if let Some(at) = last(lower, mark) {
            let after = text[at + mark.len()..].trim().trim_end_matches(')').trim();
            let certain = *mark != " © " && *mark != " source: ";
            if (1..=10).contains(&words::count(after))
                && !words::is_running(after)
                && (certain || names_agency(after))
            {
                return Some(after.to_owned());
            }
        }
    }
    for label in LABELS.iter().filter(|l| l.ends_with([':', ' ', '=', '＝'])) {
        if lower.starts_with(label) {
            let after = text[label.len()..]
                .trim()
                .trim_start_matches([':', ' '])
                .trim();
            if (1..=12).contains(&words::count(after)) && !words::is_running(after) {
                return Some(after.to_owned());
            }
        }
    }
    None
}

/// Where `phrase` stands last in `text`, found by its rarest letter or mark.
fn last(text: &str, phrase: &str) -> Option<usize> {
    const RARE: &[u8] = b":\xa9/=|(gyb";
    let places = phrase.as_bytes();
    let (offset, rare) = RARE.iter().find_map(|rare| {
        let offset = places.iter().position(|byte| byte == rare)?;
        Some((offset, *rare))
    })?;
    memchr::memrchr_iter(rare, text.as_bytes())
        .filter_map(|at| at.checked_sub(offset))
        .find(|at| text.as_bytes()[*at..].starts_with(places))
}

/// `… A B/Getty Images`, `… AP Photo/C D`.
fn trailing(text: &str, lower: &str) -> Option<String> {
    if words::count(text) > 45
        || text.ends_with(['.', '!', '?', '。']) && !lower.contains("getty images")
    {
        return None;
    }
    if lower.len() != text.len() {
        return None;
    }
    for mark in [
        "ap photo/",
        "afp photo/",
        "afp via getty images",
        "via getty images",
        "/getty images",
        "/getty",
        "getty images",
        "/reuters",
        "/afp",
        "/ap",
        "/epa",
        "/shutterstock",
        "/alamy",
        "/dpa",
        "/picture alliance",
        "/imago",
        "/nurphoto",
        "/bloomberg",
        "/연합뉴스",
        "=연합뉴스",
    ] {
        let Some(at) = last(lower, mark) else {
            continue;
        };
        let end = at + mark.len();
        if words::count(&text[end..]) > 5 || words::is_running(&text[end..]) {
            continue;
        }
        // The name before the slash belongs to the credit: from the last sentence or bar.
        let before = &text[..at];
        let from = before
            .rfind([',', '.', '|', '!', '?', '–', '—', ':', '”', '"'])
            .map_or(0, |i| {
                i + before[i..].chars().next().map_or(1, char::len_utf8)
            });
        let from = if words::count(&before[from..]) > 5 {
            at
        } else {
            from
        };
        return Some(text[from..].trim().trim_start_matches('/').to_owned());
    }
    None
}

fn names_agency(text: &str) -> bool {
    let key = words::same_key(text);
    let from_each_word = || {
        let after = memchr::memchr_iter(b' ', key.as_bytes()).map(|at| at + 1);
        std::iter::once(0)
            .chain(after)
            .filter_map(|at| key.get(at..))
    };
    let begins = |text: &str, name: &str| {
        text.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    from_each_word().any(|text| AGENCIES.iter().any(|name| begins(text, name)))
        || text.contains('©')
        || text.ends_with(" 摄")
        || text.ends_with("撮影")
}
